using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Turns hops into steps: the two hops through one meeting are one.</summary>
internal static class PathSteps
{
    public static int Count(RawPath path) => Cut(path).Count();

    /// <summary>What to ask for in order to have the steps of paths.</summary>
    public static IReadOnlyList<Statement> Asked(IReadOnlyList<RawPath> paths) =>
    [
        Statements.Named("paths/nodes", ("nodes", paths.SelectMany(path => path.Nodes).Distinct())),
        Statements.Named("paths/ties", ("ties", paths.SelectMany(path => path.Hops).Select(hop => hop.Relationship).Distinct())),
    ];

    /// <param name="answers">Rows of the statements that <see cref="Asked"/> gave.</param>
    public static IReadOnlyList<IReadOnlyList<StepFact>> Of(IReadOnlyList<RawPath> paths, IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>> answers)
    {
        var nodes = answers[0].Select(row => (GraphNode)row[0]!).ToDictionary(node => node.Id);
        var ties = answers[1].Select(row => (GraphRelationship)row[0]!).ToDictionary(tie => tie.Id);
        return paths.Select(path => Of(path, path.Nodes.Select(node => nodes[node]).ToList(), path.Hops.Select(hop => ties[hop.Relationship]).ToList())).ToList();
    }

    /// <param name="nodes">Those of the path, in its order.</param>
    /// <param name="ties">Likewise.</param>
    public static IReadOnlyList<StepFact> Of(RawPath path, IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphRelationship> ties) => Cut(path).Select(cut => new StepFact(
        ActorNode.Of(nodes[cut.First]), ActorNode.Of(nodes[cut.First + cut.Hops]), cut.Hops == 2 ? nodes[cut.First + 1] : null, path.Hops[cut.First].Start == path.Nodes[cut.First],
        ties.Skip(cut.First).Take(cut.Hops).ToList())).ToList();

    private static IEnumerable<(int First, int Hops)> Cut(RawPath path)
    {
        for (var i = 0; i < path.Hops.Count;)
        {
            // Into a meeting and out of it again.
            var isMeeting = i + 1 < path.Hops.Count && path.Hops[i].Type == PathRelations.ParticipatedIn && path.Hops[i + 1].Type == PathRelations.ParticipatedIn
                && path.Hops[i].Start == path.Nodes[i] && path.Hops[i + 1].Start == path.Nodes[i + 2];
            yield return (i, isMeeting ? 2 : 1);
            i += isMeeting ? 2 : 1;
        }
    }
}
