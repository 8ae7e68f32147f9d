using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge.Tests.Loading;

/// <summary>Random loads, alone and together, of documents new and known, retractions and decisions; the graph is compared with that of what is left on the way and at the end.</summary>
internal static class Interleaving
{
    private const int LookEvery = 8;

    public static async Task RunAsync(IGraphDatabase graph, IReadOnlyList<DocumentFacts> documents, Random random, int steps)
    {
        await GraphSchema.EnsureAsync(graph, default);
        var (loader, retraction, decisions) = (new Loader(graph), new Retraction(graph), new Decisions(graph, new Clock()));
        var held = new Dictionary<string, DocumentFacts>(StringComparer.Ordinal);
        for (var step = 1; step <= steps; step++)
        {
            var what = random.Next(10);
            if (what < 5 || held.Count < 2)
            {
                var together = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => documents[random.Next(documents.Count)]).DistinctBy(facts => facts.Document.Id).ToList();
                if (random.Next(4) == 0) together = together.Select(facts => facts with { Document = facts.Document with { Source = "source " + random.Next(3) }, Extraction = "another " + random.Next(2) }).ToList();
                await loader.LoadAsync(together, default);
                foreach (var facts in together) held[facts.Document.Id] = held.TryGetValue(facts.Document.Id, out var known) ? facts with { Document = facts.Document with { Source = facts.Document.Source ?? known.Document.Source } } : facts;
            }
            else if (what < 8)
            {
                var gone = held.Keys.ElementAt(random.Next(held.Count));
                Assert.NotNull(await retraction.RetractAsync(gone, default));
                held.Remove(gone);
            }
            else await DecideAsync(decisions, held.Values, random);

            if (step % LookEvery == 0 || step == steps) Assert.Equal(GraphText.Of(held.Values.ToList(), await HeldAsync(graph)), await GraphText.OfAsync(graph));
        }

        foreach (var id in held.Keys) await retraction.RetractAsync(id, default);
        Assert.Equal("", await GraphText.OfAsync(graph));
    }

    private static async Task DecideAsync(Decisions decisions, IEnumerable<DocumentFacts> held, Random random)
    {
        var standing = (await decisions.ListAsync(default)).Where(d => d.Undoes is null && d.UndoneBy is null).ToList();
        var people = held.SelectMany(facts => facts.Sightings).Where(s => s.Type == ActorType.Person).ToList();
        if (standing.Count > 0 && random.Next(3) == 0) await decisions.UndoAsync(standing[random.Next(standing.Count)].Id, "tester", "", default);
        else if (people.Count > 1)
        {
            var (a, b) = (people[random.Next(people.Count)], people[random.Next(people.Count)]);
            // Half of them about two of one name.
            if (random.Next(2) == 0) b = people.FirstOrDefault(s => s.Name == a.Name && s.Id != a.Id) ?? b;
            if (a.Id != b.Id) await decisions.DecideAsync(a.Id, b.Id, (Verdict)random.Next(3), "tester", "", default);
        }
    }

    private static async Task<IReadOnlyList<Decision>> HeldAsync(IGraphDatabase graph)
    {
        await using var session = await graph.OpenAsync(SessionOptions.Read, default);
        return await HeldFacts.DecisionsAsync(session, default);
    }

    /// <summary>A second passes with every look at it.</summary>
    public sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);
    }
}
