using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Tests;

/// <summary>Each stage prints what it made of a statement.</summary>
public sealed class StageTests
{
    [Fact]
    public void A_statement_prints_as_parsed_bound_planned_and_rewritten()
    {
        var (parsed, bound, planned, rewritten) = CypherCompiler.Stages("MATCH (a:Actor {id: $id})-[r:MET]->(b) WHERE b.age > 3 WITH b ORDER BY b.name LIMIT 2 RETURN b.name AS name",
            new SchemaSnapshot(1, new HashSet<(string, string)> { ("Actor", "id") }, new HashSet<(string, string)> { ("MET", "day") }));
        Assert.Equal("MATCH (a:Actor{id: $id})-[r:MET]->(b) WHERE (b.age Greater 3)\nWITH b AS b ORDER BY b.name LIMIT 2\nRETURN b.name AS name", parsed);
        Assert.Equal("MATCH (a@0:Actor{id: $id})-[r@2:MET]->(b@1) WHERE (b@1.age Greater 3)", bound.Split('\n')[0]);
        Assert.Contains("Filter Predicate=a@0:Actor", planned, StringComparison.Ordinal);
        Assert.Contains("NodesByProperty", rewritten, StringComparison.Ordinal);
        Assert.DoesNotContain("Filter Predicate=a@0:Actor", rewritten, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MERGE (a:A {x: 1}) ON CREATE SET a.y = 2 ON MATCH SET a += {z: 3}, a:B")]
    [InlineData("MATCH (a) OPTIONAL MATCH (a)-[r*1..3]-(b) REMOVE a.x, a:A DETACH DELETE b")]
    [InlineData("UNWIND [1, 2] AS x FOREACH (y IN [x] | CREATE (:N {v: y})) WITH DISTINCT x RETURN x UNION ALL RETURN 3 AS x")]
    [InlineData("CALL { MATCH (n) RETURN count(n) AS c } CALL db.labels() YIELD label RETURN *")]
    public void Every_clause_prints(string text)
    {
        var (parsed, bound, _, _) = CypherCompiler.Stages(text, SchemaSnapshot.Empty);
        Assert.NotEmpty(parsed);
        Assert.DoesNotContain("ActorGraph.", bound, StringComparison.Ordinal);
        foreach (var type in typeof(Clause).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Clause)))) Assert.True(type.IsSealed, $"{type.Name} is of the closed family of clauses: seal it.");
    }
}
