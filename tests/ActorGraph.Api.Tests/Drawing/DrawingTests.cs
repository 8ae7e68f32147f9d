using System.Diagnostics;
using System.Text.Json;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests.Drawing;

/// <summary>Answers that are drawn: whole, capped where they must be, and as four libraries take them.</summary>
[Collection("Server")]
public sealed class DrawingTests(RunningServer server)
{
    private const string Drawn = "{ nodes { id label kind } edges { id source target label kind date weight } hasMore }";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "ActorGraph.Api.Tests", "Drawing");

    public static TheoryData<string> Questions() =>
    [
        """graph(actors: ["Kalin", "Khalifa Haftar"])""",
        """graph(actors: ["Kalin", "Khalifa Haftar"], meetings: EDGE)""",
        """graph(actors: ["Kalin"], depth: 2, first: 1000, filter: { hubs: ALLOW })""",
        """graph(actors: ["Kalin"], depth: 2, first: 1000, meetings: EDGE, filter: { relations: [MET, HOLDS_POSITION], status: [OCCURRED, CURRENT] })""",
        """graph(actors: ["Kalin"], depth: 3, first: 12)""",
        """graph(actors: ["Libya"], depth: 1, filter: { relations: [HELD_IN, MET, BASED_IN] })""",
        """paths(from: "Kalin", to: "Haftar") { graph""",
        """paths(from: "Kalin", to: "Haftar") { graph(meetings: EDGE)""",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Ids_are_unique_and_both_ends_of_an_edge_are_there(string question)
    {
        var graph = await GraphAsync(question);
        var nodes = graph.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToList();
        var edges = graph.GetProperty("edges").EnumerateArray().ToList();
        Assert.Equal(nodes.Count, nodes.Distinct().Count());
        Assert.Equal(edges.Count, edges.Select(edge => edge.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(edges, edge => Assert.True(nodes.Contains(edge.GetProperty("source").GetString()) && nodes.Contains(edge.GetProperty("target").GetString())));
        Assert.NotEmpty(edges);
    }

    [Fact]
    public async Task A_drawing_that_has_no_room_says_so_and_keeps_what_most_documents_tell()
    {
        var all = await GraphAsync("""graph(actors: ["Kalin"], depth: 2, first: 1000)""");
        Assert.False(all.GetProperty("hasMore").GetBoolean());
        var few = await GraphAsync("""graph(actors: ["Kalin"], depth: 2, first: 8)""");
        Assert.Equal((8, true), (few.GetProperty("nodes").GetArrayLength(), few.GetProperty("hasMore").GetBoolean()));
        Assert.Contains(all.GetProperty("edges").EnumerateArray(), edge => edge.GetProperty("weight").GetInt32() == 1);
        Assert.All(few.GetProperty("edges").EnumerateArray(), edge => Assert.True(edge.GetProperty("weight").GetInt32() > 1));
    }

    [Fact]
    public async Task With_depth_0_only_what_connects_the_actors_is_drawn()
    {
        var graph = await GraphAsync("""graph(actors: ["Kalin", "Khalifa Haftar"], depth: 0)""");
        Assert.Equal(["meeting", "person", "person"], graph.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("kind").GetString()!.ToLowerInvariant()).Order(StringComparer.Ordinal));
        Assert.All(graph.GetProperty("edges").EnumerateArray(), edge => Assert.Equal("PARTICIPATED_IN", edge.GetProperty("kind").GetString()));
        var edge = Assert.Single((await GraphAsync("""graph(actors: ["Kalin", "Khalifa Haftar"], depth: 0, meetings: EDGE)""")).GetProperty("edges").EnumerateArray());
        Assert.Equal(("MET", "2025-08-25"), (edge.GetProperty("kind").GetString(), edge.GetProperty("date").GetString()));
    }

    [Theory]
    [InlineData("graph(actors: [])")]
    [InlineData("graph(actors: [\"Kalin\"], depth: 9)")]
    [InlineData("graph(actors: [\"Kalin\"], first: 0)")]
    [InlineData("graph(actors: [\"Kalin\"], filter: { via: [\"Haftar\"] })")]
    public async Task What_cannot_be_drawn_has_a_code(string question)
        => Assert.Equal("ActorGraph.ClientError.Filter.Invalid", (await server.AskAsync($"{{ {question} {Drawn} }}")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

    [SkippableTheory]
    [MemberData(nameof(Questions))]
    public async Task Four_libraries_take_an_answer_as_it_is(string question)
    {
        Need.Node();
        await InstallAsync();
        var graph = await GraphAsync(question);
        var counts = new[] { graph.GetProperty("nodes").GetArrayLength(), graph.GetProperty("edges").GetArrayLength() };
        var (code, output) = await RunAsync("node", graph.ToString(), "draw.js");
        Assert.True(code == 0, output);
        Assert.All(JsonDocument.Parse(output).RootElement.EnumerateObject(), library => Assert.True(counts.SequenceEqual(library.Value.EnumerateArray().Select(count => count.GetInt32())), library.ToString()));
    }

    [Theory]
    [InlineData("cytoscape.js")]
    [InlineData("graphology.js")]
    [InlineData("vis.js")]
    [InlineData("d3.js")]
    public void A_library_needs_at_most_five_lines_beside_its_import(string file)
        => Assert.InRange(File.ReadLines(Path.Combine(Folder, file)).Count(line => !line.StartsWith("import ", StringComparison.Ordinal) && line is not "}" and not "})"), 1, 5);

    private static async Task InstallAsync()
    {
        if (File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"))) return;
        var (code, output) = await RunAsync("npm", "", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1");
        Skip.IfNot(code == 0, "Needs registry: npm ci could not bring the libraries. " + output);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? await output : await output + await error);
    }

    private async Task<JsonElement> GraphAsync(string question)
    {
        var nested = question.StartsWith("paths", StringComparison.Ordinal);
        var answer = await server.AskAsync($"{{ {question} {Drawn} {(nested ? "}" : "")} }}");
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        var data = answer.GetProperty("data");
        return nested ? data.GetProperty("paths").GetProperty("graph") : data.GetProperty("graph");
    }
}
