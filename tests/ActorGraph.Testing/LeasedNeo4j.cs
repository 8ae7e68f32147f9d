using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ActorGraph.Bolt.Client;
using ActorGraph.Graph;

namespace ActorGraph.Testing;

/// <summary>
/// One Neo4j for the whole run, whose test projects are processes of their own: whoever needs it leases it, empties it and gives it back. The first starts it;
/// five minutes after nobody has it any more it stops.
/// </summary>
internal sealed class LeasedNeo4j : IAsyncDisposable
{
    /// <summary>
    /// Keeps the server's standard input open until it has been idle for five minutes; then takes its address away under the lease, so that nobody finds a server that is about to go.
    /// $1: the folder; $2: the program.
    /// </summary>
    private const string Keeper = """
        exec </dev/null 2>"$1/errors"
        data=$(mktemp -d "$1/data.XXXXXX")
        {
          idle=0
          until [ $idle -ge 60 ] && flock -n "$1/lease" rm -f "$1/uri"; do
            sleep 5
            if flock -n "$1/lease" true; then idle=$((idle + 1)); else idle=0; fi
          done
        } | "$2" --port 0 --data "$data" --until-eof >"$1/starting"
        rm -rf "$data"
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    /// <summary>Longer than any test has it.</summary>
    private static readonly TimeSpan LeaseLimit = TimeSpan.FromMinutes(25);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Two checkouts do not wait for each other.</summary>
    private static readonly string Checkout = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.Root)))[..8];

    private readonly FileStream lease;

    private LeasedNeo4j(FileStream lease, Uri uri) => (this.lease, Uri) = (lease, uri);

    public Uri Uri { get; }

    /// <summary>Whether a run can share one: the keeper needs flock.</summary>
    public static bool IsPossible => Need.HasNeo4j && Need.HasProgram("flock");

    /// <summary>Waits for its turn. The server holds nothing then.</summary>
    public static async Task<LeasedNeo4j> TakeAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"actorgraph-neo4j-{Environment.UserName}-{Checkout}")).FullName;
        var lease = await LockAsync(Path.Combine(folder, "lease"));
        try
        {
            var uri = await StandingAsync(Path.Combine(folder, "uri")) ?? await StartAsync(folder);
            await using var database = BoltDatabase.Open(uri, AuthTokens.None);
            await Neo4jServer.ClearAsync(database);
            return new(lease, uri);
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => lease.DisposeAsync();

    private static async Task<FileStream> LockAsync(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += Interval)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LeaseLimit)
            {
                await Task.Delay(Interval);
            }
        }
    }

    /// <summary>The server that an earlier holder left; null where there is none, or it is gone.</summary>
    private static async Task<Uri?> StandingAsync(string path)
    {
        if (!File.Exists(path)) return null;
        var uri = new Uri(await File.ReadAllTextAsync(path));
        try
        {
            await using var database = BoltDatabase.Open(uri, AuthTokens.None, new DriverConfig { ConnectionTimeout = TimeSpan.FromSeconds(5) });
            await using var session = await database.OpenAsync(SessionOptions.Read, default);
            return uri;
        }
        catch (GraphException)
        {
            File.Delete(path);
            return null;
        }
    }

    private static async Task<Uri> StartAsync(string folder)
    {
        var starting = Path.Combine(folder, "starting");
        File.Delete(starting);
        using var keeper = Process.Start("sh", ["-c", Keeper, "sh", folder, Path.Combine(Need.Shared("neo4j"), "bin", "neo4j")]);
        for (var waited = TimeSpan.Zero; waited < StartLimit && !keeper.HasExited; waited += Interval)
        {
            await Task.Delay(Interval);
            if (!File.Exists(starting)) continue;
            var line = await File.ReadAllTextAsync(starting);
            if (!line.StartsWith("READY ", StringComparison.Ordinal) || !line.Contains('\n', StringComparison.Ordinal)) continue;
            var uri = line.Split('\n')[0]["READY ".Length..];
            await File.WriteAllTextAsync(Path.Combine(folder, "uri"), uri);
            return new Uri(uri);
        }

        throw new InvalidOperationException($"Neo4j did not start: {await File.ReadAllTextAsync(Path.Combine(folder, "errors"))}");
    }
}
