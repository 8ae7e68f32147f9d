using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ActorGraph.Api.Http;

/// <summary>
/// A server that listens to this machine alone answers only to names of this machine: else any web page that its user visits could
/// reach it under a name of its own.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, IServer server)
{
    private readonly Lazy<bool> isLocalOnly = new(() => server.Features.Get<IServerAddressesFeature>()?.Addresses.All(address => IsLoopback(BindingAddress.Parse(address).Host)) ?? false);

    public Task InvokeAsync(HttpContext http)
    {
        if (!isLocalOnly.Value || IsLoopback(http.Request.Host.Host)) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("This server answers to localhost only; start it with --urls to serve others.\n", http.RequestAborted);
    }

    private static bool IsLoopback(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
