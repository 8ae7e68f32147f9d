using ActorGraph.Engine;
using ActorGraph.Graph;
using ActorGraph.Testing;

namespace ActorGraph.Conformance.Scenarios;

/// <summary>The embedded engine and, where it can be started, Neo4j; each without a node in it when asked for.</summary>
public sealed class BothDatabases : IAsyncLifetime
{
    public const string Embedded = "embedded", Neo4j = "neo4j";

    private readonly Neo4jServer server = new();
    private readonly string folder = Directory.CreateTempSubdirectory("actorgraph-scenarios-").FullName;
    private EmbeddedGraph? embedded;
    private IGraphDatabase? neo4j;
    private int stores;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The database to ask; what a test leaves in it, it must take back or say <see cref="ForgetAsync"/>.</summary>
    public async Task<IGraphDatabase> OpenAsync(string name)
    {
        if (name == Embedded) return embedded ??= EmbeddedGraph.Open(Path.Combine(folder, (++stores).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (neo4j is not null) return neo4j;
        neo4j = await server.OpenEmptyAsync();
        await MeetNamesBackwardsAsync(neo4j);
        return neo4j;
    }

    /// <summary>
    /// Neo4j lists labels in the order in which the server first met their names, and other tests share the server. It meets them here from Z to A, so that a
    /// scenario which relies on an order fails on every run and not on some.
    /// </summary>
    private static async Task MeetNamesBackwardsAsync(IGraphDatabase database)
    {
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        foreach (var name in Enumerable.Range(0, 26).Select(i => ((char)('Z' - i)).ToString()))
        {
            await using var result = await session.RunAsync(new Statement("CREATE (n:$($name) {name: 1}) SET n[$name] = 1", new Dictionary<string, object?> { ["name"] = name }), default);
            await foreach (var _ in result.Rows(default)) { }
        }

        // Names that the server has met stay met when nothing that bears them is left.
        await using var clearing = await session.RunAsync(new Statement("MATCH (n) DETACH DELETE n"), default);
        await foreach (var _ in clearing.Rows(default)) { }
        await session.CommitAsync(default);
    }

    /// <summary>Neo4j as a second program sees it.</summary>
    public async Task<IGraphDatabase> OpenAnotherAsync() => await server.OpenAsync();

    public async Task ForgetAsync(string name)
    {
        if (name == Embedded && embedded is not null)
        {
            await embedded.DisposeAsync();
            embedded = null;
        }
        else if (neo4j is not null)
        {
            await Neo4jServer.ClearAsync(neo4j);
        }
    }

    public async Task DisposeAsync()
    {
        if (embedded is not null) await embedded.DisposeAsync();
        if (neo4j is not null) await neo4j.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition("Both databases")]
public class BothDatabasesCollection : ICollectionFixture<BothDatabases>;
