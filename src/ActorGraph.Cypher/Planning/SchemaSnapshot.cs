namespace ActorGraph.Cypher.Planning;

/// <summary>What the planner knows of a database.</summary>
/// <param name="Version">Differs whenever the indexes differ.</param>
/// <param name="NodeIndexes">Label and property of every index and unique constraint on nodes.</param>
/// <param name="RelationshipIndexes">Type and property of every one on relationships.</param>
public sealed record SchemaSnapshot(long Version, IReadOnlySet<(string Label, string Property)> NodeIndexes, IReadOnlySet<(string Type, string Property)> RelationshipIndexes)
{
    public static readonly SchemaSnapshot Empty = new(0, new HashSet<(string, string)>(), new HashSet<(string, string)>());
}
