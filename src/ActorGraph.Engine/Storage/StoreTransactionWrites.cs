using System.Text;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Storage;

internal sealed partial class StoreTransaction
{
    private static readonly Dictionary<string, object?> NoProperties = [];

    public long CreateNode(IEnumerable<string> labels, IReadOnlyDictionary<string, object?> properties)
    {
        var record = new NodeRecord(Sorted(labels), Present(properties));
        Touch();
        connection.Run("INSERT INTO nodes(labels, properties) VALUES (?1, ?2)", EncodeLabels(record.Labels), Encode(record.Properties));
        var id = (long)connection.Scalar("SELECT last_insert_rowid()")!;
        foreach (var label in record.Labels) connection.Run("INSERT INTO node_labels VALUES (?1, ?2)", (long)connection.NewToken(label), id);
        Reindex(false, id, [], NoProperties, record.Labels, record.Properties);
        nodes[id] = record;
        Changes.NodesCreated++;
        Changes.LabelsAdded += record.Labels.Count;
        Changes.PropertiesSet += record.Properties.Count;
        return id;
    }

    public long CreateRelationship(string type, long start, long end, IReadOnlyDictionary<string, object?> properties)
    {
        if (!NodeExists(start) || !NodeExists(end)) throw new GraphException(ErrorCodes.EntityNotFound, "A relationship needs nodes that exist; one of its ends has been deleted in this transaction");
        var record = new RelationshipRecord(type, start, end, Present(properties));
        var token = (long)connection.NewToken(type);
        Touch();
        connection.Run("INSERT INTO relationships(type, start, \"end\", properties) VALUES (?1, ?2, ?3, ?4)", token, start, end, Encode(record.Properties));
        var id = (long)connection.Scalar("SELECT last_insert_rowid()")!;
        connection.Run("INSERT INTO adjacency VALUES (?1, ?2, ?3, ?4, ?5)", start, 1L, token, id, end);
        connection.Run("INSERT INTO adjacency VALUES (?1, ?2, ?3, ?4, ?5)", end, 0L, token, id, start);
        Reindex(true, id, [], NoProperties, [type], record.Properties);
        relationships[id] = record;
        Changes.RelationshipsCreated++;
        Changes.PropertiesSet += record.Properties.Count;
        return id;
    }

    public void SetNodeProperties(long id, IReadOnlyDictionary<string, object?> properties)
    {
        var old = Node(id);
        var changed = old with { Properties = Present(properties) };
        Touch();
        connection.Run("UPDATE nodes SET properties = ?2 WHERE id = ?1", id, Encode(changed.Properties));
        Reindex(false, id, old.Labels, old.Properties, changed.Labels, changed.Properties);
        nodes[id] = changed;
    }

    public void SetRelationshipProperties(long id, IReadOnlyDictionary<string, object?> properties)
    {
        var old = Relationship(id);
        var changed = old with { Properties = Present(properties) };
        Touch();
        connection.Run("UPDATE relationships SET properties = ?2 WHERE id = ?1", id, Encode(changed.Properties));
        Reindex(true, id, [old.Type], old.Properties, [old.Type], changed.Properties);
        relationships[id] = changed;
    }

    public void SetLabels(long id, IEnumerable<string> labels)
    {
        var old = Node(id);
        var changed = old with { Labels = Sorted(labels) };
        Touch();
        connection.Run("UPDATE nodes SET labels = ?2 WHERE id = ?1", id, EncodeLabels(changed.Labels));
        foreach (var label in changed.Labels.Except(old.Labels))
        {
            connection.Run("INSERT INTO node_labels VALUES (?1, ?2)", (long)connection.NewToken(label), id);
            Changes.LabelsAdded++;
        }

        foreach (var label in old.Labels.Except(changed.Labels))
        {
            connection.Run("DELETE FROM node_labels WHERE label = ?1 AND node = ?2", (long)connection.Token(label), id);
            Changes.LabelsRemoved++;
        }

        Reindex(false, id, old.Labels, old.Properties, changed.Labels, changed.Properties);
        nodes[id] = changed;
    }

    /// <summary>Deletes a node; its relationships must be gone before the statement ends.</summary>
    public void DeleteNode(long id)
    {
        if (deletedNodes.Contains(id) || FindNode(id) is not { } old) return;
        Touch();
        connection.Run("DELETE FROM nodes WHERE id = ?1", id);
        foreach (var label in old.Labels) connection.Run("DELETE FROM node_labels WHERE label = ?1 AND node = ?2", (long)connection.Token(label), id);
        Reindex(false, id, old.Labels, old.Properties, [], NoProperties);
        nodes.Remove(id);
        deletedNodes.Add(id);
        Changes.NodesDeleted++;
    }

    public void DeleteRelationship(long id)
    {
        if (deletedRelationships.Contains(id) || FindRelationship(id) is not { } old) return;
        Touch();
        var token = (long)connection.Token(old.Type);
        connection.Run("DELETE FROM relationships WHERE id = ?1", id);
        connection.Run("DELETE FROM adjacency WHERE node = ?1 AND outgoing = 1 AND type = ?2 AND relationship = ?3", old.Start, token, id);
        connection.Run("DELETE FROM adjacency WHERE node = ?1 AND outgoing = 0 AND type = ?2 AND relationship = ?3", old.End, token, id);
        Reindex(true, id, [old.Type], old.Properties, [], NoProperties);
        relationships.Remove(id);
        deletedRelationships.Add(id);
        Changes.RelationshipsDeleted++;
    }

    private void Touch()
    {
        if (!Writes) throw new GraphException(ErrorCodes.AccessMode, "Writing in read access mode not allowed. Open the session for writing, or add --write on the command line.");
        IsDirty = true;
        if (nodes.Count >= CachedRecords) nodes.Clear();
        if (relationships.Count >= CachedRecords) relationships.Clear();
    }

    private static List<string> Sorted(IEnumerable<string> labels) => labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    private static Dictionary<string, object?> Present(IReadOnlyDictionary<string, object?> properties)
        => properties.Where(property => property.Value is not null).ToDictionary(property => property.Key, property => ValueCodec.Stored(property.Value), StringComparer.Ordinal);

    private byte[] EncodeLabels(IReadOnlyList<string> labels)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt(labels.Count);
        foreach (var label in labels) writer.Write7BitEncodedInt(connection.NewToken(label));
        return bytes.ToArray();
    }

    private byte[] Encode(IReadOnlyDictionary<string, object?> properties)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write7BitEncodedInt(properties.Count);
        foreach (var (key, value) in properties.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            writer.Write7BitEncodedInt(connection.NewToken(key));
            ValueCodec.Write(writer, value!);
        }

        return bytes.ToArray();
    }
}
