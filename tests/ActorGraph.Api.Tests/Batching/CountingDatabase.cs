using ActorGraph.Graph;

namespace ActorGraph.Api.Tests.Batching;

/// <summary>A database that counts what it is asked: statements and steps of path searches.</summary>
public sealed class CountingDatabase(IGraphDatabase database) : IGraphDatabase
{
    private int asked;

    public string Uri => database.Uri;

    /// <summary>Statements since the last time this was read.</summary>
    public int Taken() => Interlocked.Exchange(ref asked, 0);

    public async Task<IGraphSession> OpenAsync(SessionOptions options, CancellationToken cancellation) => new Session(this, await database.OpenAsync(options, cancellation));

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private sealed class Session(CountingDatabase counter, IGraphSession session) : IGraphSession
    {
        public bool IsDistant => session.IsDistant;

        public Task<IGraphResult> RunAsync(Statement statement, CancellationToken cancellation)
        {
            Interlocked.Increment(ref counter.asked);
            return session.RunAsync(statement, cancellation);
        }

        public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>>> ReadAsync(IReadOnlyList<Statement> statements, CancellationToken cancellation)
        {
            Interlocked.Add(ref counter.asked, statements.Count);
            return session.ReadAsync(statements, cancellation);
        }

        public Task<IReadOnlyList<Expansion>> ExpandAsync(IReadOnlyList<long> frontier, ExpandFilter filter, CancellationToken cancellation)
        {
            Interlocked.Increment(ref counter.asked);
            return session.ExpandAsync(frontier, filter, cancellation);
        }

        public Task CommitAsync(CancellationToken cancellation) => session.CommitAsync(cancellation);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
