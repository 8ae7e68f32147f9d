using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who takes part where a noun or a visit is told: "talks between A and B", "A's visit to B", "a press conference with A".</summary>
internal sealed partial class Sides
{
    /// <summary>"talks with B", "A's talks with B", "talks between A and B", "A and B held talks".</summary>
    private (IReadOnlyList<Party>, IReadOnlyList<Party>) Noun(Trigger trigger, int clause)
    {
        var owners = Groups.Where(group => group.Slot == WordClass.Owner && group.Clause == clause && group.Last < trigger.First && trigger.First - group.Last <= 5).SelectMany(group => group.Parties).ToList();
        var behind = Behind(trigger.Last, clause, WordClass.With, WordClass.Between);
        // "left the summit, raising doubts about a meeting with B": of the two nouns the one that stands nearer.
        if (behind is not null && parties.NounsBetween(trigger.Last, behind.First)) behind = null;
        if (IsPositional && HeldBy(trigger, clause) is { } held) return held;
        if (behind is { Slot: WordClass.Between } && Acting(behind.Parties).Count() > 1) return (behind.Parties, []);
        if (behind is not null)
        {
            var partners = behind.Slot == WordClass.Between ? WithAfter(behind, clause) : behind.Parties;
            if (behind.Slot == WordClass.Between) owners.AddRange(behind.Parties);
            if (owners.Count > 0) return (owners, partners.Where(party => owners.All(owner => owner.Sighting != party.Sighting)).ToList());
            var subject = Subject(clause, trigger.First, isNoun: true);
            // "a round table with A and B": whom it lists is who meets.
            if (subject.Count == 0 && Acting(behind.Parties).Count() > 1 && !IsSomebodys(trigger.First)) return (behind.Parties, []);
            // "The dinner with Keller, Novak admitted, never took place."
            if (subject.Count == 0 && Groups.FirstOrDefault(group => clauses[group.Clause].Kind == ClauseKind.Report && group.HasPerson && group.Slot == WordClass.None) is { } told) subject = told.Parties;
            if (subject.Count == 0 && behind.Slot == WordClass.With && behind.HasPerson) subject = discourse.Subject.Take(1).ToList();
            return ([.. subject, .. Beside(clause, trigger.First)], behind.Parties);
        }

        // "talks between the heads of the two services, A and B".
        if (Enumerable.Range(trigger.Last, 2).Any(i => i < tokens.Count && tokens[i].Class == WordClass.Between) && Groups.FirstOrDefault(group => group.Clause == clause && group.First > trigger.Last && group.HasPerson) is { Parties.Count: > 1 } named && named.First - trigger.Last < FarthestPartner && !Enumerable.Range(trigger.Last + 1, named.First - trigger.Last - 1).Any(clauses.IsVerb)) return (named.Parties, []);
        if (WithPronoun(clause, trigger.Last) is { Count: > 0 } pointed && (owners.Count > 0 || HasLight(trigger, clause))) return (owners.Count > 0 ? owners : Subject(clause, trigger.First), pointed);
        if (Acting(owners).Count() > 1) return (owners, []);
        if (Enumerable.Range(trigger.Last + 1, 3).Any(i => i < tokens.Count && tokens[i].Class == WordClass.They && tokens[i].Lower is not ("sich" or "elkaar" or "leur")) && Several(clause, trigger.Last + 1) is { Count: > 1 } several) return (several, []);
        if (IsPositional && trigger.First > 0 && tokens[trigger.First - 1].Class is not (WordClass.Det or WordClass.And) && tokens[trigger.First].Lower.EndsWith("ing", StringComparison.Ordinal) && Behind(trigger.Last, clause, WordClass.None) is { } met && met.First == trigger.Last + 1) return (Subject(clause, trigger.First), met.Parties);
        if (AtWhich(trigger) is { Count: > 1 } there) return (there, []);
        if (OnOccasion(trigger, clause) is { Count: > 1 } present) return (present, []);
        if (!HasLight(trigger, clause)) return ([], []);
        var together = Subject(clause, trigger.First);
        var with = Within(clause, WordClass.With, WordClass.Between);
        if (with is { Slot: WordClass.Between }) return (with.Parties, []);
        return with is not null && Math.Abs(with.First - trigger.Last) < FarthestPartner ? (together, with.Parties) : Acting(together).Count() > 1 ? (together, []) : ([], []);
    }

    /// <summary>"a conversation he had with B", "talks that A held with B": those of the clause about the noun.</summary>
    private (IReadOnlyList<Party>, IReadOnlyList<Party>)? HeldBy(Trigger trigger, int clause)
    {
        const int Longest = 8;
        var first = trigger.Last + 1;
        if (first < tokens.Count && tokens[first].Lower is "that" or "which") first++;
        var verb = Enumerable.Range(first, Longest).FirstOrDefault(i => i < tokens.Count && (tokens[i].Class is WordClass.Aux or WordClass.Say || clauses.IsVerb(i) || Grammar.IsLight(tokens[i].Lower, sentence.Language)), -1);
        if (verb <= first || !Enumerable.Range(first, verb - first).All(i => tokens[i].Class is WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You or WordClass.Det or WordClass.Adv || tokens[i].Mark == Mark.Name || tokens[i].IsTitle)) return null;
        var light = tokens[verb].Class == WordClass.Aux && verb + 1 < tokens.Count && !Grammar.IsLight(tokens[verb].Lower, sentence.Language) ? verb + 1 : verb;
        if (light >= tokens.Count || !Grammar.IsLight(tokens[light].Lower, sentence.Language)) return null;
        var with = Groups.FirstOrDefault(group => group.First > light && group.Slot is WordClass.With or WordClass.Between && Enumerable.Range(light + 1, group.First - light - 1).All(i => tokens[i].Mark is Mark.Word or Mark.Name && !clauses.IsVerb(i)));
        if (with is null) return null;
        var who = tokens[first].Class switch
        {
            WordClass.He => Subject(clause, trigger.First).Where(party => party.Type == ActorType.Person && Fits(party, first)).Take(1).ToList() is { Count: > 0 } own ? own : One(clause, first) is { } one ? [one] : Meant(first, _ => true),
            WordClass.They => Several(clause, first),
            WordClass.I or WordClass.We => Speaker() is { } speaker ? [speaker] : [],
            WordClass.You => discourse.Addressed is { } you ? [you] : [],
            _ => Groups.Where(group => group.Last < verb && group.Last >= first).SelectMany(group => group.Parties).ToList(),
        };
        return who.Count > 0 ? (who.Where(party => with.Parties.All(other => other.Sighting != party.Sighting)).ToList(), with.Parties) : null;
    }

    /// <summary>"his meeting", "the first meeting": of somebody told before.</summary>
    private bool IsSomebodys(int noun)
    {
        var first = noun;
        while (first > 0 && noun - first < 4 && tokens[first - 1] is { Mark: Mark.Word, Class: WordClass.None } && !clauses.IsVerb(first - 1)) first--;
        return first > 0 && tokens[first - 1].Class == WordClass.Det && tokens[first - 1].Lower is not ("a" or "an" or "een" or "ein" or "eine" or "einem" or "einer" or "un" or "une" or "una" or "bir");
    }

    /// <summary>"a dinner at which A and B": those who act in the clause about the noun.</summary>
    private IReadOnlyList<Party> AtWhich(Trigger trigger)
    {
        const int Farthest = 10;
        for (var i = trigger.Last + 1; i < tokens.Count && i <= trigger.Last + Farthest; i++)
        {
            // "a dinner planned for Tuesday in Lisbon, at which": set for when and where, and no more.
            if (i > trigger.Last + 3 && tokens[i].Mark == Mark.Word && clauses.IsVerb(i)) return [];
            var own = clauses.At(i);
            if (clauses[own].First == i && own != clauses.At(trigger.Last) && (clauses[own].Kind == ClauseKind.Rel || tokens[i].Lower is "where" or "wo" or "waarbij" or "wobei"))
                return Acting(Groups.Where(group => group.Clause == own && group.Slot is WordClass.None or WordClass.With && group.HasPerson).SelectMany(group => group.Parties)).ToList();
        }

        return [];
    }

    /// <summary>"At a meeting in Lima, A told B": whoever acts or is spoken to on the occasion.</summary>
    private IReadOnlyList<Party> OnOccasion(Trigger trigger, int clause)
    {
        var first = trigger.First;
        while (first > 0 && trigger.First - first < 4 && (tokens[first - 1].Class == WordClass.Det || tokens[first - 1] is { Mark: Mark.Word, Class: WordClass.None } && !clauses.IsVerb(first - 1))) first--;
        if (first == trigger.First && tokens[first].Lower is not ("talks" or "gesprekken" or "Gesprächen") || first == 0 || !Grammar.LeadsToOccasion(tokens[first - 1].Lower, sentence.Language) && !(first > 1 && tokens[first - 1].Class == WordClass.Of && Grammar.LeadsToOccasion(tokens[first - 2].Lower, sentence.Language))) return [];
        if (Grammar.IsDefinite(tokens[first].Lower, sentence.Language)) return [];
        var main = clauses[clause].Kind == ClauseKind.Sub && clauses[clause].Parent >= 0 ? clauses[clause].Parent : clause;
        var groups = Groups.Where(group => (group.Clause == clause || group.Clause == main) && group.HasPerson && group.Slot is WordClass.None or WordClass.With or WordClass.Object or WordClass.To).ToList();
        return groups.Count is 1 or 2 ? Acting(groups.SelectMany(group => group.Parties)).DistinctBy(party => party.Sighting).ToList() : [];
    }

    /// <summary>"talks of A with B".</summary>
    private IReadOnlyList<Party> WithAfter(Side group, int clause) => Parties(Behind(group.Last, clause, WordClass.With));

    private (IReadOnlyList<Party>, IReadOnlyList<Party>) Press(Trigger trigger, int clause)
    {
        var with = Behind(trigger.Last, clause, WordClass.With, WordClass.Company, WordClass.Between, WordClass.Of);
        if (with is { Slot: WordClass.Between } && Acting(with.Parties).Count() > 1) return (with.Parties, []);
        var owners = Groups.Where(group => group.Slot == WordClass.Owner && group.Clause == clause && group.Last < trigger.First && trigger.First - group.Last <= 5).SelectMany(group => group.Parties).ToList();
        var subject = owners.Count > 0 ? owners : Subject(clause, trigger.First, isNoun: true);
        if (with is not null) return (subject, with.Parties.Select(party => party with { Standing = Standing.Acts }).ToList());
        if (Acting(subject).Count() > 1) return (subject, []);
        // "flanked by Keller", "standing next to Keller": who appears too.
        if (subject.Count > 0 && (Within(clause, WordClass.Company) ?? Groups.FirstOrDefault(group => group.Slot == WordClass.With && group.Last < trigger.First && trigger.First - group.Last < 4)) is { HasPerson: true } beside) return (subject, beside.Parties.Select(party => party with { Standing = Standing.Acts }).ToList());
        var isJoint = Enumerable.Range(Math.Max(0, trigger.First - 2), 2).Any(i => i < trigger.First && IsJoint(tokens[i].Lower));
        return isJoint && Within(clause, WordClass.With) is { } partner ? (subject, partner.Parties) : isJoint && (subject.Count == 0 || discourse.Together.Any(party => party.Sighting == subject[0].Sighting)) ? (discourse.Together.Count > 1 ? discourse.Together : discourse.Everyone.Count is 2 ? discourse.Everyone : [], []) : AtWhich(trigger) is { Count: > 1 } there ? (there, []) : ([], []);
    }

    private static bool IsJoint(string lower) => lower is "joint" or "gezamenlijke" or "gemeinsame" or "gemeinsamen" or "conjointe" or "commune" or "conjunta" or "ortak";

    private (IReadOnlyList<Party>, IReadOnlyList<Party>) Visit(Trigger trigger, int clause)
    {
        var goal = Goal(trigger, clause, trigger.Last);
        if (goal.Count == 0 && !IsPositional && Groups.Where(group => group.Clause == clause && group.Slot is WordClass.None or WordClass.Object).ToList() is [var visitor, var visited] && visited.Parties.All(party => party.Type == ActorType.Person)) return (visitor.Parties, visited.Parties);
        if (goal.Count == 0 && !IsPositional && Clitic(trigger, clause) is >= 0 and var clitic && Subject(clause, trigger.First) is { Count: > 0 } who) return (who, Meant(clitic, party => who.All(other => other.Sighting != party.Sighting)));
        // "travelled to Lima together with B".
        return ([.. Subject(clause, trigger.First), .. Beside(clause, int.MaxValue).Where(party => goal.All(other => other.Sighting != party.Sighting))], goal);
    }

    /// <summary>"brought together A, B and C", "brought A together with B", "Present: A, B and C".</summary>
    private (IReadOnlyList<Party>, IReadOnlyList<Party>) Gathered(Trigger trigger, int clause)
    {
        if (Behind(trigger.Last, clause, WordClass.None, WordClass.Between, WordClass.With, WordClass.By) is { } all) return (all.Parties, all.Parties.Count > 1 ? [] : Parties(Behind(all.Last, clause, WordClass.With)));
        var colon = trigger.Last + 1;
        while (colon < tokens.Count && colon - trigger.Last < 5 && tokens[colon].Lower != ":") colon++;
        if (colon + 1 >= tokens.Count || tokens[colon].Lower != ":") return ([], []);
        return (Acting(Groups.Where(group => group.Clause == clauses.At(colon + 1) && group.Slot == WordClass.None).SelectMany(group => group.Parties)).ToList(), []);
    }

    /// <summary>"the visit of A to B".</summary>
    private (IReadOnlyList<Party>, IReadOnlyList<Party>) VisitNoun(Trigger trigger, int clause)
    {
        var owner = Groups.LastOrDefault(group => group.Slot == WordClass.Owner && group.Clause == clause && group.Last < trigger.First && trigger.First - group.Last <= 5);
        var of = Behind(trigger.First, clause, WordClass.By, WordClass.Of, WordClass.Between);
        if (owner is null && of is null && parties.All.FirstOrDefault(party => party.Slot is WordClass.Of or WordClass.From && party.First > trigger.First && party.First <= trigger.Last + 4 && party.Type == ActorType.Person) is { } visitor) of = new Side([visitor with { Standing = Standing.Acts }], WordClass.Of, clause);
        var goal = Goal(trigger, clause, of is not null && of.First > trigger.First ? of.Last : trigger.Last);
        if (owner is null && of is null && (trigger.First > 0 && tokens[trigger.First - 1].IsPossessive || tokens[trigger.Last].Class is WordClass.Of or WordClass.By && tokens[trigger.Last].Lower is not "des")) return ([], []);
        var subject = owner?.Parties ?? of?.Parties ?? (HasArticle(trigger) || IsPositional || sentence.Language != "en" ? Subject(clause, trigger.First, isNoun: true) : []);
        // "Her visit to Lima was put off".
        if (subject.Count == 0 && trigger.First > 0 && Grammar.IsOwn(tokens[trigger.First - 1].Lower, sentence.Language)) subject = discourse.Subject.Concat(discourse.Protagonists).Where(party => party.Type == ActorType.Person).Take(1).ToList();
        // "A visit to Lima is planned": by whom the text goes on about.
        if (subject.Count == 0 && trigger.First <= 2 && HasArticle(trigger) && IsPositional) subject = discourse.Subject.Where(party => party.Type == ActorType.Person).Take(1).ToList();
        return (subject, goal.Where(party => subject.All(other => other.Sighting != party.Sighting)).ToList());
    }

    private bool HasArticle(Trigger trigger) => trigger.First > 0 && tokens[trigger.First - 1].Class == WordClass.Det;

    /// <summary>Whom a visit is paid to: the person or organization right behind; a place or country is where.</summary>
    private IReadOnlyList<Party> Goal(Trigger trigger, int clause, int from)
    {
        // "paid her a visit".
        if (Groups.FirstOrDefault(group => group.First > trigger.First && group.Last < trigger.Last && group.Slot == WordClass.None && group.HasPerson) is { } inside && trigger.Form == Form.Visit && IsPositional) return inside.Parties;
        var group = Groups.FirstOrDefault(group => group.Clause == clause && group.First > Math.Min(trigger.First, from) && group.Last > from && group.First - from < 8 && group.Slot is WordClass.None or WordClass.To or WordClass.Object or WordClass.By or WordClass.Between or WordClass.With);
        if (from == trigger.Last && Both(from + 1) is >= 0 and var both) return Others(clause, both, Subject(clause, trigger.First));
        if (trigger.Last + 1 < tokens.Count && tokens[trigger.Last + 1].Class is WordClass.I or WordClass.We && tokens[trigger.Last + 1].Lower is "me" or "us" or "mij" or "ons" && Speaker() is { } speaker) return [speaker];
        // "visited him in hospital".
        if (group is null && trigger.Form == Form.Visit && IsPositional && trigger.Last + 1 < tokens.Count && (Grammar.IsHim(tokens[trigger.Last + 1].Lower, sentence.Language) || tokens[trigger.Last + 1].Lower == "her" && IsObject(trigger.Last + 1)) && Subject(clause, trigger.First) is { Count: > 0 } visitor) return Meant(trigger.Last + 1, party => visitor.All(other => other.Sighting != party.Sighting));
        if (group is null || !group.HasPerson && group.Parties[0].Type == ActorType.Country) return [];
        for (var i = from + 1; i < group.First; i++)
        {
            if (tokens[i].Mark is not Mark.Word || clauses.IsVerb(i) || tokens[i].Class is WordClass.And or WordClass.About or WordClass.With) return [];
        }

        return group.Parties;
    }
}
