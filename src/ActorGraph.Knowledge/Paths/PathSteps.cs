using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Turns hops into steps: the two hops through one meeting are one.</summary>
internal sealed class PathSteps(IGraphSession session)
{
    public static int Count(RawPath path) => Cut(path).Count();

    public async Task<IReadOnlyList<IReadOnlyList<StepFact>>> ReadAsync(IReadOnlyList<RawPath> paths, CancellationToken cancellation)
    {
        if (paths.Count == 0) return [];
        var ids = paths.SelectMany(path => path.Nodes).Distinct().ToList();
        var hops = paths.SelectMany(path => path.Hops).Select(hop => hop.Relationship).Distinct().ToList();
        var nodes = (await session.RowsAsync("paths/nodes", cancellation, ("nodes", ids))).Select(row => (GraphNode)row[0]!).ToDictionary(node => node.Id);
        var ties = (await session.RowsAsync("paths/ties", cancellation, ("ties", hops))).Select(row => (GraphRelationship)row[0]!).ToDictionary(tie => tie.Id);
        return paths.Select(path => (IReadOnlyList<StepFact>)Cut(path).Select(cut =>
        {
            var (from, to) = (ActorNode.Of(nodes[path.Nodes[cut.First]]), ActorNode.Of(nodes[path.Nodes[cut.First + cut.Hops]]));
            var relationships = path.Hops.Skip(cut.First).Take(cut.Hops).Select(hop => ties[hop.Relationship]).ToList();
            return new StepFact(from, to, cut.Hops == 2 ? nodes[path.Nodes[cut.First + 1]] : null, path.Hops[cut.First].Start == path.Nodes[cut.First], relationships);
        }).ToList()).ToList();
    }

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
