using System.Text.Json;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

/// <summary>What has to be written so that one part of the graph becomes another.</summary>
internal sealed record GraphDifference(IReadOnlyList<PartNode> Nodes, IReadOnlyList<NodeKey> GoneNodes, IReadOnlyList<PartRelationship> Relationships, IReadOnlyList<PartRelationship> GoneRelationships)
{
    private const int RowsAtOnce = 1000;

    private static readonly Dictionary<string, string> FileOf = new()
    {
        ["Actor"] = "actors", ["Place"] = "places", ["Meeting"] = "meetings", ["Document"] = "documents", ["Article"] = "articles",
        ["Sighting"] = "sightings", ["Evidence"] = "evidence", ["NameKey"] = "name-keys", ["Look"] = "looks", ["Trace"] = "traces",
    };

    public bool IsEmpty => Nodes.Count + GoneNodes.Count + Relationships.Count + GoneRelationships.Count == 0;

    public static GraphDifference Between(GraphPart before, GraphPart after)
    {
        var (nodesBefore, nodesAfter) = (before.Nodes.ToDictionary(Key), after.Nodes.ToDictionary(Key));
        var (linksBefore, linksAfter) = (before.Relationships.DistinctBy(Key).ToDictionary(Key), after.Relationships.DistinctBy(Key).ToDictionary(Key));
        var gone = nodesBefore.Keys.Where(key => !nodesAfter.ContainsKey(key)).ToList();
        // Keys that many share go when the last that points at them does.
        var goneSet = gone.Where(key => key.Label is not ("NameKey" or "Trace")).ToHashSet();
        return new(
            after.Nodes.Where(node => !nodesBefore.TryGetValue(Key(node), out var old) || Text(old.Properties) != Text(node.Properties)).ToList(),
            gone,
            after.Relationships.Where(link => !linksBefore.TryGetValue(Key(link), out var old) || Text(old.Properties) != Text(link.Properties)).ToList(),
            // Those of a removed node go with it.
            before.Relationships.Where(link => !linksAfter.ContainsKey(Key(link)) && !goneSet.Contains(link.From) && !goneSet.Contains(link.To)).ToList());
    }

    public async Task WriteAsync(IGraphSession session, CancellationToken cancellation)
    {
        foreach (var group in GoneRelationships.GroupBy(link => link.From.Label))
            await RunAsync(session, "write/remove-from-" + group.Key.ToLowerInvariant(), group.Select(Row), cancellation);
        foreach (var group in GoneNodes.GroupBy(key => key.Label).OrderBy(group => group.Key is "NameKey" or "Trace"))
            await RunAsync(session, "write/remove-" + FileOf[group.Key], group.Select(key => Map(("id", key.Id))), cancellation);
        foreach (var group in Nodes.GroupBy(node => node.Labels[0]))
            await RunAsync(session, "write/" + FileOf[group.Key], group.Select(node => Map(("id", node.Id), ("labels", node.Labels), ("properties", node.Properties))), cancellation);
        foreach (var group in Relationships.GroupBy(link => (From: link.From.Label, To: link.To.Label)))
            await RunAsync(session, $"write/{group.Key.From}-to-{group.Key.To}".ToLowerInvariant(), group.Select(Row), cancellation);
    }

    private static NodeKey Key(PartNode node) => new(node.Labels[0], node.Id);

    private static (string, NodeKey, NodeKey, string) Key(PartRelationship link) => (link.Type, link.From, link.To, link.Id);

    private static string Text(IReadOnlyDictionary<string, object?> properties)
        => JsonSerializer.Serialize(properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new[] { p.Key, p.Value }));

    private static Dictionary<string, object?> Row(PartRelationship link) => Map(("type", link.Type), ("id", link.Id), ("from", link.From.Id), ("to", link.To.Id),
        ("properties", link.Properties.Append(new("id", link.Id)).DistinctBy(p => p.Key).ToDictionary()));

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] entries) => entries.ToDictionary(e => e.Name, e => GraphValue.From(e.Value));

    private static async Task RunAsync(IGraphSession session, string name, IEnumerable<Dictionary<string, object?>> rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            await using var result = await session.RunAsync(new(CypherLibrary.Get(name), Map(("rows", chunk))), cancellation);
            await foreach (var _ in result.Rows(cancellation)) { }
        }
    }
}
