namespace ActorGraph.Engine.Execution;

/// <summary>The procedures of the database.</summary>
internal static class Procedures
{
    public static readonly IReadOnlyDictionary<string, Procedure> All = new[]
    {
        new Procedure("db.labels", [], ["label"], (context, _) => One(context.Transaction.Names("SELECT DISTINCT t.name FROM tokens t WHERE EXISTS (SELECT 1 FROM node_labels n WHERE n.label = t.id) ORDER BY t.name"))),
        new Procedure("db.relationshipTypes", [], ["relationshipType"], (context, _) => One(context.Transaction.Names("SELECT DISTINCT t.name FROM tokens t WHERE t.id IN (SELECT DISTINCT type FROM relationships) ORDER BY t.name"))),
        new Procedure("db.propertyKeys", [], ["propertyKey"], (context, _) => One(context.Transaction.Names(
            "SELECT name FROM tokens WHERE id NOT IN (SELECT label FROM node_labels) AND id NOT IN (SELECT type FROM relationships) ORDER BY name"))),
        new Procedure("dbms.components", [], ["name", "versions", "edition"], (_, _) => [["ActorGraph embedded", new List<object?> { "1" }, "embedded"]]),
    }.ToDictionary(procedure => procedure.Name, StringComparer.Ordinal);

    private static IEnumerable<object?[]> One(IEnumerable<string> names) => names.Select(name => new object?[] { name });
}
