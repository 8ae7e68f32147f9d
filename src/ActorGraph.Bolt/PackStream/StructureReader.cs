using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Bolt.PackStream;

/// <summary>Structures of Bolt 5 as the port's values. Element ids are read over: ids never leave a session.</summary>
internal static class StructureReader
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly LocalDateTime EpochMidnight = Epoch.AtMidnight();

    private sealed record Unbound(long Id, string Type, IReadOnlyDictionary<string, object?> Properties);

    public static object Read(ref PackStreamReader reader, byte tag, int fields)
    {
        var known = FieldCount(tag) ?? throw PackStreamReader.Malformed($"a structure has the tag {tag:X2}, which is not known");
        if (fields != known) throw PackStreamReader.Malformed($"a structure with the tag {tag:X2} has {fields} fields instead of {known}");
        try
        {
            return tag switch
            {
                StructureTag.Node => Node(ref reader),
                StructureTag.Relationship => Relationship(ref reader),
                StructureTag.UnboundRelationship => UnboundRelationship(ref reader),
                StructureTag.Path => Path(ref reader),
                StructureTag.Point2D or StructureTag.Point3D => Point(ref reader, fields),
                _ => Temporal(ref reader, tag),
            };
        }
        catch (Exception cause) when (cause is ArgumentException or OverflowException)
        {
            throw new GraphException(ErrorCodes.ProtocolError, $"A temporal value of the server cannot be held here: {cause.Message}", cause: cause);
        }
    }

    private static int? FieldCount(byte tag) => tag switch
    {
        StructureTag.Date or StructureTag.LocalTime => 1,
        StructureTag.Time or StructureTag.LocalDateTime => 2,
        StructureTag.DateTime or StructureTag.DateTimeZoneId or StructureTag.Point2D or StructureTag.Path => 3,
        StructureTag.Node or StructureTag.UnboundRelationship or StructureTag.Duration or StructureTag.Point3D => 4,
        StructureTag.Relationship => 8,
        _ => null,
    };

    private static GraphNode Node(ref PackStreamReader reader)
    {
        var id = reader.ReadInteger();
        var labels = Texts(reader.ReadList());
        var properties = reader.ReadMap();
        reader.Read();
        return new GraphNode(id, labels, properties);
    }

    private static GraphRelationship Relationship(ref PackStreamReader reader)
    {
        var (id, start, end) = (reader.ReadInteger(), reader.ReadInteger(), reader.ReadInteger());
        var relationship = new GraphRelationship(id, start, end, reader.ReadText(), reader.ReadMap());
        for (var elementIds = 3; elementIds > 0; elementIds--) reader.Read();
        return relationship;
    }

    private static Unbound UnboundRelationship(ref PackStreamReader reader)
    {
        var relationship = new Unbound(reader.ReadInteger(), reader.ReadText(), reader.ReadMap());
        reader.Read();
        return relationship;
    }

    /// <summary>A path names each node and relationship once; the indices tell the way: a relationship (from 1, negative when walked backwards), then a node (from 0).</summary>
    private static GraphPath Path(ref PackStreamReader reader)
    {
        var distinctNodes = reader.ReadList();
        var distinctRelationships = reader.ReadList();
        var indices = reader.ReadList();
        if (indices.Count % 2 != 0) throw PackStreamReader.Malformed("a path has a relationship without an end");
        var nodes = new List<GraphNode> { At<GraphNode>(distinctNodes, 0) };
        var relationships = new List<GraphRelationship>();
        for (var i = 0; i < indices.Count; i += 2)
        {
            if (indices[i] is not long step || indices[i + 1] is not long end || step is 0 or long.MinValue) throw PackStreamReader.Malformed("a path has an index that is none");
            var unbound = At<Unbound>(distinctRelationships, Math.Abs(step) - 1);
            var (from, to) = (nodes[^1], At<GraphNode>(distinctNodes, end));
            var (startId, endId) = step > 0 ? (from.Id, to.Id) : (to.Id, from.Id);
            relationships.Add(new GraphRelationship(unbound.Id, startId, endId, unbound.Type, unbound.Properties));
            nodes.Add(to);
        }

        return new GraphPath(nodes, relationships);
    }

    private static GraphPoint Point(ref PackStreamReader reader, int fields)
        => new(reader.ReadInteger(), reader.ReadFloat(), reader.ReadFloat(), fields == 4 ? reader.ReadFloat() : null);

    private static object Temporal(ref PackStreamReader reader, byte tag)
    {
        var first = reader.ReadInteger();
        switch (tag)
        {
            case StructureTag.Date: return Epoch.PlusDays(checked((int)first));
            case StructureTag.LocalTime: return LocalTime.FromNanosecondsSinceMidnight(first);
            case StructureTag.Time: return LocalTime.FromNanosecondsSinceMidnight(first).WithOffset(Offset(reader.ReadInteger()));
            case StructureTag.LocalDateTime: return EpochMidnight.PlusSeconds(first).PlusNanoseconds(reader.ReadInteger());
            case StructureTag.Duration: return new CypherDuration(first, reader.ReadInteger(), reader.ReadInteger(), checked((int)reader.ReadInteger()));
        }

        var instant = Instant.FromUnixTimeSeconds(first).PlusNanoseconds(reader.ReadInteger());
        if (tag == StructureTag.DateTime) return instant.WithOffset(Offset(reader.ReadInteger()));
        var name = reader.ReadText();
        return instant.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? throw new ArgumentException($"the time zone {name} is not known."));
    }

    private static Offset Offset(long seconds) => NodaTime.Offset.FromSeconds(checked((int)seconds));

    private static string[] Texts(IReadOnlyList<object?> list)
    {
        var texts = new string[list.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = list[i] as string ?? throw PackStreamReader.Malformed("a label is no text");
        Array.Sort(texts, StringComparer.Ordinal);
        return texts;
    }

    private static T At<T>(IReadOnlyList<object?> list, long index) where T : class
        => index >= 0 && index < list.Count && list[(int)index] is T item ? item : throw PackStreamReader.Malformed("a path points at what it does not hold");
}
