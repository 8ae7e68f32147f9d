using System.Text.Json;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests;

/// <summary>Commands of who is who: people decide, the graph follows and tells why; texts held are read again.</summary>
public sealed class WhoIsWhoTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_decision_is_made_told_listed_and_taken_back()
    {
        await Run("load", folder.Write("a.txt", "ANKARA, 25 August 2025. Turkish Foreign Minister Hakan Fidan met with Egyptian Foreign Minister Badr Abdelatty in Cairo on Monday.\n"));
        await Run("load", folder.Write("b.txt", "CAIRO, 26 August 2025. Foreign Minister Hakkan Fidan met with Egyptian President Abdel Fattah el-Sisi in Cairo on Tuesday.\n"));
        var before = (await Run("dump")).Output;
        var one = await Run("why", "Hakan Fidan", "Hakkan Fidan");
        Assert.StartsWith("One: ", one.Output, StringComparison.Ordinal);
        var made = JsonDocument.Parse((await Run("decide", "not", "Hakan Fidan", "Badr Abdelatty", "--author", "tester", "--reason", "two ministers", "--json")).Output).RootElement;
        Assert.Equal(("not", "tester"), (made.GetProperty("verdict").GetString(), made.GetProperty("author").GetString()));
        var two = await Run("why", "Hakan Fidan", "Badr Abdelatty");
        Assert.StartsWith("Two: ", two.Output, StringComparison.Ordinal);
        Assert.Contains("tester decided on ", two.Output, StringComparison.Ordinal);
        Assert.Contains(": two ministers (decision:", two.Output, StringComparison.Ordinal);
        await Run("decide", "undo", made.GetProperty("id").GetString()!);
        Assert.Equal(2, JsonDocument.Parse((await Run("decide", "list", "--json")).Output).RootElement.GetArrayLength());
        Assert.Equal(before, string.Concat((await Run("dump")).Output.Split('\n').Where(line => line.Length > 0 && !line.Contains("\"Decision\"", StringComparison.Ordinal)).Select(line => line + "\n")));
        var refused = await ActorGraphProgram.RunAsync(folder.Data, "decide", "undo", "decision:0");
        Assert.Equal((2, "error: This cannot be decided: There is no decision 'decision:0' to take back.\n"), (refused.Code, refused.Error));
    }

    [Fact]
    public async Task What_another_version_read_is_told_and_read_again()
    {
        await Run("load", folder.Write("a.txt", "ANKARA, 25 August 2025. Turkish Foreign Minister Hakan Fidan met with Egyptian Foreign Minister Badr Abdelatty in Cairo on Monday.\n"));
        var before = (await Run("dump")).Output;
        await Run("cypher", "MATCH (d:Document) SET d.extraction = '0'", "--write");
        Assert.Contains("1 document was read by another version: run 'actorgraph refresh'.", (await Run("status")).Output, StringComparison.Ordinal);
        Assert.StartsWith("1 document read again, by version ", (await Run("refresh")).Output, StringComparison.Ordinal);
        Assert.Equal(before, (await Run("dump")).Output);
        Assert.StartsWith("Every document was read by version ", (await Run("refresh")).Output, StringComparison.Ordinal);
    }

    private async Task<Ended> Run(params string[] arguments)
    {
        var ended = await ActorGraphProgram.RunAsync(folder.Data, arguments);
        Assert.True(ended.Code == 0, ended.Error);
        return ended;
    }
}
