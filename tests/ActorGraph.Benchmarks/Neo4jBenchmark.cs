using System.Diagnostics;
using System.Globalization;
using ActorGraph.Bolt.Client;
using ActorGraph.Extraction;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;
using ActorGraph.Testing;

namespace ActorGraph.Benchmarks;

/// <summary>On a real Neo4j, in one run: PathFinder beside Neo4j's own shortest paths over the same driver and over Neo4j's own, and batched writes beside a plain loop.</summary>
internal static class Neo4jBenchmark
{
    private const double MostOfOwnShortest = 1.5;
    private const double LeastOfTen = 3;
    private const int Pairs = 200;
    private const int Warming = 2;
    private const int InLoop = 300;
    private const int Documents = 100;
    private const int Together = 20;
    private const int WordsOfAReport = 400;

    private const string RoundTrip = "RETURN 1";

    private const string OwnShortest = """
        MATCH (a:Actor {id: $from}), (b:Actor {id: $to})
        MATCH p = shortestPath((a)-[:PARTICIPATED_IN*..20]-(b))
        RETURN [n IN nodes(p) | n.id] AS way
        """;

    /// <summary>With the rule that PathFinder has: no way leads through whoever has more than 500 meetings.</summary>
    private const string OwnShortestPastHubs = """
        MATCH (a:Actor {id: $from}), (b:Actor {id: $to})
        MATCH p = shortestPath((a)-[:PARTICIPATED_IN*..20]-(b))
        WHERE all(n IN nodes(p) WHERE n = a OR n = b OR COUNT { (n)-[:PARTICIPATED_IN]-() } <= 500)
        RETURN [n IN nodes(p) | n.id] AS way
        """;

    private const string OwnTen = """
        MATCH (a:Actor {id: $from}), (b:Actor {id: $to})
        MATCH p = SHORTEST 10 (a)-[:PARTICIPATED_IN]-+(b)
        RETURN [n IN nodes(p) | n.id] AS way
        """;

    private const string OneTie = """
        MATCH (a:Actor {id: $from}) MATCH (b:Actor {id: $to})
        CREATE (a)-[:MEMBER_OF {id: $id, status: 'former', documents: [], origins: []}]->(b)
        """;

    public static async Task<int> RunAsync(string[] size)
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-bench-").FullName;
        try
        {
            var passed = await PathsAsync(folder, size);
            var server = Neo4jServer.With();
            await using (var database = await server.OpenAsync()) await ReadAsync(database);
            await server.DisposeAsync();
            return passed ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Only the paths, with the graph in a folder that is kept: a second run finds it there.</summary>
    public static async Task<int> PathsAsync(string[] arguments) => await PathsAsync(Directory.CreateDirectory(arguments[0]).FullName, arguments[1..]) ? 0 : 1;

    private static async Task<bool> PathsAsync(string folder, string[] size)
    {
        var server = Neo4jServer.In($"{folder}/data");
        try
        {
            var isLoaded = File.Exists($"{folder}/loaded");
            if (!isLoaded)
            {
                Programs.Run("gcc", "-O3", "-march=native", "-o", $"{folder}/gen", $"{Need.Shared("bench")}/gen.c", "-lm");
                Programs.Run($"{folder}/gen", [.. size is [var persons, var meetings] ? new[] { persons, meetings } : ["10000", "50000"], $"{folder}/csv"]);
            }

            await using var database = await server.OpenAsync();
            if (!isLoaded) await LoadAsync(database, $"{folder}/csv");
            await File.WriteAllTextAsync($"{folder}/loaded", "");
            using var official = Need.HasProgram("node") ? new OfficialDriver(await server.UriAsync()) : null;
            return await FindAsync(database, official, SyntheticGraph.Rows($"{folder}/csv/pairs.csv").Select(row => ($"person:{row[0]}", $"person:{row[1]}")).Take(Pairs).ToList());
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task LoadAsync(BoltDatabase database, string csv)
    {
        var batched = Stopwatch.StartNew();
        var count = await SyntheticGraph.LoadAsync(database, csv);
        var many = count / batched.Elapsed.TotalSeconds;
        await using var session = database.Driver.AsyncSession();
        var loop = Stopwatch.StartNew();
        foreach (var row in SyntheticGraph.Rows($"{csv}/member_of.csv").Take(InLoop))
            await (await session.RunAsync(new(OneTie, new Dictionary<string, object?> { ["from"] = $"person:{row[0]}", ["to"] = $"organization:{row[1]}", ["id"] = $"tie:loop-{row[0]}-{row[1]}-{row[2]}" }))).ConsumeAsync();
        var one = InLoop / loop.Elapsed.TotalSeconds;
        Tell($"writing: {count} nodes and relationships in batches, {many:0}/s; {one:0}/s in a plain loop; ratio {many / one:0}");
    }

    private static async Task<bool> FindAsync(BoltDatabase database, OfficialDriver? official, List<(string From, string To)> pairs)
    {
        var finder = new PathFinder(database);
        await using var session = database.Driver.AsyncSession(new SessionConfig { DefaultAccessMode = AccessMode.Read });
        async Task<int> Own(string text, string from, string to)
        {
            var cursor = await session.RunAsync(new(text, new Dictionary<string, object?> { ["from"] = from, ["to"] = to }));
            var rows = 0;
            while (await cursor.FetchAsync()) rows++;
            return rows;
        }

        async Task<int> Ours(PathFilter filter, int first, string from, string to, bool asksForMore = true) => (await finder.FindAsync(new(from, to, filter, first, asksForMore), default)).Results.Count;
        var met = new PathFilter { Relations = [PathRelations.Met] };

        // Taken in turns, pair by pair, so that whatever else the machine does falls on all alike.
        var trip = Side.Clocked("a round trip", (_, _) => Own(RoundTrip, "", ""));
        var own = Side.Clocked("Neo4j's shortestPath", (from, to) => Own(OwnShortest, from, to));
        var ownPastHubs = Side.Clocked("Neo4j's shortestPath past hubs", (from, to) => Own(OwnShortestPastHubs, from, to));
        // As shortestPath, which does not tell either whether there are more.
        var ours = Side.Clocked("PathFinder, first 1", (from, to) => Ours(met, 1, from, to, asksForMore: false));
        var oursAndMore = Side.Clocked("PathFinder, first 1 and whether there are more", (from, to) => Ours(met, 1, from, to));
        var ownTen = Side.Clocked("Neo4j's SHORTEST 10", (from, to) => Own(OwnTen, from, to));
        var oursTen = Side.Clocked("PathFinder, first 10", (from, to) => Ours(met, 10, from, to));
        var oursAll = Side.Clocked("PathFinder, all relations, first 3", (from, to) => Ours(PathFilter.None, 3, from, to));
        Side[] officials = official is null ? [] :
        [
            new("a round trip over Neo4j's own driver", (_, _) => official.AskAsync(RoundTrip, "", "")),
            new("shortestPath over Neo4j's own driver", (from, to) => official.AskAsync(OwnShortest, from, to)),
            new("shortestPath past hubs over Neo4j's own driver", (from, to) => official.AskAsync(OwnShortestPastHubs, from, to)),
            new("SHORTEST 10 over Neo4j's own driver", (from, to) => official.AskAsync(OwnTen, from, to)),
        ];
        Side[] sides = [trip, own, ownPastHubs, ours, oursAndMore, ownTen, oursTen, oursAll, .. officials];
        for (var round = 0; round <= Warming; round++)
        {
            foreach (var side in sides) side.Clear();
            foreach (var (from, to) in pairs)
            {
                foreach (var side in sides) await side.MeasureAsync(from, to);
            }
        }

        foreach (var side in sides) Tell(side.Told());
        var (one, past, ten) = (ours.Median / own.Median, ours.Median / ownPastHubs.Median, ownTen.Median / oursTen.Median);
        Tell($"meetings only, PathFinder beside shortestPath: ratio {one:0.00}, bound {MostOfOwnShortest}, and whether there are more: {oursAndMore.Median / own.Median:0.00}; beside shortestPath past hubs: {past:0.00}; ten alternatives, SHORTEST 10 beside PathFinder: ratio {ten:0.00}, bound {LeastOfTen}");
        if (officials is [_, var their, var theirPast, var theirTen]) Tell($"over Neo4j's own driver: PathFinder beside shortestPath: ratio {ours.Median / their.Median:0.00}, and whether there are more: {oursAndMore.Median / their.Median:0.00}; past hubs: {ours.Median / theirPast.Median:0.00}; SHORTEST 10 beside PathFinder: ratio {theirTen.Median / oursTen.Median:0.00}");
        return one <= MostOfOwnShortest && ten >= LeastOfTen;
    }

    /// <summary>Documents through the whole loader, each in a transaction of its own and by twenties.</summary>
    private static async Task ReadAsync(IGraphDatabase database)
    {
        await GraphSchema.EnsureAsync(database, default);
        var (loader, extractor, news) = (new Loader(database), new FactExtractor(), new GeneratedNews(3000, WordsOfAReport));
        DocumentFacts Facts(int number) => news.Report(number) is var report ? extractor.Extract(Document.FromText(report.Text, null, null, report.PublishedAt)) : throw new UnreachableException();
        var facts = Enumerable.Range(0, 2 * Documents).Select(Facts).ToList();
        var single = Stopwatch.StartNew();
        foreach (var one in facts.Take(Documents)) await loader.LoadAsync([one], default);
        var alone = Documents / single.Elapsed.TotalSeconds;
        var twenty = Stopwatch.StartNew();
        foreach (var part in facts.Skip(Documents).Chunk(Together)) await loader.LoadAsync(part, default);
        var together = Documents / twenty.Elapsed.TotalSeconds;
        Tell($"loading: {together:0.0} documents/s by {Together}, {alone:0.0}/s one by one; ratio {together / alone:0.00}");
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Side(string name, Func<string, string, Task<(double Took, int Rows)>> ask)
    {
        private readonly List<double> times = [];
        private int found;

        public double Median => times.Order().ElementAt(times.Count / 2);

        public void Clear()
        {
            times.Clear();
            found = 0;
        }

        /// <summary>One whose time is taken here.</summary>
        public static Side Clocked(string name, Func<string, string, Task<int>> ask) => new(name, async (from, to) =>
        {
            var began = Stopwatch.GetTimestamp();
            var rows = await ask(from, to);
            return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, rows);
        });

        public async Task MeasureAsync(string from, string to)
        {
            var (took, rows) = await ask(from, to);
            times.Add(took);
            found += rows;
        }

        public FormattableString Told() => $"{name}: p50 {Median:0.00} ms, p95 {times.Order().ElementAt(times.Count * 95 / 100):0.00}, {found} rows";
    }
}
