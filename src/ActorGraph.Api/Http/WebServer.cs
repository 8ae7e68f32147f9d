using ActorGraph.Api.GraphQl;
using ActorGraph.Graph;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ActorGraph.Api.Http;

/// <summary>The web server: the GraphQL endpoint and the pages, with their limits and headers.</summary>
internal static class WebServer
{
    public static WebApplication Create(IGraphDatabase database, string urls)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.RequestBytes;
        });
        builder.WebHost.UseUrls(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None);
        builder.Services.AddRouting();
        builder.Services.AddSingleton<Pages>();
        builder.Services.AddSingleton<GraphQlEndpoint>();
        builder.Services.AddActorGraphQl(database);
        var application = builder.Build();
        application.UseMiddleware<HostGuard>();
        application.Use(Guarded);
        application.UseRouting();
        Map(application);
        return application;
    }

    /// <summary>Where it listens, once started: a port 0 has become a real one.</summary>
    public static IReadOnlyList<string> Addresses(WebApplication application)
        => application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToList() ?? [];

    private static void Map(WebApplication application)
    {
        var pages = application.Services.GetRequiredService<Pages>();
        var endpoint = application.Services.GetRequiredService<GraphQlEndpoint>();
        application.Map("/graphql", http => Pages.WantsPage(http.Request) ? pages.GraphQlAsync(http) : endpoint.HandleAsync(http));
        application.MapMethods("/graphql/{**file}", ["GET", "HEAD"], (HttpContext http, string file) => pages.IdeAsync(http, file));
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
            await http.Response.WriteAsync(wrong.StatusCode == StatusCodes.Status413PayloadTooLarge ? $"At most {Limits.RequestBytes} bytes are read.\n" : "The request cannot be read.\n", CancellationToken.None);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("ActorGraph.Http").LogError(failure, "Request failed, id {Id}.", http.TraceIdentifier);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync($"Internal error; the log tells more under the id {http.TraceIdentifier}.\n", CancellationToken.None);
        }
    }
}
