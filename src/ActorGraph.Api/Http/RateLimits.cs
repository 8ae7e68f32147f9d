using System.Threading.RateLimiting;
using ActorGraph.Api.Access;
using ActorGraph.Api.GraphQl;

namespace ActorGraph.Api.Http;

/// <summary>How often one token, or one address without a token, may ask.</summary>
internal static class RateLimits
{
    public const string Refusal = "Too many questions: ask again in a second, or start the server with a larger --rate.";

    public static PartitionedRateLimiter<HttpContext> Create(ServeSettings settings) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
    {
        var caller = http.Features.Get<Caller>();
        // Who uses this machine itself, or administers it, is limited only on demand.
        if (caller is { Access: AccessLevel.Admin } || (caller is { IsLocal: true } && settings.RequestsPerSecond is null)) return RateLimitPartition.GetNoLimiter("");
        var perSecond = settings.RequestsPerSecond ?? Limits.RequestsPerSecond;
        return RateLimitPartition.GetTokenBucketLimiter(caller is { IsLocal: false } ? "token " + caller.Name : "address " + http.Connection.RemoteIpAddress, _ => new()
        {
            TokenLimit = perSecond * 2, TokensPerPeriod = Math.Max(1, perSecond / 10), ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond < 10 ? 1.0 / perSecond : 0.1), QueueLimit = 0,
        });
    });

    public static ValueTask RefuseAsync(HttpContext http, GraphQlEndpoint endpoint)
    {
        http.Response.Headers.RetryAfter = "1";
        return new(endpoint.RefuseAsync(http, StatusCodes.Status429TooManyRequests, FailureCodes.RateLimited, Refusal));
    }
}
