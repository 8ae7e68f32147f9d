using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Takes documents back: afterwards the graph is as though it had never seen them.</summary>
public sealed class Retraction(IGraphDatabase database)
{
    /// <returns>What changed; null where the document was not held.</returns>
    /// <exception cref="GraphException">The database failed; nothing was written.</exception>
    public async Task<GraphChange?> RetractAsync(string documentId, CancellationToken cancellation)
    {
        await using var session = await database.OpenInTurnAsync(cancellation);
        var held = await HeldFacts.ReadAsync(session, [documentId], cancellation);
        if (held.Count == 0) return null;
        var standing = ActorGroups.Standing(await HeldFacts.DecisionsAsync(session, cancellation));
        var change = await GraphUpdate.RunAsync(session, new(held, [], standing, standing), cancellation);
        await session.CommitAsync(cancellation);
        return change;
    }
}
