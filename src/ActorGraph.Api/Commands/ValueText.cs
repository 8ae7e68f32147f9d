using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ActorGraph.Graph;
using NodaTime;
using NodaTime.Text;

namespace ActorGraph.Api.Commands;

/// <summary>Graph values for people and for JSON. A database's internal ids never appear.</summary>
internal static class ValueText
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In a table cell: text as it is, everything else as JSON or ISO 8601.</summary>
    public static string Cell(object? value) => value switch
    {
        null => "null",
        string text => text,
        GraphNode node => string.Concat(node.Labels.Select(label => ":" + label)) + Json(Plain(node.Properties)),
        GraphRelationship relationship => $"[:{relationship.Type}{Json(Plain(relationship.Properties))}]",
        GraphPath path => string.Concat(path.Nodes.Select((node, i) => $"({Cell(node)})" + (i < path.Relationships.Count ? Arrow(path, i) : ""))),
        _ => Plain(value) is string text ? text : Json(Plain(value)),
    };

    /// <summary>What a JSON serializer writes: strings, numbers, booleans, lists and maps.</summary>
    public static object? Plain(object? value) => value switch
    {
        double number when !double.IsFinite(number) => number.ToString(CultureInfo.InvariantCulture),
        null or bool or long or double or string => value,
        byte[] bytes => Convert.ToBase64String(bytes),
        GraphNode node => new Dictionary<string, object?> { ["labels"] = node.Labels, ["properties"] = Plain(node.Properties) },
        GraphRelationship relationship => new Dictionary<string, object?> { ["type"] = relationship.Type, ["properties"] = Plain(relationship.Properties) },
        GraphPath path => new Dictionary<string, object?> { ["nodes"] = path.Nodes.Select(Plain).ToList(), ["relationships"] = path.Relationships.Select(Plain).ToList() },
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
        OffsetTime time => OffsetTimePattern.ExtendedIso.Format(time),
        LocalDateTime moment => LocalDateTimePattern.ExtendedIso.Format(moment),
        OffsetDateTime moment => OffsetDateTimePattern.ExtendedIso.Format(moment),
        ZonedDateTime moment => OffsetDateTimePattern.ExtendedIso.Format(moment.ToOffsetDateTime()) + $"[{moment.Zone.Id}]",
        CypherDuration duration => Text(duration),
        GraphPoint point => new Dictionary<string, object?> { ["srid"] = point.Srid, ["x"] = point.X, ["y"] = point.Y, ["z"] = point.Z },
        IReadOnlyDictionary<string, object?> map => map.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
        System.Collections.IEnumerable list => list.Cast<object?>().Select(Plain).ToList(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Arrow(GraphPath path, int i)
        => path.Relationships[i].Start == path.Nodes[i].Id ? $"-{Cell(path.Relationships[i])}->" : $"<-{Cell(path.Relationships[i])}-";

    private static string Json(object? value) => JsonSerializer.Serialize(value, Compact);

    private static string Text(CypherDuration duration)
    {
        var seconds = duration.Seconds + (duration.Nanoseconds / 1_000_000_000m);
        return string.Create(CultureInfo.InvariantCulture, $"P{duration.Months}M{duration.Days}DT{seconds:0.#########}S");
    }
}
