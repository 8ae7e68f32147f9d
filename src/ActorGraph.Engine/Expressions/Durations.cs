using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Expressions;

/// <summary>openCypher's durations: months, days, seconds and nanoseconds, kept apart.</summary>
internal static partial class Durations
{
    private const long NanosPerSecond = 1_000_000_000;
    private const decimal DaysPerMonth = 30.436875m;

    public static CypherDuration Add(CypherDuration a, CypherDuration b) => Normal(a.Months + b.Months, a.Days + b.Days, a.Seconds + b.Seconds, (BigInteger)a.Nanoseconds + b.Nanoseconds);

    public static CypherDuration Negate(CypherDuration d) => Normal(-d.Months, -d.Days, -d.Seconds, -(BigInteger)d.Nanoseconds);

    public static CypherDuration Scale(CypherDuration d, double factor)
    {
        var f = (decimal)factor;
        return FromParts(d.Months * f, d.Days * f, d.Seconds * f + d.Nanoseconds * f / NanosPerSecond);
    }

    /// <summary>The temporal value moved by the duration; null where the value is not temporal.</summary>
    public static object? Shift(object value, CypherDuration d) => value switch
    {
        LocalDate date => date.PlusMonths((int)d.Months).PlusDays((int)d.Days + (int)(d.Seconds / 86400)),
        LocalTime time => Plus(time, d),
        OffsetTime time => Plus(time.TimeOfDay, d).WithOffset(time.Offset),
        LocalDateTime at => Plus(at, d),
        OffsetDateTime at => Plus(at.LocalDateTime, d).WithOffset(at.Offset),
        ZonedDateTime at => Plus(at.LocalDateTime, d).InZoneLeniently(at.Zone),
        _ => null,
    };

    public static CypherDuration FromParts(decimal months, decimal days, decimal seconds)
    {
        var wholeMonths = decimal.Truncate(months);
        days += (months - wholeMonths) * DaysPerMonth;
        var wholeDays = decimal.Truncate(days);
        seconds += (days - wholeDays) * 86400;
        var wholeSeconds = decimal.Truncate(seconds);
        return Normal((long)wholeMonths, (long)wholeDays, (long)wholeSeconds, (BigInteger)decimal.Round((seconds - wholeSeconds) * NanosPerSecond));
    }

    public static CypherDuration FromMap(IReadOnlyDictionary<string, object?> map)
    {
        decimal Part(string key) => map.TryGetValue(key, out var value) ? value switch
        {
            long number => number,
            double number => (decimal)number,
            _ => throw new GraphException(ErrorCodes.TypeError, $"duration(): {key} must be a number"),
        } : 0;
        var unknown = map.Keys.FirstOrDefault(key => !Units.Contains(key));
        if (unknown is not null) throw new GraphException(ErrorCodes.ArgumentError, $"duration() knows no unit '{unknown}': use one of {string.Join(", ", Units)}");
        var seconds = Part("hours") * 3600 + Part("minutes") * 60 + Part("seconds") + Part("milliseconds") / 1000 + Part("microseconds") / 1_000_000 + Part("nanoseconds") / NanosPerSecond;
        return FromParts(Part("years") * 12 + Part("quarters") * 3 + Part("months"), Part("weeks") * 7 + Part("days"), seconds);
    }

    /// <exception cref="GraphException">The text is no ISO 8601 duration.</exception>
    public static CypherDuration Parse(string text)
    {
        var m = Iso().Match(text);
        if (!m.Success || text.EndsWith('T') || text.TrimStart('-', '+') == "P")
        {
            var full = FullForm().Match(text);
            if (!full.Success) throw new GraphException(ErrorCodes.SyntaxError, $"'{text}' is no duration: write P1Y2M3DT4H5M6.7S");
            decimal Field(int i) => full.Groups[i].Success ? decimal.Parse(full.Groups[i].Value, CultureInfo.InvariantCulture) : 0;
            return FromParts(Field(1) * 12 + Field(2), Field(3), Field(4) * 3600 + Field(5) * 60 + Field(6));
        }

        var sign = m.Groups[1].Value == "-" ? -1 : 1;
        decimal Part(string group) => m.Groups[group].Success ? sign * decimal.Parse(m.Groups[group].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture) : 0;
        return FromParts(Part("y") * 12 + Part("mo"), Part("w") * 7 + Part("d"), Part("h") * 3600 + Part("mi") * 60 + Part("s"));
    }

    /// <summary>From one temporal value to another: whole months, then days, then the rest.</summary>
    public static CypherDuration Between(object from, object to)
    {
        var (a, b) = (Local(from, to), Local(to, from));
        var onlyTime = from is LocalTime or OffsetTime || to is LocalTime or OffsetTime;
        if (onlyTime) return OfNanos(Nanos(b) - Nanos(a));
        var sign = a.CompareTo(b) <= 0 ? 1 : -1;
        var period = Period.Between(a, b, PeriodUnits.Months | PeriodUnits.Days | PeriodUnits.Nanoseconds);
        return sign == 0 ? default : Normal(period.Months, period.Days, 0, period.Nanoseconds);
    }

    public static CypherDuration InMonths(object from, object to) => from is LocalTime or OffsetTime || to is LocalTime or OffsetTime ? default
        : new CypherDuration(Period.Between(Local(from, to), Local(to, from), PeriodUnits.Months).Months, 0, 0, 0);

    public static CypherDuration InDays(object from, object to) => from is LocalTime or OffsetTime || to is LocalTime or OffsetTime ? default
        : new CypherDuration(0, Period.Between(Local(from, to), Local(to, from), PeriodUnits.Days).Days, 0, 0);

    public static CypherDuration InSeconds(object from, object to)
    {
        if (from is OffsetDateTime or ZonedDateTime && to is OffsetDateTime or ZonedDateTime)
        {
            return OfNanos((BigInteger)(ValueOrder.Instant(to) - ValueOrder.Instant(from)).ToBigIntegerNanoseconds());
        }

        return OfNanos(Nanos(Local(to, from)) - Nanos(Local(from, to)));
    }

    private static readonly string[] Units = ["years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds"];

    private static CypherDuration OfNanos(BigInteger nanos) => Normal(0, 0, 0, nanos);

    private static BigInteger Nanos(LocalDateTime at) => (BigInteger)(at.InUtc().ToInstant() - NodaConstants.UnixEpoch).ToBigIntegerNanoseconds();

    /// <summary>The value as local date and time; a missing date is taken from the other value, a missing time is midnight. Two zoned values are brought to one zone.</summary>
    private static LocalDateTime Local(object value, object other) => value switch
    {
        LocalDate date => date.AtMidnight(),
        LocalDateTime at => at,
        OffsetDateTime at => at.LocalDateTime,
        ZonedDateTime at => at.LocalDateTime,
        LocalTime time => DateOf(other).At(time),
        OffsetTime time => DateOf(other).At(other is OffsetTime o ? time.TimeOfDay.PlusSeconds(o.Offset.Seconds - time.Offset.Seconds) : time.TimeOfDay),
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: a duration lies between temporal values, not at a {Conversions.TypeName(value)}"),
    };

    private static LocalDate DateOf(object other) => other switch
    {
        LocalDate date => date,
        LocalDateTime at => at.Date,
        OffsetDateTime at => at.Date,
        ZonedDateTime at => at.Date,
        _ => new LocalDate(1970, 1, 1),
    };

    private static LocalTime Plus(LocalTime time, CypherDuration d) => time.PlusSeconds(d.Seconds).PlusNanoseconds(d.Nanoseconds);

    private static LocalDateTime Plus(LocalDateTime at, CypherDuration d)
        => at.PlusMonths((int)d.Months).PlusDays((int)d.Days).PlusSeconds(d.Seconds).PlusNanoseconds(d.Nanoseconds);

    private static CypherDuration Normal(long months, long days, long seconds, BigInteger nanos)
    {
        var total = seconds * (BigInteger)NanosPerSecond + nanos;
        var whole = BigInteger.DivRem(total, NanosPerSecond, out var rest);
        if (rest < 0)
        {
            rest += NanosPerSecond;
            whole--;
        }

        return new CypherDuration(months, days, (long)whole, (int)rest);
    }

    [GeneratedRegex(@"^([-+]?)P(?:(?<y>[-+]?[\d.,]+)Y)?(?:(?<mo>[-+]?[\d.,]+)M)?(?:(?<w>[-+]?[\d.,]+)W)?(?:(?<d>[-+]?[\d.,]+)D)?(?:T(?:(?<h>[-+]?[\d.,]+)H)?(?:(?<mi>[-+]?[\d.,]+)M)?(?:(?<s>[-+]?[\d.,]+)S)?)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^P(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d(?:\.\d+)?)$")]
    private static partial Regex FullForm();
}
