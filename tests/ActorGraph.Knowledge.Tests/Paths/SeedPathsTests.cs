using ActorGraph.Engine;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;
using ActorGraph.Knowledge.Tests.Identity;

namespace ActorGraph.Knowledge.Tests.Paths;

/// <summary>Questions to the seeds as their annotator read them.</summary>
public sealed class SeedPathsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actorgraph-paths-").FullName;
    private EmbeddedGraph? _graph;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_graph is not null) await _graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact]
    public async Task Kalin_met_Haftar_and_the_answer_names_whom_it_took_him_for()
    {
        var answer = await AskAsync("Kalın", "Haftar", PathFilter.None);
        var step = Assert.Single(answer.Results[0].Steps);
        Assert.Equal("MET", step.Relation);
        Assert.Contains("Benghazi", step.Place!.Name, StringComparison.Ordinal);
        Assert.Equal((2, 1), (step.Documents, step.Origins));
        Assert.Contains(step.Evidence, e => e.Quote.Contains("has met Libya’s Haftar at Benghazi Port", StringComparison.Ordinal));
        Assert.Equal("Khalifa Haftar", answer.To.Chosen.Name);
        Assert.Contains(answer.To.Others, other => other.Name.StartsWith("Saddam", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Without_that_meeting_there_is_a_longer_way_by_offices_and_sides_taken()
    {
        var met = (await AskAsync("Kalin", "Haftar", PathFilter.None)).Results[0].Steps[0].Id;
        var answer = await AskAsync("Kalin", "Haftar", new PathFilter { Exclude = [met] });
        Assert.NotEmpty(answer.Results);
        Assert.All(answer.Results.SelectMany(path => path.Steps), step => Assert.True(step.Id != met && !PathRelations.OnlyWhenAsked.Contains(step.Relation)));
        foreach (var path in answer.Results) Assert.Equal(path.Steps.Skip(1).Select(step => step.From.Id), path.Steps.SkipLast(1).Select(step => step.To.Id));
    }

    [SkippableFact]
    public async Task Without_an_answer_the_one_filter_that_hides_it_is_named()
    {
        var answer = await AskAsync("Kalin", "Haftar", new PathFilter { MinimumOrigins = 5, Hubs = Hubs.Block, MaximumSteps = 1 });
        Assert.Empty(answer.Results);
        Assert.Equal(new Relaxation("without minimumOrigins: 5", 1), answer.Relax);
    }

    [SkippableFact]
    public async Task A_meeting_after_the_period_asked_for_does_not_count()
    {
        var filter = new PathFilter { Relations = ["MET"], MaximumSteps = 1, Hubs = Hubs.Block, Until = new DateOnly(2025, 7, 1) };
        Assert.Empty((await AskAsync("Kalin", "Haftar", filter)).Results);
        Assert.NotEmpty((await AskAsync("Kalin", "Haftar", filter with { Until = new DateOnly(2025, 9, 1) })).Results);
        Assert.Empty((await AskAsync("Kalin", "Haftar", filter with { Until = null, Kinds = [MeetingKind.Call] })).Results);
    }

    [SkippableTheory]
    [InlineData("Nobodyofthisname", "Haftar", ErrorCodes.ActorNotFound, "Nobody is called 'Nobodyofthisname' in the documents held.")]
    [InlineData("", "Haftar", ErrorCodes.ActorNotFound, "No name was given: give an id or a name.")]
    [InlineData("Kalin", "İbrahim Kalın", ErrorCodes.FilterInvalid, "'Kalin' and 'İbrahim Kalın' are both Ibrahim Kalin: ask for two different ones.")]
    public async Task A_question_that_cannot_be_asked_says_why(string from, string to, string code, string message)
    {
        var failure = await Assert.ThrowsAsync<GraphException>(() => AskAsync(from, to, PathFilter.None));
        Assert.Equal((code, message), (failure.Code, failure.Message));
        Assert.True(failure.IsUsersFault);
    }

    [SkippableFact]
    public async Task A_wrong_filter_says_what_it_may_be()
    {
        var failure = await Assert.ThrowsAsync<GraphException>(() => AskAsync("Kalin", "Haftar", new PathFilter { Relations = ["LIKES"] }));
        Assert.StartsWith("The filter cannot be used: relations does not know 'LIKES'; it may be any of MET, HOLDS_POSITION,", failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Both_ends_of_every_drawn_edge_are_among_the_nodes()
    {
        var answer = await AskAsync("Kalin", "Haftar", PathFilter.None);
        foreach (var meetings in Enum.GetValues<MeetingsAs>())
        {
            var view = PathGraph.Of(answer, meetings);
            var ids = view.Nodes.Select(node => node.Id).ToHashSet();
            Assert.Equal(view.Nodes.Count, ids.Count);
            Assert.Equal(view.Edges.Count, view.Edges.Select(edge => edge.Id).Distinct().Count());
            Assert.All(view.Edges, edge => Assert.True(ids.Contains(edge.Source) && ids.Contains(edge.Target)));
            Assert.Equal(meetings == MeetingsAs.Node, view.Nodes.Any(node => node.Kind == "meeting"));
        }
    }

    [SkippableTheory]
    [InlineData("Hafter", "Khalifa Haftar")]
    [InlineData("Kalın", "Ibrahim Kalin")]
    [InlineData("Ibrahim Kalin", "Ibrahim Kalin")]
    public async Task Search_finds_any_spelling_and_says_why(string text, string name)
    {
        var hits = await new ActorCatalogue(await SeedsAsync()).SearchAsync(text, 5, ["person"], default);
        Assert.Contains(hits, hit => hit.Name == name && hit.Why.Length > 0 && hit.Score >= 0.8);
    }

    [SkippableFact]
    public async Task An_actor_is_told_with_its_facts_and_their_sentences()
    {
        var catalogue = new ActorCatalogue(await SeedsAsync());
        var kalin = await catalogue.GetAsync("Kalin", 50, default);
        Assert.Equal("person", kalin.Kind);
        Assert.Contains(kalin.Facts, fact => fact.Relation == "MET" && fact.To.Name == "Khalifa Haftar");
        Assert.Contains(kalin.Facts, fact => fact.Relation == "HOLDS_POSITION");
        Assert.Equal(kalin.Id, (await catalogue.GetAsync(kalin.Id, 1, default)).Id);
        Assert.Equal(5, (await catalogue.StatisticsAsync(default)).Documents);
    }

    private async Task<PathAnswer> AskAsync(string from, string to, PathFilter filter) => await new PathFinder(await SeedsAsync()).FindAsync(new(from, to, filter), default);

    private async Task<IGraphDatabase> SeedsAsync()
    {
        if (_graph is not null) return _graph;
        var facts = GoldFacts.Of("seeds").Select(g => g.Facts).ToList();
        _graph = EmbeddedGraph.Open(_folder);
        await GraphSchema.EnsureAsync(_graph, default);
        await new Loader(_graph).LoadAsync(facts, default);
        return _graph;
    }
}
