using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Sentences that tell a meeting, found by verbs and nouns in <c>meetings.tsv</c>.</summary>
internal static partial class Meetings
{
    private sealed record Rule(Regex Pattern, MeetingKind Kind, string Form, string Name);

    private static readonly Dictionary<string, List<Rule>> Rules = Tables.Rows("meetings.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key, group => group.Select(row => new Rule(
        new Regex(@"(?<![\p{L}-])(?:" + row[0] + @")(?![\p{L}-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
        Enum.Parse<MeetingKind>(row[2].Replace("_", "", StringComparison.Ordinal), ignoreCase: true), row[3], "meeting." + row[2] + "." + row[3])).ToList());

    /// <summary>All rules of a language in one: most sentences tell no meeting and are told apart at once.</summary>
    private static readonly Dictionary<string, Regex> Any = Tables.Rows("meetings.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key,
        group => new Regex(@"(?<![\p{L}-])(?:" + string.Join('|', group.Select(row => row[0])) + @")(?![\p{L}-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled));

    private static readonly Dictionary<string, List<Regex>> LookAlikes = Tables.Rows("lookalikes.tsv").GroupBy(row => row[1])
        .ToDictionary(group => group.Key, group => group.Select(row => new Regex("^(?:" + row[0] + ")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)).ToList());

    public static AnnotatedText Read(AnnotatedText text)
    {
        var evidence = text.Evidence.ToList();
        var told = new HashSet<string>(StringComparer.Ordinal);
        var isInterview = Sides.IsInterview(text);
        var (subject, everyone) = ((IReadOnlyList<Party>)[], (IReadOnlyList<Party>)[]);
        foreach (var sentence in text.Sentences)
        {
            var article = text.ArticleAt(sentence.Span.Start);
            if (sentence.IsBoilerplate || !Rules.TryGetValue(sentence.Language, out var rules) || sentence.Span.Length < 4000 && !told.Add(article.Id + sentence.Span.Of(text.Text))) continue;
            var parties = new Parties(text, sentence);
            var sides = new Sides(text, sentence, parties, subject, everyone, isInterview);
            foreach (var (rule, match) in Any[sentence.Language].IsMatch(text.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)) ? Matches(rules, sentence.Span.Of(text.Text)) : [])
            {
                var trigger = new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length);
                if (rule.Form is "joined" or "accompanied")
                {
                    Join(text, evidence, article, sides, rule, trigger, sentence);
                    continue;
                }

                if (Meeting(text, sentence, article, parties, sides, rule, trigger, $"{article.Id}#e{evidence.Count + 1}") is { } meeting) evidence.Add(meeting);
            }

            var persons = parties.Groups(sentence.Span.Start, sentence.Span.End).Select(group => group.Where(party => party is { Standing: Standing.Acts, Mention.Type: ActorType.Person }).ToList()).Where(group => group.Count > 0).ToList();
            if (persons.Count > 0 && !StartsWithPronoun().IsMatch(sentence.Span.Of(text.Text))) subject = persons[0];
            if (persons.Count > 0) everyone = persons.SelectMany(group => group).DistinctBy(party => text.SightingAt[party.Mention.Span]).ToList();
        }

        return text with { Evidence = evidence };
    }

    /// <summary>Matches in text order, none overlapping an earlier one; of several at one place the longest.</summary>
    private static IEnumerable<(Rule Rule, Match Match)> Matches(List<Rule> rules, string words)
    {
        var end = 0;
        foreach (var found in rules.SelectMany(rule => rule.Pattern.Matches(words).Select(match => (Rule: rule, Match: match))).OrderBy(found => found.Match.Index).ThenByDescending(found => found.Match.Length))
        {
            if (found.Match.Index < end || found.Match.Length == 0) continue;
            end = found.Match.Index + found.Match.Length;
            yield return found;
        }
    }

    private static MeetingEvidence? Meeting(AnnotatedText text, Sentence sentence, Article article, Parties parties, Sides sides, Rule rule, TextSpan trigger, string id)
    {
        var language = sentence.Language;
        var rest = text.Text[trigger.End..Math.Min(sentence.Span.End, trigger.End + 80)];
        if (LookAlikes.TryGetValue(language, out var others) && others.Exists(other => other.IsMatch(rest))) return null;
        var (before, after) = rule.Form switch
        {
            "around" => sides.Around(trigger),
            "between" => ([], sides.After(trigger, isLoose: true)),
            "visitor" => (sides.After(trigger, isLoose: false).TakeWhile(party => !parties.Mentions.Any(m => m.Span.Start >= trigger.End && m.Span.End <= party.Mention.Span.Start && m.Type is (ActorType.Vessel or ActorType.Place))).ToList(), []),
            "noun" => (sides.Before(trigger), sides.After(trigger, isLoose: true)),
            _ => (sides.Before(trigger), sides.After(trigger, isLoose: false)),
        };
        var isVisit = rule.Form is "visit" or "visitor";
        if (rule.Form == "visit") after = after.Where(party => !parties.Mentions.Any(m => m.Type == ActorType.Place && m.Span.Start >= trigger.End && m.Span.End <= party.Mention.Span.Start) && party.Mention.Type is ActorType.Person or ActorType.Organization).ToList();
        if (rule.Form is "active" or "noun" && before.Count == 0) before = sides.Behind(trigger, after);
        var areTogether = rule.Kind == MeetingKind.Signing && after.Count == 0 && before.Count(party => party.Standing == Standing.Acts) > 1 || after.Count == 0 && Together().IsMatch(trigger.Of(text.Text)) && Alone().IsMatch(rest) && before.Count(party => party.Standing == Standing.Acts) > 1;
        if (rule.Form is "active" or "passive" && (after.Count == 0 || before.Count == 0) && !areTogether) return null;
        var participants = Participants(text, rule, trigger.Of(text.Text), before, after);
        var places = Places.Of(text, sentence, article, parties.Mentions, trigger, isVisit);
        var acting = participants.Count(p => p.Role != ParticipantRole.Companion);
        if (isVisit ? acting < 1 || places.Count == 0 && acting < 2 : acting < 2) return null;
        var status = Statuses.Of(text.Text, sentence, sides.ClauseStart(trigger), trigger, language);
        var when = Dates.Of(sentence.Span.Of(text.Text), trigger.Start - sentence.Span.Start, language, article.Date, status == MeetingStatus.Planned);
        var isNews = IsNews().IsMatch(trigger.Of(text.Text)) || language == "nl" && HasDutch().IsMatch(text.Text[sides.ClauseStart(trigger)..trigger.Start]);
        if (when.Basis == DateBasis.None && when.Text is null && article.Date is { } date && status == MeetingStatus.Occurred && isNews) when = new EventDate(null, null, date, DatePrecision.None, DateBasis.Reported);
        var kind = rule.Kind == MeetingKind.Meeting && ByPhone().IsMatch(text.Text.AsSpan(trigger.Start, Math.Min(sentence.Span.End, trigger.End + 120) - trigger.Start)) ? MeetingKind.Call : rule.Kind;
        return new MeetingEvidence(id, article.Id, sentence.Span, trigger, Speakers.Of(text, sentence, parties.Mentions), rule.Name, kind, status, participants, places, when);
    }

    /// <summary>"X also took part in the meeting", "he was accompanied by X": they belong to the meeting told right before.</summary>
    private static void Join(AnnotatedText text, List<Evidence> evidence, Article article, Sides sides, Rule rule, TextSpan trigger, Sentence sentence)
    {
        const int HowFarBack = 900;
        var at = evidence.FindLastIndex(told => told is MeetingEvidence { Kind: MeetingKind.Meeting or MeetingKind.Visit } && told.ArticleId == article.Id && trigger.Start - told.Span.End < HowFarBack);
        if (at < 0) return;
        var meeting = (MeetingEvidence)evidence[at];
        var (before, after) = sentence.Language == "en" && rule.Form == "accompanied" ? (sides.Before(trigger), sides.After(trigger, isLoose: false)) : sides.Around(trigger);
        if (rule.Form == "accompanied" && sentence.Language == "en" && before.Count > 0 && after.Count > 0 && !before.Any(party => meeting.Participants.Any(p => p.Sighting == text.SightingAt[party.Mention.Span]))) return;
        var role = rule.Form == "accompanied" ? ParticipantRole.Companion : ParticipantRole.Participant;
        var joined = before.Concat(after).Select(party => text.SightingAt[party.Mention.Span]).Distinct().Where(id => meeting.Participants.All(p => p.Sighting != id)).Select(id => new Participant(id, role, null)).ToList();
        evidence[at] = meeting with { Participants = [.. meeting.Participants, .. joined] };
    }

    private static List<Participant> Participants(AnnotatedText text, Rule rule, string word, IReadOnlyList<Party> before, IReadOnlyList<Party> after)
    {
        var (first, second) = rule.Form == "passive" ? (ParticipantRole.Guest, ParticipantRole.Host) : HostWord().IsMatch(word) ? (ParticipantRole.Host, ParticipantRole.Guest)
            : rule.Form is "visit" or "visitor" ? (ParticipantRole.Guest, ParticipantRole.Host) : (ParticipantRole.Participant, ParticipantRole.Participant);
        var participants = new Dictionary<string, Participant>(StringComparer.Ordinal);
        foreach (var (party, role) in before.Select(party => (party, first)).Concat(after.Select(party => (party, second))))
        {
            var sighting = text.SightingAt[party.Mention.Span];
            participants.TryAdd(sighting, new Participant(sighting, party.Standing == Standing.Accompanies ? ParticipantRole.Companion : role, null));
        }

        return [.. participants.Values];
    }

    [GeneratedRegex(@"^(?:received|receives|hosted|hosts|welcomed|ontving|empfing|recibió|kabul)", RegexOptions.IgnoreCase)]
    private static partial Regex HostWord();

    [GeneratedRegex(@"^(?:He|She|They|It|Hij|Zij|Ze|Er|Sie|Il|Elle|Ils)\b")]
    private static partial Regex StartsWithPronoun();

    [GeneratedRegex(@"(?:met|meet|spoke|see)(?: again| briefly| privately)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Together();

    [GeneratedRegex(@"^(?:$|[.,;”""]| (?:for|in|at|on|to|again|over|yesterday|today|last|this|twice|once|briefly|privately|there|here|tomorrow|next|late|early|behind|before|after|and)\b)")]
    private static partial Regex Alone();

    [GeneratedRegex(@"\b(?:by|over the|on the|via|per) (?:tele)?(?:phone|foon|video ?(?:link|conference|call)?)\b|\btelefonisch\b|\bpar téléphone\b|\bpor teléfono\b|\bper (?:Telefon|Video)\b|\btelefonda\b|\btelefonla\b|\ben visioconférence\b", RegexOptions.IgnoreCase)]
    private static partial Regex ByPhone();

    [GeneratedRegex(@"\b(?:heeft|hebben)\b")]
    private static partial Regex HasDutch();

    [GeneratedRegex(@"^(?:has|have|meets|held|heeft)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsNews();
}
