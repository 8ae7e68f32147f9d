namespace ActorGraph.Api.Http;

/// <summary>
/// A server that listens to this machine alone answers only to names of this machine: else any web page that its user visits could
/// reach it under a name of its own.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, ListeningAddresses listening)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!listening.AreLocal || ListeningAddresses.IsLoopback(http.Request.Host.Host)) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("This server answers to localhost only; start it with --urls to serve others.\n", http.RequestAborted);
    }
}
