using System.Text.Json.Nodes;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>The program in front of a real Neo4j says what it says in front of its own database.</summary>
[Collection("Server")]
public sealed class Neo4jTests(RunningServer server) : IAsyncLifetime
{
    private readonly Neo4jServer neo4j = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => neo4j.DisposeAsync();

    [SkippableFact]
    public async Task The_same_documents_give_the_same_dump_path_and_statements()
    {
        Need.Time();
        var uri = (await neo4j.UriAsync()).ToString().TrimEnd('/');
        var loaded = await ActorGraphProgram.RunAsync(server.Data, "load", Path.Combine(Repository.Root, "seeds"), "--database", uri);
        Assert.Equal((0, "5 documents: 5 added.\n"), (loaded.Code, loaded.Output));
        foreach (var line in (string[][])[["dump"], ["search", "Haftar", "--json"], ["search", "haft", "--json"], ["cypher", "@meetings", "--json"], ["cypher", "@who-supports-whom"]])
        {
            Assert.Equal(await ActorGraphProgram.RunAsync(server.Data, line), await ActorGraphProgram.RunAsync(server.Data, [.. line, "--database", uri]));
        }

        string[] path = ["path", "Kalin", "Haftar", "--json"];
        Assert.Equal(Answer(await ActorGraphProgram.RunAsync(server.Data, path)), Answer(await ActorGraphProgram.RunAsync(server.Data, [.. path, "--database", uri])));
    }

    /// <summary>How much was looked at differs with the database; what was found does not.</summary>
    private static string Answer(Ended ended)
    {
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        var answer = JsonNode.Parse(ended.Output)!.AsObject();
        answer.Remove("searched");
        return answer.ToJsonString();
    }
}
