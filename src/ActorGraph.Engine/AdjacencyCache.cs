using ActorGraph.Engine.Storage;
using ActorGraph.Graph;

namespace ActorGraph.Engine;

/// <summary>
/// Answers path-search steps. After some steps on one committed version it keeps an immutable copy of that version's adjacency in memory; the tables stay the truth,
/// and a transaction that has written reads them.
/// </summary>
internal sealed class AdjacencyCache
{
    /// <summary>How many steps read the tables before a copy pays.</summary>
    private const int StepsBeforeCopy = 32;

    private readonly Lock building = new();
    private volatile Adjacency? copy;
    private long counted;
    private int steps;

    public IReadOnlyList<Expansion> Expand(StoreTransaction transaction, IReadOnlyList<long> frontier, ExpandFilter filter)
    {
        var current = copy;
        if (!transaction.IsDirty && (current?.Version == transaction.Version || ShouldBuild(transaction))) return Expand(Copy(transaction), transaction, frontier, filter);
        return FromTables(transaction, frontier, filter);
    }

    private bool ShouldBuild(StoreTransaction transaction)
    {
        if (Interlocked.Exchange(ref counted, transaction.Version) != transaction.Version) steps = 0;
        return Interlocked.Increment(ref steps) > StepsBeforeCopy;
    }

    private Adjacency Copy(StoreTransaction transaction)
    {
        lock (building)
        {
            if (copy?.Version != transaction.Version) copy = Adjacency.Of(transaction);
            return copy!;
        }
    }

    private static Expansion[] Expand(Adjacency adjacency, StoreTransaction transaction, IReadOnlyList<long> frontier, ExpandFilter filter)
    {
        var types = adjacency.Tokens(filter.Types);
        Adjacency.TokenSet? statuses = filter.Statuses is null ? null : adjacency.Tokens(filter.Statuses);
        // Counted before it is filled: one array of the right size spares the copies of a growing list.
        var found = new Expansion[frontier.Sum(node => CountOf(node, out _))];
        var filled = 0;
        foreach (var node in frontier)
        {
            if (CountOf(node, out var isHub) == 0) continue;
            if (isHub)
            {
                found[filled++] = new Expansion(node, node, 0, "", false, [], null, null, IsHub: true);
                continue;
            }

            var (from, to) = adjacency.Range(node);
            for (var i = from; i < to; i++)
            {
                ref readonly var entry = ref adjacency.Entries[i];
                if (Passes(entry)) found[filled++] = With(transaction, filter, node, entry.Other, entry.Relationship, adjacency.Name(entry.Type), entry.Outgoing, adjacency.Labels(entry.Other));
            }
        }

        return found;

        bool Passes(in Adjacency.Entry entry) => types.Has(entry.Type) && (statuses is not { } allowed || entry.Status < 0 || allowed.Has(entry.Status));

        int CountOf(long node, out bool isHub)
        {
            var (from, to) = adjacency.Range(node);
            isHub = filter.MaxPerNode is { } most && adjacency.Count(from, to, types, most) > most;
            if (isHub) return 1;
            var count = 0;
            for (var i = from; i < to; i++)
                if (Passes(adjacency.Entries[i])) count++;
            return count;
        }
    }

    private static List<Expansion> FromTables(StoreTransaction transaction, IReadOnlyList<long> frontier, ExpandFilter filter)
    {
        var found = new List<Expansion>();
        foreach (var node in frontier)
        {
            var neighbours = transaction.Neighbours(node, null, filter.Types);
            if (neighbours.Count > filter.MaxPerNode)
            {
                found.Add(new Expansion(node, node, 0, "", false, [], null, null, IsHub: true));
                continue;
            }

            foreach (var neighbour in neighbours)
            {
                if (filter.Statuses is not null && transaction.Relationship(neighbour.Relationship).Properties.GetValueOrDefault("status") is string status && !filter.Statuses.Contains(status)) continue;
                found.Add(With(transaction, filter, node, neighbour.Node, neighbour.Relationship, neighbour.Type, neighbour.Outgoing, transaction.Node(neighbour.Node).Labels));
            }
        }

        return found;
    }

    private static Expansion With(StoreTransaction transaction, ExpandFilter filter, long from, long to, long relationship, string type, bool outgoing, IReadOnlyList<string> labels)
    {
        if (!filter.Properties) return new Expansion(from, to, relationship, type, outgoing, labels, null, null);
        var node = transaction.Node(to);
        var record = transaction.Relationship(relationship);
        return new Expansion(from, to, relationship, type, outgoing, labels, new GraphNode(to, node.Labels, node.Properties),
            new GraphRelationship(relationship, record.Start, record.End, record.Type, record.Properties));
    }
}
