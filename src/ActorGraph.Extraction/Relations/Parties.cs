using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>The names of one sentence with what they do in it.</summary>
internal sealed partial class Parties
{
    private readonly AnnotatedText text;
    private readonly Roster roster;
    private readonly IReadOnlyList<ClauseToken> tokens;
    private readonly Clauses clauses;
    private readonly string language;
    private readonly HashSet<int> triggerTokens;
    private readonly HashSet<int> nouns;
    private readonly HashSet<int> partners;
    private readonly Dictionary<int, string> behalfOf = [];
    private readonly Dictionary<int, int> phraseOf = [];
    private readonly List<Party> all = [];

    public Parties(AnnotatedText text, Roster roster, Sentence sentence, IReadOnlyList<ClauseToken> tokens, Clauses clauses, IReadOnlyList<Trigger> triggers)
    {
        (this.text, this.roster, this.tokens, this.clauses, language) = (text, roster, tokens, clauses, sentence.Language);
        triggerTokens = triggers.SelectMany(trigger => new[] { trigger.First, trigger.Last }).ToHashSet();
        nouns = triggers.Where(trigger => trigger.IsNoun).SelectMany(trigger => trigger.Form == Form.Press ? new[] { trigger.First, trigger.Last } : [trigger.First]).ToHashSet();
        // "called on X", "te gast bij X": the preposition that ends the words leads to the partner.
        partners = triggers.Where(trigger => trigger.Form is not (Form.Noun or Form.Press or Form.VisitNoun or Form.Passive or Form.JoinedBy or Form.Sign or Form.Gather or Form.Joined or Form.Accompanied)).Select(trigger => trigger.Last).ToHashSet();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Mark == Mark.Name) Add(i);
            else if (tokens[i].IsTitle && all.All(party => party.Last < i)) AddHolder(i);
        }

        Groups = Listed();
    }

    public IReadOnlyList<Party> All => all;

    /// <summary>Those who act or accompany, in text order; "A and B" is one group.</summary>
    public IReadOnlyList<Side> Groups { get; }

    /// <summary>Whether another noun that tells a meeting stands there.</summary>
    public bool NounsBetween(int from, int to) => nouns.Any(noun => noun > from && noun < to);

    private string SightingAt(int token) => text.SightingAt[tokens[token].Mention!.Span];

    private void Add(int at)
    {
        var mention = tokens[at].Mention!;
        if (mention.Type == ActorType.Vessel) return;
        if (mention.Type == ActorType.Person)
        {
            AddPerson(at);
            return;
        }

        var (role, person) = RoleBehind(at);
        if (person >= 0)
        {
            behalfOf.TryAdd(person, SightingAt(at));
            return;
        }

        if (role >= 0 && mention.Type != ActorType.Place)
        {
            AddUnnamed(at, at, role, tokens[role]);
            return;
        }

        if (PersonOfList(at) is >= 0 and var turn && tokens[at - 1].Class != WordClass.Of)
        {
            behalfOf.TryAdd(turn, SightingAt(at));
            return;
        }

        if (mention.Type != ActorType.Place && Listed(at) is { } other)
        {
            all.Add(new Party(SightingAt(at), mention.Type, at, at, other.Slot, other.Standing, null, true));
            return;
        }

        if (RoleBefore(at) is { } before)
        {
            if (before.Person >= 0) (behalfOf[before.Person], phraseOf[before.Person]) = (SightingAt(at), before.First);
            else if (mention.Type != ActorType.Place) AddUnnamed(at, before.First, at, tokens[before.Role]);
            return;
        }

        var isPair = mention.Type == ActorType.Country && NounBehind(at) && (at > 0 && tokens[at - 1].Mark == Mark.Name || at + 1 < tokens.Count && tokens[at + 1].Mark == Mark.Name || at + 2 < tokens.Count && tokens[at + 1].Class == WordClass.And && tokens[at + 2].Mark == Mark.Name);
        var (slot, first) = isPair ? (WordClass.Owner, at) : Slot(at);
        if (mention.Type == ActorType.Place)
        {
            AddGovernment(at, slot, first);
            return;
        }

        var tells = mention.IsDemonym && !isPair || tokens[at].Ending == "s" && slot != WordClass.Owner || at > 0 && tokens[at - 1].Mark == Mark.Bracket;
        all.Add(new Party(SightingAt(at), mention.Type, first, at, slot, tells ? Standing.Tells : StandingOf(slot), null, false));
    }

    /// <summary>"les ministres du Kenya et du Pérou": the side listed right before, of whose role this one is too.</summary>
    private Party? Listed(int at)
    {
        if (language == "tr" || all.Count == 0 || all[^1] is not { IsUnnamed: true, Type: not ActorType.Person } other || tokens[other.Last].Mention?.Type != tokens[at].Mention!.Type) return null;
        var and = at - 1;
        while (and > other.Last && (tokens[and].Class is WordClass.Of or WordClass.Det or WordClass.From || language == "en" && tokens[and] is { Mark: Mark.Word, Class: WordClass.None } && !clauses.IsVerb(and))) and--;
        if (language == "en" && !Enumerable.Range(and + 1, 2).Any(i => i < at && tokens[i].Class == WordClass.Of)) return null;
        return and == other.Last + 1 && (tokens[and].Class == WordClass.And || tokens[and].Mark == Mark.Comma) ? other : null;
    }

    private void AddPerson(int at)
    {
        var (slot, first) = Slot(at);
        var tells = tokens[at].Ending == "s" && language != "tr" && slot != WordClass.Owner;
        all.Add(new Party(SightingAt(at), ActorType.Person, first, at, slot, tells ? Standing.Tells : StandingOf(slot), behalfOf.GetValueOrDefault(at), false));
    }

    /// <summary>"Ankara and Baku held talks": a capital that acts is its state, where the article names it.</summary>
    private void AddGovernment(int at, WordClass slot, int first)
    {
        var mention = tokens[at].Mention!;
        var acts = slot is WordClass.None or WordClass.Between or WordClass.With && !mention.IsDemonym && first == at && !clauses.TokensOf(clauses.At(at)).Any(i => i < at && clauses.IsVerb(i)) && at + 1 < tokens.Count && (clauses.IsVerb(at + 1) || tokens[at + 1].Class == WordClass.And || slot != WordClass.None);
        if (!acts || roster.Country(text.ArticleAt(mention.Span.Start).Id, mention.Iso2) is not { } country) return;
        all.Add(new Party(country, ActorType.Country, first, at, slot, Standing.Acts, null, false));
    }

    /// <summary>Whether a noun that tells a meeting stands right behind, with two words between at most: "Keller's first visit".</summary>
    private bool NounBehind(int at)
    {
        for (var i = at + 1; i < tokens.Count && i <= at + (language == "tr" ? 8 : 4); i++)
        {
            if (nouns.Contains(i) || language == "tr" && triggerTokens.Contains(i)) return true;
            if (tokens[i].Mark is not (Mark.Word or Mark.Name) || tokens[i].Class is not (WordClass.None or WordClass.Det or WordClass.Adv or WordClass.And) && (language != "tr" || tokens[i].Class != WordClass.With)) return false;
        }

        return false;
    }

    private static Standing StandingOf(WordClass slot) => slot switch
    {
        WordClass.Company => Standing.Accompanies,
        WordClass.Of or WordClass.In or WordClass.From or WordClass.About => Standing.Tells,
        _ => Standing.Acts,
    };

    /// <summary>What leads to the phrase whose name stands here, and where the phrase begins.</summary>
    private (WordClass Slot, int First) Slot(int at)
    {
        if (language == "tr" && TurkishSlot(at) is { } ending) return (ending, at);
        if (tokens[at].Mark == Mark.Name && tokens[at].IsPossessive && language != "tr" && NounBehind(at)) return (WordClass.Owner, Lead(at).First);
        return Lead(at);
    }

    private (WordClass Slot, int First) Lead(int at)
    {
        var (first, unknown, crossed, name) = (at, 0, false, at);
        for (var i = at - 1; i >= 0 && clauses.At(i) == clauses.At(at); i--)
        {
            var token = tokens[i];
            var isTitled = first < at && tokens[first].IsTitle;
            if (token.Mark == Mark.Name)
            {
                if (!(token.IsDemonym || token.IsPossessive || (isTitled || behalfOf.ContainsKey(at)) && token.Mention!.Type != ActorType.Person && !crossed || crossed && (i == first - 2 || i == first - 1 && behalfOf.ContainsKey(at)) && token.Mention!.Type != ActorType.Person)) break;
                first = i;
            }
            else if (token.Mark == Mark.Comma)
            {
                // "the foreign minister of Chile, X": what leads to the title leads to him.
                if (crossed || i == 0 || i != first - 1) return Listing(i, first, at);
                (crossed, name) = (true, first);
                if (tokens[i - 1].IsTitle || tokens[i - 1].IsDemonym || Grammar.IsRepresentative(tokens[i - 1].Lower, language)) first = i - 1;
                else if (behalfOf.ContainsKey(at) && (tokens[i - 1].Mark == Mark.Name && tokens[i - 1].Mention!.Type != ActorType.Person || phraseOf.TryGetValue(at, out var phrase) && phrase < i))
                {
                    i = phraseOf.GetValueOrDefault(at, i - 1);
                    first = i;
                }
                else if ((tokens[i - 1].Mark != Mark.Name || tokens[at].Mention is { Type: ActorType.Person }) && DescribedFrom(i - 1) is >= 0 and var from) first = i = from;
                else return Listing(i, name, at);
            }
            else if (token.Mark == Mark.Bracket && i > 1 && tokens[i - 2].Mark == Mark.Bracket) i -= 2;
            else if (token.Mark != Mark.Word || triggerTokens.Contains(i) && token.Class is not (>= WordClass.With and <= WordClass.Lead)) break;
            else if (tokens[at].Mention is not { Type: not ActorType.Person } && token.Class is WordClass.Of or WordClass.To or WordClass.About or WordClass.By or WordClass.From && i > 0 && i < at - 1 && (tokens[i - 1].IsTitle || i > 1 && tokens[i - 1].IsDemonym && tokens[i - 2].IsTitle) && (token.Class == WordClass.Of || crossed || tokens[i + 1].IsTitle || behalfOf.ContainsKey(at) && PersonOfTopic(i) == at)) first = --i;
            // "the brother of the minister, X": he is named, and not the minister.
            else if (crossed && token.Class == WordClass.Of && i > 0 && FamilyWords.Of(tokens[i - 1].Lower, language) is not null) first = --i;
            // "For the Greek side, Minister X": what opens the clause is no apposition of his.
            else if (crossed && token.Class is WordClass.About or WordClass.In or WordClass.To or WordClass.From && OpensAside(i) && !triggerTokens.Contains(i)) return (WordClass.None, name);
            else if (token.Class is >= WordClass.With and <= WordClass.Lead) return (Goes(token, i, first, tokens[at].Mention is { Type: ActorType.Person }), first);
            else if (token.Class == WordClass.And && crossed && i > 0 && tokens[i - 1].IsDemonym) first = --i;
            else if (token.Class == WordClass.And) return isTitled && i > 0 && tokens[i - 1].IsTitle && tokens[first].IsTitle && !Names(i - 1) ? Continue(ref first, i) : Listing(i, first, at);
            else if (token.IsTitle || token.Class == WordClass.Det || Grammar.IsRepresentative(token.Lower, language)) first = i;
            // "à l'aéroport le secrétaire général X": an article begins a phrase of its own.
            else if (token.Class == WordClass.None && language is "fr" or "es" && first == i + 1 && tokens[first].Class == WordClass.Det && Grammar.IsDefinite(tokens[first].Lower, language)) break;
            else if (token.Class != WordClass.None || triggerTokens.Contains(i) || Dates.IsOfCalendar(token.Lower, language) || unknown == 3 || char.IsDigit(token.Lower[0]) || clauses.IsVerb(i)) break;
            else
            {
                unknown++;
                first = i;
            }
        }

        return (WordClass.None, first);

        bool Names(int i) => i > 0 && tokens[i - 1].Mark == Mark.Name;

        (WordClass, int) Continue(ref int begin, int and)
        {
            begin = and - 1;
            var (slot, start) = Lead(and - 1);
            return (slot, start);
        }
    }

    /// <summary>Whether a preposition, of several words perhaps, is the first of its clause or stands behind a comma.</summary>
    private bool OpensAside(int at)
    {
        while (at > 0 && tokens[at - 1] is { Mark: Mark.Word, Class: WordClass.Adv }) at--;
        return at == 0 || tokens[at - 1].Mark is Mark.Comma or Mark.Stop or Mark.Quote or Mark.Bracket;
    }

    /// <summary>"of" behind a noun that tells a meeting leads to who took part.</summary>
    private WordClass Goes(ClauseToken token, int at, int first, bool isPerson) => partners.Contains(at) && isPerson || token.Class == WordClass.In && isPerson && language != "en" ? WordClass.With : (token.Class is WordClass.Of or WordClass.From || token.Class == WordClass.By && language == "de") && FollowsNoun(at) ? WordClass.Between
        : token.Class is WordClass.By or WordClass.Of or WordClass.With && first == at + 1 && at > 0 && tokens[at - 1].Class == WordClass.And && all.Count > 0 && all[^1].Standing == Standing.Accompanies ? WordClass.Company : token.Class;

    /// <summary>"a meeting of", "a meeting on 4 March of".</summary>
    private bool FollowsNoun(int at)
    {
        var before = at - 1;
        while (before > 0 && at - before < 4 && (Dates.IsOfCalendar(tokens[before].Lower, language) || char.IsDigit(tokens[before].Lower[0]) || tokens[before].Class == WordClass.About)) before--;
        return before >= 0 && nouns.Contains(before);
    }

    /// <summary>In a list a name stands as the one before it does.</summary>
    private (WordClass Slot, int First) Listing(int at, int first, int name)
    {
        var before = at - 1;
        while (before > 0 && (tokens[before].Mark == Mark.Comma || tokens[before].Class is WordClass.And or WordClass.Adv)) before--;
        var other = all.LastOrDefault(party => party.Last == before || party.Last < before && tokens[before].Mark == Mark.Word && before - party.Last < 8 && party.Standing == Standing.Accompanies);
        if (other is null || (other.Type == ActorType.Person) != (tokens[name].Mention?.Type == ActorType.Person)) return (WordClass.None, first);
        var goesOn = tokens[at].Class == WordClass.And || name + 1 < tokens.Count && (tokens[name + 1].Mark == Mark.Comma || tokens[name + 1].Class == WordClass.And);
        return goesOn && other.Slot is WordClass.About or WordClass.In or WordClass.From or WordClass.Of or WordClass.Company ? (other.Slot, first) : (WordClass.None, first);
    }

    private WordClass? TurkishSlot(int at)
    {
        var ending = tokens[at].Ending;
        var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
        if (next?.Class == WordClass.With) return WordClass.With;
        if (next?.Class == WordClass.By) return WordClass.By;
        return ending switch
        {
            "la" or "le" or "yla" or "yle" => WordClass.With,
            "da" or "de" or "ta" or "te" => WordClass.In,
            "dan" or "den" or "tan" or "ten" => WordClass.From,
            "ya" or "ye" or "a" or "e" or "na" or "ne" => WordClass.To,
            "nın" or "nin" or "nun" or "nün" or "ın" or "in" or "un" or "ün" => NounBehind(at) ? WordClass.Owner : WordClass.Of,
            "yı" or "yi" or "yu" or "yü" or "ı" or "i" or "u" or "ü" or "nı" or "ni" => WordClass.Object,
            _ => WordClass.None,
        };
    }

    private List<Side> Listed()
    {
        var groups = new List<(List<Party> Parties, WordClass Slot)>();
        foreach (var party in all.Where(party => party.Standing != Standing.Tells).OrderBy(party => party.Last))
        {
            if (groups.Count > 0 && IsList(groups[^1].Parties[^1], party))
            {
                groups[^1].Parties.Add(party);
                // "Keller and Novak's meeting" is both their meeting; "Keller and Novak ile" is with both.
                if (groups[^1].Slot == WordClass.None && party.Slot is WordClass.Owner or WordClass.With && (party.Slot == WordClass.Owner || language == "tr" && tokens[party.Last - 1].Class != WordClass.With)) groups[^1] = (groups[^1].Parties, party.Slot);
            }
            else groups.Add(([party], party.Slot));
        }

        return groups.Select(group => new Side(group.Parties, group.Slot, clauses.At(group.Parties[0].Last))).ToList();
    }

    /// <summary>Whether the words between two parties only list.</summary>
    private bool IsList(Party from, Party to)
    {
        if (clauses.At(from.Last) != clauses.At(to.Last)) return false;
        // "Kenyan and Ugandan officials" are two that share a noun.
        if (to.Last == from.Last) return true;
        if (to.Slot is WordClass.Company or WordClass.Lead && from.Standing == Standing.Acts) return to.First - from.Last < 12;
        var (hasAnd, hasComma, unknown) = (false, false, 0);
        for (var i = from.Last + 1; i < to.First; i++)
        {
            var token = tokens[i];
            if (clauses.At(i) != clauses.At(from.Last)) continue;
            if (token.Mark is Mark.Stop or Mark.Quote || triggerTokens.Contains(i) || token.Class is WordClass.Aux or WordClass.Say or WordClass.Sub or WordClass.Company || token.Class == WordClass.Rel && tokens[i - 1].Class != WordClass.And || token.Class is WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You) return false;
            hasAnd |= token.Class == WordClass.And;
            hasComma |= token.Mark == Mark.Comma;
            if (token.Class is WordClass.With or WordClass.By or WordClass.Between or WordClass.To or WordClass.Object && !tokens[i - 1].IsTitle && (i + 1 < to.First || to.Slot != from.Slot || tokens[i - 1].Class != WordClass.And && language != "fr")) return false;
            if (token is { Mark: Mark.Word, Class: WordClass.None or WordClass.Verb, IsTitle: false } && !Grammar.IsRepresentative(token.Lower, language)) unknown++;
        }

        if (from.Slot == WordClass.With && language == "tr" && to.Slot == WordClass.None || !(hasAnd || hasComma || language == "tr" && from.Slot == WordClass.With && to.First == from.Last + 2)) return false;
        var isAside = hasComma && to.First - from.Last < 16;
        if (!hasAnd && (from.Type == ActorType.Person) != (to.Type == ActorType.Person)) return false;
        return unknown <= (isAside ? 7 : 2) && (hasAnd || IsCounted(to));
    }

    /// <summary>Whether the list goes on behind: "A, B and C"; a comma alone makes none.</summary>
    private bool IsCounted(Party party)
    {
        for (var i = party.Last + 1; i < tokens.Count && (clauses.At(i) == clauses.At(party.Last) || clauses[clauses.At(i)].Kind == ClauseKind.Aside); i++)
        {
            // "A (Chile), B (Peru) and C".
            if (clauses.At(i) != clauses.At(party.Last)) continue;
            if (tokens[i].Class == WordClass.And) return true;
            if (tokens[i].Mark is Mark.Word && (clauses.IsVerb(i) || triggerTokens.Contains(i)) || tokens[i].Mark is Mark.Stop or Mark.Quote) return false;
        }

        return false;
    }
}
