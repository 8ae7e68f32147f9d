using ActorGraph.Cypher.Planning;

namespace ActorGraph.Cypher.Tests;

/// <summary>The plans of typical statements in the one form in which EXPLAIN prints them.</summary>
public sealed class PlanTests
{
    [Theory]
    [InlineData("MATCH (a:Actor {id: $id})-[r:SUPPORTS]->(b) RETURN b", "NodesByProperty", "Expand")]
    [InlineData("MATCH (a:Actor)-->(b) WHERE a.id IN $ids RETURN b", "NodesByProperty", "Expand")]
    [InlineData("MATCH (a) WHERE id(a) = 7 RETURN a", "NodesById", "NodesById")]
    [InlineData("MATCH ()-[r]->() WHERE id(r) IN $ids RETURN r", "RelationshipsById", "EndsOfRelationship")]
    [InlineData("MATCH (a:Actor {id: $id})-[r]->(b) WHERE id(r) = 7 RETURN b", "RelationshipsById", "EndsOfRelationship")]
    [InlineData("MATCH (a)-[r:MET]->(b) WHERE r.day IN $days RETURN a, b", "RelationshipsByProperty", "EndsOfRelationship")]
    [InlineData("MATCH (a)-[r:MET {day: $day}]->(b) RETURN a, b", "RelationshipsByProperty", "EndsOfRelationship")]
    [InlineData("MATCH (a)-[r:MET|SAW {day: $day}]->(b) RETURN a, b", "AllNodes", "Expand")]
    [InlineData("MATCH (a:Actor {id: $id})-[r:MET {day: $day}]->(b) RETURN b", "NodesByProperty", "Expand")]
    [InlineData("MATCH (a:Actor) WHERE a.name = 'x' RETURN a", "NodesByLabel", "Filter")]
    [InlineData("UNWIND $ids AS x MATCH (a:Actor) WHERE a.id STARTS WITH x RETURN a", "NodesByBeginning", "Filter")]
    [InlineData("MATCH (a:Actor {id: 'x'}) WHERE a.id STARTS WITH 'x' RETURN a", "NodesByProperty", "Filter")]
    [InlineData("MATCH (a:Actor) WHERE NOT a.id STARTS WITH 'x' RETURN a", "NodesByLabel", "Filter")]
    [InlineData("MATCH (a) RETURN a", "AllNodes", "AllNodes")]
    [InlineData("MATCH p = shortestPath((a:Actor {id: 'x'})-[*..5]-(b:Actor {id: 'y'})) RETURN p", "NodesByProperty", "ShortestPaths")]
    public void A_pattern_begins_where_it_is_cheapest(string text, string start, string step)
    {
        var plan = Plan(text);
        Assert.Contains(start, plan, StringComparison.Ordinal);
        Assert.Contains(step, plan, StringComparison.Ordinal);
        Assert.True(plan.LastIndexOf(start, StringComparison.Ordinal) >= plan.IndexOf(step, StringComparison.Ordinal), plan);
    }

    [Fact]
    public void Every_step_of_a_plan_prints()
    {
        foreach (var type in typeof(Plan).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Plan)))) Assert.True(type.IsSealed, $"{type.Name} is a step of the closed family: seal it.");
        Assert.DoesNotContain("ActorGraph.", Plan("MATCH (a:Actor) OPTIONAL MATCH (a)-[r*1..3]->(b) WITH a, collect(b) AS bs ORDER BY a.name SKIP 1 LIMIT 2 UNWIND bs AS b RETURN DISTINCT b"), StringComparison.Ordinal);
    }

    private static string Plan(string text)
        => PlanText.Of(new CypherCompiler().Compile(text, new SchemaSnapshot(1, new HashSet<(string, string)> { ("Actor", "id") }, new HashSet<(string, string)> { ("MET", "day") })).Plan);
}
