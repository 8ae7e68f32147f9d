using ActorGraph.Graph;
using ActorGraph.Testing;

namespace ActorGraph.Bolt.Tests.Server;

[Collection("Neo4j")]
public class ExpandTests(Neo4jServer server)
{
    private const string Graph = """
        CREATE (a:Actor:Person {name: 'a'}), (b:Actor {name: 'b'}), (c:Place {name: 'c'}), (h:Actor {name: 'h'})
        CREATE (a)-[:KNOWS {status: 'held', n: 1}]->(b), (b)-[:KNOWS {status: 'planned', n: 2}]->(a), (a)-[:AT {n: 3}]->(c), (a)-[:KNOWS {status: 'held', n: 4}]->(a), (a)-[:OTHER {n: 5}]->(b)
        WITH h UNWIND range(10, 29) AS n CREATE (h)-[:KNOWS {status: 'planned', n: n}]->(:Actor {name: 'x'})
        """;

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_finds_what_an_equivalent_query_finds(bool withProperties)
    {
        await using var database = await server.OpenEmptyAsync();
        await database.WriteAsync(Graph);
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var ids = (await session.RowsAsync("MATCH (n) WHERE n.name IN ['a', 'b', 'c', 'h'] RETURN n.name, id(n)")).ToDictionary(row => (string)row[0]!, row => (long)row[1]!);
        long[] frontier = [ids["c"], ids["a"], ids["h"], 1L << 33, ids["b"]];
        foreach (var types in new[] { new[] { "KNOWS" }, ["KNOWS", "AT"], ["MISSING"] })
        {
            foreach (var statuses in new[] { null, new[] { "held" }, [] })
            {
                var found = await session.ExpandAsync(frontier, new ExpandFilter(types, statuses, withProperties), default);
                var expected = new List<string>();
                foreach (var from in frontier)
                {
                    var rows = await session.RowsAsync("MATCH (n)-[r]-(m) WHERE id(n) = $from AND type(r) IN $types AND ($statuses IS NULL OR r.status IS NULL OR r.status IN $statuses) RETURN id(m), id(r), type(r), id(startNode(r)) = $from, labels(m)",
                        ("from", from), ("types", types), ("statuses", statuses));
                    expected.AddRange(rows.Select(row => $"{from} {row[0]} {row[1]} {row[2]} {row[3]} {string.Join(':', ((IReadOnlyList<object?>)row[4]!).Cast<string>().Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
                }

                var lines = new List<string>();
                foreach (var from in Groups(found)) lines.AddRange(from.Select(e => $"{e.From} {e.To} {e.Relationship} {e.Type} {e.Outgoing} {string.Join(':', e.ToLabels)}").Order(StringComparer.Ordinal));
                Assert.Equal(expected, lines);
                Assert.All(found, e => Assert.Equal((withProperties, withProperties), (e.ToNode?.Id == e.To, e.Via?.Id == e.Relationship)));
                Assert.All(found, e => Assert.False(e.IsHub));
            }
        }
    }

    [SkippableFact]
    public async Task A_node_with_too_many_relationships_is_one_entry()
    {
        await using var database = await server.OpenEmptyAsync();
        await database.WriteAsync(Graph);
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var hub = (long)(await session.OneAsync("MATCH (n {name: 'h'}) RETURN id(n)"))!;
        var b = (long)(await session.OneAsync("MATCH (n {name: 'b'}) RETURN id(n)"))!;
        foreach (var withProperties in new[] { false, true })
        {
            // The bound counts relationships of the types, whatever their status.
            var found = await session.ExpandAsync([hub, b], new ExpandFilter(["KNOWS"], ["held"], withProperties, MaxPerNode: 19), default);
            Assert.Equal((hub, hub, 0L, "", false, true), (found[0].From, found[0].To, found[0].Relationship, found[0].Type, found[0].Outgoing, found[0].IsHub));
            Assert.Empty(found[0].ToLabels);
            Assert.Equal(b, Assert.Single(found.Skip(1)).From);
            Assert.Equal(20, (await session.ExpandAsync([hub], new ExpandFilter(["KNOWS"], null, withProperties, MaxPerNode: 20), default)).Count);
            Assert.Empty(await session.ExpandAsync([], new ExpandFilter(["KNOWS"], null, withProperties), default));
        }
    }

    /// <summary>What was found for one frontier node after the other.</summary>
    private static List<List<Expansion>> Groups(IReadOnlyList<Expansion> found)
    {
        var groups = new List<List<Expansion>>();
        foreach (var one in found)
        {
            if (groups.Count == 0 || groups[^1][0].From != one.From) groups.Add([]);
            groups[^1].Add(one);
        }

        return groups;
    }
}
