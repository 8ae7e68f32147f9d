namespace ActorGraph.Engine.Expressions;

/// <summary>A node inside a running statement; its labels and properties are read when asked for, so that they are never stale.</summary>
internal sealed record NodeReference(long Id);

/// <summary>A relationship inside a running statement; its type and ends never change, so they stay known after it is deleted.</summary>
internal sealed record RelationshipReference(long Id, string Type, long Start, long End)
{
    public bool Equals(RelationshipReference? other) => other?.Id == Id;

    public override int GetHashCode() => Id.GetHashCode();
}

/// <param name="Nodes">One more than <paramref name="Relationships"/>.</param>
internal sealed record PathReference(IReadOnlyList<NodeReference> Nodes, IReadOnlyList<RelationshipReference> Relationships);
