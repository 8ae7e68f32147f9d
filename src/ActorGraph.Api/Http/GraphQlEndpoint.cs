using System.Text.Json;
using ActorGraph.Api.GraphQl;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;
using Microsoft.Net.Http.Headers;

namespace ActorGraph.Api.Http;

/// <summary>GraphQL over HTTP: GET and POST, negotiation of the answer's type, and the status that goes with both.</summary>
internal sealed class GraphQlEndpoint(IDocumentExecuter executer, ISchema schema, IGraphQLTextSerializer serializer)
{
    private const string ResponseJson = "application/graphql-response+json";
    private const string Json = "application/json";

    public async Task HandleAsync(HttpContext http)
    {
        if (AnswerType(http.Request) is not { } type)
        {
            await RefuseAsync(http, StatusCodes.Status406NotAcceptable, $"Accept {ResponseJson} or {Json}.", Json);
            return;
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            await RefuseAsync(http, StatusCodes.Status405MethodNotAllowed, "Ask with GET or POST.", type);
            return;
        }

        var isPost = HttpMethods.IsPost(http.Request.Method);
        if (isPost && !IsJson(http.Request))
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, $"Send the question as {Json} in UTF-8.", type);
            return;
        }

        GraphQLRequest? request;
        try
        {
            request = isPost ? await serializer.ReadAsync<GraphQLRequest>(http.Request.Body, http.RequestAborted) : FromQuery(http.Request.Query);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "The question is no JSON object with query, variables and operationName.", type);
            return;
        }

        if (string.IsNullOrEmpty(request?.Query)) await RefuseAsync(http, StatusCodes.Status400BadRequest, "There is no query.", type);
        else await AnswerAsync(http, request, type);
    }

    private async Task AnswerAsync(HttpContext http, GraphQLRequest request, string type)
    {
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema, Query = request.Query, Variables = request.Variables, OperationName = request.OperationName, Extensions = request.Extensions,
            RequestServices = http.RequestServices, CancellationToken = http.RequestAborted,
        });
        var writesByGet = HttpMethods.IsGet(http.Request.Method) && result.Errors?.Any(error => error.Code == FailureCodes.ReadOnly) == true;
        if (writesByGet) http.Response.Headers.Allow = "POST";
        http.Response.StatusCode = writesByGet ? StatusCodes.Status405MethodNotAllowed : StatusOf(result, type);
        http.Response.ContentType = type + "; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private static int StatusOf(ExecutionResult result, string type)
    {
        if (result.Errors?.Any(error => error.Code is FailureCodes.ServiceUnavailable or FailureCodes.Timeout) == true) return StatusCodes.Status503ServiceUnavailable;
        if (result.Errors?.Any(error => error.Code == FailureCodes.InternalError) == true && type == ResponseJson) return StatusCodes.Status500InternalServerError;
        return result.Executed || type == Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    private GraphQLRequest FromQuery(IQueryCollection query) => new()
    {
        Query = query["query"], OperationName = query["operationName"] is [{ Length: > 0 } name] ? name : null,
        Variables = Inputs(query["variables"]), Extensions = Inputs(query["extensions"]),
    };

    private Inputs? Inputs(string? json) => string.IsNullOrEmpty(json) ? null : serializer.Deserialize<Inputs>(json);

    private async Task RefuseAsync(HttpContext http, int status, string message, string type)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type + "; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, new ExecutionResult { Errors = [new ExecutionError(message)] }, http.RequestAborted);
    }

    private static bool IsJson(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The type the caller prefers of the two; JSON where nothing is said, null where neither will do.</summary>
    private static string? AnswerType(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return Json;
        foreach (var accept in accepted.Where(accept => accept.Quality is not 0).OrderByDescending(accept => accept.Quality ?? 1))
        {
            if (accept.MatchesAllTypes) return Json;
            if (accept.MediaType.Equals(ResponseJson, StringComparison.OrdinalIgnoreCase)) return ResponseJson;
            if (accept.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || accept.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)) return Json;
        }

        return null;
    }
}
