using System.Text.Json;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Knowledge;

namespace ActorGraph.Api.Tests;

/// <summary>The statements for readers, each on the example documents.</summary>
[Collection("Server")]
public sealed class ExploreTests(RunningServer server)
{
    public static TheoryData<string> Statements() => [.. CypherLibrary.Names.Where(name => name.StartsWith("explore/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task A_statement_for_readers_runs_by_its_name(string name)
    {
        var hits = JsonDocument.Parse((await ActorGraphProgram.RunAsync(server.Data, "search", "Kalin", "--json")).Output).RootElement;
        var kalin = hits[0].GetProperty("id").GetString();
        var others = await server.AskAsync("""{ paths(from: "Kalin", to: "Haftar", first: 1) { to { chosen { id } } results { steps { id } } } }""");
        var paths = others.GetProperty("data").GetProperty("paths");
        var ended = await ActorGraphProgram.RunAsync(server.Data, "cypher", "@" + name["explore/".Length..], "--json", "--param", "from=" + kalin,
            "--param", "to=" + paths.GetProperty("to").GetProperty("chosen").GetProperty("id").GetString(), "--param", "meeting=" + paths.GetProperty("results")[0].GetProperty("steps")[0].GetProperty("id").GetString());
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        // Whether anything is disputed is the documents' affair.
        if (name != "explore/disputed") Assert.NotEqual("[]\n", ended.Output);
    }
}
