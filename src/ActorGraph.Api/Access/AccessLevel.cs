namespace ActorGraph.Api.Access;

/// <summary>What a caller may do; each level includes the ones before it.</summary>
internal enum AccessLevel
{
    /// <summary>Ask and subscribe.</summary>
    Read,

    /// <summary>Change the graph, too.</summary>
    Write,

    /// <summary>Both, as often as it likes: no rate limit.</summary>
    Admin,
}
