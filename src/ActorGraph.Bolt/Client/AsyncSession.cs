using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>A series of transactions, one at a time, of which each sees what the one before it wrote.</summary>
public sealed class AsyncSession : IAsyncDisposable
{
    private readonly BoltDriver driver;
    private readonly SessionConfig session;
    private readonly DriverConfig config;
    private readonly Bookmarks bookmarks;
    private ResultCursor? open;

    internal AsyncSession(BoltDriver driver, SessionConfig session, DriverConfig config)
    {
        (this.driver, this.session, this.config) = (driver, session, config);
        bookmarks = new(session.Bookmarks);
    }

    /// <summary>Marks of what this session has seen, for a session elsewhere that must see it too.</summary>
    public IReadOnlyList<string> LastBookmarks => bookmarks.Current;

    /// <summary>An auto-commit transaction: one statement, sent once and never again by itself. Its rows must be read or disposed before the next.</summary>
    public async Task<ResultCursor> RunAsync(Statement statement, TransactionConfig? transaction = null, CancellationToken cancellation = default)
    {
        await FinishAsync();
        var to = To(session.DefaultAccessMode);
        return open = await driver.RunAsync(statement, to, transaction ?? TransactionConfig.Default, Fetch, made => bookmarks.Replace(to.Bookmarks, made), cancellation);
    }

    /// <summary>An explicit transaction, which the caller commits.</summary>
    public Task<AsyncTransaction> BeginTransactionAsync(TransactionConfig? transaction = null, CancellationToken cancellation = default) => BeginAsync(session.DefaultAccessMode, transaction, cancellation);

    /// <summary>A managed transaction that reads: run again where its failure may pass.</summary>
    public Task<T> ExecuteReadAsync<T>(Func<AsyncTransaction, Task<T>> work, TransactionConfig? transaction = null, CancellationToken cancellation = default) => ExecuteAsync(AccessMode.Read, work, transaction, cancellation);

    /// <summary>A managed transaction that writes: committed when the work returns, run again where its failure may pass. The work must do nothing else that counts.</summary>
    public Task<T> ExecuteWriteAsync<T>(Func<AsyncTransaction, Task<T>> work, TransactionConfig? transaction = null, CancellationToken cancellation = default) => ExecuteAsync(AccessMode.Write, work, transaction, cancellation);

    public ValueTask DisposeAsync() => FinishAsync();

    private int Fetch => session.FetchSize ?? config.FetchSize;

    private Destination To(AccessMode mode) => new(mode, session.Database, bookmarks.Current, session.AuthToken, session.ImpersonatedUser);

    private async Task<AsyncTransaction> BeginAsync(AccessMode mode, TransactionConfig? transaction, CancellationToken cancellation)
    {
        await FinishAsync();
        var to = To(mode);
        return await driver.BeginAsync(to, transaction ?? TransactionConfig.Default, Fetch, made => bookmarks.Replace(to.Bookmarks, made), cancellation);
    }

    private Task<T> ExecuteAsync<T>(AccessMode mode, Func<AsyncTransaction, Task<T>> work, TransactionConfig? transaction, CancellationToken cancellation)
        => new Retrying(config.MaxTransactionRetryTime, config.Clock).RunAsync(async () =>
        {
            await using var attempt = await BeginAsync(mode, transaction, cancellation);
            var result = await work(attempt);
            if (attempt.IsOpen) await attempt.CommitAsync(cancellation);
            return result;
        }, cancellation);

    private async ValueTask FinishAsync()
    {
        if (open is not null) await open.DisposeAsync();
        open = null;
    }
}
