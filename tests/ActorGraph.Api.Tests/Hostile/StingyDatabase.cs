using ActorGraph.Graph;

namespace ActorGraph.Api.Tests.Hostile;

/// <summary>A database that gives less than was asked for, says that its time is over, never answers, or never finishes writing.</summary>
public sealed class StingyDatabase(IGraphDatabase database, long? rows = null, bool isLate = false, bool isSilent = false, bool isEndless = false) : IGraphDatabase
{
    public string Uri => database.Uri;

    public async Task<IGraphSession> OpenAsync(SessionOptions options, CancellationToken cancellation)
    {
        if (isLate) throw new GraphException(ErrorCodes.TimedOut, "The time of the transaction is over.");
        if (isSilent && options.Mode == AccessMode.Read) await Task.Delay(Timeout.Infinite, cancellation);
        var session = await database.OpenAsync(options with { MaxRows = rows ?? options.MaxRows }, cancellation);
        return isEndless && options.Mode == AccessMode.Write ? new Endless(session) : session;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    /// <summary>Everything is written, but the commit does not come to its end.</summary>
    private sealed class Endless(IGraphSession session) : IGraphSession
    {
        public Task<IGraphResult> RunAsync(Statement statement, CancellationToken cancellation) => session.RunAsync(statement, cancellation);

        public Task<IReadOnlyList<Expansion>> ExpandAsync(IReadOnlyList<long> frontier, ExpandFilter filter, CancellationToken cancellation) => session.ExpandAsync(frontier, filter, cancellation);

        public Task CommitAsync(CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
