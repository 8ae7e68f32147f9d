using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>The port's session: one transaction. One that only reads goes on with another after a failure, since it has nothing to lose.</summary>
internal sealed class BoltSession(AsyncTransaction transaction, SessionOptions session, DriverConfig config) : IGraphSession
{
    private readonly long opened = config.Clock.GetTimestamp();
    private bool isCommitted;

    public bool IsDistant => true;

    public async Task<IGraphResult> RunAsync(Statement statement, CancellationToken cancellation)
    {
        await ReadyAsync(cancellation);
        return await transaction.RunAsync(statement, config.FetchSize, session.MaxRows, cancellation);
    }

    public async Task<IReadOnlyList<Expansion>> ExpandAsync(IReadOnlyList<long> frontier, ExpandFilter filter, CancellationToken cancellation)
    {
        if (frontier.Count == 0) return [];
        await ReadyAsync(cancellation);
        // All rows are wanted, so they are asked for at once.
        await using var result = await transaction.RunAsync(Expanding.Statement(frontier, filter), Pull.All, null, cancellation);
        return await Expanding.ReadAsync(result, frontier, cancellation);
    }

    public async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>>> ReadAsync(IReadOnlyList<Statement> statements, CancellationToken cancellation)
    {
        if (statements.Count == 0) return [];
        await ReadyAsync(cancellation);
        return await transaction.ReadAsync(statements, session.MaxRows, cancellation);
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        ThrowIfCommitted();
        if (session.Mode == AccessMode.Write || transaction.IsOpen) await transaction.CommitAsync(cancellation);
        isCommitted = true;
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    private async Task ReadyAsync(CancellationToken cancellation)
    {
        ThrowIfCommitted();
        await transaction.FinishLatestAsync(cancellation);
        if (transaction.IsBegun || session.Mode == AccessMode.Write || transaction.IsLost) return;
        var left = session.Timeout - config.Clock.GetElapsedTime(opened);
        if (left <= TimeSpan.Zero) throw new GraphException(ErrorCodes.TimedOut, $"The session's time of {session.Timeout!.Value.TotalSeconds:0.#} s is over.");
        transaction.BeginAgain(left);
    }

    private void ThrowIfCommitted()
    {
        if (isCommitted) throw new GraphException(ErrorCodes.StorageFailed, "The transaction is committed; open a new session.");
    }
}
