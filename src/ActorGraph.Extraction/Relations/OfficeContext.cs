using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whose office a bare title is, by what the article told before it.</summary>
/// <param name="foreign">States told as the other side's ("his Turkish counterpart"): no bare title is theirs.</param>
internal sealed class OfficeContext(AnnotatedText text, Article article, IReadOnlySet<(string Article, string Iso2)> foreign)
{
    private const int HowFarBack = 4000;

    private Sentence sentence = null!;
    private IReadOnlyList<NameMention> before = [];
    private int previous;
    private NameMention? home;
    private bool isHomeKnown;

    /// <summary>Looks from a place in a sentence.</summary>
    public OfficeContext From(Sentence current, int place)
    {
        sentence = current;
        before = text.MentionsIn(new TextSpan(Math.Max(article.Span.Start, place - HowFarBack), place)).Where(mention => !mention.IsBoilerplate).ToList();
        previous = before.LastOrDefault(mention => mention.Span.Start < current.Span.Start) is { } last ? text.Text.LastIndexOfAny(['.', '!', '?', '\n'], last.Span.Start) + 1 : current.Span.Start;
        return this;
    }

    /// <summary>Whom "his" or "its" before the title means: the name before it that fits, in the sentence or the one before.</summary>
    public NameMention? Antecedent(string head, NameMention not)
    {
        bool Fits(NameMention mention) => text.SightingAt[mention.Span] != text.SightingAt[not.Span];
        var here = before.Where(mention => mention.Span.Start >= sentence.Span.Start && Fits(mention)).ToList();
        if (here.LastOrDefault(mention => mention.IsActor) is { } near) return near;
        var told = before.Where(mention => mention.Span.Start >= previous && mention.Span.Start < sentence.Span.Start && mention.IsActor && Fits(mention)).ToList();
        var isCorporate = OfficeWords.IsKind(head, "corporate", sentence.Language);
        return told.Find(mention => isCorporate ? mention.Type == ActorType.Organization : mention.Type != ActorType.Organization) ?? told.FirstOrDefault() ?? before.LastOrDefault(mention => mention.Type == ActorType.Person && Fits(mention));
    }

    public NameMention? Whose(OfficePhrase phrase, string head)
    {
        var language = sentence.Language;
        if (phrase.Owner is { } owner)
        {
            if (OfficeWords.Is(owner, "organization", language)) return Named(owner);
            if (OfficeWords.Is(owner, "country", language)) return before.LastOrDefault(mention => mention.Type == ActorType.Country);
            return OfficeWords.Is(owner, "place", language) ? before.LastOrDefault(mention => mention.Type == ActorType.Place) : null;
        }

        // "union leader", "Parteichef": the noun in the title says what it is of.
        var words = phrase.Title.Of(text.Text).ToLowerInvariant().Split(' ', '-');
        if (Array.Find(words, word => OfficeWords.Is(word, "organization", language)) is { } noun && words[^1] != noun && Named(noun, isCertain: true) is { } named) return named;
        if (Array.Exists(words, word => OfficeWords.Is(word, "state-body", language))) return State();
        if (OfficeWords.IsKind(head, "local", language)) return before.LastOrDefault(mention => mention.Type == ActorType.Place && mention.Span.Start >= previous);
        if (OfficeWords.IsKind(head, "national", language)) return State();
        return OfficeWords.IsKind(head, "spoken", language) || OfficeWords.Is(phrase.Title.Of(text.Text).ToLowerInvariant().Split(' ')[^1], "spoken", language) ? InParagraph() : null;
    }

    /// <summary>"the bank's chairman" after "Cedar Coast Bank"; else the only organization of this sentence and the one before.</summary>
    private NameMention? Named(string noun, bool isCertain = false)
    {
        var organizations = before.Where(mention => mention.Type == ActorType.Organization).ToList();
        if (organizations.LastOrDefault(mention => mention.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)) is { } named) return named;
        if (isCertain) return null;
        var near = organizations.Where(mention => mention.Span.Start >= previous).ToList();
        return near.Select(mention => text.SightingAt[mention.Span]).Distinct().Count() == 1 ? near[^1] : null;
    }

    /// <summary>The only state named since the last person, in the sentence so far, or in the one before, or the home of the article.</summary>
    private NameMention? State()
    {
        var states = before.Where(mention => mention is { Type: ActorType.Country, Iso2: not null } && !foreign.Contains((article.Id, mention.Iso2))).ToList();
        var person = before.LastOrDefault(mention => mention.Type == ActorType.Person)?.Span.End ?? 0;
        return Only(states.Where(mention => mention.Span.Start >= Math.Max(person, sentence.Span.Start))) ?? Only(states.Where(mention => mention.Span.Start >= sentence.Span.Start)) ?? Only(states.Where(mention => mention.Span.Start >= previous)) ?? Home();
    }

    private static NameMention? Only(IEnumerable<NameMention> states)
    {
        var list = states.ToList();
        return list.Select(mention => mention.Iso2).Distinct().Count() == 1 ? list[^1] : null;
    }

    /// <summary>The only state of the whole article; else that of the dateline; else, in the language of one state that the article names, that one.</summary>
    private NameMention? Home() => isHomeKnown ? home : home = FindHome();

    private NameMention? FindHome()
    {
        isHomeKnown = true;
        var all = text.MentionsIn(article.Span).Where(mention => mention is { Iso2: not null, IsBoilerplate: false, Type: ActorType.Country } && !foreign.Contains((article.Id, mention.Iso2))).ToList();
        if (all.Exists(mention => !mention.IsDemonym) && Only(all) is { } only) return only;
        var written = Dateline();
        return all.Find(mention => written is null ? OfficeWords.Is(mention.Iso2!.ToLowerInvariant(), "home", sentence.Language) : mention.Iso2 == written);
    }

    /// <summary>The state of the town that begins a line near the head of the article, before a dash, a date or brackets.</summary>
    private string? Dateline()
    {
        const int HowFar = 500;
        var head = text.MentionsIn(new TextSpan(article.Span.Start, Math.Min(article.Span.End, article.Span.Start + HowFar)));
        return head.FirstOrDefault(mention => mention is { Type: ActorType.Place, Iso2: not null, IsBoilerplate: false } && (mention.Span.Start == article.Span.Start || text.Text[mention.Span.Start - 1] == '\n')
            && text.Text[mention.Span.End..Math.Min(text.Text.Length, mention.Span.End + 3)].TrimStart() is ['-' or '–' or '—' or ',' or '(' or '&', ..])?.Iso2;
    }

    /// <summary>The organization that the paragraph named last, else the one that the article names most by far.</summary>
    private NameMention? InParagraph()
    {
        var line = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        if (before.LastOrDefault(mention => mention.Type == ActorType.Organization && mention.Span.Start >= line) is { } last) return last;
        var counts = before.Where(mention => mention.Type == ActorType.Organization).GroupBy(mention => text.SightingAt[mention.Span]).Select(group => (Count: group.Count(), First: group.First())).OrderByDescending(count => count.Count).ThenBy(count => count.First.Span.Start).ToList();
        return counts.Count == 1 || counts.Count > 1 && counts[0].Count >= 2 * counts[1].Count ? counts[0].First : null;
    }
}
