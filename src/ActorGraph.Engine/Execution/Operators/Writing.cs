using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Syntax;
using ActorGraph.Engine.Expressions;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>CREATE.</summary>
internal static class Writing
{
    public static IEnumerable<object?[]> Create(CreatePattern plan, IEnumerable<object?[]> source, StatementContext context)
    {
        var rows = Nesting.Held(source, context);
        foreach (var row in rows) Create(plan.Nodes, plan.Relationships, row, context);
        return rows;
    }

    public static void Create(IReadOnlyList<NewNode> nodes, IReadOnlyList<NewRelationship> relationships, object?[] row, StatementContext context, bool refusesNull = false)
    {
        foreach (var node in nodes)
        {
            context.Step();
            var properties = Properties(node.Properties, row, context, refusesNull);
            row[node.Slot] = new NodeReference(context.Transaction.CreateNode(context.Evaluator.Names(node.Labels, row), properties));
        }

        foreach (var r in relationships)
        {
            context.Step();
            var properties = Properties(r.Properties, row, context, refusesNull);
            var type = context.Evaluator.Names(r.Type, row).Take(2).ToList();
            if (type.Count != 1) throw new GraphException(ErrorCodes.ArgumentError, "A relationship has exactly one type");
            if (row[r.Start] is not NodeReference start || row[r.End] is not NodeReference end)
            {
                throw new GraphException(ErrorCodes.EntityNotFound, $"Failed to create relationship of type `{type[0]}`: one of its nodes is missing; it is null in this row");
            }

            var id = context.Transaction.CreateRelationship(type[0], start.Id, end.Id, properties);
            row[r.Slot] = new RelationshipReference(id, type[0], start.Id, end.Id);
        }
    }

    private static IReadOnlyDictionary<string, object?> Properties(Expression? properties, object?[] row, StatementContext context, bool refusesNull)
    {
        if (properties is null) return new Dictionary<string, object?>();
        var map = context.Evaluator.Evaluate(properties, row) as IReadOnlyDictionary<string, object?>
            ?? throw new GraphException(ErrorCodes.TypeError, "The properties of a new node or relationship are a map (InvalidArgumentType)");
        if (refusesNull && map.FirstOrDefault(entry => entry.Value is null) is { Key: { } key })
        {
            throw new GraphException(ErrorCodes.SemanticError, $"Cannot merge the pattern because of null property value for '{key}' (MergeReadOwnWrites)");
        }

        return Values(map);
    }

    /// <summary>The map, where every value can be a property.</summary>
    public static IReadOnlyDictionary<string, object?> Values(IReadOnlyDictionary<string, object?> map)
    {
        foreach (var (key, value) in map) Value(key, value);
        return map;
    }

    public static object? Value(string key, object? value)
    {
        var isWrong = value is IReadOnlyDictionary<string, object?> or NodeReference or RelationshipReference or PathReference
            || value is IReadOnlyList<object?> list && list.Any(item => item is null or IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> or NodeReference or RelationshipReference or PathReference);
        return !isWrong ? value : throw new GraphException(ErrorCodes.TypeError,
            $"Property values can only be of primitive types or arrays thereof: '{key}' is a {Conversions.TypeName(value)} (InvalidPropertyType)");
    }
}
