using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>How mentions of a sentence hang together: lists, titles before names, whose organization it is.</summary>
internal static partial class Phrases
{
    private static readonly HashSet<string> Links =
    [
        "and", "with", "the", "a", "an", "his", "her", "their", "its", "as", "well", "also", "along", "together", "accompanied", "by", "including", "members", "officials", "then", "both",
        "en", "met", "de", "het", "zijn", "haar", "onder", "und", "mit", "dem", "der", "die", "den", "seinem", "ihren", "ihrem", "et", "avec", "le", "la", "les", "son", "sa", "l", "y", "con", "el", "su", "ile", "ve", "of", "van", "counterpart", "former", "visiting",
        "mr", "mrs", "ms", "dr", "gen", "s", "her", "him", "newly", "appointed", "elder", "younger", "brother", "wife", "husband", "sister", "son", "daughter",
    ];

    public static bool IsListWord(string lower, string language) => Links.Contains(lower) || IsTitleWord(lower, language) || Gazetteer.Country(lower, language) is not null;

    public static bool IsTitleWord(string lower, string language) => Gazetteer.TitleKind(lower, language) is not null || Gazetteer.IsPortfolio(lower, language) || lower is "of" or "for" or "the" or "van" or "de" or "and" or "then" or "former" or "'s" or "’s" or "s";

    /// <summary>A word of titles, or one that says what an office is for.</summary>
    public static bool IsOffice(string lower, string language) => Gazetteer.TitleKind(lower, language) is not null || Gazetteer.IsPortfolio(lower, language);

    /// <summary>A word that names who holds a position or a rank.</summary>
    public static bool IsOfficeTitle(string lower, string language) => Gazetteer.TitleKind(lower, language) is "office" or "rank";

    public static string Gap(AnnotatedText text, NameMention a, NameMention b) => a.Span.End <= b.Span.Start ? text.Text[a.Span.End..b.Span.Start] : "";

    /// <summary>Whether only titles, articles and list words stand in the text.</summary>
    public static bool IsLink(string gap, string language)
        => gap.Length <= 90 && gap.IndexOfAny(['.', ';', ':', '(']) < 0 && WordPattern().Matches(gap).All(match => Links.Contains(match.Value.ToLowerInvariant()) || Gazetteer.TitleKind(match.Value.ToLowerInvariant(), language) is not null);

    /// <summary>"head of the", before the organization that a title belongs to.</summary>
    public static bool EndsInTitleOf(string gap, string language)
    {
        var match = TitleOf().Match(gap);
        if (match.Success && Gazetteer.IsPortfolio(match.Groups[1].Value.ToLowerInvariant(), language) && PortfolioTitle().Match(gap) is { Success: true } title) return Gazetteer.TitleKind(title.Groups[1].Value.ToLowerInvariant(), language) is not null;
        return match.Success && Gazetteer.TitleKind(match.Groups[1].Value.ToLowerInvariant(), language) is not null;
    }

    /// <summary>Whether the mention only says whose a following person is: "Turkish", "Libya's", "(MIT) Director".</summary>
    public static bool IsAttribute(AnnotatedText text, IReadOnlyList<NameMention> mentions, int at, string language)
    {
        if (mentions[at].Type == ActorType.Country && mentions[at].IsDemonym) return true;
        if (mentions[at].Type == ActorType.Person) return false;
        for (var next = at + 1; next < mentions.Count; next++)
        {
            var gap = Gap(text, mentions[next - 1], mentions[next]).Trim(' ', '(', ')');
            if (gap is "'s" or "’s") return true;
            if (gap.Contains(',', StringComparison.Ordinal) || gap.Length > 0 && WordPattern().Matches(gap).Any(match => Gazetteer.TitleKind(match.Value.ToLowerInvariant(), language) is null)) return false;
            if (mentions[next].Type == ActorType.Person) return gap.Length > 0 || mentions[next].Title is not null || next > at + 1;
        }

        return false;
    }

    /// <summary>The actors of the list that begins at the mention and runs forward (step 1) or backward (step -1).</summary>
    public static List<(NameMention Mention, bool IsCompanion)> Listed(AnnotatedText text, IReadOnlyList<NameMention> mentions, int at, int step, string language)
    {
        var list = new List<(NameMention, bool)>();
        for (var i = at; i >= 0 && i < mentions.Count; i += step)
        {
            var gap = i == at ? "" : step > 0 ? Gap(text, mentions[i - 1], mentions[i]) : Gap(text, mentions[i], mentions[i + 1]);
            if (i != at && !IsLink(gap, language)) break;
            var before = i > 0 ? Gap(text, mentions[i - 1], mentions[i]) : "";
            var isOffice = mentions[i].Type != ActorType.Person && EndsInTitleOf(before, language);
            if (mentions[i].Type is ActorType.Place or ActorType.Vessel && i != at) break;
            if (isOffice || IsAttribute(text, mentions, i, language) || !mentions[i].IsActor) continue;
            list.Add((mentions[i], Companion().IsMatch(before)));
        }

        if (step < 0) list.Reverse();
        return list;
    }

    [GeneratedRegex(@"[\p{L}\p{M}'’-]+")]
    private static partial Regex WordPattern();

    /// <summary>"la ministre de la Défense du", "the minister for foreign affairs of".</summary>
    [GeneratedRegex(@"([\p{L}-]+) (?:de la |de l['’]|des |du |del |de las |de los |de |d['’]|van |voor |für |for |of )\p{L}+(?: (?:and|et|y|en|und) (?:de )?\p{L}+| \p{L}+)? (?:of|van|der|des|du|de|del|von|d['’])(?: (?:the|het|la|l['’]|los))? ?$")]
    private static partial Regex PortfolioTitle();

    [GeneratedRegex(@"([\p{L}-]+) (?:of|van|der|des|du|de|del|für|to)(?: (?:the|la|het|de|l'))?(?: \p{Ll}{4,18})? ?$")]
    private static partial Regex TitleOf();

    [GeneratedRegex(@"accompanied by|alongside|vergezeld van|begleitet von|accompagnée? de|acompañad[oa] (?:de|por)", RegexOptions.IgnoreCase)]
    private static partial Regex Companion();
}
