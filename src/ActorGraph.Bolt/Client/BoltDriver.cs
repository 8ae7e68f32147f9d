using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>Neo4j over Bolt 5, with the names and the behaviour of the manual of Neo4j's own drivers. One for the whole program; thread-safe.</summary>
public sealed class BoltDriver : IAsyncDisposable
{
    private readonly IConnections connections;
    private readonly DriverConfig config;

    private BoltDriver(BoltAddress address, AuthToken token, DriverConfig config)
    {
        (Uri, IsRouted, this.config) = (address.Name, address.Routing is not null, config);
        connections = IsRouted ? new RoutedConnections(address, token, config) : new DirectConnections(address, token, config);
    }

    /// <summary>As shown: without user, password or what stands behind a question mark.</summary>
    public string Uri { get; }

    internal bool IsRouted { get; }

    /// <summary>Names the server; the first transaction connects.</summary>
    /// <param name="uri"><c>bolt://</c> (one server) or <c>neo4j://</c> (a cluster); <c>+s</c> for encryption, <c>+ssc</c> where any certificate will do.</param>
    /// <exception cref="GraphException">The address is none.</exception>
    public static BoltDriver Open(Uri uri, AuthToken token, DriverConfig? config = null) => new(BoltAddress.Of(uri), token, config ?? DriverConfig.Default);

    /// <summary>A series of transactions of which each sees what the one before it wrote. Cheap; not thread-safe.</summary>
    public AsyncSession AsyncSession(SessionConfig? session = null) => new(this, session ?? SessionConfig.Default, config);

    /// <summary>Connects and logs on.</summary>
    /// <exception cref="GraphException">The server cannot be reached, or does not let this user in.</exception>
    public Task VerifyConnectivityAsync(CancellationToken cancellation = default) => GetServerInfoAsync(cancellation);

    public async Task<ServerInfo> GetServerInfoAsync(CancellationToken cancellation = default)
    {
        var rented = await connections.RentAsync(new Destination(AccessMode.Read), cancellation);
        await using var giveBack = new GiveBack(connections, rented);
        await rented.Connection.ResetAsync(null);
        return rented.Connection.IsBroken ? throw new GraphException(ErrorCodes.ServiceUnavailable, $"{Uri} gave no answer.") : rented.Connection.Server;
    }

    public ValueTask DisposeAsync() => connections.DisposeAsync();

    /// <summary>A transaction on a connection of its own; BEGIN goes with its first statement.</summary>
    internal async Task<AsyncTransaction> OpenAsync(Destination to, TransactionConfig transaction, int fetch, Action<string?>? onCommitted, CancellationToken cancellation)
        => new(await connections.RentAsync(to, cancellation), connections, to, transaction, fetch, onCommitted);

    /// <summary>A transaction that the server has begun.</summary>
    internal async Task<AsyncTransaction> BeginAsync(Destination to, TransactionConfig transaction, int fetch, Action<string?>? onCommitted, CancellationToken cancellation)
    {
        var opened = await OpenAsync(to, transaction, fetch, onCommitted, cancellation);
        try
        {
            await opened.BeginAsync(cancellation);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a statement that is its own transaction.</summary>
    internal async Task<ResultCursor> RunAsync(Statement statement, Destination to, TransactionConfig transaction, int fetch, Action<string?> onCommitted, CancellationToken cancellation)
    {
        var rented = await connections.RentAsync(to, cancellation);
        try
        {
            var started = await rented.Connection.RunAsync(statement, fetch, new(to.Mode, transaction, rented.Database, to.ImpersonatedUser, to.Bookmarks), cancellation);
            var cursor = new ResultCursor(rented.Connection, started, fetch, null, async last =>
            {
                onCommitted(last?.Bookmark);
                if (last is null && !rented.Connection.IsBroken) await rented.Connection.ResetAsync(null);
                await connections.ReturnAsync(rented);
            });
            if (cursor.Columns.Count == 0) await cursor.ConsumeAsync(cancellation);
            return cursor;
        }
        catch
        {
            await connections.ReturnAsync(rented);
            throw;
        }
    }

    private readonly record struct GiveBack(IConnections Connections, Rented Rented) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Connections.ReturnAsync(Rented);
    }
}
