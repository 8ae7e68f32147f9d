using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ActorGraph.Api.Tests.Hostile;
using ActorGraph.Engine;
using ActorGraph.Testing;

namespace ActorGraph.Benchmarks;

/// <summary>
/// The program serving the generated graph: three shapes of question at 1 and at 16 connections beside its own endpoint with a fixed reply, and what hostile requests cost.
/// The time of the server's own process tells more than the clock where other programs run, and clients share its cores.
/// </summary>
internal static class HttpBenchmark
{
    private const double LimitMilliseconds = 2;
    private const double HostileMilliseconds = 300;
    private const double HostileMegabytes = 50;
    private const int Rounds = 5;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(6);

    private static readonly (string Name, string? Query)[] Shapes =
    [
        ("fixed reply", null),
        ("one actor", "query($a: ID!, $b: ID!) { actor(id: $a) { id name kind } other: actor(id: $b) { name } }"),
        ("paths, meetings only, 1", "query($a: String!, $b: String!) { paths(from: $a, to: $b, first: 1, filter: { relations: [MET] }) { results { sentence steps { id relation sentence from { name } to { name } } } } }"),
        ("paths, all relations, 3", "query($a: String!, $b: String!) { paths(from: $a, to: $b) { results { sentence steps { id relation sentence from { name } to { name } } } } }"),
        ("meetings of two", "query($a: ID!, $b: ID!) { a: actor(id: $a) { ...meetings } b: actor(id: $b) { ...meetings } } fragment meetings on Actor { meetings(first: 10) { nodes { title kind when { latest } participants { role actor { name } } } } }"),
    ];

    public static async Task<int> RunAsync(string[] size)
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-bench-").FullName;
        try
        {
            Programs.Run("gcc", "-O3", "-march=native", "-o", $"{folder}/gen", $"{Need.Shared("bench")}/gen.c", "-lm");
            Programs.Run($"{folder}/gen", [.. size is [var persons, var meetings] ? new[] { persons, meetings } : ["10000", "50000"], $"{folder}/csv"]);
            await using (var graph = EmbeddedGraph.Open($"{folder}/data")) await SyntheticGraph.LoadAsync(graph, $"{folder}/csv");
            var pairs = SyntheticGraph.Rows($"{folder}/csv/pairs.csv").Select(row => ($"person:{row[0]}", $"person:{row[1]}")).ToList();
            await using var server = await Served.StartAsync($"{folder}/data");
            var passed = await HostileAsync(server);
            return await ShapesAsync(server, pairs) && passed ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> ShapesAsync(Served server, List<(string, string)> pairs)
    {
        foreach (var (_, query) in Shapes.Skip(1)) await AskAsync(server, query, pairs, 2, Warming / (Shapes.Length - 1));
        var passed = true;
        foreach (var connections in new[] { 1, 16 })
        {
            var floor = 0.0;
            foreach (var (name, query) in Shapes)
            {
                var before = server.ProcessorTime;
                var (times, wall) = await AskAsync(server, query, pairs, connections, Measuring);
                var each = (server.ProcessorTime - before).TotalMilliseconds / times.Count;
                var p50 = times[times.Count / 2];
                if (query is null) floor = each;
                if (name.StartsWith("paths, meetings", StringComparison.Ordinal) && connections == 1) passed &= p50 <= LimitMilliseconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{connections,2} connections, {name,-24} {times.Count / wall.TotalSeconds,7:0} a second, p50 {p50:0.000} ms, p99 {times[times.Count * 99 / 100]:0.000} ms, {each:0.000} ms of processor, {each / floor:0.0} times the fixed reply"));
            }
        }

        return passed;
    }

    /// <returns>Milliseconds of each request, ascending.</returns>
    private static async Task<(List<double> Times, TimeSpan Wall)> AskAsync(Served server, string? query, List<(string A, string B)> pairs, int connections, TimeSpan time)
    {
        var bodies = pairs.Select(pair => JsonSerializer.SerializeToUtf8Bytes(new { query, variables = new { a = pair.A, b = pair.B } })).ToList();
        var began = Stopwatch.GetTimestamp();
        var parts = await Task.WhenAll(Enumerable.Range(0, connections).Select(part => Task.Run(async () =>
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            var times = new List<double>();
            for (var i = part; Stopwatch.GetElapsedTime(began) < time; i++)
            {
                var sent = Stopwatch.GetTimestamp();
                if (query is null) await client.GetByteArrayAsync("/health");
                else
                {
                    using var content = new ByteArrayContent(bodies[i % bodies.Count]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                    using var response = await client.PostAsync("/graphql", content);
                    var answer = await response.Content.ReadAsByteArrayAsync();
                    if (answer.AsSpan().IndexOf("\"errors\""u8) >= 0) throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
                }

                times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return times;
        })));
        return (parts.SelectMany(part => part).Order().ToList(), Stopwatch.GetElapsedTime(began));
    }

    /// <summary>The median and processor time of some rounds, and how much memory the server took beyond what it had.</summary>
    private static async Task<bool> HostileAsync(Served server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var passed = true;
        for (var isWarm = 0; isWarm < 2; isWarm++)
        {
            foreach (var (name, (body, code)) in HostileRequests.All)
            {
                var (memory, processor) = (server.ResetPeak(), server.ProcessorTime);
                var times = new List<double>();
                for (var round = 0; round < Rounds; round++)
                {
                    var sent = Stopwatch.GetTimestamp();
                    var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { ExpectContinue = true } };
                    using var response = await client.SendAsync(request);
                    if (!(await response.Content.ReadAsStringAsync()).Contains(code, StringComparison.Ordinal)) throw new InvalidOperationException($"{name} was not refused with {code}.");
                    times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                }

                times.Sort();
                var each = (server.ProcessorTime - processor).TotalMilliseconds / Rounds;
                var megabytes = (server.Peak - memory) / 1e6;
                if (isWarm == 0) continue;
                passed &= each <= HostileMilliseconds && megabytes <= HostileMegabytes;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} refused in {times[Rounds / 2],6:0.0} ms, {each,5:0.0} ms of processor, ratio to the bound {each / HostileMilliseconds:0.00}; {megabytes:0.0} MB, ratio {megabytes / HostileMegabytes:0.00}"));
            }
        }

        return passed;
    }

    /// <summary>The program, serving on a free port.</summary>
    private sealed class Served(Process process, Uri address) : IAsyncDisposable
    {
        public Uri Address => address;

        public TimeSpan ProcessorTime
        {
            get
            {
                process.Refresh();
                return process.TotalProcessorTime;
            }
        }

        /// <summary>Bytes held at most since <see cref="ResetPeak"/>.</summary>
        public double Peak => Kilobytes("VmHWM") * 1024;

        public static async Task<Served> StartAsync(string data)
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Root, "src", "ActorGraph.Api", "bin", configuration, "net10.0", "actorgraph.dll"), "serve", "--data", data, "--urls", "http://127.0.0.1:0", "--no-seeds"]) { RedirectStandardOutput = true };
            var process = Process.Start(start)!;
            while (await process.StandardOutput.ReadLineAsync() is { } line)
                if (line.Contains("ask here", StringComparison.Ordinal)) return new(process, new(line.Split(' ')[^1]));
            throw new InvalidOperationException("The server ended before it listened.");
        }

        /// <returns>Bytes held now.</returns>
        public double ResetPeak()
        {
            File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");
            return Kilobytes("VmRSS") * 1024;
        }

        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        private double Kilobytes(string name) => double.Parse(File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
