using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests;

/// <summary>Tests that run alone: their server within the test has to answer at once, whatever else is tested.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>Traces and metrics as a collector gets them.</summary>
[Collection("Alone")]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_go_where_OpenTelemetry_is_told_and_never_say_what_was_asked()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        using var collector = new HttpListener();
        var address = Listen(collector);
        _ = CollectAsync(collector, received);
        await using var server = await OwnServer.StartAsync(_ => ["--no-seeds"], new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_SERVICE_NAME"] = "graph-of-a-test",
        });
        // A client that follows its own requests may tell the server not to follow them; this one tells nothing.
        using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = server.Client.BaseAddress };
        using var response = await client.PostAsJsonAsync("/graphql", new { query = "{ search(text: \"Zaphod\") { name } }" });
        await client.GetAsync("/graphql?query={search(text:\"Zaphod\"){nothing}}");
        var id = response.Headers.GetValues("X-Request-Id").Single();
        var complaints = await server.StopAsync();
        Assert.True(received.Any(sent => sent.Path == "/v1/traces"), $"No traces came, only {string.Join(", ", received.Select(sent => sent.Path))}; the server, exit code {server.Process.ExitCode}, said: {complaints}");
        var traces = string.Concat(received.Where(sent => sent.Path == "/v1/traces").Select(sent => sent.Body));
        foreach (var expected in (string[])["graph-of-a-test", "graphql query", "POST /graphql", id, "FIELDS_ON_CORRECT_TYPE"]) Assert.Contains(expected, traces);
        var metrics = string.Concat(received.Where(sent => sent.Path == "/v1/metrics").Select(sent => sent.Body));
        foreach (var expected in (string[])["actorgraph.operation.duration", "actorgraph.operation.errors", "http.server.request.duration"]) Assert.Contains(expected, metrics);
        Assert.DoesNotContain("Zaphod", traces + metrics);
    }

    [Fact]
    public async Task A_collector_that_is_no_address_is_told_at_once()
    {
        using var folder = new TemporaryFolder();
        using var process = ActorGraphProgram.Start(folder.Data, new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "nowhere" }, "serve", "--no-seeds", "--urls", "http://127.0.0.1:0");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal((2, true), (process.ExitCode, error.Contains("OTEL_EXPORTER_OTLP_ENDPOINT is 'nowhere'", StringComparison.Ordinal)));
    }

    /// <summary>On a port that is free.</summary>
    private static string Listen(HttpListener collector)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        collector.Prefixes.Add(address);
        collector.Start();
        return address;
    }

    private static async Task CollectAsync(HttpListener collector, ConcurrentQueue<(string, string)> received)
    {
        try
        {
            while (true)
            {
                var context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }
}
