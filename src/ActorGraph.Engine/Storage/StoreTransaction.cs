using System.Text;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Storage;

/// <summary>
/// One transaction over the tables, synchronous. A reader sees the snapshot of its first moment. Ids are internal row numbers.
/// </summary>
internal sealed partial class StoreTransaction : IDisposable
{
    private const int CachedRecords = 100_000;

    private readonly StoreConnection connection;
    private readonly Dictionary<long, NodeRecord> nodes = [];
    private readonly Dictionary<long, RelationshipRecord> relationships = [];
    private readonly HashSet<long> deletedNodes = [];
    private readonly HashSet<long> deletedRelationships = [];
    private readonly SharedRecords.Version? shared;
    private bool isOpen = true;

    /// <param name="records">What readers share; a writer sees its own changes and does without.</param>
    public StoreTransaction(StoreConnection connection, bool writes, SharedRecords? records = null)
    {
        (this.connection, Writes) = (connection, writes);
        connection.Run(writes ? "BEGIN IMMEDIATE" : "BEGIN");
        // The first read fixes the snapshot.
        Version = (long)connection.Scalar("SELECT value FROM meta WHERE key = 'version'")!;
        shared = writes ? null : records?.Of(Version);
    }

    public bool Writes { get; }

    /// <summary>Whether anything was changed.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Counts the commits of the store, whichever process made them.</summary>
    public long Version { get; }

    public ChangeCounter Changes { get; } = new();

    public bool NodeExists(long id) => !deletedNodes.Contains(id) && (nodes.ContainsKey(id) || FindNode(id) is not null);

    public bool IsDeletedNode(long id) => deletedNodes.Contains(id);

    public bool IsDeletedRelationship(long id) => deletedRelationships.Contains(id);

    /// <exception cref="GraphException">The node was deleted in this transaction.</exception>
    public NodeRecord Node(long id) => FindNode(id) ?? throw new GraphException(ErrorCodes.EntityNotFound, "Node has been deleted in this transaction (DeletedEntityAccess)");

    /// <exception cref="GraphException">The relationship was deleted in this transaction.</exception>
    public RelationshipRecord Relationship(long id) => FindRelationship(id)
        ?? throw new GraphException(ErrorCodes.EntityNotFound, "Relationship has been deleted in this transaction (DeletedEntityAccess)");

    /// <summary>The relationship, null where there is none or it was deleted in this transaction.</summary>
    public RelationshipRecord? RelationshipOrNull(long id) => deletedRelationships.Contains(id) ? null : FindRelationship(id);

    /// <summary>Nodes in ascending order, those of a label or all. May be read while nodes are written.</summary>
    public IEnumerable<long> Nodes(string? label)
    {
        const int Page = 1000;
        var token = label is null ? 0 : connection.Token(label);
        if (token < 0) yield break;
        for (long after = 0; ;)
        {
            var page = label is null
                ? connection.Rows("SELECT id FROM nodes WHERE id > ?1 ORDER BY id LIMIT ?2", row => row.GetInt64(0), after, (long)Page)
                : connection.Rows("SELECT node FROM node_labels WHERE label = ?1 AND node > ?2 ORDER BY node LIMIT ?3", row => row.GetInt64(0), (long)token, after, (long)Page);
            foreach (var id in page) yield return id;
            if (page.Count < Page) yield break;
            after = page[^1];
        }
    }

    /// <param name="outgoing">true, false, or null for both directions; a loop is then met once.</param>
    /// <param name="types">null: any type.</param>
    public List<Neighbour> Neighbours(long node, bool? outgoing, IReadOnlyList<string>? types)
    {
        var found = new List<Neighbour>();
        if (outgoing != false) Neighbours(node, true, types, found);
        if (outgoing != true)
        {
            var loopsAreIn = outgoing is null;
            var from = found.Count;
            Neighbours(node, false, types, found);
            if (loopsAreIn)
            {
                for (var i = found.Count - 1; i >= from; i--)
                {
                    if (found[i].Node == node) found.RemoveAt(i);
                }
            }
        }

        return found;
    }

    /// <param name="label">null: every node.</param>
    public long CountNodes(string? label) => (long)(label is null ? connection.Scalar("SELECT count(*) FROM nodes")
        : connection.Scalar("SELECT count(*) FROM node_labels WHERE label = ?1", (long)connection.Token(label)))!;

    /// <param name="types">null: every relationship.</param>
    public long CountRelationships(IReadOnlyList<string>? types) => types is null ? (long)connection.Scalar("SELECT count(*) FROM relationships")!
        : types.Distinct(StringComparer.Ordinal).Sum(type => (long)connection.Scalar("SELECT count(*) FROM relationships WHERE type = ?1", (long)connection.Token(type))!);

    public long Degree(long node) => (long)connection.Scalar("SELECT count(*) FROM adjacency WHERE node = ?1", node)!;

    public IEnumerable<(long Id, int Type, long Start, long End, byte[] Properties)> AllRelationships()
    {
        const int Page = 2000;
        for (long after = 0; ;)
        {
            var page = connection.Rows("SELECT id, type, start, \"end\", properties FROM relationships WHERE id > ?1 ORDER BY id LIMIT ?2",
                row => (row.GetInt64(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), (byte[])row.GetValue(4)), after, (long)Page);
            foreach (var relationship in page) yield return relationship;
            if (page.Count < Page) yield break;
            after = page[^1].Item1;
        }
    }

    public IEnumerable<(long Id, IReadOnlyList<string> Labels)> AllLabels()
    {
        const int Page = 2000;
        for (long after = 0; ;)
        {
            var page = connection.Rows("SELECT id, labels FROM nodes WHERE id > ?1 ORDER BY id LIMIT ?2", row => (row.GetInt64(0), DecodeLabels((byte[])row.GetValue(1))), after, (long)Page);
            foreach (var (id, labels) in page) yield return (id, labels);
            if (page.Count < Page) yield break;
            after = page[^1].Item1;
        }
    }

    public long MaxNodeId() => connection.Scalar("SELECT max(id) FROM nodes") as long? ?? 0;

    /// <summary>Every name that stands as label, type or property key, in use or once used.</summary>
    public List<string> Names(string sql) => connection.Rows(sql, row => row.GetString(0));

    public string TokenName(int token) => connection.Name(token);

    /// <summary>Properties as stored: for walks that read many and keep few.</summary>
    public Dictionary<string, object?> Decode(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, false), Encoding.UTF8);
        var count = reader.Read7BitEncodedInt();
        var properties = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var key = connection.Name(reader.Read7BitEncodedInt());
            properties[key] = ValueCodec.Read(reader);
        }

        return properties;
    }

    /// <summary>Makes everything durable; when it returns, a power cut loses nothing.</summary>
    public void Commit()
    {
        if (IsDirty) connection.Run("UPDATE meta SET value = value + 1 WHERE key = 'version'");
        connection.Run("COMMIT");
        connection.KeepNewTokens();
        isOpen = false;
    }

    public void Dispose()
    {
        if (!isOpen) return;
        isOpen = false;
        connection.ForgetNewTokens();
        // SQLite has already rolled back where the disk was full; then there is nothing left to take back.
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException nothingOpen) when (nothingOpen.SqliteErrorCode == 1)
        {
            IsDirty = false;
        }
    }

    private NodeRecord? FindNode(long id)
    {
        if (shared?.Node(id) is { } read) return read;
        if (nodes.TryGetValue(id, out var known)) return known;
        if (deletedNodes.Contains(id)) return null;
        var rows = connection.Rows("SELECT labels, properties FROM nodes WHERE id = ?1", row => new NodeRecord(DecodeLabels((byte[])row.GetValue(0)), Decode((byte[])row.GetValue(1))), id);
        if (rows.Count == 0) return null;
        shared?.Keep(id, rows[0]);
        if (nodes.Count >= CachedRecords) nodes.Clear();
        return nodes[id] = rows[0];
    }

    private RelationshipRecord? FindRelationship(long id)
    {
        if (shared?.Relationship(id) is { } read) return read;
        if (relationships.TryGetValue(id, out var known)) return known;
        if (deletedRelationships.Contains(id)) return null;
        var rows = connection.Rows("SELECT type, start, \"end\", properties FROM relationships WHERE id = ?1",
            row => new RelationshipRecord(connection.Name(row.GetInt32(0)), row.GetInt64(1), row.GetInt64(2), Decode((byte[])row.GetValue(3))), id);
        if (rows.Count == 0) return null;
        shared?.Keep(id, rows[0]);
        if (relationships.Count >= CachedRecords) relationships.Clear();
        return relationships[id] = rows[0];
    }

    private void Neighbours(long node, bool outgoing, IReadOnlyList<string>? types, List<Neighbour> found)
    {
        if (types is null)
        {
            found.AddRange(connection.Rows("SELECT relationship, type, other FROM adjacency WHERE node = ?1 AND outgoing = ?2",
                row => new Neighbour(row.GetInt64(0), connection.Name(row.GetInt32(1)), row.GetInt64(2), outgoing), node, outgoing ? 1L : 0L));
            return;
        }

        foreach (var type in types.Distinct(StringComparer.Ordinal))
        {
            var token = connection.Token(type);
            if (token < 0) continue;
            found.AddRange(connection.Rows("SELECT relationship, other FROM adjacency WHERE node = ?1 AND outgoing = ?2 AND type = ?3",
                row => new Neighbour(row.GetInt64(0), type, row.GetInt64(1), outgoing), node, outgoing ? 1L : 0L, (long)token));
        }
    }

    private List<string> DecodeLabels(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, false));
        var labels = new List<string>();
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--) labels.Add(connection.Name(reader.Read7BitEncodedInt()));
        labels.Sort(StringComparer.Ordinal);
        return labels;
    }
}
