using System.Globalization;
using System.Text;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Expressions;

/// <summary>Temporal values as text, in ISO 8601 as Cypher writes it.</summary>
internal static class TemporalText
{
    public static string Of(object value) => value switch
    {
        LocalDate date => Date(date),
        LocalTime time => Time(time),
        OffsetTime time => Time(time.TimeOfDay) + Zone(time.Offset),
        LocalDateTime at => Date(at.Date) + "T" + Time(at.TimeOfDay),
        OffsetDateTime at => Date(at.Date) + "T" + Time(at.TimeOfDay) + Zone(at.Offset),
        ZonedDateTime at => Date(at.Date) + "T" + Time(at.TimeOfDay) + Zone(at.Offset) + (at.Zone.Id.StartsWith("UTC", StringComparison.Ordinal) ? "" : $"[{at.Zone.Id}]"),
        CypherDuration duration => Duration(duration),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    private static string Date(LocalDate date)
        => (date.Year is >= 0 and <= 9999 ? date.Year.ToString("0000", CultureInfo.InvariantCulture) : date.Year.ToString("+0000;-0000", CultureInfo.InvariantCulture))
            + string.Create(CultureInfo.InvariantCulture, $"-{date.Month:00}-{date.Day:00}");

    private static string Time(LocalTime time)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");
        if (time.Second == 0 && time.NanosecondOfSecond == 0) return text;
        text += string.Create(CultureInfo.InvariantCulture, $":{time.Second:00}");
        return time.NanosecondOfSecond == 0 ? text : text + "." + time.NanosecondOfSecond.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    private static string Zone(Offset offset)
    {
        if (offset == Offset.Zero) return "Z";
        var seconds = Math.Abs(offset.Seconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}:{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $":{seconds % 60:00}");
    }

    private static string Duration(CypherDuration d)
    {
        var text = new StringBuilder("P");
        void Part(long value, char unit)
        {
            if (value != 0) text.Append(value.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }

        Part(d.Months / 12, 'Y');
        Part(d.Months % 12, 'M');
        Part(d.Days, 'D');
        if (d.Seconds != 0 || d.Nanoseconds != 0)
        {
            text.Append('T');
            var isNegative = d.Seconds < 0;
            // −0.5 s is held as −1 s and +500,000,000 ns.
            var (whole, nanos) = isNegative && d.Nanoseconds > 0 ? (d.Seconds + 1, 1_000_000_000 - d.Nanoseconds) : (d.Seconds, d.Nanoseconds);
            Part(whole / 3600, 'H');
            Part(whole / 60 % 60, 'M');
            var seconds = whole % 60;
            if (seconds != 0 || nanos != 0)
            {
                if (seconds == 0 && isNegative) text.Append('-');
                text.Append(seconds.ToString(CultureInfo.InvariantCulture));
                if (nanos != 0) text.Append('.').Append(nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'));
                text.Append('S');
            }
        }

        return text.Length == 1 ? "PT0S" : text.ToString();
    }
}
