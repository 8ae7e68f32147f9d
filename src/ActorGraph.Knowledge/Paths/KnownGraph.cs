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
    private readonly List<string> _types = [PathRelations.ParticipatedIn];

    private readonly HashSet<long> _refused = [];

    /// <summary>The labels met last and what they say: a database gives most nodes of a kind the same list.</summary>
    private IReadOnlyList<string> _labels = [];
    private bool _isMeeting;
    private bool _isHub;

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
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, id, out var isKnown);
        if (isKnown) return known;
        known = _nodes.Count;
        if (!ReferenceEquals(labels, _labels)) (_labels, _isMeeting, _isHub) = (labels, labels.Contains("Meeting"), labels.Contains("Country") || labels.Contains("Place"));
        _nodes.Add(new Node { Id = id, IsMeeting = _isMeeting, IsHub = _isHub, FirstEdge = -1, FromStart = Unknown, FromEnd = Unknown });
        return known;
    }

    public int IndexOf(long id) => _index[id];

    public bool Holds(long id) => _index.ContainsKey(id);

    /// <summary>Enters a relationship at both ends, unless the far end has entered it already.</summary>
    public void Connect(int from, in Expansion expansion)
    {
        var to = Add(expansion.To, expansion.ToLabels);
        if (to == from || this[to].IsExpanded) return;
        var type = Token(expansion.Type);
        Enter(from, to, expansion.Relationship, type, expansion.Outgoing);
        Enter(to, from, expansion.Relationship, type, !expansion.Outgoing);
    }

    /// <summary>Takes a relationship for one that is not there.</summary>
    public void Refuse(long relationship) => _refused.Add(relationship);

    public bool IsRefused(in Edge edge) => _refused.Count > 0 && _refused.Contains(edge.Relationship);

    public EdgeList Edges(int node) => new(_edges, this[node].FirstEdge);

    /// <summary>The relationship of an edge of a node, as paths tell it.</summary>
    public RawHop Hop(int node, in Edge edge) => new(edge.Relationship, this[edge.IsOutgoing ? node : edge.Other].Id, _types[edge.Type]);

    /// <summary>A number for the type; the first is always that of taking part in a meeting.</summary>
    private short Token(string type)
    {
        var token = _types.IndexOf(type);
        if (token >= 0) return (short)token;
        _types.Add(type);
        return (short)(_types.Count - 1);
    }

    private void Enter(int from, int to, long relationship, short type, bool isOutgoing)
    {
        ref var node = ref this[from];
        _edges.Add(new(relationship, to, node.FirstEdge, type, type == 0 ? (byte)1 : (byte)2, isOutgoing));
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
