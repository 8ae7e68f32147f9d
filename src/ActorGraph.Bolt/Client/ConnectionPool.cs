using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>Connections that wait for the next session, latest used first, and a bound on how many there are.</summary>
internal sealed class ConnectionPool(BoltAddress address, BoltCredentials credentials, BoltOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim places = new(options.MaxConnections);
    private readonly Lock door = new();
    private readonly Stack<(BoltConnection Connection, long Since)> idle = [];
    private bool isClosed;

    /// <summary>A connection that was used before, if one is trusted, else a new one.</summary>
    public async Task<(BoltConnection Connection, bool IsNew)> RentAsync(CancellationToken cancellation)
    {
        if (!await places.WaitAsync(options.MaxWait, cancellation))
        {
            throw new GraphException(ErrorCodes.ServiceUnavailable, $"All {options.MaxConnections} connections to {address.Name} are in use, and none became free within {options.MaxWait.TotalSeconds:0.#} s.");
        }

        try
        {
            while (Idle() is var (connection, since))
            {
                if (options.Clock.GetElapsedTime(since) < options.MaxIdle) return (connection, false);
                await connection.DisposeAsync();
            }

            return (await ConnectAsync(cancellation), true);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>Another connection instead of a rented one that turned out to be dead. What waited beside it most likely died with it.</summary>
    public async Task<BoltConnection> ReplaceAsync(BoltConnection dead, CancellationToken cancellation)
    {
        await dead.DisposeAsync();
        while (Idle() is var (connection, _)) await connection.DisposeAsync();
        return await ConnectAsync(cancellation);
    }

    public async ValueTask ReturnAsync(BoltConnection connection)
    {
        var isKept = false;
        if (!connection.IsBroken && !connection.IsBusy && !connection.InTransaction)
        {
            lock (door)
            {
                isKept = !isClosed;
                if (isKept) idle.Push((connection, options.Clock.GetTimestamp()));
            }
        }

        if (!isKept) await connection.DisposeAsync();
        places.Release();
    }

    public async ValueTask DisposeAsync()
    {
        lock (door) isClosed = true;
        while (Idle() is var (connection, _)) await connection.DisposeAsync();
    }

    private Task<BoltConnection> ConnectAsync(CancellationToken cancellation) => BoltConnection.OpenAsync(address, credentials, options, cancellation);

    private (BoltConnection Connection, long Since)? Idle()
    {
        lock (door) return idle.TryPop(out var entry) ? entry : null;
    }
}
