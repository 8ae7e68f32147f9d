using System.Text.Json;
using ActorGraph.Engine;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Tests.Paths;

/// <summary>The paths of small random graphs, compared with every simple path tried one by one.</summary>
public sealed class PathOrderTests
{
    private const int HubDegree = 4;

    private sealed record Link(string Type, string From, string To, string Id, string Status);

    private sealed record Way(int Hubs, int Cost, IReadOnlyList<string> Order);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Paths_come_in_the_order_of_hubs_then_cost_then_facts_from_near_and_from_far(int seed, bool isDistant)
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-order-").FullName;
        try
        {
            await using var graph = EmbeddedGraph.Open(folder);
            var (nodes, links) = Random(new Random(seed));
            await WriteAsync(graph, nodes, links);
            var isByMeetings = seed % 4 == 0;
            if (isByMeetings) links.RemoveAll(link => link.Type != "PARTICIPATED_IN");
            foreach (var hubs in Enum.GetValues<Hubs>())
            {
                foreach (var steps in new[] { 1, 2, 3, 4 })
                {
                    var first = 1 + (seed % 7);
                    var finder = new PathFinder(isDistant ? new DistantDatabase(graph) : graph, PathLimits.Default with { HubDegree = HubDegree });
                    var question = new PathQuestion("person:0", "person:1", new PathFilter { Hubs = hubs, MaximumSteps = steps, Relations = isByMeetings ? [PathRelations.Met] : null }, first);
                    var answer = await finder.FindAsync(question, default);
                    var expected = Expected(nodes, links, hubs, 2 * steps);
                    Assert.Equal(expected.Take(first).Select(way => string.Join(' ', way.Order)), answer.Results.Select(path => string.Join(' ', path.Steps.SelectMany(s => new[] { s.Id, s.To.Id }))));
                    if (hubs != Hubs.Avoid) Assert.Equal(expected.Count > first, answer.HasMore);
                    var alone = await finder.FindAsync(question with { AsksForMore = false }, default);
                    Assert.Equal(JsonSerializer.Serialize(answer.Results), JsonSerializer.Serialize(alone.Results));
                    Assert.False(alone.HasMore);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static TheoryData<int, bool> Seeds()
    {
        var seeds = new TheoryData<int, bool>();
        foreach (var seed in Enumerable.Range(1, 40))
            foreach (var isDistant in new[] { false, true }) seeds.Add(seed, isDistant);
        return seeds;
    }

    private static (List<(string Id, string Label)> Nodes, List<Link> Links) Random(Random random)
    {
        var nodes = Enumerable.Range(0, 7).Select(i => ($"person:{i}", i > 4 && random.Next(2) == 0 ? "Country" : "Person"))
            .Concat(Enumerable.Range(0, 6).Select(i => ($"meeting:{i}", "Meeting"))).ToList();
        var links = new List<Link>();
        foreach (var (meeting, _) in nodes.Where(node => node.Item2 == "Meeting"))
            foreach (var person in Enumerable.Range(0, 7).Where(_ => random.Next(3) == 0)) links.Add(new("PARTICIPATED_IN", $"person:{person}", meeting, $"in:{meeting}-{person}", Status()));
        for (var i = random.Next(8); i > 0; i--)
        {
            var (a, b) = (random.Next(7), random.Next(7));
            if (a != b) links.Add(new(random.Next(2) == 0 ? "SUPPORTS" : "HOLDS_POSITION", $"person:{a}", $"person:{b}", $"tie:{random.Next(1000):000}-{i}", Status()));
        }

        return (nodes, links);

        string Status() => random.Next(5) == 0 ? "denied" : "occurred";
    }

    private static async Task WriteAsync(EmbeddedGraph graph, List<(string Id, string Label)> nodes, List<Link> links)
    {
        await GraphSchema.EnsureAsync(graph, default);
        await using var session = await graph.OpenAsync(SessionOptions.Write, default);
        foreach (var (id, label) in nodes) await RunAsync(session, $"CREATE (:{(label == "Meeting" ? "Meeting" : "Actor:" + label)} {{id: '{id}', name: '{id}', kind: 'meeting'}})");
        foreach (var link in links) await RunAsync(session, $"MATCH (a {{id: '{link.From}'}}), (b {{id: '{link.To}'}}) CREATE (a)-[:{link.Type} {{id: '{link.Id}', status: '{link.Status}'}}]->(b)");
        await session.CommitAsync(default);
    }

    private static async Task RunAsync(IGraphSession session, string text)
    {
        await using var result = await session.RunAsync(new(text), default);
        await foreach (var _ in result.Rows(default)) { }
    }

    private static List<Way> Expected(List<(string Id, string Label)> nodes, List<Link> links, Hubs hubs, int mostCost)
    {
        var labels = nodes.ToDictionary(node => node.Id, node => node.Label);
        // Whatever their status.
        var hubsOfAll = nodes.Where(node => node.Label == "Country" || (node.Label != "Meeting" && links.Count(link => link.From == node.Id || link.To == node.Id) > HubDegree)).Select(node => node.Id).ToHashSet();
        var ways = new List<Way>();
        Try("person:0", ["person:0"], [], 0, 0);
        var allowed = hubs switch
        {
            Hubs.Block => ways.Where(way => way.Hubs == 0),
            Hubs.Allow => ways.OrderBy(way => way.Cost),
            _ => ways.OrderBy(way => way.Hubs).ThenBy(way => way.Cost),
        };
        var ordered = hubs == Hubs.Block ? allowed.OrderBy(way => way.Cost) : (IOrderedEnumerable<Way>)allowed;
        return ordered.ThenBy(way => string.Join('\u0001', way.Order), StringComparer.Ordinal).ToList();

        void Try(string at, List<string> passed, List<string> order, int cost, int hubsPassed)
        {
            if (at == "person:1")
            {
                ways.Add(new(hubsPassed, cost, order));
                return;
            }

            foreach (var link in links.Where(link => (link.From == at || link.To == at) && link.Status == "occurred"))
            {
                var next = link.From == at ? link.To : link.From;
                var price = link.Type == "PARTICIPATED_IN" ? 1 : 2;
                if (passed.Contains(next) || cost + price > mostCost) continue;
                string[] told = labels[next] == "Meeting" ? [next] : link.Type == "PARTICIPATED_IN" ? [next] : [link.Id, next];
                Try(next, [.. passed, next], [.. order, .. told], cost + price, hubsPassed + (hubsOfAll.Contains(next) && next != "person:1" ? 1 : 0));
            }
        }
    }
}
