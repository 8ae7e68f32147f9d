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
        return neo4j ??= await server.OpenEmptyAsync();
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
