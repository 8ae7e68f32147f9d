using System.Diagnostics;
using System.Text.Json;
using ActorGraph.Api.Evaluation;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

public sealed class EvaluationTests : IDisposable
{
    private const string Text = "Foreign Minister Peter Novak met Maria Keller in Vienna on 5 May 2020. The talks met with criticism.";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>The annotator's own program and ours, on the same facts: every figure alike.</summary>
    [SkippableTheory]
    [InlineData("seeds")]
    [InlineData("dev")]
    public async Task The_figures_are_those_of_the_annotators_program(string set)
    {
        Need.Time();
        Need.Python();
        var (script, gold) = (Need.Shared("eval", "score"), Need.Shared("gold", set));
        var facts = await ActorGraphProgram.RunAsync(folder.Data, ["extract", "--json", .. Directory.GetFiles(gold, "*.txt")]);
        using var scoring = Process.Start(new ProcessStartInfo("python3", [script, gold, folder.Write("facts.json", facts.Output), "--json"]) { RedirectStandardOutput = true })!;
        using var theirs = JsonDocument.Parse(await scoring.StandardOutput.ReadToEndAsync());
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "evaluate", gold, "--figures", "--json");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        using var ours = JsonDocument.Parse(ended.Output);
        var figures = theirs.RootElement.EnumerateObject().Where(figure => figure.Name != "missing documents").ToList();
        Assert.Equal(figures.Select(figure => figure.Name), ours.RootElement.EnumerateObject().Select(figure => figure.Name));
        Assert.All(figures, figure => AssertAlike(figure.Name, figure.Value, ours.RootElement.GetProperty(figure.Name)));
    }

    [Fact]
    public void What_is_missed_and_what_is_too_much_is_told_with_its_text()
    {
        Write("""{"start": 17, "end": 28, "text": "Peter Novak", "entity": "novak", "type": "person"}, {"start": 33, "end": 45, "text": "Maria Keller", "entity": "keller", "type": "place"}, {"start": 75, "end": 80, "text": "talks", "entity": "t", "type": "organization"}""",
            """{"id": "m", "kind": "call", "status": "occurred", "date": {"iso": "2020-05-06"}, "place": ["v"], "participants": ["novak", "keller"], "evidence": [{"start": 0, "end": 70}]}""");
        var measured = Measurement.Of(GoldDocument.ReadAll(folder.Path));
        var told = measured.Differences.Select(difference => $"{difference.Document}|{difference.What}|{difference.Told}|{difference.Text}").ToList();
        Assert.Contains("a|mention extra|place at 49–55|Vienna", told);
        Assert.Contains("a|mention missed|organization at 75–80|talks", told);
        Assert.Contains("a|mention of another type|person for place|Maria Keller", told);
        Assert.Contains(told, line => line.StartsWith("a|meeting with another kind|meeting for call, of Peter Novak, keller|Foreign Minister", StringComparison.Ordinal));
        Assert.Contains(told, line => line.StartsWith("a|meeting with another date|2020-05-05 for 2020-05-06, of", StringComparison.Ordinal));
        Assert.Equal("p 1.000  r 1.000  f 1.000  tp 1  fp 0  fn 0", measured.Figures.Single(figure => figure.Name == "meetings").ToString());
        Assert.Equal("total 1  wrongly taken 0", measured.Figures.Single(figure => figure.Name == "negatives").ToString());
    }

    [Theory]
    [InlineData("nowhere", "is no folder; give one that holds NAME.txt beside NAME.gold.json.")]
    [InlineData("", "holds no annotated document; give a folder that holds NAME.txt beside NAME.gold.json.")]
    public async Task A_folder_without_annotations_is_exit_code_2(string inner, string error)
    {
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "evaluate", Path.Combine(folder.Path, inner));
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains(error, ended.Error);
    }

    [Fact]
    public void An_annotation_that_is_none_is_told()
    {
        folder.Write("a.txt", Text);
        folder.Write("a.gold.json", "{}");
        Assert.Contains("a.gold.json is no annotation: ", Assert.Throws<InputException>(() => GoldDocument.ReadAll(folder.Path)).Message);
    }

    /// <summary>The project's own annotated documents, in two halves; figures of what the extraction may not fall below.</summary>
    [Theory]
    [InlineData("build", 0.94, 0.95, 0.82, 0.80)]
    [InlineData("check", 0.92, 0.95, 0.65, 0.71)]
    public void Our_own_annotated_documents_are_read_no_worse_than_before(string half, double mentions, double entities, double meetings, double roles)
    {
        var figures = Measurement.Of(GoldDocument.ReadAll(Path.Combine(Repository.Root, "tests", "gold", half))).Figures.ToDictionary(figure => figure.Name);
        double F(string name) => figures[name].Values.Single(value => value.Name == "f").Value;
        Assert.True(F("mentions all") >= mentions, $"mentions {F("mentions all")}");
        Assert.True(F("entities b3, all mentions") >= entities, $"entities {F("entities b3, all mentions")}");
        Assert.True(F("meetings") >= meetings, $"meetings {F("meetings")}");
        Assert.True(F("roles") >= roles, $"roles {F("roles")}");
    }

    private void Write(string mentions, string meetings)
    {
        folder.Write("a.txt", Text);
        folder.Write("a.gold.json", $$"""{"language": "en", "entities": {"novak": {"name": "Peter Novak"} }, "mentions": [{{mentions}}], "meetings": [{{meetings}}], "roles": [], "family": [], "relations": [], "negatives": ["met with criticism"]}""");
    }

    private static void AssertAlike(string name, JsonElement theirs, JsonElement ours)
    {
        if (theirs.ValueKind == JsonValueKind.Object) Assert.All(theirs.EnumerateObject(), value => AssertAlike($"{name}, {value.Name}", value.Value, ours.GetProperty(value.Name)));
        // Both round to three places; halves may fall to either side.
        else Assert.True(Math.Abs(theirs.GetDouble() - ours.GetDouble()) < 0.0011, $"{name}: {theirs} and {ours}");
    }
}
