using ActorGraph.Graph;
using NodaTime;
using NodaTime.Calendars;

namespace ActorGraph.Engine.Expressions;

/// <summary>Temporal values from maps of their parts, and their parts by name.</summary>
internal static class TemporalParts
{
    /// <summary>The part of that name, null where the type has none.</summary>
    public static object? Get(object value, string part)
    {
        if (value is CypherDuration duration) return Get(duration, part);
        var (date, time, offset) = Split(value);
        if (date is { } d && DatePart(d, part) is { } fromDate) return fromDate;
        if (time is { } t && TimePart(t, part) is { } fromTime) return fromTime;
        return part switch
        {
            "timezone" => value is ZonedDateTime zoned ? zoned.Zone.Id : offset is null ? null : TemporalText.Of(new LocalTime(0, 0).WithOffset(offset.Value))[5..],
            "offset" => offset is null ? null : TemporalText.Of(new LocalTime(0, 0).WithOffset(offset.Value))[5..],
            "offsetMinutes" => offset is null ? null : (long)(offset.Value.Seconds / 60),
            "offsetSeconds" => offset is null ? null : (long)offset.Value.Seconds,
            "epochSeconds" => value is OffsetDateTime or ZonedDateTime ? ValueOrder.Instant(value).ToUnixTimeSeconds() : null,
            "epochMillis" => value is OffsetDateTime or ZonedDateTime ? ValueOrder.Instant(value).ToUnixTimeMilliseconds() : null,
            _ => null,
        };
    }

    public static (LocalDate? Date, LocalTime? Time, Offset? Offset) Split(object value) => value switch
    {
        LocalDate date => (date, null, null),
        LocalTime time => (null, time, null),
        OffsetTime time => (null, time.TimeOfDay, time.Offset),
        LocalDateTime at => (at.Date, at.TimeOfDay, null),
        OffsetDateTime at => (at.Date, at.TimeOfDay, at.Offset),
        ZonedDateTime at => (at.Date, at.TimeOfDay, at.Offset),
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: expected a temporal value but was {Conversions.TypeName(value)}"),
    };

    /// <summary>The date that a map describes: from <c>date</c> or <c>datetime</c>, changed by the parts named.</summary>
    public static LocalDate Date(IReadOnlyDictionary<string, object?> map)
    {
        var from = map.GetValueOrDefault("datetime") ?? map.GetValueOrDefault("date");
        var start = from is null ? null : Split(from).Date;
        int? Part(string key) => Number(map, key);
        var year = Part("year") ?? start?.Year ?? throw new GraphException(ErrorCodes.ArgumentError, "A date needs at least a year");
        return InCalendar(() =>
        {
            if (Part("week") is { } week || start is not null && Part("dayOfWeek") is not null && Part("month") is null && Part("day") is null)
            {
                var rules = WeekYearRules.Iso;
                var weekYear = Part("year") ?? (start is { } s ? rules.GetWeekYear(s) : year);
                var inWeek = Part("week") ?? rules.GetWeekOfWeekYear(start!.Value);
                return LocalDate.FromWeekYearWeekAndDay(weekYear, inWeek, (IsoDayOfWeek)(Part("dayOfWeek") ?? (start is { } d ? (int)d.DayOfWeek : 1)));
            }

            if (Part("ordinalDay") is { } ordinal) return Within(new LocalDate(year, 1, 1).PlusDays(ordinal - 1), ordinal, d => d.Year == year);
            if (Part("quarter") is not null || Part("dayOfQuarter") is not null)
            {
                var quarter = Part("quarter") ?? (start is { } q ? (q.Month - 1) / 3 + 1 : 1);
                var first = new LocalDate(year, quarter * 3 - 2, 1);
                var day = Part("dayOfQuarter") ?? (start is { } s ? Period.DaysBetween(new LocalDate(s.Year, (s.Month - 1) / 3 * 3 + 1, 1), s) + 1 : 1);
                return Within(first.PlusDays(day - 1), day, d => (d.Month - 1) / 3 + 1 == quarter);
            }

            return new LocalDate(year, Part("month") ?? start?.Month ?? 1, Part("day") ?? start?.Day ?? 1);
        });
    }

    public static LocalTime Time(IReadOnlyDictionary<string, object?> map)
    {
        var from = map.GetValueOrDefault("datetime") ?? map.GetValueOrDefault("time");
        var start = from is null ? null : Split(from).Time;
        var millis = Number(map, "millisecond");
        var micros = Number(map, "microsecond");
        var nanos = Number(map, "nanosecond");
        var fraction = millis is null && micros is null && nanos is null ? start?.NanosecondOfSecond ?? 0
            : (millis ?? 0) * 1_000_000L + (micros ?? 0) * 1000L + (nanos ?? 0);
        return InCalendar(() => new LocalTime(Number(map, "hour") ?? start?.Hour ?? 0, Number(map, "minute") ?? start?.Minute ?? 0, Number(map, "second") ?? start?.Second ?? 0).PlusNanoseconds(fraction));
    }

    public static T InCalendar<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentOutOfRangeException outside)
        {
            throw new GraphException(ErrorCodes.ArgumentError, $"There is no such date or time: {outside.ParamName} is out of range", null, outside);
        }
    }

    private static LocalDate Within(LocalDate date, int day, Func<LocalDate, bool> isInside)
        => day > 0 && isInside(date) ? date : throw new GraphException(ErrorCodes.ArgumentError, $"There is no day {day} in this period");

    private static int? Number(IReadOnlyDictionary<string, object?> map, string key) => !map.TryGetValue(key, out var value) ? null : value switch
    {
        long number => (int)number,
        null => null,
        _ => throw new GraphException(ErrorCodes.TypeError, $"{key} must be an integer"),
    };

    private static object? DatePart(LocalDate d, string part) => part switch
    {
        "year" => (long)d.Year,
        "quarter" => (long)((d.Month - 1) / 3 + 1),
        "month" => (long)d.Month,
        "week" => (long)WeekYearRules.Iso.GetWeekOfWeekYear(d),
        "weekYear" => (long)WeekYearRules.Iso.GetWeekYear(d),
        "day" => (long)d.Day,
        "ordinalDay" => (long)d.DayOfYear,
        "dayOfWeek" or "weekDay" => (long)d.DayOfWeek,
        "dayOfQuarter" => (long)Period.DaysBetween(new LocalDate(d.Year, (d.Month - 1) / 3 * 3 + 1, 1), d) + 1,
        _ => null,
    };

    private static object? TimePart(LocalTime t, string part) => part switch
    {
        "hour" => (long)t.Hour,
        "minute" => (long)t.Minute,
        "second" => (long)t.Second,
        "millisecond" => (long)t.Millisecond,
        "microsecond" => (long)(t.NanosecondOfSecond / 1000),
        "nanosecond" => (long)t.NanosecondOfSecond,
        _ => null,
    };

    private static object? Get(CypherDuration d, string part) => part switch
    {
        "years" => d.Months / 12,
        "quarters" => d.Months / 3,
        "months" => d.Months,
        "weeks" => d.Days / 7,
        "days" => d.Days,
        "hours" => d.Seconds / 3600,
        "minutes" => d.Seconds / 60,
        "seconds" => d.Seconds,
        "milliseconds" => d.Seconds * 1000 + d.Nanoseconds / 1_000_000,
        "microseconds" => d.Seconds * 1_000_000 + d.Nanoseconds / 1000,
        "nanoseconds" => d.Seconds * 1_000_000_000 + d.Nanoseconds,
        "quartersOfYear" => d.Months % 12 / 3,
        "monthsOfQuarter" => d.Months % 3,
        "monthsOfYear" => d.Months % 12,
        "daysOfWeek" => d.Days % 7,
        "minutesOfHour" => d.Seconds / 60 % 60,
        "secondsOfMinute" => d.Seconds % 60,
        "millisecondsOfSecond" => (long)(d.Nanoseconds / 1_000_000),
        "microsecondsOfSecond" => (long)(d.Nanoseconds / 1000),
        "nanosecondsOfSecond" => (long)d.Nanoseconds,
        _ => null,
    };
}
