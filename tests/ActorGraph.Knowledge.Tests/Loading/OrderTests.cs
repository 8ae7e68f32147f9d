using ActorGraph.Engine;
using ActorGraph.Extraction;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Records;

namespace ActorGraph.Knowledge.Tests.Loading;

/// <summary>Which meeting a text puts before which, and what they were about, as it stands in the graph.</summary>
public sealed class OrderTests : IAsyncLifetime
{
    private static readonly FactExtractor Extractor = new();
    private static readonly DocumentFacts Lima = Read("Peter Novak met Carlos Mendez in Lima to discuss fishing rights before he met Maria Keller in Quito.");
    private static readonly DocumentFacts Quito = Read("Peter Novak met Maria Keller in Quito before he met Carlos Mendez in Lima.");
    private static readonly DocumentFacts Dated = Read("Peter Novak met Carlos Mendez in Lima on 7 May 2024.");
    private static readonly DocumentFacts Earlier = Read("Peter Novak met Maria Keller in Quito on 2 May 2024.");

    private readonly string _folder = Directory.CreateTempSubdirectory("actorgraph-order-").FullName;
    private EmbeddedGraph _graph = null!;

    public Task InitializeAsync()
    {
        _graph = EmbeddedGraph.Open(_folder);
        return GraphSchema.EnsureAsync(_graph, default);
    }

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task One_sentence_says_which_came_first_and_the_graph_says_which_sentence()
    {
        await LoadAsync(Lima);
        var order = Assert.Single(await OrdersAsync("Lima"));
        Assert.True(order is { IsBefore: true, Disputed: false, Origins: 1 });
        Assert.Contains("Quito", order.Other.Title, StringComparison.Ordinal);
        Assert.Equal(Lima.Document.Text, Assert.Single(order.Evidence).Quote);
        Assert.False(Assert.Single(await OrdersAsync("Quito")).IsBefore);
    }

    [Fact]
    public async Task Who_tells_the_opposite_is_heard_too_and_both_are_disputed_until_one_is_taken_back()
    {
        await LoadAsync(Lima, Quito);
        var both = await OrdersAsync("Lima");
        Assert.Equal([false, true], both.Select(order => order.IsBefore).Order());
        Assert.All(both, order => Assert.True(order.Disputed));
        await new Retraction(_graph).RetractAsync(Quito.Document.Id, default);
        Assert.False(Assert.Single(await OrdersAsync("Lima")).Disputed);
        await IsFreshAsync(Lima);
    }

    [Fact]
    public async Task Days_that_other_documents_tell_dispute_an_order()
    {
        await LoadAsync(Lima);
        await LoadAsync(Dated);
        Assert.False(Assert.Single(await OrdersAsync("Lima")).Disputed);
        await LoadAsync(Earlier);
        Assert.True(Assert.Single(await OrdersAsync("Lima")).Disputed);
        await IsFreshAsync(Lima, Dated, Earlier);
    }

    [Fact]
    public async Task An_order_stays_between_the_meetings_that_a_decision_changed()
    {
        await LoadAsync(Lima, Dated);
        var decisions = new Decisions(_graph, new Interleaving.Clock());
        var (one, other) = (Sighting(Lima, "Carlos Mendez"), Sighting(Dated, "Carlos Mendez"));
        var apart = (await decisions.DecideAsync(one, other, Verdict.NotSame, "tester", "", default)).Decision;
        await IsFreshAsync(Lima, Dated);
        await decisions.UndoAsync(apart.Id, "tester", "", default);
        await IsFreshAsync(Lima, Dated);
    }

    [Fact]
    public async Task What_talks_were_about_is_told_in_the_words_of_the_text()
    {
        await LoadAsync(Lima);
        await using var session = await _graph.OpenAsync(SessionOptions.Read, default);
        var meeting = await MeetingAsync(session, "Lima");
        var topic = Assert.Single(Assert.Single((await MeetingReads.AccountsAsync(session, [meeting], default))[meeting]).About);
        Assert.Equal("fishing rights", topic.Words);
        Assert.Equal(topic.Words, Lima.Document.Text[topic.Start..topic.End]);
    }

    [Fact]
    public async Task An_order_of_meetings_that_a_document_does_not_have_is_refused()
    {
        var bad = Lima with { Evidence = Lima.Evidence.Select(evidence => evidence is MeetingEvidence meeting ? meeting with { Before = ["doc:0/1#e9"] } : evidence).ToList() };
        var report = await new Loader(_graph).LoadAsync([bad], default);
        Assert.Contains("tells what came before a meeting 'doc:0/1#e9' that it does not have.", Assert.Single(report.Refused).Value, StringComparison.Ordinal);
    }

    private static DocumentFacts Read(string text) => Extractor.Extract(Document.FromText(text));

    private static string Sighting(DocumentFacts facts, string name) => facts.Sightings.Single(sighting => sighting.Name == name).Id;

    private Task LoadAsync(params DocumentFacts[] documents) => new Loader(_graph).LoadAsync(documents, default);

    private async Task<IReadOnlyList<MeetingOrder>> OrdersAsync(string place)
    {
        await using var session = await _graph.OpenAsync(SessionOptions.Read, default);
        var meeting = await MeetingAsync(session, place);
        return (await MeetingReads.OrdersAsync(session, [meeting], default)).GetValueOrDefault(meeting, []);
    }

    private static async Task<string> MeetingAsync(IGraphSession session, string place)
    {
        var page = await MeetingReads.ListAsync(session, FactFilter.None, new(null, 10), default);
        return page.Rows.Select(row => row.Row).Single(meeting => meeting.Title.EndsWith(place, StringComparison.Ordinal)).Id;
    }

    private async Task IsFreshAsync(params DocumentFacts[] documents)
    {
        await using var session = await _graph.OpenAsync(SessionOptions.Read, default);
        Assert.Equal(GraphText.Of(documents, await HeldFacts.DecisionsAsync(session, default)), await GraphText.OfAsync(_graph));
    }
}
