using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ActorGraph.Api.Http;

/// <summary>Where the server listens.</summary>
internal sealed class ListeningAddresses(IServer server)
{
    private readonly Lazy<bool> areLocal = new(() => server.Features.Get<IServerAddressesFeature>()?.Addresses.All(address => IsLoopback(BindingAddress.Parse(address).Host)) ?? false);

    /// <summary>Whether nobody but this machine can reach it. Known once the server has started.</summary>
    public bool AreLocal => areLocal.Value;

    public static bool IsLoopback(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
