using System.Globalization;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

internal enum Encryption { None, Trusted, AnyCertificate }

/// <summary>Where the server is and how the way there is protected.</summary>
/// <param name="Routing">What a routing server is told of the address; null where this one server is asked for everything.</param>
internal sealed record BoltAddress(string Scheme, string Host, int Port, Encryption Encryption, IReadOnlyDictionary<string, object?>? Routing = null)
{
    private const int DefaultPort = 7687;

    /// <summary>As shown: without user, password, path or query.</summary>
    public string Name => $"{Scheme}://{Authority}";

    public string Authority => $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";

    public static BoltAddress Of(Uri uri)
    {
        if (!uri.IsAbsoluteUri) throw Invalid($"A Neo4j address looks like bolt://localhost:{DefaultPort}; this one has no scheme.");
        Encryption? encryption = uri.Scheme switch { "bolt" or "neo4j" => Encryption.None, "bolt+s" or "neo4j+s" => Encryption.Trusted, "bolt+ssc" or "neo4j+ssc" => Encryption.AnyCertificate, _ => null };
        if (encryption is null) throw Invalid($"{uri.Scheme}:// is no address of Neo4j; use neo4j:// (a cluster) or bolt:// (one server), with +s for encryption, or +ssc to take any certificate.");
        if (uri.Host.Length == 0) throw Invalid($"A Neo4j address looks like bolt://localhost:{DefaultPort}; this one names no host.");
        if (uri.UserInfo.Length > 0) throw Invalid("User and password do not belong into the address; give them as credentials.");
        if (uri.AbsolutePath is not ("" or "/")) throw Invalid("A Neo4j address ends with the port; name the database in the session.");
        var isRouted = uri.Scheme.StartsWith("neo4j", StringComparison.Ordinal);
        if (!isRouted && uri.Query.Length > 0) throw Invalid($"{uri.Scheme}:// takes nothing behind a question mark; that is for routing, which neo4j:// does.");
        var address = new BoltAddress(uri.Scheme, uri.IdnHost.Trim('[', ']'), uri.Port > 0 ? uri.Port : DefaultPort, encryption.Value);
        return isRouted ? address with { Routing = ContextOf(uri.Query, address.Authority) } : address;
    }

    /// <summary>Another member of the cluster, as its routing table names it: <c>host:port</c>.</summary>
    /// <exception cref="FormatException">It is no such name.</exception>
    public BoltAddress At(string authority)
    {
        if (!Uri.TryCreate($"bolt://{authority}", UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0 || uri.AbsolutePath is not ("" or "/") || uri.Query.Length > 0)
            throw new FormatException($"'{authority}' is not host:port");
        return this with { Host = uri.IdnHost.Trim('[', ']'), Port = uri.Port > 0 ? uri.Port : DefaultPort };
    }

    private static Dictionary<string, object?> ContextOf(string query, string authority)
    {
        var context = new Dictionary<string, object?>(StringComparer.Ordinal) { ["address"] = authority };
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=');
            if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0) throw Invalid(string.Create(CultureInfo.InvariantCulture, $"'{pair}' behind the question mark is not name=value."));
            if (!context.TryAdd(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]))) throw Invalid($"'{parts[0]}' stands twice behind the question mark, or is 'address', which is taken.");
        }

        return context;
    }

    private static GraphException Invalid(string message) => new(ErrorCodes.ArgumentError, message);
}
