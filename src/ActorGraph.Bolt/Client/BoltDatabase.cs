using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>A Neo4j server, spoken to in Bolt 5.</summary>
public sealed class BoltDatabase : IGraphDatabase
{
    private readonly ConnectionPool pool;
    private readonly BoltOptions options;

    private BoltDatabase(BoltAddress address, BoltCredentials credentials, BoltOptions options)
    {
        this.options = options;
        pool = new ConnectionPool(address, credentials, options);
        Uri = address.Name;
    }

    public string Uri { get; }

    /// <summary>Names the server; the first session connects.</summary>
    /// <exception cref="GraphException">The address is not one of Bolt.</exception>
    public static BoltDatabase Open(Uri uri, BoltCredentials credentials, BoltOptions? options = null) => new(BoltAddress.Of(uri), credentials, options ?? BoltOptions.Default);

    public async Task<IGraphSession> OpenAsync(SessionOptions session, CancellationToken cancellation)
    {
        var (connection, isNew) = await pool.RentAsync(cancellation);
        var begin = new Begin(session.Mode, session.Timeout, options.Database);
        try
        {
            try
            {
                await connection.BeginAsync(begin, cancellation);
            }
            catch (GraphException) when (!isNew && connection.IsBroken)
            {
                // The server closed it while it waited. Nothing of the transaction was sent, so nobody needs to know.
                connection = await pool.ReplaceAsync(connection, cancellation);
                await connection.BeginAsync(begin, cancellation);
            }
        }
        catch
        {
            await pool.ReturnAsync(connection);
            throw;
        }

        return new BoltSession(connection, pool, session, options);
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();
}
