using System.Net;
using System.Net.Sockets;
using ActorGraph.Bolt.Client;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Tests.Client;

public class HostileServerTests
{
    private static readonly BoltOptions Impatient = new() { ReadTimeout = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task The_handshake_offers_Bolt_5_8_to_5_0()
    {
        byte[] offered = [];
        await using var server = new ScriptedServer(async peer =>
        {
            offered = await peer.HandshakeAsync("00000000");
            await peer.SilenceAsync();
        });
        var failure = await FailsAsync(server, async _ => await Task.CompletedTask);
        Assert.Equal("6060B017" + "00080805" + "00000000" + "00000000" + "00000000", Convert.ToHexString(offered));
        Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
        Assert.Contains("speaks none of Bolt 5.0 to 5.8; Neo4j 5 or newer is needed", failure.Message);
    }

    [Theory]
    [InlineData("00000904", "does not speak Bolt: it answered 00000904 to the handshake")]
    [InlineData("00000905", "does not speak Bolt")]
    [InlineData("48545450", "answers in HTTP")]
    public async Task A_wrong_version_is_named(string answer, string words)
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.HandshakeAsync(answer);
            await peer.SilenceAsync();
        });
        var failure = await FailsAsync(server, async _ => await Task.CompletedTask);
        Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
        Assert.Contains(words, failure.Message);
    }

    [Fact]
    public async Task A_server_that_closes_in_the_handshake_cannot_be_reached()
    {
        await using var server = new ScriptedServer(_ => Task.CompletedTask);
        var failure = await FailsAsync(server, async _ => await Task.CompletedTask);
        Assert.Equal(ErrorCodes.ServiceUnavailable, failure.Code);
        Assert.Contains("cannot be reached", failure.Message);
    }

    [Fact]
    public async Task Nobody_at_the_port_is_told_with_the_address()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var database = BoltDatabase.Open(new Uri($"bolt://127.0.0.1:{port}"), BoltCredentials.Basic("neo4j", "secret"));
        var failure = await Assert.ThrowsAsync<GraphException>(() => database.OpenAsync(SessionOptions.Read, default));
        Assert.Equal(ErrorCodes.ServiceUnavailable, failure.Code);
        Assert.Equal($"bolt://127.0.0.1:{port} cannot be reached: Connection refused. Is Neo4j running there? Its Bolt port is 7687 unless configured otherwise.", failure.Message);
        Assert.False(failure.IsUsersFault);
        Assert.True(failure.IsRetryable);
    }

    [Fact]
    public async Task Silence_in_the_handshake_ends_with_the_time_to_connect()
    {
        await using var server = new ScriptedServer(peer => peer.SilenceAsync());
        var failure = await FailsAsync(server, async _ => await Task.CompletedTask, new BoltOptions { ConnectTimeout = TimeSpan.FromMilliseconds(400) });
        Assert.Equal(ErrorCodes.ServiceUnavailable, failure.Code);
        Assert.Contains("it did not answer within 400 ms", failure.Message);
    }

    [Fact]
    public async Task Silence_in_a_statement_ends_with_the_time_to_read()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            await peer.SilenceAsync();
        });
        var failure = await FailsAsync(server, ReadAsync, Impatient);
        Assert.Equal(ErrorCodes.SessionExpired, failure.Code);
        Assert.Contains("gave no sign of life for 200 ms", failure.Message);
    }

    [Fact]
    public async Task Empty_chunks_are_a_sign_of_life()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            for (var i = 0; i < 20; i++)
            {
                await Task.Delay(100);
                await peer.SendBytesAsync("0000");
            }

            await peer.RecordAsync(1L);
            await peer.SuccessAsync();
            await peer.ExpectAsync(0x13);
            await peer.SuccessAsync();
        });
        await using var database = server.Open(new BoltOptions { ReadTimeout = TimeSpan.FromMilliseconds(1500) });
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        Assert.Equal(1, await CountAsync(session));
    }

    [Theory]
    [InlineData("0005B17191", "closed the connection before it had answered")] // the chunk breaks off
    [InlineData("0004B1719101", "closed the connection before it had answered")] // the message does
    [InlineData("0004B17191C70000", "the byte C7 at 3 begins no value")]
    [InlineData("0004B19991010000", "a message has the tag 99, which is not known")]
    [InlineData("000191" + "0000", "a message begins with 91 instead of a structure")]
    [InlineData("0008B17191D27FFFFFFF0000", "a value of 2147483647 bytes is announced where 0 are left")]
    [InlineData("0008B17191D67FFFFFFF0000", "a value of 2147483647 bytes is announced where 0 are left")]
    [InlineData("0005B1719201020000", "a row has 2 values for 1 columns")]
    [InlineData("0005B1719101010000", "a message goes on after its last field")]
    [InlineData("0004B271910100000000", "has 2 fields instead of 1")]
    public async Task Bytes_that_are_not_Bolt_are_a_clear_error_and_the_end_of_the_connection(string hex, string words)
    {
        await using var server = new ScriptedServer(
            async peer =>
            {
                await peer.RunAsync("x");
                await peer.SendBytesAsync(hex);
            },
            peer => peer.BeginAsync());
        await using var database = server.Open();
        await using (var session = await database.OpenAsync(SessionOptions.Read, default))
        {
            var failure = await Assert.ThrowsAsync<GraphException>(() => ReadAsync(session));
            Assert.Contains(words, failure.Message);
            Assert.Contains(failure.Code, new[] { ErrorCodes.ProtocolError, ErrorCodes.SessionExpired });
        }

        await using var next = await database.OpenAsync(SessionOptions.Read, default);
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task A_message_above_the_limit_is_refused_before_it_is_held()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            await peer.RecordAsync(new string('x', 300_000));
            await peer.SilenceAsync();
        });
        var failure = await FailsAsync(server, ReadAsync, new BoltOptions { MaxMessageBytes = 200_000 });
        Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
        Assert.Contains("a message is larger than 200000 bytes, which is the limit here", failure.Message);
    }

    [Fact]
    public async Task A_pooled_connection_that_died_is_replaced_without_a_word()
    {
        var isClosed = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            async peer =>
            {
                await peer.BeginAsync();
                await peer.ExpectAsync(0x13);
                await peer.SuccessAsync();
                _ = Task.Delay(20).ContinueWith(_ => isClosed.SetResult());
            },
            async peer =>
            {
                await peer.RunAsync("x");
                await peer.RecordAsync(1L);
                await peer.SuccessAsync();
                await peer.ExpectAsync(0x13);
                await peer.SuccessAsync();
            });
        await using var database = server.Open();
        await (await database.OpenAsync(SessionOptions.Read, default)).DisposeAsync();
        await isClosed.Task;
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        Assert.Equal(1, await CountAsync(session));
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task A_connection_lost_in_COMMIT_leaves_the_outcome_open_and_says_so()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.BeginAsync();
            await peer.ExpectAsync(0x12);
        });
        var failure = await FailsAsync(server, session => session.CommitAsync(default));
        Assert.Equal(ErrorCodes.SessionExpired, failure.Code);
        Assert.EndsWith("Whether the transaction was committed is not known.", failure.Message);
    }

    [Fact]
    public async Task A_failure_is_told_with_code_message_and_position_and_the_connection_reset()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.BeginAsync();
            await peer.NextAsync();
            await peer.NextAsync();
            await peer.FailureAsync("Neo.ClientError.Statement.SyntaxError", "Invalid input (line 2, column 3 (offset: 14))");
            await peer.SendBytesAsync("0002B07E0000");
            await peer.ExpectAsync(0x0F);
            await peer.SuccessAsync();
            await peer.SilenceAsync();
        });
        var failure = await FailsAsync(server, ReadAsync);
        Assert.Equal((ErrorCodes.SyntaxError, new TextPosition(14, 2, 3)), (failure.Code, failure.Position));
    }

    [Fact]
    public async Task More_sessions_than_connections_wait_and_are_told()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.BeginAsync();
            await peer.SilenceAsync();
        });
        await using var database = server.Open(new BoltOptions { MaxConnections = 1, MaxWait = TimeSpan.FromMilliseconds(50), ReadTimeout = TimeSpan.FromMilliseconds(200) });
        await using var first = await database.OpenAsync(SessionOptions.Read, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => database.OpenAsync(SessionOptions.Read, default));
        Assert.Equal(ErrorCodes.ServiceUnavailable, failure.Code);
        Assert.Contains("All 1 connections", failure.Message);
    }

    [Theory]
    [InlineData("neo4j://localhost", "routing, which is not there yet; use bolt://")]
    [InlineData("neo4j+s://localhost", "use bolt+s://")]
    [InlineData("http://localhost:7474", "is no address of Neo4j")]
    [InlineData("bolt://me:secret@localhost", "do not belong into the address")]
    [InlineData("bolt://localhost/movies", "name the database in the options")]
    public void An_address_that_is_none_says_what_to_write(string uri, string words)
    {
        var failure = Assert.Throws<GraphException>(() => BoltDatabase.Open(new Uri(uri), BoltCredentials.None));
        Assert.Equal(ErrorCodes.ArgumentError, failure.Code);
        Assert.Contains(words, failure.Message);
        Assert.DoesNotContain("secret", failure.Message);
    }

    [Fact]
    public void The_address_is_shown_with_its_port() => Assert.Equal("bolt://localhost:7687", BoltDatabase.Open(new Uri("bolt://localhost"), BoltCredentials.None).Uri);

    private static async Task<GraphException> FailsAsync(ScriptedServer server, Func<IGraphSession, Task> act, BoltOptions? options = null)
    {
        await using var database = server.Open(options);
        return await Assert.ThrowsAsync<GraphException>(async () =>
        {
            await using var session = await database.OpenAsync(SessionOptions.Write, default);
            await act(session);
        });
    }

    private static Task ReadAsync(IGraphSession session) => CountAsync(session);

    private static async Task<int> CountAsync(IGraphSession session)
    {
        await using var result = await session.RunAsync(new Statement("RETURN 1 AS x"), default);
        var count = 0;
        await foreach (var _ in result.Rows(default)) count++;
        return count;
    }
}
