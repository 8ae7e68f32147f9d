using System.Diagnostics;
using System.Text.Json;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;
using ActorGraph.Testing;
using Xunit.Abstractions;

namespace ActorGraph.Knowledge.Tests;

/// <summary>The whole way from files to facts, measured by the annotator's scorer.</summary>
public class ExtractionScoreTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void The_seeds_are_read_as_the_annotator_did()
    {
        using var score = Score("seeds");
        Assert.True(F(score, "roles") >= 0.85, "roles");
        Assert.True(F(score, "relations") >= 0.80, "relations");
        Assert.True(F(score, "mentions all") >= 0.96, "mentions");
        Assert.True(F(score, "mentions organization") >= 0.88, "organizations");
        Assert.True(F(score, "meetings") >= 0.90, "meetings");
        Assert.True(F(score, "entities b3, all mentions") >= 0.90, "entities");
        Assert.Equal(0, score.RootElement.GetProperty("negatives").GetProperty("wrongly taken").GetInt32());
    }

    [SkippableFact]
    public void The_development_documents_are_read_no_worse_than_before()
    {
        using var score = Score("dev");
        Assert.True(F(score, "roles") >= 0.80, "roles");
        Assert.True(F(score, "family") >= 0.72, "family");
        Assert.True(F(score, "relations") >= 0.60, "relations");
        Assert.True(F(score, "mentions all") >= 0.94, "mentions");
        Assert.True(F(score, "mentions organization") >= 0.86, "organizations");
        Assert.True(F(score, "mentions in en") >= 0.94, "mentions in English");
        Assert.True(F(score, "meetings") >= 0.69, "meetings");
        Assert.True(F(score, "entities b3, all mentions") >= 0.88, "entities");
        var negatives = score.RootElement.GetProperty("negatives");
        Assert.True(negatives.GetProperty("wrongly taken").GetInt32() * 20 <= negatives.GetProperty("total").GetInt32(), "negatives");
    }

    /// <summary>The documents that rules are built on, and those that are run and not read.</summary>
    [SkippableTheory]
    [InlineData("build", 0.94, 0.87)]
    [InlineData("check", 0.92, 0.83)]
    public void Names_in_the_projects_own_documents_are_found_no_worse_than_before(string half, double mentions, double organizations)
    {
        using var score = Score(Path.Combine(Repository.Root, "tests", "gold", half));
        Assert.True(F(score, "mentions all") >= mentions, "mentions");
        Assert.True(F(score, "mentions organization") >= organizations, "organizations");
    }

    [SkippableFact]
    public void The_meeting_in_Benghazi_has_its_place_its_date_and_who_took_part()
    {
        using var report = JsonDocument.Parse(Report("seeds"));
        var nameOf = report.RootElement.GetProperty("entities").EnumerateArray().ToDictionary(e => e.GetProperty("id").GetString()!, e => e.GetProperty("name").GetString()!);
        string[] Names(JsonElement meeting, string list) => meeting.GetProperty(list).EnumerateArray().Select(id => nameOf[id.GetString()!]).ToArray();
        var meeting = Assert.Single(report.RootElement.GetProperty("meetings").EnumerateArray(), m => Names(m, "participants").Contains("Ibrahim Kalin") && Names(m, "participants").Contains("Khalifa Haftar"));
        Assert.Equal(2, Names(meeting, "participants").Length);
        Assert.Contains("Benghazi", Names(meeting, "place"));
        Assert.StartsWith("2025-08-2", meeting.GetProperty("date").GetProperty("iso").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, meeting.GetProperty("documents").GetArrayLength());
    }

    [SkippableFact]
    public void Each_supports_whom_the_text_says()
    {
        using var report = JsonDocument.Parse(Report("seeds"));
        var namesOf = report.RootElement.GetProperty("entities").EnumerateArray().ToDictionary(e => e.GetProperty("id").GetString()!,
            e => e.GetProperty("aliases").EnumerateArray().Append(e.GetProperty("name")).Select(name => name.GetString()!).Append(e.GetProperty("id").GetString()!).ToHashSet());
        var supports = report.RootElement.GetProperty("relations").EnumerateArray().Where(r => r.GetProperty("kind").GetString() == "supports")
            .Select(r => (From: namesOf[r.GetProperty("a").GetString()!], To: namesOf[r.GetProperty("b").GetString()!])).ToList();
        Assert.All(new[] { "country:eg", "country:ae", "country:fr" }, country => Assert.Contains(supports, s => s.From.Contains(country) && s.To.Contains("Libyan National Army")));
        Assert.All(new[] { "country:tr", "UN" }, side => Assert.Contains(supports, s => s.From.Contains(side) && s.To.Contains("Government of National Unity")));
    }

    [SkippableFact]
    public void The_report_is_the_same_byte_for_byte_every_time() => Assert.Equal(Report("dev"), Report("dev"));

    private static string Folder(string set) => Path.IsPathRooted(set) ? set : Need.Shared("gold", set);

    private static string Report(string set)
    {
        var extractor = new FactExtractor();
        var documents = Directory.GetFiles(Folder(set), "*.txt").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), extractor.Extract(DocumentReader.Read(File.ReadAllBytes(path), path).Document!))).ToList();
        using var stream = new MemoryStream();
        FactsReport.Write(documents, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private JsonDocument Score(string set)
    {
        Need.Python();
        var facts = Path.GetTempFileName();
        File.WriteAllText(facts, Report(set));
        using var process = Process.Start(new ProcessStartInfo("python3", [Need.Shared("eval", "score"), Folder(set), facts, "--json"]) { RedirectStandardOutput = true })!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        File.Delete(facts);
        Assert.Equal(0, process.ExitCode);
        output.WriteLine(told);
        return JsonDocument.Parse(told);
    }

    private static double F(JsonDocument score, string figure) => score.RootElement.GetProperty(figure).GetProperty("f").GetDouble();
}
