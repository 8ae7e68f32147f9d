using ActorGraph.Api.Access;

namespace ActorGraph.Api.Http;

/// <summary>
/// Gives each request an id that the answer, its errors and the log carry, and writes one line a request. What was asked is never written: it may name people.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    public const string Header = "X-Request-Id";
    private const int LongestId = 64;

    public async Task InvokeAsync(HttpContext http)
    {
        http.TraceIdentifier = Given(http.Request.Headers[Header].ToString()) ?? Guid.NewGuid().ToString("N")[..12];
        http.Response.Headers[Header] = http.TraceIdentifier;
        var began = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            Write(log, http.TraceIdentifier, http.Request.Method, http.Request.Path, http.Response.StatusCode, (long)clock.GetElapsedTime(began).TotalMilliseconds, http.Features.Get<Caller>()?.Name ?? "-");
        }
    }

    /// <summary>A caller's own id, where it can stand in a log.</summary>
    private static string? Given(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? id : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Id} {Method} {Path} {Status} {Milliseconds} ms {Caller}")]
    private static partial void Write(ILogger log, string id, string method, string path, int status, long milliseconds, string caller);
}
