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
    private readonly Socket socket;
    private readonly ChunkReader reader;
    private readonly ChunkWriter writer;
    private readonly DriverConfig config;
    private TimeSpan patience;
    private long? deadline;
    private int awaited;
    private bool isResetting;
    private bool isLeaving;
    private string agent = "";

    private BoltConnection(BoltAddress address, Stream stream, Socket socket, BoltVersion version, AuthToken token, DriverConfig config)
    {
        (this.address, this.stream, this.socket, Version, Token, this.config) = (address, stream, socket, version, token, config);
        reader = new ChunkReader(stream, config.MaxMessageBytes);
        writer = new ChunkWriter(stream);
        patience = config.ReadTimeout ?? DefaultPatience;
        Opened = config.Clock.GetTimestamp();
    }

    public BoltAddress Address => address;

    public BoltVersion Version { get; }

    /// <summary>Whoever is logged on.</summary>
    public AuthToken Token { get; private set; }

    /// <summary>A timestamp of the clock.</summary>
    public long Opened { get; }

    public ServerInfo Server => new(address.Authority, agent, Version.ToString());

    /// <summary>Whether the server has closed its side of a connection on which nothing is due.</summary>
    public bool IsClosedByPeer => IsBroken || (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);

    /// <summary>Whether bytes were lost, so that only closing is left.</summary>
    public bool IsBroken { get; private set; }

    public bool InTransaction { get; private set; }

    /// <summary>Whether an answer is still due.</summary>
    public bool IsBusy => awaited > 0;

    /// <summary>Whether another transaction may have it: nothing is open, and nothing is due but the answer to a ROLLBACK.</summary>
    public bool IsFree => !IsBroken && !InTransaction && (!IsBusy || isLeaving);

    /// <summary>What ended the latest transaction, where a failure did.</summary>
    public Exception? Ending { get; private set; }

    public static async Task<BoltConnection> OpenAsync(BoltAddress address, AuthToken token, DriverConfig config, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(config.ConnectionTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        BoltConnection? connection = null;
        try
        {
            var (stream, socket, version) = await Dialling.DialAsync(address, either.Token);
            connection = new BoltConnection(address, stream, socket, version, token, config);
            await connection.GreetAsync(either.Token);
            return connection;
        }
        catch (Exception cause)
        {
            if (connection is not null) await connection.stream.DisposeAsync();
            if (cause is OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                throw Dialling.Unreachable(address, $"it did not answer within {Words(config.ConnectionTimeout)}", cause);
            }

            throw;
        }
    }

    /// <summary>Sends requests in one go. Nothing is sent where one of them cannot be written.</summary>
    public async ValueTask SendAsync(CancellationToken cancellation, params IReadOnlyList<Request> requests)
    {
        var messages = new ArrayBufferWriter<byte>[requests.Count];
        for (var i = 0; i < requests.Count; i++)
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

    /// <summary>The success of a request.</summary>
    /// <param name="mostRows">How many rows may come before it, which nobody wants.</param>
    public async ValueTask<Success> SucceedAsync(CancellationToken cancellation, long mostRows = 0)
    {
        for (var rows = 0L; ; rows++)
        {
            if (await ReceiveAsync(cancellation) is Success success) return success;
            if (rows >= mostRows) throw Refused("more rows came than were asked for");
        }
    }

    /// <summary>What the server said makes no sense, so nothing more is read from it.</summary>
    public GraphException Refused(string what)
    {
        var failure = PackStreamReader.Malformed(what);
        Break(failure);
        return failure;
    }

    /// <summary>For a moment when nothing is due.</summary>
    public void ThrowIfClosed()
    {
        if (!IsClosedByPeer) return;
        var lost = Lost(Ending);
        Break(lost);
        throw lost;
    }

    /// <summary>BEGIN, and in the same journey what is to be run in the transaction; returns when the server has begun it.</summary>
    public async Task BeginAsync(TransactionDetails details, CancellationToken cancellation, params IEnumerable<Request> first)
    {
        await ReadyAsync(details.Config.Timeout);
        await SendAsync(cancellation, [new Begin(details), .. first]);
        await SucceedAsync(cancellation);
        InTransaction = true;
    }

    /// <summary>RUN and PULL of a statement in a transaction of its own.</summary>
    public async Task<Success> RunAsync(Statement statement, long fetch, TransactionDetails own, CancellationToken cancellation)
    {
        await ReadyAsync(own.Config.Timeout);
        await SendAsync(cancellation, new Run(statement, own), new Pull(fetch));
        return await SucceedAsync(cancellation);
    }

    /// <summary>COMMIT or ROLLBACK.</summary>
    public async Task<Success> EndAsync(Request end, CancellationToken cancellation)
    {
        await SendAsync(cancellation, end);
        var success = await SucceedAsync(cancellation);
        InTransaction = false;
        return success;
    }

    /// <summary>ROLLBACK of a transaction that only read: nobody waits for the answer, which is read before the next transaction begins.</summary>
    public async ValueTask LeaveAsync()
    {
        (InTransaction, deadline) = (false, null);
        await SendAsync(default, new Rollback());
        isLeaving = true;
    }

    /// <summary>Another user from now on; false where the server is too old for that.</summary>
    public async Task<bool> TryLogonAsync(AuthToken token, CancellationToken cancellation)
    {
        if (Version.Minor == 0) return false;
        await ReadyAsync(null);
        await SendAsync(cancellation, new Logoff(), new Logon(token.Fields));
        await SucceedAsync(cancellation);
        await SucceedAsync(cancellation);
        Token = token;
        return true;
    }

    public async Task<Success> RouteAsync(Route route, CancellationToken cancellation)
    {
        await ReadyAsync(null);
        await SendAsync(cancellation, route);
        return await SucceedAsync(cancellation);
    }

    /// <summary>Interrupts whatever runs and takes the transaction back; afterwards the connection is as new, or broken.</summary>
    public async ValueTask ResetAsync(Exception? ending)
    {
        await StartResetAsync(ending);
        await EndResetAsync();
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

    /// <summary>Reads what is still due, and forgets how the last transaction ended.</summary>
    private async Task ReadyAsync(TimeSpan? timeout)
    {
        if (isLeaving && await FinishAsync() is Failure) await ResetAsync(null);
        else if (IsBusy) await EndResetAsync();
        if (IsBroken) throw Lost(Ending);
        Ending = null;
        deadline = timeout is { } time ? config.Clock.GetTimestamp() + Ticks(time + (patience < ResetPatience ? patience : ResetPatience)) : null;
    }

    /// <summary>Sends RESET and returns at once: a caller who cancelled does not wait for the server.</summary>
    private async ValueTask StartResetAsync(Exception? ending)
    {
        (InTransaction, Ending, deadline) = (false, ending ?? Ending, null);
        if (IsBroken || isResetting) return;
        if (stream is SslStream && ending is OperationCanceledException)
        {
            // A cancelled read leaves TLS in the middle of a record.
            Break(ending);
            return;
        }

        try
        {
            await SendAsync(default, new Reset());
            isResetting = true;
        }
        catch (GraphException lost)
        {
            Break(lost);
        }
    }

    /// <summary>Reads what is due until the answer to RESET, which is the last.</summary>
    private async ValueTask EndResetAsync()
    {
        var last = await FinishAsync();
        isResetting = false;
        if (last is not Success) Break(Ending);
    }

    /// <summary>Reads what is due; tells the last of it.</summary>
    private async ValueTask<Response?> FinishAsync()
    {
        isLeaving = false;
        Response? last = null;
        using var limit = new CancellationTokenSource(ResetPatience < patience ? ResetPatience : patience);
        try
        {
            while (IsBusy && !IsBroken) last = await ReadAsync(patience, limit.Token);
        }
        catch (Exception lost) when (lost is GraphException or OperationCanceledException)
        {
            Break(Ending ?? lost);
        }

        return last;
    }

    private async Task GreetAsync(CancellationToken cancellation)
    {
        Request hello = Hello.For(Version, Token.Fields, address.Routing, config);
        await SendAsync(cancellation, Version.Minor == 0 ? [hello] : [hello, new Logon(Token.Fields)]);
        while (IsBusy)
        {
            switch (await ReadAsync(patience, cancellation))
            {
                case Success success:
                    agent = success.Server ?? agent;
                    if (config.ReadTimeout is null && success.ReceiveTimeout is { } hinted) patience = hinted;
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
        if (deadline is { } end)
        {
            var left = config.Clock.GetElapsedTime(config.Clock.GetTimestamp(), end);
            if (left <= TimeSpan.Zero) throw Overdue();
            if (left < limit) limit = left;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        either.CancelAfter(limit);
        try
        {
            if (!await reader.FillAsync(either.Token)) throw Lost(null);
        }
        catch (OperationCanceledException cause) when (!cancellation.IsCancellationRequested)
        {
            throw limit < patience ? Overdue() : Silent(cause);
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

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * config.Clock.TimestampFrequency);

    private GraphException Overdue() => new(ErrorCodes.TimedOut, $"{address.Name} did not end the transaction when its time was over; the connection was closed.");

    private GraphException Lost(Exception? cause) => new(ErrorCodes.SessionExpired, $"{address.Name} closed the connection before it had answered{(cause is null ? "" : $" ({cause.Message.TrimEnd('.')})")}.", cause: cause);

    private GraphException Silent(Exception? cause = null) => new(ErrorCodes.SessionExpired, $"{address.Name} gave no sign of life for {Words(patience)}; the connection was closed.", cause: cause);

    private static string Words(TimeSpan time) => time.TotalSeconds is var seconds && seconds < 1 ? $"{time.TotalMilliseconds:0} ms" : $"{seconds:0.#} s";
}
