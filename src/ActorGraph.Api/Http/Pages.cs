using System.Text.Json.Nodes;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace ActorGraph.Api.Http;

/// <summary>What a browser sees: our own page at <c>/</c>, and at <c>/graphql/</c> Banana Cake Pop where the build brought it, else our own page.</summary>
internal sealed class Pages
{
    private const string OwnPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The IDE compiles schemas with eval and styles its elements; it reaches this server and no other.</summary>
    private const string IdePolicy = "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self' blob:; frame-ancestors 'none'";

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly IFileProvider own = (IFileProvider?)Files("wwwroot") ?? new NullFileProvider();
    private readonly PhysicalFileProvider? ide = Files("ide");

    public bool HasIde => ide is not null;

    /// <summary>Whether this is a browser that wants a page, and no program that asks.</summary>
    public static bool WantsPage(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Query.ContainsKey("query") && !request.Query.ContainsKey("documentId")
        && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    public Task OwnAsync(HttpContext http, string file) => SendAsync(http, own, file, OwnPolicy);

    public async Task GraphQlAsync(HttpContext http)
    {
        if (ide is null) await OwnAsync(http, "index.html");
        // The IDE's files stand relative to the folder.
        else if (!http.Request.Path.Value!.EndsWith('/')) http.Response.Redirect("/graphql/");
        else await SendAsync(http, ide, "index.html", IdePolicy);
    }

    public Task IdeAsync(HttpContext http, string file)
    {
        if (ide is not null) return SendAsync(http, ide, file, IdePolicy);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The IDE's settings, and what a new document in it begins with. Without introspection it reads the schema as text, and wants the whole address.</summary>
    public async Task IdeConfigurationAsync(HttpContext http, bool introspection)
    {
        if (ide is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var configuration = JsonNode.Parse(await TextAsync(ide, "bcp-config.json", http.RequestAborted))!;
        configuration["graphQLDocument"] = await TextAsync(ide, "opening.graphql", http.RequestAborted);
        if (!introspection) configuration["sdlEndpoint"] = $"{http.Request.Scheme}://{http.Request.Host}/graphql/schema.graphql";
        http.Response.Headers.CacheControl = "no-cache";
        await http.Response.WriteAsJsonAsync(configuration, http.RequestAborted);
    }

    private static async Task<string> TextAsync(PhysicalFileProvider files, string file, CancellationToken cancellation)
    {
        using var text = new StreamReader(files.GetFileInfo(file).CreateReadStream());
        return await text.ReadToEndAsync(cancellation);
    }

    private static async Task SendAsync(HttpContext http, IFileProvider files, string file, string policy)
    {
        var found = files.GetFileInfo(file);
        if (!found.Exists)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "no-cache";
        http.Response.ContentType = Types.TryGetContentType(file, out var type) ? (type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type) : "application/octet-stream";
        http.Response.ContentLength = found.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.SendFileAsync(found, http.RequestAborted);
    }

    /// <summary>A folder of pages beside the program, null where the build brought none.</summary>
    private static PhysicalFileProvider? Files(string folder)
        => Path.Combine(AppContext.BaseDirectory, folder) is var path && File.Exists(Path.Combine(path, "index.html")) ? new(path) : null;
}
