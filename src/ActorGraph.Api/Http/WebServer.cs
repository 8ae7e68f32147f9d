using System.IO.Compression;
using ActorGraph.Api.Access;
using ActorGraph.Api.GraphQl;
using ActorGraph.Graph;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;

namespace ActorGraph.Api.Http;

/// <summary>The web server: the GraphQL endpoint and the pages, with their limits and headers.</summary>
internal static class WebServer
{
    public static WebApplication Create(IGraphDatabase database, ServeSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.WriterRequestBytes;
        });
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Log(builder.Logging, settings.Log);
        Telemetry.Add(builder);
        AddServices(builder.Services, settings);
        builder.Services.AddActorGraphQl(database, settings.Introspection);
        var application = builder.Build();
        application.UseMiddleware<RequestLog>();
        application.Use(Guarded);
        application.UseMiddleware<HostGuard>();
        application.UseMiddleware<OriginGuard>();
        application.UseCors();
        application.UseResponseCompression();
        application.UseWebSockets(new() { KeepAliveInterval = Limits.KeepAlive, KeepAliveTimeout = Limits.KeepAlive });
        application.UseRouting();
        Map(application);
        return application;
    }

    /// <summary>Where it listens, once started: a port 0 has become a real one.</summary>
    public static IReadOnlyList<string> Addresses(WebApplication application)
        => application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToList() ?? [];

    private static void Log(ILoggingBuilder logging, LogStyle style)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        if (style != LogStyle.Warnings) logging.AddFilter(typeof(RequestLog).FullName, LogLevel.Information);
        if (style == LogStyle.Json) logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        else logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services, ServeSettings settings)
    {
        services.AddRouting();
        services.AddSingleton(settings).AddSingleton(settings.Tokens).AddSingleton(settings.Documents).AddSingleton(RateLimits.Create(settings));
        services.AddSingleton<Questions>().AddSingleton<ListeningAddresses>().AddSingleton<Doorkeeper>().AddSingleton<SubscriptionSeats>();
        services.AddSingleton<Pages>().AddSingleton<SchemaText>().AddSingleton<GraphQlEndpoint>().AddSingleton<EventStream>().AddSingleton<GraphQlSocket>().AddSingleton<Readiness>();
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins([.. settings.Origins]).WithMethods("GET", "POST")
            .WithHeaders("Accept", "Authorization", "Content-Type", "If-None-Match", RequestLog.Header).WithExposedHeaders("ETag", "Retry-After", RequestLog.Header)));
        // Events are sent one by one, so they are left out.
        services.AddResponseCompression(compression => compression.MimeTypes = [Negotiation.Json, Negotiation.ResponseJson, "text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml"]);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }

    private static void Map(WebApplication application)
    {
        var pages = application.Services.GetRequiredService<Pages>();
        var entrance = ActivatorUtilities.CreateInstance<GraphQlEntrance>(application.Services);
        application.Map("/graphql", http => Pages.WantsPage(http.Request) ? pages.GraphQlAsync(http) : entrance.HandleAsync(http));
        application.MapGet("/graphql/schema.graphql", application.Services.GetRequiredService<SchemaText>().SendAsync);
        var introspection = application.Services.GetRequiredService<ServeSettings>().Introspection;
        application.MapMethods("/graphql/bcp-config.json", ["GET", "HEAD"], http => pages.IdeConfigurationAsync(http, introspection));
        application.MapMethods("/graphql/{**file}", ["GET", "HEAD"], (HttpContext http, string file) => pages.IdeAsync(http, file));
        application.MapGet("/health", Readiness.HealthAsync);
        application.MapGet("/ready", application.Services.GetRequiredService<Readiness>().ReadyAsync);
        application.MapGet("/", http => pages.OwnAsync(http, "index.html"));
        application.MapGet("/{file}", (HttpContext http, string file) => pages.OwnAsync(http, file));
    }

    /// <summary>Headers of every answer, and one calm answer to what nobody foresaw.</summary>
    private static async Task Guarded(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (BadHttpRequestException wrong) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = wrong.StatusCode;
            await http.Response.WriteAsync("The request cannot be read.\n", CancellationToken.None);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("ActorGraph.Http").LogError(failure, "Request failed, id {Id}.", http.TraceIdentifier);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync($"Internal error; the log tells more under the id {http.TraceIdentifier}.\n", CancellationToken.None);
        }
    }
}
