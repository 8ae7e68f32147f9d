using ActorGraph.Bolt.Client;
using ActorGraph.Engine;
using ActorGraph.Extraction;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Testing;

namespace ActorGraph.Knowledge.Tests.Loading;

[CollectionDefinition("Neo4j")]
public class Neo4jCollection : ICollectionFixture<Neo4jServer>;

[Collection("Neo4j")]
public sealed class Neo4jLoadingTests(Neo4jServer server)
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_interleaving_ends_in_the_graph_of_what_is_left(int seed)
    {
        Need.Time();
        await using var graph = await server.OpenEmptyAsync();
        var extractor = new FactExtractor();
        var news = new GeneratedNews(people: 40, words: 90);
        var documents = Enumerable.Range(0, 12).Select(news.Report).Select(report => extractor.Extract(Document.FromText(report.Text, null, null, report.PublishedAt))).ToList();
        await Interleaving.RunAsync(graph, documents, new Random(seed), steps: 16);
    }

    /// <summary>The server allows a transaction so little memory that twenty documents do not fit, and one document not even alone.</summary>
    [SkippableFact]
    public async Task Documents_that_are_too_much_together_go_in_one_by_one_and_one_that_is_too_much_alone_stays_out_alone()
    {
        Need.Time();
        var folder = Directory.CreateTempSubdirectory("actorgraph-bulk-").FullName;
        var own = Neo4jServer.With("--setting", "db.memory.transaction.max=4m");
        try
        {
            await using var graph = BoltDatabase.Open(await own.UriAsync(), AuthTokens.None);
            await GraphSchema.EnsureAsync(graph, default);
            var documents = Reports(people: 40, words: 90, BulkLoading.AtOnce - 1);
            var large = Reports(people: 4_000, words: 60_000, 1)[0];
            var all = documents.Append(large).ToList();

            Assert.Equal(ErrorCodes.OutOfMemory, (await Assert.ThrowsAsync<GraphException>(() => new Loader(graph).LoadAsync(all, default))).Code);
            var report = await new BulkLoading(graph, new Retrying(TimeSpan.Zero, TimeProvider.System)).LoadAsync(all, default);
            Assert.Equal(large.Document.Id, Assert.Single(report.Failed).Key);
            Assert.Equal(documents.Count, report.Changes.Count(pair => pair.Value == DocumentChange.Added));

            await using var fresh = EmbeddedGraph.Open(folder);
            await GraphSchema.EnsureAsync(fresh, default);
            await new Loader(fresh).LoadAsync(documents, default);
            Assert.Equal(await GraphText.OfAsync(fresh), await GraphText.OfAsync(graph));
        }
        finally
        {
            await own.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<DocumentFacts> Reports(int people, int words, int count)
    {
        var (extractor, news) = (new FactExtractor(), new GeneratedNews(people, words));
        return Enumerable.Range(0, count).Select(news.Report).Select(report => extractor.Extract(Document.FromText(report.Text, null, null, report.PublishedAt))).ToList();
    }
}
