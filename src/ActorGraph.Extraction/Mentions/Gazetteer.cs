using System.Globalization;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>What is known of names before a document is read: countries, cities, given names, head words. Evidence, weighed with the document's own.</summary>
internal static class Gazetteer
{
    private static readonly Dictionary<string, Dictionary<string, (string Iso2, bool IsDemonym)>> CountryForms = LoadCountries();
    private static readonly Dictionary<(string Language, string Form), string> CapitalCountries = CountryForms.SelectMany(language => language.Value.Where(form => !form.Value.IsDemonym && form.Key.Length > 3).Select(form => (Key: (language.Key, form.Key.ToUpperInvariant()), form.Value.Iso2)))
        .DistinctBy(form => form.Key).ToDictionary(form => form.Key, form => form.Iso2);
    private static readonly HashSet<string> CountryStarts = CountryForms.Values.SelectMany(forms => forms.Keys).Select(form => form.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly Dictionary<string, (string Iso2, double Size)> CityForms = Tables.Rows("cities.tsv").Concat(Tables.Rows("regions.tsv"))
        .GroupBy(row => row[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => (group.First()[1], group.First() is [_, _, var size] ? double.Parse(size, CultureInfo.InvariantCulture) : RegionSize), StringComparer.Ordinal);

    /// <summary>As surely a place as a town of some size.</summary>
    private const double RegionSize = 4.9;

    private static readonly HashSet<string> GivenNames = Tables.Rows("given-names.txt").Select(row => Letters.Plain(row[0])).ToHashSet(StringComparer.Ordinal);
    private static readonly Dictionary<string, HashSet<string>> FunctionWords = Tables.ByLanguage("function-words.tsv");
    private static readonly HashSet<string> Calendar = Tables.Rows("calendar.tsv").Where(row => row[2] != "monthshort").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> CommonWords = Tables.Rows("common-words.en.txt").Select(row => row[0]).Concat(Calendar).ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> OrganizationHeads = Tables.Rows("organizations.tsv").Where(row => row[0][0] != '-').Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>Heads that Dutch and German write together with what stands before them.</summary>
    private static readonly Dictionary<string, string[]> HeadEndings = Tables.ByLanguage("organizations.tsv").ToDictionary(language => language.Key, language => language.Value.Where(word => word[0] == '-').Select(word => word[1..]).ToArray());

    private static readonly HashSet<string> EnglishHeads = Tables.Rows("organizations.tsv").Where(row => row[1].Split(',').Contains("en")).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Firms = Tables.Rows("organizations.tsv").Where(row => row is [_, _, "firm"]).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Groups = Tables.Rows("groups.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> EventWords = Tables.Rows("events.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> PlaceWords = Tables.Rows("places.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly Dictionary<string, HashSet<string>> Portfolios = Tables.ByLanguage("portfolios.tsv");
    private static readonly Dictionary<string, Dictionary<string, string>> Titles = Tables.Rows("titles.tsv").SelectMany(row => row[1].Split(',').Select(language => (Language: language, Word: row[0], Kind: row[2])))
        .GroupBy(row => row.Language).ToDictionary(group => group.Key, group => group.DistinctBy(row => row.Word).ToDictionary(row => row.Word, row => row.Kind, StringComparer.Ordinal));

    /// <summary>Ends of compounds that are offices: Dutch and German write "legerchef" and "Kulturministerin" in one word.</summary>
    private static readonly Dictionary<string, string[]> TitleEndings = Titles.ToDictionary(language => language.Key, language => language.Value.Keys.Where(word => word[0] == '-').Select(word => word[1..]).OrderByDescending(word => word.Length).ToArray());

    private static readonly Dictionary<string, Dictionary<string, ActorType>> Cues = LoadCues("before");
    private static readonly Dictionary<string, Dictionary<string, ActorType>> CuesAfter = LoadCues("after");

    /// <summary>Dutch and German write "vredesorganisatie" and "Ölkonzern" in one word.</summary>
    private static readonly Dictionary<string, KeyValuePair<string, ActorType>[]> CueEndings = Cues.Where(language => language.Key is "nl" or "de")
        .ToDictionary(language => language.Key, language => language.Value.Where(cue => cue.Key.Length > 3).OrderByDescending(cue => cue.Key.Length).ThenBy(cue => cue.Key, StringComparer.Ordinal).ToArray());

    private static readonly Dictionary<string, (ActorType Type, string Name)> Known = Tables.Rows("actors.tsv").DistinctBy(row => row[0])
        .ToDictionary(row => row[0], row => (Enum.Parse<ActorType>(row[1], ignoreCase: true), row[2]), StringComparer.Ordinal);

    /// <summary>Heads that Dutch and German write together with what stands before them.</summary>
    private static readonly HashSet<string> Determiners = NameWords.Of("determiner").ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> VesselPrefixes = NameWords.Of("vessel-prefix").ToHashSet(StringComparer.Ordinal);

    /// <summary>Longest country name, in words.</summary>
    public const int MaxCountryWords = 6;

    public static bool StartsCountry(string word) => CountryStarts.Contains(word);

    public static (string Iso2, bool IsDemonym)? Country(string form, string language)
        => CountryForms.TryGetValue(language, out var own) && own.TryGetValue(form, out var found) ? found
            : language != "en" && CountryForms["en"].TryGetValue(form, out var english) && !english.IsDemonym ? english : null;

    /// <summary>What the word is in each language that knows countries.</summary>
    public static IEnumerable<(string Iso2, bool IsDemonym)?> Countries(string form) => CountryForms.Values.Select(forms => forms.TryGetValue(form, out var found) ? found : ((string, bool)?)null);

    /// <summary>The country of a name in capitals.</summary>
    public static string? CountryInCapitals(string form, string language) => CapitalCountries.GetValueOrDefault((language, form)) ?? CapitalCountries.GetValueOrDefault(("en", form));

    public static (string Iso2, double Size)? City(string form) => CityForms.TryGetValue(form, out var found) ? found : null;

    public static bool IsGivenName(string word) => GivenNames.Contains(Letters.Plain(word));

    public static bool IsCommonWord(string lower) => CommonWords.Contains(lower);

    /// <summary>Whether the word, or what it is the plural of, is an ordinary English one.</summary>
    public static bool IsCommonNoun(string lower) => CommonWords.Contains(lower) || lower.Length > 4 && lower[^1] == 's' && (CommonWords.Contains(lower[..^1]) || lower.EndsWith("es", StringComparison.Ordinal) && CommonWords.Contains(lower[..^2]) || lower.EndsWith("ies", StringComparison.Ordinal) && CommonWords.Contains(lower[..^3] + "y"));

    public static bool IsFunctionWord(string lower, string language) => Calendar.Contains(lower) || Has(FunctionWords, lower, language);

    public static bool IsOrganizationHead(string lower, string language) => OrganizationHeads.Contains(lower) || lower.Length > 6 && HasHeadEnding(lower, language);

    /// <summary>Whether the word is a head in some language.</summary>
    public static bool IsOrganizationHead(string lower) => HeadEndings.Keys.Any(language => IsOrganizationHead(lower, language));

    /// <summary>Whether the word itself stands in the table of heads, not only its ending.</summary>
    public static bool IsHeadWord(string lower) => OrganizationHeads.Contains(lower);

    /// <summary>Whether companies are called so: "Harrow Minerals of Melbourne" sits there.</summary>
    public static bool IsFirm(string lower) => Firms.Contains(lower);

    public static bool IsEnglishHead(string lower) => EnglishHeads.Contains(lower);

    public static bool IsPlaceWord(string lower) => PlaceWords.Contains(lower);

    /// <summary>A people, a faith, a side: capitalised, and no actor alone.</summary>
    public static bool IsGroup(string lower) => Groups.Contains(lower);

    /// <summary>Whether a capitalised name that begins or ends with the word is an event's, a treaty's, an award's: no actor.</summary>
    public static bool IsEventWord(string lower) => EventWords.Contains(lower);

    public static bool IsDeterminer(string lower) => Determiners.Contains(lower);

    public static bool IsPortfolio(string lower, string language) => Has(Portfolios, lower, language);

    /// <summary>Whether the word is what an office is for, in any language.</summary>
    public static bool IsPortfolio(string lower) => Portfolios.Values.Any(words => words.Contains(lower));

    /// <summary>What a word before a name makes of it ("the daily …", "het schip …"), null where it says nothing.</summary>
    public static ActorType? Cue(string lower, string language) => Cues.TryGetValue(language, out var own) && own.TryGetValue(lower, out var type) ? type : null;

    /// <summary>What a noun, or the noun that a compound ends with, makes of the name that it stands beside.</summary>
    public static ActorType? Noun(string lower, string language)
    {
        const int LeastBefore = 3;
        if (Cue(lower, language) is { } cue) return cue;
        if (!CueEndings.TryGetValue(language, out var endings) || TitleKind(lower, language) is not null) return null;
        // "des Gaskonzerns Corvex".
        if (language == "de" && lower.Length > 5 && lower[^1] == 's' && Cue(lower[..^1], language) is { } genitive) return genitive;
        foreach (var (ending, type) in endings) if (lower.Length >= ending.Length + LeastBefore && (lower.EndsWith(ending, StringComparison.Ordinal) || language == "de" && lower[^1] == 's' && lower.AsSpan(0, lower.Length - 1).EndsWith(ending, StringComparison.Ordinal))) return type;
        return null;
    }

    /// <summary>What a word behind a name makes of it ("… newspaper", "… gazetesi"), null where it says nothing.</summary>
    public static ActorType? CueAfter(string lower, string language) => CuesAfter.TryGetValue(language, out var own) && own.TryGetValue(lower, out var type) ? type : null;

    /// <summary>office, rank or address; null for other words.</summary>
    public static string? TitleKind(string lower, string language)
        => Titles.TryGetValue(language, out var own) && own.TryGetValue(lower.TrimEnd('.'), out var kind) || Titles["en"].TryGetValue(lower.TrimEnd('.'), out kind) ? kind : TitleEnding(lower, language) is null ? null : "office";

    /// <summary>"minister" of "defensieminister", null where the word is no compound of an office.</summary>
    public static string? TitleEnding(string lower, string language)
    {
        const int LeastBefore = 3;
        return TitleEndings.TryGetValue(language, out var endings) ? Array.Find(endings, ending => lower.Length >= ending.Length + LeastBefore && lower.EndsWith(ending, StringComparison.Ordinal)) : null;
    }

    public static (ActorType Type, string Name)? WellKnown(string form) => Known.TryGetValue(form, out var found) ? found : IsAbbreviationInSmall(form) && Known.TryGetValue(form.ToUpperInvariant(), out found) ? found : null;

    /// <summary>"Unicef", "Ecowas": abbreviations of some length are written like words too.</summary>
    private static bool IsAbbreviationInSmall(string form)
    {
        if (form.Length is < 5 or > 10 || !char.IsUpper(form[0])) return false;
        for (var i = 1; i < form.Length; i++) if (!char.IsLower(form[i])) return false;
        return !CityForms.ContainsKey(form) && !CommonWords.Contains(form.ToLowerInvariant()) && !IsGivenName(form);
    }

    public static bool IsVesselPrefix(string word) => VesselPrefixes.Contains(word);

    private static bool HasHeadEnding(string lower, string language)
    {
        foreach (var ending in HeadEndings[language])
        {
            if (lower.Length > ending.Length + 2 && lower.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool Has(Dictionary<string, HashSet<string>> table, string lower, string language) => table.TryGetValue(language, out var own) && own.Contains(lower);

    private static Dictionary<string, Dictionary<string, ActorType>> LoadCues(string where) => Tables.Rows("name-cues.tsv").Where(row => row[3] == where).SelectMany(row => row[1].Split(',').Select(language => (Language: language, Word: row[0], Type: row[2]))).GroupBy(row => row.Language)
        .ToDictionary(group => group.Key, group => group.DistinctBy(row => row.Word).ToDictionary(row => row.Word, row => Enum.Parse<ActorType>(row.Type, ignoreCase: true), StringComparer.Ordinal));

    private static Dictionary<string, Dictionary<string, (string, bool)>> LoadCountries()
    {
        var all = new Dictionary<string, Dictionary<string, (string, bool)>>(StringComparer.Ordinal);
        foreach (var row in Tables.Rows("countries.tsv"))
        {
            if (!all.TryGetValue(row[3], out var forms)) all[row[3]] = forms = new(StringComparer.Ordinal);
            forms.TryAdd(row[0], (row[1], row[2] == "demonym"));
        }

        return all;
    }
}
