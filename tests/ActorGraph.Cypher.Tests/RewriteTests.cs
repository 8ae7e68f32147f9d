using ActorGraph.Cypher.Planning;

namespace ActorGraph.Cypher.Tests;

/// <summary>What each pass makes of a plan, in the one printed form.</summary>
public sealed class RewriteTests
{
    [Theory]
    [InlineData("MATCH (a:Actor) RETURN a", "NodesByLabel Slot=0 Label=Actor\nArgument")]
    [InlineData("MATCH (a:Actor {id: 'x'}) RETURN a", "Filter Predicate=(a@0.id Equal 'x')\nNodesByProperty Slot=0 Label=Actor Property=id Value='x'\nArgument")]
    [InlineData("MATCH (a:Actor:Person) RETURN a", "Filter Predicate=a@0:(Actor&Person)\nNodesByLabel Slot=0 Label=Actor\nArgument")]
    public void A_label_by_which_nodes_were_found_is_not_asked_for_again(string text, string plan) => Assert.Equal(plan, Rewritten(text));

    [Theory]
    [InlineData("MATCH (a) RETURN count(*) AS n", "CountNodes Slot=1\nArgument")]
    [InlineData("MATCH (a:Actor) RETURN count(a) AS n", "CountNodes Label=Actor Slot=1\nArgument")]
    [InlineData("MATCH ()-[r:MET|SUPPORTS]->() RETURN count(r) AS n", "CountRelationships Types=[MET, SUPPORTS] Slot=3\nArgument")]
    public void A_count_of_all_is_asked_of_the_store(string text, string plan) => Assert.Equal(plan, Rewritten(text));

    [Theory]
    [InlineData("MATCH (a:Actor) RETURN a.name AS name, count(a) AS n")]
    [InlineData("MATCH (a:Actor) WHERE a.name IS NOT NULL RETURN count(a) AS n")]
    [InlineData("MATCH (a:Actor) RETURN count(a.name) AS n")]
    [InlineData("MATCH (a)-[r]-(b) RETURN count(r) AS n")]
    [InlineData("MATCH (a:Actor)-[r]->(b) RETURN count(r) AS n")]
    [InlineData("UNWIND [1, 2] AS x MATCH (a) RETURN count(a) AS n")]
    public void Any_other_count_goes_row_by_row(string text)
    {
        Assert.Contains("Aggregate", Rewritten(text), StringComparison.Ordinal);
        Assert.DoesNotContain("CountNodes", Rewritten(text), StringComparison.Ordinal);
        Assert.DoesNotContain("CountRelationships", Rewritten(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UNWIND $rows AS x RETURN x ORDER BY x LIMIT 3", "Limit Count=3\nSort Items=[x@0] Top=3")]
    [InlineData("UNWIND $rows AS x RETURN x ORDER BY x SKIP 2 LIMIT $n", "Limit Count=$n\nSkip Count=2\nSort Items=[x@0] Top=(2 Add $n)")]
    [InlineData("UNWIND $rows AS x RETURN x ORDER BY x SKIP 2", "Skip Count=2\nSort Items=[x@0]\n")]
    public void A_sort_with_a_limit_keeps_no_more_rows_than_are_wanted(string text, string plan) => Assert.StartsWith(plan, Rewritten(text), StringComparison.Ordinal);

    private static string Rewritten(string text)
        => CypherCompiler.Stages(text, new SchemaSnapshot(1, new HashSet<(string, string)> { ("Actor", "id") }, new HashSet<(string, string)> { ("MET", "day") })).Rewritten.ReplaceLineEndings("\n");
}
