using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Expressions;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>Groups rows by their keys, in order of first appearance.</summary>
internal static class Aggregation
{
    public static IEnumerable<object?[]> CountNodes(CountNodes plan, IEnumerable<object?[]> source, StatementContext context) => Counted(source, plan.Slot, () => context.Transaction.CountNodes(plan.Label));

    public static IEnumerable<object?[]> CountRelationships(CountRelationships plan, IEnumerable<object?[]> source, StatementContext context)
        => Counted(source, plan.Slot, () => context.Transaction.CountRelationships(plan.Types));

    private static IEnumerable<object?[]> Counted(IEnumerable<object?[]> source, int slot, Func<long> count)
    {
        foreach (var row in source)
        {
            var next = (object?[])row.Clone();
            next[slot] = count();
            yield return next;
        }
    }

    public static IEnumerable<object?[]> Run(Aggregate plan, IEnumerable<object?[]> source, object?[] argument, StatementContext context)
    {
        var groups = new Dictionary<object?[], (object?[] Row, Aggregator[] Values)>((IEqualityComparer<object?[]>)Equivalence.Instance);
        Aggregator[] Fresh() => plan.Values.Select(value => new Aggregator(value.Call.Name.ToLowerInvariant(), value.Call.Distinct)).ToArray();
        foreach (var row in source)
        {
            context.Step();
            var key = plan.Keys.Select(item => context.Evaluator.Evaluate(item.Value, row)).ToArray();
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = (row, Fresh());
                context.Hold(row.Length);
            }

            for (var i = 0; i < plan.Values.Count; i++)
            {
                var call = plan.Values[i].Call;
                if (call.IsStar)
                {
                    group.Values[i].AddRow();
                    continue;
                }

                var before = group.Values[i].Kept;
                group.Values[i].Add(context.Evaluator.Evaluate(call.Arguments[0], row), call.Arguments.Count > 1 ? context.Evaluator.Evaluate(call.Arguments[1], row) : null);
                context.Hold(group.Values[i].Kept - before);
            }
        }

        if (groups.Count == 0 && plan.Keys.Count == 0) groups[[]] = ((object?[])argument.Clone(), Fresh());
        foreach (var (key, (row, values)) in groups)
        {
            for (var i = 0; i < key.Length; i++) row[plan.Keys[i].Slot] = key[i];
            for (var i = 0; i < values.Length; i++) row[plan.Values[i].Slot] = values[i].Result();
            yield return row;
        }
    }
}
