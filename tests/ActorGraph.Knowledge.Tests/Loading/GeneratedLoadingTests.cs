using ActorGraph.Engine;
using ActorGraph.Extraction;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Testing;

namespace ActorGraph.Knowledge.Tests.Loading;

/// <summary>Reports that nobody wrote, few people in many of them: whatever is loaded, loaded anew, taken back or decided, in whatever order, the graph is that of what is left.</summary>
public sealed class GeneratedLoadingTests
{
    private const int Reports = 30;
    private static readonly GeneratedNews News = new(people: 40, words: 90);
    private static readonly Lazy<IReadOnlyList<DocumentFacts>> Documents = new(() =>
    {
        var extractor = new FactExtractor();
        return Enumerable.Range(0, Reports).Select(News.Report).Select(report => extractor.Extract(Document.FromText(report.Text, null, null, report.PublishedAt))).DistinctBy(facts => facts.Document.Id).ToList();
    });

    [Fact]
    public void Some_reports_put_one_meeting_before_another() => Assert.InRange(Documents.Value.SelectMany(facts => facts.Evidence).OfType<MeetingEvidence>().Count(meeting => meeting.Before.Count > 0), 3, int.MaxValue);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Any_interleaving_ends_in_the_graph_of_what_is_left(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-generated-").FullName;
        try
        {
            await using var graph = EmbeddedGraph.Open(folder);
            await Interleaving.RunAsync(graph, Documents.Value, new Random(seed), steps: 40);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
