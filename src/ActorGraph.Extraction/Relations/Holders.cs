using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>"the minister": the person whom the article called so last.</summary>
internal static class Holders
{
    private const int HowMany = 12;
    private const int HowFarBack = 4000;

    public static NameMention? Of(AnnotatedText text, string title, int before)
    {
        var from = Math.Max(text.ArticleAt(before).Span.Start, before - HowFarBack);
        return text.MentionsIn(new TextSpan(from, before)).Where(mention => mention.Title is not null).Reverse().Take(HowMany)
            .FirstOrDefault(mention => mention.Title!.Value.Of(text.Text).EndsWith(title, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Sighting id of whoever the article called so last, by a title before the name or an office told of them.</summary>
    public static string? Of(AnnotatedText text, IEnumerable<Evidence> evidence, string title, Article article, int before)
    {
        var told = evidence.OfType<OfficeEvidence>().LastOrDefault(office => office.ArticleId == article.Id && office.Trigger.Start < before && IsCalled(office.Title, title));
        return Of(text, title, before) is { } mention && (told is null || mention.Span.Start > told.Trigger.Start) ? text.SightingAt[mention.Span] : told?.Person;
    }

    /// <summary>"the minister", "des Ministers": one of the title's words ends so; who is deputy is not called by the office itself.</summary>
    private static bool IsCalled(string title, string word)
    {
        const int LeastStem = 5;
        var stem = word.Length > LeastStem && word[^1] is 's' or 'n' ? word[..^1] : word;
        return !title.StartsWith("deputy ", StringComparison.Ordinal) && !title.StartsWith("vice", StringComparison.Ordinal) && title.Split(' ').Any(part => part.EndsWith(stem, StringComparison.OrdinalIgnoreCase) || part.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whom "his" or "the minister's" in a phrase means: sighting id, null where nobody fits.</summary>
    public static string? OfOwner(AnnotatedText text, IReadOnlyList<Evidence> evidence, OfficePhrase phrase, Article article, NameMention not)
    {
        var before = phrase.Title.Start;
        if (phrase.Owner is { } owner && Gazetteer.TitleKind(owner, article.Language) is not null) return Of(text, evidence, owner, article, before);
        var from = Math.Max(article.Span.Start, before - HowFarBack);
        var mention = text.MentionsIn(new TextSpan(from, before)).LastOrDefault(mention => mention.Type == ActorType.Person && text.SightingAt[mention.Span] != text.SightingAt[not.Span]);
        return mention is null ? null : text.SightingAt[mention.Span];
    }
}
