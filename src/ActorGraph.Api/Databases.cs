using ActorGraph.Bolt.Client;
using ActorGraph.Engine;
using ActorGraph.Graph;
using ActorGraph.Knowledge;

namespace ActorGraph.Api;

/// <summary>Who logs on to a server. Never printed.</summary>
internal sealed record DatabaseCredentials(string User, string Password)
{
    private const int LongestPassword = 1024;

    /// <summary>Flags come before the environment, and a password before a file that holds it.</summary>
    /// <returns>Null where nobody is named.</returns>
    public static DatabaseCredentials? From(string? user, string? password, string? passwordFile, bool isEnvironmentUsed)
    {
        string? Environment(string name) => isEnvironmentUsed && System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        user ??= Environment("ACTORGRAPH_USER");
        password ??= passwordFile is not null ? Read(passwordFile) : Environment("ACTORGRAPH_PASSWORD") ?? (Environment("ACTORGRAPH_PASSWORD_FILE") is { } file ? Read(file) : null);
        if (user is null && password is not null) throw new InputException("There is a password and no user: name one with --user or ACTORGRAPH_USER.");
        return user is null ? null : new(user, password ?? "");
    }

    // A record prints its fields; the password stays out of every text.
    public override string ToString() => User;

    private static string Read(string file)
    {
        try
        {
            using var text = File.OpenText(file);
            var password = text.ReadLine() ?? "";
            if (password.Length is 0 or > LongestPassword || text.ReadToEnd().Trim().Length > 0) throw new InputException($"{file} must hold the password on its first line, and nothing else.");
            return password;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The password cannot be read from {file}: {failure.Message}");
        }
    }
}

/// <summary>Where the graph is: what <c>--database</c>, <c>--data</c> and the environment say.</summary>
/// <param name="Uri"><c>embedded:DIR</c>, <c>neo4j://host:port</c> or <c>bolt://host:port</c>, each of the last two with <c>+s</c> or <c>+ssc</c>, and the name of a database there as path.</param>
internal sealed record DatabaseChoice(string Uri, DatabaseCredentials? Credentials)
{
    private const string Embedded = "embedded:";

    /// <summary>Flags come before the environment, and the database before the data folder.</summary>
    public static DatabaseChoice From(string? database, string? data, DatabaseCredentials? credentials)
        => new(database ?? (data is null ? Environment("ACTORGRAPH_DATABASE") : null) ?? Embedded + (data ?? Environment("ACTORGRAPH_DATA") ?? PerUser), credentials);

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
        if (!Uri.TryCreate(choice.Uri, UriKind.Absolute, out var uri) || !(uri.Scheme.StartsWith("bolt", StringComparison.Ordinal) || uri.Scheme.StartsWith("neo4j", StringComparison.Ordinal)))
            throw new InputException($"'{Shown(choice.Uri)}' names no database: say embedded:DIR, neo4j://host:port or bolt://host:port.");
        var (address, database) = Parted(uri);
        return BoltDatabase.Open(address, choice.Credentials is { } who ? AuthTokens.Basic(who.User, who.Password) : AuthTokens.None, database: database);
    }

    /// <summary>The address, and the database that its path names: neo4j://host:7687/NAME.</summary>
    private static (Uri Address, string? Database) Parted(Uri uri)
    {
        var name = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        return name.Length == 0 ? (uri, null) : (new UriBuilder(uri) { Path = "" }.Uri, name);
    }

    /// <summary>Without what stands before an @: it may be a password.</summary>
    private static string Shown(string uri) => uri.LastIndexOf('@') is >= 0 and var at ? "…" + uri[at..] : uri;
}
