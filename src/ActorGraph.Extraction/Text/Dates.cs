using System.Globalization;
using System.Text.RegularExpressions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Text;

/// <summary>Words that date something → dates. What the words do not say stays open.</summary>
internal static class Dates
{
    private static readonly Dictionary<(string Language, string Word), (string Kind, int Number)> Calendar = Tables.Rows("calendar.tsv")
        .ToDictionary(row => (row[1], row[0]), row => (row[2], int.Parse(row[3], CultureInfo.InvariantCulture)));

    private static readonly Dictionary<string, (Regex Full, Regex Month, Regex Relative, Regex BareMonth)> Patterns = Calendar.Keys.Select(key => key.Language).Distinct().ToDictionary(language => language, Compile);

    private static readonly Regex Iso = new(@"\b(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)\b", RegexOptions.CultureInvariant);

    private static readonly Regex AfterDateline = new(@"^[,.]?\s*(?:\([^)]{1,40}\)\s*)?(?:[-–—:]|&[mn]dash;)", RegexOptions.CultureInvariant);

    private static readonly Regex Year = new(@"\b(?:in|im Jahr|en|since|sinds|seit|depuis|desde) (?<y>(?:19|20)\d\d)\b(?![-/])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The first full date in an article's first lines.</summary>
    public static (DateOnly? Date, string? Words) Dateline(string article, string language)
    {
        const int HowFar = 700;
        var head = article.Length > HowFar ? article[..HowFar] : article;
        var match = Patterns[language].Full.Matches(head).Concat(Patterns["en"].Full.Matches(head)).Concat(Iso.Matches(head)).Where(IsAtStartOfText).OrderBy(m => m.Index).FirstOrDefault();
        if (match is null) return (null, null);
        return Full(match, language) is { } date ? (date, match.Value) : (null, null);

        // A date inside the running text dates what it tells, not the article: a dateline stands alone or before its dash.
        bool IsAtStartOfText(Match m)
        {
            var start = head.LastIndexOf('\n', m.Index) + 1;
            var end = head.IndexOf('\n', m.Index + m.Length);
            var line = head[start..(end < 0 ? head.Length : end)];
            return line.Length < 80 || m.Index - start < 45 && (AfterDateline.IsMatch(line[(m.Index - start + m.Length)..]) || line[..(m.Index - start)].Trim() is "" or "date");
        }
    }

    /// <summary>When the event told in the sentence took place, by the words nearest to its trigger.</summary>
    /// <param name="isFuture">Whether it is still to come.</param>
    public static EventDate Of(string sentence, int trigger, string language, DateOnly? articleDate, bool isFuture)
    {
        var (full, month, relative, bareMonth) = Patterns[language];
        var best = full.Matches(sentence).Select(m => (Match: m, Kind: 0)).Concat(Iso.Matches(sentence).Select(m => (Match: m, Kind: 0)))
            .Concat(relative.Matches(sentence).Select(m => (Match: m, Kind: 1))).Concat(month.Matches(sentence).Select(m => (Match: m, Kind: 2)))
            .Concat(bareMonth.Matches(sentence).Select(m => (Match: m, Kind: 3))).Concat(Year.Matches(sentence).Select(m => (Match: m, Kind: 4)))
            .Where(found => found.Kind < 2 || !full.Matches(sentence).Any(m => m.Index <= found.Match.Index && m.Index + m.Length >= found.Match.Index + found.Match.Length))
            .OrderBy(found => Math.Abs(found.Match.Index - trigger)).ThenBy(found => found.Kind).FirstOrDefault();
        if (best.Match is null) return EventDate.Unknown;
        return best.Kind switch
        {
            0 => Full(best.Match, language) is { } day ? Day(best.Match.Value, day, DateBasis.Stated) : Yearless(best.Match, language, articleDate, isFuture),
            1 => Relative(best.Match.Value, language, articleDate, isFuture),
            3 => BareMonth(best.Match, language, articleDate, isFuture),
            4 => WholeYear(best.Match.Groups["y"].Value, int.Parse(best.Match.Groups["y"].Value, CultureInfo.InvariantCulture), DateBasis.Stated),
            _ => Month(best.Match, language),
        };
    }

    private static EventDate Day(string words, DateOnly day, DateBasis basis) => new(words, day, day, DatePrecision.Day, basis);

    private static (Regex, Regex, Regex, Regex) Compile(string language)
    {
        string Words(string kind) => string.Join('|', Calendar.Where(entry => entry.Key.Language == language && entry.Value.Kind == kind).Select(entry => Regex.Escape(entry.Key.Word)).OrderByDescending(word => word.Length));
        const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled;
        var months = Words("month");
        return (new Regex($@"\b(?<d>\d{{1,2}})(?:\.|st|nd|rd|th|er)?(?:-\d+)? (?:de |of )?(?<mo>{months})\b\.?(?:,? (?:de )?(?<y>\d{{4}}))?|\b(?<mo>{months})\b\.? (?<d>\d{{1,2}})\b(?:st|nd|rd|th)?(?:,? (?<y>\d{{4}}))?", Options),
            new Regex($@"\b(?<mo>{months})\b (?:de |of )?(?<y>\d{{4}})", Options),
            new Regex($@"\b(?:{Words("relative")}|{Words("months")}|{Words("weeks")}|{Words("years")}|{Words("weekday")})\b".Replace("||", "|", StringComparison.Ordinal), Options),
            new Regex($@"\b(?:in|im|en|since|until|last|next|early|late|op|begin|eind|anfang|ende|für|fin|début) (?<mo>{months})\b(?!\.? \d)", Options));
    }

    private static int? MonthOf(Match match, string language)
    {
        if (!match.Groups["mo"].Success) return int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
        var word = match.Groups["mo"].Value.ToLowerInvariant();
        return Calendar.TryGetValue((language, word), out var found) || Calendar.TryGetValue(("en", word), out found) ? found.Number : null;
    }

    private static DateOnly? Full(Match match, string language)
        => match.Groups["y"].Success && MonthOf(match, language) is { } month ? Valid(int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture), month, int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture)) : null;

    private static DateOnly? Valid(int year, int month, int day)
        => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static EventDate Yearless(Match match, string language, DateOnly? articleDate, bool isFuture)
    {
        if (articleDate is not { } anchor || MonthOf(match, language) is not { } month) return EventDate.Unknown with { Text = match.Value };
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        var years = isFuture ? new[] { anchor.Year, anchor.Year + 1 } : [anchor.Year, anchor.Year - 1];
        var fits = years.Select(year => Valid(year, month, day)).FirstOrDefault(date => date is { } d && (isFuture ? d >= anchor : d <= anchor.AddDays(1)));
        return fits is { } found ? Day(match.Value, found, DateBasis.Anchored) : EventDate.Unknown with { Text = match.Value };
    }

    private static EventDate Relative(string words, string language, DateOnly? articleDate, bool isFuture)
    {
        if (articleDate is not { } anchor || !Calendar.TryGetValue((language, words.ToLowerInvariant()), out var found)) return EventDate.Unknown with { Text = words };
        if (found.Kind == "relative") return Day(words, anchor.AddDays(found.Number), DateBasis.Anchored);
        if (found.Kind == "months") return WholeMonth(words, anchor.AddMonths(found.Number), DateBasis.Anchored);
        if (found.Kind == "years") return WholeYear(words, anchor.Year + found.Number, DateBasis.Anchored);
        if (found.Kind == "weeks") return Week(words, anchor, found.Number);
        var weekday = anchor.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)anchor.DayOfWeek;
        var difference = isFuture ? (found.Number - weekday + 7) % 7 : -((weekday - found.Number + 7) % 7);
        return Day(words, anchor.AddDays(difference), DateBasis.Anchored);
    }

    /// <summary>A week is told by its month where it lies in one, else only by its bounds.</summary>
    private static EventDate Week(string words, DateOnly anchor, int weeks)
    {
        var monday = anchor.AddDays(7 * weeks - ((int)anchor.DayOfWeek + 6) % 7);
        var precision = monday.Month == monday.AddDays(6).Month ? DatePrecision.Month : DatePrecision.None;
        return new EventDate(words, monday, monday.AddDays(6), precision, DateBasis.Anchored);
    }

    private static EventDate WholeMonth(string words, DateOnly day, DateBasis basis)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new EventDate(words, first, first.AddMonths(1).AddDays(-1), DatePrecision.Month, basis);
    }

    private static EventDate WholeYear(string words, int year, DateBasis basis) => new(words, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year, basis);

    /// <summary>"in February": the last one before the article, or the next one where it is still to come.</summary>
    private static EventDate BareMonth(Match match, string language, DateOnly? articleDate, bool isFuture)
    {
        if (articleDate is not { } anchor || MonthOf(match, language) is not { } month) return EventDate.Unknown with { Text = match.Value };
        var year = isFuture ? month >= anchor.Month ? anchor.Year : anchor.Year + 1 : month <= anchor.Month ? anchor.Year : anchor.Year - 1;
        return WholeMonth(match.Value, new DateOnly(year, month, 1), DateBasis.Anchored);
    }

    private static EventDate Month(Match match, string language)
    {
        if (MonthOf(match, language) is not { } month || Valid(int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture), month, 1) is not { } first) return EventDate.Unknown;
        return new EventDate(match.Value, first, first.AddMonths(1).AddDays(-1), DatePrecision.Month, DateBasis.Stated);
    }
}
