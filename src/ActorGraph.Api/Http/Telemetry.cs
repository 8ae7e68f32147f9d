using System.Diagnostics;
using System.Diagnostics.Metrics;
using ActorGraph.Api.GraphQl;
using GraphQL;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ActorGraph.Api.Http;

/// <summary>
/// Traces and metrics of requests and operations, for whoever listens. They are sent over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says whereto, as the other
/// variables of OpenTelemetry say. What was asked is no part of them: it may name people.
/// </summary>
internal static class Telemetry
{
    public const string Name = "ActorGraph";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("actorgraph.operation.duration", "s", "How long GraphQL operations took.");
    private static readonly Counter<long> Faults = Meter.CreateCounter<long>("actorgraph.operation.errors", "{error}", "Errors of GraphQL operations by their code.");
    private static readonly UpDownCounter<int> Subscribers = Meter.CreateUpDownCounter<int>("actorgraph.subscriptions", "{subscription}", "Subscriptions that are open.");

    public static void Add(WebApplicationBuilder builder)
    {
        var given = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value);
        if (string.IsNullOrEmpty(given.GetValueOrDefault(Endpoint))) return;
        if (!Uri.TryCreate(given[Endpoint], UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) throw new InputException($"{Endpoint} is '{given[Endpoint]}'; write http://HOST:4317, or leave it out.");
        builder.Configuration.AddInMemoryCollection(given.Where(pair => pair.Key.StartsWith("OTEL_", StringComparison.Ordinal)));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(given.GetValueOrDefault("OTEL_SERVICE_NAME") ?? "actorgraph", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces.AddSource(Name).AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(Name).AddAspNetCoreInstrumentation().AddMeter("System.Runtime"))
            .UseOtlpExporter();
    }

    /// <summary>Follows one operation from its text to its result.</summary>
    public static async Task<ExecutionResult> FollowAsync(Asker asker, TimeProvider clock, Func<Task<ExecutionResult>> ask)
    {
        using var span = Spans.StartActivity("graphql");
        var began = clock.GetTimestamp();
        var result = await ask();
        var operation = result.Operation?.Operation.ToString().ToLowerInvariant() ?? "none";
        Durations.Record(clock.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("graphql.operation.type", operation));
        foreach (var error in result.Errors ?? []) Faults.Add(1, new KeyValuePair<string, object?>("code", error.Code));
        if (span is null) return result;
        span.DisplayName = "graphql " + operation;
        span.SetTag("graphql.operation.type", operation).SetTag("actorgraph.request", asker.RequestId).SetTag("actorgraph.caller", asker.Name);
        if (result.Errors is [{ Code: var code }, ..]) span.SetStatus(ActivityStatusCode.Error, code);
        return result;
    }

    /// <summary>Sends what has not been sent yet: disposing alone gives a busy machine little time for it.</summary>
    public static void Flush(IServiceProvider services)
    {
        var most = (int)Limits.Flushing.TotalMilliseconds;
        services.GetService<TracerProvider>()?.ForceFlush(most);
        services.GetService<MeterProvider>()?.ForceFlush(most);
    }

    public static void Subscribed(int more) => Subscribers.Add(more);
}
