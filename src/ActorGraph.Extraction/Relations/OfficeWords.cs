using ActorGraph.Extraction.Mentions;

namespace ActorGraph.Extraction.Relations;

/// <summary>What words do around an office (<c>office-words.tsv</c>).</summary>
internal static class OfficeWords
{
    private static readonly Dictionary<(string Language, string Role), HashSet<string>> Words = Tables.Rows("office-words.tsv")
        .SelectMany(row => row[1].Split(',').Select(language => (Key: (language, row[2]), Word: row[0])))
        .GroupBy(row => row.Key).ToDictionary(group => group.Key, group => group.Select(row => row.Word).ToHashSet(StringComparer.Ordinal));

    private static readonly string[] Links = ["left", "named", "was", "be", "as", "will", "who", "until", "since", "aside", "article", "dropped", "acting", "former"];

    private static readonly string[] Kinds = ["corporate", "national", "local", "envoy"];

    public static bool Is(string lower, string role, string language) => Words.TryGetValue((language, role), out var words) && words.Contains(lower);

    /// <summary>The words of the role in any language.</summary>
    public static IEnumerable<string> All(string role) => Words.Where(row => row.Key.Role == role).SelectMany(row => row.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether the language has words of the role.</summary>
    public static bool Has(string role, string language) => Words.ContainsKey((language, role));

    /// <summary>Whether a compound begins with a word of the role.</summary>
    public static bool Begins(string lower, string role, string language) => Words.TryGetValue((language, role), out var words) && words.Any(word => lower.Length > word.Length && lower.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a title ends with several words of the role: "head of state".</summary>
    public static bool Ends(string title, string role, string language) => Words.TryGetValue((language, role), out var words) && words.Any(word => word.Contains(' ', StringComparison.Ordinal) && title.EndsWith(word, StringComparison.Ordinal) && (title.Length == word.Length || title[^(word.Length + 1)] == ' '));

    /// <summary>Whether a compound ends with a word of the role: "boerenbond".</summary>
    public static bool EndsCompound(string lower, string role, string language) => Words.TryGetValue((language, role), out var words) && Has("joined-compounds", language) && words.Any(word => lower.Length > word.Length + 2 && lower.EndsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a word is the plural of an office: "ministers" of "minister", "ministros" of "ministra", "Minister" of "Verkehrsministerin".</summary>
    public static bool IsPlural(string plural, string title, string language)
    {
        const int LeastStem = 4;
        const int MostRest = 2;
        if (title.Contains(' ', StringComparison.Ordinal) || !Words.TryGetValue((language, "plural-ending"), out var endings)) return false;
        // Turkish counts in the singular: "iki bakan".
        var noun = plural[(plural.LastIndexOf(' ') + 1)..];
        return endings.Any(ending => noun.Length >= ending.Length + LeastStem && noun.EndsWith(ending, StringComparison.Ordinal) && IsOf(noun[..^ending.Length]));

        bool IsOf(string stem) => title.LastIndexOf(stem, StringComparison.Ordinal) is >= 0 and var at && title.Length - at - stem.Length <= MostRest && (at == 0 || Has("joined-compounds", language));
    }

    public static bool Is(Token token, string role, string language) => token.IsWord && Is(token.Lower, role, language);

    /// <summary>What a word between a name and an office does, the telling roles first.</summary>
    public static string? Between(Token token, string language) => Array.Find(Links, role => Is(token, role, language));

    /// <summary>What kind of office it is; a compound is of the kind of its last part.</summary>
    public static bool IsKind(string head, string kind, string language)
        => Is(head, kind, language) || !Kinds.Any(own => Is(head, own, language)) && (head.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && Is(head[(hyphen + 1)..], kind, language)
            || Gazetteer.TitleEnding(head, language) is { } ending && Is(ending, kind, language));
}
