using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Tells facts with the sentences they rest on; reads the evidence of all of them at once.</summary>
internal sealed class StepTeller(IGraphSession session)
{
    /// <summary>Sentences read for one telling, and for each of its facts; more than these are counted on the facts themselves.</summary>
    private const int MostEvidence = 2000, MostEvidenceOfOne = 20;

    private sealed record Account(string Fact, EvidenceQuote Quote, IReadOnlyList<string> Named, string? Status, string Origin);

    public async Task<IReadOnlyList<PathStep>> TellAsync(IReadOnlyList<StepFact> facts, CancellationToken cancellation)
    {
        if (facts.Count == 0) return [];
        return Tell(facts, await session.ReadAsync(Asked(facts.Select(fact => fact.Id)), cancellation));
    }

    /// <summary>What to ask for in order to tell facts, of which only the ids need to be known.</summary>
    public static IReadOnlyList<Statement> Asked(IEnumerable<string> facts)
    {
        var ids = facts.Distinct().Order(StringComparer.Ordinal).ToList();
        var meetings = ids.Where(id => id.StartsWith("meeting:", StringComparison.Ordinal)).ToList();
        var evidence = Statements.Named("paths/evidence", ("facts", ids), ("most", MostEvidenceOf(ids.Count)));
        return meetings.Count == 0 ? [evidence] : [evidence, Statements.Named("paths/meeting-places", ("meetings", meetings))];
    }

    /// <summary>How many sentences are read for so many facts.</summary>
    public static int MostEvidenceOf(int facts) => Math.Max(MostEvidence, facts * MostEvidenceOfOne);

    /// <param name="answers">Rows of the statements that <see cref="Asked"/> gave.</param>
    public static IReadOnlyList<PathStep> Tell(IReadOnlyList<StepFact> facts, IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>> answers)
    {
        var accounts = answers[0].Select(Read).ToLookup(account => account.Fact);
        var places = answers.Skip(1).SelectMany(rows => rows).GroupBy(row => (string)row[0]!).ToDictionary(rows => rows.Key, rows => ActorNode.Of((GraphNode)rows.First()[1]!).Reference);
        return facts.Select(fact => Tell(fact, accounts[fact.Id], places.GetValueOrDefault(fact.Id))).ToList();
    }

    private static PathStep Tell(StepFact fact, IEnumerable<Account> accounts, ActorReference? place)
    {
        var meeting = fact.Meeting is null ? null : ActorNode.Of(fact.Meeting).Reference;
        var all = accounts.ToList();
        var both = fact.Meeting is null ? all : all.Where(a => a.Named.Contains(fact.From.Id) && a.Named.Contains(fact.To.Id)).ToList();
        // Where no one sentence names both, each side has sentences of its own.
        if (both.Count == 0) both = all.Where(a => a.Named.Contains(fact.From.Id) || a.Named.Contains(fact.To.Id)).ToList();
        var quotes = both.OrderByDescending(a => a.Status == fact.Status).ThenBy(a => a.Quote.Quote.Length).ThenBy(a => a.Quote.Document.Id, StringComparer.Ordinal).ThenBy(a => a.Quote.Start).ToList();
        return new(fact.Id, fact.Relation, StepSentence.Of(fact, place?.Name), fact.From.Reference, fact.To.Reference, fact.Forward || fact.Meeting is not null, meeting, fact.When(), place, fact.Status, fact.IsDisputed,
            fact.Common("documents").Count, fact.Common("origins").Count, quotes.Select(a => a.Quote).ToList());
    }

    private static Account Read(IReadOnlyList<object?> row) => new((string)row[0]!,
        new((string)row[2]!, (int)(long)row[3]!, (int)(long)row[4]!, row[7] as string, new((string)row[8]!, row[9] as string, row[10] as string, Words.ToDay(row[11] as string))),
        Statements.Texts(row[6]), row[5] as string, row[12] as string ?? "");
}
