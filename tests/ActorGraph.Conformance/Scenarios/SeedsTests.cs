using System.Text.Json;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Testing;

namespace ActorGraph.Conformance.Scenarios;

[Collection("Both databases")]
public class SeedsTests(BothDatabases databases)
{
    private static readonly string[] Types = ["PARTICIPATED_IN", "HOLDS_POSITION", "MEMBER_OF", "FAMILY_OF", "HELD_IN"];

    [SkippableFact]
    public async Task The_seeds_make_the_same_graph_and_the_same_steps_in_both_databases()
    {
        var neo4j = await databases.OpenAsync(BothDatabases.Neo4j);
        await databases.ForgetAsync(BothDatabases.Embedded);
        var embedded = await databases.OpenAsync(BothDatabases.Embedded);
        try
        {
            var extractor = new FactExtractor();
            foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal))
            {
                var facts = extractor.Extract(DocumentReader.Read(await File.ReadAllBytesAsync(path), Path.GetFileName(path)).Document!);
                foreach (var database in new[] { embedded, neo4j })
                {
                    var report = await new Loader(database).LoadAsync([facts], default);
                    Assert.Equal(DocumentChange.Added, Assert.Single(report.Changes).Value);
                }
            }

            var expected = await LinesAsync(embedded);
            Assert.True(expected.Count > 200, $"The seeds make only {expected.Count} lines.");
            Assert.Equal(expected, await LinesAsync(neo4j));
            foreach (var filter in new[] { new ExpandFilter(Types, null, true), new ExpandFilter(Types, ["held"], true), new ExpandFilter(Types, null, true, MaxPerNode: 4), new ExpandFilter(["PARTICIPATED_IN"], [], true, 2) })
            {
                var steps = await StepsAsync(embedded, filter);
                Assert.NotEmpty(steps);
                Assert.Equal(steps, await StepsAsync(neo4j, filter));
                Assert.Equal(steps.Count, (await StepsAsync(neo4j, filter with { Properties = false })).Count);
            }
        }
        finally
        {
            await databases.ForgetAsync(BothDatabases.Embedded);
            await databases.ForgetAsync(BothDatabases.Neo4j);
        }
    }

    /// <summary>Every step from every node, in words that hold in both databases.</summary>
    private static async Task<List<string>> StepsAsync(IGraphDatabase database, ExpandFilter filter)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var ids = new Dictionary<long, string>();
        await using (var nodes = await session.RunAsync(new Statement("MATCH (n) RETURN id(n), coalesce(n.id, n.key)"), default))
        {
            await foreach (var row in nodes.Rows(default)) ids[(long)row[0]!] = (string)row[1]!;
        }

        var found = await session.ExpandAsync([.. ids.Keys], filter, default);
        return [.. found.Select(step => $"{ids[step.From]} {step.Type} {step.Outgoing} {ids[step.To]} {string.Join(':', step.ToLabels)} {step.IsHub} {Text(step.Via?.Properties)} {Text(step.ToNode?.Properties)}").Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> LinesAsync(IGraphDatabase database)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var lines = new List<string>();
        await using (var nodes = await session.RunAsync(new Statement("MATCH (n) RETURN n"), default))
        {
            await foreach (var row in nodes.Rows(default)) lines.Add($"{string.Join(':', ((GraphNode)row[0]!).Labels)} {Text(((GraphNode)row[0]!).Properties)}");
        }

        await using (var links = await session.RunAsync(new Statement("MATCH (a)-[r]->(b) RETURN r, coalesce(a.id, a.key), coalesce(b.id, b.key)"), default))
        {
            await foreach (var row in links.Rows(default)) lines.Add($"{((GraphRelationship)row[0]!).Type} {row[1]} {row[2]} {Text(((GraphRelationship)row[0]!).Properties)}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Text(IReadOnlyDictionary<string, object?>? properties)
        => properties is null ? "" : JsonSerializer.Serialize(properties.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new[] { entry.Key, entry.Value?.ToString() is var text && entry.Value is IReadOnlyList<object?> list ? JsonSerializer.Serialize(list) : text }));
}
