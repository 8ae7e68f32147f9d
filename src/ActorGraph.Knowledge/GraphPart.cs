namespace ActorGraph.Knowledge;

/// <summary>A part of the graph as values: what documents say and what follows from it, ready to be compared and written.</summary>
public sealed record GraphPart(IReadOnlyList<PartNode> Nodes, IReadOnlyList<PartRelationship> Relationships)
{
    public static readonly GraphPart Empty = new([], []);
}

/// <param name="Labels">The keyed label first: Actor, Place, Meeting, Document, Article, Sighting, Evidence or NameKey.</param>
/// <param name="Id">The value of <c>id</c> (of <c>key</c> on a NameKey).</param>
public sealed record PartNode(IReadOnlyList<string> Labels, string Id, IReadOnlyDictionary<string, object?> Properties);

/// <param name="From">Label and id of the start node.</param>
/// <param name="Id">Hash of what it states; unique among relationships of its type.</param>
public sealed record PartRelationship(string Type, NodeKey From, NodeKey To, string Id, IReadOnlyDictionary<string, object?> Properties);

public readonly record struct NodeKey(string Label, string Id);
