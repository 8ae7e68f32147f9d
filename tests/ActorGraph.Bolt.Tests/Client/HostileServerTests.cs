using System.Net;
using System.Net.Sockets;
using ActorGraph.Bolt.Client;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Tests.Client;

public class HostileServerTests
{
    private static readonly DriverConfig Impatient = new() { ReadTimeout = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task The_handshake_offers_the_manifest_and_Bolt_5_8_to_5_0()
    {
        byte[] offered = [];
        await using var server = new ScriptedServer(async peer =>
        {
            offered = await peer.HandshakeAsync("00000000");
            await peer.SilenceAsync();
        });
        var failure = await FailsAsync(server, async _ => await Task.CompletedTask);
        Assert.Equal("6060B017" + "000001FF" + "00080805" + "00000000" + "00000000", Convert.ToHexString(offered));
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
        await using var database = BoltDatabase.Open(new Uri($"bolt://127.0.0.1:{port}"), AuthTokens.Basic("neo4j", "secret"));
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
        var failure = await FailsAsync(server, async _ => await Task.CompletedTask, new DriverConfig { ConnectionTimeout = TimeSpan.FromMilliseconds(400) });
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
        await using var database = server.Open(new DriverConfig { ReadTimeout = TimeSpan.FromMilliseconds(1500) });
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
            peer => peer.WelcomeAsync());
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

    [Theory]
    [InlineData("000001FF" + "02" + "00080805" + "00020404" + "00", "0000080500")] // 5.8 down to 5.0, and 4.4 to 4.2
    [InlineData("000001FF" + "03" + "00000405" + "00000009" + "00010705" + "8101", "0000070500")] // 5.7 to 5.6 is the best of three, and capabilities in two bytes
    [InlineData("000001FF" + "01" + "00020A05" + "00", "0000080500")] // newer than this client, down to what it knows
    public async Task The_best_version_of_a_manifest_is_chosen(string manifest, string choice)
    {
        var chosen = new byte[5];
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.HandshakeAsync(manifest);
            await peer.ReadAsync(chosen);
            await peer.ExpectAsync(0x01);
            await peer.ExpectAsync(0x6A);
            await peer.SuccessAsync();
            await peer.SuccessAsync();
        });
        await using var database = server.Open();
        await (await database.OpenAsync(SessionOptions.Read, default)).DisposeAsync();
        Assert.Equal(choice, Convert.ToHexString(chosen));
    }

    [Theory]
    [InlineData("000001FF" + "01" + "00020404" + "00", "speaks none of Bolt 5.0 to 5.8")]
    [InlineData("000001FF" + "01" + "00000905" + "00", "speaks none of Bolt 5.0 to 5.8")]
    [InlineData("000001FF" + "8080808080808080808001", "a number of its handshake has no end")]
    [InlineData("000001FF" + "FF01", "it offers 255 versions")]
    public async Task A_manifest_that_makes_no_sense_is_refused(string manifest, string words)
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.HandshakeAsync(manifest);
            await peer.SilenceAsync();
        });
        var failure = await FailsAsync(server, async _ => await Task.CompletedTask);
        Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
        Assert.Contains(words, failure.Message);
    }

    [Fact]
    public async Task Nothing_but_empty_chunks_is_no_answer()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            while (true) await peer.SendBytesAsync(new string('0', 40_000));
        });
        var failure = await FailsAsync(server, ReadAsync);
        Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
        Assert.Contains("20000 empty chunks came and no message", failure.Message);
    }

    [Fact]
    public async Task Signs_of_life_do_not_keep_a_transaction_beyond_its_time()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            while (true)
            {
                await peer.SendBytesAsync("0000");
                await Task.Delay(20);
            }
        });
        await using var database = server.Open(Impatient);
        await using var session = await database.OpenAsync(SessionOptions.Read with { Timeout = TimeSpan.FromMilliseconds(100) }, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => ReadAsync(session));
        Assert.Equal(ErrorCodes.TimedOut, failure.Code);
        Assert.Contains("did not end the transaction when its time was over", failure.Message);
    }

    [Fact]
    public async Task More_rows_than_asked_for_are_refused()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            while (true) await peer.RecordAsync(1L);
        });
        var failure = await FailsAsync(server, ReadAsync, new DriverConfig { FetchSize = 10 });
        Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
        Assert.Contains("more than the 10 rows came that were asked for", failure.Message);
    }

    [Fact]
    public async Task Rows_without_end_after_RESET_end_with_the_time_to_read_and_the_connection()
    {
        await using var server = new ScriptedServer(
            async peer =>
            {
                await peer.RunAsync("x");
                await peer.RecordAsync(1L);
                await peer.ExpectAsync(0x0F);
                while (true) await peer.RecordAsync(2L);
            },
            peer => peer.WelcomeAsync());
        await using var database = server.Open(Impatient);
        await using (var session = await database.OpenAsync(SessionOptions.Read, default))
        {
            using var cancelled = new CancellationTokenSource();
            var result = await session.RunAsync(new Statement("RETURN 1 AS x"), default);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var _ in result.Rows(cancelled.Token)) await cancelled.CancelAsync();
            });
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
        var failure = await FailsAsync(server, ReadAsync, new DriverConfig { MaxMessageBytes = 200_000 });
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
                await peer.RunAsync("x");
                await peer.SuccessAsync();
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
        await using (var first = await database.OpenAsync(SessionOptions.Read, default)) Assert.Equal(0, await CountAsync(first));
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
        Assert.Equal(ErrorCodes.IncompleteCommit, failure.Code);
        Assert.False(failure.IsRetryable);
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
            await peer.WelcomeAsync();
            await peer.SilenceAsync();
        });
        await using var database = server.Open(new DriverConfig { MaxConnectionPoolSize = 1, ConnectionAcquisitionTimeout = TimeSpan.FromMilliseconds(50), ReadTimeout = TimeSpan.FromMilliseconds(200) });
        await using var first = await database.OpenAsync(SessionOptions.Read, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => database.OpenAsync(SessionOptions.Read, default));
        Assert.Equal(ErrorCodes.ServiceUnavailable, failure.Code);
        Assert.Contains("All 1 connections", failure.Message);
    }

    [Theory]
    [InlineData("bolt://localhost?policy=eu", "takes nothing behind a question mark")]
    [InlineData("neo4j://localhost?policy", "'policy' behind the question mark is not name=value")]
    [InlineData("neo4j://localhost?a=1&a=2", "'a' stands twice")]
    [InlineData("http://localhost:7474", "is no address of Neo4j")]
    [InlineData("bolt://me:secret@localhost", "do not belong into the address")]
    [InlineData("bolt://localhost/movies", "name the database in the session")]
    public void An_address_that_is_none_says_what_to_write(string uri, string words)
    {
        var failure = Assert.Throws<GraphException>(() => BoltDatabase.Open(new Uri(uri), AuthTokens.None));
        Assert.Equal(ErrorCodes.ArgumentError, failure.Code);
        Assert.Contains(words, failure.Message);
        Assert.DoesNotContain("secret", failure.Message);
    }

    [Fact]
    public void The_address_is_shown_with_its_port() => Assert.Equal("bolt://localhost:7687", BoltDatabase.Open(new Uri("bolt://localhost"), AuthTokens.None).Uri);

    private static async Task<GraphException> FailsAsync(ScriptedServer server, Func<IGraphSession, Task> act, DriverConfig? options = null)
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
