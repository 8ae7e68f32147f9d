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
        row[2] switch { "visit" => MeetingKind.Visit, "call" => MeetingKind.Call, "press_conference" => MeetingKind.PressConference, "signing" => MeetingKind.Signing, "negotiation" => MeetingKind.Negotiation, _ => MeetingKind.Meeting },
        row[3], "meeting." + row[2] + "." + row[3])).ToList());

    private static readonly Dictionary<string, List<(Regex Pattern, MeetingStatus Status)>> Cues = Tables.Rows("cues.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key,
        group => group.Select(row => (new Regex(row[0], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), Enum.Parse<MeetingStatus>(row[2], ignoreCase: true))).ToList());

    public static AnnotatedText Read(AnnotatedText text)
    {
        var evidence = text.Evidence.ToList();
        var told = new HashSet<string>(StringComparer.Ordinal);
        List<NameMention> lastSubject = [];
        foreach (var sentence in text.Sentences)
        {
            var article = text.ArticleAt(sentence.Span.Start);
            if (sentence.IsBoilerplate || !Rules.TryGetValue(sentence.Language, out var rules) || !told.Add(article.Id + sentence.Span.Of(text.Text))) continue;
            var words = sentence.Span.Of(text.Text);
            var mentions = text.MentionsIn(sentence.Span);
            foreach (var (rule, match) in Matches(rules, words))
            {
                var trigger = new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length);
                if (Meeting(text, sentence, article, mentions, rule, trigger, lastSubject, $"{article.Id}#e{evidence.Count + 1}") is { } meeting) evidence.Add(meeting);
            }

            if (mentions.FirstOrDefault(mention => mention.Type == ActorType.Person) is { } subject) lastSubject = [subject];
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

    private static MeetingEvidence? Meeting(AnnotatedText text, Sentence sentence, Article article, IReadOnlyList<NameMention> mentions, Rule rule, TextSpan trigger, List<NameMention> lastSubject, string id)
    {
        var language = sentence.Language;
        var before = Before(text, sentence, mentions, trigger, language, lastSubject);
        var after = rule.Form == "visit" ? [] : After(text, mentions, trigger, language, isLoose: rule.Form == "noun");
        var participants = new Dictionary<string, Participant>(StringComparer.Ordinal);
        void Take(IEnumerable<(NameMention Mention, bool IsCompanion)> side, ParticipantRole role)
        {
            foreach (var (mention, isCompanion) in side)
            {
                var sighting = text.SightingAt[mention.Span];
                participants.TryAdd(sighting, new Participant(sighting, isCompanion ? ParticipantRole.Companion : role, null));
            }
        }

        var word = trigger.Of(text.Text);
        var hosts = HostWord().IsMatch(word);
        var (first, second) = rule.Form == "passive" ? (ParticipantRole.Guest, ParticipantRole.Host) : hosts ? (ParticipantRole.Host, ParticipantRole.Guest)
            : rule.Form == "visit" ? (ParticipantRole.Guest, ParticipantRole.Host) : (ParticipantRole.Participant, ParticipantRole.Participant);
        Take(before, first);
        Take(after, second);
        if (rule.Form is "active" or "passive" && after.Count == 0) return null;
        var places = Places(text, sentence, article, mentions, trigger, rule.Form == "visit");
        var enough = rule.Kind is MeetingKind.Visit ? participants.Count >= 1 && places.Count > 0 : participants.Count >= 2;
        if (!enough) return null;
        var status = Status(text.Text, sentence, trigger, language);
        var when = Dates.Of(sentence.Span.Of(text.Text), trigger.Start - sentence.Span.Start, language, article.Date, status == MeetingStatus.Planned);
        if (when.Basis == DateBasis.None && when.Text is null && article.Date is { } date && status == MeetingStatus.Occurred && IsNews().IsMatch(word))
        {
            when = new EventDate(null, null, date, DatePrecision.None, DateBasis.Reported);
        }

        return new MeetingEvidence(id, article.Id, sentence.Span, trigger, Speakers.Of(text, sentence, mentions), rule.Name, rule.Kind, status, [.. participants.Values], places, when);
    }

    private static List<(NameMention, bool)> Before(AnnotatedText text, Sentence sentence, IReadOnlyList<NameMention> mentions, TextSpan trigger, string language, List<NameMention> lastSubject)
    {
        var between = text.Text[sentence.Span.Start..trigger.Start];
        if (Pronoun().IsMatch(between) && lastSubject.Count > 0)
        {
            var pronoun = Pronoun().Match(between).Value.Trim().ToLowerInvariant();
            var inSentence = mentions.Where(mention => mention.Span.End <= trigger.Start && mention.Type == ActorType.Person).Take(1).ToList();
            var antecedents = inSentence.Count > 0 ? inSentence : lastSubject;
            if (pronoun is "they" or "zij" or "sie" or "ils" && inSentence.Count > 0) return Phrases.Listed(text, mentions, mentions.ToList().IndexOf(inSentence[0]), 1, language).Where(item => item.Mention.Span.End <= trigger.Start).ToList();
            return antecedents.Select(mention => (mention, false)).ToList();
        }

        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].Span.End > trigger.Start) continue;
            if (trigger.Start - mentions[i].Span.End > 140) break;
            if (!mentions[i].IsActor || Phrases.IsAttribute(text, mentions, i, language)) continue;
            // The organization of an apposition stands between the person and the verb: "Kalin, the head of MIT, met".
            if (mentions[i].Type != ActorType.Person && i > 0 && Phrases.EndsInTitleOf(Phrases.Gap(text, mentions[i - 1], mentions[i]), language)) continue;
            return Phrases.Listed(text, mentions, i, -1, language);
        }

        return [];
    }

    private static List<(NameMention, bool)> After(AnnotatedText text, IReadOnlyList<NameMention> mentions, TextSpan trigger, string language, bool isLoose)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Span.Start < trigger.End || mentions[i].Type is ActorType.Vessel) continue;
            if (mentions[i].Type == ActorType.Place)
            {
                if (isLoose) continue;
                return [];
            }

            var gap = text.Text[trigger.End..mentions[i].Span.Start];
            foreach (var demonym in mentions.Where(mention => mention.IsDemonym && mention.Span.Start >= trigger.End && mention.Span.End <= mentions[i].Span.Start)) gap = gap.Replace(demonym.Name, "", StringComparison.Ordinal);
            if (mentions[i].IsDemonym) continue;
            if (!isLoose && !Phrases.IsLink(gap, language)) return [];
            if (isLoose && gap.Length > 120) return [];
            return Phrases.Listed(text, mentions, i, 1, language);
        }

        return [];
    }

    private static List<string> Places(AnnotatedText text, Sentence sentence, Article article, IReadOnlyList<NameMention> mentions, TextSpan trigger, bool isVisit)
    {
        var held = mentions.Where(mention => mention.Type == ActorType.Place || isVisit && mention is { Type: ActorType.Country, IsDemonym: false })
            .Where(mention => isVisit ? mention.Span.Start >= trigger.End : Locative().IsMatch(text.Text[sentence.Span.Start..mention.Span.Start]))
            .OrderBy(mention => mention.Span.Start >= trigger.End ? mention.Span.Start - trigger.End : trigger.Start - mention.Span.End + 60)
            .FirstOrDefault();
        if (held is null || isVisit && held.Span.Start - trigger.End > 40) return [];
        var places = new List<string> { text.SightingAt[held.Span] };
        // The town that a venue is named after, and the country if the article names it.
        var town = held.Name.Split(' ').Select(word => text.Sightings.FirstOrDefault(s => s.ArticleId == article.Id && s.Type == ActorType.Place && s.Name == word && s.Id != places[0])).FirstOrDefault(s => s is not null);
        if (town is not null) places.Add(town.Id);
        var iso = held.Iso2 ?? town?.Iso2;
        var country = text.Sightings.FirstOrDefault(s => s.ArticleId == article.Id && s.Type == ActorType.Country && s.Iso2 == iso);
        if (iso is not null && country is not null && !places.Contains(country.Id)) places.Add(country.Id);
        return places;
    }

    private static MeetingStatus Status(string text, Sentence sentence, TextSpan trigger, string language)
    {
        const int HowFar = 90;
        var window = text[Math.Max(sentence.Span.Start, trigger.Start - HowFar)..Math.Min(sentence.Span.End, trigger.End + (language is "tr" or "de" ? HowFar : 0))];
        var cues = Cues.GetValueOrDefault(language) ?? [];
        foreach (var (pattern, status) in cues)
        {
            if (pattern.IsMatch(window)) return status;
        }

        return Planned().IsMatch(trigger.Of(text)) ? MeetingStatus.Planned : MeetingStatus.Occurred;
    }

    [GeneratedRegex(@"^(?:received|receives|hosted|hosts|welcomed|ontving|empfing|recibió|kabul)", RegexOptions.IgnoreCase)]
    private static partial Regex HostWord();

    [GeneratedRegex(@"^(?:has|have|meets|held|heeft)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsNews();

    [GeneratedRegex(@"^(?:will|to) ", RegexOptions.IgnoreCase)]
    private static partial Regex Planned();

    [GeneratedRegex(@"\b(?:he|she|they|hij|zij|er|sie|il|elle|ils) (?:also |then |later |then also )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?:in|at|to|te|aan|nach|à|en|a)(?: the| de| het| den| la)? $", RegexOptions.IgnoreCase)]
    private static partial Regex Locative();
}
