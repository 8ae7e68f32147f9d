using System.Diagnostics;
using System.Text.Json;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>Commands that ask; they read the example documents that the server loaded, while it serves them.</summary>
[Collection("Server")]
public sealed class CommandTests(RunningServer server)
{
    private Task<Ended> Run(params IEnumerable<string> arguments) => ActorGraphProgram.RunAsync(server.Data, arguments);

    [Fact]
    public async Task A_path_is_told_with_its_sentences()
    {
        var ended = await Run("path", "Kalın", "Haftar", "--first", "1");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains("Path 1, 1 step\n", ended.Output);
        Assert.Contains("2 documents, 1 origin, meeting:", ended.Output);
        Assert.Contains("Benghazi", ended.Output);
        Assert.Contains("“", ended.Output);
    }

    [Fact]
    public async Task A_path_as_JSON_is_what_the_endpoint_answers()
    {
        var told = JsonDocument.Parse((await Run("path", "Kalin", "Haftar", "--json")).Output).RootElement;
        var asked = await server.AskAsync("""{ paths(from: "Kalin", to: "Haftar") { results { length sentence steps { id relation status evidence { quote } } } hasMore } }""");
        var answered = asked.GetProperty("data").GetProperty("paths");
        Assert.Equal(answered.GetProperty("hasMore").GetBoolean(), told.GetProperty("hasMore").GetBoolean());
        Assert.Equal(answered.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("sentence").GetString()), told.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("sentence").GetString()));
    }

    [Fact]
    public async Task No_path_is_no_failure_and_says_what_would_help()
    {
        var ended = await Run("path", "Kalin", "Haftar", "--minimum-origins", "9");
        Assert.Equal(0, ended.Code);
        Assert.Contains("No path.", ended.Output);
        Assert.Contains("There is one of 1 step without minimumOrigins", ended.Output);
    }

    [Fact]
    public async Task An_unknown_actor_is_exit_code_2()
    {
        var ended = await Run("path", "Zaphod Beeblebrox", "Haftar");
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains("'Zaphod Beeblebrox'", ended.Error);
    }

    [Theory]
    [InlineData("--steps 99")]
    [InlineData("--relation LIKES")]
    [InlineData("--status maybe")]
    [InlineData("--kind banquet")]
    [InlineData("--since yesterday")]
    [InlineData("--first 0")]
    [InlineData("--hubs sometimes")]
    public async Task A_filter_that_makes_no_sense_is_exit_code_2(string option)
    {
        var ended = await Run(["path", "Kalin", "Haftar", .. option.Split(' ')]);
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.StartsWith("error: ", ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
    }

    [Fact]
    public async Task Wrong_Cypher_is_shown_with_a_caret()
    {
        var ended = await Run("cypher", "MATCH (p:Actor RETURN p");
        Assert.Equal(2, ended.Code);
        Assert.Equal("error: Invalid input 'RETURN': expected ')' (line 1, column 16 (offset: 15))\n\"MATCH (p:Actor RETURN p\"\n                ^\n", ended.Error);
    }

    [Fact]
    public async Task Cypher_writes_only_when_told()
    {
        var ended = await Run("cypher", "CREATE (:Nothing)");
        Assert.Equal(2, ended.Code);
        Assert.Contains("--write", ended.Error);
    }

    [Fact]
    public async Task Parameters_have_types()
    {
        var ended = await Run("cypher", "RETURN $n + 1 AS n, $t AS t, $l[1] AS l, $plain AS p", "--param", "n=3", "--param", "t=\"x=1\"", "--param", "l=[1,2.5]", "--param", "plain=hello there", "--json");
        Assert.Equal((0, "[\n{\"n\":4,\"t\":\"x=1\",\"l\":2.5,\"p\":\"hello there\"}\n]\n"), (ended.Code, ended.Output));
    }

    [Fact]
    public async Task Search_finds_other_spellings_and_the_actor_by_its_id()
    {
        var hits = JsonDocument.Parse((await Run("search", "Kalın", "--json")).Output).RootElement;
        Assert.Equal("Ibrahim Kalin", hits[0].GetProperty("name").GetString());
        var ended = await Run("path", hits[0].GetProperty("id").GetString()!, "Haftar", "--first", "1");
        Assert.Equal(0, ended.Code);
    }

    [Fact]
    public async Task Status_counts_what_is_there()
    {
        var status = JsonDocument.Parse((await Run("status", "--json")).Output).RootElement;
        Assert.Equal(5, status.GetProperty("stats").GetProperty("documents").GetInt32());
        Assert.Equal("embedded:" + server.Data, status.GetProperty("database").GetString());
    }

    [Fact]
    public async Task A_comparison_says_why()
    {
        var ended = await Run("compare", "Kalın", "Kalin");
        Assert.Equal((0, "same (1.00): Kalın | Kalin\n  - the same words\n"), (ended.Code, ended.Output));
    }

    [Fact]
    public async Task Training_without_news_says_what_is_missing()
    {
        var ended = await Run("train", "nowhere.csv");
        Assert.Equal((2, "error: nowhere.csv does not exist.\n"), (ended.Code, ended.Error));
    }

    [SkippableFact]
    public async Task Compared_pairs_are_what_the_score_reads()
    {
        Need.Python();
        var score = Need.Shared("eval", "names", "score");
        var pairs = Need.Shared("eval", "names", "pairs.csv");
        using var folder = new TemporaryFolder();
        var compared = await Run("compare", "--pairs", pairs);
        Assert.Equal(0, compared.Code);
        var start = new ProcessStartInfo("python3", [score, pairs, folder.Write("decisions.csv", compared.Output)]) { RedirectStandardOutput = true };
        using var scoring = Process.Start(start)!;
        var told = await scoring.StandardOutput.ReadToEndAsync();
        Assert.All(told.TrimEnd().Split('\n'), line => Assert.True(double.Parse(line.Split(" F ")[1][..5], System.Globalization.CultureInfo.InvariantCulture) >= 0.85, line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("load")]
    [InlineData("retract")]
    [InlineData("extract")]
    [InlineData("explain")]
    [InlineData("evaluate")]
    [InlineData("path")]
    [InlineData("search")]
    [InlineData("cypher")]
    [InlineData("compare")]
    [InlineData("why")]
    [InlineData("refresh")]
    [InlineData("train")]
    [InlineData("dump")]
    [InlineData("status")]
    [InlineData("serve")]
    public async Task Help_ends_with_examples(string command)
    {
        var ended = await Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains("\nExamples:\n  actorgraph", ended.Output);
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_no_crash()
    {
        using var process = ActorGraphProgram.Start(server.Data, "dump");
        await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, error));
    }

    [Fact]
    public async Task A_taken_port_is_one_line_and_exit_code_1()
    {
        var ended = await Run("serve", "--urls", server.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(1, ended.Code);
        Assert.StartsWith("error: Cannot listen on " + server.Address.GetLeftPart(UriPartial.Authority), ended.Error);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }
}
