using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Actors;

/// <summary>Tells in a few words what sets actors apart.</summary>
internal sealed class ActorSummaries(IGraphSession session)
{
    public async Task<IReadOnlyList<ActorSummary>> OfAsync(IReadOnlyList<ActorNode> actors, CancellationToken cancellation)
    {
        if (actors.Count == 0) return [];
        var nodes = actors.Select(actor => actor.Node).Distinct().ToList();
        var rows = await session.ReadAsync([Statements.Named("search/positions", ("nodes", nodes)), Statements.Named("search/documents-of", ("nodes", nodes))], cancellation);
        var (positions, documents) = (rows[0].ToLookup(row => (long)row[0]!), rows[1].ToDictionary(row => (long)row[0]!, row => Statements.Texts(row[1])));
        return actors.Select(actor => new ActorSummary(actor.Id, actor.Name, actor.Kind,
            $"{What(actor, positions[actor.Node].FirstOrDefault())}, in {Counted(documents.GetValueOrDefault(actor.Node, []).Count)}")).ToList();
    }

    private static string What(ActorNode actor, IReadOnlyList<object?>? position) => position switch
    {
        null => actor.Kind,
        [_, "HOLDS_POSITION", string title, _, var status, _, var other] => $"{(status is "current" ? "" : status + " ")}{title} of {other}",
        [_, _, _, string relation, _, _, var other] => $"{relation.Replace('_', ' ')} {other}",
        _ => actor.Kind,
    };

    private static string Counted(int documents) => documents == 1 ? "1 document" : $"{documents} documents";
}
