using System.Text;
using System.Text.Json;
using ActorGraph.Engine;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Tests.Identity;

namespace ActorGraph.Knowledge.Tests.Loading;

public sealed class LoadingTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actorgraph-loading-").FullName;
    private readonly List<EmbeddedGraph> _graphs = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var graph in _graphs) await graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact]
    public async Task The_seeds_are_in_the_graph_as_the_resolution_says()
    {
        var seeds = Facts("seeds");
        var graph = New();
        var report = await new Loader(graph).LoadAsync(seeds, default);
        Assert.All(report.Changes.Values, change => Assert.Equal(DocumentChange.Added, change));
        Assert.Equal(Expected(seeds), await DumpAsync(graph));
    }

    [SkippableFact]
    public async Task Loading_twice_changes_nothing()
    {
        var seeds = Facts("seeds");
        var graph = New();
        await new Loader(graph).LoadAsync(seeds, default);
        var report = await new Loader(graph).LoadAsync(seeds, default);
        Assert.All(report.Changes.Values, change => Assert.Equal(DocumentChange.Unchanged, change));
        Assert.Null(report.Change);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_order_of_loads_and_retractions_ends_in_the_graph_of_what_is_left(int seed)
    {
        var documents = Facts("seeds").Concat(Facts("dev").Where((_, i) => i % 4 == seed)).ToArray();
        var random = new Random(seed);
        var graph = New();
        var held = new Dictionary<string, DocumentFacts>();
        for (var step = 0; step < 16; step++)
        {
            var one = documents[random.Next(documents.Length)];
            if (held.Remove(one.Document.Id)) Assert.NotNull(await new Retraction(graph).RetractAsync(one.Document.Id, default));
            else
            {
                await new Loader(graph).LoadAsync([one], default);
                held[one.Document.Id] = one;
            }
        }
        Assert.Equal(Expected(held.Values.ToList()), await DumpAsync(graph));
        foreach (var id in held.Keys) await new Retraction(graph).RetractAsync(id, default);
        Assert.Equal("", await DumpAsync(graph));
    }

    [SkippableFact]
    public async Task What_is_said_about_a_document_later_updates_it()
    {
        var one = Facts("seeds")[0];
        var graph = New();
        await new Loader(graph).LoadAsync([one], default);
        var dated = one with { Document = one.Document with { Title = null, PublishedAt = new DateOnly(2024, 9, 6) } };
        var report = await new Loader(graph).LoadAsync([dated], default);
        Assert.Equal(DocumentChange.Updated, report.Changes[one.Document.Id]);
        Assert.Equal(Expected([one with { Document = one.Document with { PublishedAt = new DateOnly(2024, 9, 6) } }]), await DumpAsync(graph));
    }

    [SkippableFact]
    public async Task A_decision_divides_and_joins_actors_and_outlives_the_document()
    {
        var seeds = Facts("seeds");
        var graph = New();
        await new Loader(graph).LoadAsync(seeds, default);
        var resolution = ActorGraph.Knowledge.Identity.Resolver.Resolve(seeds, []);
        var kalin = resolution.Actors.Single(actor => actor.Type == ActorType.Person && actor.Name.Contains("Kal", StringComparison.Ordinal));
        Assert.True(kalin.Sightings.Count > 2);
        var decision = new Decision("decision:1", kalin.Sightings[0], kalin.Sightings[^1], Verdict.NotSame, "tester", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "two people");
        await new Decisions(graph).RecordAsync(decision, default);
        var after = ActorGraph.Knowledge.Identity.Resolver.Resolve(seeds, [decision]);
        Assert.NotEqual(after.ActorOf[decision.A], after.ActorOf[decision.B]);
        Assert.Equal(Expected(seeds, decision), await DumpAsync(graph));
        await new Retraction(graph).RetractAsync(seeds[0].Document.Id, default);
        await new Loader(graph).LoadAsync([seeds[0]], default);
        Assert.Equal(Expected(seeds, decision), await DumpAsync(graph));
    }

    private static List<DocumentFacts> Facts(string set) => GoldFacts.Of(set).Select(g => g.Facts).ToList();

    private EmbeddedGraph New()
    {
        var graph = EmbeddedGraph.Open(Path.Combine(_folder, _graphs.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        _graphs.Add(graph);
        return graph;
    }

    /// <summary>Every node and relationship that the documents stand for, a line each.</summary>
    private static string Expected(IReadOnlyList<DocumentFacts> documents, params Decision[] decisions)
    {
        var part = GraphUpdate.PartOf(documents, decisions);
        return Lines(part.Nodes.Select(node => Line(node.Labels, node.Properties)).Concat(part.Relationships.Select(link => Line([link.Type, link.From.Id, link.To.Id], link.Properties.Append(new("id", link.Id)).DistinctBy(p => p.Key).ToDictionary()))));
    }

    private static async Task<string> DumpAsync(IGraphDatabase graph)
    {
        await using var session = await graph.OpenAsync(SessionOptions.Read, default);
        var lines = new List<string>();
        await using (var nodes = await session.RunAsync(new("MATCH (n) WHERE NOT n:Decision RETURN n"), default))
            await foreach (var row in nodes.Rows(default)) lines.Add(Line(((GraphNode)row[0]!).Labels, ((GraphNode)row[0]!).Properties));
        await using (var links = await session.RunAsync(new("MATCH (a)-[r]->(b) RETURN r, coalesce(a.id, a.key), coalesce(b.id, b.key)"), default))
            await foreach (var row in links.Rows(default)) lines.Add(Line([((GraphRelationship)row[0]!).Type, (string)row[1]!, (string)row[2]!], ((GraphRelationship)row[0]!).Properties));
        return Lines(lines);
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Line(IEnumerable<string> labels, IReadOnlyDictionary<string, object?> properties)
        => new StringBuilder().AppendJoin(' ', labels).Append(' ').Append(JsonSerializer.Serialize(properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new[] { p.Key, p.Value }))).ToString();
}
