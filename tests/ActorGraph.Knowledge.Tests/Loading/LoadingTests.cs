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

    [SkippableFact]
    public async Task A_document_that_does_not_hold_together_is_refused_alone()
    {
        var seeds = Facts("seeds");
        var graph = await NewAsync();
        var bad = seeds[1] with { Sightings = seeds[1].Sightings.Skip(1).ToList() };
        var report = await new Loader(graph).LoadAsync([seeds[0], bad, seeds[2]], default);
        Assert.Equal([seeds[0].Document.Id, seeds[2].Document.Id], report.Changes.Keys);
        Assert.Contains("that it does not have.", Assert.Single(report.Refused, refused => refused.Key == bad.Document.Id).Value, StringComparison.Ordinal);
        Assert.Equal(GraphText.Of([seeds[0], seeds[2]], []), await GraphText.OfAsync(graph));
    }

    [SkippableFact]
    public async Task A_graph_of_an_older_program_is_not_written_to()
    {
        var seeds = Facts("seeds");
        var graph = await NewAsync();
        await using (var session = await graph.OpenAsync(Graph.SessionOptions.Write, default))
        {
            await using (var result = await session.RunAsync(new("CREATE (:Document {id: 'doc:0', text: '', extraction: '1'})"), default)) await foreach (var _ in result.Rows(default)) { }
            await session.CommitAsync(default);
        }

        var refused = await Assert.ThrowsAsync<Graph.GraphException>(() => new Loader(graph).LoadAsync([seeds[0]], default));
        Assert.Contains("older ActorGraph", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_another_version_read_is_found_and_read_again()
    {
        var seeds = Facts("seeds");
        var graph = await NewAsync();
        await new Loader(graph).LoadAsync([seeds[0], seeds[1] with { Extraction = "older", Evidence = [] }], default);
        var held = new HeldDocuments(graph);
        var old = await held.ReadByOthersAsync(seeds[0].Extraction, default);
        Assert.Equal([seeds[1].Document.Id], old);
        Assert.Equal(seeds[1].Document, Assert.Single(await held.WithTextAsync(old, default)));
        await new Loader(graph).LoadAsync([seeds[1]], default);
        Assert.Empty(await held.ReadByOthersAsync(seeds[0].Extraction, default));
        Assert.Equal(GraphText.Of(seeds.Take(2).ToList(), []), await GraphText.OfAsync(graph));
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
