using ActorGraph.Extraction.Tagging;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>What the tagger makes of names, at each place and over all places in the document where a name stands. It learnt from English, and is asked in English only.</summary>
internal sealed class TaggerEvidence
{
    private static readonly NameTagger Tagger = new(TaggerWeights.OfProgram);

    private readonly Dictionary<Sentence, TaggedSentence> tagged = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (Leaning Sum, int Times)> byName = new(StringComparer.Ordinal);
    private readonly string text;

    private TaggerEvidence(string text) => this.text = text;

    public static TaggerEvidence Of(AnnotatedText text)
    {
        var evidence = new TaggerEvidence(text.Text);
        foreach (var sentence in text.Sentences.Where(sentence => sentence.Language == "en" && !sentence.IsCapitals)) evidence.See(sentence);
        return evidence;
    }

    /// <summary>How much speaks for the words being a person's, an organization's, a place's name rather than none; nothing where the tagger was not asked.</summary>
    public Leaning? Of(Sentence sentence, int at, int count)
    {
        if (!tagged.TryGetValue(sentence, out var tags)) return null;
        var own = Leaning.Of(tags, at, count);
        return byName.TryGetValue(Name(sentence, at, count), out var found) ? new Leaning(Mean(own.Person, found.Sum.Person, found.Times), Mean(own.Organization, found.Sum.Organization, found.Times), Mean(own.Place, found.Sum.Place, found.Times)) : own;
    }

    private void See(Sentence sentence)
    {
        var tags = Tagger.Tag(text, sentence, besideCapitals: true);
        tagged.Add(sentence, tags);
        for (var i = 0; i < sentence.Words.Count;)
        {
            var end = i + 1;
            if (sentence.Words[i].IsCapital)
            {
                while (end < sentence.Words.Count && sentence.Words[end].IsCapital && NameTypes.Adjacent(sentence.Words, end - 1)) end++;
                var name = Name(sentence, i, end - i);
                var (sum, times) = byName.GetValueOrDefault(name);
                byName[name] = (sum + Leaning.Of(tags, i, end - i), times + 1);
            }

            i = end;
        }
    }

    /// <summary>What a place says and what all places say count alike.</summary>
    private static int Mean(int own, int sum, int times) => (own + sum / times) / 2;

    private string Name(Sentence sentence, int at, int count) => sentence.Form(text, at, count);
}

/// <summary>Weights for a name's being of a type, each against its being none.</summary>
internal readonly record struct Leaning(int Person, int Organization, int Place)
{
    public static Leaning operator +(Leaning a, Leaning b) => new(a.Person + b.Person, a.Organization + b.Organization, a.Place + b.Place);

    public static Leaning Of(TaggedSentence tags, int at, int count)
        => new(tags.Weight(at, count, TagKind.Person), tags.Weight(at, count, TagKind.Organization), Math.Max(tags.Weight(at, count, TagKind.Place), tags.Weight(at, count, TagKind.State)));

    /// <summary>The type of a single word of which nothing else is known: a place only where that is clear, since places are told by what stands before them.</summary>
    /// <param name="person">What speaks for a person besides.</param>
    /// <param name="least">What a type must have.</param>
    public ActorType? UnknownWord(int person, int least)
    {
        const int ClearPlace = 60;
        var most = Math.Max(Person, Math.Max(Organization, Place));
        if (most <= least) return null;
        if (Place == most && Place > Math.Max(Person, Organization) + ClearPlace) return ActorType.Place;
        return Person + person > Organization ? ActorType.Person : ActorType.Organization;
    }

    /// <summary>The type for which most speaks, null where none has enough.</summary>
    /// <param name="person">What speaks for a person besides.</param>
    /// <param name="least">What a type must have.</param>
    public ActorType? TypeFor(int person, int least = 0)
    {
        var most = Math.Max(Person + person, Math.Max(Organization, Place));
        return most <= least ? null : Person + person == most ? ActorType.Person : Organization == most ? ActorType.Organization : ActorType.Place;
    }
}
