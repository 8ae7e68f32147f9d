using ActorGraph.Api.Access;

namespace ActorGraph.Api.GraphQl;

/// <summary>Who asks, and how: GraphQL's user context.</summary>
internal sealed class Asker(AccessLevel access, bool isGet, bool takesEvents, string requestId) : Dictionary<string, object?>
{
    public AccessLevel Access => access;

    /// <summary>A page elsewhere, a prefetch or a cache may cause a GET: it changes nothing.</summary>
    public bool IsGet => isGet;

    /// <summary>Whether a subscription can be answered.</summary>
    public bool TakesEvents => takesEvents;

    /// <summary>Stands in the answer's headers and in the log.</summary>
    public string RequestId => requestId;
}
