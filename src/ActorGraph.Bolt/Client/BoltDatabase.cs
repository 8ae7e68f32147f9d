using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>Neo4j as the port has it: a session is one explicit transaction, and in a cluster each sees what earlier ones of this program wrote.</summary>
public sealed class BoltDatabase : IGraphDatabase
{
    private readonly DriverConfig config;
    private readonly string? database;
    private readonly Bookmarks bookmarks = new([]);

    private BoltDatabase(BoltDriver driver, DriverConfig config, string? database) => (Driver, this.config, this.database) = (driver, config, database);

    public string Uri => database is null ? Driver.Uri : $"{Driver.Uri}/{database}";

    /// <summary>The same server with all that Bolt can do.</summary>
    public BoltDriver Driver { get; }

    /// <summary>Names the server; the first session connects.</summary>
    /// <param name="config">Null: the defaults, and no notifications, which the port would tell nobody.</param>
    /// <param name="database">The database on the server; null: the user's home database.</param>
    /// <exception cref="GraphException">The address is not one of Bolt.</exception>
    public static BoltDatabase Open(Uri uri, AuthToken token, DriverConfig? config = null, string? database = null)
    {
        config ??= DriverConfig.Default with { NotificationsMinimumSeverity = NotificationSeverity.Off };
        return new(BoltDriver.Open(uri, token, config), config, database);
    }

    public async Task<IGraphSession> OpenAsync(SessionOptions session, CancellationToken cancellation)
    {
        // One server sees its own commits anyhow.
        var seen = Driver.IsRouted ? bookmarks.Current : null;
        var transaction = await Driver.OpenAsync(new Destination(session.Mode, database, seen), new TransactionConfig(session.Timeout), config.FetchSize,
            Driver.IsRouted ? made => bookmarks.Replace(seen, made) : null, cancellation);
        return new BoltSession(transaction, session, config);
    }

    public ValueTask DisposeAsync() => Driver.DisposeAsync();
}
