using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Records;

/// <summary>Reads documents, articles and sightings: each question for many ids at once, by a fixed number of statements.</summary>
public static class DocumentReads
{
    /// <summary>Last published first; those of an unknown day come last.</summary>
    public static async Task<Page<DocumentReference>> ListAsync(IGraphSession session, DocumentFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var after = page.After ?? Keyset.Latest;
        var rows = await session.RowsAsync("read/documents", cancellation, [.. filter.Parameters, ("day", after.Day), ("after", after.Id), ("most", page.Most)]);
        return Page<DocumentReference>.Of(rows.Select(row => Reading.Reference(row, 0)).Select(d => (new Keyset(Words.Of(d.PublishedAt) ?? "", d.Id), d)), page);
    }

    public static async Task<long> CountAsync(IGraphSession session, DocumentFilter filter, CancellationToken cancellation)
        => (long)(await session.RowsAsync("read/documents-count", cancellation, filter.Parameters))[0][0]!;

    public static async Task<IReadOnlyDictionary<string, DocumentReference>> ByIdsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/documents-by-ids", cancellation, ("ids", ids))).ById(row => Reading.Reference(row, 0));

    public static async Task<IReadOnlyDictionary<string, DocumentProvenance>> ProvenanceAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/documents-by-ids", cancellation, ("ids", ids))).ById(row => new DocumentProvenance((string)row[4]!, (string)row[5]!));

    public static async Task<IReadOnlyDictionary<string, string>> TextsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/texts", cancellation, ("ids", ids))).ById(row => (string)row[1]!);

    public static async Task<IReadOnlyDictionary<string, ArticleRecord>> ArticlesByIdsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/articles-by-ids", cancellation, ("ids", ids))).ById(Reading.Article);

    /// <summary>The articles of documents, in the order of the text.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<ArticleRecord>>> ArticlesAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/articles", cancellation, ("ids", ids))).ListsById(Reading.Article);

    public static async Task<IReadOnlyDictionary<string, SightingRecord>> SightingsByIdsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/sightings-by-ids", cancellation, ("ids", ids))).ById(row => Reading.Sighting(row[1]));

    /// <summary>Whom sightings are of.</summary>
    public static async Task<IReadOnlyDictionary<string, ActorRecord>> ActorsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/actors-of-sightings", cancellation, ("ids", ids))).ById(row => Reading.Actor(row[1]));

    /// <summary>The sightings of actors, or those in articles.</summary>
    public static async Task<IReadOnlyDictionary<string, Page<SightingRecord>>> SightingsAsync(IGraphSession session, SightingsOf of, PageRequest page, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync(of == SightingsOf.Actors ? "read/sightings" : "read/sightings-in", cancellation, ("ids", ids), ("after", (page.After ?? Keyset.First).Id), ("most", page.Most)))
            .PagesById(page, row => Keyed(Reading.Sighting(row[1])));

    public static async Task<IReadOnlyDictionary<string, long>> SightingCountsAsync(IGraphSession session, SightingsOf of, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync(of == SightingsOf.Actors ? "read/sightings-count" : "read/sightings-in-count", cancellation, ("ids", ids))).ById(row => (long)row[1]!);

    private static (Keyset, SightingRecord) Keyed(SightingRecord sighting) => (new("", sighting.Id), sighting);
}

/// <summary>Whose sightings are read.</summary>
public enum SightingsOf { Actors, Articles }
