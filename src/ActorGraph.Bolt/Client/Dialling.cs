using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>From an address to a stream on which both sides agreed to speak one version of Bolt.</summary>
internal static class Dialling
{
    private const int Newest = 8;

    private static ReadOnlySpan<byte> Preamble => [0x60, 0x60, 0xB0, 0x17];

    // Version 5.8 and the eight below it; the other three proposals stay empty.
    private static ReadOnlySpan<byte> Proposal => [0x00, Newest, Newest, 0x05];

    /// <exception cref="GraphException">Nobody answers there, or what answers is not a Neo4j this client can speak with.</exception>
    public static async Task<(Stream Stream, BoltVersion Version)> DialAsync(BoltAddress address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(address.Host, address.Port), cancellation);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            stream = await ProtectAsync(new NetworkStream(socket, ownsSocket: true), address, cancellation);
            return (stream, await AgreeAsync(stream, address, cancellation));
        }
        catch (Exception cause)
        {
            if (stream is not null) await stream.DisposeAsync();
            socket.Dispose();
            throw cause switch
            {
                SocketException => Unreachable(address, cause.Message, cause),
                AuthenticationException => Unreachable(address, $"its certificate was not accepted ({cause.Message})", cause),
                IOException => Unreachable(address, $"the connection broke while it was being made ({cause.Message})", cause),
                _ => cause,
            };
        }
    }

    public static GraphException Unreachable(BoltAddress address, string reason, Exception? cause = null) => new(ErrorCodes.ServiceUnavailable,
        $"{address.Name} cannot be reached: {reason.TrimEnd('.')}. Is Neo4j running there? Its Bolt port is 7687 unless configured otherwise.", cause: cause);

    private static async Task<Stream> ProtectAsync(NetworkStream plain, BoltAddress address, CancellationToken cancellation)
    {
        if (address.Encryption == Encryption.None) return plain;
        var secured = new SslStream(plain);
        try
        {
            await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = address.Host,
                RemoteCertificateValidationCallback = address.Encryption == Encryption.AnyCertificate ? (_, _, _, _) => true : null,
            }, cancellation);
            return secured;
        }
        catch
        {
            await secured.DisposeAsync();
            throw;
        }
    }

    private static async Task<BoltVersion> AgreeAsync(Stream stream, BoltAddress address, CancellationToken cancellation)
    {
        var handshake = new byte[20];
        Preamble.CopyTo(handshake);
        Proposal.CopyTo(handshake.AsSpan(4));
        await stream.WriteAsync(handshake, cancellation);
        await stream.FlushAsync(cancellation);
        var answer = new byte[4];
        if (await stream.ReadAtLeastAsync(answer, 4, throwOnEndOfStream: false, cancellation) < 4)
        {
            throw Unreachable(address, "the connection was closed during the handshake" + (address.Encryption == Encryption.None ? "; a server that asks for encryption needs bolt+s://" : ""));
        }

        if (answer is [0, 0, <= Newest and var minor, 5]) return new BoltVersion(5, minor);
        throw new GraphException(ErrorCodes.ProtocolError, BinaryPrimitives.ReadUInt32BigEndian(answer) switch
        {
            0 => $"{address.Name} speaks none of Bolt 5.0 to 5.{Newest}; Neo4j 5 or newer is needed.",
            0x48545450 => $"{address.Name} answers in HTTP; Neo4j's Bolt port is 7687 unless configured otherwise.",
            _ => $"{address.Name} does not speak Bolt: it answered {Convert.ToHexString(answer)} to the handshake.",
        });
    }
}
