using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Sentences that tell a meeting, found by the verbs and nouns of <c>meetings.tsv</c> and read by who stands where in their clauses.</summary>
internal sealed partial class Meetings
{
    private const int HowFarBack = 900;
    private const int Near = 30;

    private static readonly Dictionary<string, List<Regex>> LookAlikes = Tables.Rows("lookalikes.tsv").GroupBy(row => row[1])
        .ToDictionary(group => group.Key, group => group.Select(row => new Regex("^(?:" + row[0] + ")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)).ToList());

    private readonly AnnotatedText text;
    private readonly Roster roster;
    private readonly Recollection recollection;
    private readonly Places places;
    private readonly Occasions occasions;
    private readonly Setting setting;
    private readonly List<Evidence> evidence;

    private Meetings(AnnotatedText text)
    {
        (this.text, roster, evidence) = (text, new Roster(text), [.. text.Evidence]);
        (recollection, places) = (new Recollection(text, roster), new Places(text, roster));
        (occasions, setting) = (new Occasions(text, roster, places), new Setting(text));
    }

    public static AnnotatedText Read(AnnotatedText text)
    {
        var meetings = new Meetings(text);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var sports = OfSports(text);
        for (var i = 0; i < text.Sentences.Count; i++)
        {
            var sentence = text.Sentences[i];
            var article = text.ArticleAt(sentence.Span.Start);
            if (sentence.IsBoilerplate || sentence.Span.Length < 4000 && !told.Add(article.Id + sentence.Span.Of(text.Text))) continue;
            var before = meetings.evidence.Count;
            meetings.Answer(sentence, article);
            if (Triggers.MayStandIn(sentence)) meetings.Read(i, sentence, article, sports.Contains(article.Id));
            if (meetings.evidence.Count > before ? Statuses.PointsBack(sentence.Span.Of(text.Text)) && meetings.evidence[before..].TrueForAll(told => told is MeetingEvidence { Status: not MeetingStatus.Denied }) : !meetings.GoOn(sentence, article)) meetings.Correct(sentence, article, before - 1);
        }

        meetings.Deny();
        meetings.NameSides();

        return text with { Evidence = meetings.evidence };
    }

    /// <summary>Ids of the articles that are of sports: their meetings and visits are matches.</summary>
    private static HashSet<string> OfSports(AnnotatedText text)
    {
        const int Enough = 5;
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsBoilerplate))
        {
            foreach (var word in sentence.Words.Where(word => Grammar.IsOfSports(word.Lower, sentence.Language)))
            {
                var article = text.ArticleAt(sentence.Span.Start).Id;
                if (!found.TryGetValue(article, out var words)) found[article] = words = new(StringComparer.Ordinal);
                words.Add(word.Lower);
            }
        }

        return found.Where(article => article.Value.Count >= Enough).Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
    }

    private void Read(int index, Sentence sentence, Article article, bool isOfSports)
    {
        var tokens = ClauseTokens.Of(text, sentence);
        var triggers = Triggers.In(tokens, sentence.Language);
        if (triggers.Count == 0) return;
        var clauses = new Clauses(tokens, sentence.Language, triggers);
        var parties = new Parties(text, roster, sentence, tokens, clauses, triggers);
        var discourse = recollection.Before(index, evidence);
        var sides = new Sides(text, sentence, tokens, clauses, parties, roster, discourse, recollection.Genders);
        var before = evidence.Count;
        foreach (var signal in triggers)
        {
            var trigger = signal.Form == Form.JoinedBy && !WasThere(article, sentence, sides.Subject(clauses.At(signal.Last), signal.First)) ? signal with { Form = Form.Passive } : signal;
            if (isOfSports && trigger.Kind != MeetingKind.Call && !IsOffTheField(sentence, tokens, clauses, trigger)) continue;
            if (trigger.Form is Form.Accompanied or Form.JoinedBy || trigger.Form == Form.Joined && Joinable(sentence, article) >= 0) Join(sentence, article, clauses, parties, sides, tokens, trigger);
            else if (Meeting(sentence, article, tokens, clauses, sides, trigger, discourse) is { } between)
            {
                var meeting = between.Kind is MeetingKind.Visit or MeetingKind.PressConference ? between : between with { Participants = [.. between.Participants, .. Mediators.Of(tokens, parties, sentence.Language, between.Participants)] };
                foreach (var told in occasions.Of(meeting, sentence, tokens, clauses).SelectMany(told => Each(told, trigger, sides)).SelectMany(told => trigger.IsNoun || sides.Of(trigger) is not { } of ? [told] : occasions.ByPartner(told, sentence, tokens, of.After))) Tell(told, tokens, trigger);
                sides.Together = recollection.Together(meeting);
            }
        }

        if (evidence.Count == before && triggers.Find(trigger => trigger.Form is Form.Noun or Form.VisitNoun) is { } noun && occasions.GoesOn(evidence.LastOrDefault() as MeetingEvidence, sentence, article, tokens, clauses, noun, discourse) is { } fuller) evidence[^1] = fuller;
        if (evidence.Count == before && index > 0 && !(evidence.LastOrDefault() is MeetingEvidence last && last.ArticleId == article.Id && sentence.Span.Start - last.Span.End < HowFarBack) && triggers.Find(trigger => trigger.Form == Form.Noun) is { } held && occasions.Presupposed(text.Sentences[index - 1], sentence, article, tokens, clauses, held, discourse) is { } presupposed) evidence.Add(presupposed with { Id = NextId(article) });
        if (evidence.Count - before == 2) InOrder(tokens, clauses, triggers, before);
    }

    /// <summary>On a sports page too an office met is no match.</summary>
    private static bool IsOffTheField(Sentence sentence, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger)
        => clauses.TokensOf(clauses.At(trigger.Last)).Any(i => tokens[i].IsTitle && i > trigger.Last && tokens.Skip(i).Take(6).Any(token => token.Mention is { Type: ActorType.Person })) && !sentence.Words.Any(word => Grammar.IsOfSports(word.Lower, sentence.Language));

    /// <summary>"rang X, Y and Z": a call with each of them.</summary>
    private static IEnumerable<MeetingEvidence> Each(MeetingEvidence told, Trigger trigger, Sides sides)
        => told.Kind == MeetingKind.Call && trigger.Form == Form.Object && told.Participants.Count > 2 && sides.Of(trigger) is { Before.Count: 1 } ? told.Participants.Skip(1).Select(one => told with { Participants = [told.Participants[0], one] }) : [told];

    /// <summary>"Did you meet X?" "Never.": what the first sentence of an answer makes of the meeting that was asked about.</summary>
    private void Answer(Sentence sentence, Article article)
    {
        const int RightBehind = 200;
        if (evidence.LastOrDefault() is not MeetingEvidence asked || asked.ArticleId != article.Id || sentence.Span.Start - asked.Span.End > RightBehind) return;
        if (recollection.Turn(sentence.Span.Start) is not { IsAnswer: true } turn || turn.Start < sentence.Span.Start || turn.Start >= sentence.Span.End && turn.Start != sentence.Span.Start || recollection.Turn(asked.Span.Start) is not { IsAnswer: false }) return;
        if (Statuses.OfAnswer(text.Text[turn.Start..sentence.Span.End], sentence.Language) is not { } status || status == MeetingStatus.Occurred && asked.Status != MeetingStatus.Hypothetical) return;
        for (var i = evidence.Count - 1; i >= 0 && evidence[i] is MeetingEvidence told && told.Span == asked.Span; i--) evidence[i] = told with { Status = status };
    }

    /// <summary>"In Oslo in 2014.": a fragment that goes on with the meeting told before. A line of its own, such as the day of the article, goes on with nothing.</summary>
    private bool GoOn(Sentence sentence, Article article)
    {
        if (sentence.Span.Start == article.Span.Start || text.Text[sentence.Span.Start - 1] == '\n' && recollection.Turn(sentence.Span.Start) is not { IsAnswer: true }) return false;
        if (occasions.Fragment(evidence.LastOrDefault() as MeetingEvidence, sentence, article) is not { } found) return false;
        if (found.IsSame) evidence[^1] = found.Told;
        else evidence.Add(found.Told with { Id = NextId(article), Span = sentence.Span, Trigger = sentence.Span, Rule = "meeting.fragment" });
        return true;
    }

    /// <summary>"They never met": what the same article lets others say of the two did not take place either.</summary>
    private void Deny()
    {
        foreach (var denial in evidence.OfType<MeetingEvidence>().Where(told => told is { Status: MeetingStatus.Denied, Kind: MeetingKind.Meeting, When.Text: null, Participants.Count: 2 }).ToList())
        {
            var who = denial.Participants.Select(p => p.Sighting).ToHashSet();
            for (var i = 0; i < evidence.Count; i++)
            {
                if (evidence[i] is MeetingEvidence { Status: MeetingStatus.Occurred, SaidBy: not null, Kind: MeetingKind.Meeting } told && told.ArticleId == denial.ArticleId && told.SaidBy != denial.SaidBy && who.SetEquals(told.Participants.Where(p => p.Role != ParticipantRole.Companion).Select(p => p.Sighting)) && !who.Contains(told.SaidBy!)) evidence[i] = told with { Status = MeetingStatus.Denied };
            }
        }
    }

    /// <summary>"Austria, Peru leaders meet in Lima": the states that a headline names stand for those whom the article tells to have met for them.</summary>
    private void NameSides()
    {
        foreach (var article in evidence.OfType<MeetingEvidence>().GroupBy(told => told.ArticleId).Select(told => told.ToList()).ToList())
        {
            if (article[0] is not { Status: MeetingStatus.Occurred, Participants.Count: 2 } head || head.Participants.Any(p => roster.TypeOf(p.Sighting) != ActorType.Country)) continue;
            var states = head.Participants.Select(p => p.Sighting).ToHashSet();
            bool IsForThem(Participant p) => roster.TypeOf(p.Sighting) == ActorType.Person && (p.OnBehalfOf is null || states.Contains(p.OnBehalfOf));
            var named = article.Find(told => told.Kind == head.Kind && told.Status == head.Status && told.Participants.Where(p => p.Role != ParticipantRole.Companion).ToList() is { Count: 2 } who && who.TrueForAll(IsForThem) && who.Exists(p => p.OnBehalfOf is not null));
            if (named is null) continue;
            foreach (var told in article.TakeWhile(told => told != named).Where(told => told.Kind == head.Kind && told.Status == head.Status && states.SetEquals(told.Participants.Select(p => p.Sighting)))) evidence[evidence.IndexOf(told)] = told with { Participants = named.Participants, When = told.When.Basis == DateBasis.None ? named.When : told.When };
        }
    }

    private string NextId(Article article) => $"{article.Id}#e{evidence.Count + 1}";

    /// <summary>"met X before flying to Y": of two meetings that one sentence tells, which came first.</summary>
    private void InOrder(IReadOnlyList<ClauseToken> tokens, Clauses clauses, IReadOnlyList<Trigger> triggers, int first)
    {
        if (evidence[first] is not MeetingEvidence one || evidence[first + 1] is not MeetingEvidence other) return;
        int ClauseOf(MeetingEvidence told) => clauses.At(triggers.First(trigger => trigger.Span(tokens) == told.Trigger).Last);
        var (outer, inner, isInner) = clauses.Around(ClauseOf(other)).Contains(ClauseOf(one)) ? (one, other, ClauseOf(other)) : clauses.Around(ClauseOf(one)).Contains(ClauseOf(other)) ? (other, one, ClauseOf(one)) : (null, null, -1);
        if (outer is null || inner is null) return;
        var word = tokens[clauses[isInner].First].Lower;
        if (Grammar.IsBefore(word, clauses.Language)) Replace(outer with { Before = [inner.Id] });
        else if (Grammar.IsAfter(word, clauses.Language)) Replace(inner with { Before = [outer.Id] });

        void Replace(MeetingEvidence told) => evidence[evidence.FindIndex(first, other => other.Id == told.Id)] = told;
    }

    /// <summary>"is due in Ankara for talks with X" tells one meeting, not also a visit; what one sentence tells twice it tells once.</summary>
    private void Tell(MeetingEvidence meeting, IReadOnlyList<ClauseToken> tokens, Trigger trigger)
    {
        if (evidence.Count > 0 && evidence[^1] is MeetingEvidence last && last.Span == meeting.Span && last.ArticleId == meeting.ArticleId)
        {
            var (mine, its) = (meeting.Participants.Select(p => p.Sighting).ToHashSet(), last.Participants.Select(p => p.Sighting).ToHashSet());
            var isPurpose = last.Kind == MeetingKind.Visit && meeting.Kind != MeetingKind.Visit && its.IsSubsetOf(mine) && tokens.Any(token => token.Span.Start >= last.Trigger.End && token.Span.End <= meeting.Trigger.Start && meeting.Trigger.Start - token.Span.Start < Near && (token.Lower is "for" or "voor" or "für" or "pour" or "para" or "zu" || token.Lower == "to" && meeting.Trigger.Start - token.Span.End < 2 && !tokens.Any(other => other.Class == WordClass.Aux && token.Span.Start - other.Span.End is 0 or 1)));
            if (isPurpose)
            {
                var places = meeting.Places.Count > 0 ? meeting.Places : last.Places;
                evidence[^1] = meeting with { Id = last.Id, Places = places, Status = meeting.Status == MeetingStatus.Occurred ? last.Status : meeting.Status, When = last.When.Basis != DateBasis.None ? last.When : meeting.When };
                return;
            }

            // "discussed it in a phone call": one call.
            if (last.Kind == MeetingKind.Meeting && meeting.Kind == MeetingKind.Call && mine.SetEquals(its) && last.Status == meeting.Status && last.When == meeting.When)
            {
                evidence[^1] = meeting with { Id = last.Id };
                return;
            }

            if (last.Kind == meeting.Kind && mine.SetEquals(its) && last.Status == MeetingStatus.Hypothetical && meeting.Status == MeetingStatus.Occurred)
            {
                evidence[^1] = meeting with { Id = last.Id };
                return;
            }

            if (last.Kind == meeting.Kind && mine.SetEquals(its) && (last.Trigger != meeting.Trigger || last.When == meeting.When)) return;
        }

        evidence.Add(meeting with { Id = NextId(text.ArticleAt(meeting.Span.Start)) });
    }

    private MeetingEvidence? Meeting(Sentence sentence, Article article, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Sides sides, Trigger trigger, Discourse discourse)
    {
        var language = sentence.Language;
        var at = trigger.Span(tokens);
        var rest = text.Text[at.End..Math.Min(sentence.Span.End, at.End + 80)];
        if (LookAlikes.TryGetValue(language, out var others) && others.Exists(other => other.IsMatch(rest))) return null;
        if (sides.Of(trigger) is not { } found) return null;
        var participants = Participants(trigger, tokens, found.Before, found.After);
        var isVisit = trigger.Kind == MeetingKind.Visit;
        var kind = trigger.Kind == MeetingKind.Meeting && ByPhone().IsMatch(ClauseOf(tokens, clauses, trigger, sentence)) ? MeetingKind.Call : trigger.Kind;
        if (trigger.Form == Form.Passive && AtPressConference().IsMatch(rest)) kind = MeetingKind.PressConference;
        IReadOnlyList<string> held = kind == MeetingKind.Call ? [] : places.Of(sentence, tokens, clauses, trigger, discourse);
        var acting = participants.Count(p => p.Role != ParticipantRole.Companion);
        // "came to see": what follows tells it.
        if (isVisit && language == "en" && tokens[trigger.Last].Class == WordClass.To && trigger.Last + 1 < tokens.Count && (clauses.IsVerb(trigger.Last + 1) || Triggers.IsVerb(tokens[trigger.Last + 1].Lower, language))) return null;
        if (isVisit ? acting < 1 || acting < 2 && (held.Count == 0 && !LeadsToUnknownPlace(tokens, trigger) || found.Before.All(party => party.Type == ActorType.Country)) : acting < 2) return null;
        if (trigger.Form is Form.Object or Form.Seen or Form.Meet && found.Before.Concat(found.After).All(party => party is { Type: ActorType.Country, IsUnnamed: false })) return null;
        var status = Statuses.Of(tokens, clauses, trigger, language, text.Text[sentence.Span.End - 1] == '?');
        if (trigger.Form == Form.Joined && status is MeetingStatus.Denied or MeetingStatus.Hypothetical) return null;
        // Who did not shake hands met.
        if (status == MeetingStatus.Denied && Grammar.IsGesture(tokens[trigger.Last].Lower, language)) return null;
        status = CorrectedAtOnce(sentence, tokens, trigger, participants) ?? status;
        var when = Timing.Of(text, sentence, tokens, clauses, trigger, ref status, discourse);
        // "flies to Lima on Monday, where he is received by Keller".
        if (status == MeetingStatus.Occurred && clauses.IsWhere(clauses[clauses.At(trigger.Last)].First) && evidence.LastOrDefault() is MeetingEvidence { Status: MeetingStatus.Planned, Kind: MeetingKind.Visit } plan && plan.Span == sentence.Span && plan.ArticleId == article.Id) (status, when) = (MeetingStatus.Planned, when.Text is null || when.Text == plan.When.Text ? plan.When : when);
        if (kind is MeetingKind.Signing or MeetingKind.PressConference && status == MeetingStatus.Occurred) (held, when) = OfOccasion(article, sentence, participants, held, when);
        if (when is { Basis: DateBasis.None } && (when.Text is null || article.Date is not null && IsOfOccasion().IsMatch(when.Text)) && !IsUndated(tokens, clauses, trigger, language)) when = setting.When(sentence, article, Anchor(article, when.Text), status, LooksBack(tokens, clauses, trigger, language)) with { Text = when.Text };
        // "He never came. I met X there": then too.
        if (when is { Basis: DateBasis.None, Text: null } && status == MeetingStatus.Occurred && discourse.When is { Basis: not DateBasis.None } then && held.SequenceEqual(discourse.Places) && held.Count > 0 && clauses.TokensOf(clauses.At(trigger.Last)).Any(i => Grammar.PointsToPlace(tokens[i].Lower, language))) when = then with { Text = null, Basis = DateBasis.Anchored };
        if (held.Count == 0 && kind != MeetingKind.Call && IsOfOccasion().IsMatch(when.Text ?? "")) held = discourse.Places;
        if (held.Count == 0 && kind != MeetingKind.Call && status == MeetingStatus.Occurred && Timing.IsEntry(text, sentence)) held = places.OfHead(sentence);
        if (held.Count == 0 && kind != MeetingKind.Call && status == MeetingStatus.Occurred) held = places.OfStory(sentence, article, when, evidence.LastOrDefault() as MeetingEvidence, Enumerable.Reverse(evidence).Take(4).OfType<MeetingEvidence>().Where(told => told.Status != MeetingStatus.Occurred).Select(told => told.Span));
        if (held.Count == 0 && kind != MeetingKind.Call && status is MeetingStatus.Occurred or MeetingStatus.Planned) held = OfVisit(article, sentence, participants, status, when);
        if (status == MeetingStatus.Occurred && article.Date is { } day && when.Earliest > day) status = MeetingStatus.Planned;
        return new MeetingEvidence(NextId(article), article.Id, sentence.Span, at, Speakers.Of(text, sentence), $"meeting.{Words(trigger.Kind)}.{Words(trigger.Form)}", kind, status, participants, held, when) { About = Topics.Of(text.Text, sentence, at) };
    }

    /// <summary>The meeting from whose day an undated one is told: "after the ceremony" counts from what was signed, and nothing from "the evening before".</summary>
    private MeetingEvidence? Anchor(Article article, string? words)
    {
        var isOfSigning = words is not null && OfSigning().IsMatch(words);
        return evidence.LastOrDefault(told => told.ArticleId == article.Id && told is MeetingEvidence { Status: MeetingStatus.Occurred, Kind: MeetingKind.Signing } && isOfSigning) as MeetingEvidence
            ?? evidence.OfType<MeetingEvidence>().LastOrDefault(told => !(told.ArticleId == article.Id && told.When.Text is { } text && Earlier().IsMatch(text)));
    }

    /// <summary>"had met": before what the article tells.</summary>
    private static bool LooksBack(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, string language)
        => clauses.TokensOf(clauses.At(trigger.Last)).Any(i => Grammar.LooksBack(tokens[i].Lower, language) && (language != "en" || i < trigger.First && trigger.First - i < 4 && tokens[trigger.First].Lower is not ("talks" or "lunch" or "dinner" or "breakfast" or "meeting")));

    /// <summary>"once met": at a time that nobody tells.</summary>
    private static bool IsUndated(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, string language)
        => clauses.TokensOf(clauses.At(trigger.Last)).Any(i => Grammar.IsUndated(tokens[i].Lower, language));

    /// <summary>A signing or a press conference without a place or a date of its own belongs to what was told right before.</summary>
    private (IReadOnlyList<string> Places, EventDate When) OfOccasion(Article article, Sentence sentence, List<Participant> participants, IReadOnlyList<string> held, EventDate when)
    {
        var occasions = Enumerable.Reverse(evidence).OfType<MeetingEvidence>().Where(told => told.ArticleId == article.Id && told.Kind != MeetingKind.Call && told.Status == MeetingStatus.Occurred).TakeWhile(told => sentence.Span.Start - told.Span.End < HowFarBack).ToList();
        bool Takes(MeetingEvidence told, Participant who) => told.Participants.Any(p => p.Sighting == who.Sighting);
        if ((occasions.Find(told => participants.TrueForAll(who => Takes(told, who))) ?? occasions.FirstOrDefault(told => participants.Exists(who => Takes(told, who)))) is { } last)
            return (held.Count > 0 ? held : last.Places, when.Basis is DateBasis.None && when.Text is null && (last.When.Precision == DatePrecision.Day || last.When.Basis == DateBasis.Reported) ? last.When : when);
        return (held.Count > 0 ? held : places.OfSentenceBefore(sentence), when);
    }

    /// <summary>"Keller visited Lima on Monday. … He also met Novak": where one of them was on a visit then.</summary>
    private IReadOnlyList<string> OfVisit(Article article, Sentence sentence, List<Participant> participants, MeetingStatus status, EventDate when)
    {
        const int HowFarBack = 1500;
        const int LongestVisit = 2;
        bool IsThen(EventDate visit) => when.Basis == DateBasis.None && when.Text is null || visit.Earliest is null && visit.Basis != DateBasis.None && when.Text is null || visit.Precision == DatePrecision.Day && when.Precision == DatePrecision.Day && when.Earliest >= visit.Earliest && when.Earliest <= visit.Earliest!.Value.AddDays(LongestVisit);
        return evidence.OfType<MeetingEvidence>().LastOrDefault(told => told.Kind == MeetingKind.Visit && told.Status == status && told.Places.Count > 0 && told.ArticleId == article.Id && sentence.Span.Start - told.Span.End < HowFarBack && IsThen(told.When) && told.Participants.Any(visitor => visitor.Role != ParticipantRole.Host && participants.Exists(p => p.Sighting == visitor.Sighting)))?.Places ?? [];
    }

    /// <summary>The text from the begin to the end of the trigger's clause, 120 characters behind it at most.</summary>
    private ReadOnlySpan<char> ClauseOf(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, Sentence sentence)
    {
        const int HowFar = 120;
        var own = clauses.TokensOf(clauses.At(trigger.Last)).ToList();
        var start = Math.Min(tokens[own[0]].Span.Start, tokens[trigger.First].Span.Start);
        return text.Text.AsSpan(start, Math.Min(sentence.Span.End, Math.Min(tokens[own[^1]].Span.End, tokens[trigger.Last].Span.End + HowFar)) - start);
    }

    /// <summary>A capitalised word that nobody knows, where a visit's goal stands.</summary>
    private static bool LeadsToUnknownPlace(IReadOnlyList<ClauseToken> tokens, Trigger trigger) => trigger.Last + 1 < tokens.Count && tokens[trigger.Last + 1] is { Mark: Mark.Word, IsCapital: true, IsTitle: false } next && tokens[trigger.Last].Class is WordClass.To or WordClass.In or WordClass.About && !char.IsDigit(next.Lower[0]);

    private static string Words<T>(T value)
        where T : Enum => CapitalInside().Replace(value.ToString(), "_$0").ToLowerInvariant();

    private static List<Participant> Participants(Trigger trigger, IReadOnlyList<ClauseToken> tokens, IReadOnlyList<Party> before, IReadOnlyList<Party> after)
    {
        var (first, second) = trigger.Form switch
        {
            Form.Passive or Form.Visit or Form.VisitNoun => (ParticipantRole.Guest, ParticipantRole.Host),
            Form.Object when trigger.Kind == MeetingKind.Meeting && tokens[trigger.First].Lower is not ("called" or "calls") => (ParticipantRole.Host, ParticipantRole.Guest),
            Form.Sign => (ParticipantRole.Signatory, ParticipantRole.Signatory),
            _ => (ParticipantRole.Participant, ParticipantRole.Participant),
        };
        var participants = new Dictionary<string, Participant>(StringComparer.Ordinal);
        foreach (var (party, role) in Persons(before).Select(party => (party, first)).Concat(Persons(after).Select(party => (party, second))))
        {
            participants.TryAdd(party.Sighting, new Participant(party.Sighting, party.Standing == Standing.Accompanies ? ParticipantRole.Companion : party.Slot == WordClass.Lead ? ParticipantRole.HeadOfDelegation : role, party.OnBehalfOf == party.Sighting ? null : party.OnBehalfOf));
        }

        return [.. participants.Values];
    }

    /// <summary>"A Peruvian delegation led by Keller": whom the one who leads it stands for does not take part besides.</summary>
    private static IEnumerable<Party> Persons(IReadOnlyList<Party> side)
        => side.Any(party => party.Slot == WordClass.Lead) ? side.Where(party => !(party is { IsUnnamed: true, Type: ActorType.Country } && side.Any(leader => leader.Slot == WordClass.Lead && leader.First > party.Last))) : side;

    /// <summary>"X also took part in the meeting", "he was accompanied by X": they belong to the meeting told right before.</summary>
    private void Join(Sentence sentence, Article article, Clauses clauses, Parties parties, Sides sides, IReadOnlyList<ClauseToken> tokens, Trigger trigger)
    {
        var at = Joinable(sentence, article);
        var clause = clauses.At(trigger.Last);
        var all = parties.Groups.Where(group => group.Clause == clause).SelectMany(group => group.Parties).ToList();
        var subject = trigger.Form == Form.Joined || sentence.Language == "en" ? sides.Subject(clause, trigger.First) : [];
        if (at < 0 || trigger.Form == Form.Joined && !((MeetingEvidence)evidence[at]).Span.Equals(sentence.Span) && sentence.Language == "en" && subject.Count == 0 && all.Count == 0) return;
        var meeting = (MeetingEvidence)evidence[at];
        var isKnown = subject.Any(party => meeting.Participants.Any(p => p.Sighting == party.Sighting));
        if (trigger.Form == Form.Accompanied && subject.Any(party => !party.IsUnnamed) && !isKnown && all.Exists(party => party.First > trigger.Last)) return;
        var role = trigger.Form is Form.Accompanied or Form.JoinedBy ? ParticipantRole.Companion : ParticipantRole.Participant;
        var joining = trigger.Form == Form.Joined && tokens[trigger.Last].Class != WordClass.By ? subject.Where(party => party.Standing != Standing.Tells) : all;
        // "the ambassador of Peru to Chile, X": of a list of people their states are none.
        if (joining.Any(party => party.Type == ActorType.Person)) joining = joining.Where(party => party.Type != ActorType.Country || party.IsUnnamed);
        var joined = joining.Select(party => party.Sighting).Distinct().Where(id => meeting.Participants.All(p => p.Sighting != id)).Select(id => new Participant(id, role, null)).ToList();
        evidence[at] = meeting with { Participants = [.. meeting.Participants, .. joined] };
    }

    /// <summary>Index of the meeting that "the meeting" means, -1 where none was told yet.</summary>
    private int Joinable(Sentence sentence, Article article)
    {
        var last = evidence.FindLastIndex(told => told is MeetingEvidence { Kind: MeetingKind.Meeting or MeetingKind.Visit or MeetingKind.Negotiation } && told.ArticleId == article.Id && sentence.Span.Start - told.Span.End < HowFarBack);
        // "met X, who is here on a visit": those who were there too were at the meeting.
        return last > 0 && evidence[last] is MeetingEvidence { Kind: MeetingKind.Visit } visit && evidence[last - 1] is MeetingEvidence { Kind: MeetingKind.Meeting or MeetingKind.Negotiation } met && met.Span == visit.Span && met.ArticleId == visit.ArticleId && visit.Participants.All(p => met.Participants.Any(other => other.Sighting == p.Sighting)) ? last - 1 : last;
    }

    /// <summary>Whether the meeting told right before is one of theirs.</summary>
    private bool WasThere(Article article, Sentence sentence, IReadOnlyList<Party> who)
        => evidence.LastOrDefault() is MeetingEvidence last && last.ArticleId == article.Id && sentence.Span.Start - last.Span.End < HowFarBack && who.Any(party => last.Participants.Any(p => p.Sighting == party.Sighting));

    /// <summary>"The ministry denied it": what the sentence right before told did not take place.</summary>
    /// <param name="at">Index of what was told last before the sentence.</param>
    private void Correct(Sentence sentence, Article article, int at)
    {
        const int RightBehind = 120;
        if (at < 0 || evidence[at] is not MeetingEvidence last || last.ArticleId != article.Id || sentence.Span.Start - last.Span.End > RightBehind) return;
        if (Corrected(sentence.Span, sentence, last.Participants, last.Places, last.Kind) is not { } status) return;
        for (var i = at; i >= 0 && evidence[i] is MeetingEvidence told && told.Span == last.Span; i--) evidence[i] = told with { Status = status };
    }

    /// <summary>What words behind a meeting say became of it; null where they say nothing, or speak of other people who met.</summary>
    private MeetingStatus? Corrected(TextSpan span, Sentence sentence, IReadOnlyList<Participant> participants, IReadOnlyList<string> held, MeetingKind? kind = null)
    {
        var words = span.Of(text.Text);
        if (Statuses.OfTheOneBefore(words, sentence.Language) is not { } status) return null;
        // "The signing did not take place" says nothing of the talks before.
        if (kind is { } told && Triggers.MayStandIn(sentence) && Triggers.In(ClauseTokens.Of(text, sentence), sentence.Language) is { Count: > 0 } own && own.TrueForAll(trigger => trigger.Kind is MeetingKind.Visit or MeetingKind.Signing && trigger.Kind != told)) return null;
        var isOfOthers = Triggers.MayStandIn(sentence) && !Statuses.PointsBack(words) && text.MentionsIn(span).Any(mention => mention.Type == ActorType.Person && participants.All(p => p.Sighting != text.SightingAt[mention.Span]) || mention is { Type: ActorType.Place, IsDemonym: false } && held.Count > 0 && !held.Contains(text.SightingAt[mention.Span]));
        return isOfOthers ? null : status;
    }

    /// <summary>"claimed that they had met; an inquiry found that no such meeting took place".</summary>
    private MeetingStatus? CorrectedAtOnce(Sentence sentence, IReadOnlyList<ClauseToken> tokens, Trigger trigger, IReadOnlyList<Participant> participants)
        => tokens.FirstOrDefault(token => token.Span.Start > tokens[trigger.Last].Span.End && token.Mark == Mark.Stop) is { } stop ? Corrected(new TextSpan(stop.Span.End, sentence.Span.End), sentence, participants, []) : null;

    [GeneratedRegex(@"ceremony|signing|ondertekening|plechtigheid|unterzeichnung|zeremonie|signature|cérémonie|firma|ceremonia|imza|tören", RegexOptions.IgnoreCase)]
    private static partial Regex OfSigning();

    [GeneratedRegex(@"\b(?:before|earlier|previous|ervoor|tevoren|eerder|zuvor|davor|vorabend|vortag|veille|précédent|víspera|anterior|antes|önceki|önce)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:press|news) conference\b")]
    private static partial Regex AtPressConference();

    [GeneratedRegex(@"^(?:after|following|during|on the sidelines|na |tijdens|in de marge|nach|während|am rande|im anschluss|anschließend|après|à l['’]issue|au terme|en marge|au cours|tras|después|al margen|durante|ziyaret)", RegexOptions.IgnoreCase)]
    private static partial Regex IsOfOccasion();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex CapitalInside();

    [GeneratedRegex(@"\b(?:by|over the|over|on the|via|per) (?:a |an |een |eine )?(?:secure )?(?:tele)?(?:phone|foon|video ?(?:link|conference|call)?|videoverbinding)\b|\b(?:in|during|on|over|after) (?:a |an |the |their |his |her |another )?(?:[\w-]+ ){0,2}(?<!roll |conference )calls?\b(?! (?:for|to)\b)|\bby telephone\b|\bon the phone\b|\baan de (?:telefoon|lijn)\b|\btelefonisch\w*\b|\bpar (?:téléphone|visioconférence)\b|\bau téléphone\b|\bpor (?:teléfono|videoconferencia|videollamada)\b|\b(?:per|am) (?:Telefon|Video(?:schalte|konferenz)?)\b|\btelefonda\b|\btelefonla\b|\ben visioconférence\b", RegexOptions.IgnoreCase)]
    private static partial Regex ByPhone();
}
