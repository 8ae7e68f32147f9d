using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>What the words around a name say of it: "shares of …", "… 's spokesman", "aboard the …", "…, the state oil company".</summary>
internal static class NameContexts
{
    private const int LongestPhrase = 4;

    /// <summary>How far behind a name the noun of its apposition may stand.</summary>
    private const int LongestApposition = 7;

    private static readonly Dictionary<string, Dictionary<string, ActorType>> Before = Load("before");
    private static readonly Dictionary<string, Dictionary<string, ActorType>> After = Load("after");
    private static readonly Dictionary<string, Dictionary<string, ActorType>> Possessed = Load("possessed");
    /// <summary>The words nearest to the name in any phrase: where none stands, no phrase does.</summary>
    private static readonly HashSet<string> Nearest = [.. Before.Values.SelectMany(phrases => phrases.Keys).Select(phrase => phrase[(phrase.LastIndexOf(' ') + 1)..]), .. After.Values.Concat(Possessed.Values).SelectMany(phrases => phrases.Keys).Select(phrase => phrase.Split(' ')[0])];
    private static readonly HashSet<string> Articles = NameWords.Of("article").ToHashSet(StringComparer.Ordinal);

    /// <summary>Words that say whose relative somebody is.</summary>
    private static readonly HashSet<string> Own = NameWords.Of("own").ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<(string Language, string Word)> Kin = [.. Tables.Rows("family.tsv").Where(row => row.Length < 4).Select(row => (row[1], row[0]))];

    /// <summary>Null where nothing tells.</summary>
    public static ActorType? Of(string text, Sentence sentence, int at, int count)
        => Credited(text, sentence, at, count) ?? Owned(text, sentence, at + count) ?? (Apposed(text, sentence, at, count) is { } noun && noun != ActorType.Person ? noun : (ActorType?)null)
            ?? Ahead(sentence, at) ?? Behind(sentence, at + count) ?? Apposed(text, sentence, at, count);

    /// <summary>"NAIROBI, 3 May (Marmara Wire) - …": who sent the report.</summary>
    private static ActorType? Credited(string text, Sentence sentence, int at, int count)
    {
        var (start, end) = (sentence.Words[at].Span.Start, sentence.Words[at + count - 1].Span.End);
        if (start == 0 || text[start - 1] != '(' || end + 3 >= text.Length || text[end] != ')' || start - sentence.Span.Start > 80) return null;
        return text.AsSpan(end + 1, 2) is " -" or " –" or " —" || text.AsSpan(end + 1).StartsWith(" &ndash;", StringComparison.Ordinal) || text.AsSpan(end + 1).StartsWith(" &mdash;", StringComparison.Ordinal) ? ActorType.Organization : null;
    }

    /// <summary>"shares of the …": the longest phrase that ends before the name, an article between them or not.</summary>
    public static ActorType? Ahead(Sentence sentence, int at)
    {
        if (!Before.TryGetValue(sentence.Language, out var phrases)) return null;
        return Ending(sentence, at, phrases) ?? (at > 1 && sentence.Words[at].IsJoined && Articles.Contains(sentence.Words[at - 1].Lower) ? Ending(sentence, at - 1, phrases) : null);
    }

    private static ActorType? Ending(Sentence sentence, int end, Dictionary<string, ActorType> phrases)
    {
        var words = sentence.Words;
        if (end == 0 || !Nearest.Contains(words[end - 1].Lower)) return null;
        var start = end;
        while (start > 0 && end - start < LongestPhrase && words[start].IsJoined) start--;
        for (; start < end; start++)
        {
            if (phrases.TryGetValue(Phrase(sentence, start, end), out var type)) return type;
        }

        return null;
    }

    private static ActorType? Behind(Sentence sentence, int start) => After.TryGetValue(sentence.Language, out var phrases) && start < sentence.Words.Count && sentence.Words[start].IsJoined ? Beginning(sentence, start, phrases) : null;

    /// <summary>"…'s shares", "…'ın sözcüsü".</summary>
    private static ActorType? Owned(string text, Sentence sentence, int start)
    {
        if (!Possessed.TryGetValue(sentence.Language, out var phrases) || start >= sentence.Words.Count) return null;
        var gap = text.AsSpan(sentence.Words[start - 1].Span.End, sentence.Words[start].Span.Start - sentence.Words[start - 1].Span.End);
        var isOwner = gap.Length is >= 2 and <= 5 && gap[0] is '\'' or '’' && gap[^1] == ' ' && (sentence.Language == "tr" ? gap[^2] == 'n' : gap is "'s " or "’s " or "' " or "’ ");
        return isOwner ? Beginning(sentence, start, phrases) : null;
    }

    private static ActorType? Beginning(Sentence sentence, int start, Dictionary<string, ActorType> phrases)
    {
        if (!Nearest.Contains(sentence.Words[start].Lower)) return null;
        var end = start + 1;
        while (end < sentence.Words.Count && end - start < LongestPhrase && sentence.Words[end].IsJoined) end++;
        for (; end > start; end--)
        {
            if (phrases.TryGetValue(Phrase(sentence, start, end), out var type)) return type;
        }

        return null;
    }

    /// <summary>"…, the state oil company", "the fund, …,": a noun of the table of cues across a comma.</summary>
    private static ActorType? Apposed(string text, Sentence sentence, int at, int count)
    {
        var words = sentence.Words;
        var next = at + count;
        if (next + 1 < words.Count && Gap(text, words, next) is ", " && Articles.Contains(words[next].Lower))
        {
            for (var i = next + 1; i < words.Count && i - next <= LongestApposition && words[i].IsJoined; i++)
            {
                if (words[i].IsCapital && sentence.Language != "de") continue;
                if (Gazetteer.IsFunctionWord(words[i].Lower, sentence.Language)) return null;
                if (Gazetteer.Noun(words[i].Lower, sentence.Language) is { } noun && words[next].Lower != "its" && (i + 1 >= words.Count || !words[i + 1].IsJoined || Gazetteer.IsFunctionWord(words[i + 1].Lower, sentence.Language))) return noun;
                if (words[next].Lower != "its" && Gazetteer.TitleKind(words[i].Lower, sentence.Language) is not null && !Gazetteer.IsPortfolio(words[i].Lower, sentence.Language)) return ActorType.Person;
            }
        }

        if (HasOffice(text, sentence, next)) return ActorType.Person;
        // "Maria Keller (Grüne Liste)": the party of whom it follows.
        if (at > 1 && words[at - 1].IsCapital && words[at - 2].IsCapital && words[at - 1].IsJoined && Gap(text, words, at) is " (" && words[at + count - 1].Span.End is var end && end < text.Length && text[end] == ')' && !Gazetteer.IsOrganizationHead(words[at - 1].Lower, sentence.Language)) return ActorType.Organization;
        if (at < 1 || Gap(text, words, at) is not ", ") return null;
        var isClosed = next >= words.Count || Gap(text, words, next) is ", ";
        // "her father, Kasem Suwan, owns …".
        if (at > 1 && isClosed && words[at - 1].IsJoined && Own.Contains(words[at - 2].Lower) && Kin.Contains((sentence.Language, words[at - 1].Lower))) return ActorType.Person;
        var isLed = at > 1 && (words[at - 2].IsCapital && words[at - 1].Span.Start - words[at - 2].Span.End == 3 || words[at - 1].IsJoined && (Articles.Contains(words[at - 2].Lower) || at > 2 && words[at - 2].IsJoined && Articles.Contains(words[at - 3].Lower)));
        return isClosed && isLed ? Gazetteer.Noun(words[at - 1].Lower, sentence.Language) : null;
    }

    /// <summary>"…, Malaysia's prime minister", "…, conseiller du président", "…, a brother of the minister": only a person has an office, or relatives.</summary>
    private static bool HasOffice(string text, Sentence sentence, int next)
    {
        const int MostOfOwner = 3;
        const int MostAdjectives = 4;
        var words = sentence.Words;
        if (next >= words.Count || Gap(text, words, next) is not ", ") return false;
        var at = next;
        while (at < words.Count && at - next < MostOfOwner && words[at].IsCapital && (at == next || words[at].IsJoined)) at++;
        if (at > next && (at >= words.Count || Gap(text, words, at) is not ("'s " or "’s ")) || sentence.Language != "en" && at > next) return false;
        if (at == next && (Articles.Contains(words[at].Lower) || Own.Contains(words[at].Lower))) at++;
        for (var first = at; at < words.Count && at - first < MostAdjectives && (at == first || words[at].IsJoined) && !words[at].IsCapital; at++)
        {
            var isHead = Gazetteer.TitleKind(words[at].Lower, sentence.Language) == "office" && !Gazetteer.IsPortfolio(words[at].Lower, sentence.Language) || Kin.Contains((sentence.Language, words[at].Lower));
            if (isHead && (at + 1 >= words.Count || !words[at + 1].IsJoined || Gazetteer.TitleKind(words[at + 1].Lower, sentence.Language) is null)) return at + 1 >= words.Count || !words[at + 1].IsJoined || !words[at + 1].IsCapital;
            if (Gazetteer.IsFunctionWord(words[at].Lower, sentence.Language)) return false;
        }

        return false;
    }

    private static ReadOnlySpan<char> Gap(string text, IReadOnlyList<Word> words, int at) => text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End);

    private static string Phrase(Sentence sentence, int from, int to)
    {
        var phrase = sentence.Words[from].Lower;
        for (var i = from + 1; i < to; i++) phrase += " " + sentence.Words[i].Lower;
        return phrase;
    }

    private static Dictionary<string, Dictionary<string, ActorType>> Load(string where) => Tables.Rows("name-contexts.tsv").Where(row => row[3] == where)
        .SelectMany(row => row[1].Split(',').Select(language => (Language: language, Phrase: row[0], Type: Enum.Parse<ActorType>(row[2], ignoreCase: true)))).GroupBy(row => row.Language)
        .ToDictionary(group => group.Key, group => group.DistinctBy(row => row.Phrase).ToDictionary(row => row.Phrase, row => row.Type, StringComparer.Ordinal));
}
