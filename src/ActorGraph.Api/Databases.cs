using ActorGraph.Bolt.Client;
using ActorGraph.Engine;
using ActorGraph.Graph;
using ActorGraph.Knowledge;

namespace ActorGraph.Api;

/// <summary>Where the graph is: what <c>--database</c>, <c>--data</c> and the environment say.</summary>
/// <param name="Uri"><c>embedded:DIR</c> or <c>bolt://host:port</c>.</param>
/// <param name="Password">Never printed.</param>
internal sealed record DatabaseChoice(string Uri, string? User, string? Password)
{
    private const string Embedded = "embedded:";

    /// <summary>Flags come before the environment, and the database before the data folder.</summary>
    public static DatabaseChoice From(string? database, string? data, string? user, string? password)
    {
        var uri = database ?? (data is null ? Environment("ACTORGRAPH_DATABASE") : null) ?? Embedded + (data ?? Environment("ACTORGRAPH_DATA") ?? PerUser);
        return new(uri, user ?? Environment("ACTORGRAPH_USER"), password ?? Environment("ACTORGRAPH_PASSWORD"));
    }

    /// <summary>The folder of the embedded database, null for a server.</summary>
    public string? Folder => Uri.StartsWith(Embedded, StringComparison.OrdinalIgnoreCase) ? Path.GetFullPath(Uri[Embedded.Length..]) : null;

    public static string PerUser => Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData, System.Environment.SpecialFolderOption.DoNotVerify), "ActorGraph");

    private static string? Environment(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

/// <summary>Opens the database that was chosen: the one place that knows which ones there are.</summary>
internal static class Databases
{
    /// <summary>Opens a database to write to it, and creates the folder of an embedded one.</summary>
    public static async Task<IGraphDatabase> OpenToWriteAsync(DatabaseChoice choice, CancellationToken cancellation)
    {
        var database = Open(choice);
        try
        {
            await GraphSchema.EnsureAsync(database, cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a database that must be there: asking never creates one.</summary>
    public static IGraphDatabase OpenToRead(DatabaseChoice choice) => choice.Folder is { } folder && !EmbeddedGraph.Exists(folder)
        ? throw new InputException($"There is no graph in {folder} yet. Load documents with 'actorgraph load PATH', or start 'actorgraph' once to load the examples.")
        : Open(choice);

    private static IGraphDatabase Open(DatabaseChoice choice)
    {
        if (choice.Folder is { } folder) return EmbeddedGraph.Open(folder);
        if (!System.Uri.TryCreate(choice.Uri, UriKind.Absolute, out var uri) || !(uri.Scheme.StartsWith("bolt", StringComparison.Ordinal) || uri.Scheme.StartsWith("neo4j", StringComparison.Ordinal))) throw new InputException($"'{Shown(choice.Uri)}' names no database: say embedded:DIR or bolt://host:port.");
        if (choice.User is null && choice.Password is not null) throw new InputException("There is a password and no user: name one with --user or ACTORGRAPH_USER.");
        return BoltDatabase.Open(uri, choice.User is null ? AuthTokens.None : AuthTokens.Basic(choice.User, choice.Password ?? ""));
    }

    /// <summary>Without what stands before an @: it may be a password.</summary>
    private static string Shown(string uri) => uri.LastIndexOf('@') is >= 0 and var at ? "…" + uri[at..] : uri;
}
