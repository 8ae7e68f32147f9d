using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Actors;

/// <summary>Tells what the graph holds about actors; reads the facts of all of them at once.</summary>
internal sealed class ActorFacts(IGraphSession session)
{
    /// <param name="most">Facts of each actor, latest first.</param>
    /// <returns>By internal id.</returns>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<PathStep>>> OfAsync(IReadOnlyList<ActorNode> actors, int most, CancellationToken cancellation)
    {
        var byNode = actors.ToDictionary(actor => actor.Node);
        var types = PathRelations.Default.Select(r => r == PathRelations.Met ? PathRelations.ParticipatedIn : r).ToList();
        var rows = await session.RowsAsync("search/facts-of", cancellation, ("nodes", byNode.Keys), ("types", types), ("most", most));
        var facts = rows.Select(row => (Node: (long)row[0]!, Fact: Fact(byNode[(long)row[0]!], row))).Where(pair => pair.Fact is not null).ToList();
        var told = await new StepTeller(session).TellAsync(facts.Select(pair => pair.Fact!).ToList(), cancellation);
        return facts.Zip(told).GroupBy(pair => pair.First.Node).ToDictionary(group => group.Key, group => (IReadOnlyList<PathStep>)group.Select(pair => pair.Second).ToList());
    }

    /// <summary>Null for a meeting that names nobody else.</summary>
    private static StepFact? Fact(ActorNode actor, IReadOnlyList<object?> row)
    {
        var (relationship, forward, other) = ((GraphRelationship)row[1]!, (bool)row[2]!, (GraphNode)row[3]!);
        if (!other.Labels.Contains("Meeting")) return new(actor, ActorNode.Of(other), null, forward, [relationship]);
        return row[5] is GraphNode who ? new(actor, ActorNode.Of(who), other, true, [relationship, (GraphRelationship)row[4]!]) : null;
    }
}
