using ActorGraph.Facts;
using ActorGraph.Extraction.Mentions;

namespace ActorGraph.Extraction.Text;

/// <summary>A document as far as it has been read; every stage adds its part and changes nothing.</summary>
public sealed record AnnotatedText(Document Document)
{
    public string Text => Document.Text;

    public IReadOnlyList<Article> Articles { get; init; } = [];

    public IReadOnlyList<Line> Lines { get; init; } = [];

    public IReadOnlyList<Sentence> Sentences { get; init; } = [];

    public IReadOnlyList<NameMention> Mentions { get; init; } = [];

    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The sighting that holds each mention, by the mention's span.</summary>
    public IReadOnlyDictionary<TextSpan, string> SightingAt { get; init; } = new Dictionary<TextSpan, string>();

    public Article ArticleAt(int offset) => Articles.Last(article => article.Span.Start <= offset || article == Articles[0]);

    public IReadOnlyList<NameMention> MentionsIn(TextSpan span)
    {
        var found = new List<NameMention>();
        foreach (var mention in Mentions)
        {
            if (mention.Span.Start >= span.End) break;
            if (mention.Span.Start >= span.Start && mention.Span.End <= span.End) found.Add(mention);
        }

        return found;
    }
}

/// <param name="IsBoilerplate">A link, navigation or credit: it tells nothing.</param>
public sealed record Line(TextSpan Span, bool IsBoilerplate, bool IsCapitals);

public sealed record Sentence(TextSpan Span, IReadOnlyList<Word> Words, string Language, bool IsBoilerplate, bool IsCapitals);

/// <param name="Text">Without a possessive or case ending after an apostrophe.</param>
public readonly record struct Word(string Text, TextSpan Span)
{
    public bool IsCapital => char.IsUpper(Text[0]);

    public bool IsAcronym => Text.Length is >= 2 and <= 10 && Text.Count(char.IsUpper) >= Math.Max(2, Text.Length - 1) && Text.All(c => char.IsLetter(c) || c is '.' or '+');

    public string Lower => Text.ToLowerInvariant();
}
