using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Syntax;
using ActorGraph.Engine.Expressions;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>ORDER BY, SKIP and LIMIT. Equal rows keep the order in which they came.</summary>
internal static class Sorting
{
    public static IEnumerable<object?[]> Run(Sort plan, IEnumerable<object?[]> source, object?[] argument, StatementContext context)
    {
        var most = plan.Top is null ? null : context.Evaluator.Evaluate(plan.Top, argument) as long?;
        // The row that comes last stands first, so that a better one takes its place.
        var kept = new PriorityQueue<object?[], (object?[] Key, long Number)>(Comparer<(object?[] Key, long Number)>.Create(
            (a, b) => Compare(plan.Items, b.Key, a.Key) is var order and not 0 ? order : b.Number.CompareTo(a.Number)));
        var number = 0L;
        foreach (var row in source)
        {
            context.Step();
            var place = (plan.Items.Select(item => context.Evaluator.Evaluate(item.Value, row)).ToArray(), number++);
            if (kept.Count >= most)
            {
                kept.EnqueueDequeue(row, place);
                continue;
            }

            context.Hold(row.Length);
            kept.Enqueue(row, place);
        }

        var sorted = new object?[kept.Count][];
        for (var i = sorted.Length - 1; i >= 0; i--) sorted[i] = kept.Dequeue();
        return sorted;
    }

    public static IEnumerable<object?[]> Skip(Skip plan, IEnumerable<object?[]> source, object?[] argument, StatementContext context)
    {
        var count = Count(plan.Count, "SKIP", argument, context);
        foreach (var row in source)
        {
            if (count-- <= 0) yield return row;
        }
    }

    public static IEnumerable<object?[]> Limit(Limit plan, IEnumerable<object?[]> source, object?[] argument, StatementContext context)
    {
        var count = Count(plan.Count, "LIMIT", argument, context);
        if (count == 0)
        {
            // What the source writes is written all the same.
            if (Writes(plan.Source!)) _ = source.Count();
            yield break;
        }

        using var rows = source.GetEnumerator();
        while (count-- > 0 && rows.MoveNext()) yield return rows.Current;
    }

    private static bool Writes(Plan plan)
    {
        for (var step = plan; step is not null; step = step.Source)
        {
            if (step is CreatePattern or MergePattern or SetValues or DeleteEntities or ForeachItem or ApplyForEffect) return true;
        }

        return false;
    }

    private static long Count(Expression expression, string clause, object?[] argument, StatementContext context) => context.Evaluator.Evaluate(expression, argument) switch
    {
        long and < 0 => throw new GraphException(ErrorCodes.SyntaxError, $"{clause} takes no negative number (NegativeIntegerArgument)"),
        long count => count,
        var other => throw new GraphException(ErrorCodes.SyntaxError, $"{clause} takes an integer, not a {Conversions.TypeName(other)} (InvalidArgumentType)"),
    };

    private static int Compare(IReadOnlyList<SortItem> items, object?[] a, object?[] b)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var order = ValueOrder.Order(a[i], b[i]);
            if (order != 0) return items[i].Descending ? -order : order;
        }

        return 0;
    }
}
