using System.Diagnostics;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Bolt.PackStream;

/// <summary>The structures that may be sent: time in all its forms, and points. Instants travel in UTC, as Bolt 5 has them.</summary>
internal static class StructureWriter
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static void Write(PackStreamWriter writer, object value)
    {
        switch (value)
        {
            case LocalDate date:
                Write(writer, StructureTag.Date, Period.DaysBetween(Epoch, date));
                break;
            case LocalTime time:
                Write(writer, StructureTag.LocalTime, time.NanosecondOfDay);
                break;
            case OffsetTime time:
                Write(writer, StructureTag.Time, time.NanosecondOfDay, time.Offset.Seconds);
                break;
            case LocalDateTime local:
                var asUtc = local.InUtc().ToInstant();
                Write(writer, StructureTag.LocalDateTime, Seconds(asUtc), local.NanosecondOfSecond);
                break;
            case OffsetDateTime moment:
                Write(writer, StructureTag.DateTime, Seconds(moment.ToInstant()), moment.NanosecondOfSecond, moment.Offset.Seconds);
                break;
            case ZonedDateTime moment:
                Write(writer, StructureTag.DateTimeZoneId, Seconds(moment.ToInstant()), moment.NanosecondOfSecond, moment.Zone.Id);
                break;
            case CypherDuration duration:
                Write(writer, StructureTag.Duration, duration.Months, duration.Days, duration.Seconds, duration.Nanoseconds);
                break;
            case GraphPoint { Z: { } z } point:
                Write(writer, StructureTag.Point3D, point.Srid, point.X, point.Y, z);
                break;
            case GraphPoint point:
                Write(writer, StructureTag.Point2D, point.Srid, point.X, point.Y);
                break;
            default:
                throw new UnreachableException($"{value.GetType().Name} is no structure.");
        }
    }

    // ToUnixTimeSeconds rounds down, so that the nanoseconds count forward before 1970 as well.
    private static long Seconds(Instant instant) => instant.ToUnixTimeSeconds();

    private static void Write(PackStreamWriter writer, byte tag, params ReadOnlySpan<object> fields)
    {
        writer.WriteStructure(tag, fields.Length);
        foreach (var field in fields) writer.Write(field);
    }
}
