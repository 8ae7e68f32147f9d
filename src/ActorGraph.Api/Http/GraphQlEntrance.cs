using System.Threading.RateLimiting;
using ActorGraph.Api.Access;
using ActorGraph.Api.GraphQl;

namespace ActorGraph.Api.Http;

/// <summary>The way in: who asks, how often, and by which protocol.</summary>
internal sealed class GraphQlEntrance(Doorkeeper door, PartitionedRateLimiter<HttpContext> rate, GraphQlEndpoint endpoint, GraphQlSocket socket)
{
    public async Task HandleAsync(HttpContext http)
    {
        var caller = door.Admit(http);
        if (caller is not null) http.Features.Set(caller);
        using var lease = rate.AttemptAcquire(http);
        if (!lease.IsAcquired) await RateLimits.RefuseAsync(http, endpoint);
        // A WebSocket may bring its token in its first message.
        else if (http.WebSockets.IsWebSocketRequest) await socket.HandleAsync(http);
        else if (caller is not null) await endpoint.HandleAsync(http);
        else
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await endpoint.RefuseAsync(http, StatusCodes.Status401Unauthorized, FailureCodes.Unauthenticated, Doorkeeper.Refusal);
        }
    }
}
