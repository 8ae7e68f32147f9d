using System.Text.Json;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests;

public sealed class LoadingTests : IDisposable
{
    private const string Text = "ANKARA, 25 August 2025. Turkish Foreign Minister Hakan Fidan met with Egyptian Foreign Minister Badr Abdelatty in Cairo on Monday.\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_document_is_loaded_once_however_often_it_is_given()
    {
        var file = folder.Write("a.txt", Text);
        var first = await ActorGraphProgram.RunAsync(folder.Data, "load", file);
        Assert.Equal((0, "1 document: 1 added.\n"), (first.Code, first.Output));
        var dump = await ActorGraphProgram.RunAsync(folder.Data, "dump");
        var second = await ActorGraphProgram.RunAsync(folder.Data, "load", file);
        Assert.Equal((0, "1 document: 1 unchanged.\n"), (second.Code, second.Output));
        Assert.Equal(dump.Output, (await ActorGraphProgram.RunAsync(folder.Data, "dump")).Output);
    }

    [Fact]
    public async Task An_unreadable_document_is_told_and_the_rest_is_loaded()
    {
        folder.Write("in/a.txt", Text);
        folder.Write("in/deep/b.md", Text + "Another line.\n");
        folder.Write("in/bad.txt", [.. "abc"u8, 0xFF]);
        folder.Write("in/binary.txt", [.. "ab"u8, 0, 1]);
        folder.Write("in/picture.png", [0x89]);
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "load", Path.Combine(folder.Path, "in"));
        Assert.Equal((2, "4 documents: 2 added, 2 unreadable.\n"), (ended.Code, ended.Output));
        Assert.Contains("bad.txt is not UTF-8: byte 3 is 0xFF.", ended.Error);
        Assert.Contains("binary.txt is no text: it has a zero character at 2.", ended.Error);
    }

    [Fact]
    public async Task Every_format_of_a_folder_is_loaded_and_what_only_stands_beside_a_document_is_not()
    {
        folder.Write("in/a.html", $"<html><head><meta name=\"date\" content=\"2025-08-25\"><meta name=\"author\" content=\"A. Reporter\"></head><body><p>{Text}</p></body></html>");
        folder.Write("in/a_files/frame.html", "<p>An advertisement.</p>");
        folder.Write("in/b.txt", Text);
        folder.Write("in/b.gold.json", "{}");
        folder.Write("in/.hidden/c.txt", "Hidden.");
        folder.Write("in/d.jsonl", "{\"story\": \"One.\"}\n{\"text\": \"Two.\"}\n");
        folder.Write("in/e.csv", "story,day\nThree.,2025-08-25\nFour.,soon\n");
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "load", Path.Combine(folder.Path, "in"), "--text-field", "story", "--date-field", "day");
        Assert.Equal((2, "6 documents: 4 added, 2 unreadable.\n"), (ended.Code, ended.Output));
        Assert.Contains("d.jsonl line 2 has no field called 'story', as --text-field says: it has text.\n", ended.Error);
        Assert.Contains("e.csv line 3 says in its column 'day' that it was published at 'soon'; write a day as 2025-08-25, or name another column with --date-field.\n", ended.Error);
        var rows = await ActorGraphProgram.RunAsync(folder.Data, "cypher", "MATCH (d:Document) WHERE d.author IS NOT NULL RETURN d.author AS author, d.publishedAt AS day, d.text AS text", "--json");
        Assert.Equal("[\n{\"author\":\"A. Reporter\",\"day\":\"2025-08-25\",\"text\":\"" + Text.Trim() + "\"}\n]\n", rows.Output);
    }

    [Fact]
    public async Task A_later_load_tells_more_of_the_same_document()
    {
        await ActorGraphProgram.RunAsync(folder.Data, "load", folder.Write("a.csv", "text\nAnkara\n"));
        var again = await ActorGraphProgram.RunAsync(folder.Data, "load", folder.Write("b.json", "{\"text\": \"Ankara\", \"title\": \"Talks\", \"author\": \"A. Reporter\"}"));
        Assert.Equal("1 document: 1 updated.\n", again.Output);
        var rows = await ActorGraphProgram.RunAsync(folder.Data, "cypher", "MATCH (d:Document) RETURN d.title AS title, d.author AS author", "--json");
        Assert.Equal("[\n{\"title\":\"Talks\",\"author\":\"A. Reporter\"}\n]\n", rows.Output);
    }

    [Fact]
    public async Task What_is_said_beside_a_text_goes_with_it_and_flags_go_first()
    {
        folder.Write("a.txt", Text);
        folder.Write("a.meta.json", """{"title": "Talks", "source": "Beside", "publishedAt": "2025-08-26"}""");
        Assert.Equal(0, (await ActorGraphProgram.RunAsync(folder.Data, "load", Path.Combine(folder.Path, "a.txt"), "--source", "Flag")).Code);
        var rows = await ActorGraphProgram.RunAsync(folder.Data, "cypher", "MATCH (d:Document) RETURN d.title AS title, d.source AS source, d.publishedAt AS day", "--json");
        Assert.Equal("[\n{\"title\":\"Talks\",\"source\":\"Flag\",\"day\":\"2025-08-26\"}\n]\n", rows.Output);
    }

    [Theory]
    [InlineData("load missing.txt", "error: missing.txt does not exist.\n")]
    [InlineData("load . --published 25.8.2025", "error: --published is '25.8.2025'; write a day as 2025-08-25.\n")]
    [InlineData("retract doc:0 --database nowhere:1", "error: 'nowhere:1' names no database: say embedded:DIR, neo4j://host:port or bolt://host:port.\n")]
    [InlineData("load", "error: Required argument 'PATH' missing for command: 'load'.\nTry 'actorgraph load --help'.\n")]
    public async Task Wrong_input_is_one_clear_line_and_exit_code_2(string line, string error)
    {
        var ended = await ActorGraphProgram.RunAsync(folder.Data, line.Split(' '));
        Assert.Equal((2, "", error), (ended.Code, ended.Output, ended.Error));
        Assert.False(Directory.Exists(folder.Data));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_exit_code_1_and_no_password_is_shown()
    {
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "status", "--database", "bolt://127.0.0.1:1", "--user", "neo4j", "--password", "secret-word");
        Assert.Equal(1, ended.Code);
        Assert.StartsWith("error: bolt://127.0.0.1:1 cannot be reached", ended.Error);
        Assert.DoesNotContain("secret-word", ended.Error + ended.Output);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_exit_code_1()
    {
        var ended = await ActorGraphProgram.RunAsync(folder.Write("file", "x"), "load", folder.Write("a.txt", Text));
        Assert.Equal(1, ended.Code);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Ctrl_C_ends_after_the_document_in_hand_and_the_next_run_goes_on()
    {
        // Many enough that the load is not over before the signal arrives.
        const int Many = 200;
        for (var i = 0; i < Many; i++) folder.Write($"in/{i:000}.txt", $"{Text}Number {i}.\n");
        using var process = ActorGraphProgram.Start(folder.Data, "load", Path.Combine(folder.Path, "in"), "--json");
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.Contains($" of {Many}", await process.StandardError.ReadLineAsync());
        RunningServer.Stop(process);
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("run the command again to go on", await error);
        var done = JsonDocument.Parse(await output).RootElement.GetProperty("documents").GetArrayLength();
        Assert.InRange(done, 1, Many - 1);
        var again = await ActorGraphProgram.RunAsync(folder.Data, "load", Path.Combine(folder.Path, "in"));
        Assert.Equal((0, $"{Many} documents: {Many - done} added, {done} unchanged.\n"), (again.Code, again.Output));
    }

    [Fact]
    public async Task A_retracted_document_leaves_no_trace()
    {
        await ActorGraphProgram.RunAsync(folder.Data, "load", folder.Write("a.txt", Text));
        var before = await ActorGraphProgram.RunAsync(folder.Data, "dump");
        var loaded = await ActorGraphProgram.RunAsync(folder.Data, "load", folder.Write("b.txt", Text + "More."), "--json");
        var id = JsonDocument.Parse(loaded.Output).RootElement.GetProperty("documents")[0].GetProperty("id").GetString()!;
        var gone = await ActorGraphProgram.RunAsync(folder.Data, "retract", id);
        Assert.Equal((0, $"Retracted {id}.\n"), (gone.Code, gone.Output));
        Assert.Equal(before.Output, (await ActorGraphProgram.RunAsync(folder.Data, "dump")).Output);
        Assert.Equal((2, $"error: The graph holds no document '{id}'.\n"), await ActorGraphProgram.RunAsync(folder.Data, "retract", id) is var twice ? (twice.Code, twice.Error) : default);
    }
}
