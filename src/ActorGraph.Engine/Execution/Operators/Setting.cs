using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Syntax;
using ActorGraph.Engine.Expressions;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>SET and REMOVE.</summary>
internal static class Setting
{
    public static IEnumerable<object?[]> Run(SetValues plan, IEnumerable<object?[]> source, StatementContext context)
    {
        var rows = Nesting.Held(source, context);
        foreach (var row in rows)
        {
            context.Step();
            Apply(plan.Items, row, context);
        }

        return rows;
    }

    public static void Apply(IReadOnlyList<SetItem> items, object?[] row, StatementContext context)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case SetProperty s:
                    SetOne(context.Evaluator.Evaluate(s.Subject, row), s.Key, context.Evaluator.Evaluate(s.Value, row), context);
                    break;
                case SetDynamicProperty s:
                    var key = context.Evaluator.Evaluate(s.Key, row) as string ?? throw new GraphException(ErrorCodes.TypeError, "A property's name is a text");
                    SetOne(context.Evaluator.Evaluate(s.Subject, row), key, context.Evaluator.Evaluate(s.Value, row), context);
                    break;
                case SetProperties s:
                    SetAll(row[s.Subject.Slot], context.Evaluator.Evaluate(s.Value, row), s.Replace, context);
                    break;
                case SetLabels s:
                    ChangeLabels(row[s.Subject.Slot], context.Evaluator.Names(s.Labels, row).ToList(), add: true, context);
                    break;
                case RemoveLabels s:
                    ChangeLabels(row[s.Subject.Slot], context.Evaluator.Names(s.Labels, row).ToList(), add: false, context);
                    break;
            }
        }
    }

    private static void SetOne(object? subject, string key, object? value, StatementContext context)
    {
        if (subject is null) return;
        var changed = new Dictionary<string, object?>(Current(subject, context), StringComparer.Ordinal);
        var had = changed.ContainsKey(key);
        if (value is null && !had) return;
        if (value is null) changed.Remove(key);
        else changed[key] = Writing.Value(key, value);
        context.Transaction.Changes.PropertiesSet++;
        Store(subject, changed, context);
    }

    private static void SetAll(object? subject, object? value, bool replace, StatementContext context)
    {
        if (subject is null) return;
        var given = value switch
        {
            null => throw new GraphException(ErrorCodes.TypeError, "Properties are set from a map, not from null"),
            NodeReference or RelationshipReference or IReadOnlyDictionary<string, object?> => FunctionLibrary.Properties(value, context)!,
            _ => throw new GraphException(ErrorCodes.TypeError, $"Properties are set from a map, not from a {Conversions.TypeName(value)} (InvalidArgumentType)"),
        };
        var before = Current(subject, context);
        var changed = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (!replace)
        {
            foreach (var (key, old) in before) changed[key] = old;
        }

        foreach (var (key, next) in Writing.Values(given))
        {
            if (next is null) changed.Remove(key);
            else changed[key] = next;
        }

        context.Transaction.Changes.PropertiesSet += given.Count(entry => entry.Value is not null || before.ContainsKey(entry.Key))
            + (replace ? before.Keys.Count(key => !given.ContainsKey(key)) : 0);
        Store(subject, changed, context);
    }

    private static IReadOnlyDictionary<string, object?> Current(object subject, StatementContext context) => subject switch
    {
        NodeReference node => context.Transaction.Node(node.Id).Properties,
        RelationshipReference relationship => context.Transaction.Relationship(relationship.Id).Properties,
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: properties are set on nodes and relationships, not on a {Conversions.TypeName(subject)}"),
    };

    private static void Store(object subject, Dictionary<string, object?> properties, StatementContext context)
    {
        if (subject is NodeReference node) context.Transaction.SetNodeProperties(node.Id, properties);
        else context.Transaction.SetRelationshipProperties(((RelationshipReference)subject).Id, properties);
    }

    private static void ChangeLabels(object? subject, List<string> labels, bool add, StatementContext context)
    {
        if (subject is null) return;
        if (subject is not NodeReference node) throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: labels are set on nodes, not on a {Conversions.TypeName(subject)}");
        var before = context.Transaction.Node(node.Id).Labels;
        var after = add ? before.Union(labels).ToList() : before.Except(labels).ToList();
        if (after.Count != before.Count) context.Transaction.SetLabels(node.Id, after);
    }
}
