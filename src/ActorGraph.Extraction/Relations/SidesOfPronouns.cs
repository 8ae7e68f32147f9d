using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whom pronouns mean: "he", "with him", "the two", "the latter", "l'avait reçu".</summary>
internal sealed partial class Sides
{
    private IReadOnlyList<Party> Pronoun(int clause, int before)
    {
        // "with him" is no subject.
        foreach (var i in clauses.TokensOf(clause).Where(i => i < before && tokens[i].Mark == Mark.Word && (i == 0 || tokens[i - 1].Class != WordClass.With)))
        {
            switch (IsPlural(i) is { } plural ? plural ? WordClass.They : WordClass.He : tokens[i].Class)
            {
                case WordClass.He when Grammar.IsLatter(tokens[i].Lower, sentence.Language):
                    return parties.All.LastOrDefault(party => party.Last < i && party.Type == ActorType.Person) is { } last ? [last with { Standing = Standing.Acts }] : discourse.Named.Take(1).ToList();
                case WordClass.He when tokens[i].Lower is not ("him" or "hem" or "ihn" or "ihm" or "lui" or "le" or "lo"):
                    return One(clause, i) is { } one ? [one] : Meant(i, _ => true);
                case WordClass.They when tokens[i].Lower is not ("them" or "each other" or "other" or "another" or "hun" or "elkaar" or "einander" or "sich" or "leur"):
                    return Several(clause, i);
                case WordClass.None when i > 0 && Grammar.IsDefinite(tokens[i - 1].Lower, sentence.Language) && Counted(i) is { Count: 2 } counted:
                    return counted;
                case WordClass.You when discourse.Addressed is { } you:
                    return [you];
                case WordClass.I or WordClass.We when Speaker() is { } speaker:
                    return [speaker];
                case WordClass.None when IsTeam(i) && i + 1 < tokens.Count && tokens[i + 1].Mark != Mark.Name && tokens[i + 1].Class != WordClass.Of && discourse.Organization is { } team:
                    return [team];
            }
        }

        return [];
    }

    /// <summary>Whom "he" means in the sentence itself: its subject, else the person named last ("Keller's trip to Lima, where she").</summary>
    private Party? One(int clause, int at)
        => OfRelative(clause, at) ?? Earlier(clause, at).SelectMany(group => group.Parties).FirstOrDefault(party => party.Type == ActorType.Person && party.Standing == Standing.Acts && Fits(party, at))
            ?? Opened(clause, at)
            ?? parties.All.Where(party => party.Last < at && Fits(party, at) && party.Type == ActorType.Person && (clauses.At(party.Last) != clause || party.Standing == Standing.Tells)).OrderBy(party => party.Last).Select(party => party with { Standing = Standing.Acts }).LastOrDefault();

    /// <summary>"X dined with Y, who came from Rome, where he had met": whom the relative clause around is about.</summary>
    private Party? OfRelative(int clause, int at)
        => clauses.Around(clause).Concat(clauses.IsWhere(clauses[clause].First) && clauses[clause].First > 1 ? [clauses.At(clauses[clause].First - 2)] : []).Where(around => clauses[around].Kind == ClauseKind.Rel).SelectMany(Outer).FirstOrDefault(party => party.Type == ActorType.Person && party.Last < at && Fits(party, at)) is { } party ? party with { Standing = Standing.Acts } : null;

    /// <summary>"Before leaving for Lima, where he is to see her, the envoy, Peter Novak, said": whom the main clause behind is about.</summary>
    private Party? Opened(int clause, int at)
        => IsPositional && at > 0 && clauses[clauses.At(0)].Kind == ClauseKind.Sub && clauses.At(0) != clause && parties.All.All(party => party.Last > at || party.Type != ActorType.Person) ? Groups.FirstOrDefault(group => group.First > at && group.Clause != clause && group.Slot == WordClass.None && clauses[group.Clause].Kind == ClauseKind.Main)?.Parties.FirstOrDefault(party => party.Type == ActorType.Person) : null;

    /// <summary>Groups of this sentence before a pronoun, of other clauses.</summary>
    private IEnumerable<Side> Earlier(int clause, int at) => Groups.Where(group => group.Last < at && group.Clause != clause && group.Slot == WordClass.None);

    /// <summary>Whom "they", "the two", "the two countries" mean.</summary>
    private IReadOnlyList<Party> Several(int clause, int at)
    {
        var noun = at + 1 < tokens.Count ? tokens[at + 1].Lower : "";
        if (discourse.States.Count == 2 && Grammar.IsOfStates(noun, sentence.Language)) return discourse.States;
        // "the two foreign ministers", "the two cousins".
        if (sentence.Language == "tr" && Counted(at) is { Count: 2 } both) return both;
        for (var behind = at + 1; behind < tokens.Count && behind < at + 4 && tokens[behind] is { Mark: Mark.Word, Class: WordClass.None }; behind++)
        {
            if (Counted(behind) is { Count: 2 } counted) return counted;
        }

        var several = Those(clause, at);
        // "the two sides" of a text that told nobody who could be meant.
        if (several.Count < 2 && discourse.States.Count == 2 && IsSidesNoun(at + 1)) return discourse.States;
        return several.Count > 2 && Grammar.IsOfTwo(noun, sentence.Language) && discourse.Pair is { Count: 2 } pair && pair.All(party => several.Any(other => other.Sighting == party.Sighting)) ? pair : several;
    }

    /// <summary>"the ministers", "the cousins", "the couple": the two who alone hold such an office, or are told to be such relatives of each other.</summary>
    private IReadOnlyList<Party> Counted(int noun)
    {
        var (word, article) = (tokens[noun], text.ArticleAt(sentence.Span.Start).Id);
        if (word.Mark != Mark.Word || noun + 1 < tokens.Count && (tokens[noun + 1].Mark == Mark.Name || tokens[noun + 1].IsTitle || tokens[noun + 1].Class is WordClass.Of or WordClass.From)) return [];
        var kin = text.Evidence.OfType<FamilyEvidence>().Where(told => told.ArticleId == article && FamilyWords.AreSuch(told.Relation, word.Lower, sentence.Language)).Select(told => new HashSet<string> { told.A, told.B }).DistinctBy(pair => string.Join('|', pair.Order(StringComparer.Ordinal))).ToList();
        if (kin is [var pair]) return pair.Select(Known).ToList();
        var holders = word.IsTitle ? Holding(word.Lower, article) : [];
        if (holders.Count > 2 && discourse.Together.Select(party => party.Sighting).Where(holders.Contains).ToList() is { Count: 2 } met) holders = met;
        return holders.Count == 2 ? holders.Select(Known).ToList() : [];

        Party Known(string id) => new(id, ActorType.Person, -1, -1, WordClass.None, Standing.Acts, null, true);
    }

    /// <summary>Who holds the office, as a fact or by the title before a name, and who is told to be the other's counterpart.</summary>
    private List<string> Holding(string plural, string article)
    {
        var before = new TextSpan(text.ArticleAt(sentence.Span.Start).Span.Start, sentence.Span.Start);
        var titled = text.MentionsIn(before).Where(mention => mention is { Type: ActorType.Person, Title: not null } && OfficeWords.IsPlural(plural, Letters.Lower(mention.Title.Value.Of(text.Text).Split(' ')[^1], sentence.Language), sentence.Language)).Select(mention => text.SightingAt[mention.Span]);
        var holders = roster.HoldersOf(article, plural, sentence.Language).Concat(titled).Distinct().ToList();
        return holders.Count == 1 ? [.. holders, .. text.Evidence.OfType<OfficeEvidence>().Where(office => office.ArticleId == article && office.Person != holders[0] && OfficeWords.Is(office.Title, "equal", sentence.Language)).Select(office => office.Person).Distinct()] : holders;
    }

    private IReadOnlyList<Party> Those(int clause, int at)
    {
        // "for A and the minister, B; the three met": as many as are named before.
        if (Dates.Number(tokens[at].Lower.Split(' ')[^1], sentence.Language) is >= 3 and var many && parties.All.Where(party => party.Last < at && party.Type == ActorType.Person).DistinctBy(party => party.Sighting).ToList() is var those && those.Count == many) return those.Select(party => party with { Standing = Standing.Acts }).ToList();
        var earlier = Earlier(clause, at).ToList();
        if (earlier.FirstOrDefault(group => group.Parties.Count > 1) is { } several) return several.Parties.Select(party => party with { Standing = Standing.Acts }).ToList();
        var single = earlier.SelectMany(group => group.Parties).DistinctBy(party => party.Sighting).ToList();
        if (single.Count == 1 && Groups.Where(group => group.Last < at && group.Clause != clause && group.Slot is WordClass.None or WordClass.With or WordClass.Object && group.HasPerson).SelectMany(group => group.Parties).DistinctBy(party => party.Sighting).ToList() is { Count: 2 } pair) return pair;
        return single.Count == 2 ? single : Together.Count > 1 ? Together : discourse.Together.Count > 1 ? discourse.Together : discourse.Everyone.Count > 1 ? discourse.Everyone : discourse.Subject.Count > 1 ? discourse.Subject : discourse.Several.Count == 2 ? discourse.Several : [];
    }

    /// <summary>Dutch "ze, zij" and German "sie" are she or they, by the verb beside; null for every other word.</summary>
    private bool? IsPlural(int at)
    {
        if (!(sentence.Language == "nl" && tokens[at].Lower is "ze" or "zij" || sentence.Language == "de" && tokens[at].Lower == "sie")) return null;
        var verb = at + 1 < tokens.Count && tokens[at + 1] is { Mark: Mark.Word } next && (next.Class is WordClass.Aux or WordClass.Say || clauses.IsVerb(at + 1)) ? next : at > 0 && tokens[at - 1].Mark == Mark.Word ? tokens[at - 1] : null;
        return verb is null ? null : verb.Lower.EndsWith("en", StringComparison.Ordinal) || verb.Lower is "sind" or "zijn" or "waren";
    }

    /// <summary>"We spoke on the phone": in an interview whoever speaks, and whom the text is about.</summary>
    private IReadOnlyList<Party> WithUs(int clause, int before, IReadOnlyList<Party> subject)
        => discourse.Speaker is { } me && !(before < tokens.Count && tokens[before].Lower.EndsWith("ing", StringComparison.Ordinal)) && subject is [var one] && one.Sighting == me.Sighting && clauses.TokensOf(clause).Any(i => i < before && tokens[i].Class == WordClass.We) ? discourse.Subject.Concat(discourse.Named).Where(party => party.Type == ActorType.Person && party.Sighting != me.Sighting).Take(1).ToList() : [];

    private bool IsTeam(int at) => at > 0 && tokens[at - 1].Class == WordClass.Det && Grammar.IsTeam(tokens[at].Lower, sentence.Language);

    private Party? Speaker() => Speakers.Of(text, sentence) is { } said && roster.TypeOf(said) == ActorType.Person ? new Party(said, ActorType.Person, -1, -1, WordClass.None, Standing.Acts, null, true) : discourse.Speaker ?? discourse.Subject.FirstOrDefault() ?? discourse.Organization;

    /// <summary>Whether nothing says that the pronoun means somebody else: "she" is no man.</summary>
    private bool Fits(Party party, int pronoun) => Genders.OfPronoun(tokens[pronoun].Lower, sentence.Language) is var told && (told == Gender.Unknown || genders.Of(party.Sighting) is var own && (own == Gender.Unknown || own == told));

    /// <summary>Whom a pronoun means that nobody in its sentence explains: whom the sentence before was about, unless that is not sure and it is of whom the text goes on about.</summary>
    private IReadOnlyList<Party> Meant(int pronoun, Func<Party, bool> may)
    {
        var told = Genders.OfPronoun(tokens[pronoun].Lower, sentence.Language);
        var all = discourse.Subject.Concat(discourse.Protagonists).Concat(discourse.Everyone).Where(party => may(party) && Fits(party, pronoun)).ToList();
        return [.. discourse.Protagonists.Where(party => discourse.IsFar && all.Contains(party) && told != Gender.Unknown && genders.Of(party.Sighting) == told && genders.Of(all[0].Sighting) != told).Concat(all).Take(1)];
    }

    /// <summary>"with him", "mit ihm", "avec eux": whom the sentences before were about.</summary>
    private IReadOnlyList<Party> WithPronoun(int clause, int behind)
    {
        var at = clauses.TokensOf(clause).FirstOrDefault(i => i > behind && i > 0 && (tokens[i - 1].Class == WordClass.With || tokens[i - 1].Class == WordClass.In && !IsPositional) && (tokens[i].Class is WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You || tokens[i].Lower == "her" && IsObject(i)) && tokens[i].Lower is not ("sich" or "elkaar" or "einander" or "each other" or "other" or "another"), -1);
        if (at < 0) return [];
        return tokens[at].Class switch
        {
            WordClass.They => discourse.Everyone.Count > 1 ? discourse.Everyone : discourse.Several,
            WordClass.I or WordClass.We => Speaker() is { } speaker ? [speaker] : [],
            WordClass.You => discourse.Addressed is { } you ? [you] : [],
            _ => Meant(at, _ => true),
        };
    }

    /// <summary>"her only once", "her last week": words of time and number that nobody owns.</summary>
    private bool IsAdverbial(int at) => IsPositional && at + 1 < tokens.Count && (tokens[at].Lower is "only" or "just" && (tokens[at + 1].Class == WordClass.Adv || tokens[at + 1].Lower == "once") || tokens[at].Lower is "last" or "next" or "this" or "that" && (Dates.IsOfCalendar(tokens[at + 1].Lower, sentence.Language) || tokens[at + 1].Lower is "week" or "month" or "year" or "spring" or "summer" or "autumn" or "winter" or "morning" or "evening"));

    /// <summary>Whether a small word stands alone: "received her at home", not "received her deputy".</summary>
    private bool IsObject(int at) => at + 1 >= tokens.Count || IsAdverbial(at + 1) || tokens[at + 1].Mark is Mark.Comma or Mark.Stop or Mark.Quote or Mark.Bracket || tokens[at + 1].Mark == Mark.Word && (tokens[at + 1].Class is not (WordClass.None or WordClass.Det or WordClass.Of) && !tokens[at + 1].IsTitle || Dates.IsOfCalendar(tokens[at + 1].Lower, sentence.Language));

    /// <summary>"l'avait reçu", "lo recibió": index of the object's pronoun right before the verb or its auxiliary, -1 for none.</summary>
    private int Clitic(Trigger trigger, int clause)
    {
        var first = trigger.First;
        while (first > 0 && clauses.At(first - 1) == clause && tokens[first - 1].Class is WordClass.Aux or WordClass.Adv) first--;
        return first > 0 && clauses.At(first - 1) == clause && Grammar.IsClitic(tokens[first - 1].Lower, sentence.Language) ? first - 1 : -1;
    }
}
