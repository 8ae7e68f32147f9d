using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>One explicit transaction on one connection. Disposing it without a commit takes it back.</summary>
public sealed class AsyncTransaction : IAsyncDisposable
{
    private readonly IConnections connections;
    private readonly Destination to;
    private readonly TransactionConfig config;
    private readonly int fetch;
    private readonly Action<string?>? onCommitted;
    private Rented rented;
    private ResultCursor? latest;
    private TimeSpan? timeout;
    private bool isBegun;
    private bool isOver;
    private bool isDisposed;

    /// <summary>BEGIN goes with the first statement, so that both are one journey.</summary>
    internal AsyncTransaction(Rented rented, IConnections connections, Destination to, TransactionConfig config, int fetch, Action<string?>? onCommitted)
        => (this.rented, this.connections, this.to, this.config, this.fetch, this.onCommitted, timeout) = (rented, connections, to, config, fetch, onCommitted, config.Timeout);

    /// <summary>Whether statements can be run and a commit would be heard.</summary>
    public bool IsOpen => !isOver && !isDisposed && (Connection.InTransaction || !isBegun);

    /// <summary>Whether the server has begun it, and has not ended it.</summary>
    internal bool IsBegun => isBegun && IsOpen;

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
        if (!isBegun) await BeginAsync(cancellation);
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
            if (Connection.IsBroken || (!isBegun && Connection.IsFree)) return;
            // RESET also interrupts rows that are still on their way.
            if (Connection.IsBusy || latest is { IsFinished: false }) await Connection.ResetAsync(Ending);
            else if (Connection.InTransaction && to.Mode == AccessMode.Read) await Connection.LeaveAsync();
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
        await SendAsync([statement], rows, cancellation);
        latest = new ResultCursor(Connection, await Connection.SucceedAsync(cancellation), rows, maxRows);
        // A statement without columns has no rows to wait for: what it changed, or why it failed, is told at once.
        if (latest.Columns.Count == 0) await latest.FinishAsync(cancellation);
        return latest;
    }

    /// <summary>Runs statements in one journey and reads all their rows. One that stands alone and only reads is sent without BEGIN and ROLLBACK, which can cost more than it.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>>> ReadAsync(IReadOnlyList<Statement> statements, long? maxRows, CancellationToken cancellation)
    {
        ThrowUnlessOpen();
        if (latest is not null) await latest.FinishAsync(cancellation);
        // One row above the limit is enough to tell that there are more.
        var rows = maxRows + 1 ?? Pull.All;
        if (!isBegun && to.Mode == AccessMode.Read && statements.Count == 1) return [await ReadAloneAsync(statements[0], rows, maxRows, cancellation)];
        await SendAsync(statements, rows, cancellation);
        var results = new List<IReadOnlyList<IReadOnlyList<object?>>>();
        foreach (var _ in statements)
        {
            latest = new ResultCursor(Connection, await Connection.SucceedAsync(cancellation), rows, maxRows);
            results.Add(await RowsAsync(latest, cancellation));
        }

        return results;
    }

    /// <summary>BEGIN, on a connection that lives.</summary>
    /// <param name="first">What is to be run in it, sent along.</param>
    internal Task BeginAsync(CancellationToken cancellation, params IReadOnlyList<Request> first) => OnLivingAsync(() => Connection.BeginAsync(Details, cancellation, first), cancellation);

    /// <summary>Nothing is lost with a connection that died before anything had begun on it, so a pooled one is replaced without a word.</summary>
    private async Task OnLivingAsync(Func<Task> begin, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await begin();
                return;
            }
            catch (GraphException) when (!rented.IsNew && Connection.IsBroken)
            {
                await rented.Pool.ForgetIdleAsync();
                await connections.ReturnAsync(rented);
            }
            finally
            {
                // What could not be written was not sent, and another statement may begin.
                isBegun = Connection.InTransaction || Connection.Ending is not null;
            }

            try
            {
                rented = await connections.RentAsync(to, cancellation);
            }
            catch
            {
                // What was given back is given back once.
                isDisposed = true;
                throw;
            }
        }
    }

    /// <summary>Gives up rows that were not read.</summary>
    internal async ValueTask FinishLatestAsync(CancellationToken cancellation)
    {
        if (latest is not null) await latest.FinishAsync(cancellation);
        latest = null;
    }

    /// <summary>Another transaction on the same connection, after a failure ended this one.</summary>
    internal void BeginAgain(TimeSpan? left)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        (isBegun, timeout) = (false, left);
    }

    private TransactionDetails Details => new(to.Mode, config with { Timeout = timeout }, rented.Database, to.ImpersonatedUser, to.Bookmarks);

    private async Task<IReadOnlyList<IReadOnlyList<object?>>> ReadAloneAsync(Statement statement, long rows, long? maxRows, CancellationToken cancellation)
    {
        await OnLivingAsync(async () => latest = new ResultCursor(Connection, await Connection.RunAsync(statement, rows, Details, cancellation), rows, maxRows), cancellation);
        try
        {
            return await RowsAsync(latest!, cancellation);
        }
        catch (GraphException failure) when (Connection.IsBusy)
        {
            await Connection.ResetAsync(failure);
            throw;
        }
    }

    private static async Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(ResultCursor cursor, CancellationToken cancellation)
    {
        var rows = new List<IReadOnlyList<object?>>();
        while (await cursor.FetchAsync(cancellation)) rows.Add(cursor.Current);
        return rows;
    }

    /// <summary>RUN and PULL of each, with BEGIN before them where that is due; the answers to the former are still to be read.</summary>
    private async Task SendAsync(IReadOnlyList<Statement> statements, long rows, CancellationToken cancellation)
    {
        var requests = new List<Request>();
        foreach (var statement in statements) requests.AddRange([new Run(statement), new Pull(rows)]);
        if (isBegun) await Connection.SendAsync(cancellation, requests);
        else await BeginAsync(cancellation, requests);
    }

    private void ThrowUnlessOpen()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (isOver) throw new GraphException(ErrorCodes.StorageFailed, "The transaction is over; begin another.");
        if (Connection.InTransaction || !isBegun) return;
        throw Connection.IsBroken ? new GraphException(ErrorCodes.SessionExpired, "The connection of this transaction was lost; begin another.", cause: Ending)
            : new GraphException(ErrorCodes.StorageFailed, "The transaction failed before and was taken back; begin another.", cause: Ending);
    }
}
