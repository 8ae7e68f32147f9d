using ActorGraph.Bolt.Client;
using ActorGraph.Graph;
using ActorGraph.Testing;
using NodaTime;

namespace ActorGraph.Bolt.Tests.Server;

[Collection("Neo4j")]
public class SessionTests(Neo4jServer server)
{
    [SkippableFact]
    public async Task Every_type_of_value_comes_back_as_it_was_sent()
    {
        await using var database = await server.OpenAsync();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];
        object?[] values =
        [
            null, true, false, 0L, -17L, 128L, 32768L, long.MaxValue, long.MinValue, 1.5, double.NaN, double.NegativeInfinity, "", "İstanbul 🌍", new string('ş', 70_000),
            new byte[] { 0, 255 }, new byte[70_000], new List<object?>(), new List<object?> { 1L, "two", null, new List<object?> { 3.0 } },
            new Dictionary<string, object?> { ["a"] = 1L, ["b"] = new Dictionary<string, object?> { ["c"] = null } },
            new LocalDate(2024, 2, 29), new LocalDate(-500, 1, 1), new LocalTime(23, 59, 59).PlusNanoseconds(1), new LocalTime(9, 30).WithOffset(Offset.FromHoursAndMinutes(5, 30)),
            new LocalDateTime(1969, 12, 31, 23, 59, 59).PlusNanoseconds(7), new LocalDateTime(2024, 5, 17, 8, 0).WithOffset(Offset.FromHours(-3)),
            new LocalDateTime(1950, 5, 17, 8, 0).InZoneLeniently(zone), Instant.FromUnixTimeSeconds(1).InUtc(), new CypherDuration(14, -3, 5, 6), new GraphPoint(4326, 28.97, 41.01),
        ];
        foreach (var value in values) Assert.Equal(value, await session.OneAsync("RETURN $value", ("value", value)));
        Assert.Equal(values, await session.OneAsync("RETURN $value", ("value", values)));
    }

    [SkippableFact]
    public async Task Values_that_the_server_makes_are_read()
    {
        await using var database = await server.OpenAsync();
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        var row = (await session.RowsAsync("CREATE p = (a:B:A {name: 'a'})-[r:KNOWS {since: 1}]->(b:C)<-[:SEES]-(a) RETURN a, r, b, p")).Single();
        var (a, r, b, path) = ((GraphNode)row[0]!, (GraphRelationship)row[1]!, (GraphNode)row[2]!, (GraphPath)row[3]!);
        Assert.Equal(["A", "B"], a.Labels);
        Assert.Equal("a", a.Properties["name"]);
        Assert.Equal((a.Id, b.Id, "KNOWS", 1L), (r.Start, r.End, r.Type, r.Properties["since"]));
        Assert.Equal([a.Id, b.Id, a.Id], path.Nodes.Select(node => node.Id));
        Assert.Equal([(a.Id, b.Id), (a.Id, b.Id)], path.Relationships.Select(relationship => (relationship.Start, relationship.End)));
        Assert.Equal(new GraphPoint(9157, 1, 2, 3), await session.OneAsync("RETURN point({x: 1, y: 2, z: 3})"));
        Assert.Equal(new LocalDate(2024, 1, 2), await session.OneAsync("RETURN date('2024-01-02')"));
    }

    [SkippableFact]
    public async Task A_large_result_is_streamed_and_never_held()
    {
        await using var database = await server.OpenAsync();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        await using var result = await session.RunAsync(new Statement("UNWIND range(1, 100000) AS n RETURN n, 'a text of some length that would add up ' + n AS text"), default);
        var (count, most) = (0L, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var row in result.Rows(default))
        {
            Assert.Equal(++count, row[0]);
            if (count % 20_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(100_000, count);
        Assert.InRange(most, long.MinValue, 2 << 20);
    }

    [SkippableFact]
    public async Task A_result_left_early_frees_the_session_for_the_next_statement()
    {
        await using var database = await server.OpenAsync();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        await using (var result = await session.RunAsync(new Statement("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN a, b"), default))
        {
            await foreach (var _ in result.Rows(default)) break;
        }

        Assert.Equal(1L, await session.OneAsync("RETURN 1"));
        var left = await session.RunAsync(new Statement("UNWIND range(1, 5000) AS a RETURN a"), default);
        Assert.Equal(2L, await session.OneAsync("RETURN 2"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await left.Rows(default).GetAsyncEnumerator().MoveNextAsync());
    }

    [SkippableFact]
    public async Task What_a_statement_writes_is_written_though_its_rows_are_left()
    {
        await using var database = await server.OpenEmptyAsync();
        await using (var session = await database.OpenAsync(SessionOptions.Write, default))
        {
            await using var result = await session.RunAsync(new Statement("UNWIND range(1, 5000) AS n CREATE (x:Left {n: n}) RETURN x"), default);
            await foreach (var _ in result.Rows(default)) break;
            await session.CommitAsync(default);
            Assert.Equal(5000, result.Summary.NodesCreated);
        }

        Assert.Equal(5000L, await database.ReadAsync("MATCH (x:Left) RETURN count(x)"));
    }

    [SkippableFact]
    public async Task A_commit_is_seen_by_the_next_session_and_a_session_left_without_one_is_taken_back()
    {
        await using var database = await server.OpenEmptyAsync();
        await using (var session = await database.OpenAsync(SessionOptions.Write, default))
        {
            var (rows, summary) = await session.RunAsync("CREATE (a:Kept:Well {n: 1})-[:R]->(b:Kept) SET b.m = 2 REMOVE a:Well");
            Assert.Empty(rows);
            Assert.Equal(new ResultSummary(2, 0, 1, 0, 2, 3, 1), summary);
            Assert.Equal(0L, await database.ReadAsync("MATCH (n:Kept) RETURN count(n)"));
            await session.CommitAsync(default);
            Assert.Equal(ErrorCodes.StorageFailed, (await Assert.ThrowsAsync<GraphException>(() => session.OneAsync("RETURN 1"))).Code);
        }

        await using (var session = await database.OpenAsync(SessionOptions.Write, default)) await session.RowsAsync("MATCH (n) DETACH DELETE n");
        Assert.Equal(2L, await database.ReadAsync("MATCH (n:Kept) RETURN count(n)"));
    }

    [SkippableFact]
    public async Task A_failure_has_the_servers_code_and_the_position_in_the_text()
    {
        await using var database = await server.OpenAsync();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.OneAsync("MATCH (n)\nRETURNN n"));
        Assert.Equal((ErrorCodes.SyntaxError, 2), (failure.Code, failure.Position?.Line));
        Assert.True(failure.IsUsersFault);
        Assert.Equal(ErrorCodes.ParameterMissing, (await Assert.ThrowsAsync<GraphException>(() => session.OneAsync("RETURN $nothing"))).Code);
        Assert.Equal(ErrorCodes.ArithmeticError, (await Assert.ThrowsAsync<GraphException>(() => session.OneAsync("UNWIND [1, 0] AS n RETURN 1 / n"))).Code);
        Assert.Equal(ErrorCodes.AccessMode, (await Assert.ThrowsAsync<GraphException>(() => session.OneAsync("CREATE (n) RETURN n"))).Code);
        Assert.Equal(1L, await session.OneAsync("RETURN 1"));
    }

    [SkippableFact]
    public async Task After_a_failure_a_session_that_writes_has_nothing_to_commit()
    {
        await using var database = await server.OpenEmptyAsync();
        await using (var session = await database.OpenAsync(SessionOptions.Write, default))
        {
            await session.RowsAsync("CREATE (:Half)");
            var failure = await Assert.ThrowsAsync<GraphException>(() => session.RowsAsync("RETURN 1 / 0"));
            var next = await Assert.ThrowsAsync<GraphException>(() => session.RowsAsync("RETURN 1"));
            Assert.Equal((ErrorCodes.StorageFailed, failure), (next.Code, next.InnerException));
            Assert.Equal(ErrorCodes.StorageFailed, (await Assert.ThrowsAsync<GraphException>(() => session.CommitAsync(default))).Code);
        }

        Assert.Equal(0L, await database.ReadAsync("MATCH (n:Half) RETURN count(n)"));
    }

    [SkippableFact]
    public async Task More_rows_than_allowed_are_refused_in_the_words_of_the_embedded_engine()
    {
        await using var database = await server.OpenAsync();
        await using var session = await database.OpenAsync(SessionOptions.Read with { MaxRows = 1500 }, default);
        Assert.Equal(1500, (await session.RowsAsync("UNWIND range(1, 1500) AS n RETURN n")).Count);
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.RowsAsync("UNWIND range(1, 1000000000) AS n RETURN n"));
        Assert.Equal((ErrorCodes.RowLimit, "The statement yields more than 1500 rows, which is the limit here: add LIMIT, or ask for less."), (failure.Code, failure.Message));
        Assert.Equal(1L, await session.OneAsync("RETURN 1"));
    }

    [SkippableFact]
    public async Task A_cancelled_statement_stops_on_the_server_and_its_connection_is_used_again()
    {
        await using var database = await server.OpenAsync(new DriverConfig { MaxConnectionPoolSize = 1 });
        const string Endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a";
        await using (var session = await database.OpenAsync(SessionOptions.Read, default))
        {
            using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await using var result = await session.RunAsync(new Statement(Endless), cancelled.Token);
                await foreach (var _ in result.Rows(cancelled.Token))
                {
                }
            });
            Assert.Equal(1L, await session.OneAsync("RETURN 1"));
        }

        Assert.Equal(1L, await database.ReadAsync("SHOW TRANSACTIONS YIELD currentQuery RETURN count(*)"));
    }

    [SkippableFact]
    public async Task A_session_has_no_more_than_its_time()
    {
        await using var database = await server.OpenAsync();
        await using var session = await database.OpenAsync(SessionOptions.Read with { Timeout = TimeSpan.FromMilliseconds(500) }, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.RowsAsync("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a"));
        Assert.Equal(ErrorCodes.TimedOut, failure.Code);
        Assert.Equal(ErrorCodes.TimedOut, (await Assert.ThrowsAsync<GraphException>(() => session.OneAsync("RETURN 1"))).Code);
    }

    [SkippableFact]
    public async Task EXPLAIN_gives_the_plan_as_text()
    {
        await using var database = await server.OpenAsync();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var (rows, summary) = await session.RunAsync("EXPLAIN MATCH (n:Person) RETURN n.name AS name");
        Assert.Empty(rows);
        Assert.Equal(["ProduceResults", "Projection", "NodeByLabelScan"], summary.Plan!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ')[0]));
        Assert.Null((await session.RunAsync("RETURN 1")).Summary.Plan);
    }

    [SkippableFact]
    public async Task Sessions_side_by_side_have_connections_of_their_own()
    {
        await using var database = await server.OpenEmptyAsync(new DriverConfig { MaxConnectionPoolSize = 4 });
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => database.WriteAsync("CREATE (:Beside {n: $n})", ("n", n))));
        Assert.Equal(40L, await database.ReadAsync("MATCH (n:Beside) RETURN count(DISTINCT n.n)"));
    }

    [SkippableFact]
    public async Task Clearing_leaves_no_node_constraint_or_index()
    {
        await using (var database = await server.OpenAsync())
        {
            await database.WriteAsync("CREATE CONSTRAINT FOR (n:Cleared) REQUIRE n.id IS UNIQUE");
            await database.WriteAsync("CREATE INDEX FOR (n:Cleared) ON (n.name)");
            await database.WriteAsync("CREATE (:Cleared {id: 1})");
            var failure = await Assert.ThrowsAsync<GraphException>(() => database.WriteAsync("CREATE (:Cleared {id: 1})"));
            Assert.Equal(ErrorCodes.ConstraintViolation, failure.Code);
        }

        await using var empty = await server.OpenEmptyAsync();
        Assert.Equal(0L, await empty.ReadAsync("MATCH (n) RETURN count(n)"));
        Assert.Equal(0L, await empty.ReadAsync("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN count(*)"));
    }
}
