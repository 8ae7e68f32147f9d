using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Expressions;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>Plans inside plans: OPTIONAL MATCH, subqueries, UNION, FOREACH.</summary>
internal static class Nesting
{
    public static IEnumerable<object?[]> Optional(OptionalApply plan, IEnumerable<object?[]> source, PlanRunner runner)
    {
        foreach (var row in source)
        {
            var isEmpty = true;
            foreach (var found in runner.Run(plan.Inner, (object?[])row.Clone()))
            {
                isEmpty = false;
                yield return found;
            }

            if (!isEmpty) continue;
            foreach (var slot in plan.NullSlots) row[slot] = null;
            yield return row;
        }
    }

    public static IEnumerable<object?[]> ForEffect(ApplyForEffect plan, IEnumerable<object?[]> source, PlanRunner runner, StatementContext context)
    {
        var rows = Held(source, context);
        foreach (var row in rows) _ = runner.Run(plan.Inner, (object?[])row.Clone()).Count();
        return rows;
    }

    public static IEnumerable<object?[]> Union(Union plan, IEnumerable<object?[]> source, PlanRunner runner, StatementContext context)
    {
        foreach (var row in source)
        {
            var seen = plan.IsDistinct ? new HashSet<object?[]>((IEqualityComparer<object?[]>)Equivalence.Instance) : null;
            for (var i = 0; i < plan.Parts.Count; i++)
            {
                foreach (var found in runner.Run(plan.Parts[i], (object?[])row.Clone()))
                {
                    context.Step();
                    var values = plan.Columns[i].Select(slot => found[slot]).ToArray();
                    if (seen is not null && !seen.Add(values)) continue;
                    for (var c = 0; c < values.Length; c++) found[plan.Columns[0][c]] = values[c];
                    yield return found;
                }
            }
        }
    }

    public static IEnumerable<object?[]> Foreach(ForeachItem plan, IEnumerable<object?[]> source, PlanRunner runner, StatementContext context)
    {
        var rows = Held(source, context);
        foreach (var row in rows)
        {
            var list = context.Evaluator.Evaluate(plan.List, row);
            if (list is null) continue;
            foreach (var item in list as IReadOnlyList<object?> ?? throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: FOREACH takes a List, not a {Conversions.TypeName(list)}"))
            {
                var inner = (object?[])row.Clone();
                inner[plan.Slot] = item;
                _ = runner.Run(plan.Body, inner).Count();
            }
        }

        return rows;
    }

    /// <summary>All rows of a source, read before the first is used: what follows may write what the source reads.</summary>
    public static List<object?[]> Held(IEnumerable<object?[]> source, StatementContext context)
    {
        var rows = new List<object?[]>();
        foreach (var row in source)
        {
            context.Hold(row.Length);
            rows.Add(row);
        }

        return rows;
    }
}
