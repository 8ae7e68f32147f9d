using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Further meetings of the same people that are told by their times and places alone: "in Lima on 2 May and in Oslo in June", "Then again in Quito, in 2014."</summary>
internal sealed class Occasions(AnnotatedText text, Roster roster, Places places)
{
    private const int HowFarBack = 300;
    private const int LongestFragment = 30;

    /// <summary>The meeting as told, with the place of its first time where it has none, then one for each further time in its sentence.</summary>
    public IEnumerable<MeetingEvidence> Of(MeetingEvidence told, Sentence sentence, IReadOnlyList<ClauseToken> tokens, Clauses clauses)
    {
        if (told.Status is not (MeetingStatus.Occurred or MeetingStatus.Planned) || told.When.Text is null || told.Participants.Count < 2 || told.Kind is MeetingKind.Signing or MeetingKind.PressConference)
        {
            yield return told;
            yield break;
        }

        var dates = Dates.In(sentence.Span.Of(text.Text), sentence.Language).Where(words => !Dates.IsOfWhatFollows(words, sentence.Language)).ToList();
        var first = dates.FirstOrDefault(words => words.Text == told.When.Text && sentence.Span.Start + words.Start >= told.Trigger.End);
        if (first is null || first.Kind is Dates.DateKind.Relative)
        {
            yield return told;
            yield break;
        }

        var (at, last) = (first, told);
        var isSeries = false;
        var found = new List<MeetingEvidence>();
        foreach (var next in dates.Where(words => words.Start > first.End))
        {
            var between = Between(at.End, next.Start, sentence, tokens);
            if (!between.TrueForAll(token => IsOfSeries(token, clauses, tokens)) || !between.Exists(token => token.Mark == Mark.Stop || token.Class == WordClass.And || token.Mark == Mark.Comma)) break;
            var when = Dates.Of(next, sentence.Language, text.ArticleAt(sentence.Span.Start).Date, told.Status == MeetingStatus.Planned, last.When, last.When.Earliest?.Year);
            if (when.Earliest is null || when.Earliest <= last.When.Latest && when.Latest >= last.When.Earliest || next.Kind is Dates.DateKind.Relative) break;
            isSeries = true;
            var held = Held(sentence, between.Where(token => token.Mention is not null).LastOrDefault() ?? Behind(next.End, sentence, tokens), told.Places);
            found.Add(last = last with { When = when, Places = held, About = [] });
            at = next;
        }

        yield return isSeries && told.Places.Count == 0 ? told with { Places = Held(sentence, Between(told.Trigger.End - sentence.Span.Start, first.Start, sentence, tokens).LastOrDefault(token => token.Mention is { Type: ActorType.Place, IsDemonym: false }) ?? Behind(first.End, sentence, tokens), []) } : told;
        foreach (var further in found) yield return further;
    }

    /// <summary>"met A on Monday and B on Tuesday": a meeting with each, where a day stands behind each.</summary>
    /// <param name="partners">Whom the verb leads to, in text order.</param>
    public IReadOnlyList<MeetingEvidence> ByPartner(MeetingEvidence told, Sentence sentence, IReadOnlyList<ClauseToken> tokens, IReadOnlyList<Party> partners)
    {
        const int Farthest = 40;
        if (partners.Count < 2 || told.Participants.Count <= partners.Count || partners.Any(party => party.Last < 0 || party.First < 0)) return [told];
        var dates = Dates.In(sentence.Span.Of(text.Text), sentence.Language).Where(words => words.Kind is Dates.DateKind.Full or Dates.DateKind.Relative or Dates.DateKind.Context).ToList();
        var found = new List<MeetingEvidence>();
        for (var k = 0; k < partners.Count; k++)
        {
            var from = tokens[partners[k].Last].Span.End - sentence.Span.Start;
            var to = k + 1 < partners.Count ? tokens[partners[k + 1].First].Span.Start - sentence.Span.Start : from + Farthest;
            var own = dates.Where(words => words.Start >= from && words.End <= to).Take(1).ToList();
            if (own.Count == 0) return [told];
            var others = partners.Where((_, i) => i != k).Select(party => party.Sighting).ToHashSet(StringComparer.Ordinal);
            found.Add(told with { When = Dates.Of(own[0], sentence.Language, text.ArticleAt(sentence.Span.Start).Date, told.Status == MeetingStatus.Planned, k > 0 ? found[^1].When : null), Participants = [.. told.Participants.Where(p => !others.Contains(p.Sighting))] });
        }

        return found;
    }

    /// <summary>"In Oslo in 2014.": a sentence without a verb goes on about the meeting told right before; null where it does not.</summary>
    public (MeetingEvidence Told, bool IsSame)? Fragment(MeetingEvidence? before, Sentence sentence, Article article)
    {
        if (before is null || before.ArticleId != article.Id || sentence.Span.Start - before.Span.End > HowFarBack || sentence.Words.Count > LongestFragment || before.Kind is MeetingKind.Signing or MeetingKind.PressConference || before.Participants.Count < 2) return null;
        var dates = Dates.In(sentence.Span.Of(text.Text), sentence.Language);
        if (dates.Count != 1) return null;
        var tokens = ClauseTokens.Of(text, sentence);
        var clauses = new Clauses(tokens, sentence.Language, []);
        if (tokens.Any(token => token is { Mark: Mark.Word, Class: WordClass.None, IsTitle: false } && !Dates.IsOfCalendar(token.Lower, sentence.Language) && !char.IsDigit(token.Lower[0]) && !Grammar.IsRepresentative(token.Lower, sentence.Language))) return null;
        if (Enumerable.Range(0, tokens.Count).Any(clauses.IsVerb) || tokens.Any(token => token.Class is WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You or WordClass.Rel or WordClass.Sub)) return null;
        var opening = tokens.FirstOrDefault(token => token.Mark == Mark.Word && token.Class != WordClass.Adv && token.Class != WordClass.And);
        if (opening is null || opening.Class is not (WordClass.In or WordClass.About or WordClass.To) && opening.Span.Start - sentence.Span.Start < dates[0].Start) return null;
        var when = Dates.Of(dates[0], sentence.Language, article.Date, before.Status == MeetingStatus.Planned, before.When);
        if (when.Earliest is null) return null;
        var parties = new Parties(text, roster, sentence, tokens, clauses, []);
        var joined = parties.Groups.Where(group => group.Slot == WordClass.With).SelectMany(group => group.Parties).Select(party => party.Sighting).Distinct().Where(id => before.Participants.All(p => p.Sighting != id)).Select(id => new Participant(id, ParticipantRole.Participant, null));
        var place = tokens.FirstOrDefault(token => token.Mention is { Type: ActorType.Place, IsDemonym: false } && token.Ending is null);
        return (before with { When = when, Places = Held(sentence, place, []), Participants = [.. before.Participants, .. joined], Trigger = before.Trigger }, before.When.Text is null && before.Places.Count == 0);
    }

    /// <summary>"The talks were held at the Grand Hotel on Monday": a sentence about the meeting told right before tells its place or its day; null where it does not.</summary>
    public MeetingEvidence? GoesOn(MeetingEvidence? before, Sentence sentence, Article article, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger noun, Discourse discourse)
    {
        const int Opening = 4;
        if (before is null || before.ArticleId != article.Id || before.Status is not (MeetingStatus.Occurred or MeetingStatus.Planned) || sentence.Span.Start - before.Span.End > HowFarBack || noun.First > Opening) return null;
        if (noun.Form == Form.VisitNoun != (before.Kind == MeetingKind.Visit) && before.Kind != MeetingKind.Visit) return null;
        var lead = Enumerable.Range(0, noun.First).ToList();
        if (!lead.Exists(i => Grammar.IsDefinite(tokens[i].Lower, sentence.Language) || Grammar.IsOwn(tokens[i].Lower, sentence.Language)) || lead.Exists(i => tokens[i].Mark != Mark.Word || tokens[i].Class is not (WordClass.Det or WordClass.Adv or WordClass.None) || clauses.IsVerb(i))) return null;
        var status = before.Status;
        var when = before.When.Text is null ? Timing.Of(text, sentence, tokens, clauses, noun, ref status, discourse) : before.When;
        if (status != before.Status || when.Text is null) when = before.When;
        var held = before.Kind == MeetingKind.Call || before.Places.Count > 0 && before.Span == sentence.Span ? [] : places.Of(sentence, tokens, clauses, noun with { Form = Form.Noun }, discourse);
        return held.Count == 0 && when == before.When ? null : before with { When = when, Places = [.. held, .. before.Places.Except(held)] };
    }

    /// <summary>"A and B agreed in Lima on Monday to … The meeting lasted three hours.": the noun tells that those of whom the sentence before was about met then and there; null where it tells of others.</summary>
    public MeetingEvidence? Presupposed(Sentence before, Sentence sentence, Article article, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger noun, Discourse discourse)
    {
        const int Opening = 3;
        if (noun is not { Kind: MeetingKind.Meeting, Form: Form.Noun } || noun.First > Opening || !Enumerable.Range(0, noun.First).Any(i => Grammar.IsDefinite(tokens[i].Lower, sentence.Language)) || before.IsBoilerplate || text.ArticleAt(before.Span.Start).Id != article.Id) return null;
        var status = Statuses.Of(tokens, clauses, noun, sentence.Language, false);
        if (status != MeetingStatus.Occurred) return null;
        var own = ClauseTokens.Of(text, before);
        var triggers = Triggers.In(own, before.Language);
        var around = new Clauses(own, before.Language, triggers);
        var group = new Parties(text, roster, before, own, around, triggers).Groups.FirstOrDefault(side => side.Slot == WordClass.None && side.Parties.Count(party => party is { Type: ActorType.Person, Standing: Standing.Acts }) > 1);
        if (group is null || around.TokensOf(group.Clause).FirstOrDefault(i => i > group.Last && (around.IsVerb(i) || before.Language != "en" && own[i] is { Mark: Mark.Word, Class: WordClass.None, IsTitle: false }), -1) is not (>= 0 and var verb)) return null;
        var told = new Trigger(MeetingKind.Meeting, Form.Meet, verb, verb, null);
        // "agreed to": what is to come is what they agreed on.
        if (Statuses.Of(own, around, told, before.Language, false) is MeetingStatus.Denied or MeetingStatus.Hypothetical) return null;
        var when = Timing.Of(text, before, own, around, told, ref status, discourse);
        if (status != MeetingStatus.Occurred) return null;
        var held = places.Of(sentence, tokens, clauses, noun, discourse);
        return new MeetingEvidence("", article.Id, sentence.Span, noun.Span(tokens), null, "meeting.meeting.presupposed", MeetingKind.Meeting, MeetingStatus.Occurred, group.Parties.Select(party => new Participant(party.Sighting, party.Standing == Standing.Accompanies ? ParticipantRole.Companion : ParticipantRole.Participant, party.OnBehalfOf)).ToList(), held.Count > 0 ? held : places.Of(before, own, around, told, discourse), when);
    }

    private static List<ClauseToken> Between(int from, int to, Sentence sentence, IReadOnlyList<ClauseToken> tokens)
        => tokens.Where(token => token.Span.Start >= sentence.Span.Start + from && token.Span.End <= sentence.Span.Start + to).ToList();

    private static bool IsOfSeries(ClauseToken token, Clauses clauses, IReadOnlyList<ClauseToken> tokens) => token.Mark is Mark.Comma or Mark.Stop
        || token.Mark == Mark.Word && token.Class is WordClass.And or WordClass.Adv or WordClass.In or WordClass.About or WordClass.Det
        || token.Mention is { Type: ActorType.Place or ActorType.Country, IsDemonym: false } && token.Ending is null;

    /// <summary>The place right behind a date: "on 2 May in Oslo".</summary>
    private static ClauseToken? Behind(int end, Sentence sentence, IReadOnlyList<ClauseToken> tokens)
    {
        var behind = tokens.SkipWhile(token => token.Span.Start < sentence.Span.Start + end).Take(3).TakeWhile(token => token.Mark == Mark.Comma || token.Class is WordClass.In or WordClass.Det || token.Mention is not null).ToList();
        return behind.Find(token => token.Mention is { Type: ActorType.Place, IsDemonym: false });
    }

    private IReadOnlyList<string> Held(Sentence sentence, ClauseToken? place, IReadOnlyList<string> otherwise) => place?.Mention is { } mention ? places.Around(sentence, mention) : otherwise;
}
