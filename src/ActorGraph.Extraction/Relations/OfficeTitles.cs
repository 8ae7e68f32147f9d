using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>The words around an office → its title alone: a noun phrase in lower case and singular, without articles, participles and what says whether it is still held.</summary>
internal static partial class OfficeTitles
{
    /// <summary>Words that belong to a title and are none by themselves.</summary>
    private static readonly HashSet<string> Modifiers =
    [
        "former", "special", "state", "foreign", "prime", "deputy", "vice", "acting", "interim", "caretaker", "crown", "defence", "defense", "interior", "finance", "ports", "water", "health", "cabinet", "attorney", "executive",
        "speciaal", "plaatsvervangend", "waarnemend", "stellvertretende", "stellvertretenden", "stellvertretender", "spécial", "genel", "eski", "dışişleri", "cumhurbaşkanlığı", "genelkurmay", "then",
    ];

    /// <summary>Nouns and adjectives that stand before an office as part of its title, beside portfolios.</summary>
    private static readonly HashSet<string> Leads =
    [
        "senior", "chief", "general", "first", "second", "joint", "permanent", "honorary", "lead", "managing", "presiding", "under", "assistant", "associate", "technical", "regional", "national", "provincial", "police", "intelligence", "spy", "opposition",
        "party", "union", "rebel", "militia", "navy", "army", "staff", "programme", "program", "project", "election", "campaign", "press", "media", "operations", "research", "sales", "marketing", "mission", "delegation", "logistics", "counter-terrorism",
        "central", "district", "city", "county", "village", "tribal", "parliamentary", "presidential", "ministerial", "diplomatic", "humanitarian", "peace", "resident", "ceasefire", "trade", "budget", "majority", "minority", "co", "board", "club", "team",
        "eerste", "tweede", "algemeen", "financieel", "militair", "kommissarische", "leitende", "leitender", "vize", "primer", "primera", "premier", "première", "vice", "haut", "haute", "alto", "alta", "milli", "birinci",
    ];

    private static readonly Dictionary<string, string> Leaders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["led"] = "leader", ["leads"] = "leader", ["headed"] = "head", ["heads"] = "head", ["run"] = "head", ["runs"] = "head", ["commanded"] = "commander", ["commands"] = "commander", ["chaired"] = "chair", ["chairs"] = "chair", ["governs"] = "governor", ["governed"] = "governor",
        ["leiding"] = "leider", ["geleid"] = "leider", ["leidt"] = "leider", ["voorgezeten"] = "voorzitter", ["aangevoerd"] = "leider", ["leitung"] = "leiter", ["führung"] = "führer", ["geführt"] = "führer", ["geleitet"] = "leiter", ["leitet"] = "leiter",
        ["dirigé"] = "dirigeant", ["dirigée"] = "dirigeant", ["dirige"] = "dirigeant", ["présidé"] = "président", ["présidée"] = "président", ["préside"] = "président", ["commandée"] = "commandant", ["commandé"] = "commandant",
        ["dirigido"] = "director", ["dirigida"] = "director", ["encabezado"] = "líder", ["encabezada"] = "líder", ["liderado"] = "líder", ["liderada"] = "líder", ["presidido"] = "presidente", ["presidida"] = "presidente", ["preside"] = "presidente", ["lidera"] = "líder",
    };

    /// <summary>The office of whoever does what the verb says: "led by" makes a leader.</summary>
    public static string? OfVerb(string verb) => Leaders.GetValueOrDefault(verb);

    public static bool IsHead(string word, string language)
    {
        var lower = word.ToLowerInvariant();
        return !Modifiers.Contains(lower) && (IsOffice(lower, language) || lower.Contains('-', StringComparison.Ordinal) && lower.Split('-').Any(part => !Modifiers.Contains(part) && IsOffice(part, language)) || Former().Match(lower) is { Success: true } old && IsOffice(lower[old.Length..], language));
    }

    /// <summary>The part of the words that is the title, null where none of them is an office.</summary>
    public static TextSpan? In(string text, TextSpan words, string language)
    {
        // "the deputy" read as "the de" and "puty": begin and end where words do.
        var (start, end) = (words.Start, words.End);
        while (start > 0 && start < end && char.IsLetter(text[start]) && (char.IsLetter(text[start - 1]) || text[start - 1] == '-')) start--;
        var tokens = Word().Matches(text[start..end]).ToList();
        var head = tokens.FindIndex(token => IsHead(token.Value, language));
        if (head < 0) head = tokens.FindIndex(token => token.Value.ToLowerInvariant() is "deputy" or "deputies");
        if (head < 0) return null;
        var first = head;
        while (first > 0 && head - first < 5 && Precedes(tokens[first - 1].Value, language) && OnlySpace(text, start + tokens[first - 1].Index + tokens[first - 1].Length, start + tokens[first].Index)) first--;
        while (first < head && IsJoint(tokens[first].Value)) first++;
        var last = tokens.Count - 1;
        // "ambassador to Kenya": where somebody is posted is no part of the title.
        for (var i = head + 1; i < last; i++) if (IsJoint(tokens[i].Value) && char.IsUpper(tokens[i + 1].Value[0]) && !Gazetteer.IsPortfolio(tokens[i + 1].Value.ToLowerInvariant(), language)) last = i - 1;
        while (last > head && Gazetteer.TitleKind(tokens[last].Value.ToLowerInvariant(), language) is "rank" or "address" && !(tokens[last].Value.ToLowerInvariant() is "general" or "général" or "major" && last == head + 1)) last--;
        while (last > head && (IsJoint(tokens[last].Value) || Gazetteer.IsFunctionWord(tokens[last].Value.ToLowerInvariant(), language))) last--;
        if (tokens.Skip(head + 1).Take(last - head).Any(token => Verb().IsMatch(token.Value))) return null;
        return new TextSpan(start + tokens[first].Index, start + tokens[last].Index + tokens[last].Length);
    }

    /// <summary>In lower case and singular, with one space between words.</summary>
    public static string Name(string title, string language)
    {
        var words = Space().Replace(title.Trim().ToLowerInvariant(), " ").Split(' ');
        words[0] = Former().Replace(words[0], "");
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "deputies") words[i] = "deputy";
            else if (words[i].Length > 4 && words[i][^1] == 's' && Gazetteer.TitleKind(words[i], language) == "office" && Gazetteer.TitleKind(words[i][..^1], language) == "office") words[i] = words[i][..^1];
        }

        return string.Join(' ', words);
    }

    private static bool IsOffice(string lower, string language) => Gazetteer.TitleKind(lower, language) == "office";

    private static bool Precedes(string word, string language)
    {
        var lower = word.ToLowerInvariant();
        if (lower is "former" or "then" or "eski" || Dropped().IsMatch(lower)) return false;
        if (Modifiers.Contains(lower) || Leads.Contains(lower) || IsJoint(lower) || Gazetteer.IsPortfolio(lower, language) || IsOffice(lower, language)) return true;
        // English puts any noun before an office ("oil minister"); a capital one is a name's.
        return language == "en" && char.IsLower(word[0]) && lower.Length > 3 && !Gazetteer.IsFunctionWord(lower, language) && !Verb().IsMatch(lower) && !Adjective().IsMatch(lower) && Gazetteer.TitleKind(lower, language) is null;
    }

    private static bool OnlySpace(string text, int from, int to) => text[from..to].Trim().Length == 0;

    private static bool IsJoint(string word) => word.ToLowerInvariant() is "of" or "for" or "and" or "van" or "voor" or "en" or "de" or "der" or "des" or "du" or "del" or "la" or "the" or "für" or "und" or "et" or "y" or "ve" or "to" or "in" or "at" or "bij" or "het" or "von" or "au" or "aux" or "den" or "dem" or "zu" or "a";

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(?:oud-|ex-|ex(?=minist|presid|secret|gobern|alcald|director|embajad)|voormalig-)")]
    public static partial Regex Former();

    [GeneratedRegex(@"^(?:new|newly|appointed|elected|named|incoming|outgoing|late|top|longtime|long-time|veteran|once|current|current(?:ly)?|powerful|influential|nieuwe|huidige|toenmalige?|voormalige?|neue[rn]?|frühere[rn]?|ehemalige[rn]?|nouveau|nouvelle|ancien(?:ne)?|actuel(?:le)?|nuev[oa]|actual|antigu[oa]|yeni|said|told|met|saw|held|led|won|beat|took|gave|left|sent|made|became|with|talks|meets|says|urges|tells)$", RegexOptions.IgnoreCase)]
    private static partial Regex Dropped();

    [GeneratedRegex(@"^(?:who|which|that|whose|whom|die|qui|que|controls?|says|has|had|is|was|were|will|\p{L}{3,}(?:ed|ing))$", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?:ly|ous|ful|less|ish|able|ible)$")]
    private static partial Regex Adjective();
}
