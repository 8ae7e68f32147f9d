using System.Text.RegularExpressions;

namespace ActorGraph.Extraction.Relations;

/// <summary>Words for relatives (<c>family.tsv</c>), and what they look like between two names.</summary>
internal static class FamilyWords
{
    /// <summary>Not compiled: the list of words is long, and to compile it took seconds at the start of every command.</summary>
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The words of a role in all languages, as a choice.</summary>
    private static string Choice(params string[] roles) => string.Join('|', roles.SelectMany(OfficeWords.All).Distinct().OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(Regex.Escape));

    private static readonly string Pronouns = Choice("own", "whose");

    private static readonly string Ands = Choice("and");

    private static readonly Dictionary<(string Language, string Word), (string Relation, bool IsPlural)> Table = Tables.Rows("family.tsv")
        .DistinctBy(row => (row[1], row[0].ToLowerInvariant())).ToDictionary(row => (row[1], row[0].ToLowerInvariant()), row => (row[2], row.Length > 3 && row[3] == "plural"));

    /// <summary>"great-uncle", "ex-wife", "step-brother": still an uncle, a wife, a brother.</summary>
    private static readonly string[] Prefixes = [.. OfficeWords.All("kin-prefix")];

    private static readonly ILookup<string, string> Cases = Tables.Rows("office-words.tsv").Where(row => row[2] == "kin-case").ToLookup(row => row[1], row => row[0]);

    private static readonly HashSet<string> Mutual = ["brother_of", "sister_of", "sibling_of", "cousin_of", "twin_of", "spouse_of", "brother_in_law_of", "sister_in_law_of", "relative_of"];

    private static readonly string Words = string.Join('|', Table.Keys.Select(key => key.Word).Distinct().OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(Regex.Escape));

    /// <summary>"Hafter's son, Saddam", "accompanied by his younger brother Salim", "Novaks Tochter": the second is it of the first.</summary>
    private static readonly Regex Owner = new($@"(?:^(?:['’]|&#8217;|&rsquo;)s |^s (?=\p{{Lu}})|^['’]?n?[iıuü]n |\b(?:{Pronouns}) )(?:\p{{Ll}}{{3,12}} )?(?:{Words}),? (?:(?!(?:{Ands}) )\p{{L}}[\p{{L}}.-]* ){{0,5}}$", Options);

    /// <summary>"Khalid, a son of General Yusuf": the first is it of the second.</summary>
    private static readonly Regex OfName = new($@"^,? (?:is |was |wordt )?(?:(?:{Choice("article")}) )?(?:\p{{Ll}}{{3,12}} )?(?:{Words}) (?:{Choice("joint", "posting")}) ?(?:\p{{L}}[\p{{L}}.-]* ){{0,5}}$", Options);

    private static readonly Regex Lead = new($@"\b(?:{Words})s? (?:{Choice("joint")})(?: \p{{L}}+){{0,3}},? $", Options);

    /// <summary>"his wife, the lawyer [X]", "Keller's brother [X]", "born in Lima to [X]", "babası [X]".</summary>
    private static readonly Regex Introduced = new($@"(?:(?:['’]|&#8217;|&rsquo;)s|\b(?:{Pronouns})) (?:\p{{Ll}}+ ){{0,2}}(?:{Words})(?: (?:{Ands}) \p{{L}}+)?,? (?:\p{{L}}[\p{{L}}.-]* ){{0,4}}$|\b(?:{Choice("born")}) (?:[^.;]{{0,40}} )?(?:{Choice("born-to")}) (?:\p{{L}}[\p{{L}}.-]* ){{0,3}}$", Options);

    private static readonly Regex Spouse = new($@"(?:['’]s|['’]|\b(?:{Pronouns})) (?:\p{{Ll}}+ ){{0,2}}(?:{string.Join('|', Table.Where(row => row.Value.Relation == "spouse_of").Select(row => Regex.Escape(row.Key.Word)).Distinct())}),? (?:\p{{L}}[\p{{L}}.-]* ){{0,4}}$", Options);

    private static readonly Regex IntroducedByWord = new($@"\b(?:{string.Join('|', Table.Keys.Where(key => key.Language == "tr").Select(key => Regex.Escape(key.Word)))})(?: \p{{L}}+){{0,4}} $", Options);

    /// <summary>What the first is of the second ("son_of"), null where the word is no relative.</summary>
    public static (string Relation, bool IsPlural)? Of(string lower, string language)
    {
        if (Table.TryGetValue((language, lower), out var word)) return word;
        if (lower.Contains('-', StringComparison.Ordinal)) return Array.Find(Prefixes, prefix => lower.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? Of(lower[prefix.Length..], language) : null;
        return Cases[language].FirstOrDefault(ending => lower.EndsWith(ending, StringComparison.Ordinal)) is { } suffix && Table.TryGetValue((language, lower[..^suffix.Length]), out word) ? word : null;
    }

    /// <summary>What the first part of a relation ("daughter") says of whoever is it.</summary>
    public static Gender Gender(string word) => word is "son" or "father" or "brother" or "grandson" or "grandfather" or "nephew" or "uncle" ? Relations.Gender.Male
        : word is "daughter" or "mother" or "sister" or "granddaughter" or "grandmother" or "niece" or "aunt" ? Relations.Gender.Female : Relations.Gender.Unknown;

    /// <summary>Whether two who are this of each other are called so together: "the siblings" are a brother and a sister.</summary>
    public static bool AreSuch(string relation, string plural, string language)
        => Of(plural, language) is { IsPlural: true } told && (told.Relation == relation && IsMutual(relation) || told.Relation is "sibling_of" or "brother_of" && relation is "brother_of" or "sister_of" or "sibling_of" or "twin_of");

    /// <summary>Whether each is it of the other: "cousins".</summary>
    public static bool IsMutual(string relation) => Mutual.Contains(relation);

    /// <summary>"the sister of Minister": who comes next is told only as whose relative somebody is.</summary>
    public static bool Leads(string lead) => Lead.IsMatch(lead);

    public static bool IntroducesSpouse(string lead) => Spouse.IsMatch(lead);

    /// <summary>Whether the words between two names make the first a relative of the second.</summary>
    public static bool Follows(string gap) => OfName.IsMatch(gap);

    /// <summary>Whether who comes next is introduced as somebody's relative: the surname alone means the other.</summary>
    public static bool Introduces(string lead, string language) => Introduced.IsMatch(lead) || Leads(lead) || language == "tr" && IntroducedByWord.IsMatch(lead);

    /// <summary>Whether the words between two names say that one is the other's relative.</summary>
    public static bool Ties(string gap) => Owner.IsMatch(gap) || OfName.IsMatch(gap);
}
