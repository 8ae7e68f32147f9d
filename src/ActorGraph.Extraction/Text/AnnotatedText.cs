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

    public Article ArticleAt(int offset)
    {
        var at = First(Articles, article => article.Span.Start > offset);
        return Articles[Math.Max(0, at - 1)];
    }

    /// <summary>The sentence that holds the place, or the last one before it.</summary>
    public Sentence SentenceAt(int offset) => Sentences[Math.Max(0, First(Sentences, sentence => sentence.Span.Start > offset) - 1)];

    public IReadOnlyList<NameMention> MentionsIn(TextSpan span)
    {
        var found = new List<NameMention>();
        for (var i = First(Mentions, mention => mention.Span.Start >= span.Start); i < Mentions.Count && Mentions[i].Span.Start < span.End; i++)
        {
            if (Mentions[i].Span.End <= span.End) found.Add(Mentions[i]);
        }

        return found;
    }

    /// <summary>Index of the first item that is beyond; all that follow it are too.</summary>
    private static int First<T>(IReadOnlyList<T> items, Func<T, bool> isBeyond)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBeyond(items[middle])) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}

/// <param name="IsBoilerplate">A link, navigation or credit: it tells nothing.</param>
public sealed record Line(TextSpan Span, bool IsBoilerplate, bool IsCapitals);

public sealed record Sentence(TextSpan Span, IReadOnlyList<Word> Words, string Language, bool IsBoilerplate, bool IsCapitals)
{
    /// <summary>Whether it ends with a full stop, which no heading does.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The words as written; where entities stand between them, or in a line in capitals, as they are to be read.</summary>
    public string Form(string text, int at, int count)
    {
        var written = text[Words[at].Span.Start..Words[at + count - 1].Span.End];
        if (!IsCapitals && !written.Contains('&', StringComparison.Ordinal)) return written;
        return string.Join(' ', Words.Skip(at).Take(count).Select(word => word.IsInitial ? word.Text + "." : word.Text));
    }
}

/// <param name="Text">Without a possessive or case ending after an apostrophe; HTML entities decoded.</param>
/// <param name="Lower">The text in lower case.</param>
public readonly record struct Word(string Text, string Lower, TextSpan Span)
{
    /// <summary>Whether no more than a space, written as an entity or not, and an initial's dot stand between the word and the one before it.</summary>
    public bool IsJoined { get; init; }

    /// <summary>"J." before a surname: one capital letter with a dot.</summary>
    public bool IsInitial { get; init; }

    public bool IsCapital => char.IsUpper(Text[0]);

    public bool IsAllCapitals => Text.Length >= 2 && Text.All(c => !char.IsLetter(c) || char.IsUpper(c)) && char.IsUpper(Text[0]);

    /// <summary>"UN", "U.N.", "MINUSMA"; also "AQIMs", "BM&amp;T".</summary>
    public bool IsAcronym => Text.Length is >= 2 and <= 10 && Text.Count(char.IsUpper) >= Math.Max(2, Text.Length - 1) && Text.All(c => char.IsLetter(c) || c is '.' or '+' or '&');
}
