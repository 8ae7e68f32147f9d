using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>When a meeting took place: by the words nearest in its clause, else in the clauses around, else by when it was reported.</summary>
internal static partial class Timing
{
    private enum Nearness { Own, Around, Beside, Report, Apart }

    public static EventDate Of(AnnotatedText text, Sentence sentence, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, ref MeetingStatus status, Discourse discourse)
    {
        var article = text.ArticleAt(sentence.Span.Start);
        var found = Dates.In(sentence.Span.Of(text.Text), sentence.Language).Select(words => (Words: words, Near: Near(words, sentence, tokens, clauses, trigger))).ToList();
        var isPast = status == MeetingStatus.Occurred;
        var at = trigger.Span(tokens);
        var (start, end) = (at.Start - sentence.Span.Start, at.End - sentence.Span.Start);
        var best = found.Where(date => date.Near is not (Nearness.Report or Nearness.Apart) && !(Dates.IsOfWhatFollows(date.Words, sentence.Language) && found.All(other => other.Words.Start >= date.Words.Start)) && !SinceThen().IsMatch(date.Words.Text) && !(isPast && (date.Near != Nearness.Own || IsDeadline(text.Text, sentence, date.Words)) && Dates.IsAhead(date.Words, sentence.Language)) && !(date.Near == Nearness.Around && date.Words.Kind is Dates.DateKind.Month or Dates.DateKind.BareMonth or Dates.DateKind.Year && IsAfterOrBefore(tokens, clauses, trigger))).OrderBy(date => date.Near).ThenBy(date => date.Words.Kind == Dates.DateKind.Context && found.Exists(other => other.Near == date.Near && other.Words.Kind != Dates.DateKind.Context))
            .ThenBy(date => Math.Max(date.Words.Start - end, start - date.Words.End)).Select(date => date.Words).FirstOrDefault();
        // "on Thursday and Friday", "from 4 March to 6 March": several days are told by the first.
        while (best is not null && found.Find(date => date.Words.End < best.Start && date.Words.Kind == best.Kind && Joins().IsMatch(text.Text.AsSpan(sentence.Span.Start + date.Words.End, best.Start - date.Words.End))) is { Words: { } earlier }) best = earlier;
        // "arrives on Monday", "meets him next week".
        if (best is not null && status == MeetingStatus.Occurred && (Grammar.IsPresent(tokens[trigger.First].Lower, sentence.Language) && (sentence.Language == "en" || !clauses.TokensOf(clauses.At(trigger.Last)).Any(i => tokens[i].Class == WordClass.Aux)) && best.Kind is Dates.DateKind.Full or Dates.DateKind.Relative or Dates.DateKind.BareMonth && !IsPast(best, sentence, article) || Dates.IsAhead(best, sentence.Language) || Dates.LiesAhead(best, sentence.Language, article.Date))) status = MeetingStatus.Planned;
        if (best is not null) return Dates.Of(best, sentence.Language, article.Date, status == MeetingStatus.Planned || status == MeetingStatus.Hypothetical && !IsOver(tokens, clauses, trigger, sentence.Language) || status == MeetingStatus.Denied && (IsSetFor(text.Text, sentence, best) && !WasToBe(best, sentence.Language, article.Date) || IsSetBehind(text.Text, sentence, best) && IsNearerAhead(best, sentence.Language, article.Date)), ToldBefore(text, sentence, article, found.Select(date => date.Words), best) ?? (text.Text[Math.Max(0, sentence.Span.Start - 1)] == '\n' && discourse.Day is { } day ? day : discourse.When), article.Date is not null && (status == MeetingStatus.Planned || status == MeetingStatus.Hypothetical && !IsOver(tokens, clauses, trigger, sentence.Language)) ? null : YearBefore(text, sentence, article, discourse.Speaker is not null));
        if (status != MeetingStatus.Occurred) return EventDate.Unknown;
        if (IsEntry(text, sentence) && article.Date is { } today) return new EventDate(null, today, today, DatePrecision.Day, DateBasis.Anchored);
        var report = found.Where(date => date.Near != Nearness.Apart).Select(date => date.Words).FirstOrDefault(words => words.Kind is Dates.DateKind.Full or Dates.DateKind.Relative);
        if (report is not null && Dates.Of(report, sentence.Language, article.Date, false, discourse.When) is { Precision: DatePrecision.Day, Latest: { } said } told) return new EventDate(told.Text, null, said, DatePrecision.None, DateBasis.Reported);
        return article.Date is { } reported && IsNews(tokens, clauses, trigger, sentence.Language) ? new EventDate(null, null, reported, DatePrecision.None, DateBasis.Reported) : EventDate.Unknown;
    }

    /// <summary>"is said to have met": what is thought of is over.</summary>
    private static bool IsOver(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, string language) => clauses.TokensOf(clauses.At(trigger.Last)).Any(i => Grammar.IsPerfect(tokens[i].Lower, language));

    /// <summary>"planned for March 6, was cancelled" on March 7: the day it was set for may be just over.</summary>
    private static bool WasToBe(Dates.Words words, string language, DateOnly? article)
    {
        const int Lately = 45;
        return words.Kind == Dates.DateKind.Full && article is { } day && Dates.Of(words, language, article, false, null).Earliest is { } past && past <= day && past >= day.AddDays(-Lately) && !Dates.LiesAhead(words, language, article);
    }

    /// <summary>What "the same evening", "a year later" and "on the 5th" count from: the date told last, in the sentence or in the lines before.</summary>
    private static EventDate? ToldBefore(AnnotatedText text, Sentence sentence, Article article, IEnumerable<Dates.Words> inside, Dates.Words words)
    {
        const int HowFarBack = 400;
        if (words.Kind is not (Dates.DateKind.Context or Dates.DateKind.DayOnly or Dates.DateKind.BareMonth or Dates.DateKind.Season)) return null;
        bool IsFixed(Dates.Words other) => other.Kind is Dates.DateKind.Full or Dates.DateKind.Month or Dates.DateKind.Year or Dates.DateKind.Relative || words.Kind == Dates.DateKind.Context && other.Kind == Dates.DateKind.BareMonth;
        if (inside.LastOrDefault(other => other.End <= words.Start && IsFixed(other)) is { } earlier) return Dates.Of(earlier, sentence.Language, article.Date, false, null, YearBefore(text, sentence, article));
        if (words.Kind != Dates.DateKind.DayOnly || article.Date is not null) return null;
        var before = text.Text[Math.Max(article.Span.Start, sentence.Span.Start - HowFarBack)..sentence.Span.Start];
        return Dates.In(before, sentence.Language).LastOrDefault(IsFixed) is { } last ? Dates.Of(last, sentence.Language, article.Date, false, null, YearBefore(text, sentence, article)) : null;
    }

    /// <summary>"after talks with X, in December he": the month is not that of the talks.</summary>
    private static bool IsAfterOrBefore(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger) => clauses[clauses.At(trigger.Last)] is { Kind: ClauseKind.Sub } clause && tokens[clause.First].Lower is "after" or "before" or "since" or "nadat" or "voordat" or "na" or "nachdem" or "bevor" or "après" or "avant" or "tras" or "antes" or "después";

    private static bool IsPast(Dates.Words words, Sentence sentence, Article article) => Dates.Of(words, sentence.Language, article.Date, false, null) is { Basis: DateBasis.Stated } || words.Text.Contains("last", StringComparison.OrdinalIgnoreCase);

    private static Nearness Near(Dates.Words words, Sentence sentence, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger)
    {
        var (from, to) = (sentence.Span.Start + words.Start, sentence.Span.Start + words.End);
        var token = Enumerable.Range(0, tokens.Count).FirstOrDefault(i => tokens[i].Span.End > from && tokens[i].Span.Start < to, -1);
        if (token < 0) return Nearness.Beside;
        if (Dates.IsOfWhatFollows(words, sentence.Language)) return IsBehind(to, tokens, clauses, trigger) ? Nearness.Own : Nearness.Apart;
        if (IsOfWhoStandsBefore(token, words.Kind, tokens, trigger, sentence.Language)) return Nearness.Apart;
        var (own, clause) = (clauses.At(token), clauses.At(trigger.Last));
        if (IsReport(token, tokens, clauses, trigger)) return Nearness.Report;
        if (own == clause) return Nearness.Own;
        // "LIMA, March 13 - …" dates the report.
        if (clauses[own].First == 0 && own != clause && !clauses.TokensOf(own).Any(clauses.IsVerb) && !clauses.Around(clause).Contains(own)) return Nearness.Report;
        // "a dinner that was set for Friday": the day is the dinner's, and not "Keller, who came on Friday".
        if (clauses[own].Kind == ClauseKind.Rel && !clauses.Around(clause).Contains(own)) return trigger.IsNoun && clauses[own].Parent == clause && clauses.TokensOf(own).All(i => tokens[i].Mark != Mark.Name) && WasSet().IsMatch(string.Join(' ', clauses.TokensOf(own).Where(i => tokens[i].Mark == Mark.Word).Select(i => tokens[i].Lower)) + " ") ? Nearness.Around : Nearness.Apart;
        // "flew to Lima, where she is to meet him on Monday": the day is that of what follows.
        if (clauses[own].Parent == clause && clauses.IsWhere(clauses[own].First)) return Nearness.Report;
        return clauses.Around(clause).Contains(own) || clauses[own].Parent == clause && clauses[own].Kind == ClauseKind.Aside ? Nearness.Around : Nearness.Beside;
    }

    /// <summary>"Keller, elected in 2021, met", "Novak, seit 2021 im Amt,": the date tells of whoever stands before the comma.</summary>
    private static bool IsOfWhoStandsBefore(int date, Dates.DateKind kind, IReadOnlyList<ClauseToken> tokens, Trigger trigger, string language)
    {
        const int Longest = 6;
        var isNear = kind is Dates.DateKind.Context or Dates.DateKind.Relative;
        // "Keller, in Lima since Tuesday, met him", and not "since Tuesday Keller has met him".
        if (date > 0 && Grammar.IsSince(tokens[date - 1].Lower, language)) return !isNear || date > 1 && date < trigger.First && Enumerable.Range(date, trigger.First - date).Any(i => tokens[i].Mark == Mark.Comma);
        if (isNear) return false;
        for (var i = date - 1; i > 0 && date - i <= Longest && (i > trigger.Last || i < trigger.First); i--)
        {
            if (tokens[i].Mark is Mark.Stop or Mark.Quote) return false;
            if (tokens[i].Mark == Mark.Comma) return tokens[i - 1].Mark == Mark.Name && tokens[i + 1] is { Mark: Mark.Word, Class: WordClass.None } first && !Dates.IsOfCalendar(first.Lower, language) && !Dates.IsNumber(first.Lower, language) && !Grammar.IsGerund(first.Lower, language)
                && !WasSet().IsMatch(string.Join(' ', Enumerable.Range(i + 1, date - i - 1).Select(k => tokens[k].Lower)) + " ");
        }

        return false;
    }

    /// <summary>"two days after she had met him", "two days after talks with him": whether the event is what the words date.</summary>
    private static bool IsBehind(int end, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger)
    {
        const int Few = 3;
        var next = Enumerable.Range(0, tokens.Count).FirstOrDefault(i => tokens[i].Span.Start >= end, tokens.Count);
        var clause = clauses.At(trigger.Last);
        // "two days before the vote, Keller met him": the vote is what the words count from.
        if (Enumerable.Range(next, Math.Max(0, trigger.First - next)).FirstOrDefault(i => tokens[i].Mark == Mark.Comma || tokens[i].Mention is { Type: ActorType.Person } || clauses.IsVerb(i), -1) is >= 0 and var cut && tokens[cut].Mark == Mark.Comma) return false;
        return trigger.First >= next && (trigger.First - next <= Few || clauses[clause].Kind == ClauseKind.Sub && clauses[clause].First is var first && first >= next - 1 && first <= next);
    }

    /// <summary>"His great year was 1989. In March …": the year told right before, where it is another than the article's; that of the article's head where it tells no day.</summary>
    /// <param name="isRemembered">Whether somebody tells of former times, in whose order the months then are.</param>
    private static int? YearBefore(AnnotatedText text, Sentence sentence, Article article, bool isRemembered = false)
    {
        const int HowFarBack = 260;
        const int Head = 300;
        if (article.Date is { } date)
        {
            // The years of another paragraph are of other things.
            var start = Math.Max(Math.Max(article.Span.Start, text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - (isRemembered ? 2 : 1))) + 1), sentence.Span.Start - HowFarBack);
            if (start > sentence.Span.Start) return null;
            var told = Dates.In(text.Text[start..sentence.Span.Start], sentence.Language).LastOrDefault(words => words.Match.Groups["y"].Success && !SinceThen().IsMatch(words.Text));
            if (told is null && Dates.In(text.Text[start..sentence.Span.Start], sentence.Language).LastOrDefault() is { Kind: Dates.DateKind.Relative } relative && Dates.Of(relative, sentence.Language, date, false, null) is { Precision: DatePrecision.Year, Earliest: { } then } && then.Year < date.Year) return then.Year;
            // "Keller, who took over in 2018, returned in October": the year is of what is told besides.
            if (told is not null && Besides().IsMatch(text.Text.AsSpan(start, sentence.Span.Start - start))) return null;
            return (told is { Kind: Dates.DateKind.Year } || isRemembered && told is not null) && Year(told.Match.Groups["y"].Value) is var year && year < date.Year ? year : null;
        }

        var before = BareYear().Matches(text.Text[Math.Max(article.Span.Start, sentence.Span.Start - HowFarBack)..sentence.Span.Start]);
        if (before.Count > 0) return Year(before[^1].Value);
        // The year of the head goes on as long as no other is told.
        var told1 = BareYear().Matches(text.Text[article.Span.Start..sentence.Span.Start]);
        return told1.Count > 0 && told1[0].Index < Head && told1.All(match => match.Value == told1[0].Value) ? Year(told1[0].Value) : null;

        static int Year(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>"to reopen the line by the end of next year": by when something else is to be done.</summary>
    private static bool IsDeadline(string text, Sentence sentence, Dates.Words words) => UntilThen().IsMatch(text.AsSpan(sentence.Span.Start, words.Start));

    /// <summary>"a meeting scheduled for Friday": the day was still to come when it was set.</summary>
    private static bool IsSetFor(string text, Sentence sentence, Dates.Words words) => SetFor().IsMatch(text.AsSpan(sentence.Span.Start, words.Start));

    /// <summary>"ein für Dienstag geplantes Treffen", told on a Thursday: the nearer of the two Tuesdays.</summary>
    private static bool IsNearerAhead(Dates.Words words, string language, DateOnly? article)
        => article is { } day && Dates.Of(words, language, article, false, null).Earliest is { } past && Dates.Of(words, language, article, true, null).Earliest is { } next && next.DayNumber - day.DayNumber < day.DayNumber - past.DayNumber;

    private static bool IsSetBehind(string text, Sentence sentence, Dates.Words words) => SetBehind().IsMatch(text.AsSpan(sentence.Span.Start + words.End, sentence.Span.End - sentence.Span.Start - words.End));

    /// <summary>"eine für Freitag geplante Reise".</summary>
    [GeneratedRegex(@"^ (?:geplant|angesetzt|vorgesehen|anberaumt|vereinbart|gepland|voorzien|geplande|voorziene|planlanan)\w*", RegexOptions.IgnoreCase)]
    private static partial Regex SetBehind();

    [GeneratedRegex(@"\b(?:scheduled|planned|set|slated|due|arranged|gepland|voorzien|geplant\w*|angesetzt\w*|vorgesehen\w*|prévue?s?|programmée?s?|previst[oa]s?|programad[oa]s?|fijad[oa]s?|fixée?s?|agendad[oa]s?|convocad[oa]s?|anberaumt\w*)(?: for| on| op| voor| am| für| pour| le| para)?(?: the| el)? $", RegexOptions.IgnoreCase)]
    private static partial Regex SetFor();

    /// <summary>"that was set for …", "das am Montag stattfinden sollte", "dat voor gisteren gepland stond".</summary>
    [GeneratedRegex(@"\b(?:scheduled|planned|set|slated|due|arranged|gepland|voorzien|geplant\w*|angesetzt\w*|vorgesehen\w*|prévue?s?|programmée?s?|previst[oa]s?|programad[oa]s?|fijad[oa]s?|fixée?s?|agendad[oa]s?|convocad[oa]s?|anberaumt\w*|stattfinden|plaatsvinden|doorgaan|was to|were to|devait|debía|iba a|agenda)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WasSet();

    [GeneratedRegex(@",\s(?:who|which|whose|die|der|das|qui|dont|quien)\b[^,.;]{0,80}\b(?:19|20)\d\d,(?:(?!\b(?:19|20)\d\d\b)[^;])*$")]
    private static partial Regex Besides();

    /// <summary>"for the third time since August": from when it is counted.</summary>
    [GeneratedRegex(@"^(?:since|sinds|seit|depuis|desde)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SinceThen();

    [GeneratedRegex(@"\b(?:by|until|before|tegen|tot|bis|d['’]ici|avant|hasta|antes de|para)(?: (?:the |het |zum |la |à la |el )?(?:end|middle|start|beginning|eind|einde|ende|mitte|fin|final|fines|finales)(?: of| van| de)?)? $", RegexOptions.IgnoreCase)]
    private static partial Regex UntilThen();

    [GeneratedRegex(@"^(?: (?:and|to|until|till|through|en|tot|und|bis|et|au|à|y|al|ve|,)(?: on| op| am| le| el)? |[-–]|, )$")]
    private static partial Regex Joins();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex BareYear();

    /// <summary>"said on Monday": the day dates the saying.</summary>
    private static bool IsReport(int token, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger)
    {
        const int HowFar = 5;
        if (clauses[clauses.At(token)].Kind == ClauseKind.Report) return true;
        for (var i = token - 1; i >= 0 && i >= token - HowFar && clauses.At(i) == clauses.At(token); i--)
        {
            if (i == trigger.Last) return false;
            // "sagte die für Freitag geplante Reise ab": nothing is said there.
            if (tokens[i].Class == WordClass.Say && clauses.TokensOf(clauses.At(i)).Any(k => tokens[k].Lower == "ab")) return false;
            if (tokens[i].Class == WordClass.Say) return tokens[token].Ending != "s";
            if (tokens[i].Mark is Mark.Stop or Mark.Quote || tokens[i].Class is WordClass.Sub) return false;
        }

        return false;
    }

    /// <summary>"17:46 They have sat down": an entry of a live page, told as it happens.</summary>
    public static bool IsEntry(AnnotatedText text, Sentence sentence)
    {
        const int Longest = 8;
        var line = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        return Clock().IsMatch(text.Text.AsSpan(line, Math.Min(Longest, text.Text.Length - line)));
    }

    [GeneratedRegex(@"^\[?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|[./-]\d)")]
    private static partial Regex Clock();

    /// <summary>"has met", "meets": news of the day it is told on.</summary>
    private static bool IsNews(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, string language)
    {
        var word = tokens[trigger.First].Lower;
        if (language == "en" && (word is "meets" or "receives" or "hosts" or "visits" or "holds" or "signs" or "has" or "have")) return true;
        foreach (var i in clauses.TokensOf(clauses.At(trigger.Last)))
        {
            if (language == "en" && i < trigger.First && trigger.First - i <= 3 && tokens[i].Lower is "has" or "have" && tokens[i].Class == WordClass.Aux) return true;
            if (language == "nl" && tokens[i].Lower is "heeft" or "hebben") return true;
        }

        return false;
    }
}
