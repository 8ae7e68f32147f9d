using ActorGraph.Facts;
using Xunit.Abstractions;

namespace ActorGraph.Extraction.Tests;

/// <summary>Lists of made-up sentences, one for each way in which news tell offices, family and relations in six languages (<c>Constructions/</c>).</summary>
public class TieConstructionTests(ITestOutputHelper output)
{
    /// <summary>A better reading of names may change a sentence of a list; more than a few are a fault.</summary>
    private const double Held = 0.97;

    [Theory]
    [InlineData("offices.tsv")]
    [InlineData("family.tsv")]
    [InlineData("relations.tsv")]
    public void Each_way_of_telling_a_tie_is_read(string file)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Constructions", file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        var wrong = rows.Select(row => (Text: row[1], Expected: row[2], Told: Told(row[1]))).Where(row => row.Told != row.Expected).ToList();
        foreach (var (text, expected, told) in wrong) output.WriteLine($"{text}\n  expected {expected}\n  told     {told}");
        Assert.True(wrong.Count <= rows.Count * (1 - Held), $"{wrong.Count} of {rows.Count} sentences are read otherwise.");
    }

    private static string Told(string text)
    {
        var reading = new Reading(text.Replace("\\n", "\n", StringComparison.Ordinal));
        var offices = reading.Offices.Zip(reading.Facts.Evidence.OfType<OfficeEvidence>(), (told, office) => told + Suffix(office.Status));
        var relations = reading.Relations.Zip(reading.Facts.Evidence.OfType<RelationEvidence>(), (told, relation) => told + Suffix(relation.Status));
        return string.Join("; ", offices.Concat(relations).Concat(reading.Family).Order(StringComparer.Ordinal));
    }

    private static string Suffix(FactStatus status) => status == FactStatus.Current ? "" : $" ({status.ToString().ToLowerInvariant()})";
}
