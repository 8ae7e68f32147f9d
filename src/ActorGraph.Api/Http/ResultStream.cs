using System.Threading.Channels;
using ActorGraph.Api.GraphQl;
using GraphQL;

namespace ActorGraph.Api.Http;

/// <summary>Seats for subscribers: there are so many, and who finds none is told.</summary>
internal sealed class SubscriptionSeats
{
    private int taken;

    public bool TryTake()
    {
        if (Interlocked.Increment(ref taken) > Limits.Subscriptions)
        {
            Interlocked.Decrement(ref taken);
            return false;
        }

        Telemetry.Subscribed(1);
        return true;
    }

    public void Leave()
    {
        Interlocked.Decrement(ref taken);
        Telemetry.Subscribed(-1);
    }
}

/// <summary>The results of one subscription, in a buffer that has an end: who reads too slowly is sent away rather than waited for.</summary>
internal sealed class ResultStream : IObserver<ExecutionResult>, IDisposable
{
    private readonly Channel<ExecutionResult> waiting = Channel.CreateBounded<ExecutionResult>(new BoundedChannelOptions(Limits.WaitingResults) { SingleReader = true });
    private readonly SubscriptionSeats seats;
    private readonly IDisposable source;
    private ExecutionResult? last;

    private ResultStream(IObservable<ExecutionResult> results, SubscriptionSeats seats)
    {
        this.seats = seats;
        source = results.Subscribe(this);
    }

    /// <returns>Null where every seat is taken.</returns>
    public static ResultStream? Open(ExecutionResult subscription, SubscriptionSeats seats) => seats.TryTake() ? new(subscription.Streams!.Single().Value, seats) : null;

    public static ExecutionResult Full => Refusal($"There are {Limits.Subscriptions} subscriptions already: try again later.", FailureCodes.TooManySubscriptions);

    /// <summary>The next result; null after the last.</summary>
    public async ValueTask<ExecutionResult?> NextAsync(CancellationToken cancellation)
        => await waiting.Reader.WaitToReadAsync(cancellation) && waiting.Reader.TryRead(out var result) ? result : Interlocked.Exchange(ref last, null);

    public void OnNext(ExecutionResult value)
    {
        if (waiting.Writer.TryWrite(value)) return;
        last = Refusal($"More than {Limits.WaitingResults} results wait to be read: subscribe again, and read faster.", FailureCodes.TooSlow);
        waiting.Writer.TryComplete();
    }

    public void OnError(Exception error)
    {
        last = Refusal("The subscription failed: subscribe again.", FailureCodes.ServiceUnavailable);
        waiting.Writer.TryComplete();
    }

    public void OnCompleted() => waiting.Writer.TryComplete();

    public void Dispose()
    {
        source.Dispose();
        seats.Leave();
    }

    private static ExecutionResult Refusal(string message, string code) => new() { Errors = [new ExecutionError(message) { Code = code }] };
}
