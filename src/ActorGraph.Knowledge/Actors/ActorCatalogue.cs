using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Actors;

/// <summary>Finds actors and tells what the graph holds about them.</summary>
public sealed class ActorCatalogue(IGraphDatabase database)
{
    /// <summary>Upper bound of what one question returns.</summary>
    public const int Most = 200;

    /// <summary>Actors and places by a name in any spelling or by id, best first.</summary>
    /// <param name="kinds">person, organization, country, place, vessel; null: all.</param>
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int first, IReadOnlyList<string>? kinds, CancellationToken cancellation)
    {
        Check("first", first);
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        var hits = (await new ActorLookup(session).SearchAsync(text, cancellation)).Where(hit => kinds is not { Count: > 0 } || kinds.Contains(hit.Actor.Kind)).Take(first).ToList();
        var summaries = await new ActorSummaries(session).OfAsync(hits.Select(hit => hit.Actor).ToList(), cancellation);
        return hits.Zip(summaries, (hit, summary) => new SearchHit(hit.Actor.Id, hit.Actor.Name, hit.Actor.Kind, summary.Summary, Math.Round(hit.Score, 4), hit.Why)).ToList();
    }

    /// <param name="facts">How many facts are wanted.</param>
    /// <exception cref="GraphException">Nobody or several are called so.</exception>
    public async Task<ActorDetails> GetAsync(string idOrName, int facts, CancellationToken cancellation)
    {
        Check("facts", facts);
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        var actor = (await new ActorLookup(session).FindAsync(idOrName, cancellation)).Chosen;
        var told = (await new ActorFacts(session).OfAsync([actor], facts, cancellation)).GetValueOrDefault(actor.Node, []);
        var summary = (await new ActorSummaries(session).OfAsync([actor], cancellation))[0].Summary;
        var documents = (await session.RowsAsync("search/documents-of", cancellation, ("nodes", new[] { actor.Node }))).SelectMany(row => Statements.Texts(row[1])).Order(StringComparer.Ordinal).ToList();
        return new(actor.Id, actor.Name, actor.Kind, actor.Aliases, actor.Iso2, summary, documents, told);
    }

    public async Task<GraphStatistics> StatisticsAsync(CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        var row = (await session.RowsAsync("search/statistics", cancellation))[0].Cast<long>().ToList();
        return new(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9]);
    }

    private static void Check(string name, int wanted)
    {
        if (wanted is < 1 or > Most) throw new GraphException(ErrorCodes.FilterInvalid, $"{name} is {wanted}; it must be from 1 to {Most}.");
    }
}
