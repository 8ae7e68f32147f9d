using ActorGraph.Engine.Execution;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Expressions;

/// <summary>The functions of the language by lower-case name; those of text, numbers and time stand in files of their own.</summary>
internal static class FunctionLibrary
{
    /// <summary>Longest list that range() makes.</summary>
    private const long MaxRange = 10_000_000;

    public static object? Call(string name, IReadOnlyList<object?> arguments, StatementContext context)
    {
        if (name.StartsWith("date", StringComparison.Ordinal) || name.StartsWith("local", StringComparison.Ordinal) || name.StartsWith("duration", StringComparison.Ordinal)
            || name == "time" || name.StartsWith("time.", StringComparison.Ordinal))
        {
            return TemporalFunctions.Call(name, arguments, context.Now);
        }

        var first = arguments.Count > 0 ? arguments[0] : null;
        switch (name)
        {
            case "coalesce": return arguments.FirstOrDefault(argument => argument is not null);
            case "exists": return first is not null;
            case "nullif": return ValueOrder.AreEqual(first, arguments[1]) == true ? null : first;
            case "timestamp": return context.Now.ToUnixTimeMilliseconds();
            case "randomuuid": return Guid.NewGuid().ToString();
            case "range": return Range(arguments);
            case "valuetype": return Conversions.ValueType(first);
        }

        if (first is null && arguments.Count > 0) return null;
        return name switch
        {
            "id" => first switch { NodeReference n => n.Id, RelationshipReference r => r.Id, _ => throw Conversions.Wrong(name, first) },
            "elementid" => first switch { NodeReference n => "n" + n.Id, RelationshipReference r => "r" + r.Id, _ => throw Conversions.Wrong(name, first) },
            "labels" => first is NodeReference node ? context.Transaction.Node(node.Id).Labels.Cast<object?>().ToList() : throw Conversions.Wrong(name, first),
            "type" => first is RelationshipReference relationship ? relationship.Type : throw Conversions.Wrong(name, first),
            "startnode" => first is RelationshipReference from ? new NodeReference(from.Start) : throw Conversions.Wrong(name, first),
            "endnode" => first is RelationshipReference to ? new NodeReference(to.End) : throw Conversions.Wrong(name, first),
            "keys" => Properties(first!, context)!.Keys.Cast<object?>().ToList(),
            "properties" => Properties(first!, context),
            "nodes" => first is PathReference path ? path.Nodes.Cast<object?>().ToList() : throw Conversions.Wrong(name, first),
            "relationships" => first is PathReference walk ? walk.Relationships.Cast<object?>().ToList() : throw Conversions.Wrong(name, first),
            "length" => first is PathReference way ? (long)way.Relationships.Count : throw Conversions.Wrong(name, first),
            "size" => Size(first!),
            "isempty" => first is IReadOnlyDictionary<string, object?> map ? map.Count == 0 : Size(first!) == 0,
            "head" => List(name, first).FirstOrDefault(),
            "last" => List(name, first).LastOrDefault(),
            "tail" => List(name, first).Skip(1).ToList(),
            "reverse" => first is string text ? new string(text.Reverse().ToArray()) : List(name, first).Reverse().ToList(),
            _ => MathFunctions.Call(name, arguments) ?? TextFunctions.Call(name, arguments),
        };
    }

    public static IReadOnlyDictionary<string, object?>? Properties(object value, StatementContext context) => value switch
    {
        NodeReference node => context.Transaction.Node(node.Id).Properties,
        RelationshipReference relationship => context.Transaction.Relationship(relationship.Id).Properties,
        IReadOnlyDictionary<string, object?> map => map,
        _ => throw Conversions.Wrong("properties", value),
    };

    private static IReadOnlyList<object?> List(string name, object? value) => value as IReadOnlyList<object?> ?? throw Conversions.Wrong(name, value);

    private static long Size(object value) => value switch
    {
        string text => text.EnumerateRunes().Count(),
        IReadOnlyList<object?> list => list.Count,
        _ => throw Conversions.Wrong("size", value),
    };

    private static List<object?>? Range(IReadOnlyList<object?> arguments)
    {
        if (arguments.Any(argument => argument is null)) return null;
        if (arguments.FirstOrDefault(argument => argument is not long) is { } other) throw Conversions.Wrong("range", other);
        var (from, to, step) = ((long)arguments[0]!, (long)arguments[1]!, arguments.Count > 2 ? (long)arguments[2]! : 1);
        if (step == 0) throw new GraphException(ErrorCodes.ArgumentError, "The step of range() cannot be zero (NumberOutOfRange)");
        if (step > 0 ? from > to : from < to) return [];
        var count = (long)((ulong)Math.Abs((decimal)to - from) / (ulong)Math.Abs((decimal)step)) + 1;
        if (count > MaxRange) throw new GraphException(ErrorCodes.OutOfMemory, $"range() would make {count} numbers; at most {MaxRange} are made");
        var list = new List<object?>((int)count);
        for (long i = 0; i < count; i++) list.Add(from + i * step);
        return list;
    }
}
