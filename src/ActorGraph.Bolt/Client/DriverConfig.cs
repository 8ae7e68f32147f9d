using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>How much a server should tell beside the rows.</summary>
public enum NotificationSeverity { Off, Warning, Information }

/// <summary>Bounds of the driver, named as in the manual of Neo4j's own; the defaults suit a server on the same network.</summary>
public sealed record DriverConfig
{
    public static readonly DriverConfig Default = new();

    /// <summary>From the first packet to the end of the logon.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the server may give no sign of life while an answer is due; null: as long as it hints itself when greeted, else two minutes.</summary>
    public TimeSpan? ReadTimeout { get; init; }

    /// <summary>Connections in use to one server at one time; more wait for <see cref="ConnectionAcquisitionTimeout"/>.</summary>
    public int MaxConnectionPoolSize { get; init; } = 16;

    public TimeSpan ConnectionAcquisitionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that was not used for this long is asked whether it lives before it is used again.</summary>
    public TimeSpan ConnectionLivenessCheckTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A connection older than this is closed instead of being used again, so that balancers and new certificates get their turn.</summary>
    public TimeSpan MaxConnectionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>After this much time a managed transaction is not tried again.</summary>
    public TimeSpan MaxTransactionRetryTime { get; init; } = Retrying.DefaultLimit;

    /// <summary>Rows asked for at a time.</summary>
    public int FetchSize { get; init; } = 1000;

    /// <summary>The largest message that is accepted, which bounds what one row may take in memory.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    /// <summary>The least that is told; null: the server decides.</summary>
    public NotificationSeverity? NotificationsMinimumSeverity { get; init; }

    /// <summary>Categories never told, as the manual names them: HINT, DEPRECATION, PERFORMANCE, …</summary>
    public IReadOnlyList<string> NotificationsDisabledCategories { get; init; } = [];

    /// <summary>How the program calls itself to the server; null: ActorGraph and its version.</summary>
    public string? UserAgent { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>Of one session.</summary>
public sealed record SessionConfig
{
    public static readonly SessionConfig Default = new();

    /// <summary>The database on the server; null: the user's home database.</summary>
    public string? Database { get; init; }

    public AccessMode DefaultAccessMode { get; init; } = AccessMode.Write;

    /// <summary>The first transaction sees at least what these mark.</summary>
    public IReadOnlyList<string> Bookmarks { get; init; } = [];

    /// <summary>Rows asked for at a time; null: the driver's.</summary>
    public int? FetchSize { get; init; }

    /// <summary>Who asks, where it is another than the driver's.</summary>
    public AuthToken? AuthToken { get; init; }

    /// <summary>As whom to act, where the server allows that.</summary>
    public string? ImpersonatedUser { get; init; }
}

/// <summary>Of one transaction.</summary>
/// <param name="Timeout">The server ends it after this time; null: its own bound.</param>
/// <param name="Metadata">Shown by the server's list of transactions and its log of queries.</param>
public sealed record TransactionConfig(TimeSpan? Timeout = null, IReadOnlyDictionary<string, object?>? Metadata = null)
{
    public static readonly TransactionConfig Default = new();
}
