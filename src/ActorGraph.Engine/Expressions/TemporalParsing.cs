using System.Globalization;
using System.Text.RegularExpressions;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Expressions;

/// <summary>ISO 8601 text → temporal values, in the forms that Cypher takes.</summary>
internal static partial class TemporalParsing
{
    public static LocalDate Date(string text)
    {
        var m = DatePattern().Match(text);
        if (!m.Success) throw Wrong(text, "date", "2025-08-25");
        int? Part(string group) => m.Groups[group].Success ? int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture) : null;
        try
        {
            var year = Part("y")!.Value;
            if (Part("w") is { } week) return LocalDate.FromWeekYearWeekAndDay(year, week, (IsoDayOfWeek)(Part("wd") ?? 1));
            if (Part("o") is { } ordinal) return new LocalDate(year, 1, 1).PlusDays(ordinal - 1) is var date && date.Year == year && ordinal > 0 ? date : throw new ArgumentOutOfRangeException(nameof(text));
            if (Part("q") is { } quarter) return new LocalDate(year, quarter * 3 - 2, 1).PlusDays((Part("qd") ?? 1) - 1);
            return new LocalDate(year, Part("m") ?? 1, Part("d") ?? 1);
        }
        catch (ArgumentOutOfRangeException outside)
        {
            throw new GraphException(ErrorCodes.SyntaxError, $"'{text}' is no day of the calendar", null, outside);
        }
    }

    public static LocalTime Time(string text)
    {
        var m = TimePattern().Match(text);
        if (!m.Success) throw Wrong(text, "time", "14:30:15.5");
        int Part(string group) => m.Groups[group].Success ? int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var nanos = m.Groups["f"].Success ? int.Parse(m.Groups["f"].Value.PadRight(9, '0')[..9], CultureInfo.InvariantCulture) : 0;
        if (Part("h") > 23 || Part("mi") > 59 || Part("s") > 59) throw new GraphException(ErrorCodes.SyntaxError, $"'{text}' is no time of day");
        return new LocalTime(Part("h"), Part("mi"), Part("s")).PlusNanoseconds(nanos);
    }

    public static OffsetTime OffsetTime(string text)
    {
        var (time, zone) = SplitZone(text);
        return Time(time).WithOffset(zone is null ? Offset.Zero : ZoneOf(zone) is { } z ? z.GetUtcOffset(NodaConstants.UnixEpoch) : Offset.Zero);
    }

    public static LocalDateTime LocalDateTime(string text)
    {
        var t = text.IndexOf('T', StringComparison.Ordinal);
        return t < 0 ? Date(text).AtMidnight() : Date(text[..t]).At(Time(text[(t + 1)..]));
    }

    /// <summary>An <see cref="OffsetDateTime"/>, or a <see cref="ZonedDateTime"/> where a zone is named.</summary>
    public static object DateTime(string text)
    {
        var t = text.IndexOf('T', StringComparison.Ordinal);
        if (t < 0) return Date(text).AtMidnight().WithOffset(Offset.Zero);
        var date = Date(text[..t]);
        var rest = text[(t + 1)..];
        string? name = null;
        if (rest.EndsWith(']') && rest.IndexOf('[', StringComparison.Ordinal) is var open and >= 0) (rest, name) = (rest[..open], rest[(open + 1)..^1]);
        var (time, zone) = SplitZone(rest);
        var local = date.At(Time(time));
        return At(local, name ?? zone);
    }

    public static object At(LocalDateTime local, string? zone)
    {
        if (zone is null) return local.WithOffset(Offset.Zero);
        var found = ZoneOf(zone);
        return zone[0] is '+' or '-' or 'Z' or 'z' && zone != "Zulu" ? local.WithOffset(found.GetUtcOffset(NodaConstants.UnixEpoch)) : local.InZoneLeniently(found);
    }

    public static DateTimeZone ZoneOf(string zone)
    {
        if (zone is "Z" or "z") return DateTimeZone.Utc;
        var m = OffsetPattern().Match(zone);
        if (m.Success)
        {
            int Part(int group) => m.Groups[group].Success ? int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
            var seconds = Part(2) * 3600 + Part(3) * 60 + Part(4);
            if (seconds <= 18 * 3600) return DateTimeZone.ForOffset(Offset.FromSeconds(m.Groups[1].Value == "-" ? -seconds : seconds));
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            ?? DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(zone, StringComparison.OrdinalIgnoreCase)) switch
            {
                { } id => DateTimeZoneProviders.Tzdb[id],
                null => throw new GraphException(ErrorCodes.SyntaxError, $"'{zone}' is no time zone: write +01:00 or Europe/Istanbul"),
            };
    }

    private static (string Time, string? Zone) SplitZone(string text)
    {
        var at = text.IndexOfAny(['Z', 'z', '+', '-']);
        return at < 0 ? (text, null) : (text[..at], text[at..]);
    }

    private static GraphException Wrong(string text, string what, string example) => new(ErrorCodes.SyntaxError, $"'{text}' is no {what}: write {example}");

    [GeneratedRegex(@"^(?<y>\d{4}|[-+]\d{4,9})(?:-?W(?<w>\d\d)(?:-?(?<wd>\d))?|-?Q(?<q>\d)(?:-?(?<qd>\d\d))?|-(?<m>\d\d)(?:-(?<d>\d\d))?|-(?<o>\d{3}))?$|^(?<y>\d{4})(?:(?<o>\d{3})|(?<m>\d\d)(?<d>\d\d)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(?<h>\d\d)(?::?(?<mi>\d\d)(?::?(?<s>\d\d)(?:[.,](?<f>\d{1,9}))?)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^([-+])(\d\d)(?::?(\d\d)(?::?(\d\d))?)?$")]
    private static partial Regex OffsetPattern();
}
