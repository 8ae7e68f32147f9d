using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who is told by what he is: "Austrian officials", "the minister", "the foreign ministers of Chile and Peru, X and Y".</summary>
internal sealed partial class Parties
{
    /// <summary>"Austrian officials", "the foreign minister of Chile": the holder where the article names one, else the state or organization.</summary>
    private void AddUnnamed(int at, int first, int last, ClauseToken role)
    {
        // "members of the World Bank board".
        if (last > at && RoleBefore(at) is { Person: < 0 } before) first = before.First;
        var (slot, start) = tokens[last].IsPossessive && NounBehind(last) ? (WordClass.Owner, first) : Slot(first);
        var sighting = SightingAt(at);
        var article = text.ArticleAt(tokens[at].Span.Start).Id;
        var holder = role.IsTitle ? roster.Holder(article, role.Lower, sighting) ?? Holders.For(text, role.Lower, sighting, tokens[at].Span.Start) : null;
        all.Add(new Party(holder ?? sighting, holder is null ? tokens[at].Mention!.Type : ActorType.Person, start, last, slot, tokens[last].IsPossessive && slot != WordClass.Owner ? Standing.Tells : StandingOf(slot), holder is null ? null : sighting, true));
    }

    /// <summary>"the minister", "the vice president": whom the article called so last.</summary>
    private void AddHolder(int at)
    {
        var start = at;
        while (start > 0 && tokens[start - 1].IsTitle && tokens[start - 1].Mark == Mark.Word) start--;
        if (start == 0 || !Grammar.IsDefinite(tokens[start - 1].Lower, language)) return;
        var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
        if (next is not null && (next.Mark == Mark.Name || next.IsTitle || next.Class == WordClass.Of || next.Class == WordClass.And && !JoinsAnother(at + 2) || next.Lower is "for" or "voor" or "für" or "pour" or "para" or "von") || next?.Mark == Mark.Comma && PersonBehind(at + 2) >= 0) return;
        if (!Phrases.IsOfficeTitle(tokens[at].Lower, language)) return;
        var title = text.Text[tokens[start].Span.Start..tokens[at].Span.End];
        var named = Holders.Of(text, title, tokens[at].Span.Start) is { } mention ? text.SightingAt[mention.Span] : null;
        if ((named ?? roster.Holder(text.ArticleAt(tokens[at].Span.Start).Id, title.ToLowerInvariant(), null)) is not { } holder) return;
        var (slot, first) = Slot(start);
        if (tokens[at].IsPossessive) slot = NounBehind(at) ? WordClass.Owner : WordClass.About;
        all.Add(new Party(holder, ActorType.Person, first, at, slot, StandingOf(slot), null, true));
    }

    /// <summary>"the president and Minister Keller": somebody else; not "the president and chief executive".</summary>
    private bool JoinsAnother(int at) => PersonBehind(at) >= 0 && (tokens[at].Class == WordClass.Det || tokens[at].IsCapital || tokens[at].Mark == Mark.Name);

    /// <summary>Behind a state or organization: the last word of the role it leads to ("Turkish [officials]"), or the person ("Turkey's foreign minister, [X]"); -1 for none.</summary>
    private (int Role, int Person) RoleBehind(int at)
    {
        if (PersonOfPair(at) is >= 0 and var named) return (at, named);
        var (role, unknown) = (-1, 0);
        var leads = tokens[at].IsDemonym || tokens[at].IsPossessive;
        for (var i = at + 1; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Mark == Mark.Name && token.Mention!.Type == ActorType.Person) return role >= 0 || leads || i == at + 1 ? (role, i) : (-1, -1);
            // "Kenyan and Ugandan officials".
            if (leads && role < 0 && token.Class == WordClass.And && i + 1 < tokens.Count && tokens[i + 1].IsDemonym)
            {
                i++;
                continue;
            }

            if (token.Mark == Mark.Name && (token.IsDemonym || leads && token.Mention!.Type == ActorType.Organization && role < 0)) return token.IsDemonym ? (-1, -1) : (-1, i);
            if (token.Mark == Mark.Bracket && role < 0)
            {
                if (i + 2 < tokens.Count && tokens[i + 1].Mark == Mark.Name && tokens[i + 2].Mark == Mark.Bracket) i += 2;
                continue;
            }

            if (token.Mark == Mark.Comma) return role >= 0 && (PersonOfList(at) is >= 0 and var listed ? listed : PersonBehind(i + 1)) is >= 0 and var person ? (role, person) : (role, -1);
            if (token.Mark != Mark.Word) break;
            if (token.IsTitle || Grammar.IsRepresentative(token.Lower, language))
            {
                // "EU foreign policy chief Keller".
                if (!leads && unknown > 0 && PersonBehind(i) < 0 && !(i + 1 < tokens.Count && tokens[i + 1].Mark == Mark.Comma && PersonBehind(i + 2) >= 0)) break;
                role = i;
            }
            else if (role >= 0 && token.Class is WordClass.To or WordClass.Of or WordClass.In && i + 1 < tokens.Count && (tokens[i + 1].Mark == Mark.Name || tokens[i + 1].Class == WordClass.Det && i + 2 < tokens.Count && tokens[i + 2].Mark == Mark.Name))
            {
                // "France's ambassador to Lebanon, X".
                var name = tokens[i + 1].Mark == Mark.Name ? i + 1 : i + 2;
                return (role, name + 1 < tokens.Count && tokens[name + 1].Mark == Mark.Comma ? PersonBehind(name + 2) : -1);
            }
            else if (role >= 0 && token.Class == WordClass.About && PersonOfTopic(i) is >= 0 and var envoy) return (role, envoy);
            else if (role >= 0 && (token.Class is WordClass.Of or WordClass.And or WordClass.Det || token.Lower is "for" or "voor" or "für" or "pour" or "para") && i + 1 < tokens.Count && (tokens[i + 1].IsTitle || tokens[i + 1].Class == WordClass.Det && i + 2 < tokens.Count && tokens[i + 2].IsTitle)) continue;
            else if (role >= 0 && token.Class == WordClass.None && !triggerTokens.Contains(i) && i + 1 < tokens.Count && tokens[i + 1].IsTitle && PersonBehind(i + 1) >= 0) continue;
            else if (role < 0 && (leads || tokens[at].Mention!.Type == ActorType.Organization) && unknown < 2 && token.Class is WordClass.None or WordClass.Det && !triggerTokens.Contains(i)) unknown++;
            else break;
        }

        return (role, -1);
    }

    /// <summary>"envoy on nuclear talks [X]": the person's name right behind what his office is about, -1 for none.</summary>
    private int PersonOfTopic(int about)
    {
        const int Longest = 6;
        for (var i = about + 1; i < tokens.Count && i <= about + Longest; i++)
        {
            if (tokens[i].Mark == Mark.Name && tokens[i].Mention!.Type == ActorType.Person) return i > about + 1 && (tokens[i - 1] is { Mark: Mark.Word, Class: WordClass.None } || tokens[i - 1].Mark == Mark.Name) ? i : -1;
            if (!(tokens[i].Mark == Mark.Name || tokens[i] is { Mark: Mark.Word, Class: WordClass.None or WordClass.Det or WordClass.And or WordClass.Of }) || clauses.IsVerb(i) || Dates.IsOfCalendar(tokens[i].Lower, language)) return -1;
        }

        return -1;
    }

    /// <summary>Before a state or organization: the role that leads to it ("[the head] of the LNA") and the person who is named for it, -1 for none.</summary>
    private (int First, int Role, int Person)? RoleBefore(int at)
    {
        var i = at - 1;
        while (i >= 0 && (tokens[i].Class == WordClass.Det || tokens[i].IsDemonym)) i--;
        // "chairwoman of the state grain trader Altyn Astyk".
        if (tokens[at].Mention!.Type == ActorType.Organization && i == at - 1) for (var k = 0; k < 3 && i > 1 && tokens[i] is { Mark: Mark.Word, Class: WordClass.None or WordClass.Det } && !triggerTokens.Contains(i) && !clauses.IsVerb(i); k++) i--;
        var joins = i >= 0 && (tokens[i].Class is WordClass.Of or WordClass.From or WordClass.To || tokens[i].Class == WordClass.By && language == "de" || tokens[i].Lower is "in" or "bei" or "for" or "voor" or "uit" or "nach" or "para" or "pour");
        if (!joins && language != "de") return null;
        if (joins) i--;
        // "le président de la République du Chili".
        if (joins && i > 1 && Grammar.IsForm(tokens[i].Lower, language))
        {
            i--;
            while (i > 0 && tokens[i].Class is WordClass.Det or WordClass.Of) i--;
        }

        if (i < 0 || !(tokens[i].IsTitle || Grammar.IsRepresentative(tokens[i].Lower, language)) || tokens[i + 1].Lower is "in" or "bei" && !tokens[i].IsTitle) return null;
        var role = i;
        // "negotiated with Keller's predecessor in Singapore": somebody else's.
        if (tokens[role + 1].Class == WordClass.In && role > 0 && tokens[role - 1].IsPossessive) return null;
        while (i > 0 && clauses.At(i - 1) == clauses.At(at) && (tokens[i - 1].IsTitle || tokens[i - 1].Class == WordClass.Det || tokens[i - 1].IsDemonym || i - 1 > 0 && tokens[i - 1].Class is WordClass.Of or WordClass.About && tokens[i - 2].IsTitle || tokens[i - 1].Class == WordClass.None && tokens[i - 1].Mark == Mark.Word && !triggerTokens.Contains(i - 1) && i - 2 >= 0 && tokens[i - 2].Class == WordClass.Det)) i--;
        // "the head of the Intelligence Service (IS), X".
        // "the governor of Cunene province, X".
        var end = at + 3 < tokens.Count && tokens[at + 1].Mark == Mark.Bracket && tokens[at + 3].Mark == Mark.Bracket ? at + 3 : at + 2 < tokens.Count && tokens[at + 1] is { Mark: Mark.Word, Class: WordClass.None, IsTitle: false } && !triggerTokens.Contains(at + 1) && tokens[at + 2].Mark == Mark.Comma && PersonBehind(at + 3) >= 0 ? at + 1 : at;
        // "el director del FMI para la región, X".
        for (var k = end + 1; tokens[at].Mention!.Type == ActorType.Organization && k < tokens.Count && k < end + 6; k++)
        {
            if (k > end + 2 && tokens[k].Mark == Mark.Comma && PersonBehind(k + 1) >= 0) end = k - 1;
            if (tokens[k].Mark != Mark.Word && tokens[k].Mention is not { Type: ActorType.Place or ActorType.Country } || triggerTokens.Contains(k) || clauses.IsVerb(k) || (k == end + 1) != (tokens[k].Class is WordClass.About or WordClass.In or WordClass.To) && k == end + 1) break;
        }

        var behind = PersonOfList(at) is >= 0 and var listed ? listed : end + 1 < tokens.Count && tokens[end + 1].Mark == Mark.Comma ? PersonBehind(end + 2) : PersonBehind(end + 1);
        if (behind >= 0) return (i, role, behind);
        for (var k = i - 1; k >= 0 && k > i - 6; k--)
        {
            if (tokens[k].Mark == Mark.Name && tokens[k].Mention!.Type == ActorType.Person && k < i - 1) return (i, role, k);
            if (tokens[k].Mark != Mark.Comma && !tokens[k].Lower.All(char.IsDigit)) break;
        }

        return i > 0 && tokens[i - 1].Mark == Mark.Name && tokens[i - 1].Mention!.Type == ActorType.Person ? (i, role, i - 1) : (i, role, -1);
    }

    /// <summary>"the ministers of Chile and Peru, X and Y": of as many persons as states the one whose turn it is, -1 where they are not as many.</summary>
    private int PersonOfList(int at)
    {
        bool IsState(int i) => i >= 0 && i < tokens.Count && tokens[i].Mark == Mark.Name && tokens[i].Mention!.Type != ActorType.Person && tokens[i].IsDemonym == tokens[at].IsDemonym;
        int Next(int i, int step) => Enumerable.Range(1, 3).Select(by => i + (by * step)).TakeWhile(k => k >= 0 && k < tokens.Count && (IsState(k) || tokens[k].Mark == Mark.Comma || tokens[k].Class is WordClass.And or WordClass.Det or WordClass.Of)).FirstOrDefault(IsState, -1);
        var states = new List<int> { at };
        while (Next(states[0], -1) is >= 0 and var before) states.Insert(0, before);
        while (Next(states[^1], 1) is >= 0 and var after) states.Add(after);
        var lead = states[0] - 1;
        while (lead > 0 && tokens[lead].Class == WordClass.Det) lead--;
        if (states.Count < 2 || !tokens[at].IsDemonym && (lead < 1 || tokens[lead].Class is not (>= WordClass.By and <= WordClass.About) || !(tokens[lead - 1].IsTitle || Grammar.IsRepresentative(tokens[lead - 1].Lower, language)))) return -1;
        var comma = states[^1] + 1;
        while (tokens[at].IsDemonym && comma < tokens.Count && (tokens[comma].IsTitle || Grammar.IsRepresentative(tokens[comma].Lower, language) || tokens[comma].Class is WordClass.Of or WordClass.Det)) comma++;
        if (comma >= tokens.Count || tokens[comma].Mark != Mark.Comma) return -1;
        var persons = new List<int>();
        for (var i = comma + 1; PersonBehind(i) is >= 0 and var person; i = person + 2)
        {
            persons.Add(person);
            if (person + 1 >= tokens.Count || tokens[person + 1].Mark != Mark.Comma && tokens[person + 1].Class != WordClass.And) break;
        }

        return persons.Count == states.Count ? persons[states.IndexOf(at)] : -1;
    }

    /// <summary>"Chile's minister and his Peruvian counterpart, X and Y": of the two the one whose state this is, -1 where the words are others.</summary>
    private int PersonOfPair(int at)
    {
        const int Longest = 12;
        if (!(tokens[at].IsDemonym || tokens[at].IsPossessive)) return -1;
        var comma = Enumerable.Range(at + 1, Longest).FirstOrDefault(i => i < tokens.Count && tokens[i].Mark == Mark.Comma, -1);
        if (comma < 0 || PersonBehind(comma + 1) is not (>= 0 and var first) || first + 1 >= tokens.Count || tokens[first + 1].Class != WordClass.And || PersonBehind(first + 2) is not (>= 0 and var second)) return -1;
        var and = Enumerable.Range(0, Longest).Select(back => comma - 1 - back).FirstOrDefault(i => i > 0 && tokens[i].Class == WordClass.And, -1);
        // One state before "and", and behind it one with what the first calls its own.
        if (and < 0 || !Grammar.IsOwn(tokens[and + 1].Lower, language) || at < and && Between(at, and).Any() || Between(and, comma).Count() != 1) return -1;
        return at < and ? first : second;

        IEnumerable<int> Between(int from, int to) => Enumerable.Range(from + 1, to - from - 1).Where(i => tokens[i].Mark != Mark.Word || clauses.IsVerb(i) || triggerTokens.Contains(i));
    }

    /// <summary>The person's name that begins here after titles at most, -1 for none.</summary>
    private int PersonBehind(int at)
    {
        for (var i = at; i < tokens.Count && i < at + 7; i++)
        {
            if (tokens[i].Mark == Mark.Name && tokens[i].Mention!.Type == ActorType.Person) return i;
            // "the envoy, the Ghanaian Ama Boateng".
            if (!tokens[i].IsTitle && tokens[i].Class != WordClass.Det && !(tokens[i].IsDemonym && i > at && tokens[i - 1].Class == WordClass.Det)) return -1;
        }

        return -1;
    }

    /// <summary>"the Japanese buyer, X", "Keller's son, X", "the bank's agent in Gabon, X": an article or an owner, and words that name nobody; not "in the city, X".</summary>
    /// <returns>Index of the phrase's first word, -1 for none.</returns>
    private int DescribedFrom(int last)
    {
        for (var i = last; i >= 0 && i > last - 7; i--)
        {
            // "the president of the chamber, X".
            if (i < last && i > 1 && tokens[i].Class == WordClass.Det && tokens[i - 1].Class == WordClass.Of && tokens[i - 2].IsTitle)
            {
                i--;
                continue;
            }

            if (i < last && (tokens[i].Class == WordClass.Det && !Dates.IsNumber(tokens[i].Lower, language) || tokens[i] is { Mark: Mark.Name, IsPossessive: true })) return i == 0 || tokens[i - 1].Class is not (WordClass.In or WordClass.About or WordClass.From or WordClass.Of or WordClass.Between or WordClass.Sub) ? i : -1;
            // "the minister of petroleum, X".
            if (i < last && i > 0 && tokens[i].Class is WordClass.Of && tokens[i - 1].IsTitle) continue;
            // The place or the state that a noun is of.
            if (i > 2 && tokens[i] is { Mark: Mark.Name, IsPossessive: false, Mention.Type: not ActorType.Person } && tokens[i - 1].Class is WordClass.Of or WordClass.In or WordClass.To && tokens[i - 2] is { Mark: Mark.Word, Class: WordClass.None } && !triggerTokens.Contains(i - 2) && !clauses.IsVerb(i - 2))
            {
                i--;
                continue;
            }

            if (!(tokens[i] is { Mark: Mark.Word, Class: WordClass.None } && !triggerTokens.Contains(i) && !char.IsDigit(tokens[i].Lower[0]) && !Dates.IsOfCalendar(tokens[i].Lower, language) || tokens[i].IsTitle && i < last || tokens[i].Class == WordClass.And && i < last || tokens[i].IsDemonym && i < last)) return -1;
        }

        return -1;
    }
}
