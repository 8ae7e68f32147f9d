using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ActorGraph.Engine;
using ActorGraph.Graph;
using ActorGraph.Knowledge;
using ActorGraph.Knowledge.Paths;
using ActorGraph.Testing;

namespace ActorGraph.Benchmarks;

/// <summary>
/// Questions between random people of a generated graph: PathFinder on the embedded engine, whole answers with names and sentences, beside bidirectional
/// breadth-first search over flat arrays in C, which finds one path and tells nothing.
/// </summary>
internal static class PathBenchmark
{
    private const double LimitMilliseconds = 1;
    private const int Warming = 2;

    public static async Task<int> RunAsync(string[] size)
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-bench-").FullName;
        try
        {
            var bench = Need.Shared("bench");
            Programs.Run("gcc", "-O3", "-march=native", "-o", $"{folder}/gen", $"{bench}/gen.c", "-lm");
            Programs.Run("gcc", "-O3", "-march=native", "-pthread", "-o", $"{folder}/limit", $"{bench}/limit.c");
            Programs.Run($"{folder}/gen", [.. size is [var persons, var meetings] ? new[] { persons, meetings } : ["10000", "50000"], $"{folder}/csv"]);
            Programs.Run($"{folder}/limit", "build", $"{folder}/csv", $"{folder}/graph.bin");
            var limit = Programs.Run($"{folder}/limit", "bench", $"{folder}/graph.bin", $"{folder}/csv/pairs.csv").Split('\n').First(line => line.Contains("sp_attended_bidir_size", StringComparison.Ordinal));
            var floor = JsonDocument.Parse(limit).RootElement.GetProperty("p50_us").GetDouble() / 1000;
            await using var graph = EmbeddedGraph.Open($"{folder}/data");
            var loading = Stopwatch.StartNew();
            var count = await SyntheticGraph.LoadAsync(graph, $"{folder}/csv");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"graph: {count} nodes and relationships written in {loading.Elapsed.TotalSeconds:0.0} s"));
            var pairs = SyntheticGraph.Rows($"{folder}/csv/pairs.csv").Select(row => (row[0], row[1])).ToList();
            var passed = true;
            foreach (var first in new[] { 1, 3, 10 }) passed &= await MeasureAsync(new PathFinder(graph), pairs, first, floor) || first > 1;
            return passed ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(PathFinder finder, List<(string From, string To)> pairs, int first, double floor)
    {
        var times = new List<double>();
        var found = 0;
        for (var round = 0; round <= Warming; round++)
        {
            (times, found) = ([], 0);
            foreach (var (from, to) in pairs)
            {
                var began = Stopwatch.GetTimestamp();
                var answer = await finder.FindAsync(new($"person:{from}", $"person:{to}", new PathFilter { Relations = [PathRelations.Met] }, first), default);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                found += answer.Results.Count;
            }
        }

        times.Sort();
        var (p50, p95, p99) = (times[times.Count / 2], times[times.Count * 95 / 100], times[times.Count * 99 / 100]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"meetings only, first {first}: p50 {p50:0.000} ms, p95 {p95:0.000}, p99 {p99:0.000}, {found} paths; limit in C p50 {floor:0.0000} ms, ratio {p50 / floor:0}; bound {LimitMilliseconds} ms, ratio {p50 / LimitMilliseconds:0.00}"));
        return p50 <= LimitMilliseconds;
    }
}
