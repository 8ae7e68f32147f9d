namespace ActorGraph.Bolt.Client;

/// <summary>Bounds of the client; the defaults suit a server on the same network.</summary>
public sealed record BoltOptions
{
    public static readonly BoltOptions Default = new();

    /// <summary>The database on the server; null: the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>From the first packet to the end of the logon.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the server may give no sign of life while an answer is due; null: as long as it says itself when greeted, else two minutes.</summary>
    public TimeSpan? ReadTimeout { get; init; }

    /// <summary>Sessions at one time; more wait for <see cref="MaxWait"/>.</summary>
    public int MaxConnections { get; init; } = 16;

    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that was not used for this long is not trusted any more, and closed.</summary>
    public TimeSpan MaxIdle { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Rows asked for at a time.</summary>
    public int FetchSize { get; init; } = 1000;

    /// <summary>The largest message that is accepted, which bounds what one row may take in memory.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
