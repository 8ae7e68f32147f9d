using ActorGraph.Api.Access;

namespace ActorGraph.Api.GraphQl;

/// <summary>Who asks, how, and for how long at most: GraphQL's user context.</summary>
internal sealed class Asker(Caller caller, bool isGet, bool takesEvents, string requestId) : Dictionary<string, object?>
{
    private CancellationTokenSource? patience;

    public AccessLevel Access => caller.Access;

    /// <summary>Who is to be named for what is changed.</summary>
    public string Name => caller.Name;

    /// <summary>A page elsewhere, a prefetch or a cache may cause a GET: it changes nothing.</summary>
    public bool IsGet => isGet;

    /// <summary>Whether a subscription can be answered.</summary>
    public bool TakesEvents => takesEvents;

    /// <summary>Stands in the answer's headers and in the log.</summary>
    public string RequestId => requestId;

    /// <summary>Whether something is being changed.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Begins the time that the question may take.</summary>
    public CancellationTokenSource Begin(CancellationToken cancellation)
    {
        patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Limits.RequestTime);
        return patience;
    }

    /// <summary>A change gets longer than a question.</summary>
    public void Write()
    {
        IsWriting = true;
        patience?.CancelAfter(Limits.WriteTime);
    }
}
