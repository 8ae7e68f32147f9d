using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ActorGraph.Bolt.Client;
using ActorGraph.Bolt.Framing;
using ActorGraph.Bolt.Messages;
using ActorGraph.Bolt.PackStream;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Tests.Client;

/// <summary>A peer on a real socket that plays a script for each connection, good or evil.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> playing = [];
    private readonly Task accepting;
    private int accepted;

    public ScriptedServer(params Func<Peer, Task>[] scripts)
    {
        listener.Start();
        accepting = AcceptAsync(scripts);
    }

    /// <summary>A server that plays the same for whoever comes.</summary>
    public static ScriptedServer Always(Func<Peer, Task> script) => new(Enumerable.Repeat(script, 100).ToArray());

    /// <summary>Messages of all connections as they came: tag and fields.</summary>
    public ConcurrentQueue<(byte Tag, IReadOnlyList<object?> Fields)> Requests { get; } = new();

    public string Authority => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public int Accepted => Volatile.Read(ref accepted);

    public BoltDatabase Open(DriverConfig? options = null) => BoltDatabase.Open(new Uri($"bolt://{Authority}"), AuthTokens.None, options);

    public BoltDriver Driver(DriverConfig? config = null, string scheme = "bolt") => BoltDriver.Open(new Uri($"{scheme}://{Authority}"), AuthTokens.None, config);

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(playing);
        stop.Dispose();
    }

    private async Task AcceptAsync(Func<Peer, Task>[] scripts)
    {
        foreach (var script in scripts)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync(stop.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            Interlocked.Increment(ref accepted);
            playing.Add(PlayAsync(socket, script));
        }
    }

    private async Task PlayAsync(Socket socket, Func<Peer, Task> script)
    {
        using (socket)
        {
            try
            {
                await script(new Peer(socket, Requests, stop.Token));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
            {
                // The client left, or the test is over.
            }
        }
    }
}

/// <summary>The server's side of one connection.</summary>
internal sealed class Peer(Socket socket, ConcurrentQueue<(byte Tag, IReadOnlyList<object?> Fields)> requests, CancellationToken stop)
{
    private readonly NetworkStream stream = new(socket);
    private readonly ChunkReader reader = new(new NetworkStream(socket), 1 << 26);

    public async Task<byte[]> HandshakeAsync(string answer = "00000805")
    {
        var bytes = new byte[20];
        await stream.ReadExactlyAsync(bytes, stop);
        await SendBytesAsync(answer);
        return bytes;
    }

    /// <summary>Handshake, HELLO and LOGON as any good server.</summary>
    public async Task WelcomeAsync()
    {
        await HandshakeAsync();
        await ExpectAsync(0x01);
        await ExpectAsync(0x6A);
        await SuccessAsync();
        await SuccessAsync();
    }

    /// <summary>Welcome, and BEGIN.</summary>
    public async Task BeginAsync()
    {
        await WelcomeAsync();
        await ExpectAsync(0x11);
        await SuccessAsync();
    }

    /// <summary>Begin, and RUN with PULL; answered are the columns.</summary>
    public async Task RunAsync(params string[] columns)
    {
        await BeginAsync();
        await StatementAsync(columns);
    }

    public async Task StatementAsync(params string[] columns)
    {
        await ExpectAsync(0x10);
        await ExpectAsync(0x3F);
        await SuccessAsync(("fields", columns.ToList<object?>()));
    }

    /// <summary>Welcomes, and answers everything as a good server that holds one row, until the client leaves.</summary>
    /// <param name="own">Answers a request in place of that; false where it does not want to.</param>
    public async Task ServeAsync(Func<byte, Task<bool>>? own = null, string version = "00000805")
    {
        await HandshakeAsync(version);
        while (await NextAsync() is not 0x02 and var tag)
        {
            if (own is not null && await own(tag)) continue;
            if (tag == 0x10) await SuccessAsync(("fields", new List<object?> { "x" }));
            else if (tag == 0x3F)
            {
                await RecordAsync(1L);
                await SuccessAsync();
            }
            else await SuccessAsync();
        }
    }

    public async Task<byte> NextAsync()
    {
        ReadOnlyMemory<byte> message;
        while (!reader.TryRead(out message))
        {
            if (!await reader.FillAsync(stop)) throw new IOException("The client closed.");
        }

        return Told(message.Span);
    }

    private byte Told(ReadOnlySpan<byte> message)
    {
        var packed = new PackStreamReader(message);
        var (tag, count) = packed.ReadStructureHead();
        var fields = new List<object?>();
        for (; count > 0; count--) fields.Add(packed.Read());
        requests.Enqueue((tag, fields));
        return tag;
    }

    public async Task ExpectAsync(byte tag)
    {
        var found = await NextAsync();
        if (found != tag) throw new InvalidOperationException($"The client sent {found:X2} instead of {tag:X2}.");
    }

    public Task SuccessAsync(params (string Key, object? Value)[] metadata) => SendAsync(Success.Tag, metadata.ToDictionary(entry => entry.Key, entry => entry.Value));

    public Task RecordAsync(params object?[] values) => SendAsync(Messages.Record.Tag, values);

    public Task FailureAsync(string code, string message) => SendAsync(Failure.Tag, new Dictionary<string, object?> { ["neo4j_code"] = code, ["message"] = message });

    public async Task SendAsync(byte tag, object? field)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var packed = new PackStreamWriter(buffer);
        packed.WriteStructure(tag, 1);
        packed.Write(field);
        var writer = new ChunkWriter(stream);
        writer.Add(buffer.WrittenSpan);
        await writer.FlushAsync(stop);
    }

    public async Task ReadAsync(byte[] bytes) => await stream.ReadExactlyAsync(bytes, stop);

    public async Task SendBytesAsync(string hex) => await stream.WriteAsync(Convert.FromHexString(hex), stop);

    public Task SilenceAsync() => Task.Delay(Timeout.Infinite, stop);
}
