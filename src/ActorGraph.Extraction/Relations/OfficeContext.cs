using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whose office a bare title is, by what the article told before it.</summary>
internal sealed class OfficeContext(AnnotatedText text, Sentence sentence, Article article)
{
    private const int HowFarBack = 1200;

    /// <summary>The person whom "his" or "her" before the title means: the last one named before it.</summary>
    public NameMention? Antecedent(OfficePhrase phrase, NameMention not)
        => Before(phrase.Title.Start).LastOrDefault(mention => mention.Type == ActorType.Person && text.SightingAt[mention.Span] != text.SightingAt[not.Span]);

    public NameMention? Whose(OfficePhrase phrase, string head, NameMention person)
    {
        var (language, before) = (sentence.Language, Before(Math.Min(phrase.Title.Start, person.Span.Start)));
        if (phrase.Owner is { } owner)
        {
            if (OfficeWords.Is(owner, "organization", language)) return Named(before, owner) ?? before.LastOrDefault(mention => mention.Type == ActorType.Organization);
            if (OfficeWords.Is(owner, "country", language)) return before.LastOrDefault(mention => mention.Type == ActorType.Country);
            if (OfficeWords.Is(owner, "place", language)) return before.LastOrDefault(mention => mention.Type == ActorType.Place);
            return OfficeWords.Is(owner, "own", language) ? before.LastOrDefault(mention => mention.Type is ActorType.Organization or ActorType.Country) : null;
        }

        if (OfficeWords.IsKind(head, "local", language)) return before.LastOrDefault(mention => mention.Type == ActorType.Place && mention.Span.Start >= sentence.Span.Start);
        if (OfficeWords.IsKind(head, "national", language)) return State(before);
        return OfficeWords.IsKind(head, "spoken", language) ? InParagraph(before) : null;
    }

    /// <summary>An organization that has the noun in its name: "the bank's chairman" after "Cedar Coast Bank".</summary>
    private static NameMention? Named(IEnumerable<NameMention> before, string noun)
        => before.LastOrDefault(mention => mention.Type == ActorType.Organization && mention.Name.Contains(noun, StringComparison.OrdinalIgnoreCase));

    /// <summary>The only state that the article has named so far.</summary>
    private NameMention? State(IReadOnlyList<NameMention> before)
    {
        var states = before.Where(mention => mention.Iso2 is not null && mention.Type == ActorType.Country).ToList();
        return states.Select(mention => mention.Iso2).Distinct().Count() == 1 ? states[^1] : null;
    }

    private NameMention? InParagraph(IReadOnlyList<NameMention> before)
    {
        var line = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        return before.LastOrDefault(mention => mention.Type == ActorType.Organization && mention.Span.Start >= line);
    }

    private IReadOnlyList<NameMention> Before(int place) => text.MentionsIn(new TextSpan(Math.Max(article.Span.Start, place - HowFarBack), place));
}
