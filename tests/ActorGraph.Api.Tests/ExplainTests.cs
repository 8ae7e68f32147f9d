using System.Text.Json;
using ActorGraph.Api.Commands;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Extraction;
using ActorGraph.Facts;
using Spectre.Console;

namespace ActorGraph.Api.Tests;

public sealed class ExplainTests : IDisposable
{
    private const string Text = "Foreign Minister Peter Novak met Maria Keller in Vienna on 5 May 2020. Novak returned.\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_text_is_shown_with_its_names_its_facts_and_what_found_them()
    {
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "explain", folder.Write("a.txt", Text));
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Matches(@"\[Peter Novak\|1\] \[met\|a\] \[Maria Keller\|2\] in \[Vienna\|3\] on 5 May 2020\. \[Novak\|1\] returned\.", ended.Output);
        Assert.Contains("“Novak” at 71–76, found by ", ended.Output);
        Assert.Matches("(?m)^  a meeting \\(occurred\\): Peter Novak, Maria Keller in Vienna, .*\n      rule meeting\\.\\S+, by “met” at 29–32, in 0–70$", ended.Output);
        Assert.DoesNotContain('\u001b', ended.Output);
    }

    [Fact]
    public async Task What_a_meeting_was_about_and_what_it_came_before_stands_beside_it()
    {
        var file = folder.Write("a.txt", "Peter Novak met Carlos Mendez in Lima to discuss fishing rights before he met Maria Keller in Quito.\n");
        Assert.Contains("  a meeting (occurred): Peter Novak, Carlos Mendez in Lima, about “fishing rights”, before b\n", (await ActorGraphProgram.RunAsync(folder.Data, "explain", file)).Output);
        using var json = JsonDocument.Parse((await ActorGraphProgram.RunAsync(folder.Data, "explain", file, "--json")).Output);
        var facts = json.RootElement.GetProperty("documents")[0].GetProperty("facts");
        Assert.Equal("fishing rights", facts[0].GetProperty("about")[0].GetProperty("text").GetString());
        Assert.Equal(facts[1].GetProperty("id").GetString(), facts[0].GetProperty("before")[0].GetString());
    }

    [Fact]
    public async Task As_JSON_every_span_has_its_characters_and_its_rule()
    {
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "explain", folder.Write("a.jsonl", JsonSerializer.Serialize(new { body = Text, title = "T" })), "--json");
        using var json = JsonDocument.Parse(ended.Output);
        var document = Assert.Single(json.RootElement.GetProperty("documents").EnumerateArray());
        Assert.Equal(Text, document.GetProperty("text").GetString());
        Assert.EndsWith("a.jsonl line 1", document.GetProperty("file").GetString());
        var spans = document.GetProperty("sightings").EnumerateArray().SelectMany(sighting => sighting.GetProperty("mentions").EnumerateArray()).Concat(document.GetProperty("facts").EnumerateArray().SelectMany(fact => new[] { fact.GetProperty("trigger"), fact.GetProperty("sentence") })).ToList();
        Assert.True(spans.Count >= 6);
        Assert.All(spans, span => Assert.Equal(Text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()], span.GetProperty("text").GetString()));
        Assert.All(document.GetProperty("sightings").EnumerateArray().SelectMany(sighting => sighting.GetProperty("mentions").EnumerateArray()), mention => Assert.NotEqual("", mention.GetProperty("rule").GetString()));
        Assert.All(document.GetProperty("facts").EnumerateArray(), fact => Assert.NotEqual("", fact.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_read_is_one_line()
        => Assert.Equal((2, "", "error: nowhere.txt does not exist.\n"), await ActorGraphProgram.RunAsync(folder.Data, "explain", "nowhere.txt") is var ended ? (ended.Code, ended.Output, ended.Error) : default);

    [Fact]
    public void A_terminal_gets_colours_and_nothing_that_it_would_obey()
    {
        var written = new StringWriter();
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor, Out = new AnsiConsoleOutput(written) });
        new Explanation(screen).Tell("a.txt", new FactExtractor().Extract(Document.FromText("\u001b]0;owned\u0007 " + Text)));
        var shown = written.ToString();
        Assert.Matches("\u001b\\[[0-9;]+mPeter Novak", shown);
        Assert.DoesNotContain("\u001b]0;", shown);
        Assert.DoesNotContain('\u0007', shown);
        Assert.Contains("�]0;owned�", shown);
    }
}
