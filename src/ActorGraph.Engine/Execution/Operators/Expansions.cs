using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Syntax;
using ActorGraph.Engine.Expressions;
using ActorGraph.Engine.Storage;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>From a node along one relationship.</summary>
internal static class Expansions
{
    public static IEnumerable<object?[]> Single(Expand plan, IEnumerable<object?[]> source, StatementContext context)
    {
        foreach (var row in source)
        {
            if (Node(row[plan.Start]) is not { } start) continue;
            var end = plan.ToIsBound ? Node(row[plan.End]) : null;
            if (plan.ToIsBound && end is null) continue;
            foreach (var neighbour in context.Transaction.Neighbours(start.Id, Outgoing(plan.Direction), plan.Types))
            {
                context.Step();
                if (end is not null && neighbour.Node != end.Id || IsUsed(row, plan.Others, neighbour.Relationship)) continue;
                var next = (object?[])row.Clone();
                next[plan.Relationship] = Relationship(start.Id, neighbour);
                if (end is null) next[plan.End] = new NodeReference(neighbour.Node);
                yield return next;
            }
        }
    }

    /// <summary>The two ends of a relationship that is already known, in each way that fits the direction.</summary>
    public static IEnumerable<object?[]> Ends(EndsOfRelationship plan, IEnumerable<object?[]> source, StatementContext context)
    {
        foreach (var row in source)
        {
            if (row[plan.Relationship] is not RelationshipReference r || plan.Types is not null && !plan.Types.Contains(r.Type) || IsUsed(row, plan.Others, r.Id)) continue;
            var ways = plan.Direction switch
            {
                Direction.Outgoing => new[] { (r.Start, r.End) },
                Direction.Incoming => [(r.End, r.Start)],
                _ => r.Start == r.End ? [(r.Start, r.End)] : [(r.Start, r.End), (r.End, r.Start)],
            };
            foreach (var (start, end) in ways)
            {
                if (plan.StartIsBound && Node(row[plan.Start])?.Id != start || plan.EndIsBound && Node(row[plan.End])?.Id != end) continue;
                var next = (object?[])row.Clone();
                next[plan.Start] = new NodeReference(start);
                if (plan.Start == plan.End && start != end) continue;
                next[plan.End] = new NodeReference(end);
                yield return next;
            }
        }
    }

    public static bool? Outgoing(Direction direction) => direction switch
    {
        Direction.Outgoing => true,
        Direction.Incoming => false,
        _ => null,
    };

    public static RelationshipReference Relationship(long node, Neighbour neighbour) => neighbour.Outgoing
        ? new RelationshipReference(neighbour.Relationship, neighbour.Type, node, neighbour.Node)
        : new RelationshipReference(neighbour.Relationship, neighbour.Type, neighbour.Node, node);

    /// <summary>The node in a slot, null where an optional match left it empty.</summary>
    public static NodeReference? Node(object? value) => value switch
    {
        null => null,
        NodeReference node => node,
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: expected Node but was {Conversions.TypeName(value)}"),
    };

    /// <summary>Whether another relationship of the same pattern is this one.</summary>
    public static bool IsUsed(object?[] row, IReadOnlyList<int> others, long relationship)
    {
        foreach (var slot in others)
        {
            if (row[slot] is RelationshipReference other && other.Id == relationship) return true;
            if (row[slot] is IReadOnlyList<object?> list && list.Any(item => item is RelationshipReference inList && inList.Id == relationship)) return true;
        }

        return false;
    }
}
