using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>Connections to one server that wait for the next transaction, latest used first, and a bound on how many there are.</summary>
internal sealed class ConnectionPool(BoltAddress address, AuthToken token, DriverConfig config) : IAsyncDisposable
{
    private readonly SemaphoreSlim places = new(config.MaxConnectionPoolSize);
    private readonly Lock door = new();
    private readonly Stack<(BoltConnection Connection, long Since)> idle = [];
    private bool isClosed;

    public BoltAddress Address => address;

    public int InUse => config.MaxConnectionPoolSize - places.CurrentCount;

    /// <summary>A connection that was used before, if one can be trusted, else a new one.</summary>
    /// <param name="user">Who asks; null: the driver's own.</param>
    public async Task<(BoltConnection Connection, bool IsNew)> RentAsync(AuthToken? user, CancellationToken cancellation)
    {
        if (!await places.WaitAsync(config.ConnectionAcquisitionTimeout, cancellation))
        {
            throw new GraphException(ErrorCodes.ServiceUnavailable, $"All {config.MaxConnectionPoolSize} connections to {address.Name} are in use, and none became free within {config.ConnectionAcquisitionTimeout.TotalSeconds:0.#} s.");
        }

        try
        {
            while (Idle() is var (connection, since))
            {
                if (await CanBeUsedAsync(connection, since, user ?? token, cancellation)) return (connection, false);
                await connection.DisposeAsync();
            }

            return (await BoltConnection.OpenAsync(address, user ?? token, config, cancellation), true);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    public async ValueTask ReturnAsync(BoltConnection connection)
    {
        var isKept = false;
        if (connection.IsFree && connection.Ending is not GraphException { Code: ErrorCodes.AuthorizationExpired })
        {
            lock (door)
            {
                isKept = !isClosed;
                if (isKept) idle.Push((connection, config.Clock.GetTimestamp()));
            }
        }

        if (!isKept) await connection.DisposeAsync();
        places.Release();
    }

    /// <summary>Closes what waits: where one connection turned out to be dead, most likely the others died with it.</summary>
    public async ValueTask ForgetIdleAsync()
    {
        while (Idle() is var (connection, _)) await connection.DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        lock (door) isClosed = true;
        return ForgetIdleAsync();
    }

    private async Task<bool> CanBeUsedAsync(BoltConnection connection, long since, AuthToken user, CancellationToken cancellation)
    {
        if (connection.IsClosedByPeer || config.Clock.GetElapsedTime(connection.Opened) >= config.MaxConnectionLifetime) return false;
        if (config.Clock.GetElapsedTime(since) >= config.ConnectionLivenessCheckTimeout) await connection.ResetAsync(null);
        try
        {
            return !connection.IsBroken && (connection.Token.IsSameAs(user) || await connection.TryLogonAsync(user, cancellation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private (BoltConnection Connection, long Since)? Idle()
    {
        lock (door) return idle.TryPop(out var entry) ? entry : null;
    }
}
