using ActorGraph.Facts;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Takes documents back: afterwards the graph is as though it had never seen them.</summary>
public sealed class Retraction(IGraphDatabase database)
{
    /// <returns>What changed; null where the document was not held.</returns>
    /// <exception cref="GraphException">The database failed; nothing was written.</exception>
    public async Task<GraphChange?> RetractAsync(string documentId, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Write, cancellation);
        var (held, decisions) = await HeldFacts.ReadAsync(session, cancellation);
        var after = held.Where(facts => facts.Document.Id != documentId).ToList();
        if (after.Count == held.Count) return null;
        var change = await GraphUpdate.RunAsync(session, held, decisions, after, decisions, cancellation);
        await session.CommitAsync(cancellation);
        return change;
    }
}
