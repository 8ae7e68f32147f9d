using ActorGraph.Bolt.Client;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Tests.Client;

/// <summary>What the driver's manual promises, asked of a peer that can tell what it was sent.</summary>
public class DriverTests
{
    private const string Deadlock = "Neo.TransientError.Transaction.DeadlockDetected";

    [Fact]
    public async Task A_transaction_tells_its_database_time_metadata_user_and_bookmarks()
    {
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag == 0x12) await peer.SuccessAsync(("bookmark", "second"));
            return tag == 0x12;
        }));
        await using var driver = server.Driver();
        await using var session = driver.AsyncSession(new SessionConfig { Database = "movies", Bookmarks = ["first"], ImpersonatedUser = "eve" });
        await using (var transaction = await session.BeginTransactionAsync(new TransactionConfig(TimeSpan.FromSeconds(2), new Dictionary<string, object?> { ["app"] = "test" })))
        {
            Assert.Equal([1L], await (await transaction.RunAsync(new Statement("RETURN 1 AS x"))).SingleAsync());
            await transaction.CommitAsync();
        }

        Assert.Equal(["second"], session.LastBookmarks);
        await (await session.RunAsync(new Statement("RETURN 1 AS x"))).ConsumeAsync();
        var begin = Details(server, 0x11);
        Assert.Equal(("w", 2000L, "movies", "eve"), (begin["mode"], begin["tx_timeout"], begin["db"], begin["imp_user"]));
        Assert.Equal("test", ((IReadOnlyDictionary<string, object?>)begin["tx_metadata"]!)["app"]);
        Assert.Equal(["first"], (IReadOnlyList<object?>)begin["bookmarks"]!);
        Assert.Equal(["second"], (IReadOnlyList<object?>)((IReadOnlyDictionary<string, object?>)server.Requests.Last(request => request.Tag == 0x10).Fields[2]!)["bookmarks"]!);
    }

    [Theory]
    [InlineData(Deadlock, true)]
    [InlineData("Neo.ClientError.Cluster.NotALeader", true)]
    [InlineData("Neo.ClientError.Security.AuthorizationExpired", true)]
    [InlineData("Neo.TransientError.Transaction.Terminated", false)]
    [InlineData("Neo.ClientError.Statement.SyntaxError", false)]
    [InlineData("Neo.DatabaseError.General.UnknownError", false)]
    public async Task A_managed_transaction_is_run_again_only_where_its_failure_may_pass(string code, bool isAgain)
    {
        var failures = 2;
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag != 0x12 || failures-- <= 0) return false;
            await peer.FailureAsync(code, "Not now.");
            return true;
        }));
        await using var driver = server.Driver(new DriverConfig { Clock = new HastyClock() });
        await using var session = driver.AsyncSession();
        var attempts = 0;
        async Task<object?> Work(AsyncTransaction transaction)
        {
            attempts++;
            return (await (await transaction.RunAsync(new Statement("CREATE (n) RETURN 1 AS x"))).SingleAsync())[0];
        }

        if (isAgain) Assert.Equal(1L, await session.ExecuteWriteAsync(Work));
        else Assert.Equal(code, (await Assert.ThrowsAsync<GraphException>(() => session.ExecuteWriteAsync(Work))).Code);
        Assert.Equal(isAgain ? 3 : 1, attempts);
    }

    [Fact]
    public async Task A_managed_transaction_gives_up_when_its_time_is_over_with_the_last_failure()
    {
        var clock = new HastyClock();
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag != 0x12) return false;
            await peer.FailureAsync(Deadlock, "Not now.");
            return true;
        }));
        await using var driver = server.Driver(new DriverConfig { Clock = clock, MaxTransactionRetryTime = TimeSpan.FromSeconds(30), MaxConnectionLifetime = TimeSpan.FromDays(1) });
        await using var session = driver.AsyncSession();
        Assert.Equal(Deadlock, (await Assert.ThrowsAsync<GraphException>(() => session.ExecuteWriteAsync(_ => Task.FromResult(0)))).Code);
        // 0.5, 1, 2, 4, 8 and 10 s, each a fifth more or less at most.
        Assert.InRange(clock.Waits[0].TotalSeconds, 0.4, 0.6);
        Assert.InRange(clock.Waits[4].TotalSeconds, 6.4, 9.6);
        Assert.InRange(clock.Waits.Count, 5, 8);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task An_auto_commit_transaction_is_sent_once()
    {
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag is not (0x10 or 0x3F)) return false;
            if (tag == 0x10) await peer.FailureAsync(Deadlock, "Not now.");
            else await peer.SendBytesAsync("0002B07E0000");
            return true;
        }));
        await using var driver = server.Driver();
        await using var session = driver.AsyncSession();
        Assert.Equal(Deadlock, (await Assert.ThrowsAsync<GraphException>(() => session.RunAsync(new Statement("CREATE (n) RETURN 1 AS x")))).Code);
        Assert.Single(server.Requests, request => request.Tag == 0x10);
        Assert.DoesNotContain(server.Requests, request => request.Tag == 0x11);
    }

    [Fact]
    public async Task Rows_are_asked_for_when_the_last_have_been_read()
    {
        var left = 5;
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag != 0x3F) return false;
            for (var i = 0; i < 2 && left > 0; i++, left--) await peer.RecordAsync((long)left);
            await peer.SuccessAsync(("has_more", left > 0));
            return true;
        }));
        await using var driver = server.Driver(new DriverConfig { FetchSize = 2 });
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync(new Statement("RETURN 1 AS x"));
        int Pulls() => server.Requests.Count(request => request.Tag == 0x3F);
        for (var row = 5L; row > 0; row--)
        {
            Assert.True(await cursor.FetchAsync());
            Assert.Equal(row, cursor.Current[0]);
            Assert.Equal((int)(7 - row) / 2, Pulls());
        }

        Assert.False(await cursor.FetchAsync());
    }

    [Fact]
    public async Task Counters_notifications_and_status_reach_the_caller()
    {
        var diagnostic = new Dictionary<string, object?> { ["_severity"] = "WARNING", ["_classification"] = "PERFORMANCE", ["_position"] = new Dictionary<string, object?> { ["offset"] = 3L, ["line"] = 1L, ["column"] = 4L } };
        var warning = new Dictionary<string, object?> { ["gql_status"] = "03N90", ["status_description"] = "info: cartesian product", ["neo4j_code"] = "Neo.ClientNotification.Statement.CartesianProduct", ["title"] = "Product", ["description"] = "Every with every.", ["diagnostic_record"] = diagnostic };
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag != 0x3F) return false;
            await peer.SuccessAsync(("type", "rw"), ("db", "neo4j"), ("t_last", 7L), ("stats", new Dictionary<string, object?> { ["nodes-created"] = 2L, ["indexes-added"] = 1L, ["contains-updates"] = true }),
                ("statuses", new List<object?> { new Dictionary<string, object?> { ["gql_status"] = "02000", ["status_description"] = "no data" }, warning }));
            return true;
        }));
        await using var driver = server.Driver(new DriverConfig { NotificationsMinimumSeverity = NotificationSeverity.Warning, NotificationsDisabledCategories = ["HINT"] });
        await using var session = driver.AsyncSession();
        var summary = await (await session.RunAsync(new Statement("RETURN 1 AS x"))).ConsumeAsync();
        Assert.Equal((2L, 1L, true), (summary.Counters.NodesCreated, summary.Counters.IndexesAdded, summary.Counters.ContainsUpdates));
        Assert.Equal(("rw", "neo4j", TimeSpan.FromMilliseconds(7), "5.8"), (summary.QueryType, summary.Database, summary.ResultConsumedAfter, summary.Server.ProtocolVersion));
        Assert.Equal(["02000", "03N90"], summary.GqlStatusObjects.Select(status => status.GqlStatus));
        var told = Assert.Single(summary.Notifications);
        Assert.Equal(("WARNING", "PERFORMANCE", new TextPosition(3, 1, 4)), (told.Severity, told.Classification, told.Position));
        var hello = (IReadOnlyDictionary<string, object?>)server.Requests.First().Fields[0]!;
        Assert.Equal("WARNING", hello["notifications_minimum_severity"]);
        Assert.Equal(["HINT"], (IReadOnlyList<object?>)hello["notifications_disabled_classifications"]!);
    }

    [Fact]
    public async Task Another_user_of_a_session_logs_on_over_the_same_connection()
    {
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync());
        await using var driver = server.Driver();
        foreach (var token in new[] { null, AuthTokens.Bearer("t0ken"), AuthTokens.Bearer("t0ken"), null })
        {
            await using var session = driver.AsyncSession(new SessionConfig { AuthToken = token });
            await (await session.RunAsync(new Statement("RETURN 1 AS x"))).ConsumeAsync();
        }

        Assert.Equal(1, server.Accepted);
        Assert.Equal(["none", "bearer", "none"], server.Requests.Where(request => request.Tag == 0x6A).Select(request => ((IReadOnlyDictionary<string, object?>)request.Fields[0]!)["scheme"]));
        Assert.Equal(2, server.Requests.Count(request => request.Tag == 0x6B));
    }

    [Fact]
    public async Task A_server_before_5_1_gets_a_connection_for_each_user()
    {
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(version: "00000005"));
        await using var driver = server.Driver();
        foreach (var token in new[] { AuthTokens.Basic("a", "secret"), AuthTokens.Basic("b", "secret") })
        {
            await using var session = driver.AsyncSession(new SessionConfig { AuthToken = token });
            await (await session.RunAsync(new Statement("RETURN 1 AS x"))).ConsumeAsync();
        }

        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task The_servers_hint_says_how_long_silence_may_last()
    {
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag == 0x01) await peer.SuccessAsync(("server", "Neo4j/5.26.0"), ("hints", new Dictionary<string, object?> { ["connection.recv_timeout_seconds"] = 1L }));
            else if (tag == 0x10) await peer.SilenceAsync();
            return tag == 0x01;
        }));
        await using var driver = server.Driver();
        Assert.Equal("Neo4j/5.26.0", (await driver.GetServerInfoAsync()).Agent);
        await using var session = driver.AsyncSession();
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.RunAsync(new Statement("RETURN 1 AS x")));
        Assert.Equal(ErrorCodes.SessionExpired, failure.Code);
        Assert.Contains("gave no sign of life for 1 s", failure.Message);
    }

    [Fact]
    public async Task A_cancelled_auto_commit_transaction_gives_its_connection_back()
    {
        var isSlow = true;
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag == 0x3F && isSlow) return !(isSlow = false);
            if (tag == 0x0F) await peer.SendBytesAsync("0002B07E0000");
            return false;
        }));
        await using var driver = server.Driver(new DriverConfig { MaxConnectionPoolSize = 1, ConnectionAcquisitionTimeout = TimeSpan.FromSeconds(5) });
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync(new Statement("RETURN 1 AS x"));
        using var cancelled = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cursor.FetchAsync(cancelled.Token));
        Assert.Contains(server.Requests, request => request.Tag == 0x0F);
        await (await session.RunAsync(new Statement("RETURN 1 AS x"))).DisposeAsync();
    }

    private static IReadOnlyDictionary<string, object?> Details(ScriptedServer server, byte tag) => (IReadOnlyDictionary<string, object?>)server.Requests.First(request => request.Tag == tag).Fields[0]!;
}
