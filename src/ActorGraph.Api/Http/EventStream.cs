using System.Text;
using GraphQL;

namespace ActorGraph.Api.Http;

/// <summary>Results as server-sent events, the "distinct connections mode" of GraphQL over SSE: an event "next" each, then "complete".</summary>
internal sealed class EventStream(IGraphQLTextSerializer serializer, SubscriptionSeats seats, IHostApplicationLifetime life, TimeProvider clock)
{
    private static readonly byte[] SignOfLife = ":\n\n"u8.ToArray();
    private static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();

    public async Task SendAsync(HttpContext http, ExecutionResult result)
    {
        using var stream = result.Streams is null ? null : ResultStream.Open(result, seats);
        http.Response.ContentType = Negotiation.Events + "; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache, no-transform";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        if (stream is null) await WriteAsync(http, result.Streams is null ? result : ResultStream.Full);
        else await FollowAsync(http, stream);
        if (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(Complete, http.RequestAborted);
    }

    /// <summary>Until the stream, the caller or the server ends.</summary>
    private async Task FollowAsync(HttpContext http, ResultStream stream)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        await WriteAsync(http, SignOfLife);
        try
        {
            while (true)
            {
                var next = stream.NextAsync(stop.Token).AsTask();
                while (!next.IsCompleted)
                {
                    try
                    {
                        await next.WaitAsync(Limits.KeepAlive, clock, stop.Token);
                    }
                    catch (TimeoutException)
                    {
                        await WriteAsync(http, SignOfLife);
                    }
                }

                if (await next is not { } result) return;
                await WriteAsync(http, result);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to the caller by the event "complete", where it still listens.
        }
    }

    private Task WriteAsync(HttpContext http, ExecutionResult result) => WriteAsync(http, Encoding.UTF8.GetBytes($"event: next\ndata: {serializer.Serialize(result)}\n\n"));

    private static async Task WriteAsync(HttpContext http, byte[] bytes)
    {
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
