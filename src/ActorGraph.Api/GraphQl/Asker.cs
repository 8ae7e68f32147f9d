using ActorGraph.Api.Access;

namespace ActorGraph.Api.GraphQl;

/// <summary>Who asks, how, and for how long at most: GraphQL's user context.</summary>
internal sealed class Asker(Caller caller, bool isGet, bool takesEvents, string requestId) : Dictionary<string, object?>
{
    private CancellationTokenSource? running;
    private Patience patience = Patience.Usual;

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

    /// <summary>What is told where the time is over.</summary>
    public string Late => IsWriting
        ? $"The change took more than {patience.Change.TotalSeconds:0.#} seconds and was ended: send less at a time, or load long texts with 'actorgraph load'. Ask first whether it is there."
        : $"The question took more than {patience.Question.TotalSeconds:0.#} seconds: ask for fewer paths or a narrower filter.";

    /// <summary>Begins the time that the question may take.</summary>
    public CancellationTokenSource Begin(Patience granted, CancellationToken cancellation)
    {
        patience = granted;
        running = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        running.CancelAfter(granted.Question);
        return running;
    }

    /// <summary>A change gets longer than a question.</summary>
    public void Write()
    {
        IsWriting = true;
        running?.CancelAfter(patience.Change);
    }
}
