using System.Collections.Concurrent;

namespace ActorGraph.Engine.Storage;

/// <summary>Records of one committed version, decoded once for all readers of that version; the tables stay the truth.</summary>
internal sealed class SharedRecords
{
    private const int Most = 200_000;

    private volatile Version current = new(-1);

    /// <summary>What readers of one version share.</summary>
    public sealed class Version(long number)
    {
        private readonly ConcurrentDictionary<long, NodeRecord> nodes = new();
        private readonly ConcurrentDictionary<long, RelationshipRecord> relationships = new();
        private int count;

        public long Number => number;

        public StoreSchema? Schema { get; set; }

        public NodeRecord? Node(long id) => nodes.GetValueOrDefault(id);

        public RelationshipRecord? Relationship(long id) => relationships.GetValueOrDefault(id);

        public void Keep(long id, NodeRecord record)
        {
            if (Interlocked.Increment(ref count) <= Most) nodes[id] = record;
        }

        public void Keep(long id, RelationshipRecord record)
        {
            if (Interlocked.Increment(ref count) <= Most) relationships[id] = record;
        }
    }

    /// <summary>The newest version's records replace the older ones; a reader of an older snapshot gets a set of its own.</summary>
    public Version Of(long version)
    {
        var known = current;
        if (known.Number == version) return known;
        var fresh = new Version(version);
        if (version > known.Number) current = fresh;
        return fresh;
    }
}
