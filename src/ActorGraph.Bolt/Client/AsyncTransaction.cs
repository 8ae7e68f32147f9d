using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>One explicit transaction on one connection. Disposing it without a commit takes it back.</summary>
public sealed class AsyncTransaction : IAsyncDisposable
{
    private readonly Rented rented;
    private readonly IConnections connections;
    private readonly TransactionDetails details;
    private readonly int fetch;
    private readonly Action<string?>? onCommitted;
    private ResultCursor? latest;
    private bool isOver;
    private bool isDisposed;

    internal AsyncTransaction(Rented rented, IConnections connections, TransactionDetails details, int fetch, Action<string?>? onCommitted)
        => (this.rented, this.connections, this.details, this.fetch, this.onCommitted) = (rented, connections, details, fetch, onCommitted);

    /// <summary>Whether statements can be run and a commit would be heard.</summary>
    public bool IsOpen => !isOver && !isDisposed && Connection.InTransaction;

    /// <summary>What ended it, where a failure did.</summary>
    internal Exception? Ending => Connection.Ending;

    internal bool IsLost => Connection.IsBroken;

    private BoltConnection Connection => rented.Connection;

    /// <summary>Runs a statement. The rows of an earlier one that were not read are given up.</summary>
    public Task<ResultCursor> RunAsync(Statement statement, CancellationToken cancellation = default) => RunAsync(statement, fetch, null, cancellation);

    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        ThrowUnlessOpen();
        if (latest is not null) await latest.DisposeAsync();
        ThrowUnlessOpen();
        // What was closed before COMMIT leaves was not committed: that is known, and can be run again.
        Connection.ThrowIfClosed();
        try
        {
            var success = await Connection.EndAsync(new Commit(), cancellation);
            onCommitted?.Invoke(success.Bookmark);
        }
        catch (GraphException lost) when (Connection.IsBroken)
        {
            throw new GraphException(ErrorCodes.IncompleteCommit, lost.Message + " Whether the transaction was committed is not known.", cause: lost);
        }

        isOver = true;
    }

    public async Task RollbackAsync(CancellationToken cancellation = default)
    {
        ThrowUnlessOpen();
        if (latest is not null) await latest.DisposeAsync();
        if (Connection.InTransaction) await Connection.EndAsync(new Rollback(), cancellation);
        isOver = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed) return;
        isDisposed = true;
        latest?.Abandon();
        try
        {
            if (Connection.IsBroken) return;
            // RESET also interrupts rows that are still on their way.
            if (Connection.IsBusy || latest is { IsFinished: false }) await Connection.ResetAsync(Ending);
            else if (Connection.InTransaction) await Connection.EndAsync(new Rollback(), default);
        }
        catch (GraphException) when (!Connection.InTransaction)
        {
            // The server took the transaction back by itself, which is what was asked for.
        }
        finally
        {
            await connections.ReturnAsync(rented);
        }
    }

    /// <param name="rows">How many to ask for at a time.</param>
    internal async Task<ResultCursor> RunAsync(Statement statement, long rows, long? maxRows, CancellationToken cancellation)
    {
        ThrowUnlessOpen();
        if (latest is not null) await latest.FinishAsync(cancellation);
        latest = new ResultCursor(Connection, await Connection.RunAsync(statement, rows, null, cancellation), rows, maxRows);
        // A statement without columns has no rows to wait for: what it changed, or why it failed, is told at once.
        if (latest.Columns.Count == 0) await latest.FinishAsync(cancellation);
        return latest;
    }

    /// <summary>Gives up rows that were not read.</summary>
    internal async ValueTask FinishLatestAsync(CancellationToken cancellation)
    {
        if (latest is not null) await latest.FinishAsync(cancellation);
        latest = null;
    }

    /// <summary>Another transaction on the same connection, after a failure ended this one.</summary>
    internal Task BeginAgainAsync(TimeSpan? left, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return Connection.BeginAsync(details with { Config = details.Config with { Timeout = left } }, cancellation);
    }

    private void ThrowUnlessOpen()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (isOver) throw new GraphException(ErrorCodes.StorageFailed, "The transaction is over; begin another.");
        if (Connection.InTransaction) return;
        throw Connection.IsBroken ? new GraphException(ErrorCodes.SessionExpired, "The connection of this transaction was lost; begin another.", cause: Ending)
            : new GraphException(ErrorCodes.StorageFailed, "The transaction failed before and was taken back; begin another.", cause: Ending);
    }
}
