using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who takes part in what a trigger signals: its subject, its partner, and whom its clause names besides.</summary>
internal sealed partial class Sides(AnnotatedText text, Sentence sentence, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Parties parties, Roster roster, Discourse discourse, Genders genders)
{
    private const int FarthestPartner = 16;

    /// <summary>Who took part in the meeting that this sentence told last: "before the two signed".</summary>
    public IReadOnlyList<Party> Together { get; set; } = [];

    /// <summary>English puts the subject before its verb and the object behind it; in the other languages they are told by their slots.</summary>
    private bool IsPositional => sentence.Language == "en";

    /// <summary>The groups of the sentence; "the ministers" are the two who hold the office, and not the one who is called minister elsewhere.</summary>
    private List<Side> Groups => groups ??= [.. parties.Groups.Select(group => group.Parties is [{ IsUnnamed: true } one] && one.Last > 0 && tokens[one.Last].IsTitle && Grammar.IsDefinite(tokens[one.Last - 1].Lower, sentence.Language) && Counted(one.Last) is { Count: 2 } counted ? group with { Parties = counted.Select(party => party with { First = one.First, Last = one.Last, Slot = one.Slot }).ToList() } : group)];

    private List<Side>? groups;

    /// <returns>Null where the words lead to nobody.</returns>
    public (IReadOnlyList<Party> Before, IReadOnlyList<Party> After)? Of(Trigger trigger)
    {
        var clause = clauses.At(trigger.Last);
        var (before, after) = WithWhom(clause) is { } held && trigger.Form is Form.Noun or Form.Press or Form.With or Form.Speak or Form.Meet ? held : trigger.Form switch
        {
            Form.Noun => Noun(trigger, clause),
            Form.Press => Press(trigger, clause),
            Form.Gather => Gathered(trigger, clause),
            Form.Visit => Visit(trigger, clause),
            Form.VisitNoun => VisitNoun(trigger, clause),
            Form.Sign => Sign(trigger, clause),
            // "X, Y and Z attended the meeting", of which nobody has told yet.
            Form.Joined => (Acting(Groups.Where(group => group.Clause == clause && group.Slot == WordClass.None).SelectMany(group => group.Parties)).ToList(), []),
            Form.Passive => (Subject(clause, trigger.First), Parties(Behind(trigger.Last, clause, WordClass.By, WordClass.None) ?? Within(clause, WordClass.By))),
            _ => Verb(trigger, clause),
        };
        if (after.Count > 0 && trigger.Then is { } then && !then.IsMatch(text.Text[tokens[after[^1].Last > trigger.Last ? after[^1].Last : Math.Min(tokens.Count - 1, trigger.Last + (IsPointed(trigger.Last + 1) ? 1 : 0))].Span.End..sentence.Span.End])) return null;
        if (BesideMe(clause) is { } me && before.Concat(after).Any() && before.Concat(after).All(party => party.Sighting != me.Sighting)) before = [me, .. before];
        before = before.Where(party => after.All(other => other.Sighting != party.Sighting)).ToList();
        // "In the presence of Keller, A and B signed".
        if (before.Count + after.Count > 0) after = [.. after, .. Groups.Where(group => group.Clause == clause && group.Slot == WordClass.Company).SelectMany(group => group.Parties).Where(party => before.Concat(after).All(other => other.Sighting != party.Sighting))];
        return (before, after);
    }

    /// <summary>"Keller, with whom he gave a press conference", "Bakker, met wie zij sprak".</summary>
    private (IReadOnlyList<Party>, IReadOnlyList<Party>)? WithWhom(int clause)
    {
        if (clauses[clause] is not { Kind: ClauseKind.Rel, First: > 0, Parent: >= 0 } rel || tokens[rel.First - 1].Class != WordClass.With || Groups.Any(group => group.Clause == clause && group.Slot is WordClass.None or WordClass.With)) return null;
        var whom = Outer(clause);
        var who = (Pronoun(clause, tokens.Count) is { Count: > 0 } pronoun ? pronoun : Subject(rel.Parent, rel.First)).Where(party => whom.All(other => other.Sighting != party.Sighting)).ToList();
        return who.Count > 0 && whom.Count > 0 ? (who, whom) : null;
    }

    /// <summary>"Keller and I", "he and Keller".</summary>
    private Party? BesideMe(int clause)
        => clauses.TokensOf(clause).FirstOrDefault(i => tokens[i].Class == WordClass.He && i + 2 < tokens.Count && tokens[i + 1].Class == WordClass.And && (tokens[i + 2].Mark == Mark.Name || tokens[i + 2].IsTitle || parties.All.Any(party => party.First == i + 2 && party.Type == ActorType.Person)), -1) is >= 0 and var he ? One(clause, he) ?? discourse.Subject.FirstOrDefault() : clauses.TokensOf(clause).Any(i => tokens[i].Class == WordClass.I && (i > 0 && tokens[i - 1].Class == WordClass.And || i + 1 < tokens.Count && tokens[i + 1].Class == WordClass.And)) ? Speaker() : clauses.TokensOf(clause).Any(i => tokens[i].Class == WordClass.You && (i > 0 && tokens[i - 1].Class == WordClass.And || i + 1 < tokens.Count && tokens[i + 1].Class == WordClass.And)) ? discourse.Addressed : null;

    private static IReadOnlyList<Party> Parties(Side? group) => group?.Parties ?? [];

    private (IReadOnlyList<Party>, IReadOnlyList<Party>) Verb(Trigger trigger, int clause)
    {
        // "met X to discuss relations with Y": the purpose of a meeting is no meeting of its own.
        if (trigger.First > 0 && tokens[trigger.First - 1].Class == WordClass.To && tokens[trigger.First].Lower == "discuss") return ([], []);
        var needsWith = trigger.Form is Form.With or Form.Speak;
        // "with whom Keller spoke", "met wie Bakker sprak".
        if (clauses[clause] is { Kind: ClauseKind.Rel, First: > 0 } rel && tokens[rel.First - 1].Class == WordClass.With && Groups.FirstOrDefault(group => group.Clause == clause && group.Slot == WordClass.None) is { } who) return (who.Parties, Outer(clause));
        if (IsPositional)
        {
            var subject = Subject(clause, trigger.First);
            var partner = Object(trigger, clause, needsWith);
            if (partner.Count > 0 && trigger.Form == Form.Speak && partner.All(party => party is { Type: ActorType.Organization, IsUnnamed: false })) partner = [];
            // "whom she met": the name before is the partner.
            if (partner.Count == 0 && subject.Count > 0 && clauses[clause].Kind == ClauseKind.Rel && tokens[clauses[clause].First].Lower is "whom" or "who" && subject[0].First > clauses[clause].First) partner = Outer(clause);
            if (partner.Count == 0) partner = WithPronoun(clause, trigger.Last);
            if (partner.Count == 0 && trigger.Form == Form.Seen && Acting(subject).Count() > 1 && IsMutual(trigger.Last + 1)) return (subject, []);
            if (partner.Count == 0 && trigger.Form is Form.Meet or Form.With or Form.Speak && IsAlone(trigger)) partner = WithUs(clause, trigger.First, subject);
            if (partner.Count == 0 && trigger.Form is Form.Object or Form.Seen) return ([], []);
            if (partner.Count > 0)
            {
                subject = [.. subject, .. Beside(clause, trigger.First)];
                partner = [.. partner, .. Beside(clause, int.MaxValue).Where(party => party.First > partner[^1].Last && partner[^1].Last > 0 && party.First - partner[^1].Last < 8)];
            }

            if (partner.Count == 0 && Acting(subject).Count() > 1 && trigger.Form is Form.Meet or Form.With or Form.Speak && IsAlone(trigger)) return (subject, []);
            return subject.Count == 0 && trigger.Form == Form.Meet && partner.Count == 0 ? ([], []) : (subject, partner);
        }

        return Free(trigger, clause, needsWith);
    }

    /// <summary>Where word order is free: the clause's unmarked group is the subject, a second one or a marked one the partner.</summary>
    private (IReadOnlyList<Party>, IReadOnlyList<Party>) Free(Trigger trigger, int clause, bool needsWith)
    {
        var own = Groups.Where(group => group.Clause == clause).ToList();
        var plain = own.Where(group => group.Slot == WordClass.None || group.Slot == WordClass.Owner && sentence.Language == "tr").ToList();
        // "Keller, Novak'ın Torres'le görüştüğünü söyledi": whose doing a participle tells.
        if (sentence.Language == "tr" && Grammar.IsNominal(tokens[trigger.Last].Lower, "tr") && plain.Exists(group => group.Slot == WordClass.Owner)) plain.RemoveAll(group => group.Slot != WordClass.Owner);
        var marked = own.Where(group => group.Slot is WordClass.With or WordClass.Object or WordClass.Between || group.Slot == WordClass.To && trigger.Kind == MeetingKind.Call).OrderBy(group => group.Slot != WordClass.With).FirstOrDefault(group => Math.Abs(group.First - trigger.Last) <= FarthestPartner * 2);
        var marks = sentence.Language == "tr" && trigger.Form == Form.Object ? own.FirstOrDefault(group => group.Slot == WordClass.Object) : marked;
        var by = own.FirstOrDefault(group => group.Slot == WordClass.By);
        if (marks is not null)
        {
            var subject = plain.Count > 0 ? plain[0].Parties : Subject(clause, int.MaxValue);
            if (marks.Slot == WordClass.Between) return (marks.Parties, []);
            return (subject, marks.Parties);
        }

        if (WithPronoun(clause, -1) is { Count: > 0 } whom && plain.Count == 0 && Subject(clause, int.MaxValue).Where(party => whom.All(other => other.Sighting != party.Sighting)).ToList() is { Count: > 0 } who) return (who, whom);
        if (WithPronoun(clause, -1) is { Count: > 0 } pointed && plain.Count > 0) return (plain[0].Parties, pointed.Where(party => plain[0].Parties.All(other => other.Sighting != party.Sighting)).ToList());
        if (trigger.Form is Form.Object && by is not null) return (plain.Count > 0 ? plain[0].Parties : Subject(clause, int.MaxValue), by.Parties);
        if (plain.Count == 1 && !needsWith && clauses.TokensOf(clause).FirstOrDefault(i => tokens[i].Lower is "hem" or "haar" or "ihn" && IsObject(i), -1) is >= 0 and var pointed1 && Meant(pointed1, party => plain[0].Parties.All(other => other.Sighting != party.Sighting)) is { Count: > 0 } met) return (plain[0].Parties, met);
        if (plain.Count == 1 && !needsWith && Clitic(trigger, clause) is >= 0 and var clitic && Meant(clitic, party => plain[0].Parties.All(other => other.Sighting != party.Sighting)) is { Count: > 0 } whom1) return (plain[0].Parties, whom1);
        if (plain.Count >= 2 && !needsWith) return (plain[0].Parties, plain[1].Parties);
        if (plain.Count == 1 && Acting(plain[0].Parties).Count() > 1) return (plain[0].Parties, []);
        var implied = Implied(clause, plain.Count > 0 ? plain[0] : null);
        if (plain.Count == 1 && !needsWith) return (implied, plain[0].Parties);
        if (plain.Count == 0 && WithUs(clause, tokens.Count, implied) is { Count: > 0 } other) return (implied, other);
        return plain.Count == 0 && Acting(implied).Count() > 1 ? (implied, []) : ([], []);
    }

    /// <summary>Who stands for a pronoun or for a subject left out.</summary>
    private IReadOnlyList<Party> Implied(int clause, Side? except)
        => (Pronoun(clause, int.MaxValue) is { Count: > 0 } pronoun ? pronoun : except is null || clauses[clause].Kind is ClauseKind.Rel or ClauseKind.Coord or ClauseKind.Sub ? Outer(clause) : []).Where(party => except is null || except.Parties.All(other => other.Sighting != party.Sighting)).ToList();

    /// <summary>"each other", "one another".</summary>
    private bool IsMutual(int at) => at < tokens.Count && (tokens[at].Lower is "each other" or "one another" || at + 1 < tokens.Count && tokens[at].Lower is "each" or "one" && tokens[at + 1].Lower is "other" or "another");

    private static IEnumerable<Party> Acting(IEnumerable<Party> group) => group.Where(party => party.Standing == Standing.Acts);

    private (IReadOnlyList<Party>, IReadOnlyList<Party>) Sign(Trigger trigger, int clause)
    {
        var by = Behind(trigger.Last, clause, WordClass.By) ?? (IsPositional ? null : Within(clause, WordClass.By));
        if (by is not null) return Acting(by.Parties).Count() > 1 ? (by.Parties, []) : (by.Parties, Parties(Behind(by.Last, clause, WordClass.With)));
        var with = Behind(trigger.Last, clause, WordClass.With, WordClass.Between) ?? (IsPositional ? null : Within(clause, WordClass.With, WordClass.Between));
        if (with is { Slot: WordClass.Between }) return (with.Parties, []);
        var subject = IsPositional ? Subject(clause, trigger.First) : Groups.FirstOrDefault(group => group.Clause == clause && group.Slot == WordClass.None)?.Parties ?? Subject(clause, int.MaxValue);
        if (with is not null) return (subject, with.Parties);
        if (Acting(subject).Count() > 1) return (subject, []);
        return subject.Count == 0 && IsPassive(clause) ? (discourse.Together, []) : ([], []);
    }

    /// <summary>"an agreement was then signed": by those who met.</summary>
    private bool IsPassive(int clause) => sentence.Language == "tr" || clauses.TokensOf(clause).Any(i => tokens[i].Lower is "was" or "were" or "werd" or "werden" or "wurde" or "wurden" or "été" or "fue" or "fueron" or "firmó" or "is");

    private bool HasLight(Trigger trigger, int clause)
    {
        foreach (var i in clauses.TokensOf(clause))
        {
            if (tokens[i].Mark == Mark.Word && Grammar.IsLight(tokens[i].Lower, sentence.Language) && (!IsPositional || i < trigger.First && trigger.First - i < 8)) return true;
        }

        return false;
    }

    /// <summary>Those whom "together with", "along with" joins to the subject.</summary>
    private IEnumerable<Party> Beside(int clause, int before) => Groups.Where(group => group.Clause == clause && group.Last < before && group.Slot == WordClass.With && group.First > 1 && tokens[group.First - 2].Class == WordClass.Adv).SelectMany(group => group.Parties);

    /// <summary>The partner behind the verb: right behind it, or behind "with" further on.</summary>
    private IReadOnlyList<Party> Object(Trigger trigger, int clause, bool needsWith)
    {
        var slots = needsWith ? new[] { WordClass.With, WordClass.To } : [WordClass.None, WordClass.With];
        // "called on": the preposition that ends the words leads to the partner.
        var hasOwnWith = trigger.First != trigger.Last && tokens[trigger.Last].Class is >= WordClass.With and <= WordClass.Company;
        var group = Behind(trigger.Last, clause, hasOwnWith ? [WordClass.None, WordClass.With, WordClass.By] : slots);
        if (group is { Slot: WordClass.None } && !IsRightBehind(trigger.Last, group.First)) group = trigger.Form == Form.Meet ? Behind(trigger.Last, clause, WordClass.With) : null;
        if (group is { Slot: WordClass.With } && trigger.Form is Form.Object or Form.Seen && !hasOwnWith) return [];
        if (group is not null && trigger.Form == Form.Seen && !group.Parties.All(party => party.Type == ActorType.Person)) return [];
        if (group is not null) return group.Parties;
        var next = trigger.Last + 1 < tokens.Count ? tokens[trigger.Last + 1] : null;
        if (IsPointed(trigger.Last + 1)) return Whom(clause, trigger);
        if (IsPositional && next is { Lower: "me" or "us" } && trigger.Form is Form.Object or Form.Meet or Form.Seen) return Speaker() is { } speaker && Subject(clause, trigger.First).Any(party => party.Type == ActorType.Person || party.IsUnnamed) ? [speaker] : [];
        return next?.Lower is "them" && trigger.Form != Form.Seen ? discourse.Everyone : Both(trigger.Last + 1) is >= 0 and var both ? Others(clause, both, Subject(clause, trigger.First)) : [];
    }

    /// <summary>"both", "the two", "the two men" as an object: index of the word that stands for them, -1 where they are no object.</summary>
    private int Both(int at)
    {
        while (at < tokens.Count && tokens[at] is { Mark: Mark.Word, Class: WordClass.Adv }) at++;
        if (at >= tokens.Count || tokens[at].Class != WordClass.They || tokens[at].Lower is "them" or "other" or "another") return -1;
        return IsObject(IsSidesNoun(at + 1) ? at + 1 : at) ? at : -1;
    }

    /// <summary>Two whom somebody meets: those that may be meant by "the two", without him; else the two that were named last.</summary>
    private IReadOnlyList<Party> Others(int clause, int both, IReadOnlyList<Party> than)
    {
        List<Party> Without(IReadOnlyList<Party> all) => all.Where(party => than.All(other => other.Sighting != party.Sighting)).ToList();
        return Without(Several(clause, both)) is { Count: > 1 } several ? several : Without(discourse.Named).Take(2).ToList();
    }

    /// <summary>"men", "leaders", "countries" behind "the two".</summary>
    private bool IsSidesNoun(int at) => at < tokens.Count && (Grammar.IsOfTwo(tokens[at].Lower, sentence.Language) || Grammar.IsOfStates(tokens[at].Lower, sentence.Language));

    /// <summary>"him", or "her" that no noun follows.</summary>
    private bool IsPointed(int at) => IsPositional && at < tokens.Count && (tokens[at].Lower == "him" || tokens[at].Lower == "her" && IsObject(at));

    /// <summary>Whom "him" or "her" behind a verb means: a person of the sentence's other clauses, else whom the sentence before was about; not who acts.</summary>
    private IReadOnlyList<Party> Whom(int clause, Trigger trigger)
    {
        var subject = Subject(clause, trigger.First).Select(party => party.Sighting).ToHashSet();
        var inside = parties.All.Where(party => party.Type == ActorType.Person && party.Last >= 0 && party.Last < trigger.First && clauses.At(party.Last) != clause && !subject.Contains(party.Sighting) && Fits(party, trigger.Last + 1)).ToList();
        if (inside.Count > 0) return [inside[^1] with { Standing = Standing.Acts }];
        return Meant(trigger.Last + 1, party => party.Type == ActorType.Person && !subject.Contains(party.Sighting));
    }

    /// <summary>Whether only articles, titles and adverbs stand between a verb and its object.</summary>
    private bool IsRightBehind(int verb, int first)
    {
        var isAside = false;
        for (var i = verb + 1; i < first; i++)
        {
            if (tokens[i].Mark == Mark.Comma) isAside = false;
            else if (tokens[i].Class is WordClass.In or WordClass.About) isAside = true;
            else if (tokens[i].Mark is not (Mark.Word or Mark.Name) || clauses.IsVerb(i) || tokens[i].Class is WordClass.To or WordClass.From or WordClass.And) return false;
            else if (!isAside && tokens[i].Mark == Mark.Word && tokens[i].Class is not (WordClass.Det or WordClass.Adv or WordClass.With) && !tokens[i].IsTitle && !Dates.IsOfCalendar(tokens[i].Lower, sentence.Language)) return false;
        }

        return first - verb < 10;
    }

    /// <summary>The first group behind a token, in its clause, that one of the slots leads to; no verb, no purpose between.</summary>
    private Side? Behind(int token, int clause, params WordClass[] slots)
    {
        foreach (var group in Groups.Where(group => group.First > token && group.Clause == clause))
        {
            if (group.First - token > FarthestPartner || Breaks(token + 1, group.First, clause)) return null;
            if (slots.Contains(group.Slot)) return group;
            if (group.Slot is WordClass.None or WordClass.With) return null;
        }

        return null;
    }

    /// <summary>"to discuss relations with": the partner of another verb.</summary>
    private bool Breaks(int from, int to, int clause)
    {
        for (var i = from; i < to; i++)
        {
            if (clauses.At(i) != clause || tokens[i].Mark != Mark.Word) continue;
            if (IsPositional && (tokens[i].Class is WordClass.Verb or WordClass.Say or WordClass.Aux && i > from || tokens[i].Class == WordClass.To && i + 1 < to && tokens[i + 1].Class is WordClass.None && !tokens[i + 1].IsTitle && i + 2 < to)) return true;
        }

        return false;
    }

    private Side? Within(int clause, params WordClass[] slots) => Groups.FirstOrDefault(group => group.Clause == clause && slots.Contains(group.Slot));

    /// <summary>Whether nothing behind the verb could be its object: "they met in Lima".</summary>
    private bool IsAlone(Trigger trigger)
    {
        if (trigger.Last + 1 >= tokens.Count) return true;
        var next = tokens[trigger.Last + 1];
        return next.Mark != Mark.Name && !next.IsTitle && (next.Mark != Mark.Word || next.Class is not (WordClass.Det or WordClass.None or WordClass.With or WordClass.Object) || Dates.IsOfCalendar(next.Lower, sentence.Language) || next.Lower is "each" or "one" or "face" or "for" or "last" or "next" or "twice");
    }

    /// <summary>Who does it: the clause's own subject, a pronoun's antecedent, the name a relative clause is about, the subject of the clause around.</summary>
    public IReadOnlyList<Party> Subject(int clause, int before, bool isNoun = false)
    {
        if (!IsPositional) before = tokens.Count;
        before = Math.Min(before, tokens.Count);
        var own = Groups.Where(group => group.Clause == clause && group.Slot == WordClass.None && group.Last < before && Acting(group.Parties).Any()).ToList();
        if (!IsPositional && own.Count > 0) return own[0].Parties;
        // "Keller'in Lima'ya yapacağı ziyaret".
        if (sentence.Language == "tr" && Groups.FirstOrDefault(group => group.Clause == clause && group.Slot == WordClass.Owner && group.HasPerson) is { } doer) return doer.Parties;
        // "The two sides, led by A and B, met", "A delegation led by A called on B".
        if (own.Count == 0 && Groups.FirstOrDefault(group => group.Clause == clause && group.Slot == WordClass.Lead && group.Last < before) is { } led) return led.Parties;
        if (own.Count > 0 && !isNoun && before > 0 && own[^1].Last == before - 2 && tokens[before - 1].Class == WordClass.To && own.Count > 1) return own[^1].Parties;
        // "She met A and is due to see B": who stands before the verb, and not whom she met.
        if (IsPositional && own.Count > 0 && Pronoun(clause, own[0].First) is { Count: > 0 } opening && clauses.TokensOf(clause).Any(i => i < own[0].First && clauses.IsVerb(i))) return opening;
        if (Pronoun(clause, before) is { Count: > 0 } pronoun && (own.Count == 0 || clauses[clause].Kind == ClauseKind.Quote)) return pronoun;
        if (own.Count == 0 && isNoun && Behind(clause, before) is { } behind) return behind.Parties;
        if (own.Count > 1 && !isNoun && before < tokens.Count && Enumerable.Range(own[^1].Last + 1, Math.Max(0, before - own[^1].Last - 1)).All(i => tokens[i].Class is WordClass.Aux or WordClass.Adv || clauses.At(i) != clause)) return own[^1].Parties;
        return own.Count > 0 ? own[0].Parties : Outer(clause);
    }

    /// <summary>"In a phone call with A, B promised help": who the clause is about stands behind its opening's comma.</summary>
    private Side? Behind(int clause, int noun)
    {
        var first = clauses[clause].First;
        if (first >= tokens.Count || noun - first > 8 || !Enumerable.Range(first, Math.Max(0, noun - first)).Any(i => tokens[i].Class is WordClass.In or WordClass.About or WordClass.Sub)) return null;
        return Groups.FirstOrDefault(group => group.Clause == clause && group.First > noun && group.Slot == WordClass.None && tokens[group.First - 1].Mark == Mark.Comma);
    }

    private IReadOnlyList<Party> Outer(int clause)
    {
        var own = clauses[clause];
        if (own.Kind == ClauseKind.Rel && own.First > 0) return Groups.Where(group => group.Last < own.First && own.First - group.Last < 8).OrderBy(group => group.Last).LastOrDefault() is { } antecedent
            ? antecedent.Slot == WordClass.None ? antecedent.Parties : [antecedent.Parties[^1] with { Standing = Standing.Acts }] : Named(own.First);
        // Spanish and Turkish leave out a subject that is known.
        if (own.Kind == ClauseKind.Main && sentence.Language is "es" or "tr") return discourse.Subject.Take(1).ToList();
        if (own.Kind is not (ClauseKind.Sub or ClauseKind.Coord) || own.Parent < 0 || own.Kind == ClauseKind.Sub && HasOwnSubject(clause)) return [];
        var outer = own.EndsAtComma ? Subject(own.Parent, int.MaxValue) : Subject(own.Parent, own.First);
        // "…," said Keller, the mayor, after her talks with Novak.
        return outer.Count > 0 || own.Kind != ClauseKind.Sub ? outer : Groups.FirstOrDefault(group => clauses[group.Clause].Kind == ClauseKind.Report && group.Last < own.First && group.HasPerson)?.Parties ?? [];
    }

    /// <summary>"that thousands of people arrived": the clause has a subject, if nobody we know.</summary>
    private bool HasOwnSubject(int clause)
    {
        var inside = clauses.TokensOf(clause).Where(i => i > clauses[clause].First).ToList();
        if (inside.Count == 0 || !IsPositional) return false;
        var first = tokens[inside[0]];
        if (first.Mark == Mark.Word && (first.Class is not (WordClass.None or WordClass.Det) || first.Lower.EndsWith("ing", StringComparison.Ordinal) || first.Lower is "his" or "her" or "their")) return first.Class is WordClass.About && inside.Count > 1 && char.IsDigit(tokens[inside[1]].Lower[0]);
        var verb = inside.FirstOrDefault(clauses.IsVerb, -1);
        return verb > inside[0] && inside.TakeWhile(i => i < verb).All(i => tokens[i].Mark != Mark.Word || tokens[i].Class is not (WordClass.With or WordClass.Between));
    }

    private IReadOnlyList<Party> Named(int before) => parties.All.Where(party => party.Last < before && before - party.Last < 4).OrderBy(party => party.Last).LastOrDefault() is { } party ? [party with { Standing = Standing.Acts }] : [];
}
