using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.Http;

/// <summary><c>/graphql/schema.graphql</c>: what can be asked, as text. It is in the sources too, so it is nobody's secret.</summary>
internal sealed class SchemaText(ISchema schema)
{
    private readonly string text = schema.Print(new() { StringComparison = StringComparison.Ordinal });

    public Task SendAsync(HttpContext http)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
