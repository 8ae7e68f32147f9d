using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Records;

/// <summary>Reads relationships and what facts rest on: each question for many ids at once, by a fixed number of statements.</summary>
public static class RelationshipReads
{
    /// <param name="between">Ids of actors: with one its relationships, with several those among them, with none all.</param>
    public static async Task<Page<RelationshipRecord>> ListAsync(IGraphSession session, IReadOnlyList<string> between, FactFilter filter, PageRequest page, CancellationToken cancellation)
    {
        if (between is [var one]) return (await OfAsync(session, filter, page, [one], cancellation)).GetValueOrDefault(one, Page<RelationshipRecord>.Empty);
        var rows = await session.RowsAsync(between.Count == 0 ? "read/relationships" : "read/relationships-between", cancellation, [.. filter.Parameters, .. Position(page), ("ids", between)]);
        return Page<RelationshipRecord>.Of(rows.Select(row => Keyed(row[0], row[1], row[2])), page);
    }

    public static async Task<long> CountAsync(IGraphSession session, IReadOnlyList<string> between, FactFilter filter, CancellationToken cancellation)
    {
        if (between is [var one]) return (await CountsAsync(session, filter, [one], cancellation)).GetValueOrDefault(one);
        return (long)(await session.RowsAsync(between.Count == 0 ? "read/relationships-count" : "read/relationships-between-count", cancellation, [.. filter.Parameters, ("ids", between)]))[0][0]!;
    }

    public static async Task<IReadOnlyDictionary<string, Page<RelationshipRecord>>> OfAsync(IGraphSession session, FactFilter filter, PageRequest page, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/relationships-of", cancellation, [.. filter.Parameters, .. Position(page), ("ids", ids)])).PagesById(page, row => Keyed(row[1], row[2], row[3]));

    public static async Task<IReadOnlyDictionary<string, long>> CountsAsync(IGraphSession session, FactFilter filter, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/relationships-of-count", cancellation, [.. filter.Parameters, ("ids", ids)])).ById(row => (long)row[1]!);

    public static async Task<IReadOnlyDictionary<string, RelationshipRecord>> ByIdsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/relationships-by-ids", cancellation, ("ids", ids))).ById(row => Reading.Relationship(row[1], row[2], row[3]));

    /// <summary>The sentences that meetings and relationships rest on, shortest first.</summary>
    /// <param name="most">Of each fact.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<EvidenceQuote>>> EvidenceAsync(IGraphSession session, int most, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/evidence", cancellation, ("ids", ids), ("most", most)))
            .ListsById(Reading.Quote);

    /// <summary>Meetings and relationships of actors in the order in which they happened; what has no day comes last.</summary>
    /// <param name="together">Only what concerns all of them.</param>
    public static async Task<Page<TimelineFact>> TimelineAsync(IGraphSession session, IReadOnlyList<string> actors, bool together, FactFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var rows = await session.RowsAsync("read/timeline", cancellation, [.. Timeline(filter), .. Position(page), .. Of(actors, together)]);
        return Page<TimelineFact>.Of(rows.Select(row => (new Keyset((string)row[1]!, (string)row[0]!), new TimelineFact((string)row[0]!))), page);
    }

    public static async Task<long> CountTimelineAsync(IGraphSession session, IReadOnlyList<string> actors, bool together, FactFilter filter, CancellationToken cancellation)
        => (long)(await session.RowsAsync("read/timeline-count", cancellation, [.. Timeline(filter), .. Of(actors, together)]))[0][0]!;

    /// <summary>What has no day is asked for by itself here, and meetings are one of the relations.</summary>
    private static (string, object?)[] Timeline(FactFilter filter)
        => [.. filter.Parameters.Where(parameter => parameter.Item1 != "undated"), ("undated", filter.Undated), ("met", filter.Relations is not { Count: > 0 } relations || relations.Contains(PathRelations.Met))];

    private static (string, object?)[] Of(IReadOnlyList<string> actors, bool together) => [("ids", actors), ("together", together ? actors.Count : 1)];

    private static (Keyset, RelationshipRecord) Keyed(object? relationship, object? from, object? to)
    {
        var record = Reading.Relationship(relationship, from, to);
        return (new("", record.Id), record);
    }

    private static (string, object?)[] Position(PageRequest page) => [("day", (page.After ?? Keyset.First).Day), ("after", (page.After ?? Keyset.First).Id), ("most", page.Most)];
}
