using ActorGraph.Graph;
using SessionOptions = ActorGraph.Graph.SessionOptions;

namespace ActorGraph.Api.GraphQl;

/// <summary>The database as strangers may use it: nothing is written, and every session ends in time.</summary>
internal sealed class ReadOnlyDatabase(IGraphDatabase database) : IGraphDatabase
{
    public string Uri => database.Uri;

    public Task<IGraphSession> OpenAsync(SessionOptions options, CancellationToken cancellation)
        => database.OpenAsync(new SessionOptions(AccessMode.Read, options.Timeout < Limits.RequestTime ? options.Timeout : Limits.RequestTime, Math.Min(options.MaxRows ?? Limits.Rows, Limits.Rows)), cancellation);

    public Task<long?> VersionAsync(CancellationToken cancellation) => database.VersionAsync(cancellation);

    /// <summary>The database belongs to who opened it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
