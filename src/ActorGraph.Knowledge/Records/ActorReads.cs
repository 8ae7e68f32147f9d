using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Records;

/// <summary>Reads actors and places: each question for many ids at once, by a fixed number of statements.</summary>
public static class ActorReads
{
    /// <summary>Actors, places and meetings by id; an old id finds who now holds its member.</summary>
    public static async Task<IReadOnlyDictionary<string, IRecord>> ByIdsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await NodesAsync(session, ids, cancellation)).ToDictionary(pair => pair.Key, pair => pair.Value.Labels.Contains("Meeting") ? Reading.Meeting(pair.Value) : (IRecord)Reading.Actor(pair.Value));

    /// <summary>The actor or place that an id or a name in any spelling means.</summary>
    /// <exception cref="GraphException">Nobody or several are called so.</exception>
    public static async Task<ActorRecord> FindAsync(IGraphSession session, string idOrName, CancellationToken cancellation)
    {
        var found = (await new ActorLookup(session).FindAsync(idOrName, cancellation)).Chosen;
        if (found.IsMeeting) throw new GraphException(ErrorCodes.ActorNotFound, $"'{idOrName}' is a meeting, no actor.");
        return new(found.Id, found.Name, found.Kind, found.Aliases, found.Iso2);
    }

    public static async Task<Page<ActorRecord>> ListAsync(IGraphSession session, ActorFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var rows = await session.RowsAsync("read/actors", cancellation, [.. filter.Parameters, ("after", (page.After ?? Keyset.First).Id), ("most", page.Most)]);
        return Page<ActorRecord>.Of(rows.Select(row => Reading.Actor(row[0])).Select(actor => (new Keyset("", actor.Id), actor)), page);
    }

    public static async Task<long> CountAsync(IGraphSession session, ActorFilter filter, CancellationToken cancellation)
        => (long)(await session.RowsAsync("read/actors-count", cancellation, filter.Parameters))[0][0]!;

    /// <summary>In a few words what sets each apart.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SummariesAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var nodes = await NodesAsync(session, ids, cancellation);
        var summaries = await new ActorSummaries(session).OfAsync(nodes.Values.Select(ActorNode.Of).ToList(), cancellation);
        return nodes.Keys.Zip(summaries).ToDictionary(pair => pair.First, pair => pair.Second.Summary);
    }

    /// <summary>Ids of the documents that name each, ordinal order.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> DocumentsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var nodes = await NodesAsync(session, ids, cancellation);
        var found = (await session.RowsAsync("search/documents-of", cancellation, ("nodes", nodes.Values.Select(node => node.Id).Distinct()))).ToDictionary(row => (long)row[0]!, row => Statements.Texts(row[1]));
        return nodes.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)found.GetValueOrDefault(pair.Value.Id, []).Order(StringComparer.Ordinal).ToList());
    }

    /// <summary>Meetings, offices, family and relations of each, latest first, told with their sentences.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<PathStep>>> FactsAsync(IGraphSession session, int most, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var nodes = await NodesAsync(session, ids, cancellation);
        var facts = await new ActorFacts(session).OfAsync(nodes.Values.Select(ActorNode.Of).DistinctBy(actor => actor.Node).ToList(), most, cancellation);
        return nodes.ToDictionary(pair => pair.Key, pair => facts.GetValueOrDefault(pair.Value.Id, []));
    }

    private static async Task<Dictionary<string, GraphNode>> NodesAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var found = (await session.RowsAsync("read/by-ids", cancellation, ("ids", ids))).ById(row => (GraphNode)row[1]!).ToDictionary();
        var old = ids.Where(id => !found.ContainsKey(id)).ToList();
        if (old.Count == 0) return found;
        foreach (var (id, node) in (await session.RowsAsync("read/by-member-ids", cancellation, ("ids", old))).ById(row => (GraphNode)row[1]!)) found[id] = node;
        return found;
    }
}
