using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

/// <summary>What stands in the graph, as far as it is reached.</summary>
internal sealed class HeldPart(IGraphSession session, CancellationToken cancellation)
{
    private readonly List<PartNode> _nodes = [];
    private readonly List<PartRelationship> _relationships = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public GraphPart Part => new(_nodes.DistinctBy(node => (node.Labels[0], node.Id)).ToList(), _relationships);

    /// <summary>What an actor or place is called, of those that were read.</summary>
    public string? NameOf(string id) => _names.GetValueOrDefault(id);

    public void Add(GraphPart part)
    {
        _nodes.AddRange(part.Nodes);
        _relationships.AddRange(part.Relationships);
    }

    public async Task ReadActorsAsync(IReadOnlySet<string> ids)
    {
        if (ids.Count == 0) return;
        foreach (var row in await session.RowsAsync("reach/actors", cancellation, ("ids", ids)))
        {
            var node = (GraphNode)row[0]!;
            var key = ResolvedPart.KeyOf((string)node.Properties["id"]!);
            _nodes.Add(new(node.Labels.OrderBy(label => label != key.Label).ToList(), key.Id, node.Properties));
            _names[key.Id] = (string)node.Properties["name"]!;
            foreach (var name in Statements.Texts(row[1]))
            {
                _nodes.Add(new(["NameKey"], name, Words.Given(("key", name))));
                _relationships.Add(ResolvedPart.Link("KNOWN_AS", key, new("NameKey", name)));
            }
        }
    }

    public async Task ReadMeetingsAsync(IReadOnlySet<string> ids)
    {
        if (ids.Count == 0) return;
        foreach (var row in await session.RowsAsync("reach/meetings", cancellation, ("ids", ids)))
        {
            var node = (GraphNode)row[0]!;
            var key = new NodeKey("Meeting", (string)node.Properties["id"]!);
            _nodes.Add(new(node.Labels, key.Id, node.Properties));
            foreach (var who in (IEnumerable<object?>)row[1]!) Add(who, other => (ResolvedPart.KeyOf(other), key));
            foreach (var place in (IEnumerable<object?>)row[2]!) Add(place, other => (key, ResolvedPart.KeyOf(other)));
            foreach (var later in (IEnumerable<object?>)row[3]!) Add(later, other => (key, new("Meeting", other)));
        }
    }

    /// <param name="pair">The id of the other end, and the relationship; both null where there is none.</param>
    private void Add(object? pair, Func<string, (NodeKey From, NodeKey To)> ends)
    {
        var list = ((IEnumerable<object?>)pair!).ToList();
        if (list is not [string other, GraphRelationship link]) return;
        var (from, to) = ends(other);
        _relationships.Add(new(link.Type, from, to, (string)link.Properties["id"]!, link.Properties));
    }
}
