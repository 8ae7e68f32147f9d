using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Loading;

/// <summary>A mark of what a graph holds: where two differ, something was written between them.</summary>
/// <param name="Version">The database's own count of commits, where it has one; the other two are read where it has none.</param>
public sealed record HeldState(long? Version, long Documents, long Decisions);

/// <summary>Which documents a graph holds, read without their text.</summary>
public sealed class HeldDocuments(IGraphDatabase database)
{
    /// <summary>Cheap: for asking again and again.</summary>
    public async Task<HeldState> StateAsync(CancellationToken cancellation)
    {
        if (await database.VersionAsync(cancellation) is { } version) return new(version, 0, 0);
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        var row = (await session.RowsAsync("search/held-counts", cancellation))[0];
        return new(null, (long)row[0]!, (long)row[1]!);
    }

    public async Task<IReadOnlyDictionary<string, DocumentReference>> ReadAsync(CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        return (await session.RowsAsync("search/held-documents", cancellation)).ToDictionary(row => (string)row[0]!,
            row => new DocumentReference((string)row[0]!, (string?)row[1], (string?)row[2], Words.ToDay((string?)row[3])), StringComparer.Ordinal);
    }

    /// <summary>Ids of the documents that another version of the extraction read, ordinal order.</summary>
    public async Task<IReadOnlyList<string>> ReadByOthersAsync(string version, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        return (await session.RowsAsync("search/read-by-others", cancellation, ("version", version))).Select(row => (string)row[0]!).ToList();
    }

    /// <summary>Documents as they were given.</summary>
    public async Task<IReadOnlyList<Document>> WithTextAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        return await HeldFacts.DocumentsAsync(session, ids, cancellation);
    }
}
