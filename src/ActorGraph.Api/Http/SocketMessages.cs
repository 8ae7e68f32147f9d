using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Transport;

namespace ActorGraph.Api.Http;

/// <summary>Whole messages in and out of a WebSocket; one sender at a time.</summary>
internal sealed class SocketMessages(WebSocket socket, IGraphQLTextSerializer serializer, CancellationToken connection) : IDisposable
{
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim sending = new(1);
    private readonly byte[] buffer = new byte[4096];
    private Task<OperationMessage?>? receiving;

    /// <summary>The next message. A wait that is cancelled goes on behind the scenes: a receive broken off would take the connection with it before it is closed in form.</summary>
    /// <returns>Null where the other side has closed.</returns>
    /// <exception cref="SocketFault">It was no message of this protocol.</exception>
    public async Task<OperationMessage?> ReceiveAsync(CancellationToken cancellation)
    {
        var message = receiving ??= ReadAsync();
        try
        {
            return await message.WaitAsync(cancellation);
        }
        finally
        {
            if (message.IsCompleted) receiving = null;
        }
    }

    private async Task<OperationMessage?> ReadAsync()
    {
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), connection);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            if (message.Length + part.Count > Limits.RequestBytes) throw new SocketFault((int)WebSocketCloseStatus.MessageTooBig, $"At most {Limits.RequestBytes} bytes are read");
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return part.MessageType == WebSocketMessageType.Text ? Parsed(message) : throw new SocketFault(SocketFault.Bad, "Send messages as text");
        }
    }

    public async Task SendAsync(OperationMessage message, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(serializer.Serialize(message));
        await sending.WaitAsync(cancellation);
        try
        {
            if (socket.State == WebSocketState.Open) await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            sending.Release();
        }
    }

    public async Task CloseAsync(int code, string reason)
    {
        using var patience = new CancellationTokenSource(Parting);
        try
        {
            await sending.WaitAsync(patience.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, patience.Token);
            // Whoever is told to go reads it before the connection ends.
            while (socket.State == WebSocketState.CloseSent && await ReceiveAsync(patience.Token) is not null) { }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or SocketFault)
        {
            // It has left already, or goes on talking.
        }
    }

    public void Dispose() => sending.Dispose();

    private OperationMessage Parsed(MemoryStream message)
    {
        try
        {
            var read = serializer.Deserialize<OperationMessage>(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length));
            return read is { Type.Length: > 0 } ? read : throw new SocketFault(SocketFault.Bad, "A message has a type");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NotSupportedException or FormatException)
        {
            throw new SocketFault(SocketFault.Bad, "A message is a JSON object with type, id and payload");
        }
    }
}

/// <summary>The other side broke the protocol: the connection ends with this code.</summary>
internal sealed class SocketFault(int code, string reason) : Exception(reason)
{
    public const int Bad = 4400;
    public const int Unauthorized = 4401;
    public const int Forbidden = 4403;
    public const int WrongProtocol = 4406;
    public const int Late = 4408;
    public const int SameId = 4409;
    public const int TooMany = 4429;

    public int Code => code;
}
