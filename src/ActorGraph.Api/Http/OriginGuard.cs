using ActorGraph.Api.GraphQl;

namespace ActorGraph.Api.Http;

/// <summary>
/// A web page asks its own server, or a server that named it with <c>--cors</c>: whatever the browser would have let another page send, to read or to
/// write, over HTTP or a WebSocket, is refused here.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, ServeSettings settings, GraphQlEndpoint endpoint)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!request.Path.StartsWithSegments("/graphql") || IsOwn(request)) return next(http);
        return endpoint.RefuseAsync(http, StatusCodes.Status403Forbidden, FailureCodes.ForeignOrigin, "Pages of this origin may not ask here: start the server with '--cors ORIGIN' to let them.");
    }

    private bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0) return IsSame(origin, request.Host) || settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
        // Without an origin come programs, and a browser's own navigations; an image or script on a foreign page does not.
        return request.Headers["Sec-Fetch-Site"] != "cross-site" || request.Headers["Sec-Fetch-Mode"] == "navigate";
    }

    private static bool IsSame(string origin, HostString host)
        => Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme is "http" or "https" && host.HasValue && string.Equals(from.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
