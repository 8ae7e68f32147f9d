using System.Text;
using System.Text.Encodings.Web;
using ActorGraph.Knowledge.Paths;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>An answer as the GraphQL field <c>paths</c> has it, every field: the command line and the endpoint cannot differ.</summary>
internal static class PathJson
{
    private static readonly string Everything = Read("path");

    public static async Task<string> OfAsync(PathAnswer answer, CancellationToken cancellation)
    {
        var query = new ObjectGraphType { Name = "Query" };
        query.Field<NonNullGraphType<PathAnswerType>>("paths").Resolve(_ => answer);
        var result = await new DocumentExecuter().ExecuteAsync(new ExecutionOptions
        {
            Schema = GraphQlServices.Schema(query), Query = Everything, CancellationToken = cancellation, ThrowOnUnhandledException = true,
        });
        if (result.Errors is { Count: > 0 } errors) throw errors[0];
        var paths = ((RootExecutionNode)result.Data!).SubFields!.Single();
        var serializer = new GraphQLSerializer(json => (json.WriteIndented, json.Encoder) = (true, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        using var stream = new MemoryStream();
        await serializer.WriteAsync(stream, paths.ToValue(), cancellation);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PathJson).Assembly.GetManifestResourceStream("graphql/" + name)!);
        return reader.ReadToEnd();
    }
}
