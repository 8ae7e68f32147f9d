using ActorGraph.Bolt.Client;
using ActorGraph.Graph;
using ActorGraph.Testing;

namespace ActorGraph.Bolt.Tests.Server;

[Collection("Neo4j")]
public class DriverOnServerTests(Neo4jServer server)
{
    [SkippableFact]
    public async Task Routing_finds_the_single_server_and_a_session_sees_what_it_wrote()
    {
        var uri = await server.UriAsync();
        await using var driver = BoltDriver.Open(new Uri($"neo4j://{uri.Authority}"), AuthTokens.None);
        Assert.StartsWith("Neo4j/5.", (await driver.GetServerInfoAsync()).Agent);
        await using var session = driver.AsyncSession(new SessionConfig { Database = "neo4j" });
        await session.ExecuteWriteAsync(async transaction => await (await transaction.RunAsync(new Statement("CREATE (:Routed {n: 1})"))).ConsumeAsync());
        Assert.NotEmpty(session.LastBookmarks);
        await using var other = driver.AsyncSession(new SessionConfig { Bookmarks = session.LastBookmarks });
        Assert.Equal(1L, await other.ExecuteReadAsync(async transaction => (await (await transaction.RunAsync(new Statement("MATCH (n:Routed) RETURN count(n)"))).SingleAsync())[0]));
    }

    [SkippableFact]
    public async Task A_transaction_shows_its_metadata_and_a_database_that_is_not_there_is_named()
    {
        await using var driver = BoltDriver.Open(await server.UriAsync(), AuthTokens.None);
        await using var session = driver.AsyncSession();
        await using (var transaction = await session.BeginTransactionAsync(new TransactionConfig(TimeSpan.FromSeconds(30), new Dictionary<string, object?> { ["app"] = "explorer" })))
        {
            var row = await (await transaction.RunAsync(new Statement("SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'explorer' RETURN metaData.app"))).SingleAsync();
            Assert.Equal("explorer", row[0]);
        }

        await using var nowhere = driver.AsyncSession(new SessionConfig { Database = "nowhere" });
        var failure = await Assert.ThrowsAsync<GraphException>(() => nowhere.RunAsync(new Statement("RETURN 1")));
        Assert.Equal("Neo.ClientError.Database.DatabaseNotFound", failure.Code);
    }

    [SkippableFact]
    public async Task The_summary_of_an_auto_commit_transaction_tells_counters_notifications_and_status()
    {
        await using var driver = BoltDriver.Open(await server.UriAsync(), AuthTokens.None);
        await using var session = driver.AsyncSession();
        var summary = await (await session.RunAsync(new Statement("MATCH (n:NobodyHasThisLabel), (m) RETURN n, m"))).ConsumeAsync();
        Assert.Contains(summary.Notifications, told => told.Code == "Neo.ClientNotification.Statement.UnknownLabelWarning" && told.Severity == "WARNING" && told.Position is not null);
        Assert.Equal("r", summary.QueryType);
        Assert.Contains(summary.GqlStatusObjects, status => status.GqlStatus == "02000");
        var written = await (await session.RunAsync(new Statement("CREATE INDEX summary_told IF NOT EXISTS FOR (n:Told) ON (n.x)"))).ConsumeAsync();
        Assert.Equal((1L, true), (written.Counters.IndexesAdded, written.Counters.ContainsUpdates));
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.RunAsync(new Statement("RETURN 1 +")));
        Assert.Equal((ErrorCodes.SyntaxError, 5), (failure.Code, failure.GqlStatus?.Length));
        await (await session.RunAsync(new Statement("DROP INDEX summary_told"))).ConsumeAsync();
    }

    [SkippableFact]
    public async Task Two_transactions_that_block_each_other_both_end_when_they_are_managed()
    {
        await using var database = await server.OpenEmptyAsync();
        await database.WriteAsync("CREATE (:Counted {k: 1, n: 0}), (:Counted {k: 2, n: 0})");
        async Task<int> Count(long first, long second)
        {
            await using var session = database.Driver.AsyncSession();
            return await session.ExecuteWriteAsync(async transaction =>
            {
                foreach (var k in new[] { first, second })
                {
                    await (await transaction.RunAsync(new Statement("MATCH (c:Counted {k: $k}) SET c.n = c.n + 1", new Dictionary<string, object?> { ["k"] = k }))).ConsumeAsync();
                    await Task.Delay(100);
                }

                return 0;
            });
        }

        await Task.WhenAll(Count(1, 2), Count(2, 1), Count(1, 2), Count(2, 1));
        Assert.Equal(8L, await database.ReadAsync("MATCH (c:Counted) RETURN sum(c.n)"));
    }
}
