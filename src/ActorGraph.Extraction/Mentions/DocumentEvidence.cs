using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>What the whole document tells of a word: whose surname it is, how often it stands capitalised, what its full form is.</summary>
internal sealed class DocumentEvidence
{
    private readonly Dictionary<string, int> capitals = new(StringComparer.Ordinal);
    private readonly HashSet<string> partsOfPersons = new(StringComparer.Ordinal);

    public static DocumentEvidence Of(AnnotatedText text)
    {
        var evidence = new DocumentEvidence();
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsCapitals))
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                if (!word.IsCapital || i == 0) continue;
                evidence.capitals[word.Text] = evidence.capitals.GetValueOrDefault(word.Text) + 1;
                // Given name and title both say that what follows is a person's name.
                var before = sentence.Words[i - 1];
                var isNext = word.Span.Start - before.Span.End <= 2;
                var isName = isNext && (before.IsCapital && Gazetteer.IsGivenName(before.Text) && !Gazetteer.IsOrganizationHead(word.Lower, sentence.Language) && Gazetteer.TitleKind(word.Lower, sentence.Language) is null
                    || Gazetteer.TitleKind(before.Lower, sentence.Language) is "rank" or "address" && Gazetteer.TitleKind(word.Lower, sentence.Language) is null);
                if (isName && !Gazetteer.IsCommonWord(word.Lower)) evidence.partsOfPersons.Add(word.Text);
            }
        }

        return evidence;
    }

    /// <summary>What the word is elsewhere in the document, null where nothing tells.</summary>
    public ActorType? Known(string name) => partsOfPersons.Contains(name) ? ActorType.Person : null;

    public bool Repeats(string word) => capitals.GetValueOrDefault(word) >= 2;

    /// <summary>"Chad Breckenridge", "Jordan Whitlock": a country's name that is a person's here.</summary>
    public bool IsPartOfPerson(Sentence sentence, int at, int count)
    {
        if (count != 1 || at + 1 >= sentence.Words.Count) return false;
        var (word, next) = (sentence.Words[at], sentence.Words[at + 1]);
        return word.IsCapital && next.IsCapital && next.Span.Start - word.Span.End == 1 && Gazetteer.IsGivenName(word.Text) && !Gazetteer.IsOrganizationHead(next.Lower, sentence.Language)
            && Gazetteer.TitleKind(next.Lower, sentence.Language) is null && !Gazetteer.IsCommonWord(next.Lower);
    }
}
