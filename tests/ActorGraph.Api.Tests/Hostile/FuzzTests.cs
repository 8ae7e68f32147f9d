using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;
using Xunit.Abstractions;

namespace ActorGraph.Api.Tests.Hostile;

/// <summary>Whatever is sent, the server answers with what is wrong, and goes on.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Usual = 2_000;
    private const int AtOnce = 4;

    /// <summary>Far beyond the server's own limit on a request: what takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>ACTORGRAPH_FUZZ says how many requests, ACTORGRAPH_FUZZ_SEED where they begin.</summary>
    [SkippableFact]
    public async Task No_request_fails_hangs_or_shows_what_is_inside()
    {
        Need.Time();
        var (most, seed) = (Number("ACTORGRAPH_FUZZ", Usual), Number("ACTORGRAPH_FUZZ_SEED", 1));
        await using var server = await OwnServer.StartAsync();
        server.Client.Timeout = Patience;
        var (statuses, faults, asked, answered) = (new ConcurrentDictionary<int, int>(), new ConcurrentQueue<string>(), 0, 0);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async part =>
        {
            var requests = new RandomRequests(seed * AtOnce + part);
            while (Interlocked.Increment(ref asked) <= most && faults.IsEmpty)
            {
                var next = requests.Next();
                var (status, isAnswered, fault) = await SendAsync(server.Client, next);
                if (isAnswered) Interlocked.Increment(ref answered);
                statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
                if (fault is not null) faults.Enqueue($"{fault}\n{next.Method} {next.Path}\nAccept: {next.Accept}\nContent-Type: {next.Type}\n{(next.Body is null ? "" : Encoding.UTF8.GetString(next.Body))}");
            }
        }));
        output.WriteLine($"{answered} answered without a fault; statuses " + string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}")));
        Assert.True(faults.IsEmpty, faults.FirstOrDefault());
        // Most are refused early; enough reach what is behind.
        Assert.True(answered > most / 10, $"only {answered} of {most} were answered");
        Assert.Equal("alive\n", await server.Client.GetStringAsync("/health"));
        Assert.False(server.Process.HasExited);
        Assert.DoesNotContain("Request failed", await server.StopAsync());
    }

    private static async Task<(int Status, bool IsAnswered, string? Fault)> SendAsync(HttpClient client, (string Method, string Path, string? Accept, string? Type, byte[]? Body) next)
    {
        var request = new HttpRequestMessage(new HttpMethod(next.Method), next.Path);
        if (next.Body is not null) request.Content = new ByteArrayContent(next.Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(next.Type!) } };
        if (next.Accept is not null) request.Headers.TryAddWithoutValidation("Accept", next.Accept);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var status = (int)response.StatusCode;
        // A subscription goes on; that it began is the answer.
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream") return (status, true, status == 200 ? null : "status of a stream: " + status);
        var text = await response.Content.ReadAsStringAsync();
        // On a busy machine a question may take longer than it is allowed to; that it is ended then is right.
        if (status is >= 500 && !text.Contains("\"TIMEOUT\"", StringComparison.Ordinal)) return (status, false, $"status {status}: {text}");
        if (text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal) || text.Contains("INTERNAL_ERROR", StringComparison.Ordinal)) return (status, false, "shows what is inside: " + text);
        if (next.Method is "HEAD" or "OPTIONS" || text.Length == 0) return (status, false, text.Length > 0 || next.Method is "HEAD" or "OPTIONS" || status == 304 ? null : $"no answer, status {status}");
        // Who takes a page and asks nothing gets one.
        if (next is { Method: "GET", Accept: "text/html;level=1" } && response.Content.Headers.ContentType?.MediaType == "text/html") return (status, false, next.Path.StartsWith("/graphql?query=", StringComparison.Ordinal) ? "a page: " + text : null);
        return (status, !text.Contains("\"errors\":[", StringComparison.Ordinal), IsAnswer(text) ? null : "neither data nor errors: " + text);
    }

    private static bool IsAnswer(string text)
    {
        try
        {
            var answer = JsonDocument.Parse(text).RootElement;
            return answer.TryGetProperty("data", out _) || answer.GetProperty("errors").EnumerateArray().All(error => error.GetProperty("extensions").GetProperty("code").GetString()!.Length > 0);
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static int Number(string variable, int otherwise) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;
}
