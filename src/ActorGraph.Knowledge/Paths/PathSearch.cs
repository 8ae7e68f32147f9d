using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>
/// Enumerates the simple paths between two nodes in the order (hubs passed, cost, fact ids). Two balls grow around the ends, the smaller frontier first, each
/// step one batched expansion; when their radii add up to a cost, every path of that cost lies in what is known, and is walked there with lower bounds on the rest.
/// With a <see cref="Vicinity"/> it begins with what that holds, and checks the statuses on paths before they count.
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

    /// <summary>Relationships whose status was asked for; null where all that is read is what the filter lets through.</summary>
    private readonly HashSet<long>? _checked;

    /// <summary>Nodes of which it is known whether they are hubs although they were not expanded.</summary>
    private readonly HashSet<int> _counted = [];

    /// <summary>Nodes that both balls have reached.</summary>
    private readonly HashSet<int> _met = [];

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

        /// <summary>Distances of nodes that only the other ball has reached, as far as a path passes them.</summary>
        public Dictionary<int, int> Beyond { get; } = [];

        public List<int> Level(int distance)
        {
            while (Levels.Count <= distance) Levels.Add([]);
            return Levels[distance];
        }
    }

    public PathSearch(IGraphSession session, ActorNode start, ActorNode end, SearchFilter filter, SearchBudget budget, bool passesHubs, Vicinity? vicinity)
    {
        (_session, _filter, _budget, _passesHubs) = (session, filter, budget, passesHubs);
        _start = _graph.Add(start.Node, start.Labels);
        _end = _graph.Add(end.Node, end.Labels);
        (_fromStart, _fromEnd) = (new(true), new(false));
        Reach(_fromStart, _start, 0);
        Reach(_fromEnd, _end, 0);
        if (vicinity is null) return;
        _budget.Spend(vicinity.Enter(_graph, _filter));
        _checked = [];
    }

    /// <summary>Adds the paths with exactly so many hubs (null: any number), cheapest first, until there are enough.</summary>
    /// <returns>Whether there is another one after those; false where that is not asked.</returns>
    public async Task<bool> FindAsync(int? hubs, int mostCost, int wanted, bool asksForMore, List<RawPath> found, CancellationToken cancellation)
    {
        for (var cost = 1; cost <= mostCost && !_budget.IsSpent; cost++)
        {
            if (!await GrowAsync(cost, cancellation)) return false;
            if (_budget.IsSpent || _nearest > cost) continue;
            Carry(_fromStart, _fromEnd, cost);
            Carry(_fromEnd, _fromStart, cost);
            await AskWhoIsHubAsync(Near(cost), cancellation);
            var left = wanted - found.Count;
            var some = Walk(node => Least(node, cost), false, left + 1);
            if (some.Count > 0 && await CheckAsync(Near(cost).ToHashSet(), cancellation)) some = Walk(node => Least(node, cost), false, left + 1);
            if (some.Count == 0) continue;
            if (left == 0) return true;
            // Ids are read only for what has to be put in order.
            var isComplete = some.Count <= left;
            var ordered = isComplete ? some.SelectMany(path => path.Nodes).Select(_graph.IndexOf).ToHashSet() : Near(cost).ToHashSet();
            await NameAsync(ordered, cancellation);
            found.AddRange(Walk(node => ordered.Contains(node) ? Least(node, cost) : KnownGraph.Unknown, true, left));
            if (!isComplete || !asksForMore && found.Count == wanted) return asksForMore;

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
            if (!_graph[node].IsExpanded || !Passes(node)) continue;
            foreach (var edge in _graph.Edges(node)) Reach(ball, edge.Other, ball.Radius + edge.Cost);
        }
    }

    private bool Passes(int node) => node == _start || node == _end || _passesHubs || !_graph[node].IsHub;

    /// <summary>Reads the relationships of nodes that were not read before; meetings and ends are never hubs, others are when they have too many of whatever status.</summary>
    private async Task AskAsync(IReadOnlyList<int> nodes, CancellationToken cancellation)
    {
        var unread = nodes.Where(node => !_graph[node].IsExpanded).ToList();
        var free = unread.Where(node => _graph[node].IsMeeting || node == _start || node == _end || _graph[node].IsHub).ToList();
        if (free.Count > 0) await AskAsync(free, null, cancellation);
        if (free.Count == unread.Count) return;
        var others = unread.Except(free).ToList();
        await AskAsync(others, _budget.Limits.HubDegree, cancellation);
        if (_passesHubs && others.Where(node => _graph[node].IsHub).ToList() is { Count: > 0 } hubs) await AskAsync(hubs, null, cancellation);
    }

    /// <summary>Whether a node is a hub must be known before a path may pass it. What is near answers with its relationships, which are of use later; a server only with a word.</summary>
    private async Task AskWhoIsHubAsync(IReadOnlyList<int> nodes, CancellationToken cancellation)
    {
        var asked = nodes.Where(node => _graph[node] is { IsMeeting: false, IsExpanded: false, IsHub: false } && node != _start && node != _end && !_counted.Contains(node)).ToList();
        if (asked.Count == 0) return;
        if (!_session.IsDistant)
        {
            await AskAsync(asked, cancellation);
            return;
        }

        _counted.UnionWith(asked);
        var hubs = await _session.RowsAsync("paths/hubs", cancellation, ("nodes", asked.Select(node => _graph[node].Id)), ("types", _filter.Expand.Types), ("most", _budget.Limits.HubDegree));
        foreach (var row in hubs) _graph[_graph.IndexOf((long)row[0]!)].IsHub = true;
    }

    private async Task AskAsync(IReadOnlyList<int> nodes, int? most, CancellationToken cancellation)
    {
        var expansions = await _session.ExpandAsync(nodes.Select(node => _graph[node].Id).ToList(), _filter.Expand with { MaxPerNode = most }, cancellation);
        _budget.Spend(expansions.Count);
        // Grouped by node: a node counts as read before the next one's relationships come, so that none between them is entered twice.
        var reading = -1;
        foreach (var expansion in expansions)
        {
            if (reading < 0 || _graph[reading].Id != expansion.From)
            {
                Read(reading);
                reading = _graph.IndexOf(expansion.From);
            }

            if (expansion.IsHub) _graph[reading].IsHub = true;
            else if (_filter.Allows(expansion)) _graph.Connect(reading, expansion);
        }

        foreach (var node in nodes) Read(node);

        void Read(int node)
        {
            if (node >= 0 && (most is null || !_graph[node].IsHub)) _graph[node].IsExpanded = true;
        }
    }

    private void Reach(Ball ball, int node, int distance)
    {
        if (distance >= Distance(ball, node)) return;
        if (ball.FromStart) _graph[node].FromStart = distance;
        else _graph[node].FromEnd = distance;
        if (_graph[node] is { FromStart: var start and not KnownGraph.Unknown, FromEnd: var end and not KnownGraph.Unknown })
        {
            _met.Add(node);
            _nearest = Math.Min(_nearest, start + end);
        }

        ball.Level(distance).Add(node);
    }

    private int Distance(Ball ball, int node) => ball.FromStart ? _graph[node].FromStart : _graph[node].FromEnd;

    /// <summary>
    /// Carries the distances of one ball into the other from where both have been. No path of this cost passes anything else: the radii add up to it,
    /// and a node that a ball has not reached is at least two beyond its radius.
    /// </summary>
    private void Carry(Ball ball, Ball into, int cost)
    {
        ball.Beyond.Clear();
        var queue = new PriorityQueue<int, int>();
        foreach (var node in _met) queue.Enqueue(node, Distance(ball, node));
        while (queue.TryDequeue(out var node, out var distance))
        {
            if (!Passes(node) || distance > Least(node, ball)) continue;
            foreach (var edge in _graph.Edges(node))
            {
                var (other, least) = (edge.Other, distance + edge.Cost);
                if (Distance(into, other) is KnownGraph.Unknown || Distance(into, other) + least > cost || Least(other, ball) <= least) continue;
                ball.Beyond[other] = least;
                queue.Enqueue(other, least);
            }
        }
    }

    /// <summary>Least possible cost from the node to one end; unknown where no path of the cost at hand passes it.</summary>
    private int Least(int node, Ball ball) => Distance(ball, node) is var distance and not KnownGraph.Unknown ? distance : ball.Beyond.GetValueOrDefault(node, KnownGraph.Unknown);

    private bool IsNear(int node, int cost)
    {
        var (a, b) = (Least(node, _fromStart), Least(node, _fromEnd));
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
    private int Least(int node, int cost) => IsNear(node, cost) ? Least(node, _fromEnd) : KnownGraph.Unknown;

    /// <summary>Reads the ids, by which paths are ordered, of nodes and of the ties between them.</summary>
    private Task NameAsync(HashSet<int> nodes, CancellationToken cancellation) => ReadAsync(nodes, edge => edge.Cost > 1 && !_filter.TieKeys.ContainsKey(edge.Relationship), cancellation);

    /// <summary>Where statuses were not read, reads those of all relationships between these nodes, and their ids in the same journey.</summary>
    /// <returns>Whether any of them does not count.</returns>
    private async Task<bool> CheckAsync(HashSet<int> nodes, CancellationToken cancellation) => _checked is not null && await ReadAsync(nodes, edge => !_checked.Contains(edge.Relationship) && !_graph.IsRefused(edge), cancellation);

    private async Task<bool> ReadAsync(HashSet<int> nodes, Func<KnownGraph.Edge, bool> isAsked, CancellationToken cancellation)
    {
        var nameless = nodes.Where(node => _graph[node].Key is null).Select(node => _graph[node].Id).ToList();
        var ties = new List<long>();
        foreach (var node in nodes)
        {
            foreach (var edge in _graph.Edges(node))
                if (edge.IsOutgoing && nodes.Contains(edge.Other) && isAsked(edge)) ties.Add(edge.Relationship);
        }

        if (nameless.Count + ties.Count == 0) return false;
        var rows = await _session.ReadAsync([Statements.Named("paths/names", ("nodes", nameless)), .. ties.Count == 0 ? [] : new[] { Statements.Named("paths/tie-names", ("ties", ties)) }], cancellation);
        foreach (var row in rows[0]) _graph[_graph.IndexOf((long)row[0]!)].Key = row[1] as string ?? "";
        var isAnyRefused = false;
        foreach (var row in rows.Skip(1).SelectMany(tied => tied))
        {
            var tie = (long)row[0]!;
            _filter.TieKeys[tie] = row[1] as string ?? "";
            _checked?.Add(tie);
            if (_checked is null || _filter.AllowsStatus(row[2] as string)) continue;
            _graph.Refuse(tie);
            isAnyRefused = true;
        }

        return isAnyRefused;
    }
}
