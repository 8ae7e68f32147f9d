using ActorGraph.Engine;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Tests.Identity;

namespace ActorGraph.Knowledge.Tests.Loading;

public sealed class DecisionTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actorgraph-deciding-").FullName;
    private readonly Interleaving.Clock _clock = new();
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

    [SkippableFact]
    public async Task Not_divides_an_actor_at_once_and_outlives_the_document()
    {
        var seeds = await LoadSeedsAsync();
        var kalin = Named(seeds, "Kal");
        var (a, b) = (kalin.Sightings[0], kalin.Sightings[^1]);
        var decided = (await Decisions.DecideAsync(a, b, Verdict.NotSame, "tester", "two people", default)).Decision;
        Assert.NotNull(decided.A.Actor);
        Assert.NotEqual(decided.A.Actor, decided.B.Actor);
        await IsFreshAsync(seeds);
        var document = seeds.Single(facts => facts.Sightings.Any(s => s.Id == b));
        await new Retraction(_graph).RetractAsync(document.Document.Id, default);
        Assert.Null(Assert.Single(await Decisions.ListAsync(default)).B.Actor);
        await new Loader(_graph).LoadAsync([document], default);
        await IsFreshAsync(seeds);
    }

    [SkippableFact]
    public async Task Same_joins_all_that_both_names_stand_for_and_undo_divides_them_again()
    {
        var seeds = await LoadSeedsAsync();
        var (kalin, haftar) = (Named(seeds, "Kal"), Named(seeds, "Khalifa"));
        var before = await GraphText.OfAsync(_graph);
        var decided = (await Decisions.DecideAsync(kalin.Id, "Khalifa Haftar", Verdict.Same, "tester", "", default)).Decision;
        Assert.Equal(decided.A.Actor, decided.B.Actor);
        var joined = Resolver.Resolve(seeds, await HeldAsync()).Actors.Single(actor => actor.Id == decided.A.Actor);
        Assert.Superset(kalin.Sightings.Concat(haftar.Sightings).ToHashSet(), joined.Sightings.ToHashSet());
        await IsFreshAsync(seeds);
        var undone = (await Decisions.UndoAsync(decided.Id, "another", "a slip", default)).Decision;
        Assert.Equal(decided.Id, undone.Undoes);
        Assert.NotEqual(undone.A.Actor, undone.B.Actor);
        Assert.Equal(before, await GraphText.OfAsync(_graph));
        Assert.Equal(undone.Id, (await Decisions.ListAsync(default))[0].UndoneBy);
        var twice = await Assert.ThrowsAsync<GraphException>(() => Decisions.UndoAsync(decided.Id, "another", "", default));
        Assert.Equal($"This cannot be decided: '{decided.Id}' was taken back already, by another.", twice.Message);
    }

    [SkippableFact]
    public async Task Who_is_the_same_as_the_same_is_the_same()
    {
        var seeds = await LoadSeedsAsync();
        var people = Resolver.Resolve(seeds, []).Actors.Where(actor => actor.Type == ActorType.Person && actor.Name.Contains(' ', StringComparison.Ordinal)).Take(3).ToList();
        await Decisions.DecideAsync(people[0].Id, people[1].Id, Verdict.Same, "tester", "", default);
        var decided = (await Decisions.DecideAsync(people[1].Id, people[2].Id, Verdict.Same, "tester", "", default)).Decision;
        var joined = Resolver.Resolve(seeds, await HeldAsync()).Actors.Single(actor => actor.Id == decided.A.Actor);
        Assert.Superset(people.SelectMany(actor => actor.Sightings).ToHashSet(), joined.Sightings.ToHashSet());
        await IsFreshAsync(seeds);
    }

    [SkippableFact]
    public async Task Unsure_merges_nothing()
    {
        var seeds = await LoadSeedsAsync();
        var kalin = Named(seeds, "Kal");
        var decided = (await Decisions.DecideAsync(kalin.Sightings[0], kalin.Sightings[1], Verdict.Unsure, "tester", "", default)).Decision;
        Assert.NotEqual(decided.A.Actor, decided.B.Actor);
        await IsFreshAsync(seeds);
    }

    [SkippableFact]
    public async Task What_cannot_be_decided_is_refused_and_nothing_is_written()
    {
        var seeds = await LoadSeedsAsync();
        var before = await GraphText.OfAsync(_graph);
        async Task<string> Refused(string a, string b, string author = "tester")
            => (await Assert.ThrowsAsync<GraphException>(() => Decisions.DecideAsync(a, b, Verdict.Same, author, "", default))).Message;
        var sighting = Named(seeds, "Kal").Sightings[0];
        Assert.Equal($"This cannot be decided: '{sighting}' and '{sighting}' mean one sighting, {sighting}: name two, for instance two sighting ids.", await Refused(sighting, sighting));
        Assert.Equal("No document held has the sighting 'doc:0/1#s1'.", await Refused(sighting, "doc:0/1#s1"));
        Assert.Contains("only two of one kind", await Refused(sighting, "country:tr"), StringComparison.Ordinal);
        Assert.Contains("those go by their codes", await Refused("country:ly", "country:tr"), StringComparison.Ordinal);
        Assert.Contains("author must say who decides", await Refused(sighting, "Khalifa Haftar", " "), StringComparison.Ordinal);
        Assert.Equal(before, await GraphText.OfAsync(_graph));
        Assert.Empty(await Decisions.ListAsync(default));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_interleaving_of_loads_retractions_and_decisions_ends_in_the_graph_of_what_is_left(int seed)
    {
        var documents = GoldFacts.Of("seeds").Concat(GoldFacts.Of("dev").Where((_, i) => i % 5 == seed)).Select(g => g.Facts).ToArray();
        var random = new Random(seed);
        var held = new Dictionary<string, DocumentFacts>();
        for (var step = 0; step < 24; step++)
        {
            var one = documents[random.Next(documents.Length)];
            if (step % 3 == 2 && held.Count > 1) await DecideAsync(held.Values.SelectMany(facts => facts.Sightings).Where(s => s.Type == ActorType.Person).ToList(), random);
            else if (held.Remove(one.Document.Id)) await new Retraction(_graph).RetractAsync(one.Document.Id, default);
            else
            {
                await new Loader(_graph).LoadAsync([one], default);
                held[one.Document.Id] = one;
            }
        }

        Assert.NotEmpty(await HeldAsync());
        await IsFreshAsync(held.Values.ToList());
    }

    private Decisions Decisions => new(_graph, _clock);

    private async Task DecideAsync(List<Sighting> people, Random random)
    {
        var standing = (await Decisions.ListAsync(default)).Where(d => d.Undoes is null && d.UndoneBy is null).ToList();
        if (standing.Count > 0 && random.Next(3) == 0) await Decisions.UndoAsync(standing[random.Next(standing.Count)].Id, "tester", "", default);
        else if (people.Count > 1)
        {
            var (a, b) = (people[random.Next(people.Count)].Id, people[random.Next(people.Count)].Id);
            if (a != b) await Decisions.DecideAsync(a, b, (Verdict)random.Next(3), "tester", "", default);
        }
    }

    private async Task<List<DocumentFacts>> LoadSeedsAsync()
    {
        var seeds = GoldFacts.Of("seeds").Select(g => g.Facts).ToList();
        await new Loader(_graph).LoadAsync(seeds, default);
        return seeds;
    }

    private static ResolvedActor Named(IReadOnlyList<DocumentFacts> documents, string part)
        => Resolver.Resolve(documents, []).Actors.Where(actor => actor.Type == ActorType.Person && actor.Name.Contains(part, StringComparison.Ordinal)).MaxBy(actor => actor.Sightings.Count)!;

    private async Task<IReadOnlyList<Decision>> HeldAsync()
    {
        await using var session = await _graph.OpenAsync(SessionOptions.Read, default);
        return await HeldFacts.DecisionsAsync(session, default);
    }

    private async Task IsFreshAsync(IReadOnlyList<DocumentFacts> documents) => Assert.Equal(GraphText.Of(documents, await HeldAsync()), await GraphText.OfAsync(_graph));
}
