using ActorGraph.Api.Access;
using ActorGraph.Api.GraphQl;

namespace ActorGraph.Api.Http;

internal enum LogStyle { Warnings, Requests, Json }

/// <summary>How to serve: what the flags of <c>serve</c> say.</summary>
/// <param name="Origins">Front ends elsewhere that may ask: scheme, host and port, as a browser sends them.</param>
/// <param name="Introspection">Whether the schema can be asked for in GraphQL; its text can be had in any case.</param>
/// <param name="RequireToken">Whether this machine's own users need a token, too.</param>
/// <param name="RequestsPerSecond">Of one token or address; null: only as the address demands it.</param>
internal sealed record ServeSettings(string Urls, TokenFile Tokens, StoredDocuments Documents, IReadOnlyList<string> Origins, bool Introspection = true, bool RequireToken = false,
    int? RequestsPerSecond = null, LogStyle Log = LogStyle.Warnings)
{
    public Patience Patience { get; init; } = Patience.Usual;
}
