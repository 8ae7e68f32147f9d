using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

internal enum Encryption { None, Trusted, AnyCertificate }

/// <summary>Where the server is and how the way there is protected.</summary>
internal sealed record BoltAddress(string Scheme, string Host, int Port, Encryption Encryption)
{
    private const int DefaultPort = 7687;

    /// <summary>As shown: without user, password, path or query.</summary>
    public string Name => $"{Scheme}://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";

    public static BoltAddress Of(Uri uri)
    {
        if (!uri.IsAbsoluteUri) throw Invalid($"A Neo4j address looks like bolt://localhost:{DefaultPort}; this one has no scheme.");
        Encryption? encryption = uri.Scheme switch { "bolt" => Encryption.None, "bolt+s" => Encryption.Trusted, "bolt+ssc" => Encryption.AnyCertificate, _ => null };
        if (uri.Scheme.StartsWith("neo4j", StringComparison.Ordinal)) throw Invalid($"{uri.Scheme}:// needs routing, which is not there yet; use {uri.Scheme.Replace("neo4j", "bolt", StringComparison.Ordinal)}://.");
        if (encryption is null) throw Invalid($"{uri.Scheme}:// is no address of Neo4j; use bolt://, bolt+s:// or bolt+ssc://.");
        if (uri.Host.Length == 0) throw Invalid($"A Neo4j address looks like bolt://localhost:{DefaultPort}; this one names no host.");
        if (uri.UserInfo.Length > 0) throw Invalid("User and password do not belong into the address; give them as credentials.");
        if (uri.AbsolutePath is not ("" or "/") || uri.Query.Length > 0) throw Invalid("A Neo4j address ends with the port; name the database in the options.");
        return new BoltAddress(uri.Scheme, uri.IdnHost.Trim('[', ']'), uri.Port > 0 ? uri.Port : DefaultPort, encryption.Value);
    }

    private static GraphException Invalid(string message) => new(ErrorCodes.ArgumentError, message);
}
