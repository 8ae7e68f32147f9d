using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who supports, opposes, controls or appointed whom, who is part or member of what, and where troops and seats are: by verbs and nouns (<c>relations.tsv</c>).</summary>
internal sealed class Ties
{
    private static readonly Dictionary<(string Language, string First), List<TieRule>> Rules = TieRule.Load();

    private static readonly Dictionary<(string Language, string Last), List<TieRule>> NounRules = TieRule.Nouns(Rules);

    private readonly AnnotatedText text;
    private readonly List<Evidence> evidence;
    private readonly HashSet<(string, RelationKind, string)> seen;
    private readonly Dictionary<string, string> armies;
    private readonly States states;
    private readonly Focus focus;
    private readonly Descriptions descriptions;
    private Sentence sentence = null!;
    private Article article = null!;
    private IReadOnlyList<Token> tokens = [];
    private IReadOnlyList<NameMention> mentions = [];

    /// <summary>The actors of the sentence before.</summary>
    private IReadOnlyList<NameMention> before = [];

    private Ties(AnnotatedText text)
    {
        (this.text, evidence, armies, states, focus, descriptions) = (text, text.Evidence.ToList(), Armies(text), new States(text), new Focus(text), new Descriptions(text));
        seen = evidence.OfType<RelationEvidence>().Select(relation => (relation.A, relation.Kind, relation.B)).ToHashSet();
    }

    public static AnnotatedText Read(AnnotatedText text)
    {
        var ties = new Ties(text);
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsBoilerplate)) ties.ReadSentence(sentence);
        return text with { Evidence = ties.evidence };
    }

    private void ReadSentence(Sentence next)
    {
        var last = article;
        (sentence, article) = (next, text.ArticleAt(next.Span.Start));
        if (last != article) before = [];
        focus.Enter(article, sentence);
        mentions = text.MentionsIn(next.Span);
        tokens = descriptions.Resolve(next, article, Tokens.Of(text, next), focus);
        if (tokens.Any(token => token.Kind == TokenKind.Name))
        {
            Nouns();
            Parties();
            Seats();
            var grammar = new TieClause(text, tokens, sentence, article);
            for (var i = 0; i < tokens.Count; i++)
            {
                if (!tokens[i].IsWord || !Rules.TryGetValue((sentence.Language, tokens[i].Lower), out var rules)) continue;
                foreach (var rule in rules.Where(rule => rule.How != "noun" && rule.Fits(tokens, i)))
                {
                    if (!Told(grammar, rule, i)) continue;
                    i += rule.Words.Length - 1;
                    break;
                }
            }
        }

        focus.Read(tokens, sentence.Language);
        if (mentions.Where(mention => mention.IsActor).ToList() is { Count: > 0 } actors) before = actors;
    }

    /// <summary>Whether the words at the place tell the rule's tie.</summary>
    private bool Told(TieClause clause, TieRule rule, int at)
    {
        var end = at + rule.Words.Length - 1;
        var (from, to) = rule.How switch
        {
            "verb" => (clause.Before(at), clause.After(end + 1, rule.Kind)),
            "passive" => (clause.By(end + 1), clause.Head(at)),
            "joined" => (clause.Prefix(at), clause.Next(at + 1)),
            "placed" => (clause.Next(at + 1), clause.Prefix(at)),
            "seat" => (clause.Head(at), clause.Place(end + 1)),
            "post" => (clause.Head(at), clause.Place(end + 1)),
            "send" => (clause.Before(at), clause.Whither(end + 1)),
            "withdraw" => (clause.Before(at), clause.Whither(end + 1, "whence")),
            "reverse" => (clause.After(end + 1, rule.Kind), clause.Before(at)),
            "under" => (clause.After(end + 1, rule.Kind), clause.Head(at)),
            "gives" => (clause.Before(at), clause.Given(end + 1)),
            "final" => clause.Final(at),
            "seated" => clause.Seated(at),
            "beside" => clause.Beside(at, end),
            "which" => (clause.Before(at), clause.ToWhich(at)),
            _ => ([], []),
        };
        if (rule.How == "final" && rule.Kind is RelationKind.Supports or RelationKind.Opposes) to = to.Select(actor => Acting(actor, rule.Kind)).ToList();
        if (rule.Kind == RelationKind.Appointed && rule.How == "verb") (from, to) = Object(from, to, end + 1);
        if (to.Count == 0 && rule.How == "verb" && rule.Kind != RelationKind.MemberOf) to = clause.Whom(at);
        var found = false;
        foreach (var a in from.Where(actor => Suits(rule.Kind, actor, true)))
        {
            foreach (var b in to.Where(actor => Suits(rule.Kind, actor, false)))
            {
                // "belongs to": of a state or a person membership, of a company part.
                var kind = rule.Kind == RelationKind.MemberOf && rule.How == "verb" && a.Type == ActorType.Organization && b.Type == ActorType.Organization && OfficeWords.Is(tokens[at], "belongs", sentence.Language) ? RelationKind.PartOf : rule.Kind;
                Add(Acting(a, kind), kind, Target(b), Between(at, end), rule.Status ?? clause.StatusAt(at));
                found = true;
            }
        }

        return found;
    }

    /// <summary>"appointed him", "benoemde president X hem": whom the sentence before was about.</summary>
    private (IReadOnlyList<NameMention> From, IReadOnlyList<NameMention> To) Object(IReadOnlyList<NameMention> from, IReadOnlyList<NameMention> to, int at)
    {
        NameMention? Meant(int pronoun) => before.FirstOrDefault(mention => mention.Type == ActorType.Person) ?? focus.Meant(Genders.OfPronoun(tokens[pronoun].Lower, sentence.Language), from.FirstOrDefault());
        if (at < tokens.Count && OfficeWords.Is(tokens[at], "object", sentence.Language)) return Meant(at) is { } meant ? (from, [meant]) : (from, to);
        if (from.Count > 0 || to.Count != 1) return (from, to);
        var name = tokens.Select((token, index) => (token, index)).FirstOrDefault(pair => pair.token.Name == to[0]).index;
        return name > 0 && name + 1 < tokens.Count && OfficeWords.Is(tokens[name + 1], "object", sentence.Language) && Meant(name + 1) is { } known ? (to, [known]) : (from, to);
    }

    private TextSpan Between(int first, int last) => new(tokens[first].Span.Start, tokens[last].Span.End);

    /// <summary>Who can stand on a side of the tie.</summary>
    private static bool Suits(RelationKind kind, NameMention actor, bool isFirst) => kind switch
    {
        RelationKind.BasedIn => isFirst ? actor.Type == ActorType.Organization : actor is { Type: ActorType.Place or ActorType.Country, IsDemonym: false },
        RelationKind.DeployedIn => isFirst ? actor.Type is ActorType.Country or ActorType.Organization or ActorType.Place : actor.Type is ActorType.Place or ActorType.Country,
        RelationKind.PostedTo => isFirst ? actor.Type == ActorType.Person : actor.Type != ActorType.Person,
        RelationKind.Appointed => isFirst || actor.Type == ActorType.Person,
        RelationKind.PartOf or RelationKind.MemberOf => isFirst ? actor.Type != ActorType.Place : actor.Type is ActorType.Organization or ActorType.Country,
        RelationKind.Controls => isFirst ? actor.Type is not ActorType.Place : actor.Type is not ActorType.Person,
        _ => isFirst || actor.Type is not ActorType.Place,
    };

    /// <summary>A capital that backs or fights is its government.</summary>
    private NameMention Acting(NameMention actor, RelationKind kind)
        => actor.Type != ActorType.Place || kind == RelationKind.BasedIn ? actor : states.Of(article, actor) ?? actor;

    /// <summary>"subsidiary of", "its rival", "NATO member": nouns that make their holder something of another.</summary>
    private void Nouns()
    {
        var phrases = OfficePhrases.In(tokens, sentence.Language, at => NounAt(at) is not null && !(at + 1 < tokens.Count && NounAt(at + 1) is { Words.Length: > 1 }), at => NounAt(at)!.Words.Length - 1);
        if (phrases.Count == 0) return;
        var holders = new OfficeHolders(tokens, sentence.Language, focus, isAnyActor: true);
        IReadOnlyList<Holding> held = [];
        for (var i = 0; i < phrases.Count; i++)
        {
            held = holders.Of(phrases[i], i > 0 ? phrases[i - 1] : null, held, null);
            var kind = NounAt(phrases[i].Head)!.Kind;
            foreach (var holding in held)
            {
                var whose = phrases[i].Of.Count > 0 ? phrases[i].Of[0] : phrases[i].Superior ?? holding.Of ?? Owner(phrases[i], holding.Person) ?? OfficeHolders.OfWhich(tokens, phrases[i], sentence.Language);
                if (whose is not null) whose = Owned(whose);
                if (whose is null || !Suits(kind, holding.Person, true) || !Suits(kind, whose, false) || OfficeWords.Is("behind", "demonym", sentence.Language) && whose.IsDemonym) continue;
                Add(Acting(holding.Person, kind), kind, whose, phrases[i].Title, phrases[i].Status is FactStatus.Former || holding.Status is FactStatus.Former ? FactStatus.Former : holding.Status ?? FactStatus.Current);
            }
        }
    }

    /// <summary>"een dochter van het Indiase Vrindavan Steel": the firm, and not where it is from.</summary>
    private NameMention Owned(NameMention whose)
    {
        if (!whose.IsDemonym) return whose;
        for (var at = 0; at + 1 < tokens.Count; at++) if (tokens[at].Name == whose) return tokens[at + 1].Name is { Type: ActorType.Organization } firm ? firm : whose;
        return whose;
    }

    /// <summary>"Harrow Minerals of Melbourne" sits there; "Minurso, the UN mission" is a part of it.</summary>
    private void Seats()
    {
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            if (tokens[at].Name is not { Type: ActorType.Organization } firm) continue;
            if (sentence.Language == "en" && tokens[at + 1].Lower == "of" && Gazetteer.IsFirm(firm.Name[(firm.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant()) && tokens[at + 2].Name is { Type: ActorType.Place, IsDemonym: false } town) Add(firm, RelationKind.BasedIn, town, tokens[at + 1].Span, FactStatus.Current);
            if (at + 4 < tokens.Count && tokens[at + 1].Is(",") && OfficeWords.Is(tokens[at + 2], "article", sentence.Language) && tokens[at + 3].Name is { Type: ActorType.Organization } whole && Gazetteer.WellKnown(whole.Name) is not null && OfficeWords.Is(tokens[at + 4], "branch", sentence.Language)) Add(firm, RelationKind.PartOf, whole, tokens[at + 4].Span, FactStatus.Current);
        }
    }

    /// <summary>"X (CDA)": a person with an organization in brackets is of it; "Kenyan troops in Somalia" are deployed there.</summary>
    private void Parties()
    {
        for (var at = 0; at + 3 < tokens.Count; at++)
        {
            if (tokens[at].IsPerson && tokens[at + 1].Is("(") && tokens[at + 2].Name is { Type: ActorType.Organization } party && tokens[at + 3].Is(")")) Add(tokens[at].Name!, RelationKind.MemberOf, party, party.Span, FactStatus.Current);
            if (PartyOf(at) is { } own) Add(tokens[at].Name!, RelationKind.MemberOf, own, own.Span, FactStatus.Current);
            if (!OfficeWords.Is(tokens[at + 1], "troops", sentence.Language) || tokens[at].Name is not { Type: ActorType.Country } sender) continue;
            var next = at + 2;
            while (next < tokens.Count && next - at < 5 && (OfficeWords.Is(tokens[next], "aside", sentence.Language) || OfficeWords.Is(tokens[next], "be", sentence.Language) || OfficeWords.Is(tokens[next], "stationed", sentence.Language)) && !OfficeWords.Is(tokens[next], "posting", sentence.Language)) next++;
            if (next + 1 >= tokens.Count || !OfficeWords.Is(tokens[next], "posting", sentence.Language)) continue;
            if (OfficeWords.Is(tokens[next + 1], "article", sentence.Language)) next++;
            if (next + 1 < tokens.Count && tokens[next + 1].Name is { Type: ActorType.Place or ActorType.Country, IsDemonym: false } place && tokens[next].Lower != "to") Add(sender, RelationKind.DeployedIn, place, tokens[at + 1].Span, FactStatus.Current);
        }
    }

    /// <summary>"senator X, of the Free Union,": whoever sits in a parliament is of a party.</summary>
    private NameMention? PartyOf(int person)
    {
        if (!tokens[person].IsPerson || person == 0 || !tokens[person + 1].Is(",") || !OfficeWords.Is(tokens[person + 2], "joint", sentence.Language)) return null;
        if (!Enumerable.Range(Math.Max(0, person - 3), Math.Min(3, person)).Any(at => OfficeWords.Is(tokens[at], "legislator", sentence.Language))) return null;
        var at = person + 3;
        while (at < tokens.Count && OfficeWords.Is(tokens[at], "article", sentence.Language)) at++;
        return at < tokens.Count && tokens[at].Name is { Type: ActorType.Organization } party && !(at + 1 < tokens.Count && tokens[at + 1].IsWord && char.IsUpper(tokens[at + 1].Text[0])) ? party : null;
    }

    private TieRule? NounAt(int at) => tokens[at].IsWord && NounRules.TryGetValue((sentence.Language, tokens[at].Lower), out var rules) ? rules.Find(rule => rule.EndsAt(tokens, at)) : null;

    /// <summary>"its rival": the actor named before it in the sentence, else whom the sentence before was about.</summary>
    private NameMention? Owner(OfficePhrase phrase, NameMention not)
    {
        if (phrase.Owner is null || !OfficeWords.Is(phrase.Owner, "own", sentence.Language) && !OfficeWords.Is(phrase.Owner, "whose", sentence.Language) || OfficeWords.Is(phrase.Owner, "ours", sentence.Language)) return null;
        bool Fits(NameMention mention) => mention.IsActor && text.SightingAt[mention.Span] != text.SightingAt[not.Span];
        var here = mentions.Where(mention => mention.Span.End <= phrase.Title.Start && Fits(mention)).ToList();
        // "X runs Kenya's network; its subsidiary": things are of organizations rather than of countries and persons.
        var isThing = OfficeWords.Is(phrase.Owner, "its", sentence.Language);
        return (isThing ? here.LastOrDefault(mention => mention.Type == ActorType.Organization) : null) ?? here.LastOrDefault(mention => !isThing || mention.Type != ActorType.Person)
            ?? (isThing ? before.FirstOrDefault(mention => mention.Type == ActorType.Organization && Fits(mention)) : null) ?? before.FirstOrDefault(Fits);
    }

    /// <summary>Whose forces they are: "Khalifa Haftar's Libyan National Army" makes "Haftar's forces" that army.</summary>
    private static Dictionary<string, string> Armies(AnnotatedText text)
    {
        var armies = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < text.Mentions.Count; i++)
        {
            var (a, b) = (text.Mentions[i], text.Mentions[i + 1]);
            if (a.Type == ActorType.Person && b.Type == ActorType.Organization && Phrases.Gap(text, a, b) is "'s " or "’s ") armies.TryAdd(text.SightingAt[a.Span], text.SightingAt[b.Span]);
        }

        return armies;
    }

    private string Target(NameMention mention)
    {
        const int HowFar = 20;
        var sighting = text.SightingAt[mention.Span];
        var after = text.Text[mention.Span.End..Math.Min(text.Text.Length, mention.Span.End + HowFar)].Split(' ');
        return armies.TryGetValue(sighting, out var army) && after.Length > 1 && after[0].Length > 1 && OfficeWords.Is(after[1].TrimEnd('.', ','), "forces", sentence.Language) ? army : sighting;
    }

    private void Add(NameMention a, RelationKind kind, NameMention b, TextSpan trigger, FactStatus status) => Add(a, kind, text.SightingAt[b.Span], trigger, status);

    private void Add(NameMention a, RelationKind kind, string to, TextSpan trigger, FactStatus status)
    {
        var from = text.SightingAt[a.Span];
        if (from == to || !seen.Add((from, kind, to))) return;
        var speaker = Speakers.Of(text, sentence);
        evidence.Add(new RelationEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, trigger, speaker == from || speaker == to ? null : speaker, "tie." + kind, from, kind, to, status));
    }
}
