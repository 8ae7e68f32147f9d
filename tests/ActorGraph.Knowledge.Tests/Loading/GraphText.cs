using System.Text;
using System.Text.Json;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge.Tests.Loading;

/// <summary>A graph, and the graph that documents and decisions stand for, as text that is the same where they are.</summary>
internal static class GraphText
{
    /// <summary>Every node and relationship that the documents stand for, a line each.</summary>
    public static string Of(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Decision> decisions)
    {
        var part = GraphUpdate.PartOf(documents, decisions);
        return Lines(part.Nodes.Select(node => Line(node.Labels, node.Properties))
            .Concat(part.Relationships.Select(link => Line([link.Type, link.From.Id, link.To.Id], link.Properties.Append(new("id", link.Id)).DistinctBy(p => p.Key).ToDictionary()))));
    }

    /// <summary>What the graph holds besides decisions.</summary>
    public static async Task<string> OfAsync(IGraphDatabase graph)
    {
        await using var session = await graph.OpenAsync(SessionOptions.Read, default);
        var lines = new List<string>();
        await using (var nodes = await session.RunAsync(new("MATCH (n) WHERE NOT n:Decision RETURN n"), default))
            await foreach (var row in nodes.Rows(default)) lines.Add(Line(((GraphNode)row[0]!).Labels, ((GraphNode)row[0]!).Properties));
        await using (var links = await session.RunAsync(new("MATCH (a)-[r]->(b) RETURN r, coalesce(a.id, a.key), coalesce(b.id, b.key)"), default))
            await foreach (var row in links.Rows(default)) lines.Add(Line([((GraphRelationship)row[0]!).Type, (string)row[1]!, (string)row[2]!], ((GraphRelationship)row[0]!).Properties));
        return Lines(lines);
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Line(IEnumerable<string> labels, IReadOnlyDictionary<string, object?> properties)
        => new StringBuilder().AppendJoin(' ', labels.Order(StringComparer.Ordinal)).Append(' ').Append(JsonSerializer.Serialize(properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new[] { p.Key, p.Value }))).ToString();
}
