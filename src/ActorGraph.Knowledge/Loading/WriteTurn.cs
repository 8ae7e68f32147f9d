using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Transactions that resolve the graph anew take turns on every database, whichever program they are of: each must see all that the one before it wrote.</summary>
internal static class WriteTurn
{
    /// <summary>A session that writes, once it is its turn.</summary>
    public static async Task<IGraphSession> OpenInTurnAsync(this IGraphDatabase database, CancellationToken cancellation)
    {
        var session = await database.OpenAsync(SessionOptions.Write, cancellation);
        try
        {
            await session.RowsAsync("write/turn", cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
