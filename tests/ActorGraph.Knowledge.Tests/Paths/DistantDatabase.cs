using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Tests.Paths;

/// <summary>The embedded database as one that says it is a journey away, so that what is done for servers is tried without one.</summary>
internal sealed class DistantDatabase(IGraphDatabase database) : IGraphDatabase
{
    private int _expansions;
    private int _statements;

    public string Uri => database.Uri;

    /// <summary>How often a search went a step on its own.</summary>
    public int Expansions => _expansions;

    /// <summary>How many statements were run.</summary>
    public int Statements => _statements;

    public async Task<IGraphSession> OpenAsync(SessionOptions options, CancellationToken cancellation) => new Session(this, await database.OpenAsync(options, cancellation));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Session(DistantDatabase database, IGraphSession session) : IGraphSession
    {
        public bool IsDistant => true;

        public Task<IGraphResult> RunAsync(Statement statement, CancellationToken cancellation)
        {
            database._statements++;
            return session.RunAsync(statement, cancellation);
        }

        public Task<IReadOnlyList<Expansion>> ExpandAsync(IReadOnlyList<long> frontier, ExpandFilter filter, CancellationToken cancellation)
        {
            database._expansions++;
            return session.ExpandAsync(frontier, filter, cancellation);
        }

        public Task CommitAsync(CancellationToken cancellation) => session.CommitAsync(cancellation);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
