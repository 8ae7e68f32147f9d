using System.Text.RegularExpressions;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>What README.md shows, done as it says.</summary>
[Collection("Server")]
public sealed partial class ReadmeTests(RunningServer server)
{
    private const string ServedAt = "http://127.0.0.1:5080";

    private static readonly string File = Path.Combine(Repository.Root, "README.md");
    private static readonly string Text = System.IO.File.ReadAllText(File).ReplaceLineEndings("\n");

    [Fact]
    public async Task The_terminal_answers_as_shown()
    {
        var shown = Terminal().Matches(Text).ToList();
        Assert.NotEmpty(shown);
        var now = Text;
        foreach (var match in shown)
        {
            var ended = await ActorGraphProgram.RunAsync(server.Data, match.Groups["arguments"].Value.Split(' '));
            Assert.Equal((0, ""), (ended.Code, ended.Error));
            now = now.Replace(match.Value, $"```\n$ actorgraph {match.Groups["arguments"].Value}\n{LineEnd().Replace(ended.Output.ReplaceLineEndings("\n"), "").TrimEnd()}\n```\n", StringComparison.Ordinal);
        }

        if (Environment.GetEnvironmentVariable("ACTORGRAPH_APPROVE") == "1") await System.IO.File.WriteAllTextAsync(File, now);
        Assert.True(await System.IO.File.ReadAllTextAsync(File) == now, "The program answers otherwise than README.md shows. When that is meant, run this test with ACTORGRAPH_APPROVE=1 and commit README.md.");
    }

    [SkippableFact]
    public async Task Curl_asks()
    {
        Need.Curl();
        await SaysAsync(await NodePrograms.EndAsync("sh", ["-c", Block("sh", "curl")]));
    }

    [SkippableFact]
    public async Task JavaScript_asks_with_fetch()
    {
        Need.Node();
        await SaysAsync(await NodePrograms.EndAsync("node", ["--input-type=module", "-e", Block("js", "fetch(")]));
    }

    [SkippableFact]
    public async Task JavaScript_asks_with_Apollo()
    {
        await NodePrograms.NeedAsync();
        await SaysAsync(await NodePrograms.EndAsync("node", ["--input-type=module", "-e", Block("js", "ApolloClient")]));
    }

    [SkippableFact]
    public async Task CSharp_asks()
    {
        Need.Time();
        using var folder = new TemporaryFolder();
        folder.Write("client.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""");
        folder.Write("Program.cs", Block("csharp", "HttpClient"));
        await SaysAsync(await NodePrograms.EndAsync("dotnet", ["run", "--project", folder.Path]));
    }

    [SkippableFact]
    public async Task Python_asks()
    {
        Need.Python();
        await SaysAsync(await NodePrograms.EndAsync("python3", ["-c", Block("python", "urlopen")]));
    }

    [Theory]
    [InlineData("cytoscape.js")]
    [InlineData("graphology.js")]
    [InlineData("vis.js")]
    [InlineData("d3.js")]
    public void The_lines_that_draw_are_those_that_are_tested(string file)
        => Assert.Contains($"```js\n{System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests", "ActorGraph.Api.Tests", "Drawing", file)).ReplaceLineEndings("\n")}```\n", Text, StringComparison.Ordinal);

    /// <summary>The one block of a language that holds the words, asking this server.</summary>
    private string Block(string language, string words)
        => Code().Matches(Text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value).Single(code => code.Contains(words, StringComparison.Ordinal))
            .Replace(ServedAt, server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

    private async Task SaysAsync(Ended ended)
    {
        var answer = await server.AskAsync("""{ paths(from: "Kalin", to: "Haftar", first: 1) { results { sentence } } }""");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains(answer.GetProperty("data").GetProperty("paths").GetProperty("results")[0].GetProperty("sentence").GetString()!, ended.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"```\n\$ actorgraph (?<arguments>.+)\n[^`]+```\n")]
    private static partial Regex Terminal();

    [GeneratedRegex(@" +$", RegexOptions.Multiline)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"```(?<language>\w+)\n(?<code>[\s\S]+?)```\n")]
    private static partial Regex Code();
}
