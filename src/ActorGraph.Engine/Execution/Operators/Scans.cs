using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Syntax;
using ActorGraph.Engine.Expressions;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>Where a pattern begins: all nodes, those of a label, those with a property value.</summary>
internal static class Scans
{
    public static IEnumerable<object?[]> All(AllNodes plan, IEnumerable<object?[]> source, StatementContext context)
        => With(plan.Slot, source, context, _ => context.Transaction.Nodes(null));

    public static IEnumerable<object?[]> ByLabel(NodesByLabel plan, IEnumerable<object?[]> source, StatementContext context)
        => With(plan.Slot, source, context, _ => context.Transaction.Nodes(plan.Label));

    public static IEnumerable<object?[]> ById(NodesById plan, IEnumerable<object?[]> source, StatementContext context)
        => With(plan.Slot, source, context, row => Ids(plan.Value, plan.IsList, row, context).Where(context.Transaction.NodeExists));

    public static IEnumerable<object?[]> RelationshipsById(RelationshipsById plan, IEnumerable<object?[]> source, StatementContext context)
        => Relationships(plan.Slot, source, context, row => Ids(plan.Value, plan.IsList, row, context));

    public static IEnumerable<object?[]> RelationshipsByProperty(RelationshipsByProperty plan, IEnumerable<object?[]> source, StatementContext context)
        => Relationships(plan.Slot, source, context, row => Values(plan.Value, plan.IsList, row, context).SelectMany(one => context.Transaction.SeekRelationships(plan.Type, plan.Property, one)).Distinct());

    public static IEnumerable<object?[]> ByProperty(NodesByProperty plan, IEnumerable<object?[]> source, StatementContext context)
        => With(plan.Slot, source, context, row => Values(plan.Value, plan.IsList, row, context).SelectMany(one => context.Transaction.Seek(plan.Label, plan.Property, one)).Distinct());

    public static IEnumerable<object?[]> ByBeginning(NodesByBeginning plan, IEnumerable<object?[]> source, StatementContext context)
        => With(plan.Slot, source, context, row => context.Evaluator.Evaluate(plan.Beginning, row) is string beginning ? context.Transaction.SeekBeginning(plan.Label, plan.Property, beginning) : []);

    private static IEnumerable<long> Ids(Expression ids, bool isList, object?[] row, StatementContext context)
    {
        var value = context.Evaluator.Evaluate(ids, row);
        var wanted = isList && value is IReadOnlyList<object?> list ? list : [value];
        return wanted.Select(one => one is double real && real == Math.Floor(real) ? (long)real : one).OfType<long>().Distinct();
    }

    /// <summary>What an index can be asked for, each once.</summary>
    private static IEnumerable<object> Values(Expression values, bool isList, object?[] row, StatementContext context)
    {
        var value = context.Evaluator.Evaluate(values, row);
        var wanted = isList && value is IReadOnlyList<object?> list ? list : [value];
        return wanted.Where(IsIndexed).Distinct(Equivalence.Instance).Select(one => one!);
    }

    private static bool IsIndexed(object? value) => value is not (null or NodeReference or RelationshipReference or PathReference or IReadOnlyDictionary<string, object?>)
        && (value is not IReadOnlyList<object?> list || list.All(item => item is bool or long or double or string));

    private static IEnumerable<object?[]> With(int slot, IEnumerable<object?[]> source, StatementContext context, Func<object?[], IEnumerable<long>> nodes)
    {
        foreach (var row in source)
        {
            foreach (var id in nodes(row))
            {
                context.Step();
                var next = (object?[])row.Clone();
                next[slot] = new NodeReference(id);
                yield return next;
            }
        }
    }

    private static IEnumerable<object?[]> Relationships(int slot, IEnumerable<object?[]> source, StatementContext context, Func<object?[], IEnumerable<long>> relationships)
    {
        foreach (var row in source)
        {
            foreach (var id in relationships(row))
            {
                context.Step();
                if (context.Transaction.RelationshipOrNull(id) is not { } found) continue;
                var next = (object?[])row.Clone();
                next[slot] = new RelationshipReference(id, found.Type, found.Start, found.End);
                yield return next;
            }
        }
    }
}
