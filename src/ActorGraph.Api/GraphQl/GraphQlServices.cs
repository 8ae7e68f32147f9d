using System.Text.Encodings.Web;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Paths;
using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Rules.Custom;

namespace ActorGraph.Api.GraphQl;

/// <summary>Puts the schema, its limits and what answers it together.</summary>
internal static class GraphQlServices
{
    public static IServiceCollection AddActorGraphQl(this IServiceCollection services, IGraphDatabase database)
    {
        var forStrangers = new ReadOnlyDatabase(database);
        services.AddSingleton(new PathFinder(forStrangers, Limits.Paths));
        services.AddSingleton(new Surroundings(forStrangers, Limits.Paths));
        services.AddSingleton(new ActorCatalogue(forStrangers));
        services.AddSingleton(forStrangers);
        services.AddScoped<RequestReads>();
        services.AddGraphQL(graph =>
        {
            graph.AddSchema(_ => Schema(new QueryType()), GraphQL.DI.ServiceLifetime.Singleton)
                .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                .AddErrorInfoProvider(errors => errors.ExposeCodes = false)
                .AddUnhandledExceptionHandler(Tell)
                .WithTimeout(Limits.RequestTime);
            graph.Services.Configure<ComplexityOptions>((complexity, _) => (complexity.MaxDepth, complexity.MaxComplexity) = (Limits.QueryDepth, Limits.QueryComplexity));
            // AddComplexityAnalyzer leaves cached queries out, and their variables may ask for more than the first time.
            graph.AddValidationRule<ComplexityValidationRule>(useForCachedDocuments: true);
            graph.Services.Register<IDocumentBuilder>(new BoundedDocumentBuilder());
            graph.ConfigureExecution<QueryCache>();
        });
        return services;
    }

    /// <summary>A schema ready for use; introspection costs nothing, or the limit on complexity would lock every IDE out.</summary>
    public static ISchema Schema(IObjectGraphType query)
    {
        var schema = new Schema { Query = query, Description = "ActorGraph: who is connected to whom, each step with the sentence it rests on." };
        schema.RegisterTypes(typeof(ActorType), typeof(MeetingType), typeof(RelationshipType), typeof(DocumentType), typeof(ArticleType), typeof(SightingType));
        schema.Initialize();
        schema.WithIntrospectionComplexityImpact(0);
        return schema;
    }

    /// <summary>Users read what they can change, and of the rest an id that stands in the log.</summary>
    private static void Tell(UnhandledExceptionContext context)
    {
        if (context.OriginalException is GraphException { IsUsersFault: true } fault)
        {
            context.Exception = new ExecutionError(fault.Message) { Code = fault.Code };
            return;
        }

        var id = Guid.NewGuid().ToString("N")[..12];
        var services = context.FieldContext?.RequestServices ?? context.ExecutionOptions?.RequestServices;
        services?.GetService<ILoggerFactory>()?.CreateLogger("ActorGraph.GraphQl").LogError(context.OriginalException, "Request failed, id {Id}.", id);
        context.Exception = context.OriginalException is GraphException world
            ? new ExecutionError($"The database failed: {world.Message}") { Code = FailureCodes.ServiceUnavailable, Extensions = new Dictionary<string, object?> { ["retryable"] = world.IsRetryable, ["id"] = id } }
            : new ExecutionError($"Internal error; the log tells more under the id {id}.") { Code = FailureCodes.InternalError };
    }
}

/// <summary>Codes of errors that decide the status of the answer.</summary>
internal static class FailureCodes
{
    public const string ServiceUnavailable = "SERVICE_UNAVAILABLE";
    public const string InternalError = "INTERNAL_ERROR";
    public const string Timeout = "TIMEOUT";
    public const string ReadOnly = "READ_ONLY";
}
