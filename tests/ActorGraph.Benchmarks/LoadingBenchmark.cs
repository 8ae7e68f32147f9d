using System.Diagnostics;
using System.Globalization;
using ActorGraph.Engine;
using ActorGraph.Extraction;
using ActorGraph.Facts;
using ActorGraph.Knowledge;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Testing;

namespace ActorGraph.Benchmarks;

/// <summary>What the hundredth, the thousandth and the ten thousandth generated report cost to load, each in a transaction of its own; those between go in by twenties. Time of the processor is measured beside that of the clock: it hardly depends on what else runs.</summary>
internal static class LoadingBenchmark
{
    private const int WordsOfAReport = 400;
    private const int Together = 20;
    private const int Measured = 100;
    private const double Limit = 2;

    public static async Task<int> RunAsync(string[] size)
    {
        var most = size is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 10_000;
        var folder = Directory.CreateTempSubdirectory("actorgraph-bench-").FullName;
        try
        {
            await using var graph = EmbeddedGraph.Open(folder);
            await GraphSchema.EnsureAsync(graph, default);
            var (loader, extractor, news) = (new Loader(graph), new FactExtractor(), new GeneratedNews(3000, size is [_, var words] ? int.Parse(words, CultureInfo.InvariantCulture) : WordsOfAReport));
            var marks = new[] { 100, 1_000, 10_000, 100_000 }.Where(mark => mark <= most).ToList();
            var (costs, work) = (new List<double>(), new List<double>());
            var (next, began) = (0, Stopwatch.GetTimestamp());
            var (extracting, loading, busy) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
            foreach (var mark in marks)
            {
                for (; next < mark - Measured / 2;)
                {
                    var together = Enumerable.Range(next, Math.Min(Together, mark - Measured / 2 - next)).ToList();
                    await LoadAsync(together);
                    next += together.Count;
                }

                var (before, idle) = (loading, busy);
                for (var i = 0; i < Measured; i++) await LoadAsync([next++]);
                costs.Add((loading - before).TotalMilliseconds / Measured);
                work.Add((busy - idle).TotalMilliseconds / Measured);
                GC.Collect();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"around report {mark}: {costs[^1]:0.0} ms to load one, ratio to the first {costs[^1] / costs[0]:0.00}; {work[^1]:0.0} ms of the processor, ratio {work[^1] / work[0]:0.00}; {next / Stopwatch.GetElapsedTime(began).TotalSeconds:0} documents/s so far ({extracting.TotalSeconds:0} s reading, {loading.TotalSeconds:0} s loading), {GC.GetTotalMemory(true) / 1_000_000} MB in use"));
            }

            return work[^1] <= Limit * work[0] ? 0 : 1;

            async Task LoadAsync(IReadOnlyList<int> numbers)
            {
                var start = Stopwatch.GetTimestamp();
                var facts = numbers.Select(news.Report).Select(report => extractor.Extract(Document.FromText(report.Text, null, null, report.PublishedAt))).ToList();
                var read = Stopwatch.GetTimestamp();
                var cpu = Environment.CpuUsage.TotalTime;
                await loader.LoadAsync(facts, default);
                busy += Environment.CpuUsage.TotalTime - cpu;
                (extracting, loading) = (extracting + Stopwatch.GetElapsedTime(start, read), loading + Stopwatch.GetElapsedTime(read));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
