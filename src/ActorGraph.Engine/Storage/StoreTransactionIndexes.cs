using ActorGraph.Cypher.Planning;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Storage;

internal sealed partial class StoreTransaction
{
    private StoreSchema? schema;

    public IReadOnlyList<IndexRecord> Indexes => Known.Indexes;

    public SchemaSnapshot Schema => Known.Snapshot;

    /// <summary>Read once a version by readers, once a change by a writer.</summary>
    private StoreSchema Known => schema ??= shared is null ? ReadSchema() : shared.Schema ??= ReadSchema();

    private StoreSchema ReadSchema()
    {
        var indexes = connection.Rows("SELECT id, name, is_unique, on_relationship, label, property FROM indexes ORDER BY name",
            row => new IndexRecord(row.GetInt64(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row.GetString(4), row.GetString(5)));
        return new(indexes, new((long)connection.Scalar("SELECT value FROM meta WHERE key = 'schema'")!,
            indexes.Where(index => !index.OnRelationship).Select(index => (index.Label, index.Property)).ToHashSet(),
            indexes.Where(index => index.OnRelationship).Select(index => (index.Label, index.Property)).ToHashSet()));
    }

    /// <summary>Nodes with the label whose property equals the value, ascending.</summary>
    public List<long> Seek(string label, string property, object value) => Seek(false, label, property, value);

    /// <summary>Relationships of the type whose property equals the value, ascending.</summary>
    public List<long> SeekRelationships(string type, string property, object value) => Seek(true, type, property, value);

    private List<long> Seek(bool onRelationship, string label, string property, object value)
    {
        var index = Indexes.First(i => i.OnRelationship == onRelationship && i.Label == label && i.Property == property);
        return connection.Rows("SELECT entity FROM index_entries WHERE index_id = ?1 AND value = ?2 ORDER BY entity", row => row.GetInt64(0), index.Id, ValueCodec.IndexKey(value));
    }

    /// <summary>Nodes with the label whose property is a text that begins so, ascending.</summary>
    public List<long> SeekBeginning(string label, string property, string beginning)
    {
        var index = Indexes.First(i => !i.OnRelationship && i.Label == label && i.Property == property);
        var (from, before) = ValueCodec.IndexRange(beginning);
        return connection.Rows("SELECT entity FROM index_entries WHERE index_id = ?1 AND value >= ?2 AND value < ?3 ORDER BY entity", row => row.GetInt64(0), index.Id, from, before);
    }

    /// <summary>Makes an index over what is there.</summary>
    /// <exception cref="GraphException">It exists, or two entities already share the value that is to be unique.</exception>
    public void CreateIndex(string name, bool isUnique, bool onRelationship, string label, string property)
    {
        Touch();
        connection.Run("INSERT INTO indexes(name, is_unique, on_relationship, label, property) VALUES (?1, ?2, ?3, ?4, ?5)", name, isUnique ? 1L : 0L, onRelationship ? 1L : 0L, label, property);
        schema = null;
        var index = Indexes.First(i => i.Name == name);
        ChangeSchemaVersion();
        if (onRelationship)
        {
            foreach (var r in AllRelationships().Where(r => connection.Name(r.Type) == label).ToList()) Enter(index, r.Id, Decode(r.Properties).GetValueOrDefault(property));
        }
        else
        {
            foreach (var id in Nodes(label).ToList()) Enter(index, id, Node(id).Properties.GetValueOrDefault(property));
        }
    }

    public void DropIndex(IndexRecord index)
    {
        Touch();
        connection.Run("DELETE FROM index_entries WHERE index_id = ?1", index.Id);
        connection.Run("DELETE FROM indexes WHERE id = ?1", index.Id);
        schema = null;
        ChangeSchemaVersion();
    }

    private void ChangeSchemaVersion() => connection.Run("UPDATE meta SET value = value + 1 WHERE key = 'schema'");

    private void Reindex(bool onRelationship, long entity, IReadOnlyList<string> oldLabels, IReadOnlyDictionary<string, object?> oldProperties,
        IReadOnlyList<string> newLabels, IReadOnlyDictionary<string, object?> newProperties)
    {
        foreach (var index in Indexes)
        {
            if (index.OnRelationship != onRelationship) continue;
            var before = oldLabels.Contains(index.Label) ? oldProperties.GetValueOrDefault(index.Property) : null;
            var after = newLabels.Contains(index.Label) ? newProperties.GetValueOrDefault(index.Property) : null;
            if (before is null && after is null) continue;
            var oldKey = before is null ? null : ValueCodec.IndexKey(before);
            var newKey = after is null ? null : ValueCodec.IndexKey(after);
            if (oldKey is not null && newKey is not null && oldKey.AsSpan().SequenceEqual(newKey)) continue;
            if (oldKey is not null) connection.Run("DELETE FROM index_entries WHERE index_id = ?1 AND value = ?2 AND entity = ?3", index.Id, oldKey, entity);
            Enter(index, entity, after);
        }
    }

    private void Enter(IndexRecord index, long entity, object? value)
    {
        if (value is null) return;
        var key = ValueCodec.IndexKey(value);
        if (index.IsUnique && connection.Scalar("SELECT entity FROM index_entries WHERE index_id = ?1 AND value = ?2", index.Id, key) is long)
        {
            throw new GraphException(ErrorCodes.ConstraintViolation, index.OnRelationship
                ? $"A relationship with type `{index.Label}` and property `{index.Property}` = {Shown(value)} already exists"
                : $"A node with label `{index.Label}` and property `{index.Property}` = {Shown(value)} already exists");
        }

        connection.Run("INSERT INTO index_entries VALUES (?1, ?2, ?3)", index.Id, key, entity);
    }

    private static string Shown(object value) => value is string text ? $"'{text}'" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
}
