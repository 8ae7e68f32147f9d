using System.Diagnostics;
using ActorGraph.Bolt.Client;
using ActorGraph.Graph;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using Xunit;

namespace ActorGraph.Testing;

/// <summary>
/// A real Neo4j, had from when the first test asks for it until the fixture goes; all test projects share one (<see cref="LeasedNeo4j"/>). A collection fixture:
/// <c>[CollectionDefinition("Neo4j")] public class Neo4jCollection : ICollectionFixture&lt;Neo4jServer&gt;;</c>
/// </summary>
public sealed class Neo4jServer : IAsyncLifetime
{
    private const ushort BoltPort = 7687;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim starting = new(1);
    private readonly string[] arguments;
    private readonly bool isItsOwn;
    private Process? process;
    private IContainer? container;
    private LeasedNeo4j? leased;
    private string? data;
    private bool isDataKept;
    private Uri? uri;

    public Neo4jServer() : this([], isItsOwn: false) { }

    private Neo4jServer(string[] arguments, bool isItsOwn) => (this.arguments, this.isItsOwn) = (arguments, isItsOwn);

    /// <summary>A server of a test's own whose data stand in a folder that the test made, and removes.</summary>
    public static Neo4jServer In(string folder, params string[] arguments) => new(arguments, isItsOwn: true) { data = folder, isDataKept = true };

    /// <summary>A server of a test's own, with settings of its own.</summary>
    public static Neo4jServer With(params string[] arguments) => new(arguments, isItsOwn: true);

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Where it listens: the server beside the repository where that can be started, else one in a container where Docker is there, else the test skips.</summary>
    public async Task<Uri> UriAsync()
    {
        var isShared = !isItsOwn && LeasedNeo4j.IsPossible;
        var isInContainer = !isItsOwn && !Need.HasNeo4j && Need.HasDocker;
        var folder = "";
        if (!isInContainer)
        {
            Need.Java();
            folder = Need.Shared("neo4j");
        }

        await starting.WaitAsync();
        try
        {
            if (isShared) return uri ??= (leased = await LeasedNeo4j.TakeAsync()).Uri;
            return uri ??= isInContainer ? await StartContainerAsync() : await StartAsync(folder);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>The database as it is; close it after use.</summary>
    public async Task<BoltDatabase> OpenAsync(DriverConfig? options = null) => BoltDatabase.Open(await UriAsync(), AuthTokens.None, options);

    /// <summary>The database without a node, constraint or index in it.</summary>
    public async Task<BoltDatabase> OpenEmptyAsync(DriverConfig? options = null)
    {
        var database = await OpenAsync(options);
        await ClearAsync(database);
        return database;
    }

    public static async Task ClearAsync(IGraphDatabase database)
    {
        while (await ChangesAsync(database, "MATCH (n) WITH n LIMIT 20000 DETACH DELETE n") > 0)
        {
        }

        foreach (var (list, drop) in new[] { ("SHOW CONSTRAINTS YIELD name", "DROP CONSTRAINT $name"), ("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", "DROP INDEX $name") })
        {
            var names = new List<object?>();
            await using (var session = await database.OpenAsync(SessionOptions.Read, default))
            await using (var result = await session.RunAsync(new Statement(list), default))
            {
                await foreach (var row in result.Rows(default)) names.Add(row[0]);
            }

            foreach (var name in names) await ChangesAsync(database, drop, name);
        }
    }

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Starts it again where it was, with the data it had.</summary>
    public async Task StartAgainAsync()
    {
        process!.Dispose();
        uri = await StartAsync(Need.Shared("neo4j"));
    }

    /// <summary>Takes its time away (SIGSTOP): it holds its connections and says nothing.</summary>
    public Task PauseAsync() => SignalAsync("-STOP");

    public Task ResumeAsync() => SignalAsync("-CONT");

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            try
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync().WaitAsync(StopLimit);
            }
            catch (Exception failure) when (failure is TimeoutException or IOException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        if (leased is not null) await leased.DisposeAsync();
        if (container is not null) await container.DisposeAsync();
        if (data is not null && !isDataKept) Directory.Delete(data, recursive: true);
        starting.Dispose();
    }

    private static async Task<long> ChangesAsync(IGraphDatabase database, string text, object? name = null)
    {
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        await using var result = await session.RunAsync(new Statement(text, new Dictionary<string, object?> { ["name"] = name }), default);
        await foreach (var _ in result.Rows(default))
        {
        }

        await session.CommitAsync(default);
        return result.Summary.NodesDeleted;
    }

    private async Task<Uri> StartContainerAsync()
    {
        container = new ContainerBuilder("neo4j:5").WithEnvironment("NEO4J_AUTH", "none").WithPortBinding(BoltPort, assignRandomHostPort: true)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilMessageIsLogged("Started.")).Build();
        using var limit = new CancellationTokenSource(StartLimit);
        await container.StartAsync(limit.Token);
        return new Uri($"bolt://{container.Hostname}:{container.GetMappedPublicPort(BoltPort)}");
    }

    private async Task<Uri> StartAsync(string folder)
    {
        data ??= Directory.CreateTempSubdirectory("actorgraph-neo4j-").FullName;
        var port = uri?.Port ?? 0;
        var start = new ProcessStartInfo(Path.Combine(folder, "bin", "neo4j"), ["--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--data", data, "--until-eof", .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(StartLimit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith("READY ", StringComparison.Ordinal)) continue;
            // What it prints later must not fill the pipe.
            _ = process.StandardOutput.ReadToEndAsync(default);
            return new Uri(line["READY ".Length..]);
        }

        throw new InvalidOperationException($"Neo4j did not start: {await errors}");
    }
}
