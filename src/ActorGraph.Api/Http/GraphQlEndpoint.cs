using System.Security.Cryptography;
using System.Text.Json;
using ActorGraph.Api.Access;
using ActorGraph.Api.GraphQl;
using GraphQL;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ActorGraph.Api.Http;

/// <summary>GraphQL over HTTP: GET and POST, negotiation of the answer's type, and the status that goes with both.</summary>
internal sealed class GraphQlEndpoint(Questions questions, IGraphQLTextSerializer serializer, EventStream events)
{
    public async Task HandleAsync(HttpContext http)
    {
        var accepted = Negotiation.Of(http.Request);
        if (accepted.Type is null)
        {
            await RefuseAsync(http, StatusCodes.Status406NotAcceptable, FailureCodes.NotAcceptable, $"Accept {Negotiation.ResponseJson}, {Negotiation.Json} or {Negotiation.Events}.");
            return;
        }

        var isPost = HttpMethods.IsPost(http.Request.Method);
        if (!isPost && !HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            await RefuseAsync(http, StatusCodes.Status405MethodNotAllowed, FailureCodes.MethodNotAllowed, "Ask with GET or POST.");
            return;
        }

        if (isPost && !Negotiation.IsJson(http.Request))
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, FailureCodes.UnsupportedMediaType, $"Send the question as {Negotiation.Json} in UTF-8.");
            return;
        }

        if (await ReadAsync(http, isPost) is { } request) await AnswerAsync(http, request, accepted);
    }

    /// <summary>Refuses in the form that every fault has.</summary>
    public async Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        var type = Negotiation.Of(http.Request).Type is Negotiation.ResponseJson ? Negotiation.ResponseJson : Negotiation.Json;
        http.Response.StatusCode = status;
        http.Response.ContentType = type + "; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, new ExecutionResult { Errors = [new ExecutionError(message) { Code = code }] }, http.RequestAborted);
    }

    /// <returns>Null where it was refused.</returns>
    private async Task<GraphQLRequest?> ReadAsync(HttpContext http, bool isPost)
    {
        var most = Caller.Of(http).Access >= AccessLevel.Write ? Limits.WriterRequestBytes : Limits.RequestBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
        try
        {
            var request = isPost ? await serializer.ReadAsync<GraphQLRequest>(http.Request.Body, http.RequestAborted) : FromQuery(http.Request.Query);
            if (request is not null) return request;
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, FailureCodes.RequestTooLarge, $"The request has more than {most} bytes: ask for less at a time, or store the document and send its id; load long texts with 'actorgraph load'.");
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            // Told below, as a body that holds null is.
        }

        await RefuseAsync(http, StatusCodes.Status400BadRequest, FailureCodes.BadRequest, "The question is no JSON object with query, variables and operationName.");
        return null;
    }

    private async Task AnswerAsync(HttpContext http, GraphQLRequest request, Negotiation accepted)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        var asker = new Asker(Caller.Of(http), isGet, accepted.TakesEvents, http.TraceIdentifier);
        var result = await questions.AskAsync(request, asker, http.RequestServices, http.RequestAborted);
        if (result.Streams is not null || accepted.Type == Negotiation.Events)
        {
            await events.SendAsync(http, result);
            return;
        }

        var type = accepted.Type!;
        var writesByGet = isGet && Has(result, FailureCodes.ReadOnly);
        if (writesByGet) http.Response.Headers.Allow = "POST";
        http.Response.StatusCode = writesByGet ? StatusCodes.Status405MethodNotAllowed : StatusOf(result, type);
        http.Response.ContentType = type + "; charset=utf-8";
        if (isGet && result is { Executed: true, Errors: null or { Count: 0 } }) await SendOnceAsync(http, result);
        else await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    /// <summary>An answer that the caller has already is not sent again.</summary>
    private async Task SendOnceAsync(HttpContext http, ExecutionResult result)
    {
        using var body = new MemoryStream();
        await serializer.WriteAsync(body, result, http.RequestAborted);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)).AsSpan(0, 12))}\"", isWeak: true);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new() { Private = true, NoCache = true };
        http.Response.Headers.Append(HeaderNames.Vary, "Accept, Authorization");
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.ContentType = null;
            return;
        }

        body.Position = 0;
        await body.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static int StatusOf(ExecutionResult result, string type)
    {
        if (Has(result, FailureCodes.NoQuery) || Has(result, FailureCodes.DocumentNotFound) || Has(result, FailureCodes.VariablesTooLarge)) return StatusCodes.Status400BadRequest;
        if (Has(result, FailureCodes.Forbidden)) return StatusCodes.Status403Forbidden;
        if (Has(result, FailureCodes.ServiceUnavailable) || Has(result, FailureCodes.Timeout)) return StatusCodes.Status503ServiceUnavailable;
        if (Has(result, FailureCodes.InternalError) && type == Negotiation.ResponseJson) return StatusCodes.Status500InternalServerError;
        return result.Executed || type == Negotiation.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    private static bool Has(ExecutionResult result, string code) => result.Errors?.Any(error => error.Code == code) == true;

    private GraphQLRequest FromQuery(IQueryCollection query) => new()
    {
        Query = query["query"], OperationName = query["operationName"], DocumentId = query["documentId"],
        Variables = Inputs(query["variables"]), Extensions = Inputs(query["extensions"]),
    };

    private Inputs? Inputs(string? json) => string.IsNullOrEmpty(json) ? null : serializer.Deserialize<Inputs>(json);
}
