using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>One explicit transaction on one connection.</summary>
internal sealed class BoltSession(BoltConnection connection, ConnectionPool pool, SessionOptions session, BoltOptions options) : IGraphSession
{
    private readonly long opened = options.Clock.GetTimestamp();
    private BoltResult? latest;
    private bool isCommitted;
    private bool isDisposed;

    public async Task<IGraphResult> RunAsync(Statement statement, CancellationToken cancellation)
    {
        await ReadyAsync(cancellation);
        return await RunAsync(statement, options.FetchSize, session.MaxRows, cancellation);
    }

    public async Task<IReadOnlyList<Expansion>> ExpandAsync(IReadOnlyList<long> frontier, ExpandFilter filter, CancellationToken cancellation)
    {
        await ReadyAsync(cancellation);
        if (frontier.Count == 0) return [];
        // All rows are wanted, so they are asked for at once.
        await using var result = await RunAsync(Expanding.Statement(frontier, filter), Pull.All, null, cancellation);
        return await Expanding.ReadAsync(result, frontier, cancellation);
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        ThrowIfOver();
        if (latest is not null) await latest.DisposeAsync();
        if (connection.InTransaction)
        {
            try
            {
                await connection.EndAsync(new Commit(), cancellation);
            }
            catch (GraphException lost) when (connection.IsBroken)
            {
                throw new GraphException(lost.Code, lost.Message + " Whether the transaction was committed is not known.", cause: lost);
            }
        }
        else if (session.Mode == AccessMode.Write)
        {
            throw new GraphException(ErrorCodes.StorageFailed, "The transaction failed before and was taken back; nothing is left to commit.", cause: connection.Ending);
        }

        isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed) return;
        isDisposed = true;
        latest?.Abandon();
        try
        {
            if (connection.IsBroken) return;
            // RESET also interrupts rows that are still on their way.
            if (connection.IsBusy || latest is { IsFinished: false }) await connection.ResetAsync(null);
            else if (connection.InTransaction) await connection.EndAsync(new Rollback(), default);
        }
        catch (GraphException) when (!connection.InTransaction)
        {
            // The server took the transaction back by itself, which is what was asked for.
        }
        finally
        {
            await pool.ReturnAsync(connection);
        }
    }

    private async Task<BoltResult> RunAsync(Statement statement, long fetch, long? maxRows, CancellationToken cancellation)
    {
        await connection.SendAsync(cancellation, new Run(statement), new Pull(fetch));
        var started = await connection.SucceedAsync(cancellation);
        latest = new BoltResult(connection, started.Columns, fetch, maxRows);
        // A statement without columns has no rows to wait for: what it changed, or why it failed, is told at once.
        if (started.Columns.Count == 0) await latest.FinishAsync(cancellation);
        return latest;
    }

    private async Task ReadyAsync(CancellationToken cancellation)
    {
        ThrowIfOver();
        if (latest is not null) await latest.FinishAsync(cancellation);
        latest = null;
        if (connection.InTransaction) return;
        if (connection.IsBroken) throw new GraphException(ErrorCodes.SessionExpired, "The connection of this session was lost; open a new session.", cause: connection.Ending);
        if (session.Mode == AccessMode.Write)
        {
            throw new GraphException(ErrorCodes.StorageFailed, "The transaction failed before and was taken back; open a new session.", cause: connection.Ending);
        }

        // A transaction that only reads has nothing to lose: after a failure the session goes on with another.
        var left = session.Timeout - options.Clock.GetElapsedTime(opened);
        if (left <= TimeSpan.Zero) throw new GraphException(ErrorCodes.TimedOut, $"The session's time of {session.Timeout!.Value.TotalSeconds:0.#} s is over.");
        await connection.BeginAsync(new Begin(session.Mode, left, options.Database), cancellation);
    }

    private void ThrowIfOver()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (isCommitted) throw new GraphException(ErrorCodes.StorageFailed, "The transaction is committed; open a new session.");
    }
}
