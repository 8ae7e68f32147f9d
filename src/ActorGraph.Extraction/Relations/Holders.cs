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
}
