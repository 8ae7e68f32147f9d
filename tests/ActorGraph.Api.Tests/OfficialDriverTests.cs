using ActorGraph.Api.Tests.Running;
using ActorGraph.Bolt.Client;
using ActorGraph.Graph;
using ActorGraph.Testing;
using NodaTime;

namespace ActorGraph.Api.Tests;

/// <summary>Neo4j's own JavaScript driver reads what ActorGraph wrote, value by value.</summary>
[Collection("Server")]
public sealed class OfficialDriverTests(RunningServer embedded) : IAsyncLifetime
{
    private readonly Neo4jServer neo4j = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => neo4j.DisposeAsync();

    [SkippableFact]
    public async Task Every_type_comes_as_what_it_is_and_a_graph_of_documents_with_whole_numbers_lists_and_paths()
    {
        Need.Time();
        await NodePrograms.NeedAsync();
        var uri = (await neo4j.UriAsync()).ToString().TrimEnd('/');
        await using (var database = await neo4j.OpenAsync())
        {
            await using var session = await database.OpenAsync(SessionOptions.Write, default);
            var values = new Dictionary<string, object?>
            {
                ["a"] = 42L, ["b"] = 1.5, ["c"] = "Şanlıurfa", ["d"] = true, ["e"] = new byte[] { 1, 255 }, ["f"] = new LocalDate(2024, 5, 17), ["g"] = new LocalTime(8, 30), ["h"] = new LocalTime(8, 30).WithOffset(Offset.FromHours(2)),
                ["i"] = new LocalDateTime(2024, 5, 17, 8, 30), ["j"] = new LocalDateTime(2024, 5, 17, 8, 30).WithOffset(Offset.FromHours(3)), ["k"] = new LocalDateTime(2024, 5, 17, 8, 30).InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Istanbul"]),
                ["l"] = new CypherDuration(1, 2, 3, 4), ["m"] = new GraphPoint(4326, 28.5, 41), ["n"] = new List<object?> { 1L, 2L },
            };
            await using var made = await session.RunAsync(new Statement("CREATE (n:Typed) SET n = $values", new Dictionary<string, object?> { ["values"] = values }), default);
            await session.CommitAsync(default);
        }

        var read = await NodePrograms.RunAsync("driver.mjs", uri, "MATCH (n:Typed) RETURN n.a AS a, n.b AS b, n.c AS c, n.d AS d, n.e AS e, n.f AS f, n.g AS g, n.h AS h, n.i AS i, n.j AS j, n.k AS k, n.l AS l, n.m AS m, n.n AS n, n AS node");
        Assert.Equal((0, ""), (read.Code, read.Error));
        Assert.Equal(
            [
                "a: Integer 42", "b: number 1.5", "c: string Şanlıurfa", "d: boolean true", "e: Bytes 01ff", "f: Date 2024-05-17", "g: LocalTime 08:30:00", "h: Time 08:30:00+02:00",
                "i: LocalDateTime 2024-05-17T08:30:00", "j: DateTime 2024-05-17T08:30:00+03:00", "k: DateTime 2024-05-17T08:30:00+03:00[Europe/Istanbul]", "l: Duration P1M2DT3.000000004S",
                "m: Point Point{srid=4326, x=28.5, y=41.0}", "n: List [Integer 1, Integer 2]", "node: Node Typed",
            ],
            read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(0, (await ActorGraphProgram.RunAsync(embedded.Data, "load", Path.Combine(Repository.Root, "seeds"), "--database", uri)).Code);
        read = await NodePrograms.RunAsync("driver.mjs", uri,
            "MATCH p = (a:Person)-[r:PARTICIPATED_IN]->(m:Meeting)<-[:OF]-(e:Evidence) RETURN a, r, p, a.aliases AS aliases, m.latest AS latest, m.disputed AS disputed, e.start AS start, e.quote AS quote ORDER BY a.id, e.id LIMIT 1");
        Assert.Equal((0, ""), (read.Code, read.Error));
        var lines = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["a: Node Actor:Person", "r: Relationship PARTICIPATED_IN", "p: Path 2"], lines[..3]);
        Assert.StartsWith("aliases: List [", lines[3]);
        Assert.Matches("^latest: (string 20|null)", lines[4]);
        Assert.StartsWith("disputed: boolean ", lines[5]);
        Assert.StartsWith("start: Integer ", lines[6]);
        Assert.StartsWith("quote: string ", lines[7]);
    }
}
