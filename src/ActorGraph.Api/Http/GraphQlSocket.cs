using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.RateLimiting;
using ActorGraph.Api.Access;
using ActorGraph.Api.GraphQl;
using GraphQL;
using GraphQL.Transport;

namespace ActorGraph.Api.Http;

/// <summary>The protocol graphql-transport-ws: any number of operations over one WebSocket.</summary>
internal sealed class GraphQlSocket(Questions questions, IGraphQLTextSerializer serializer, SubscriptionSeats seats, Doorkeeper door, PartitionedRateLimiter<HttpContext> rate, IHostApplicationLifetime life)
{
    private const string Protocol = "graphql-transport-ws";

    private readonly Questions questions = questions;
    private readonly IGraphQLTextSerializer serializer = serializer;
    private readonly SubscriptionSeats seats = seats;
    private readonly Doorkeeper door = door;
    private readonly PartitionedRateLimiter<HttpContext> rate = rate;

    public async Task HandleAsync(HttpContext http)
    {
        var speaks = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(speaks ? Protocol : null);
        using var messages = new SocketMessages(socket, serializer, http.RequestAborted);
        if (!speaks)
        {
            await messages.CloseAsync(SocketFault.WrongProtocol, "Subprotocol not acceptable: speak " + Protocol);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var connection = new Connection(this, http, messages, stop);
        var (code, reason) = await connection.RunAsync();
        await stop.CancelAsync();
        await messages.CloseAsync(code, reason);
        await connection.EndedAsync();
    }

    private sealed class Connection(GraphQlSocket server, HttpContext http, SocketMessages messages, CancellationTokenSource stop)
    {
        private readonly ConcurrentDictionary<string, CancellationTokenSource> operations = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<Task, byte> running = new();
        private Caller? caller;

        /// <returns>How the connection is to be closed.</returns>
        public async Task<(int Code, string Reason)> RunAsync()
        {
            try
            {
                if (!await GreetAsync()) return ((int)WebSocketCloseStatus.NormalClosure, "");
                while (await messages.ReceiveAsync(stop.Token) is { } message) await HandleAsync(message);
                return ((int)WebSocketCloseStatus.NormalClosure, "");
            }
            catch (SocketFault fault)
            {
                return (fault.Code, fault.Message);
            }
            catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
            {
                return ((int)WebSocketCloseStatus.EndpointUnavailable, "The server stops");
            }
        }

        public Task EndedAsync() => Task.WhenAll(running.Keys);

        /// <summary>The first message that is no ping says who is there.</summary>
        private async Task<bool> GreetAsync()
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            patience.CancelAfter(Limits.SocketGreeting);
            try
            {
                while (await messages.ReceiveAsync(patience.Token) is { } message)
                {
                    if (message.Type is "ping" or "pong") await AnswerPingAsync(message);
                    else if (message.Type != "connection_init") throw new SocketFault(SocketFault.Unauthorized, "Unauthorized");
                    else
                    {
                        caller = server.door.Admit(http) ?? (TokenIn(message) is { } token ? server.door.Admit(token) : null) ?? throw new SocketFault(SocketFault.Forbidden, "Forbidden");
                        await messages.SendAsync(new() { Type = "connection_ack" }, stop.Token);
                        return true;
                    }
                }

                return false;
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new SocketFault(SocketFault.Late, "Connection initialisation timeout");
            }
        }

        private async Task HandleAsync(OperationMessage message)
        {
            switch (message.Type)
            {
                case "ping" or "pong":
                    await AnswerPingAsync(message);
                    break;
                case "subscribe":
                    Begin(message);
                    break;
                case "complete" when message.Id is { } id:
                    if (operations.TryRemove(id, out var operation)) await operation.CancelAsync();
                    break;
                case "connection_init":
                    throw new SocketFault(SocketFault.TooMany, "Too many initialisation requests");
                default:
                    throw new SocketFault(SocketFault.Bad, "Unknown message type, or no id");
            }
        }

        private Task AnswerPingAsync(OperationMessage message) => message.Type == "ping" ? messages.SendAsync(new() { Type = "pong", Payload = message.Payload }, stop.Token) : Task.CompletedTask;

        private void Begin(OperationMessage message)
        {
            if (message.Id is not { Length: > 0 and <= 200 } id) throw new SocketFault(SocketFault.Bad, "A subscription has an id");
            GraphQLRequest? request;
            try
            {
                request = server.serializer.ReadNode<GraphQLRequest>(message.Payload);
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NotSupportedException or FormatException)
            {
                throw new SocketFault(SocketFault.Bad, "The payload is no question");
            }

            if (operations.Count >= Limits.SocketOperations) throw new SocketFault(SocketFault.TooMany, $"At most {Limits.SocketOperations} operations at a time");
            var operation = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            if (!operations.TryAdd(id, operation)) throw new SocketFault(SocketFault.SameId, $"Subscriber for {id} already exists");
            var task = RunAsync(id, request, operation);
            running[task] = 0;
            _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
        }

        private async Task RunAsync(string id, GraphQLRequest? request, CancellationTokenSource operation)
        {
            try
            {
                using var lease = server.rate.AttemptAcquire(http);
                var result = lease.IsAcquired
                    ? await server.questions.AskAsync(request, new Asker(caller!, isGet: false, takesEvents: true, http.TraceIdentifier), http.RequestServices, operation.Token)
                    : new ExecutionResult { Errors = [new ExecutionError(RateLimits.Refusal) { Code = FailureCodes.RateLimited }] };
                await TellAsync(id, result, operation.Token);
                if (operations.TryRemove(new(id, operation)) && result is { Executed: true } or { Streams: not null }) await messages.SendAsync(new() { Type = "complete", Id = id }, stop.Token);
            }
            catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
            {
                // The caller completed it, or has left.
            }
            finally
            {
                operations.TryRemove(new(id, operation));
                operation.Dispose();
            }
        }

        private async Task TellAsync(string id, ExecutionResult result, CancellationToken cancellation)
        {
            if (result.Streams is null)
            {
                if (result.Executed) await NextAsync(result);
                else await messages.SendAsync(new() { Type = "error", Id = id, Payload = result.Errors }, stop.Token);
                return;
            }

            using var stream = ResultStream.Open(result, server.seats);
            if (stream is null) await NextAsync(ResultStream.Full);
            else
            {
                while (await stream.NextAsync(cancellation) is { } next) await NextAsync(next);
            }

            // A send that is broken off would break the whole connection.
            Task NextAsync(ExecutionResult next) => messages.SendAsync(new() { Type = "next", Id = id, Payload = next }, stop.Token);
        }

        /// <summary>Browsers cannot set headers on a WebSocket, so the greeting may carry the token: {"Authorization": "Bearer …"} or {"token": "…"}.</summary>
        private string? TokenIn(OperationMessage greeting)
        {
            if (greeting.Payload is not System.Text.Json.JsonElement { ValueKind: JsonValueKind.Object }) return null;
            var text = server.serializer.ReadNode<Inputs>(greeting.Payload)?.FirstOrDefault(pair => pair.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase) || pair.Key == "token").Value as string;
            return text?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? text[7..].Trim() : text;
        }
    }
}
