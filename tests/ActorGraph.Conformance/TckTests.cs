using ActorGraph.Conformance.Tck;
using ActorGraph.Engine;
using ActorGraph.Testing;
using Xunit.Abstractions;

namespace ActorGraph.Conformance;

public class TckTests(ITestOutputHelper output)
{
    private const double LeastPassing = 0.40;

    private static string ListPath => Path.Combine(Repository.Root, "tests", "ActorGraph.Conformance", "known-failures.txt");

    [SkippableFact]
    public async Task The_openCypher_TCK_passes_but_for_the_listed_scenarios()
    {
        var named = Environment.GetEnvironmentVariable("ACTORGRAPH_TCK");
        var folder = named ?? Need.Shared("opencypher-tck");
        var data = Path.Combine(Path.GetTempPath(), "actorgraph-tck-" + Guid.NewGuid().ToString("N"));
        var failures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var count = 0;
        var folders = new SortedDictionary<string, (int Passed, int All)>(StringComparer.Ordinal);
        await using (var graph = EmbeddedGraph.Open(data))
        {
            foreach (var scenario in TckFeatures.Read(folder))
            {
                count++;
                var difference = await new ScenarioRun(graph, folder).RunAsync(scenario);
                if (difference is not null) failures[scenario.Id] = difference;
                var area = string.Join('/', scenario.Id.Split('/')[..2]);
                var (passed, all) = folders.GetValueOrDefault(area);
                folders[area] = (passed + (difference is null ? 1 : 0), all + 1);
            }
        }

        Directory.Delete(data, true);
        foreach (var (area, (passed, all)) in folders) output.WriteLine($"{area}: {passed} of {all}");
        output.WriteLine($"TCK: {count - failures.Count} of {count} scenarios pass ({(count - failures.Count) * 100.0 / count:0.0} %)");
        if (Environment.GetEnvironmentVariable("ACTORGRAPH_TCK_WRITE") is { Length: > 0 })
        {
            await File.WriteAllLinesAsync(ListPath, failures.Keys);
            await File.WriteAllLinesAsync(Path.Combine(Path.GetTempPath(), "tck-reasons.txt"), failures.Select(failure => failure.Key + "\t" + failure.Value).Concat(folders.Select(f => $"= {f.Key} {f.Value}")));
        }

        var listed = (await File.ReadAllLinesAsync(ListPath)).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
        var unlisted = failures.Where(failure => !listed.Contains(failure.Key)).Select(failure => $"{failure.Key}\n    {failure.Value}").ToList();
        var passing = listed.Where(id => !failures.ContainsKey(id) && named is null).ToList();
        Assert.True(unlisted.Count == 0 || named is not null, $"{unlisted.Count} scenarios fail that are not in known-failures.txt:\n{string.Join('\n', unlisted.Take(20))}");
        Assert.True(passing.Count == 0, $"{passing.Count} scenarios of known-failures.txt pass now; remove them from the list:\n{string.Join('\n', passing.Take(20))}");
        Assert.True(count - failures.Count >= LeastPassing * count, $"Only {count - failures.Count} of {count} scenarios pass.");
    }
}
