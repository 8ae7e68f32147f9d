using ActorGraph.Cypher.Planning;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>MERGE: what the pattern finds, else what it makes; each row sees what the rows before it made.</summary>
internal static class Merging
{
    public static IEnumerable<object?[]> Run(MergePattern plan, IEnumerable<object?[]> source, StatementContext context)
    {
        var result = new List<object?[]>();
        foreach (var row in Nesting.Held(source, context))
        {
            RefuseNulls(plan, row, context);
            var found = context.Runner.Run(plan.Found, (object?[])row.Clone()).ToList();
            if (found.Count == 0)
            {
                Writing.Create(plan.Nodes, plan.Relationships, row, context, refusesNull: true);
                foreach (var (slot, elements) in plan.Paths) row[slot] = Paths.Build(row, elements);
                Setting.Apply(plan.OnCreate, row, context);
                result.Add(row);
                continue;
            }

            foreach (var match in found) Setting.Apply(plan.OnMatch, match, context);
            result.AddRange(found);
        }

        return result;
    }

    private static void RefuseNulls(MergePattern plan, object?[] row, StatementContext context)
    {
        foreach (var r in plan.Relationships)
        {
            if (plan.Nodes.All(node => node.Slot != r.Start) && row[r.Start] is null || plan.Nodes.All(node => node.Slot != r.End) && row[r.End] is null)
            {
                throw new GraphException(ErrorCodes.EntityNotFound, "Cannot merge a relationship with a node that is null in this row");
            }
        }

        foreach (var properties in plan.Nodes.Select(node => node.Properties).Concat(plan.Relationships.Select(r => r.Properties)))
        {
            if (properties is null || context.Evaluator.Evaluate(properties, row) is not IReadOnlyDictionary<string, object?> map) continue;
            if (map.FirstOrDefault(entry => entry.Value is null) is { Key: { } key })
            {
                throw new GraphException(ErrorCodes.SemanticError, $"Cannot merge the pattern because of null property value for '{key}' (MergeReadOwnWrites)");
            }
        }
    }
}
