namespace ActorGraph.Graph;

/// <summary>
/// The values of the property graph. A value is an <c>object?</c> of exactly one of these types: null, <see cref="bool"/>, <see cref="long"/>,
/// <see cref="double"/>, <see cref="string"/>, <c>byte[]</c>, <c>IReadOnlyList&lt;object?&gt;</c>, <c>IReadOnlyDictionary&lt;string, object?&gt;</c>,
/// NodaTime's <c>LocalDate</c>, <c>LocalTime</c>, <c>OffsetTime</c>, <c>LocalDateTime</c>, <c>OffsetDateTime</c>, <c>ZonedDateTime</c>,
/// <see cref="CypherDuration"/>, <see cref="GraphPoint"/>, <see cref="GraphNode"/>, <see cref="GraphRelationship"/> or <see cref="GraphPath"/>.
/// </summary>
public static class GraphValue
{
    /// <summary>The value in the one form the port knows: narrower numbers widened, any sequence a list, any string-keyed map a map.</summary>
    /// <exception cref="ArgumentException">The type is none of the property graph's.</exception>
    public static object? From(object? value) => value switch
    {
        null or bool or long or double or string or byte[] => value,
        int or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        float single => (double)single,
        GraphNode or GraphRelationship or GraphPath or CypherDuration or GraphPoint => value,
        NodaTime.LocalDate or NodaTime.LocalTime or NodaTime.OffsetTime or NodaTime.LocalDateTime
            or NodaTime.OffsetDateTime or NodaTime.ZonedDateTime => value,
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(e => e.Key, e => From(e.Value)),
        System.Collections.IEnumerable sequence => sequence.Cast<object?>().Select(From).ToList(),
        _ => throw new ArgumentException($"A graph value cannot be a {value.GetType().Name}.", nameof(value)),
    };
}

/// <param name="Id">Cypher's <c>id(n)</c>: valid only inside the session, never stored or shown.</param>
public sealed record GraphNode(long Id, IReadOnlyList<string> Labels, IReadOnlyDictionary<string, object?> Properties);

/// <param name="Id">Cypher's <c>id(r)</c>: valid only inside the session, never stored or shown.</param>
public sealed record GraphRelationship(long Id, long Start, long End, string Type, IReadOnlyDictionary<string, object?> Properties);

/// <param name="Nodes">One more than <paramref name="Relationships"/>.</param>
public sealed record GraphPath(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphRelationship> Relationships);

/// <summary>openCypher's duration: four independent parts, since months and days have no fixed length.</summary>
public readonly record struct CypherDuration(long Months, long Days, long Seconds, int Nanoseconds);

/// <summary>A point of Neo4j; the embedded engine has none.</summary>
/// <param name="Srid">Which coordinates: 7203 and 9157 are Cartesian, 4326 and 4979 longitude and latitude (WGS 84).</param>
/// <param name="Z">Null in two dimensions.</param>
public readonly record struct GraphPoint(long Srid, double X, double Y, double? Z = null);
