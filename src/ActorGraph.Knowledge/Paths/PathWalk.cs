namespace ActorGraph.Knowledge.Paths;

/// <param name="Nodes">Internal ids, one more than <paramref name="Hops"/>.</param>
/// <param name="Facts">Ids of the meetings it goes through and of its ties, as far as they were read.</param>
internal sealed record RawPath(int Hubs, int Cost, IReadOnlyList<long> Nodes, IReadOnlyList<RawHop> Hops, IReadOnlyList<string> Facts);

/// <param name="Start">Internal id of the node where the relationship starts.</param>
internal readonly record struct RawHop(long Relationship, long Start, string Type);

/// <summary>Walks the known graph for the paths of one exact cost.</summary>
/// <param name="inOrder">Whether paths come in the order of their fact ids; then the ids of all nodes that <paramref name="least"/> lets through are known.</param>
/// <param name="least">Least cost from a node to the end; <see cref="KnownGraph.Unknown"/> where no path of this cost passes it.</param>
internal sealed class PathWalk(KnownGraph graph, int start, int end, int cost, int? hubs, SearchFilter filter, SearchBudget budget, Func<int, int> least, bool inOrder)
{
    private readonly List<int> _nodes = [start];
    private readonly List<RawHop> _hops = [];
    private readonly HashSet<int> _passed = [start];

    public void Into(List<RawPath> found, int wanted) => Walk(start, 0, 0, "", found, wanted);

    private void Walk(int node, int spent, int hubsPassed, string meeting, List<RawPath> found, int wanted)
    {
        if (budget.IsSpent) return;
        budget.Spend(1);
        foreach (var (_, _, edge) in Onward(node, spent, meeting))
        {
            if (found.Count >= wanted) return;
            var next = edge.Other;
            var passes = next != end && graph[next].IsHub ? hubsPassed + 1 : hubsPassed;
            if (passes > (hubs ?? int.MaxValue)) continue;
            _nodes.Add(next);
            _hops.Add(graph.Hop(node, edge));
            _passed.Add(next);
            if (next != end) Walk(next, spent + edge.Cost, passes, graph[next].IsMeeting ? graph[next].Key ?? "" : "", found, wanted);
            else if (passes == (hubs ?? passes) && filter.Via.All(via => _nodes.Exists(n => graph[n].Id == via)))
                found.Add(new(passes, cost, _nodes.Select(n => graph[n].Id).ToList(), _hops.ToList(), Facts().ToList()));
            _passed.Remove(next);
            _nodes.RemoveAt(_nodes.Count - 1);
            _hops.RemoveAt(_hops.Count - 1);
        }
    }

    private IEnumerable<string> Facts()
    {
        foreach (var node in _nodes.Skip(1).SkipLast(1))
            if (graph[node] is { IsMeeting: true, Key: { } meeting }) yield return meeting;
        foreach (var hop in _hops)
            if (filter.TieKeys.TryGetValue(hop.Relationship, out var tie)) yield return tie;
    }

    /// <summary>The edges that a path of this cost can go on with, by fact and then by where they lead.</summary>
    private List<(string Fact, string Node, KnownGraph.Edge Edge)> Onward(int node, int spent, string meeting)
    {
        var onward = new List<(string Fact, string Node, KnownGraph.Edge Edge)>();
        foreach (var edge in graph.Edges(node))
        {
            var left = cost - spent - edge.Cost;
            if (left < 0 || (edge.Other == end) != (left == 0) || _passed.Contains(edge.Other) || least(edge.Other) > left || graph.IsRefused(edge)) continue;
            ref var other = ref graph[edge.Other];
            var fact = edge.Cost > 1 ? filter.TieKeys.GetValueOrDefault(edge.Relationship, "") : other.IsMeeting ? other.Key ?? "" : meeting;
            onward.Add((fact, other.Key ?? "", edge));
        }

        if (!inOrder) return onward;
        onward.Sort((a, b) => string.CompareOrdinal(a.Fact, b.Fact) is var byFact and not 0 ? byFact
            : string.CompareOrdinal(a.Node, b.Node) is var byNode and not 0 ? byNode : a.Edge.Relationship.CompareTo(b.Edge.Relationship));
        return onward;
    }
}
