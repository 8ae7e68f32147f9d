using ActorGraph.Engine;
using ActorGraph.Facts;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Tests.Identity;

namespace ActorGraph.Knowledge.Tests.Actors;

public sealed class IdentityReasonsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actorgraph-why-").FullName;
    private EmbeddedGraph _graph = null!;

    public async Task InitializeAsync()
    {
        _graph = EmbeddedGraph.Open(_folder);
        await GraphSchema.EnsureAsync(_graph, default);
    }

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact]
    public async Task Merges_and_non_merges_are_told_from_names_company_and_decisions()
    {
        var seeds = GoldFacts.Of("seeds").Select(g => g.Facts).ToList();
        await new Loader(_graph).LoadAsync(seeds, default);
        var spelled = seeds.SelectMany(facts => facts.Sightings).Where(s => s.Type == ActorType.Person && s.Name.EndsWith("Kal\u0131n", StringComparison.Ordinal)).MinBy(s => s.Id, StringComparer.Ordinal)!;
        var spellings = await WhyAsync("Ibrahim Kalin", spelled.Id);
        Assert.True(spellings.AreOne);
        Assert.Contains("are the same (", Assert.Single(spellings.Because), StringComparison.Ordinal);
        var family = await WhyAsync("Khalifa Haftar", "Saddam Haftar");
        Assert.False(family.AreOne);
        Assert.Contains(family.Because, reason => reason.Contains("khalifa only in the first", StringComparison.Ordinal));
        var decisions = new Decisions(_graph, TimeProvider.System);
        await decisions.DecideAsync("Khalifa Haftar", "Saddam Haftar", Verdict.NotSame, "tester", "father and son", default);
        Assert.Contains(" decided on ", (await WhyAsync("Khalifa Haftar", "Saddam Haftar")).Because[0], StringComparison.Ordinal);
        var same = (await decisions.DecideAsync("Ibrahim Kalin", "Khalifa Haftar", Verdict.Same, "tester", "", default)).Decision;
        Assert.Contains((await WhyAsync(same.A.Sighting, same.B.Sighting)).Because, reason => reason.Contains("are the same", StringComparison.Ordinal) && reason.Contains(same.Id, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Every_sighting_of_an_actor_is_joined_to_its_first_by_reasons()
    {
        var facts = GoldFacts.Of("seeds").Select(g => g.Facts).ToList();
        await new Loader(_graph).LoadAsync(facts, default);
        foreach (var actor in ActorGraph.Knowledge.Identity.Resolver.Resolve(facts, []).Actors.Where(actor => actor.Type == ActorType.Person && actor.Sightings.Count > 1))
        {
            var answer = await WhyAsync(actor.Sightings[0], actor.Sightings[^1]);
            Assert.True(answer.AreOne);
            Assert.DoesNotContain("by the company that their documents put them in", answer.Because[0], StringComparison.Ordinal);
        }
    }

    private Task<IdentityAnswer> WhyAsync(string a, string b) => new IdentityReasons(_graph).ExplainAsync(a, b, default);
}
