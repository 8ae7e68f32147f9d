using ActorGraph.Cypher.Syntax;
using ActorGraph.Engine.Storage;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>Indexes and constraints: made, dropped, shown.</summary>
internal static class SchemaChanges
{
    public static IEnumerable<object?[]> Run(SchemaCommand command, StatementContext context)
    {
        var indexes = context.Transaction.Indexes;
        switch (command.Action)
        {
            case SchemaAction.ShowIndexes or SchemaAction.ShowConstraints:
                return indexes.Where(index => command.Action == SchemaAction.ShowIndexes || index.IsUnique).Select(Shown).ToList();
            case SchemaAction.CreateIndex or SchemaAction.CreateConstraint:
                Create(command, indexes, context);
                return [];
            default:
                var isConstraint = command.Action == SchemaAction.DropConstraint;
                var dropped = indexes.FirstOrDefault(index => index.Name == command.Name && index.IsUnique == isConstraint);
                if (dropped is not null) context.Transaction.DropIndex(dropped);
                else if (!command.Tolerant) throw new GraphException(ErrorCodes.EntityNotFound, $"There is no {(isConstraint ? "constraint" : "index")} `{command.Name}`");
                return [];
        }
    }

    private static void Create(SchemaCommand command, IReadOnlyList<IndexRecord> indexes, StatementContext context)
    {
        var (isUnique, property) = (command.Action == SchemaAction.CreateConstraint, command.Properties[0]);
        var name = command.Name ?? $"{(isUnique ? "unique" : "index")}_{command.Label}_{property}".ToLowerInvariant();
        var same = indexes.FirstOrDefault(index => index.Name == name
            || index.OnRelationship == command.OnRelationship && index.Label == command.Label && index.Property == property);
        if (same is null) context.Transaction.CreateIndex(name, isUnique, command.OnRelationship, command.Label!, property);
        else if (!command.Tolerant) throw new GraphException(ErrorCodes.SchemaRuleExists, $"An equivalent index or constraint already exists: `{same.Name}` on {same.Label}.{same.Property}");
    }

    private static object?[] Shown(IndexRecord index) => [index.Name, index.IsUnique ? "UNIQUENESS" : "RANGE", index.OnRelationship ? "RELATIONSHIP" : "NODE",
        new List<object?> { index.Label }, new List<object?> { index.Property }];
}
