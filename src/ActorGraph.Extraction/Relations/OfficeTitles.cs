using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>The words around an office → its title alone: a noun phrase in lower case and singular, without articles, participles and what says whether it is still held.</summary>
internal static partial class OfficeTitles
{
    public static bool IsHead(string word, string language)
    {
        var lower = word.ToLowerInvariant();
        bool IsOne(string part) => !OfficeWords.Is(part, "modifier", language) && IsOffice(part, language);
        return IsOne(lower) || lower.Contains('-', StringComparison.Ordinal) && lower.Split('-').Any(IsOne) || Former().Match(lower) is { Success: true } old && IsOffice(lower[old.Length..], language);
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

    /// <summary>Whether the token before belongs to the title that begins at the place.</summary>
    public static bool Precedes(IReadOnlyList<Token> tokens, int at, string language)
    {
        var (word, lower) = (tokens[at - 1].Text, tokens[at - 1].Lower);
        if (!tokens[at - 1].IsWord || tokens[at].IsJoined || Former().IsMatch(lower)) return false;
        if (OfficeWords.Is(lower, "former", language) || OfficeWords.Is(lower, "dropped", language) || OfficeWords.Is(lower, "article", language) || IsReporting(lower, language)) return false;
        if (OfficeWords.Is(lower, "acting", language) || OfficeWords.Is(lower, "part", language) || OfficeWords.Is(lower, "modifier", language) || Gazetteer.IsPortfolio(lower, language) || IsOffice(lower, language)) return true;
        if (OfficeWords.Is(lower, "and", language)) return at >= 2 && tokens[at - 2].IsWord && Gazetteer.IsPortfolio(tokens[at - 2].Lower, language) && !IsHead(tokens[at - 2].Text, language);
        // English puts any noun before an office ("oil minister"); a capital one is a name's.
        return language == "en" && char.IsLower(word[0]) && lower.Length > 3 && !Gazetteer.IsFunctionWord(lower, language) && !IsVerb(lower, language) && !Adjective().IsMatch(lower) && Gazetteer.TitleKind(lower, language) is null;
    }

    /// <summary>Whether the word is no part of a noun phrase.</summary>
    public static bool IsVerb(string lower, string language) => OfficeWords.Is(lower, "clause", language) || !OfficeWords.Is(lower, "with", language) && DocumentEvidence.IsPersonal(lower) || IsReporting(lower, language) || language == "en" && Participle().IsMatch(lower);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(?:oud-|ex-|ex(?=minist|presid|secret|gobern|alcald|director|embajad)|voormalig-)")]
    public static partial Regex Former();

    private static bool IsReporting(string lower, string language) => OfficeWords.Is(lower, "reporting", language);

    public static bool IsParticiple(string lower) => Participle().IsMatch(lower);

    [GeneratedRegex(@"^\p{L}{3,}(?:ed|ing)$")]
    private static partial Regex Participle();

    [GeneratedRegex(@"(?:ly|ous|ful|less|ish|able|ible)$")]
    private static partial Regex Adjective();
}
