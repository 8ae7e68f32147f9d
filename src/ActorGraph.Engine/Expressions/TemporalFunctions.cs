using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Expressions;

/// <summary>date(), time(), localtime(), localdatetime(), datetime(), duration() and what hangs on their names.</summary>
internal static class TemporalFunctions
{
    /// <param name="now">The moment of the statement.</param>
    public static object? Call(string name, IReadOnlyList<object?> arguments, Instant now)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (type, form) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        if (type == "duration") return Duration(form, arguments);
        if (arguments.Count > 0 && arguments[0] is null) return null;
        if (form is "realtime" or "statement" or "transaction" || arguments.Count == 0) return Convert(type, At(now, arguments.Count > 0 ? arguments[0] as string : null), null);
        return form switch
        {
            "" => Make(type, arguments[0]!),
            "truncate" => Truncate(type, arguments),
            "fromepoch" => Instant.FromUnixTimeSeconds((long)arguments[0]!).PlusNanoseconds((long)arguments[1]!).WithOffset(Offset.Zero),
            "fromepochmillis" => Instant.FromUnixTimeMilliseconds((long)arguments[0]!).WithOffset(Offset.Zero),
            _ => throw new System.Diagnostics.UnreachableException(name),
        };
    }

    private static object At(Instant now, string? zone) => zone is null ? now.WithOffset(Offset.Zero) : now.InZone(TemporalParsing.ZoneOf(zone));

    private static object? Duration(string form, IReadOnlyList<object?> arguments)
    {
        if (arguments.Any(argument => argument is null)) return null;
        return form switch
        {
            "" => arguments[0] switch
            {
                CypherDuration duration => duration,
                string text => Durations.Parse(text),
                IReadOnlyDictionary<string, object?> map => Durations.FromMap(map),
                _ => throw Conversions.Wrong("duration", arguments[0]),
            },
            "between" => Durations.Between(arguments[0]!, arguments[1]!),
            "inmonths" => Durations.InMonths(arguments[0]!, arguments[1]!),
            "indays" => Durations.InDays(arguments[0]!, arguments[1]!),
            _ => Durations.InSeconds(arguments[0]!, arguments[1]!),
        };
    }

    private static object Make(string type, object from) => from switch
    {
        string text => type switch
        {
            "date" => TemporalParsing.Date(text),
            "localtime" => TemporalParsing.Time(text),
            "time" => TemporalParsing.OffsetTime(text),
            "localdatetime" => TemporalParsing.LocalDateTime(text),
            _ => TemporalParsing.DateTime(text),
        },
        IReadOnlyDictionary<string, object?> map => FromMap(type, map),
        LocalDate or LocalTime or OffsetTime or LocalDateTime or OffsetDateTime or ZonedDateTime => Convert(type, from, null),
        _ => throw Conversions.Wrong(type, from),
    };

    private static object FromMap(string type, IReadOnlyDictionary<string, object?> map)
    {
        var zone = map.GetValueOrDefault("timezone") as string;
        if (map.TryGetValue("epochSeconds", out var seconds)) return Zoned(Instant.FromUnixTimeSeconds((long)seconds!).PlusNanoseconds(map.GetValueOrDefault("nanosecond") as long? ?? 0), zone);
        if (map.TryGetValue("epochMillis", out var millis)) return Zoned(Instant.FromUnixTimeMilliseconds((long)millis!).PlusNanoseconds(map.GetValueOrDefault("nanosecond") as long? ?? 0), zone);
        var source = map.GetValueOrDefault("datetime") ?? map.GetValueOrDefault("time");
        switch (type)
        {
            case "date": return TemporalParts.Date(map);
            case "localtime": return TemporalParts.Time(map);
            case "localdatetime": return TemporalParts.Date(map).At(TemporalParts.Time(map));
            case "time":
                var time = TemporalParts.Time(map);
                var from = source is null ? null : TemporalParts.Split(source).Offset;
                var offset = zone is null ? from ?? Offset.Zero : TemporalParsing.ZoneOf(zone).GetUtcOffset(NodaConstants.UnixEpoch);
                // A zone given beside a zoned time moves the clock; given beside a local one it only names it.
                var moves = zone is not null && from is not null && !map.Keys.Any(key => key is "hour" or "minute" or "second");
                return moves ? time.WithOffset(from!.Value).WithOffset(offset) : time.WithOffset(offset);
            default:
                var local = TemporalParts.Date(map).At(TemporalParts.Time(map));
                var zoneOfSource = source switch
                {
                    ZonedDateTime z => z.Zone.Id,
                    OffsetDateTime or OffsetTime => (string?)TemporalParts.Get(source, "offset"),
                    _ => null,
                };
                if (zone is null || zoneOfSource is null) return TemporalParsing.At(local, zone ?? zoneOfSource);
                return Zoned(ValueOrder.Instant(TemporalParsing.At(local, zoneOfSource)), zone);
        }
    }

    private static object Zoned(Instant at, string? zone) => zone is null ? at.WithOffset(Offset.Zero)
        : TemporalParsing.At(at.InZone(TemporalParsing.ZoneOf(zone)).LocalDateTime, zone);

    private static object Convert(string type, object value, string? zone)
    {
        var (date, time, offset) = TemporalParts.Split(value);
        LocalDate Day() => date ?? throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: {type}() needs a date, and {Conversions.TypeName(value)} has none");
        var clock = time ?? LocalTime.Midnight;
        return type switch
        {
            "date" => Day(),
            "localtime" => clock,
            "time" => clock.WithOffset(offset ?? Offset.Zero),
            "localdatetime" => Day().At(clock),
            _ => value is ZonedDateTime or OffsetDateTime ? value : TemporalParsing.At(Day().At(clock), zone),
        };
    }

    private static object? Truncate(string type, IReadOnlyList<object?> arguments)
    {
        if (arguments[0] is not string unit) throw Conversions.Wrong(type + ".truncate", arguments[0]);
        var value = arguments.Count > 1 ? arguments[1] : null;
        if (value is null) return null;
        var map = arguments.Count > 2 ? arguments[2] as IReadOnlyDictionary<string, object?> : null;
        var (date, time, _) = TemporalParts.Split(value);
        var (day, clock) = (date ?? new LocalDate(1970, 1, 1), time ?? LocalTime.Midnight);
        (day, clock) = unit switch
        {
            "millennium" => (new LocalDate(day.Year / 1000 * 1000, 1, 1), LocalTime.Midnight),
            "century" => (new LocalDate(day.Year / 100 * 100, 1, 1), LocalTime.Midnight),
            "decade" => (new LocalDate(day.Year / 10 * 10, 1, 1), LocalTime.Midnight),
            "year" => (new LocalDate(day.Year, 1, 1), LocalTime.Midnight),
            "weekYear" => (LocalDate.FromWeekYearWeekAndDay(NodaTime.Calendars.WeekYearRules.Iso.GetWeekYear(day), 1, IsoDayOfWeek.Monday), LocalTime.Midnight),
            "quarter" => (new LocalDate(day.Year, (day.Month - 1) / 3 * 3 + 1, 1), LocalTime.Midnight),
            "month" => (new LocalDate(day.Year, day.Month, 1), LocalTime.Midnight),
            "week" => (day.PlusDays(1 - (int)day.DayOfWeek), LocalTime.Midnight),
            "day" => (day, LocalTime.Midnight),
            "hour" => (day, new LocalTime(clock.Hour, 0)),
            "minute" => (day, new LocalTime(clock.Hour, clock.Minute)),
            "second" => (day, new LocalTime(clock.Hour, clock.Minute, clock.Second)),
            "millisecond" => (day, new LocalTime(clock.Hour, clock.Minute, clock.Second).PlusNanoseconds(clock.NanosecondOfSecond / 1_000_000 * 1_000_000)),
            "microsecond" => (day, new LocalTime(clock.Hour, clock.Minute, clock.Second).PlusNanoseconds(clock.NanosecondOfSecond / 1000 * 1000)),
            _ => throw new GraphException(ErrorCodes.ArgumentError, $"'{unit}' is no unit to truncate to"),
        };
        var parts = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (type is "date" or "localdatetime" or "datetime") parts["date"] = day;
        if (type is not "date") parts["time"] = clock;
        var zone = TemporalParts.Get(value, "timezone") as string;
        if (zone is not null && type is "time" or "datetime") parts["timezone"] = zone;
        var base0 = clock.NanosecondOfSecond;
        foreach (var (key, part) in map ?? parts) parts[key] = part;
        // A fraction named beside the truncated one adds its own digits.
        if (map is not null && type is not "date" && map.ContainsKey("nanosecond") && !map.ContainsKey("microsecond") && !map.ContainsKey("millisecond")) parts["nanosecond"] = (long)map["nanosecond"]! + base0;
        return FromMap(type, parts);
    }
}
