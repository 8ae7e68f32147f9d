using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whose office a bare title is, by what the article told before it.</summary>
/// <param name="foreign">States told as the other side's ("his Turkish counterpart"): no bare title is theirs.</param>
/// <param name="told">The offices told so far.</param>
internal sealed class OfficeContext(AnnotatedText text, Article article, IReadOnlySet<(string Article, string Iso2)> foreign, OfficesTold told)
{
    private const int HowFarBack = 4000;

    private Sentence sentence = null!;
    private IReadOnlyList<NameMention> before = [];
    private int previous;
    private NameMention? home;
    private bool isHomeKnown;
    /// <summary>Whether a dateline says where the article was written.</summary>
    private bool isWritten;

    /// <summary>Looks from a place in a sentence.</summary>
    public OfficeContext From(Sentence current, int place)
    {
        sentence = current;
        before = text.MentionsIn(new TextSpan(Math.Max(article.Span.Start, place - HowFarBack), place)).Where(mention => !mention.IsBoilerplate).ToList();
        previous = before.LastOrDefault(mention => mention.Span.Start < current.Span.Start) is { } last ? text.Text.LastIndexOfAny(['.', '!', '?', '\n'], last.Span.Start) + 1 : current.Span.Start;
        return this;
    }

    /// <summary>Whom "his" or "its" before the title means: the name before it that fits, in the sentence or the one before.</summary>
    /// <param name="meant">The person whom a pronoun of his or her gender means.</param>
    public NameMention? Antecedent(string owner, string head, NameMention not, NameMention? meant)
    {
        var language = sentence.Language;
        var (isThing, isCorporate) = (OfficeWords.Is(owner, "its", language), OfficeWords.IsKind(head, "corporate", language));
        var isOpen = !before.Any(mention => mention.Span.Start >= sentence.Span.Start && mention.IsActor);
        // "Die Union klagt. Ihr Präsident": what the sentence before is about, unless the pronoun means persons alone.
        var isRelative = OfficeWords.Is(owner, "whose", language);
        if (isOpen && !isRelative && !OfficeWords.Is(owner, "personal-own", language) && Opener(not) is { } opener) return opener;
        if (meant is not null && !isRelative && (OfficeWords.Is(owner, "personal-own", language) || !isCorporate)) return meant;
        bool Fits(NameMention mention) => text.SightingAt[mention.Span] != text.SightingAt[not.Span] && !(isThing && mention.Type == ActorType.Person);
        var here = before.Where(mention => mention.Span.Start >= sentence.Span.Start && mention.IsActor && Fits(mention)).ToList();
        var last = before.Where(mention => mention.Span.Start >= previous && mention.Span.Start < sentence.Span.Start && mention.IsActor && Fits(mention)).ToList();
        // "X, says the paper Y, according to his spokesman": of whom the sentence is about.
        if (!isThing && isCorporate && here.Count > 1 && here[0].Type == ActorType.Person && !OfficeWords.Is(owner, "personal-own", language)) return here[0];
        // "deren Chef": of whoever was named last.
        if (isRelative) return (here.Count > 0 ? here : last).LastOrDefault();
        if (here.LastOrDefault(mention => !isThing || !isCorporate || mention.Type == ActorType.Organization) is { } near) return near;
        return last.Find(mention => isCorporate ? mention.Type == ActorType.Organization : mention.Type != ActorType.Organization) ?? last.FirstOrDefault() ?? meant ?? (isThing ? null : before.LastOrDefault(mention => mention.Type == ActorType.Person && Fits(mention)));
    }

    /// <summary>The organization or the state that the sentence before begins with.</summary>
    private NameMention? Opener(NameMention not)
    {
        const int MostBefore = 40;
        if (before.LastOrDefault(mention => mention.Span.Start < sentence.Span.Start) is not { } last) return null;
        var start = text.SentenceAt(last.Span.Start).Span.Start;
        var head = before.FirstOrDefault(mention => mention.Span.Start >= start && mention.Span.Start < sentence.Span.Start);
        if (head is { IsDemonym: true }) head = before.FirstOrDefault(mention => mention.Span.Start == head.Span.End + 1) ?? head;
        return head is { Type: ActorType.Organization or ActorType.Country, IsDemonym: false } && head.Span.Start - start < MostBefore && text.SightingAt[head.Span] != text.SightingAt[not.Span] ? head : null;
    }

    public NameMention? Whose(OfficePhrase phrase, string head, string title, NameMention person)
    {
        var language = sentence.Language;
        if (phrase.Owner is { } owner)
        {
            if (OfficeWords.Is(owner, "organization", language)) return Named(owner);
            if (OfficeWords.Is(owner, "country", language)) return before.LastOrDefault(mention => mention.Type == ActorType.Country);
            return OfficeWords.Is(owner, "place", language) ? before.LastOrDefault(mention => mention.Type == ActorType.Place) : null;
        }

        if (OfficeWords.Is(head, "commissioner", language)) return text.MentionsIn(article.Span).Where(mention => mention.Type == ActorType.Organization && Gazetteer.WellKnown(mention.Name)?.Name is "European Commission" or "European Union").OrderBy(mention => Gazetteer.WellKnown(mention.Name)!.Value.Name == "European Union").FirstOrDefault();
        // "union leader", "Parteichef": the noun in the title says what it is of.
        var words = phrase.Title.Of(text.Text).ToLowerInvariant().Split(' ', '-');
        if (Array.Find(words, word => OfficeWords.Is(word, "organization", language)) is { } noun && words[^1] != noun && Named(noun, isCertain: true) is { } named) return named;
        if (Array.Exists(words, word => OfficeWords.Is(word, "stateless", language))) return null;
        if (Array.Exists(words, word => OfficeWords.Is(word, "state-body", language)) || OfficeWords.Begins(head, "state-prefix", language)) return State(title, person);
        if (OfficeWords.IsKind(head, "local", language)) return before.LastOrDefault(mention => mention.Type == ActorType.Place && mention.Span.Start >= previous);
        if (OfficeWords.IsKind(head, "national", language) || OfficeWords.Ends(title, "national", language) || OfficeStates.IsRare(title, language)) return State(title, person);
        // "Defence Secretary", "secretary for foreign affairs": with what it is for it is a minister.
        if (OfficeWords.Is(head, "ministerial", language) && Array.Exists(words, word => word != head && Gazetteer.IsPortfolio(word, language))) return State(title, person);
        if (words[^1] == "officer" && words[0] != "chief") return null;
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

    /// <summary>The only state named since the last person; else that of whom the holder is joined to; else the only one of the sentence before that is nobody else's; else the home of the article.</summary>
    private NameMention? State(string title, NameMention person)
    {
        bool Has(NameMention mention) => mention.Iso2 is { } iso2 && OfficeStates.Has(iso2, title, sentence.Language);
        if (OfficeStates.IsRare(title, sentence.Language)) return Only(text.MentionsIn(article.Span).Where(mention => mention is { Type: ActorType.Country, IsBoilerplate: false } && Has(mention)));
        var states = before.Where(mention => mention is { Type: ActorType.Country, Iso2: not null } && Has(mention) && !foreign.Contains((article.Id, mention.Iso2)) && !IsTaken(mention, title, person) && !IsContrasted(mention, person)).ToList();
        var last = before.LastOrDefault(mention => mention.Type == ActorType.Person);
        if (Where() is { } abroad && Has(abroad) && !IsTaken(abroad, title, person)) return abroad;
        var here = states.Where(mention => mention.Span.Start >= sentence.Span.Start).ToList();
        if (Only(here.Where(mention => mention.Span.Start >= (last?.Span.End ?? 0))) is { } only) return only;
        if (last is not null && last.Span.Start >= sentence.Span.Start && IsJoined(last, person) && Own(last, title) is { } joined) return joined;
        var given = told.In(sentence).Concat(told.In(text.SentenceAt(previous))).Where(office => office.Person != text.SightingAt[person.Span]).Select(office => office.Of).ToHashSet();
        var free = states.Where(mention => mention.Span.Start >= previous && !given.Contains(text.SightingAt[mention.Span]) && !told.IsHost(article.Id, text.SightingAt[mention.Span])).ToList();
        var own = Home() is { } home && Has(home) && !IsTaken(home, title, person) && !IsOther(home, person) && !(told.IsHost(article.Id, text.SightingAt[home.Span]) && !told.All.Any(office => office.Of == text.SightingAt[home.Span])) ? home : null;
        // "She flew to Lima, where minister X": a town abroad makes the home of the article doubtful.
        if (own is not null && !isWritten && text.MentionsIn(sentence.Span).Any(mention => mention is { Type: ActorType.Place, Iso2: not null } && mention.Iso2 != own.Iso2)) own = null;
        if (Capital() is { } capital && Has(capital) && !IsTaken(capital, title, person) && here.Count == 0) return capital;
        var paragraph = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        return Only(free.Where(mention => mention.Span.Start >= sentence.Span.Start)) ?? Only(free.Where(mention => mention.Span.Start >= paragraph)) ?? own;
    }

    /// <summary>"flies to Lima, where he meets President X": the state of the town that a clause before the title is about, where the article names that.</summary>
    private NameMention? Where()
    {
        const int Farthest = 60;
        if (before.LastOrDefault() is not { Type: ActorType.Place or ActorType.Country, Iso2: not null, IsDemonym: false } place || place.Span.Start < sentence.Span.Start) return null;
        var clause = text.Text[place.Span.End..];
        if (!clause.StartsWith(", ", StringComparison.Ordinal) || sentence.Words.FirstOrDefault(word => word.Span.Start >= place.Span.End + 2) is not { Text: not null } where || where.Span.Start - place.Span.End > Farthest || !OfficeWords.Is(where.Lower, "where", sentence.Language)) return null;
        return place.Type == ActorType.Country ? place : text.MentionsIn(article.Span).FirstOrDefault(mention => mention.Type == ActorType.Country && mention.Iso2 == place.Iso2);
    }

    /// <summary>"Lima is watching. Foreign minister X": the state for which the town stands that alone acts in the sentence before.</summary>
    private NameMention? Capital()
    {
        var line = before.Where(mention => mention.Span.Start >= previous && mention.Span.Start < sentence.Span.Start).ToList();
        if (line is not [{ Type: ActorType.Place, Iso2: { } iso2, IsDemonym: false } town] || town.Span.Start != previous + text.Text.AsSpan(previous).IndexOfAnyExcept(' ', '\n') || Gazetteer.City(town.Name) is null) return null;
        return text.MentionsIn(article.Span).FirstOrDefault(mention => mention.Type == ActorType.Country && mention.Iso2 == iso2);
    }

    /// <summary>"President X received the minister of Chad": whose office the sentence gives to another who is not joined to X is not X's too.</summary>
    private bool IsOther(NameMention state, NameMention person) => told.In(sentence).Any(office => office.Of == text.SightingAt[state.Span] && office.Person != text.SightingAt[person.Span]);

    /// <summary>A state has one president and one foreign minister: whether another holds the office there.</summary>
    private bool IsTaken(NameMention state, string title, NameMention person)
        => OfficeWords.Is(title[(title.LastIndexOf(' ') + 1)..], "single", sentence.Language) && title.Contains(' ', StringComparison.Ordinal) | !OfficeWords.Is(title, "portfolio", sentence.Language)
            && told.IsHeldByAnother(article.Id, title, text.SightingAt[state.Span], text.SightingAt[person.Span]);

    /// <summary>"minister X and the Kazakh minister Y": the state that the sentence gives to another behind X is not X's.</summary>
    private bool IsContrasted(NameMention state, NameMention person)
        => state.Span.Start < sentence.Span.Start && told.In(sentence).Any(office => office.Trigger.Start > person.Span.End && office.Of == text.SightingAt[state.Span] && office.Person != text.SightingAt[person.Span]);

    /// <summary>"the Kenyan president, X, and foreign minister Y", "X, accompanied by foreign minister Y".</summary>
    private bool IsJoined(NameMention last, NameMention person)
    {
        if (last.Span.End >= person.Span.Start) return false;
        var words = text.Text[last.Span.End..person.Span.Start].Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 9 && words.Any(word => OfficeWords.Is(word.ToLowerInvariant(), "and", sentence.Language) || OfficeWords.Is(word.ToLowerInvariant(), "company", sentence.Language));
    }

    /// <summary>The state or the region whose office a person was told to hold.</summary>
    private NameMention? Own(NameMention person, string title)
    {
        var own = told.Of(text.SightingAt[person.Span]).Select(office => office.Of).ToHashSet();
        return before.LastOrDefault(mention => (mention.Type == ActorType.Country ? OfficeStates.Has(mention.Iso2!, title, sentence.Language) : mention.Type == ActorType.Place && Gazetteer.City(mention.Name) is null) && own.Contains(text.SightingAt[mention.Span]));
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
        var written = Dateline(IsHome);
        var own = Only(all.Where(IsOwn));
        // A paper of one country calls its own minister "the minister", from wherever it writes, and names the country hardly ever.
        var isOfPaper = OfficeWords.Has("home", sentence.Language);
        if (isOfPaper && own is not null && written is not null && written != own.Iso2) return null;
        isWritten = written is not null;
        if (all.Exists(mention => !mention.IsDemonym) && Only(all) is { } only && (!isOfPaper || IsOwn(only) || written is not null && !IsHome(written))) return only;
        return written is not null ? all.Find(mention => mention.Iso2 == written) : isOfPaper ? own : Foremost(all);
    }

    /// <summary>The state that the article names first and at least three times as often as any other.</summary>
    private static NameMention? Foremost(List<NameMention> states)
    {
        const int Least = 3;
        var counts = states.GroupBy(mention => mention.Iso2).Select(group => group.Count()).OrderDescending().ToList();
        return counts.Count > 1 && states.Count(mention => mention.Iso2 == states[0].Iso2) is var most && most >= Least && most == counts[0] && most >= 3 * counts[1] ? states[0] : null;
    }

    private bool IsHome(string iso2) => OfficeWords.Is(iso2.ToLowerInvariant(), "home", sentence.Language);

    private bool IsOwn(NameMention state) => IsHome(state.Iso2!);

    /// <summary>The state of the town that begins a line near the head of the article, before a dash, a date or brackets; of two towns that at home.</summary>
    private string? Dateline(Func<string, bool> isHome)
    {
        const int HowFar = 500;
        const int LongestTown = 40;
        foreach (var town in text.MentionsIn(new TextSpan(article.Span.Start, Math.Min(article.Span.End, article.Span.Start + HowFar))))
        {
            if (town.IsBoilerplate || town.Span.Start > article.Span.Start && text.Text[town.Span.Start - 1] != '\n') continue;
            var end = text.Text.IndexOfAny(['-', '–', '—', ',', '(', '&', ':', '.', '\n'], town.Span.End);
            if (end < 0 || end - town.Span.Start > LongestTown || text.Text[end] is '.' or '\n') continue;
            var name = text.Text[town.Span.Start..end].Trim();
            var states = name.Split('/').Select(part => StateOf(part.Trim(), part == town.Name && town.Type == ActorType.Place ? town.Iso2 : null)).Where(state => state is not null).ToList();
            if (states.Count > 0) return states.Find(state => isHome(state!)) ?? states[0];
        }

        return null;
    }

    /// <summary>A town in capitals is looked up as it is written elsewhere.</summary>
    private static string? StateOf(string town, string? iso2) => iso2 ?? Gazetteer.City(string.Join(' ', town.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1] + word[1..].ToLowerInvariant())))?.Iso2;

    /// <summary>The organization that the paragraph names first, else the one that the article names most by far.</summary>
    private NameMention? InParagraph()
    {
        var line = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        var own = before.Where(mention => mention.Type == ActorType.Organization && mention.Span.Start >= line).ToList();
        if (own.Count > 0) return own[0];
        var counts = before.Where(mention => mention.Type == ActorType.Organization).GroupBy(mention => text.SightingAt[mention.Span]).Select(group => (Count: group.Count(), First: group.First())).OrderByDescending(count => count.Count).ThenBy(count => count.First.Span.Start).ToList();
        return counts.Count == 1 || counts.Count > 1 && counts[0].Count >= 2 * counts[1].Count ? counts[0].First : null;
    }
}
