using System.Runtime.InteropServices;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Paths;

/// <summary>The part of the graph that one search has seen: flat arrays, every relationship entered at both of its ends.</summary>
internal sealed class KnownGraph
{
    public const int Unknown = int.MaxValue;

    private readonly Dictionary<long, int> _index = [];
    private readonly List<Node> _nodes = [];
    private readonly List<Edge> _edges = [];

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

    /// <param name="Start">Internal id of the node where the relationship starts.</param>
    /// <param name="Next">The next edge of the same node, or -1.</param>
    public readonly record struct Edge(int Other, long Relationship, long Start, string Type, int Next)
    {
        public int Cost => Type == PathRelations.ParticipatedIn ? 1 : 2;
    }

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
        var start = expansion.Outgoing ? expansion.From : expansion.To;
        Enter(from, to, expansion.Relationship, start, expansion.Type);
        Enter(to, from, expansion.Relationship, start, expansion.Type);
    }

    public EdgeList Edges(int node) => new(_edges, this[node].FirstEdge);

    private void Enter(int from, int to, long relationship, long start, string type)
    {
        ref var node = ref this[from];
        _edges.Add(new(to, relationship, start, type, node.FirstEdge));
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
