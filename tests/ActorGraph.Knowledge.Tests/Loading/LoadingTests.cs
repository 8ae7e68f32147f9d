using ActorGraph.Engine;
using ActorGraph.Facts;
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
        var graph = await NewAsync();
        var report = await new Loader(graph).LoadAsync(seeds, default);
        Assert.All(report.Changes.Values, change => Assert.Equal(DocumentChange.Added, change));
        Assert.Equal(GraphText.Of(seeds, []), await GraphText.OfAsync(graph));
    }

    [SkippableFact]
    public async Task Loading_twice_changes_nothing()
    {
        var seeds = Facts("seeds");
        var graph = await NewAsync();
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
        var graph = await NewAsync();
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
        Assert.Equal(GraphText.Of(held.Values.ToList(), []), await GraphText.OfAsync(graph));
        foreach (var id in held.Keys) await new Retraction(graph).RetractAsync(id, default);
        Assert.Equal("", await GraphText.OfAsync(graph));
    }

    [SkippableFact]
    public async Task What_is_said_about_a_document_later_updates_it()
    {
        var one = Facts("seeds")[0];
        var graph = await NewAsync();
        await new Loader(graph).LoadAsync([one], default);
        var dated = one with { Document = one.Document with { Title = null, PublishedAt = new DateOnly(2024, 9, 6) } };
        var report = await new Loader(graph).LoadAsync([dated], default);
        Assert.Equal(DocumentChange.Updated, report.Changes[one.Document.Id]);
        Assert.Equal(GraphText.Of([one with { Document = one.Document with { PublishedAt = new DateOnly(2024, 9, 6) } }], []), await GraphText.OfAsync(graph));
    }

    private static List<DocumentFacts> Facts(string set) => GoldFacts.Of(set).Select(g => g.Facts).ToList();

    private async Task<EmbeddedGraph> NewAsync()
    {
        var graph = EmbeddedGraph.Open(Path.Combine(_folder, _graphs.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        _graphs.Add(graph);
        await GraphSchema.EnsureAsync(graph, default);
        return graph;
    }
}
