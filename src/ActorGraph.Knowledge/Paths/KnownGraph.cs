using System.Runtime.InteropServices;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Paths;

/// <summary>The part of the graph that one search has seen: flat arrays, every relationship entered at both of its ends.</summary>
internal sealed class KnownGraph
{
    public const int Unknown = int.MaxValue;

    private readonly Dictionary<long, int> _index = new(512);
    private readonly List<Node> _nodes = new(512);
    private readonly List<Edge> _edges = new(1024);
    private readonly List<string> _types = [];

    public struct Node
    {
        public long Id;
        public bool IsMeeting;
        public bool IsHub;
        public bool IsExpanded;
        public int FirstEdge;
        public int FromStart;
        public int FromEnd;

        /// <summary>The value of its id property, once it was needed.</summary>
        public string? Key;
    }

    /// <param name="Cost">1 for a hop to or from a meeting, 2 for any other.</param>
    /// <param name="IsOutgoing">Whether the relationship starts at the node whose edge it is.</param>
    /// <param name="Next">The next edge of the same node, or -1.</param>
    public readonly record struct Edge(long Relationship, int Other, int Next, short Type, byte Cost, bool IsOutgoing);

    public int Count => _nodes.Count;

    public ref Node this[int node] => ref CollectionsMarshal.AsSpan(_nodes)[node];

    public int Add(long id, IReadOnlyList<string> labels)
    {
        if (_index.TryGetValue(id, out var known)) return known;
        _index[id] = _nodes.Count;
        _nodes.Add(new Node { Id = id, IsMeeting = labels.Contains("Meeting"), IsHub = labels.Contains("Country") || labels.Contains("Place"), FirstEdge = -1, FromStart = Unknown, FromEnd = Unknown });
        return _nodes.Count - 1;
    }

    public int IndexOf(long id) => _index[id];

    public bool Holds(long id) => _index.ContainsKey(id);

    /// <summary>Enters a relationship at both ends, unless the far end has entered it already.</summary>
    public void Connect(int from, in Expansion expansion)
    {
        var to = Add(expansion.To, expansion.ToLabels);
        if (to == from || this[to].IsExpanded) return;
        Enter(from, to, expansion.Relationship, expansion.Type, expansion.Outgoing);
        Enter(to, from, expansion.Relationship, expansion.Type, !expansion.Outgoing);
    }

    public EdgeList Edges(int node) => new(_edges, this[node].FirstEdge);

    /// <summary>The relationship of an edge of a node, as paths tell it.</summary>
    public RawHop Hop(int node, in Edge edge) => new(edge.Relationship, this[edge.IsOutgoing ? node : edge.Other].Id, _types[edge.Type]);

    private void Enter(int from, int to, long relationship, string type, bool isOutgoing)
    {
        var token = _types.IndexOf(type);
        if (token < 0)
        {
            token = _types.Count;
            _types.Add(type);
        }

        ref var node = ref this[from];
        _edges.Add(new(relationship, to, node.FirstEdge, (short)token, type == PathRelations.ParticipatedIn ? (byte)1 : (byte)2, isOutgoing));
        node.FirstEdge = _edges.Count - 1;
    }

    /// <summary>The edges of one node, without an allocation.</summary>
    public struct EdgeList(List<Edge> edges, int first)
    {
        private int _next = first;

        public Edge Current { get; private set; }

        public readonly EdgeList GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next < 0) return false;
            Current = edges[_next];
            _next = Current.Next;
            return true;
        }
    }
}
