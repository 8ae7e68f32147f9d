using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Expressions;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>DELETE and DETACH DELETE. Whether a deleted node still has relationships is asked when the statement ends.</summary>
internal static class Deleting
{
    public static IEnumerable<object?[]> Run(DeleteEntities plan, IEnumerable<object?[]> source, StatementContext context)
    {
        var rows = Nesting.Held(source, context);
        var deleted = new List<long>();
        foreach (var row in rows)
        {
            foreach (var entity in plan.Entities) Delete(context.Evaluator.Evaluate(entity, row), plan.Detach, deleted, context);
        }

        foreach (var node in deleted)
        {
            if (context.Transaction.Degree(node) > 0)
            {
                throw new GraphException(ErrorCodes.ConstraintViolation, "Cannot delete a node because it still has relationships. To delete the node, you must first delete its relationships, or use DETACH DELETE. (DeleteConnectedNode)");
            }
        }

        return rows;
    }

    private static void Delete(object? value, bool detach, List<long> deleted, StatementContext context)
    {
        switch (value)
        {
            case null:
                return;
            case RelationshipReference relationship:
                context.Transaction.DeleteRelationship(relationship.Id);
                return;
            case NodeReference node:
                context.Step();
                if (detach)
                {
                    foreach (var neighbour in context.Transaction.Neighbours(node.Id, null, null)) context.Transaction.DeleteRelationship(neighbour.Relationship);
                }

                context.Transaction.DeleteNode(node.Id);
                deleted.Add(node.Id);
                return;
            case PathReference path:
                foreach (var relationship in path.Relationships) Delete(relationship, detach, deleted, context);
                foreach (var node in path.Nodes) Delete(node, detach, deleted, context);
                return;
            default:
                throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: DELETE takes nodes, relationships or paths, not a {Conversions.TypeName(value)} (InvalidArgumentType)");
        }
    }
}
