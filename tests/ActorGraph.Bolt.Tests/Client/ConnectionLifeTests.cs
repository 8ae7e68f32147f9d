using ActorGraph.Bolt.Client;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Tests.Client;

public class ConnectionLifeTests
{
    [Fact]
    public async Task A_connection_that_rested_is_asked_whether_it_lives()
    {
        var clock = new SteppedClock();
        var answers = true;
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag == 0x0F && !answers) await peer.SilenceAsync();
            return false;
        }));
        await using var database = server.Open(new DriverConfig { Clock = clock, ConnectionLivenessCheckTimeout = TimeSpan.FromMinutes(1), ReadTimeout = TimeSpan.FromSeconds(2) });
        for (var i = 0; i < 3; i++) await (await database.OpenAsync(SessionOptions.Read, default)).DisposeAsync();
        Assert.DoesNotContain(server.Requests, request => request.Tag == 0x0F);
        clock.Now += TimeSpan.FromSeconds(61);
        await (await database.OpenAsync(SessionOptions.Read, default)).DisposeAsync();
        Assert.Single(server.Requests, request => request.Tag == 0x0F);
        Assert.Equal(1, server.Accepted);
        answers = false;
        clock.Now += TimeSpan.FromSeconds(61);
        await (await database.OpenAsync(SessionOptions.Read, default)).DisposeAsync();
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task A_connection_is_used_again_until_it_is_too_old()
    {
        static async Task Twice(Peer peer)
        {
            await peer.WelcomeAsync();
            while (await peer.NextAsync() != 0x02) await peer.SuccessAsync();
        }

        var clock = new SteppedClock();
        await using var server = new ScriptedServer(Twice, Twice);
        await using var database = server.Open(new DriverConfig { Clock = clock, MaxConnectionLifetime = TimeSpan.FromMinutes(1) });
        for (var i = 0; i < 3; i++) await (await database.OpenAsync(SessionOptions.Read, default)).DisposeAsync();
        Assert.Equal(1, server.Accepted);
        clock.Now += TimeSpan.FromSeconds(61);
        await (await database.OpenAsync(SessionOptions.Read, default)).DisposeAsync();
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task Bolt_5_0_takes_the_credentials_with_the_greeting()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.HandshakeAsync("00000005");
            await peer.ExpectAsync(0x01);
            await peer.SuccessAsync();
        });
        await using var database = server.Open();
        await (await database.OpenAsync(SessionOptions.Read, default)).DisposeAsync();
    }

    [Fact]
    public async Task A_cancelled_wait_sends_RESET_and_what_was_on_its_way_is_read_over()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            await peer.RecordAsync(1L);
            await peer.ExpectAsync(0x0F);
            await peer.RecordAsync(2L);
            await peer.SendBytesAsync("0002B07E0000");
            await peer.SuccessAsync();
            await peer.ExpectAsync(0x11);
            await peer.SuccessAsync();
            await peer.StatementAsync("x");
            await peer.RecordAsync(3L);
            await peer.SuccessAsync();
            await peer.ExpectAsync(0x13);
            await peer.SuccessAsync();
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        await using (var result = await session.RunAsync(new Statement("RETURN 1 AS x"), default))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var row in result.Rows(cancelled.Token))
                {
                    Assert.Equal(1L, row[0]);
                    cancelled.CancelAfter(50);
                }
            });
        }

        await using var next = await session.RunAsync(new Statement("RETURN 3 AS x"), default);
        await foreach (var row in next.Rows(default)) Assert.Equal(3L, row[0]);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task A_session_that_writes_is_over_after_a_cancelled_wait()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            await peer.ExpectAsync(0x0F);
            await peer.SendBytesAsync("0002B07E0000");
            await peer.SuccessAsync();
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        await using var result = await session.RunAsync(new Statement("CREATE (n) RETURN n AS x"), default);
        using var cancelled = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await result.Rows(cancelled.Token).GetAsyncEnumerator(cancelled.Token).MoveNextAsync());
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.CommitAsync(default));
        Assert.Equal(ErrorCodes.StorageFailed, failure.Code);
        Assert.IsAssignableFrom<OperationCanceledException>(failure.InnerException);
    }

    [Fact]
    public async Task A_value_that_cannot_be_sent_leaves_the_session_as_it_was()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            await peer.RecordAsync(1L);
            await peer.SuccessAsync();
            await peer.ExpectAsync(0x12);
            await peer.SuccessAsync();
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.RunAsync(new Statement("RETURN $x AS x", new Dictionary<string, object?> { ["x"] = new List<object?> { 1L, 1m } }), default));
        Assert.Equal(ErrorCodes.TypeError, failure.Code);
        await using var result = await session.RunAsync(new Statement("RETURN 1 AS x"), default);
        await session.CommitAsync(default);
    }

    private sealed class SteppedClock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
