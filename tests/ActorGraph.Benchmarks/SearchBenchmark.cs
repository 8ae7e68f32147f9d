using System.Diagnostics;
using System.Globalization;
using ActorGraph.Engine;
using ActorGraph.Graph;
using ActorGraph.Knowledge;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Benchmarks;

/// <summary>What it costs to find actors by whole names and by their beginnings in a graph of many actors, beside looking once at every key that names have.</summary>
internal static class SearchBenchmark
{
    private const int RowsAtOnce = 5_000;
    private const int Rounds = 30;

    private static readonly string[] Syllables = ["ka", "mo", "ri", "ta", "ve", "lo", "ni", "sa", "du", "ge", "ba", "fi", "po", "re", "zu", "ha"];

    private static readonly string[] Asked = ["Kamori Tavelo", "kamor", "tavel", "ka", "Kamori Tav"];

    public static async Task<int> RunAsync(string[] size)
    {
        var actors = size is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 100_000;
        var folder = Directory.CreateTempSubdirectory("actorgraph-search-").FullName;
        try
        {
            await using var graph = EmbeddedGraph.Open(folder);
            await FillAsync(graph, actors);
            var all = await MedianAsync(() => LookAtAllAsync(graph));
            var (catalogue, passed) = (new ActorCatalogue(graph), true);
            foreach (var text in Asked)
            {
                var found = 0;
                var one = await MedianAsync(async () => found = (await catalogue.SearchAsync(text, 200, null, default)).Count);
                passed &= one <= all;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"'{text}' among {actors} actors: p50 {one:0.00} ms, {found} found; every key looked at {all:0.00} ms; ratio {one / all:0.00} (bound 1)"));
            }

            return passed ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> MedianAsync(Func<Task> run)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return times[Rounds / 2];
    }

    private static async Task LookAtAllAsync(IGraphDatabase graph)
    {
        await using var session = await graph.OpenAsync(SessionOptions.Read, default);
        await using var result = await session.RunAsync(new("MATCH (k:NameKey) WHERE k.key CONTAINS 'nobody' RETURN count(k)"), default);
        await foreach (var _ in result.Rows(default)) { }
    }

    private static async Task FillAsync(IGraphDatabase graph, int actors)
    {
        await GraphSchema.EnsureAsync(graph, default);
        await using var session = await graph.OpenAsync(SessionOptions.Write, default);
        foreach (var rows in Enumerable.Range(0, actors).Select(Row).Chunk(RowsAtOnce))
        {
            await using var result = await session.RunAsync(new("""
                UNWIND $rows AS row
                CREATE (a:Actor:Person {id: 'person:' + row[0], name: row[1], aliases: [], called: [1]})
                WITH a, row
                UNWIND row[2] AS key
                MERGE (k:NameKey {key: key})
                CREATE (a)-[:KNOWN_AS {id: row[0] + key}]->(k)
                """, new Dictionary<string, object?> { ["rows"] = GraphValue.From(rows) }), default);
            await foreach (var _ in result.Rows(default)) { }
        }

        await session.CommitAsync(default);
    }

    private static object[] Row(int number)
    {
        var name = $"{Word(number)} {Word((int)(number * 2654435761L >> 12 & 0xFFF))}";
        return [number.ToString(CultureInfo.InvariantCulture), name, NameKeys.Of(name).Concat(NameKeys.Typed(name)).Distinct()];
    }

    private static string Word(int number)
    {
        var (first, second, third) = (number % 16, number / 16 % 16, number / 256 % 16);
        var word = Syllables[first] + Syllables[second] + Syllables[third];
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
