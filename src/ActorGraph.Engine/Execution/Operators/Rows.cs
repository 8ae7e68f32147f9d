using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Expressions;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>Row by row: filter, projection, DISTINCT, UNWIND.</summary>
internal static class Rows
{
    public static IEnumerable<object?[]> Filtered(Filter plan, IEnumerable<object?[]> source, StatementContext context)
    {
        foreach (var row in source)
        {
            context.Step();
            if (context.Evaluator.IsTrue(plan.Predicate, row)) yield return row;
        }
    }

    public static IEnumerable<object?[]> Projected(Project plan, IEnumerable<object?[]> source, StatementContext context)
    {
        var values = new object?[plan.Items.Count];
        foreach (var row in source)
        {
            context.Step();
            for (var i = 0; i < values.Length; i++) values[i] = context.Evaluator.Evaluate(plan.Items[i].Value, row);
            for (var i = 0; i < values.Length; i++) row[plan.Items[i].Slot] = values[i];
            yield return row;
        }
    }

    public static IEnumerable<object?[]> Distinct(Distinct plan, IEnumerable<object?[]> source, StatementContext context)
    {
        var seen = new HashSet<object?[]>((IEqualityComparer<object?[]>)Equivalence.Instance);
        foreach (var row in source)
        {
            context.Step();
            if (!seen.Add(plan.Slots.Select(slot => row[slot]).ToArray())) continue;
            context.Hold(plan.Slots.Count);
            yield return row;
        }
    }

    public static IEnumerable<object?[]> Unwound(UnwindList plan, IEnumerable<object?[]> source, StatementContext context)
    {
        foreach (var row in source)
        {
            var value = context.Evaluator.Evaluate(plan.List, row);
            if (value is null) continue;
            foreach (var item in value as IReadOnlyList<object?> ?? [value])
            {
                context.Step();
                var next = (object?[])row.Clone();
                next[plan.Slot] = item;
                yield return next;
            }
        }
    }
}
