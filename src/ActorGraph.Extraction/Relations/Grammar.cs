namespace ActorGraph.Extraction.Relations;

/// <summary>What a small word does in its clause (<c>grammar.tsv</c>), and by which the name behind it takes part; an owner's name stands before what is his.</summary>
internal enum WordClass { None, With, By, Between, Of, To, In, From, Object, About, Company, Lead, And, Sub, Rel, He, They, I, We, You, Aux, Say, Verb, Det, Adv, Owner }

/// <summary>The small words of each language by what they do in a clause.</summary>
internal static class Grammar
{
    /// <summary>Longest entry, in words.</summary>
    public const int MostWords = 4;

    private static readonly Dictionary<string, Dictionary<string, WordClass>> Classes = Rows(isClass: true).GroupBy(row => row.Language)
        .ToDictionary(group => group.Key, group => group.DistinctBy(row => row.Word).ToDictionary(row => row.Word, row => Enum.Parse<WordClass>(row.Class, ignoreCase: true), StringComparer.Ordinal));

    private static readonly Dictionary<(string Set, string Language), HashSet<string>> Sets = Rows(isClass: false).GroupBy(row => (row.Class, row.Language))
        .ToDictionary(group => group.Key, group => group.Select(row => row.Word).ToHashSet(StringComparer.Ordinal));

    public static WordClass ClassOf(string words, string language) => Classes.TryGetValue(language, out var own) && own.TryGetValue(words, out var found) ? found : WordClass.None;

    /// <summary>Whether the preposition leads to where somebody goes: "to", "nach".</summary>
    public static bool IsGoal(string lower, string language) => Has("goal", lower, language);

    /// <summary>Whether the noun names people who stand for a state or an organization: "officials", "delegatie".</summary>
    public static bool IsRepresentative(string lower, string language) => Has("rep", lower, language);

    /// <summary>Whether the verb's noun tells what is done: "held talks".</summary>
    public static bool IsLight(string lower, string language) => Has("light", lower, language);

    public static bool PointsToPlace(string lower, string language) => Has("there", lower, language);

    public static bool IsOfSports(string lower, string language) => Has("sport", lower, language);

    /// <summary>Whether the noun stands for an organization named before: "the union".</summary>
    public static bool IsTeam(string lower, string language) => Has("team", lower, language);

    /// <summary>Whether the article points at something known: "the", "de", "el".</summary>
    public static bool IsDefinite(string lower, string language) => Has("definite", lower, language);

    public static bool LeadsToOccasion(string lower, string language) => Has("at", lower, language);

    public static bool IsBefore(string lower, string language) => Has("before", lower, language);

    public static bool IsWhen(string lower, string language) => Has("when", lower, language);

    /// <summary>Whether the auxiliary puts something before what is told: "had".</summary>
    public static bool LooksBack(string lower, string language) => Has("past", lower, language);

    /// <summary>Whether the word leaves open when: "once", "often".</summary>
    public static bool IsUndated(string lower, string language) => Has("undated", lower, language);

    /// <summary>Whether the word says that something is of somebody named before: "his".</summary>
    public static bool IsOwn(string lower, string language) => Has("own", lower, language);

    /// <summary>Whether the noun is a form of state before its name: "republic".</summary>
    public static bool IsForm(string lower, string language) => Has("state", lower, language);

    /// <summary>Whether the pronoun is an object and never the subject of its own sentence: "him".</summary>
    public static bool IsHim(string lower, string language) => Has("him", lower, language);

    /// <summary>Whether the noun counts people behind "the two": "men", "leaders".</summary>
    public static bool IsOfTwo(string lower, string language) => Has("oftwo", lower, language);

    /// <summary>Whether the noun means states: "the two countries".</summary>
    public static bool IsOfStates(string lower, string language) => Has("ofstates", lower, language);

    /// <summary>Whether the preposition makes an occasion the circumstance of what is told: "in a call", "during a visit".</summary>
    public static bool IsCircumstance(string lower, string language) => Has("circumstance", lower, language);

    /// <summary>Whether the word before "in" leads to an occasion itself: "take part in talks", "interest in a meeting".</summary>
    public static bool TakesPart(string lower, string language) => Has("takespart", lower, language);

    public static bool IsBut(string lower, string language) => Has("but", lower, language);

    public static bool IsAfter(string lower, string language) => Has("after", lower, language);

    /// <summary>Whether the noun is of a town, and stands before its name or for it: "capital", "port".</summary>
    public static bool IsTown(string lower, string language) => Has("town", lower, language);

    /// <summary>Whether the noun is what people who meet do: "hands", of "shook hands".</summary>
    public static bool IsGesture(string lower, string language) => Has("gesture", lower, language);

    /// <summary>Whether the pronoun points at the one named last: "the latter".</summary>
    public static bool IsLatter(string lower, string language) => Has("latter", lower, language);

    /// <summary>Whether the word before a verb may be the pronoun of its object: "l'", "lo".</summary>
    public static bool IsClitic(string lower, string language) => Has("clitic", lower, language);

    /// <summary>Whether the auxiliary says of what is thought of that it is over: "is said to have".</summary>
    public static bool IsPerfect(string lower, string language) => Has("perfect", lower, language);

    /// <summary>Whether the word says that somebody stood between two sides: "mediated", "médiation".</summary>
    public static bool IsMediation(string lower, string language) => Has("mediation", lower, language);

    /// <summary>Whether the form of the verb makes a noun of what is done: "görüştüğünü".</summary>
    public static bool IsNominal(string lower, string language) => Sets.TryGetValue(("nominal", language), out var endings) && endings.Any(ending => lower.Length > ending.Length && lower.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>"since", from which something goes on.</summary>
    public static bool IsSince(string lower, string language) => Has("since", lower, language);

    /// <summary>"discussing", "discutant": at the same time as what is told, by its ending.</summary>
    public static bool IsGerund(string lower, string language) => Sets.TryGetValue(("gerund", language), out var endings) && endings.Any(ending => lower.Length > ending.Length && lower.EndsWith(ending, StringComparison.Ordinal));

    public static bool IsPresent(string lower, string language) => Has("present", lower, language);

    private static bool Has(string set, string lower, string language) => Sets.TryGetValue((set, language), out var own) && own.Contains(lower);

    private static IEnumerable<(string Class, string Language, string Word)> Rows(bool isClass) => Tables.Rows("grammar.tsv")
        .Where(row => Enum.TryParse<WordClass>(row[0], ignoreCase: true, out _) == isClass).SelectMany(row => row[2].Split(',').Select(word => (row[0], row[1], word)));
}
