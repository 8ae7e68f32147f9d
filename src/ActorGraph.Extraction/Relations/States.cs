using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>By article and ISO code, the first mention of each state: what a capital stands for.</summary>
internal sealed class States
{
    private readonly Dictionary<(string Article, string Iso2), NameMention> first = [];

    public States(AnnotatedText text)
    {
        foreach (var mention in text.Mentions.Where(mention => mention is { Type: ActorType.Country, Iso2: not null })) first.TryAdd((text.ArticleAt(mention.Span.Start).Id, mention.Iso2!), mention);
    }

    /// <summary>The state of a place, null where the article does not name it.</summary>
    public NameMention? Of(Article article, NameMention place) => place.Iso2 is { } iso2 ? first.GetValueOrDefault((article.Id, iso2)) : null;
}
