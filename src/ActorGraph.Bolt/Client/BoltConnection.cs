using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using ActorGraph.Bolt.Framing;
using ActorGraph.Bolt.Messages;
using ActorGraph.Bolt.PackStream;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>
/// One connection: requests out, responses in, in order. It knows whether a transaction is open, resets itself after a failure or a cancelled wait,
/// and is broken for good once bytes were lost.
/// </summary>
internal sealed class BoltConnection : IAsyncDisposable
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ResetPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FarewellPatience = TimeSpan.FromSeconds(1);

    private readonly BoltAddress address;
    private readonly Stream stream;
    private readonly ChunkReader reader;
    private readonly ChunkWriter writer;
    private TimeSpan patience;
    private int awaited;

    private BoltConnection(BoltAddress address, Stream stream, BoltVersion version, BoltOptions options)
    {
        (this.address, this.stream, Version) = (address, stream, version);
        reader = new ChunkReader(stream, options.MaxMessageBytes);
        writer = new ChunkWriter(stream);
        patience = options.ReadTimeout ?? DefaultPatience;
    }

    public BoltVersion Version { get; }

    /// <summary>Whether bytes were lost, so that only closing is left.</summary>
    public bool IsBroken { get; private set; }

    public bool InTransaction { get; private set; }

    /// <summary>Whether an answer is still due.</summary>
    public bool IsBusy => awaited > 0;

    /// <summary>What ended the latest transaction, where a failure did.</summary>
    public Exception? Ending { get; private set; }

    public static async Task<BoltConnection> OpenAsync(BoltAddress address, BoltCredentials credentials, BoltOptions options, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.ConnectTimeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        BoltConnection? connection = null;
        try
        {
            var (stream, version) = await Dialling.DialAsync(address, either.Token);
            connection = new BoltConnection(address, stream, version, options);
            await connection.GreetAsync(credentials, options, either.Token);
            return connection;
        }
        catch (Exception cause)
        {
            if (connection is not null) await connection.stream.DisposeAsync();
            if (cause is OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                throw Dialling.Unreachable(address, $"it did not answer within {Words(options.ConnectTimeout)}", cause);
            }

            throw;
        }
    }

    /// <summary>Sends requests in one go. Nothing is sent where one of them cannot be written.</summary>
    public async ValueTask SendAsync(CancellationToken cancellation, params Request[] requests)
    {
        var messages = new ArrayBufferWriter<byte>[requests.Length];
        for (var i = 0; i < requests.Length; i++)
        {
            messages[i] = new ArrayBufferWriter<byte>();
            requests[i].Write(new PackStreamWriter(messages[i]));
        }

        cancellation.ThrowIfCancellationRequested();
        if (IsBroken) throw Lost(Ending);
        foreach (var message in messages) writer.Add(message.WrittenSpan);
        awaited += requests.Count(request => request is not Goodbye);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            await writer.FlushAsync(limit.Token);
        }
        catch (Exception cause) when (cause is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Half a message may have left; the other half would be read as something else.
            Break(cause);
            if (cause is OperationCanceledException && cancellation.IsCancellationRequested) throw;
            throw cause is OperationCanceledException ? Silent() : Lost(cause);
        }
    }

    /// <summary>The next response: a row or a success.</summary>
    /// <exception cref="GraphException">The server says that the request failed (the connection is reset by then), or the connection is lost.</exception>
    public async ValueTask<Response> ReceiveAsync(CancellationToken cancellation)
    {
        Response response;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            response = await ReadAsync(patience, cancellation);
        }
        catch (OperationCanceledException cancelled)
        {
            await StartResetAsync(cancelled);
            throw;
        }

        if (response is Record or Success) return response;
        var failure = response is Failure failed ? failed.ToException()
            : new GraphException(ErrorCodes.ProtocolError, $"{address.Name} ignored a request although none before it had failed.");
        await ResetAsync(failure);
        throw failure;
    }

    /// <summary>The success of a request that yields no rows, or whose rows nobody wants.</summary>
    public async ValueTask<Success> SucceedAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await ReceiveAsync(cancellation) is Success success) return success;
        }
    }

    public async Task BeginAsync(Begin begin, CancellationToken cancellation)
    {
        if (IsBusy) await FinishAsync();
        await SendAsync(cancellation, begin);
        await SucceedAsync(cancellation);
        (InTransaction, Ending) = (true, null);
    }

    /// <summary>COMMIT or ROLLBACK.</summary>
    public async Task EndAsync(Request end, CancellationToken cancellation)
    {
        await SendAsync(cancellation, end);
        await SucceedAsync(cancellation);
        InTransaction = false;
    }

    /// <summary>Interrupts whatever runs and takes the transaction back; afterwards the connection is as new, or broken.</summary>
    public async ValueTask ResetAsync(Exception? ending)
    {
        await StartResetAsync(ending);
        await FinishAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsBroken)
        {
            patience = FarewellPatience;
            try
            {
                await SendAsync(default, new Goodbye());
            }
            catch (GraphException)
            {
                // The server went first; there is nobody to take leave of.
            }
        }

        Break(null);
        await stream.DisposeAsync();
    }

    /// <summary>Sends RESET and returns at once: a caller who cancelled does not wait for the server.</summary>
    private async ValueTask StartResetAsync(Exception? ending)
    {
        (InTransaction, Ending) = (false, ending);
        if (IsBroken) return;
        if (stream is SslStream && ending is OperationCanceledException)
        {
            // A cancelled read leaves TLS in the middle of a record.
            Break(ending);
            return;
        }

        try
        {
            await SendAsync(default, new Reset());
        }
        catch (GraphException lost)
        {
            Break(lost);
        }
    }

    /// <summary>Reads what is due until the answer to RESET, which is the last.</summary>
    private async ValueTask FinishAsync()
    {
        Response? last = null;
        try
        {
            while (IsBusy && !IsBroken) last = await ReadAsync(ResetPatience, default);
        }
        catch (GraphException lost)
        {
            Break(lost);
        }

        if (last is not Success) Break(null);
    }

    private async Task GreetAsync(BoltCredentials credentials, BoltOptions options, CancellationToken cancellation)
    {
        Request hello = Hello.For(Version, credentials.Fields);
        await SendAsync(cancellation, Version.Minor == 0 ? [hello] : [hello, new Logon(credentials.Fields)]);
        while (IsBusy)
        {
            switch (await ReadAsync(patience, cancellation))
            {
                case Success success:
                    if (options.ReadTimeout is null && success.ReceiveTimeout is { } hinted) patience = hinted;
                    break;
                case Failure failure:
                    throw failure.ToException();
                case var other:
                    throw PackStreamReader.Malformed($"{other.GetType().Name} answers the greeting");
            }
        }
    }

    private async ValueTask<Response> ReadAsync(TimeSpan limit, CancellationToken cancellation)
    {
        if (IsBroken) throw Lost(Ending);
        try
        {
            ReadOnlyMemory<byte> message;
            while (!reader.TryRead(out message)) await FillAsync(limit, cancellation);
            var response = Response.Read(message.Span);
            if (response is not Record && --awaited < 0) throw PackStreamReader.Malformed("an answer came that nobody had asked for");
            return response;
        }
        catch (GraphException malformed)
        {
            Break(malformed);
            throw;
        }
    }

    private async ValueTask FillAsync(TimeSpan limit, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        either.CancelAfter(limit);
        try
        {
            if (!await reader.FillAsync(either.Token)) throw Lost(null);
        }
        catch (OperationCanceledException cause) when (!cancellation.IsCancellationRequested)
        {
            throw Silent(cause);
        }
        catch (Exception cause) when (cause is IOException or SocketException or ObjectDisposedException)
        {
            throw Lost(cause);
        }
    }

    private void Break(Exception? cause)
    {
        IsBroken = true;
        InTransaction = false;
        Ending ??= cause;
    }

    private GraphException Lost(Exception? cause) => new(ErrorCodes.SessionExpired, $"{address.Name} closed the connection before it had answered{(cause is null ? "" : $" ({cause.Message.TrimEnd('.')})")}.", cause: cause);

    private GraphException Silent(Exception? cause = null) => new(ErrorCodes.SessionExpired, $"{address.Name} gave no sign of life for {Words(patience)}; the connection was closed.", cause: cause);

    private static string Words(TimeSpan time) => time.TotalSeconds is var seconds && seconds < 1 ? $"{time.TotalMilliseconds:0} ms" : $"{seconds:0.#} s";
}
