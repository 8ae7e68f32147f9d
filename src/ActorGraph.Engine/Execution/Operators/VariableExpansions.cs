using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Expressions;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>From a node along any number of relationships, none of them twice, depth first.</summary>
internal static class VariableExpansions
{
    public static IEnumerable<object?[]> Run(ExpandVariable plan, IEnumerable<object?[]> source, StatementContext context)
    {
        foreach (var row in source)
        {
            if (Expansions.Node(row[plan.Start]) is not { } start) continue;
            var end = plan.ToIsBound ? Expansions.Node(row[plan.End]) : null;
            if (plan.ToIsBound && end is null) continue;
            foreach (var (node, walked) in Walks(plan, start.Id, row, context))
            {
                if (end is not null && end.Id != node) continue;
                var next = (object?[])row.Clone();
                next[plan.Relationships] = plan.Reverse ? walked.AsEnumerable().Reverse().Cast<object?>().ToList() : walked.Cast<object?>().ToList();
                if (end is null) next[plan.End] = new NodeReference(node);
                yield return next;
            }
        }
    }

    private static IEnumerable<(long Node, List<RelationshipReference> Walked)> Walks(ExpandVariable plan, long start, object?[] row, StatementContext context)
    {
        var max = plan.Length.Max ?? int.MaxValue;
        var walked = new List<RelationshipReference>();
        var used = new HashSet<long>();
        if (plan.Length.Min == 0) yield return (start, walked);
        if (max == 0) yield break;
        var open = new Stack<IEnumerator<(RelationshipReference Relationship, long Node)>>();
        open.Push(Steps(plan, start, row, context).GetEnumerator());
        while (open.Count > 0)
        {
            context.Step();
            if (!open.Peek().MoveNext())
            {
                open.Pop();
                if (walked.Count > 0)
                {
                    used.Remove(walked[^1].Id);
                    walked.RemoveAt(walked.Count - 1);
                }

                continue;
            }

            var (relationship, node) = open.Peek().Current;
            if (!used.Add(relationship.Id)) continue;
            walked.Add(relationship);
            if (walked.Count >= plan.Length.Min) yield return (node, walked);
            if (walked.Count < max) open.Push(Steps(plan, node, row, context).GetEnumerator());
            else
            {
                used.Remove(relationship.Id);
                walked.RemoveAt(walked.Count - 1);
            }
        }
    }

    private static IEnumerable<(RelationshipReference, long)> Steps(ExpandVariable plan, long node, object?[] row, StatementContext context)
    {
        foreach (var neighbour in context.Transaction.Neighbours(node, Expansions.Outgoing(plan.Direction), plan.Types))
        {
            if (Expansions.IsUsed(row, plan.Others, neighbour.Relationship)) continue;
            var relationship = Expansions.Relationship(node, neighbour);
            if (plan.Each is not null)
            {
                row[plan.EachSlot] = relationship;
                if (!context.Evaluator.IsTrue(plan.Each, row)) continue;
            }

            yield return (relationship, neighbour.Node);
        }
    }
}
