namespace ActorGraph.Engine.Storage;

/// <param name="Labels">Ordinal order.</param>
internal sealed record NodeRecord(IReadOnlyList<string> Labels, IReadOnlyDictionary<string, object?> Properties);

internal sealed record RelationshipRecord(string Type, long Start, long End, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A relationship seen from one of its nodes.</summary>
internal readonly record struct Neighbour(long Relationship, string Type, long Node, bool Outgoing);

/// <param name="Label">Label or relationship type.</param>
internal sealed record IndexRecord(long Id, string Name, bool IsUnique, bool OnRelationship, string Label, string Property);

/// <param name="Snapshot">What the planner needs of it.</param>
internal sealed record StoreSchema(IReadOnlyList<IndexRecord> Indexes, Cypher.Planning.SchemaSnapshot Snapshot);

/// <summary>What a transaction has changed so far.</summary>
internal sealed class ChangeCounter
{
    public long NodesCreated, NodesDeleted, RelationshipsCreated, RelationshipsDeleted, PropertiesSet, LabelsAdded, LabelsRemoved;

    public Graph.ResultSummary Since(ChangeCounter before) => new(NodesCreated - before.NodesCreated, NodesDeleted - before.NodesDeleted,
        RelationshipsCreated - before.RelationshipsCreated, RelationshipsDeleted - before.RelationshipsDeleted,
        PropertiesSet - before.PropertiesSet, LabelsAdded - before.LabelsAdded, LabelsRemoved - before.LabelsRemoved);

    public ChangeCounter Copy() => (ChangeCounter)MemberwiseClone();
}
