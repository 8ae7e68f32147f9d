using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>What the whole document tells of a word: whose surname it is, how often it stands capitalised, after which words it stands.</summary>
internal sealed class DocumentEvidence
{
    private static readonly HashSet<string> Speech = NameWords.Of("speech").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Deeds = NameWords.Of("deed").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Locatives = NameWords.Of("locative").ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, int> capitals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> located = new(StringComparer.Ordinal);
    private readonly HashSet<string> partsOfPersons = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> pairs = [];
    private readonly HashSet<string> behindNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> small = new(StringComparer.Ordinal);

    public static DocumentEvidence Of(AnnotatedText text)
    {
        var evidence = new DocumentEvidence();
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsCapitals))
        {
            for (var i = 0; i < sentence.Words.Count; i++) evidence.See(sentence, i);
        }

        return evidence;
    }

    private void See(Sentence sentence, int at)
    {
        var (words, word, language) = (sentence.Words, sentence.Words[at], sentence.Language);
        if (!word.IsCapital)
        {
            small.Add(word.Text);
            return;
        }

        if (at > 0 && word.IsJoined && words[at - 1].IsCapital && words[at - 1].Text.Length > 2 && language == "nl" && !Gazetteer.IsFunctionWord(words[at - 1].Lower, language) && Gazetteer.TitleKind(words[at - 1].Lower, language) is null) behindNames.Add(word.Text);
        if (at > 0 && word.IsJoined && !words[at - 1].IsCapital && at + 1 < words.Count && words[at + 1].IsJoined && words[at + 1].IsCapital) pairs.Add((word.Text, words[at + 1].Text));
        if (IsHeadOfLonger(words, at, language)) heads.Add(word.Text.EndsWith("lığı", StringComparison.Ordinal) ? word.Text[..^2] + "k" : word.Text);
        if (at + 1 < words.Count && IsPersonal(words, at, language) && !IsOrdinary(word, language) && Gazetteer.City(word.Text) is not { Size: >= 5 }) partsOfPersons.Add(Letters.Plain(word.Text));
        if (at == 0) return;
        capitals[word.Text] = capitals.GetValueOrDefault(word.Text) + 1;
        var before = words[at - 1];
        if (word.Span.Start - before.Span.End > 2 || word.Span.Start - before.Span.End == 2 && before.Text.Length > 4) return;
        if (IsLocative(before.Lower, language)) located[word.Text] = located.GetValueOrDefault(word.Text) + 1;
        // Given name and title both say that what follows is a person's name.
        var kind = Gazetteer.TitleKind(before.Lower, language);
        var isName = before.IsCapital && Gazetteer.IsGivenName(before.Text) && !Gazetteer.IsOrganizationHead(word.Lower, language) && !Gazetteer.IsPlaceWord(word.Lower) || kind is "rank" or "address" && !(language == "tr" && Gazetteer.IsHeadWord(word.Lower)) || kind == "office" && !(language == "tr" && Gazetteer.IsHeadWord(word.Lower)) && !before.Lower.EndsWith("e", StringComparison.Ordinal);
        if (isName && !IsOrdinary(word, language) && !(language == "tr" && Gazetteer.City(word.Text) is { Size: >= 5 })) partsOfPersons.Add(Letters.Plain(word.Text));
    }

    /// <summary>"Union" of "Farmers Union" or "Union of Farmers".</summary>
    private static bool IsHeadOfLonger(IReadOnlyList<Word> words, int at, string language) => Gazetteer.IsOrganizationHead(words[at].Lower, language)
        && (at > 0 && words[at - 1].IsCapital && words[at].Span.Start - words[at - 1].Span.End <= 3 || at + 1 < words.Count && words[at + 1].IsJoined && (words[at + 1].IsCapital || words[at + 1].Lower is "of" or "for" or "van" or "voor" or "de" or "des" or "du" or "d" or "für" or "der" or "del" or "to"));

    /// <summary>Whether the document has a longer name of which the word is the head.</summary>
    public bool HasLonger(string head) => heads.Contains(head);

    /// <summary>Whether only a person does what the word says.</summary>
    public static bool IsPersonal(string lower) => Speech.Contains(lower) || Deeds.Contains(lower);

    /// <summary>"X said", "X, who": only people do so.</summary>
    private static bool IsPersonal(IReadOnlyList<Word> words, int at, string language) => at > 0 && !(words[at].IsJoined && language is "nl" or "de" && Gazetteer.IsFunctionWord(words[at - 1].Lower, language)) && Deeds.Contains(words[at + 1].Lower) && words[at + 1].IsJoined || words[at + 1].Lower is "who" or "whose" && words[at + 1].Span.Start - words[at].Span.End == 2;

    private static bool IsOrdinary(Word word, string language) => word.IsAcronym || Gazetteer.IsCommonWord(word.Lower) || Gazetteer.IsFunctionWord(word.Lower, language)
        || Gazetteer.TitleKind(word.Lower, language) is not null || Gazetteer.IsPortfolio(word.Lower, language) || Gazetteer.Country(word.Text, language) is not null;

    public static bool IsLocative(string lower, string language) => Locatives.Contains(lower) && (lower != "en" || language is "fr" or "es") && (lower != "bij" || language == "nl") && (lower != "bei" || language == "de");

    /// <summary>What the word is elsewhere in the document, null where nothing tells.</summary>
    public ActorType? Known(string name) => IsPerson(name) ? ActorType.Person : located.ContainsKey(name) ? ActorType.Place : null;

    public bool IsPerson(string word) => partsOfPersons.Contains(Letters.Plain(word));

    public bool Repeats(string word) => capitals.GetValueOrDefault(word) >= 2;

    /// <summary>Whether the word stands capitalised inside a sentence, so that it is no ordinary word that begins one.</summary>
    public bool StandsInside(string word) => capitals.ContainsKey(word);

    /// <summary>Whether another capitalised word stands right before it somewhere, as a given name does before a surname (Dutch).</summary>
    public bool StandsBehindName(string word) => behindNames.Contains(word);

    /// <summary>Whether the two words stand so, both capitalised, in the middle of a sentence.</summary>
    public bool StandInside(string first, string second) => pairs.Contains((first, second));

    public bool IsSmallElsewhere(string lower) => small.Contains(lower);

    /// <summary>"Chad Breckenridge", "Jordan Whitlock": a country's or city's name that is a person's here.</summary>
    public static bool IsGivenNameHere(Sentence sentence, int at)
    {
        if (at + 1 >= sentence.Words.Count) return false;
        var (word, next) = (sentence.Words[at], sentence.Words[at + 1]);
        return word.IsCapital && next.IsCapital && !next.IsAcronym && next.Span.Start - word.Span.End == 1 && Gazetteer.IsGivenName(word.Text) && !Gazetteer.IsOrganizationHead(next.Lower, sentence.Language) && !Gazetteer.IsPlaceWord(next.Lower)
            && Gazetteer.TitleKind(next.Lower, sentence.Language) is null && !Gazetteer.IsCommonWord(next.Lower) && !Gazetteer.IsPortfolio(next.Lower, sentence.Language);
    }
}
