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

    /// <summary>A server that knows the manifest lists what it speaks instead of choosing; more lines than this are no list.</summary>
    private const int MostOffers = 64;

    private static ReadOnlySpan<byte> Preamble => [0x60, 0x60, 0xB0, 0x17];

    private static ReadOnlySpan<byte> Manifest => [0x00, 0x00, 0x01, 0xFF];

    // Version 5.8 and the eight below it, for servers without a manifest; the other two proposals stay empty.
    private static ReadOnlySpan<byte> Proposal => [0x00, Newest, Newest, 0x05];

    /// <exception cref="GraphException">Nobody answers there, or what answers is not a Neo4j this client can speak with.</exception>
    public static async Task<(Stream Stream, Socket Socket, BoltVersion Version)> DialAsync(BoltAddress address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(address.Host, address.Port), cancellation);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            stream = await ProtectAsync(new NetworkStream(socket, ownsSocket: true), address, cancellation);
            return (stream, socket, await AgreeAsync(stream, address, cancellation));
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
        Manifest.CopyTo(handshake.AsSpan(4));
        Proposal.CopyTo(handshake.AsSpan(8));
        await stream.WriteAsync(handshake, cancellation);
        await stream.FlushAsync(cancellation);
        var answer = await ReadAsync(stream, 4, address, cancellation);
        if (answer is [0, 0, <= Newest and var minor, 5]) return new BoltVersion(5, minor);
        if (answer.AsSpan().SequenceEqual(Manifest)) return await ChooseAsync(stream, address, cancellation);
        throw new GraphException(ErrorCodes.ProtocolError, BinaryPrimitives.ReadUInt32BigEndian(answer) switch
        {
            0 => TooOld(address),
            0x48545450 => $"{address.Name} answers in HTTP; Neo4j's Bolt port is 7687 unless configured otherwise.",
            _ => $"{address.Name} does not speak Bolt: it answered {Convert.ToHexString(answer)} to the handshake.",
        });
    }

    /// <summary>The server lists ranges of versions and what else it can do; the newest version that both know is told back, and no capability asked for.</summary>
    private static async Task<BoltVersion> ChooseAsync(Stream stream, BoltAddress address, CancellationToken cancellation)
    {
        var best = -1;
        var offers = await NumberAsync(stream, address, cancellation);
        if (offers > MostOffers) throw new GraphException(ErrorCodes.ProtocolError, $"{address.Name} does not speak Bolt: it offers {offers} versions.");
        for (; offers > 0; offers--)
        {
            // Unused, how many minor versions below, minor, major.
            var offer = await ReadAsync(stream, 4, address, cancellation);
            var (lowest, highest) = (offer[2] - offer[1], Math.Min((int)offer[2], Newest));
            if (offer[3] == 5 && highest >= lowest) best = Math.Max(best, highest);
        }

        await NumberAsync(stream, address, cancellation);
        if (best < 0) throw new GraphException(ErrorCodes.ProtocolError, TooOld(address));
        await stream.WriteAsync(new byte[] { 0, 0, (byte)best, 5, 0 }, cancellation);
        await stream.FlushAsync(cancellation);
        return new BoltVersion(5, best);
    }

    /// <summary>Seven bits a byte, lowest first; the eighth says that more follow.</summary>
    private static async Task<ulong> NumberAsync(Stream stream, BoltAddress address, CancellationToken cancellation)
    {
        var number = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = (await ReadAsync(stream, 1, address, cancellation))[0];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return number;
        }

        throw new GraphException(ErrorCodes.ProtocolError, $"{address.Name} does not speak Bolt: a number of its handshake has no end.");
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count, BoltAddress address, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        if (await stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, cancellation) < count)
        {
            throw Unreachable(address, "the connection was closed during the handshake" + (address.Encryption == Encryption.None ? $"; a server that asks for encryption needs {address.Scheme}+s://" : ""));
        }

        return bytes;
    }

    private static string TooOld(BoltAddress address) => $"{address.Name} speaks none of Bolt 5.0 to 5.{Newest}; Neo4j 5 or newer is needed.";
}
