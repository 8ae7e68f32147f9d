using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>One step of a path search as a statement of <c>cypher/paths</c>, and its rows as expansions.</summary>
internal static class Expanding
{
    private static readonly string IdsOnly = Text("expand");
    private static readonly string WithProperties = Text("expand-with-properties");

    public static Statement Statement(IReadOnlyList<long> frontier, ExpandFilter filter) => new(filter.Properties ? WithProperties : IdsOnly, new Dictionary<string, object?>
    {
        ["frontier"] = frontier.Select(id => (object?)id).ToList(), ["types"] = filter.Types, ["statuses"] = filter.Statuses, ["most"] = filter.MaxPerNode,
    });

    public static async Task<IReadOnlyList<Expansion>> ReadAsync(IGraphResult result, IReadOnlyList<long> frontier, CancellationToken cancellation)
    {
        var found = new List<(int Position, Expansion Expansion)>();
        var inOrder = true;
        await foreach (var row in result.Rows(cancellation))
        {
            var position = (int)(long)row[0]!;
            inOrder &= found.Count == 0 || found[^1].Position <= position;
            found.Add((position, Read(row, frontier[position])));
        }

        // The server promises no order without ORDER BY, which would hold every row back.
        IEnumerable<(int Position, Expansion Expansion)> grouped = inOrder ? found : found.OrderBy(entry => entry.Position);
        return grouped.Select(entry => entry.Expansion).ToList();
    }

    private static Expansion Read(IReadOnlyList<object?> row, long from)
    {
        if (row[1] is null) return new Expansion(from, from, 0, "", false, [], null, null, IsHub: true);
        var node = row.Count > 6 ? (GraphNode)row[6]! : null;
        var labels = node?.Labels ?? [.. ((IReadOnlyList<object?>)row[5]!).Cast<string>().Order(StringComparer.Ordinal)];
        return new Expansion(from, (long)row[4]!, (long)row[1]!, (string)row[2]!, (bool)row[3]!, labels, node, row.Count > 7 ? (GraphRelationship)row[7]! : null);
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Expanding).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
