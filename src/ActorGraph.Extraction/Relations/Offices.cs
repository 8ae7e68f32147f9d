using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Positions held: each phrase that tells an office is given its holder and whose office it is; postings and deputies besides.</summary>
internal sealed class Offices
{
    private readonly AnnotatedText text;
    private readonly List<Evidence> evidence;
    private readonly HashSet<(string, string, string?)> seen = [];
    private readonly HashSet<string> placed = [];
    private readonly OfficesTold told = new();
    private readonly Dictionary<string, OfficeContext> contexts = [];
    private readonly States states;
    private readonly Focus focus;
    private readonly HashSet<string> stateIds;
    private readonly List<Bare> bare = [];
    private readonly List<Bare> described = [];

    /// <summary>States told as the other side's ("his Turkish counterpart"): no bare title is theirs.</summary>
    private readonly HashSet<(string Article, string Iso2)> foreign = [];
    /// <summary>The line above that heads a list of delegates.</summary>
    private NameMention? heading;
    private Sentence sentence = null!;
    private Article article = null!;
    private IReadOnlyList<Token> tokens = [];

    /// <summary>An office that its own words give to nobody: it is placed when all others of the text are known.</summary>
    private sealed record Bare(Sentence Sentence, NameMention Person, OfficePhrase Phrase, string Head, FactStatus? Status, string Rule, NameMention? Meant);

    private Offices(AnnotatedText text)
    {
        (this.text, evidence, states, focus) = (text, text.Evidence.ToList(), new States(text), new Focus(text));
        stateIds = text.Sightings.Where(sighting => sighting.Type == ActorType.Country).Select(sighting => sighting.Id).ToHashSet();
    }

    public static AnnotatedText Read(AnnotatedText text)
    {
        var offices = new Offices(text);
        foreach (var sentence in text.Sentences)
        {
            // A line of a list's heads may look like navigation.
            offices.Enter(sentence);
            if (sentence.IsBoilerplate)
            {
                offices.heading = offices.Heading() ?? offices.heading;
                continue;
            }

            offices.heading = offices.Heading() ?? (offices.IsDelegate() ? offices.heading : null);
            offices.ReadSentence();
            offices.focus.Read(offices.tokens, sentence.Language);
        }

        foreach (var office in offices.bare) offices.Place(office);
        foreach (var office in offices.described) offices.Describe(office);
        return text with { Evidence = offices.evidence };
    }

    private void Enter(Sentence next)
    {
        sentence = next;
        article = text.ArticleAt(next.Span.Start);
        tokens = Tokens.Of(text, next);
    }

    private void ReadSentence()
    {
        focus.Enter(article, sentence);
        var subject = focus.About;
        var phrases = OfficePhrases.In(tokens, sentence.Language);
        var holders = new OfficeHolders(tokens, sentence.Language, focus);
        IReadOnlyList<Holding> before = [];
        for (var i = 0; i < phrases.Count; i++)
        {
            var holdings = holders.Of(phrases[i], i > 0 ? phrases[i - 1] : null, before, i + 1 < phrases.Count ? phrases[i + 1] : null);
            if (holdings.Count == 0 && subject is not null && IsDescription(phrases[i])) described.Add(new Bare(sentence, subject, phrases[i], tokens[phrases[i].Head].Lower, phrases[i].Status, "office.description", null));
            for (var n = 0; n < holdings.Count; n++) Add(holdings[n], Whose(phrases, i, n, holdings.Count));
            before = holdings;
        }

        if (new OfficeSuccession(tokens, sentence.Language, focus).Told() is { } succession) Succeed(succession.Successor, succession.Predecessor);
        foreach (var led in new OfficeLeaders(tokens, sentence.Language, focus).All()) Emit(led.Person, led.Of, led.Title, led.Verb.Span, null, "office.leads");
    }

    /// <summary>Whose the office is by the phrase itself, by the phrase joined to it with "and", or by the line that heads the list.</summary>
    private NameMention? Whose(List<OfficePhrase> phrases, int at, int holder, int holders)
    {
        var phrase = phrases[at];
        if (phrase.Of.Count > 1 && holders == phrase.Of.Count) return phrase.Of[holder];
        if (phrase.Of.Count > 0) return phrase.Of[0];
        if (phrase.Owner is not null || phrase.Superior is not null || phrase.IsElsewhere) return null;
        if (OfficeHolders.OfWhich(tokens, phrase, sentence.Language) is { } which) return which;
        // "chairman and chief executive of the bank".
        if (at + 1 < phrases.Count && phrases[at + 1].First == phrase.Last + 2 && OfficeWords.Is(tokens[phrase.Last + 1], "and", sentence.Language)) return phrases[at + 1].Of.FirstOrDefault();
        if (at > 0 && phrase.First == phrases[at - 1].Last + 2 && OfficeWords.Is(tokens[phrase.First - 1], "and", sentence.Language) && !phrase.IsDefinite && phrases[at - 1].Of.Count > 0) return phrases[at - 1].Of[0];
        // "President, head of delegation": no office besides.
        if (heading is not null && tokens.Take(phrase.Last + 1).Skip(phrase.Head).Any(token => OfficeWords.Is(token, "delegation", sentence.Language))) return null;
        return OfficeHolders.Listed(tokens, phrase) ?? OfficeHolders.InlineHeading(tokens, phrase) ?? heading;
    }

    /// <summary>A line that names nothing but a state or an organization heads the list of its delegates.</summary>
    private NameMention? Heading() => tokens.Where(token => token.Kind == TokenKind.Name).ToList() is [{ Name: { Type: ActorType.Country or ActorType.Organization, IsDemonym: false } only }] && only.Span.Length * 2 > sentence.Span.Length && sentence.Span.Length < 90 ? only : null;

    private bool IsDelegate() => tokens.FirstOrDefault(token => token.Kind == TokenKind.Name) is { IsPerson: true } first && first.Span.Start - sentence.Span.Start < 40;

    private void Add(Holding holding, NameMention? of)
    {
        var (phrase, head) = (holding.Phrase, tokens[holding.Phrase.Head].Lower);
        var status = holding.Status ?? phrase.Status;
        if (phrase.Host is { } abode) told.AddHost(article.Id, text.SightingAt[abode.Span]);
        if (phrase.Superior is { } superior)
        {
            if (head is "predecessor" or "successor" || OfficeWords.Is(head, "predecessor", sentence.Language) || OfficeWords.Is(head, "successor", sentence.Language)) Follow(holding, text.SightingAt[superior.Span], head);
            else if (IsDeputy(phrase)) Deputy(holding.Person, superior, phrase);
            return;
        }

        of ??= holding.Of;
        // A seat in a parliament is an office; any other membership is a relation.
        if (OfficeWords.Is(head, "membership", sentence.Language) && !(of is { Type: ActorType.Organization } && IsParliament(of))) return;
        // "MP for the Free Union": a party has members, a parliament seats.
        if (of is { Type: ActorType.Organization } && OfficeWords.Is(head, "legislator", sentence.Language) && !IsParliament(of))
        {
            Join(holding.Person, of, phrase, status);
            return;
        }

        if (of is null || OfficeWords.Is(head, "equal", sentence.Language))
        {
            if (of is not null)
            {
                if (of.Iso2 is { } abroad) foreign.Add((article.Id, abroad));
                Emit(holding.Person, of, LastTitle() ?? head, phrase.Title, status, holding.Rule);
            }
            else if (!phrase.IsElsewhere) bare.Add(new Bare(sentence, holding.Person, phrase, head, status, holding.Rule, Meant(holding.Person, phrase)));
            return;
        }

        if (phrase.Host is { } host) Post(holding.Person, host, phrase, status);
        // "Haitian gang leader": no office of the state.
        if (of.IsDemonym && OfficeTitles.Name(phrase.Title.Of(text.Text), sentence.Language).Split(' ').Any(word => OfficeWords.Is(word, "stateless", sentence.Language))) return;
        if (OfficeWords.IsKind(head, "corporate", sentence.Language) && of.Type == ActorType.Country && of.IsDemonym && !IsGenitive(phrase, of) && of != heading && !IsOfState(phrase)) return;
        Emit(holding.Person, Seat(of, head), OfficeTitles.Name(phrase.Title.Of(text.Text), sentence.Language), phrase.Title, status, holding.Rule);
    }

    /// <summary>"the National Assembly", not "the People's Congress": some parties are named like parliaments.</summary>
    private bool IsParliament(NameMention of)
    {
        var words = of.Name.ToLowerInvariant().Split(' ');
        return Array.Exists(words, word => OfficeWords.Is(word, "parliament", sentence.Language)) && !Array.Exists(words, word => OfficeWords.Is(word, "party", sentence.Language));
    }

    /// <summary>"director of Kenya" says whose office it is, "the Kenyan director" where the director comes from.</summary>
    private static bool IsGenitive(OfficePhrase phrase, NameMention of) => of.Span.Start > phrase.Title.End;

    /// <summary>Whom "his" or "her" before an office means: whom the sentence is about, else whom the text was about before it.</summary>
    private NameMention? Meant(NameMention person, OfficePhrase phrase)
    {
        var gender = phrase.Owner is { } owner ? Genders.OfPronoun(owner, sentence.Language) : Gender.Unknown;
        if (gender == Gender.Unknown) return null;
        bool Fits(NameMention mention) => text.SightingAt[mention.Span] != text.SightingAt[person.Span] && focus.Genders.Fits(mention, gender);
        // "He came with Y and his deputy": one pronoun goes on with the other.
        var isTold = tokens.TakeWhile(token => !token.IsPerson).Any(token => token.IsWord && token.Span.Start < phrase.Title.Start && token.Lower != phrase.Owner && Genders.OfPronoun(token.Lower, sentence.Language) == gender);
        return (isTold ? null : tokens.Take(phrase.First).LastOrDefault(token => token.IsPerson && Fits(token.Name!))?.Name) ?? focus.Meant(gender, person);
    }

    /// <summary>"the Iranian foreign ministry spokesman": a body of the state stands in the title.</summary>
    private bool IsOfState(OfficePhrase phrase) => phrase.Title.Of(text.Text).ToLowerInvariant().Split(' ').Any(word => OfficeWords.Is(word, "state-body", sentence.Language));

    /// <summary>The title of whom the sentence is about, else the one told last: what a counterpart is.</summary>
    private string? LastTitle() => tokens.FirstOrDefault(token => token.IsPerson)?.Name is { } first && told.Of(text.SightingAt[first.Span]) is [.., var own] ? own.Title : told.Last is { } last && last.ArticleId == article.Id ? last.Title : null;

    /// <summary>A minister is the state's, whatever capital stands for it; a mayor is the city's.</summary>
    private NameMention Seat(NameMention of, string head)
    {
        if (of.Type != ActorType.Place || of.Iso2 is null || !OfficeWords.IsKind(head, "national", sentence.Language) || Gazetteer.City(of.Name) is null) return of;
        return states.Of(article, of) ?? of;
    }

    private bool IsDeputy(OfficePhrase phrase) => phrase.Title.Of(text.Text).ToLowerInvariant() is var title && (title.StartsWith("deputy", StringComparison.Ordinal) && title.Length <= 8 || OfficeWords.Is(title, "deputy", sentence.Language));

    /// <summary>Whose office a bare title is: what its pronoun or noun means, or what the text is about there.</summary>
    private void Place(Bare office)
    {
        Enter(office.Sentence);
        var language = sentence.Language;
        if (OfficeWords.Is(office.Head, "predecessor", language) || OfficeWords.Is(office.Head, "successor", language))
        {
            if ((office.Meant is { } meant ? text.SightingAt[meant.Span] : Holders.OfOwner(text, told.All, office.Phrase, article, office.Person)) is { } other) Follow(new Holding(office.Person, office.Phrase, office.Status, office.Rule), other, office.Head);
            return;
        }

        // "his colleague": of another body, whichever that is.
        if (OfficeWords.Is(office.Head, "equal", language)) return;
        if (!contexts.TryGetValue(article.Id, out var known)) contexts[article.Id] = known = new OfficeContext(text, article, foreign, told);
        var context = known.From(sentence, office.Phrase.Title.Start);
        if (office.Phrase.Owner is { } owner && (OfficeWords.Is(owner, "own", language) || OfficeWords.Is(owner, "whose", language)))
        {
            if (OfficeWords.Is(owner, "ours", language)) return;
            if (context.Antecedent(owner, office.Head, office.Person, office.Meant) is { } superior) Own(office, superior);
            return;
        }

        if (office.Phrase.Host is { } host) Post(office.Person, host, office.Phrase, office.Status);
        if (IsKnown(office) || context.Whose(office.Phrase, office.Head, TitleOf(office), office.Person) is not { } of || office.Phrase.Host is { } abroad && (abroad.Iso2 == of.Iso2 || abroad.Name == of.Name)) return;
        Emit(office.Person, Seat(of, office.Head), TitleOf(office), office.Phrase.Title, office.Status, "office.context");
    }

    /// <summary>Whether an office of the person is told already; what a minister was besides the head of some bank is another.</summary>
    private bool IsKnown(Bare office)
    {
        var who = text.SightingAt[office.Person.Span];
        if (!placed.Contains(who)) return false;
        var title = TitleOf(office);
        return !title.Contains(' ', StringComparison.Ordinal) || !OfficeWords.IsKind(office.Head, "national", sentence.Language) || told.Of(who).Count == 0
            || told.Of(who).Any(known => stateIds.Contains(known.Of!) || known.Title.Split(' ').Intersect(title.Split(' ')).Any(word => word.Length > 3));
    }

    /// <summary>"its chairman", "his deputy", "her foreign minister": of the organization, of the person, of whose the person's own office is.</summary>
    private void Own(Bare office, NameMention superior)
    {
        if (superior.Type != ActorType.Person) Emit(office.Person, superior, TitleOf(office), office.Phrase.Title, office.Status, "office.own");
        else if (IsDeputy(office.Phrase)) Deputy(office.Person, superior, office.Phrase);
        else if (!OfficeWords.IsKind(office.Head, "corporate", sentence.Language) && told.Of(text.SightingAt[superior.Span]) is [var own, ..]) Emit(office.Person, own.Of!, TitleOf(office), office.Phrase.Title, office.Status, "office.own");
    }

    /// <summary>"The former Norwegian ambassador to Manila retired": a subject with whose it is, and no name.</summary>
    private bool IsDescription(OfficePhrase phrase) => phrase is { First: 0, IsDefinite: true, Of.Count: 1 } && phrase.Last + 1 < tokens.Count && tokens[phrase.Last + 1].IsWord && !OfficeWords.Is(tokens[phrase.Last + 1], "and", sentence.Language);

    /// <summary>A description means whom the sentence before was about, where that was one person and no office of theirs is told.</summary>
    private void Describe(Bare office)
    {
        Enter(office.Sentence);
        if (placed.Contains(text.SightingAt[office.Person.Span])) return;
        Add(new Holding(office.Person, office.Phrase, office.Status, office.Rule), office.Phrase.Of[0]);
    }

    private string TitleOf(Bare office) => OfficeTitles.Name(office.Phrase.Title.Of(text.Text), sentence.Language);

    /// <summary>Whoever follows holds the only office that the one before was told to hold.</summary>
    private void Succeed(NameMention successor, NameMention predecessor)
    {
        if (told.Of(text.SightingAt[predecessor.Span]) is not [var office]) return;
        var trigger = successor.Span.Start < predecessor.Span.Start ? predecessor.Span : successor.Span;
        Emit(successor, office.Of!, office.Title, trigger, null, "office.successor");
    }

    /// <summary>"his predecessor": the same office, held before or after.</summary>
    private void Follow(Holding holding, string other, string head)
    {
        if (told.Of(other) is not [.., var office]) return;
        var isBefore = OfficeWords.Is(head, "predecessor", sentence.Language);
        Emit(holding.Person, office.Of!, office.Title, holding.Phrase.Title, isBefore ? FactStatus.Former : holding.Status, "office.succession");
    }

    private void Emit(NameMention person, NameMention of, string title, TextSpan trigger, FactStatus? status, string rule) => Emit(person, text.SightingAt[of.Span], title, trigger, status, rule);

    private void Emit(NameMention person, string whose, string title, TextSpan trigger, FactStatus? status, string rule)
    {
        var who = text.SightingAt[person.Span];
        if (who == whose || !seen.Add((who, title, whose))) return;
        placed.Add(who);
        var (since, until) = OfficeTimes.Around(text.Text, sentence, trigger, article.Date);
        if (until.Latest is { } latest && (article.Date is not { } today || latest < today)) status = FactStatus.Former;
        var office = new OfficeEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, trigger, Speaker(who, whose), rule, who, title, whose, status ?? FactStatus.Current, since, until);
        evidence.Add(office);
        told.Add(office);
    }

    /// <summary>Who is quoted for the sentence, where that is neither of the two that the fact is about.</summary>
    private string? Speaker(string who, string whose) => Speakers.Of(text, sentence) is { } speaker && speaker != who && speaker != whose ? speaker : null;

    private void Post(NameMention person, NameMention host, OfficePhrase phrase, FactStatus? status)
    {
        var (who, whither) = (text.SightingAt[person.Span], text.SightingAt[host.Span]);
        told.AddHost(article.Id, whither);
        if (host.Type == ActorType.Person || who == whither || !seen.Add((who, "posted", whither))) return;
        evidence.Add(new RelationEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, phrase.Title, Speaker(who, whither), "office.posting", who, RelationKind.PostedTo, whither, status ?? FactStatus.Current));
    }

    private void Join(NameMention person, NameMention party, OfficePhrase phrase, FactStatus? status)
    {
        var (who, whose) = (text.SightingAt[person.Span], text.SightingAt[party.Span]);
        if (who == whose || !seen.Add((who, "member", whose))) return;
        evidence.Add(new RelationEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, phrase.Title, Speaker(who, whose), "office.party", who, RelationKind.MemberOf, whose, status ?? FactStatus.Current));
    }

    /// <summary>"Novak, accompanied by his deputy Anna Berger": deputy of a person, not of an office.</summary>
    private void Deputy(NameMention person, NameMention superior, OfficePhrase phrase)
    {
        var (who, whose) = (text.SightingAt[person.Span], text.SightingAt[superior.Span]);
        if (who == whose || !seen.Add((who, "deputy", whose))) return;
        placed.Add(who);
        evidence.Add(new RelationEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, phrase.Title, Speaker(who, whose), "office.deputy", who, RelationKind.DeputyOf, whose, phrase.Status ?? FactStatus.Current));
    }
}
