using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>
/// Enumerates the simple paths between two nodes in the order (hubs passed, cost, fact ids). Two balls grow around the ends, the smaller frontier first, each
/// step one batched expansion; when their radii add up to a cost, every path of that cost lies in what is known, and is walked there with lower bounds on the rest.
/// </summary>
internal sealed class PathSearch
{
    private readonly IGraphSession _session;
    private readonly SearchFilter _filter;
    private readonly SearchBudget _budget;
    private readonly bool _passesHubs;
    private readonly KnownGraph _graph = new();
    private readonly int _start;
    private readonly int _end;
    private readonly Ball _fromStart;
    private readonly Ball _fromEnd;

    /// <summary>Least cost of a way through what both balls have reached.</summary>
    private int _nearest = KnownGraph.Unknown;

    /// <summary>What one end has reached.</summary>
    /// <param name="FromStart">Which of a node's two distances it fills.</param>
    private sealed class Ball(bool fromStart)
    {
        public bool FromStart => fromStart;

        /// <summary>Every node up to this distance has been expanded.</summary>
        public int Radius { get; set; } = -1;

        public List<List<int>> Levels { get; } = [];

        public List<int> Level(int distance)
        {
            while (Levels.Count <= distance) Levels.Add([]);
            return Levels[distance];
        }
    }

    public PathSearch(IGraphSession session, ActorNode start, ActorNode end, SearchFilter filter, SearchBudget budget, bool passesHubs)
    {
        (_session, _filter, _budget, _passesHubs) = (session, filter, budget, passesHubs);
        _start = _graph.Add(start.Node, start.Labels);
        _end = _graph.Add(end.Node, end.Labels);
        (_fromStart, _fromEnd) = (new(true), new(false));
        Reach(_fromStart, _start, 0);
        Reach(_fromEnd, _end, 0);
    }

    /// <summary>Adds the paths with exactly so many hubs (null: any number), cheapest first, until there are enough.</summary>
    /// <returns>Whether there is another one after those.</returns>
    public async Task<bool> FindAsync(int? hubs, int mostCost, int wanted, List<RawPath> found, CancellationToken cancellation)
    {
        for (var cost = 1; cost <= mostCost && !_budget.IsSpent; cost++)
        {
            if (!await GrowAsync(cost, cancellation)) return false;
            if (_budget.IsSpent || _nearest > cost) continue;
            // Whether a node is a hub must be known before a path may pass it.
            await AskAsync(Near(cost).Where(node => !_graph[node].IsMeeting && Passes(node)).ToList(), cancellation);
            var left = wanted - found.Count;
            var some = Walk(node => Least(node, cost), false, left + 1);
            if (some.Count == 0) continue;
            if (left == 0) return true;
            // Ids are read only for what has to be put in order.
            var isComplete = some.Count <= left;
            var ordered = isComplete ? some.SelectMany(path => path.Nodes).Select(_graph.IndexOf).ToHashSet() : Near(cost).ToHashSet();
            await NameAsync(ordered, cancellation);
            found.AddRange(Walk(node => ordered.Contains(node) ? Least(node, cost) : KnownGraph.Unknown, true, left));
            if (!isComplete) return true;

            List<RawPath> Walk(Func<int, int> least, bool inOrder, int most)
            {
                var paths = new List<RawPath>();
                new PathWalk(_graph, _start, _end, cost, hubs, _filter, _budget, least, inOrder).Into(paths, most);
                return paths;
            }
        }

        return false;
    }

    /// <summary>Whether a path of this cost could still exist: grows the balls until all its relationships are known.</summary>
    private async Task<bool> GrowAsync(int cost, CancellationToken cancellation)
    {
        while (_fromStart.Radius + _fromEnd.Radius + 2 < cost)
        {
            var (left, right) = (Frontier(_fromStart), Frontier(_fromEnd));
            // A ball that cannot grow holds its whole component: what is not known now does not exist.
            if (IsDone(_fromStart) || IsDone(_fromEnd)) return _nearest != KnownGraph.Unknown;
            var ball = left.Count <= right.Count ? _fromStart : _fromEnd;
            await ExpandAsync(ball, ball == _fromStart ? left : right, cancellation);
            if (_budget.IsSpent) return true;
        }

        return true;
    }

    private static bool IsDone(Ball ball)
    {
        for (var distance = ball.Radius + 1; distance < ball.Levels.Count; distance++)
            if (ball.Levels[distance].Count > 0) return false;
        return true;
    }

    private List<int> Frontier(Ball ball)
    {
        var level = ball.Level(ball.Radius + 1);
        level.RemoveAll(node => Distance(ball, node) != ball.Radius + 1);
        return level;
    }

    private async Task ExpandAsync(Ball ball, List<int> frontier, CancellationToken cancellation)
    {
        await AskAsync(frontier.Where(Passes).ToList(), cancellation);
        ball.Radius++;
        foreach (var node in frontier)
        {
            if (!_graph[node].IsExpanded) continue;
            foreach (var edge in _graph.Edges(node)) Reach(ball, edge.Other, ball.Radius + edge.Cost);
        }
    }

    private bool Passes(int node) => node == _start || node == _end || _passesHubs || !_graph[node].IsHub;

    /// <summary>Reads the relationships of nodes that were not read before; meetings and ends are never hubs.</summary>
    private async Task AskAsync(IReadOnlyList<int> nodes, CancellationToken cancellation)
    {
        var unread = nodes.Where(node => !_graph[node].IsExpanded).ToList();
        var free = unread.Where(node => _graph[node].IsMeeting || node == _start || node == _end || _passesHubs).ToList();
        if (free.Count > 0) await AskAsync(free, null, cancellation);
        if (free.Count < unread.Count) await AskAsync(unread.Except(free).ToList(), _budget.Limits.HubDegree, cancellation);
    }

    private async Task AskAsync(IReadOnlyList<int> nodes, int? most, CancellationToken cancellation)
    {
        var expansions = await _session.ExpandAsync(nodes.Select(node => _graph[node].Id).ToList(), _filter.Expand with { MaxPerNode = most }, cancellation);
        _budget.Spend(expansions.Count);
        // Grouped by node: a node counts as read before the next one's relationships come, so that none between them is entered twice.
        var (reading, degree) = (-1, 0);
        foreach (var expansion in expansions)
        {
            if (reading < 0 || _graph[reading].Id != expansion.From)
            {
                Read(reading, degree);
                (reading, degree) = (_graph.IndexOf(expansion.From), 0);
            }

            if (expansion.IsHub) _graph[reading].IsHub = true;
            else if (_filter.Allows(expansion)) _graph.Connect(reading, expansion);
            degree++;
        }

        Read(reading, degree);
        foreach (var node in nodes) if (!_graph[node].IsHub || most is null) _graph[node].IsExpanded = true;

        void Read(int node, int relationships)
        {
            if (node < 0 || (most is not null && _graph[node].IsHub)) return;
            _graph[node].IsExpanded = true;
            if (relationships > _budget.Limits.HubDegree && !_graph[node].IsMeeting) _graph[node].IsHub = true;
        }
    }

    private void Reach(Ball ball, int node, int distance)
    {
        if (distance >= Distance(ball, node)) return;
        if (ball.FromStart) _graph[node].FromStart = distance;
        else _graph[node].FromEnd = distance;
        if (_graph[node] is { FromStart: var start and not KnownGraph.Unknown, FromEnd: var end and not KnownGraph.Unknown }) _nearest = Math.Min(_nearest, start + end);
        ball.Level(distance).Add(node);
    }

    private int Distance(Ball ball, int node) => ball.FromStart ? _graph[node].FromStart : _graph[node].FromEnd;

    /// <summary>Least possible cost from the node to one end: what is not reached yet is at least two beyond the ball.</summary>
    private static int Least(int distance, Ball ball) => distance != KnownGraph.Unknown ? distance : IsDone(ball) ? KnownGraph.Unknown : ball.Radius + 2;

    private bool IsNear(int node, int cost)
    {
        var (a, b) = (Least(_graph[node].FromStart, _fromStart), Least(_graph[node].FromEnd, _fromEnd));
        return a != KnownGraph.Unknown && b != KnownGraph.Unknown && a + b <= cost;
    }

    private List<int> Near(int cost)
    {
        var near = new List<int>();
        for (var node = 0; node < _graph.Count; node++)
            if (IsNear(node, cost)) near.Add(node);
        return near;
    }

    /// <summary>Least cost from the node to the end, unknown where no path of this cost passes it.</summary>
    private int Least(int node, int cost) => IsNear(node, cost) ? Least(_graph[node].FromEnd, _fromEnd) : KnownGraph.Unknown;

    /// <summary>Reads the ids, by which paths are ordered, of nodes and of the ties between them.</summary>
    private async Task NameAsync(HashSet<int> nodes, CancellationToken cancellation)
    {
        var nameless = nodes.Where(node => _graph[node].Key is null).Select(node => _graph[node].Id).ToList();
        if (nameless.Count > 0)
        {
            foreach (var row in await _session.RowsAsync("paths/nodes", cancellation, ("nodes", nameless)))
            {
                var node = (GraphNode)row[0]!;
                _graph[_graph.IndexOf(node.Id)].Key = node.Properties.GetValueOrDefault("id") as string ?? "";
            }
        }

        var ties = new List<long>();
        foreach (var node in nodes)
        {
            foreach (var edge in _graph.Edges(node))
                if (edge is { Cost: > 1, IsOutgoing: true } && nodes.Contains(edge.Other) && !_filter.TieKeys.ContainsKey(edge.Relationship)) ties.Add(edge.Relationship);
        }

        if (ties.Count == 0) return;
        foreach (var row in await _session.RowsAsync("paths/ties", cancellation, ("ties", ties)))
        {
            var tie = (GraphRelationship)row[0]!;
            _filter.TieKeys[tie.Id] = tie.Properties.GetValueOrDefault("id") as string ?? "";
        }
    }
}
