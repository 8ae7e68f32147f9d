using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Expressions;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>shortestPath and allShortestPaths: breadth first from the start, level by level.</summary>
internal static class ShortestPathSearch
{
    public static IEnumerable<object?[]> Run(ShortestPaths plan, IEnumerable<object?[]> source, StatementContext context)
    {
        if (plan.Length.Min > 1) throw new GraphException(ErrorCodes.NotSupported, "shortestPath(...) with a minimal length above 1 is not supported");
        foreach (var row in source)
        {
            if (Expansions.Node(row[plan.Start]) is not { } start || Expansions.Node(row[plan.End]) is not { } end) continue;
            if (start.Id == end.Id)
            {
                if (plan.Length.Min == 0) yield return With(plan, row, [start], []);
                continue;
            }

            foreach (var (nodes, relationships) in Find(plan, start.Id, end.Id, row, context)) yield return With(plan, row, nodes, relationships);
        }
    }

    private static object?[] With(ShortestPaths plan, object?[] row, List<NodeReference> nodes, List<RelationshipReference> relationships)
    {
        var next = (object?[])row.Clone();
        next[plan.Relationships] = relationships.Cast<object?>().ToList();
        if (plan.Path >= 0) next[plan.Path] = new PathReference(nodes, relationships);
        return next;
    }

    private static IEnumerable<(List<NodeReference>, List<RelationshipReference>)> Find(ShortestPaths plan, long start, long end, object?[] row, StatementContext context)
    {
        var arrivals = new Dictionary<long, List<RelationshipReference>> { [start] = [] };
        var level = new List<long> { start };
        for (var depth = 1; level.Count > 0 && depth <= (plan.Length.Max ?? int.MaxValue) && !arrivals.ContainsKey(end); depth++)
        {
            var reached = new Dictionary<long, List<RelationshipReference>>();
            foreach (var node in level)
            {
                foreach (var neighbour in context.Transaction.Neighbours(node, Expansions.Outgoing(plan.Direction), plan.Types))
                {
                    context.Step();
                    if (arrivals.ContainsKey(neighbour.Node)) continue;
                    var relationship = Expansions.Relationship(node, neighbour);
                    if (plan.Each is not null)
                    {
                        row[plan.EachSlot] = relationship;
                        if (!context.Evaluator.IsTrue(plan.Each, row)) continue;
                    }

                    if (!reached.TryGetValue(neighbour.Node, out var ways)) reached[neighbour.Node] = ways = [];
                    if (plan.All || ways.Count == 0) ways.Add(relationship);
                }
            }

            foreach (var (node, ways) in reached) arrivals[node] = ways;
            context.Hold(reached.Count);
            level = [.. reached.Keys];
        }

        return arrivals.ContainsKey(end) ? Back(arrivals, start, end) : [];
    }

    private static IEnumerable<(List<NodeReference>, List<RelationshipReference>)> Back(Dictionary<long, List<RelationshipReference>> arrivals, long start, long node)
    {
        if (node == start)
        {
            yield return ([new NodeReference(start)], []);
            yield break;
        }

        foreach (var relationship in arrivals[node])
        {
            var before = relationship.Start == node ? relationship.End : relationship.Start;
            foreach (var (nodes, relationships) in Back(arrivals, start, before)) yield return ([.. nodes, new NodeReference(node)], [.. relationships, relationship]);
        }
    }
}
