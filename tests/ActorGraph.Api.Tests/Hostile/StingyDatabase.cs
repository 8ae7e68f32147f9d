using ActorGraph.Graph;

namespace ActorGraph.Api.Tests.Hostile;

/// <summary>A database that gives less than was asked for, says that its time is over, or never answers.</summary>
public sealed class StingyDatabase(IGraphDatabase database, long? rows = null, bool isLate = false, bool isSilent = false) : IGraphDatabase
{
    public string Uri => database.Uri;

    public async Task<IGraphSession> OpenAsync(SessionOptions options, CancellationToken cancellation)
    {
        if (isLate) throw new GraphException(ErrorCodes.TimedOut, "The time of the transaction is over.");
        if (isSilent && options.Mode == AccessMode.Read) await Task.Delay(Timeout.Infinite, cancellation);
        return await database.OpenAsync(options with { MaxRows = rows ?? options.MaxRows }, cancellation);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
