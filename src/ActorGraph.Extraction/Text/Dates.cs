using System.Globalization;
using System.Text.RegularExpressions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Text;

/// <summary>Words that date something → dates. What the words do not say stays open.</summary>
internal static class Dates
{
    private static readonly Dictionary<(string Language, string Word), (string Kind, int Number)> Calendar = Tables.Rows("calendar.tsv")
        .ToDictionary(row => (row[1], row[0]), row => (row[2], int.Parse(row[3], CultureInfo.InvariantCulture)));

    /// <summary>Words that count from what was told last: "that day", "a year later".</summary>
    private static readonly Dictionary<string, List<(Regex Pattern, string Kind, int Number)>> Counts = Calendar.Where(entry => entry.Value.Kind is "that" or "thatweek" or "thatmonth" or "thatyear" or "behind").GroupBy(entry => entry.Key.Language)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Key.Word.Length).ThenBy(entry => entry.Key.Word, StringComparer.Ordinal).Select(entry => (Pattern(entry.Key.Word, entry.Key.Language), entry.Value.Kind, entry.Value.Number)).ToList());

    private static readonly Dictionary<string, LanguagePatterns> Patterns = Calendar.Keys.Select(key => key.Language).Distinct().ToDictionary(language => language, Compile);

    private static readonly Regex Iso = new(@"\b(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?=T\d|\b)", RegexOptions.CultureInvariant);

    private static readonly Regex AfterDateline = new(@"^[,.]?\s*(?:\p{L}{4,12}\s*)?(?:\([^)]{1,40}\)\s*)?(?:[-–—:]|&[mn]dash;)|^(?:,? ?\([^)]{1,40}\))?\.(?:\s|$)", RegexOptions.CultureInvariant);

    /// <summary>"Published 20 May 2024" below the text.</summary>
    private static readonly Regex LastLine = new(@"\n(?:first |last |originally )?(?:published|posted|updated|gepubliceerd|veröffentlicht|erschienen|publié|publicado|yayınlanma)\b[^\n]{0,50}\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>"LIMA (Agency - 3 May 2020) The minister": the day ends what stands in brackets before the text.</summary>
    private static readonly Regex InBrackets = new(@"^[^()]{0,30}\([^()]{1,40}[-–—/,]\s*$", RegexOptions.CultureInvariant);

    /// <summary>"(12 May 1941 – 3 February 2019)", "(born 3 May 1960)": when somebody lived.</summary>
    private static readonly Regex Lifespan = new(@"^[^()]{0,12}\((?:[^()]{0,30}\b(?:19|20|18)\d\d\s*[-–—]\s*[^()]{0,30}\b(?:19|20)\d\d\s*\)|(?:born|b\.|geboren|geb\.|né|née|nacido|nacida|doğum|d\.)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Year = new(@"\b(?:in|im Jahr|im Jahre|begin|eind|medio|fin|début|mi-|courant|en|of|by|for|since|until|from|voor|pour|para|depuis|desde|sinds|de|the|their|his|back in|early|late) (?<y>(?:19|20)\d\d)\b(?![-/]|\.\d)|\b(?<y>(?:19|20)\d\d)(?:['’][dt][ae]n?| yılında|(?: yılının)? (?:başında|sonunda|ortasında|baharında|ilkbaharında|yazında|sonbaharında|kışında|güzünde))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>German gives a year without a preposition.</summary>
    private static readonly Regex BareYear = new(@"(?<![\d.,/-])\b(?<y>(?:19|20)\d\d)\b(?![-/]|[.,]\d)", RegexOptions.CultureInvariant);

    /// <summary>The first full date in an article's first lines.</summary>
    public static (DateOnly? Date, string? Words) Dateline(string article, string language)
    {
        const int HowFar = 700;
        var head = article.Length > HowFar ? article[..HowFar] : article;
        var match = Patterns[language].Full.Matches(head).Concat(Patterns["en"].Full.Matches(head)).Concat(Iso.Matches(head)).Where(IsAtStartOfText).OrderBy(m => m.Groups["range"].Success).ThenBy(m => m.Index).FirstOrDefault();
        if (match is null && LastLine.Match(article) is { Success: true } last) match = Patterns[language].Full.Matches(last.Value).Concat(Patterns["en"].Full.Matches(last.Value)).Concat(Iso.Matches(last.Value)).FirstOrDefault();
        if (match is null) return (null, null);
        return Full(match, language) is { } date ? (date, match.Value) : (null, null);

        // A date inside the running text dates what it tells, not the article: a dateline stands alone or before its dash.
        bool IsAtStartOfText(Match m)
        {
            var start = article.LastIndexOf('\n', m.Index) + 1;
            var end = article.IndexOf('\n', m.Index + m.Length);
            var line = article[start..(end < 0 ? article.Length : end)];
            return (line.Length < 80 || m.Index - start < 70 && (AfterDateline.IsMatch(line[(m.Index - start + m.Length)..]) || line[..(m.Index - start)].Trim() is "" or "date") || InBrackets.IsMatch(line[..(m.Index - start)]) && line[(m.Index - start + m.Length)..].StartsWith(')')) && !Lifespan.IsMatch(line[Math.Max(0, m.Index - start - 12)..]);
        }
    }

    /// <summary>Words in a sentence that date something.</summary>
    /// <param name="Start">Offset in the sentence.</param>
    internal sealed record Words(int Start, int End, string Text, Match Match, DateKind Kind);

    internal enum DateKind { Full, Relative, Month, BareMonth, Year, Ago, Context, DayOnly, Season }

    /// <summary>All that date something in the sentence, in text order; what lies within a longer one is left out.</summary>
    public static IReadOnlyList<Words> In(string sentence, string language)
    {
        var patterns = Patterns[language];
        var found = new List<Words>();
        foreach (var (pattern, kind) in new[] { (patterns.Full, DateKind.Full), (Iso, DateKind.Full), (patterns.Context, DateKind.Context), (patterns.Ago, DateKind.Ago), (patterns.Month, DateKind.Month), (patterns.Relative, DateKind.Relative), (patterns.BareMonth, DateKind.BareMonth), (language == "de" ? BareYear : Year, DateKind.Year), (patterns.DayOnly, DateKind.DayOnly), (patterns.Season, DateKind.Season) })
        {
            foreach (var match in pattern?.Matches(sentence).Cast<Match>() ?? [])
            {
                // "2 Nisan'da": the ending of the month's name is no date of its own.
                if (!found.Exists(other => other.Start <= match.Index && (match.Index + match.Length <= other.End || kind == DateKind.BareMonth && match.Index < other.End))) found.Add(new Words(match.Index, match.Index + match.Length, match.Value, match, kind));
            }
        }

        return found.OrderBy(words => words.Start).ToList();
    }

    /// <summary>What the words nearest to a place in the sentence date.</summary>
    public static EventDate Nearest(string sentence, int at, string language, DateOnly? articleDate, bool isFuture)
        => In(sentence, language).OrderBy(words => Math.Abs(words.Start - at)).ThenBy(words => words.Kind).FirstOrDefault() is { } nearest ? Of(nearest, language, articleDate, isFuture, null) : EventDate.Unknown;

    /// <param name="isFuture">Whether what the words date is still to come.</param>
    /// <param name="year">The year that the text told right before, if it is not the article's.</param>
    /// <param name="context">Date of what the text told last: "that day" means it.</param>
    public static EventDate Of(Words words, string language, DateOnly? articleDate, bool isFuture, EventDate? context, int? year = null) => words.Kind switch
    {
        DateKind.Full => Full(words.Match, language) is { } day ? Day(words.Text, day, DateBasis.Stated) : Yearless(words.Match, language, articleDate, isFuture, year),
        DateKind.Relative => Relative(words.Match, language, articleDate, isFuture),
        DateKind.Month => Month(words.Match, language, articleDate),
        DateKind.BareMonth => BareMonth(words.Match, language, articleDate, isFuture, context, year),
        DateKind.Year => WholeYear(words.Text, int.Parse(words.Match.Groups["y"].Value, CultureInfo.InvariantCulture), DateBasis.Stated),
        DateKind.Ago => Ago(words, language, articleDate),
        DateKind.DayOnly => DayOnly(words, articleDate, isFuture, context),
        DateKind.Season => Season(words, language, articleDate, context, year),
        _ => Context(words, language, context),
    };

    /// <summary>The number that a word or digits tell; null for other words.</summary>
    public static int? Number(string lower, string language) => int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Calendar.TryGetValue((language, lower), out var found) && found.Kind == "number" ? found.Number : null;

    public static bool IsNumber(string lower, string language) => char.IsDigit(lower[0]) || lower.Length > 2 && Calendar.TryGetValue((language, lower), out var found) && found.Kind == "number";

    public static bool IsMonth(string lower, string language) => Calendar.TryGetValue((language, lower), out var found) && found.Kind == "month";

    /// <summary>A month, a weekday, "yesterday" or another word that dates.</summary>
    public static bool IsOfCalendar(string lower, string language) => Calendar.TryGetValue((language, lower), out var found) && found.Kind is "month" or "weekday" or "relative" || lower.Length == 4 && lower.All(char.IsDigit);

    /// <summary>A day and a month without a year that lie right ahead of the article, and else almost a year behind it.</summary>
    public static bool LiesAhead(Words words, string language, DateOnly? articleDate)
    {
        const int Near = 60;
        return words.Kind == DateKind.Full && !words.Match.Groups["y"].Success && articleDate is { } anchor && MonthOf(words.Match, language) is { } month
            && Valid(anchor.Year + (month < anchor.Month ? 1 : 0), month, int.Parse(words.Match.Groups["d"].Value, CultureInfo.InvariantCulture)) is { } day && day > anchor && day < anchor.AddDays(Near);
    }

    /// <summary>Whether the words themselves say that it is still to come: "next week", "tomorrow".</summary>
    public static bool IsAhead(Words words, string language) => words.Kind == DateKind.Relative && (words.Match.Groups["next"].Success
        || Calendar.TryGetValue((language, (words.Match.Groups["weeks"].Success ? words.Match.Groups["weeks"].Value : words.Text).ToLowerInvariant()), out var found) && found.Kind is "relative" or "weekend" or "weeks" or "months" or "years" && found.Number > 0);

    /// <summary>"on Wednesday, two days after": what dates the words behind it by those before.</summary>
    public static bool IsOfWhatFollows(Words words, string language) => words.Kind == DateKind.Context && Counts[language].FirstOrDefault(count => count.Pattern.Match(words.Text) is { Success: true } match && match.Length == words.Text.Length) is { Kind: "behind" };

    /// <summary>"later that day", "a year later": counted from what was told last.</summary>
    private static EventDate Context(Words words, string language, EventDate? context)
    {
        var isReported = context is { Basis: DateBasis.Reported, Earliest: null, Latest: not null };
        if ((context?.Earliest ?? (isReported ? context!.Latest : null)) is not { } since || Counts[language].FirstOrDefault(count => count.Pattern.Match(words.Text) is { Success: true } match && match.Length == words.Text.Length) is not { Pattern: not null } found) return EventDate.Unknown with { Text = words.Text };
        var told = found.Pattern.Match(words.Text).Groups["n"].Value.ToLowerInvariant();
        var number = found.Number * (told.Length == 0 ? 1 : int.TryParse(told, CultureInfo.InvariantCulture, out var digits) ? digits : Calendar[(language, told)].Number);
        return found.Kind switch
        {
            // "has met …. Later that day": of what is known to be no later than its report.
            "that" or "behind" when isReported => new EventDate(words.Text, null, since.AddDays(number), DatePrecision.None, DateBasis.Reported),
            "that" or "behind" when context!.Precision == DatePrecision.Day => Day(words.Text, since.AddDays(number), DateBasis.Anchored),
            // "toured the works in January and dined afterwards": no more is known of it than of what came before.
            "that" when number == 0 && context!.Precision == DatePrecision.Month => WholeMonth(words.Text, since, DateBasis.Anchored),
            "thatweek" when isReported => new EventDate(words.Text, null, since.AddDays(7 * number), DatePrecision.None, DateBasis.Reported),
            "thatweek" when context!.Precision == DatePrecision.Day => Week(words.Text, since, number),
            "thatmonth" when context!.Precision is DatePrecision.Day or DatePrecision.Month => WholeMonth(words.Text, since.AddMonths(number), DateBasis.Anchored),
            "thatyear" => WholeYear(words.Text, since.Year + number, DateBasis.Anchored),
            _ => EventDate.Unknown with { Text = words.Text },
        };
    }

    /// <summary>"on the 5th": of the month that was told last, else of the article's.</summary>
    private static EventDate DayOnly(Words words, DateOnly? articleDate, bool isFuture, EventDate? context)
    {
        var day = int.Parse(words.Match.Groups["d"].Value, CultureInfo.InvariantCulture);
        if (context is { Precision: DatePrecision.Day or DatePrecision.Month, Earliest: { } month }) return Valid(month.Year, month.Month, day) is { } then ? Day(words.Text, then, DateBasis.Anchored) : EventDate.Unknown with { Text = words.Text };
        if (articleDate is not { } anchor) return EventDate.Unknown with { Text = words.Text };
        var other = isFuture ? day < anchor.Day ? anchor.AddMonths(1) : anchor : day > anchor.Day ? anchor.AddMonths(-1) : anchor;
        return Valid(other.Year, other.Month, day) is { } found ? Day(words.Text, found, DateBasis.Anchored) : EventDate.Unknown with { Text = words.Text };
    }

    /// <summary>"last autumn", "that summer": told by its year.</summary>
    private static EventDate Season(Words words, string language, DateOnly? articleDate, EventDate? context, int? year)
    {
        var begins = Calendar[(language, words.Match.Groups["season"].Value.ToLowerInvariant())].Number;
        if (words.Match.Groups["y"].Success) return WholeYear(words.Text, int.Parse(words.Match.Groups["y"].Value, CultureInfo.InvariantCulture), DateBasis.Stated);
        if (words.Match.Groups["that"].Success || year is not null) return (year ?? context?.Earliest?.Year) is { } then ? WholeYear(words.Text, then, DateBasis.Anchored) : EventDate.Unknown with { Text = words.Text };
        if (articleDate is not { } anchor) return EventDate.Unknown with { Text = words.Text };
        return WholeYear(words.Text, words.Match.Groups["next"].Success ? anchor.Year + (begins > anchor.Month ? 0 : 1) : begins <= anchor.Month ? anchor.Year : anchor.Year - 1, DateBasis.Anchored);
    }

    /// <summary>"three days ago", counted in days, weeks, months or years.</summary>
    private static EventDate Ago(Words words, string language, DateOnly? articleDate)
    {
        var told = words.Match.Groups["n"].Value.ToLowerInvariant();
        if (articleDate is not { } anchor || !(int.TryParse(told, CultureInfo.InvariantCulture, out var number) || Calendar.TryGetValue((language, told), out var named) && named.Kind == "number" && (number = named.Number) > 0) || number is < 1 or > 400) return EventDate.Unknown with { Text = words.Text };
        var unit = Calendar.Where(entry => entry.Key.Language == language && entry.Value.Kind == "ago").First(entry => Pattern(entry.Key.Word, language).IsMatch(words.Text)).Value.Number;
        return unit switch
        {
            1 => Day(words.Text, anchor.AddDays(-number), DateBasis.Anchored),
            7 => Week(words.Text, anchor, -number),
            30 => WholeMonth(words.Text, anchor.AddMonths(-number), DateBasis.Anchored),
            _ => WholeYear(words.Text, anchor.Year - number, DateBasis.Anchored),
        };
    }

    /// <summary>"% days ago" with a number in place of the sign.</summary>
    private static Regex Pattern(string words, string language)
        => new(@"\b" + Regex.Escape(words).Replace("…", @"(?:[\p{L}-]+ ){0,3}", StringComparison.Ordinal).Replace("%", "(?<n>\\d{1,3}|" + Alternatives(language, "number") + ")", StringComparison.Ordinal).Replace("\\ ", " ", StringComparison.Ordinal) + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string Alternatives(string language, string kind) => string.Join('|', Calendar.Where(entry => entry.Key.Language == language && entry.Value.Kind == kind).Select(entry => Regex.Escape(entry.Key.Word).Replace("\\ ", " ", StringComparison.Ordinal)).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal));

    private static EventDate Day(string words, DateOnly day, DateBasis basis) => new(words, day, day, DatePrecision.Day, basis);

    private static LanguagePatterns Compile(string language)
    {
        const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled;
        var (months, weekdays, ago) = (Alternatives(language, "month"), Alternatives(language, "weekday"), Calendar.Where(entry => entry.Key.Language == language && entry.Value.Kind == "ago").Select(entry => Pattern(entry.Key.Word, language).ToString()).ToList());
        // Short names of months are words too: with a day and a year they are none.
        var shorts = Alternatives(language, "monthshort") is { Length: > 0 } told ? told : "(?!)";
        var (next, last, weeks) = (Alternatives(language, "next"), Alternatives(language, "last"), Alternatives(language, "weeks"));
        const string Range = @"(?<range> ?(?:-|–|to|and|until|bis|tot|au|al|et|y|en|und|t/m) ?\d{1,2}(?:\.|st|nd|rd|th)?)?";
        return new LanguagePatterns(
            new Regex($@"\b(?<d>\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?{Range} (?:de |of )?(?<mo>{months})\b\.?(?:(?:,? (?:de |del )?(?<y>\d{{4}}))|(?<last> last year| (?:van )?vorig jaar| (?:des )?(?:letzten|vergangenen|vorigen) Jahres| de l['’](?:an dernier|année dernière)| del año pasado))?|\b(?<mo>{months})\b\.? (?<d>\d{{1,2}})(?:st|nd|rd|th)?\b{Range}(?:,? (?<y>\d{{4}}))?|(?<![\d./-])(?<d>\d{{1,2}})(?<part>[./-])(?<m>\d{{1,2}})\k<part>(?<y>\d{{4}})(?![\d/])|\b(?<d>\d{{1,2}})\.? (?<mo>{shorts})\.?,? (?<y>\d{{4}})\b|\b(?<mo>{shorts})\.? (?<d>\d{{1,2}}),? (?<y>\d{{4}})\b", Options),
            new Regex($@"\b(?<mo>{months})\b (?:(?:de |of |del )?(?<y>\d{{4}})|(?<last>(?:of )?last year|(?:van )?vorig jaar|(?:des )?(?:letzten|vergangenen|vorigen) Jahres|de l['’](?:an dernier|année dernière)|del año pasado)\b)", Options),
            new Regex($@"\b(?:(?<weeks>{weeks}) (?:am |de |el )?(?<day>{weekdays})|(?<day>{weekdays})(?:,? (?:of |de |de la |der )?(?<weeks>{weeks}))|(?<next>{next}) (?<day>{weekdays})|(?<last>{last}) (?<day>{weekdays})|(?<day>{weekdays}) (?:(?<next>{next})|(?<last>{last}))|(?<day>{weekdays})(?:abend|morgen|nachmittag|mittag|vormittag|nacht|avond|ochtend|middag|nacht)?|{Alternatives(language, "relative")}|{Alternatives(language, "weekend")}|{Alternatives(language, "months")}|{weeks}|{Alternatives(language, "years")})(?!\p{{L}})", Options),
            new Regex($@"\b(?:(?<that>that)|in|im|en|for|since|until|by|from|around|during|voor|vanaf|tot|sinds|tegen|rond|seit|ab|bis|pour|depuis|dès|courant|para|desde|hasta|last|next|early|late|mid|mid-|this|of|op|van|begin|eind|half|medio|anfang|mitte|ende|für|fin|début|mi-|afgelopen|vorige|volgende|komende|letzten|vergangenen|kommenden|nächsten|a principios de|a finales de|a mediados de|pasado|de|geçen|gelecek|önümüzdeki) ?(?:the )?(?<mo>{months})\b(?!\.? \d)(?<that> of (?:that|the same) year| van (?:dat|hetzelfde) jaar| desselben Jahres| de la même année| del mismo año)?|\b(?<mo>{months})(?:['’][dt][ae]| ayında| ayının| sonunda| başında| ortasında| sonlarında| başlarında| ortalarında|(?:un|ün|ın|in) (?:ilk|son|ikinci|üçüncü) haftasında)\b{(Alternatives(language, "inmonth") is { Length: > 0 } inside ? $@"|\b(?<mo>{inside})\b" : "")}", Options),
            Counts.TryGetValue(language, out var counts) ? new Regex($@"(?:{string.Join('|', counts.Select(count => count.Pattern))})(?!\p{{L}})", Options) : null,
            ago.Count > 0 ? new Regex(string.Join('|', ago), Options) : null,
            Entries(language, "dayonly") is { Count: > 0 } ordinals ? new Regex($@"\b(?:{string.Join('|', ordinals.Select(Regex.Escape)).Replace("\\ ", " ", StringComparison.Ordinal).Replace("\\#", @"(?<d>\d{1,2})", StringComparison.Ordinal)})(?=[,.;:)”""]|\s*$| \p{{Ll}}{{1,5}} (?!\p{{Ll}}+ (?:of|van|von|de) ))", Options) : null,
            Alternatives(language, "season") is { Length: > 0 } seasons ? new Regex($@"\b(?:(?:{Alternatives(language, "seasonlead")})(?: |(?<=['’]))(?:(?<next>{next})|(?<last>{last})|(?<that>{Alternatives(language, "seasonthat")}))? ?|(?<next>{next}) |(?<last>{last}) |(?<that>{Alternatives(language, "seasonthat")}) )(?<season>{seasons})(?: (?:(?:of |de |del |van )?(?<y>(?:19|20)\d\d)|(?<last>dernier|dernière|pasado|pasada)|(?<next>prochain|prochaine|próximo|próxima)))?(?!\p{{L}})|\b(?<season>{seasons}) (?:(?<last>dernier|dernière|pasado|pasada)|(?<next>prochain|prochaine|próximo|próxima))\b", Options) : null);
    }

    private static List<string> Entries(string language, string kind) => Calendar.Where(entry => entry.Key.Language == language && entry.Value.Kind == kind).Select(entry => entry.Key.Word).ToList();

    private sealed record LanguagePatterns(Regex Full, Regex Month, Regex Relative, Regex BareMonth, Regex? Context, Regex? Ago, Regex? DayOnly, Regex? Season);

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

    private static EventDate Yearless(Match match, string language, DateOnly? articleDate, bool isFuture, int? year)
    {
        if (year is { } told && MonthOf(match, language) is { } its && Valid(told, its, int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture)) is { } date0) return Day(match.Value, date0, DateBasis.Anchored);
        if (match.Groups["last"].Success && articleDate is { } told0 && MonthOf(match, language) is { } lastMonth && Valid(told0.Year - 1, lastMonth, int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture)) is { } lastYear) return Day(match.Value, lastYear, DateBasis.Anchored);
        if (articleDate is not { } anchor || MonthOf(match, language) is not { } month) return EventDate.Unknown with { Text = match.Value };
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        var years = isFuture ? new[] { anchor.Year, anchor.Year + 1 } : [anchor.Year, anchor.Year - 1];
        var fits = years.Select(year => Valid(year, month, day)).FirstOrDefault(date => date is { } d && (isFuture ? d >= anchor : d <= anchor.AddDays(1)));
        return fits is { } found ? Day(match.Value, found, DateBasis.Anchored) : EventDate.Unknown with { Text = match.Value };
    }

    private static EventDate Relative(Match match, string language, DateOnly? articleDate, bool isFuture)
    {
        var words = match.Value;
        var isWeekday = match.Groups["day"].Success;
        if (articleDate is not { } anchor || !Calendar.TryGetValue((language, (isWeekday ? match.Groups["day"].Value : words).ToLowerInvariant()), out var found)) return EventDate.Unknown with { Text = words };
        if (match.Groups["weeks"].Success && Calendar.TryGetValue((language, match.Groups["weeks"].Value.ToLowerInvariant()), out var weeks)) return Day(words, anchor.AddDays(7 * weeks.Number - ((int)anchor.DayOfWeek + 6) % 7 + found.Number - 1), DateBasis.Anchored);
        if (found.Kind == "relative") return Day(words, anchor.AddDays(found.Number), DateBasis.Anchored);
        if (found.Kind == "weekend") return Weekend(words, anchor, isFuture || found.Number > 0);
        if (found.Kind == "months") return WholeMonth(words, anchor.AddMonths(found.Number), DateBasis.Anchored);
        if (found.Kind == "years") return WholeYear(words, anchor.Year + found.Number, DateBasis.Anchored);
        if (found.Kind == "weeks") return Week(words, anchor, found.Number);
        var weekday = anchor.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)anchor.DayOfWeek;
        if (match.Groups["next"].Success) return Day(words, anchor.AddDays((found.Number - weekday + 6) % 7 + 1), DateBasis.Anchored);
        if (match.Groups["last"].Success) return Day(words, anchor.AddDays(-((weekday - found.Number + 6) % 7 + 1)), DateBasis.Anchored);
        var difference = isFuture ? (found.Number - weekday + 7) % 7 : -((weekday - found.Number + 7) % 7);
        return Day(words, anchor.AddDays(difference), DateBasis.Anchored);
    }

    /// <summary>The Saturday and Sunday before the article, or behind it: told by their month, as the day is not.</summary>
    private static EventDate Weekend(string words, DateOnly anchor, bool isAhead)
    {
        var saturday = isAhead ? anchor.AddDays((6 - (int)anchor.DayOfWeek + 7) % 7) : anchor.AddDays(-(((int)anchor.DayOfWeek + 1) % 7 == 0 ? 7 : ((int)anchor.DayOfWeek + 1) % 7));
        return new EventDate(words, saturday, saturday.AddDays(1), saturday.Month == saturday.AddDays(1).Month ? DatePrecision.Month : DatePrecision.None, DateBasis.Anchored);
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
    private static EventDate BareMonth(Match match, string language, DateOnly? articleDate, bool isFuture, EventDate? context, int? year)
    {
        if (match.Groups["that"].Success && context?.Earliest is { } that && MonthOf(match, language) is { } itsMonth) return WholeMonth(match.Value, new DateOnly(that.Year, itsMonth, 1), DateBasis.Stated);
        if (year is { } told && MonthOf(match, language) is { } then) return WholeMonth(match.Value, new DateOnly(told, then, 1), DateBasis.Anchored);
        if (articleDate is not { } anchor || MonthOf(match, language) is not { } month) return EventDate.Unknown with { Text = match.Value };
        var itsYear = isFuture ? month >= anchor.Month ? anchor.Year : anchor.Year + 1 : month <= anchor.Month ? anchor.Year : anchor.Year - 1;
        return WholeMonth(match.Value, new DateOnly(itsYear, month, 1), DateBasis.Anchored);
    }

    private static EventDate Month(Match match, string language, DateOnly? articleDate)
    {
        var isLast = match.Groups["last"].Success;
        var year = isLast ? articleDate?.Year - 1 : int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        if (MonthOf(match, language) is not { } month || year is not { } its || Valid(its, month, 1) is not { } first) return isLast ? EventDate.Unknown with { Text = match.Value } : EventDate.Unknown;
        return new EventDate(match.Value, first, first.AddMonths(1).AddDays(-1), DatePrecision.Month, isLast ? DateBasis.Anchored : DateBasis.Stated);
    }
}
