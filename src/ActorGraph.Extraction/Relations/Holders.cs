using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>"the minister": the person whom the article called so.</summary>
internal static class Holders
{
    private const int HowMany = 12;
    private const int HowFarBack = 4000;
    private const int MostOffices = 200;

    /// <summary>Whom it called so last.</summary>
    public static NameMention? Of(AnnotatedText text, string title, int before)
    {
        var from = Math.Max(text.ArticleAt(before).Span.Start, before - HowFarBack);
        var mentions = text.MentionsIn(new TextSpan(from, before));
        return mentions.Where(mention => mention.Title is not null).Reverse().Take(HowMany).FirstOrDefault(mention => EndsWith(mention.Title!.Value.Of(text.Text), title, text.ArticleAt(before).Language))
            ?? mentions.Where(mention => mention.Type == ActorType.Person).Reverse().Take(HowMany).FirstOrDefault(mention => IsBehind(text.Text, mention.Span.End, title, before, text.ArticleAt(before).Language));
    }

    /// <summary>"Deputy Secretary of State" answers to "the secretary of state" and to "the deputy secretary".</summary>
    private static bool EndsWith(string words, string title, string language) => words.EndsWith(title, StringComparison.OrdinalIgnoreCase) || Head(words, language).EndsWith(title, StringComparison.OrdinalIgnoreCase);

    /// <summary>A title up to what it is of: "minister" of "minister van Financiën".</summary>
    public static string Head(string title, string language)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var of = Array.FindIndex(words, 0, word => Grammar.ClassOf(word.ToLowerInvariant(), language) is WordClass.Of or WordClass.About or WordClass.In);
        return of > 0 ? string.Join(' ', words[..of]) : title;
    }

    /// <summary>"Keller, the prime minister".</summary>
    private static bool IsBehind(string text, int end, string title, int before, string language)
    {
        const int HowFar = 24;
        if (end + 2 >= text.Length || text[end] != ',') return false;
        var at = text.IndexOf(title, end, Math.Min(title.Length + HowFar, text.Length - end), StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at >= before || text.AsSpan(end + 1, at - end - 1).IndexOfAny(",.;:\n") >= 0) return false;
        // "Keller, said that the minister": a verb's clause calls him nothing.
        var words = text[(end + 1)..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, word => Grammar.ClassOf(word.ToLowerInvariant(), language) is not (WordClass.Say or WordClass.Verb or WordClass.Aux or WordClass.Sub or WordClass.Rel));
    }

    /// <summary>Sighting of the one who holds the title of this state or organization near the place, null where the article names none or several.</summary>
    public static string? For(AnnotatedText text, string title, string of, int near)
    {
        const int Beside = 45;
        var article = text.ArticleAt(near).Span;
        var span = new TextSpan(Math.Max(article.Start, near - HowFarBack), Math.Min(article.End, near + HowFarBack));
        var holders = text.MentionsIn(span).Where(mention => mention.Type == ActorType.Person && mention.Title is { } words && words.Of(text.Text).EndsWith(title, StringComparison.OrdinalIgnoreCase)
            && text.MentionsIn(new TextSpan(Math.Max(article.Start, mention.Title.Value.Start - Beside), Math.Min(article.End, mention.Span.End + Beside))).Any(other => text.SightingAt[other.Span] == of)).Select(mention => text.SightingAt[mention.Span]).Distinct().Take(2).ToList();
        return holders.Count == 1 ? holders[0] : null;
    }

    /// <summary>Sighting id of whoever the article called so last, by a title before the name or an office told of them.</summary>
    public static string? Of(AnnotatedText text, IReadOnlyList<OfficeEvidence> offices, string title, Article article, int before)
    {
        var end = Before(offices, before);
        var told = Enumerable.Range(1, Math.Min(MostOffices, end)).Select(back => offices[end - back]).FirstOrDefault(office => office.ArticleId == article.Id && office.Trigger.Start < before && IsCalled(office.Title, title));
        return Of(text, title, before) is { } mention && (told is null || mention.Span.Start > told.Trigger.Start) ? text.SightingAt[mention.Span] : told?.Person;
    }

    /// <summary>How many offices, in text order, are told before the place.</summary>
    private static int Before(IReadOnlyList<OfficeEvidence> offices, int place)
    {
        var (low, high) = (0, offices.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (offices[middle].Trigger.Start >= place) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>"the minister", "des Ministers": one of the title's words ends so; who is deputy is not called by the office itself.</summary>
    private static bool IsCalled(string title, string word)
    {
        const int LeastStem = 5;
        var stem = word.Length > LeastStem && word[^1] is 's' or 'n' ? word[..^1] : word;
        return !title.StartsWith("deputy ", StringComparison.Ordinal) && !title.StartsWith("vice", StringComparison.Ordinal) && title.Split(' ').Any(part => part.EndsWith(stem, StringComparison.OrdinalIgnoreCase) || part.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whom "his" or "the minister's" in a phrase means: sighting id, null where nobody fits.</summary>
    public static string? OfOwner(AnnotatedText text, IReadOnlyList<OfficeEvidence> offices, OfficePhrase phrase, Article article, NameMention not)
    {
        var before = phrase.Title.Start;
        if (phrase.Owner is { } owner && Gazetteer.TitleKind(owner, article.Language) is not null) return Of(text, offices, owner, article, before);
        var from = Math.Max(article.Span.Start, before - HowFarBack);
        var mention = text.MentionsIn(new TextSpan(from, before)).LastOrDefault(mention => mention.Type == ActorType.Person && text.SightingAt[mention.Span] != text.SightingAt[not.Span]);
        return mention is null ? null : text.SightingAt[mention.Span];
    }
}
