namespace ActorGraph.Bolt.Client;

/// <summary>Who logs on. Never printed.</summary>
public sealed class BoltCredentials
{
    /// <summary>For a server that asks nobody for a name.</summary>
    public static readonly BoltCredentials None = new(new Dictionary<string, object?> { ["scheme"] = "none" });

    private BoltCredentials(IReadOnlyDictionary<string, object?> fields) => Fields = fields;

    internal IReadOnlyDictionary<string, object?> Fields { get; }

    /// <summary>A user of the database with a password.</summary>
    public static BoltCredentials Basic(string user, string password)
        => new(new Dictionary<string, object?> { ["scheme"] = "basic", ["principal"] = user, ["credentials"] = password });
}
