using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>Where a transaction wants to go.</summary>
/// <param name="Database">Null: the user's home database.</param>
/// <param name="User">Null: the driver's own.</param>
internal sealed record Destination(AccessMode Mode, string? Database = null, IReadOnlyList<string>? Bookmarks = null, AuthToken? User = null, string? ImpersonatedUser = null);

/// <summary>A connection for one transaction.</summary>
/// <param name="IsNew">Made for it; one that was used before may have died in the meantime.</param>
/// <param name="Database">The database to name, where one must be.</param>
internal sealed record Rented(BoltConnection Connection, ConnectionPool Pool, bool IsNew, string? Database);

/// <summary>The ways to the database: one server, or a cluster that says who does what.</summary>
internal interface IConnections : IAsyncDisposable
{
    /// <exception cref="GraphException">Nobody who could serve the transaction can be reached.</exception>
    Task<Rented> RentAsync(Destination to, CancellationToken cancellation);

    ValueTask ReturnAsync(Rented rented);
}

/// <summary>One server for everything.</summary>
internal sealed class DirectConnections(BoltAddress address, AuthToken token, DriverConfig config) : IConnections
{
    private readonly ConnectionPool pool = new(address, token, config);

    public async Task<Rented> RentAsync(Destination to, CancellationToken cancellation)
    {
        var (connection, isNew) = await pool.RentAsync(to.User, cancellation);
        return new(connection, pool, isNew, to.Database);
    }

    public ValueTask ReturnAsync(Rented rented) => pool.ReturnAsync(rented.Connection);

    public ValueTask DisposeAsync() => pool.DisposeAsync();
}
