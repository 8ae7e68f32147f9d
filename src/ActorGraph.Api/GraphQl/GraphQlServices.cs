using System.Text.Encodings.Web;
using ActorGraph.Api.Live;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Paths;
using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Rules.Custom;

namespace ActorGraph.Api.GraphQl;

/// <summary>Puts the schema, its limits and what answers it together.</summary>
internal static class GraphQlServices
{
    public static IServiceCollection AddActorGraphQl(this IServiceCollection services, IGraphDatabase database, bool introspection = true)
    {
        var forStrangers = new ReadOnlyDatabase(database);
        services.AddSingleton(new PathFinder(forStrangers, Limits.Paths));
        services.AddSingleton(new Surroundings(forStrangers, Limits.Paths));
        services.AddSingleton(new ActorCatalogue(forStrangers));
        services.AddSingleton(forStrangers);
        services.AddScoped<RequestReads>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GraphWrites>(provider, database));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GraphWatch>(provider, database));
        services.AddSingleton<Subscriptions>();
        services.AddGraphQL(graph =>
        {
            graph.AddSchema(_ => Schema(new QueryType(), new MutationType(), new SubscriptionType()), GraphQL.DI.ServiceLifetime.Singleton)
                .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                .AddErrorInfoProvider(errors => errors.ExposeCodes = false)
                .AddUnhandledExceptionHandler(Tell);
            graph.Services.Configure<ComplexityOptions>((complexity, _) =>
                (complexity.MaxDepth, complexity.MaxComplexity, complexity.ValidateComplexityDelegate) = (Limits.QueryDepth, Limits.QueryComplexity, TellComplexityAsync));
            // AddComplexityAnalyzer leaves cached queries out, and their variables may ask for more than the first time.
            graph.AddValidationRule<ComplexityValidationRule>(useForCachedDocuments: true);
            if (!introspection) graph.AddValidationRule(NoIntrospectionValidationRule.Instance);
            graph.AddValidationRule<IntrospectionRule>();
            graph.AddValidationRule<OperationRule>(useForCachedDocuments: true);
            graph.Services.Register<IDocumentBuilder>(new BoundedDocumentBuilder());
            graph.ConfigureExecution<QueryCache>();
        });
        return services;
    }

    /// <summary>A schema ready for use; introspection has a limit of its own, for that on complexity would lock every IDE out.</summary>
    public static ISchema Schema(IObjectGraphType query, IObjectGraphType? mutation = null, IObjectGraphType? subscription = null)
    {
        var schema = new Schema { Query = query, Mutation = mutation, Subscription = subscription, Description = "ActorGraph: who is connected to whom, each step with the sentence it rests on." };
        schema.Features.RepeatableDirectives = true;
        schema.RegisterTypes(typeof(ActorType), typeof(MeetingType), typeof(RelationshipType), typeof(DocumentType), typeof(ArticleType), typeof(SightingType));
        schema.Initialize();
        schema.WithIntrospectionComplexityImpact(0);
        return schema;
    }

    /// <summary>Says what to change, which the library does not.</summary>
    private static Task TellComplexityAsync(ComplexityValidationContext context)
    {
        if (context.Error is null) return Task.CompletedTask;
        context.Error = new ValidationError(context.MaxDepth > Limits.QueryDepth
            ? $"The query is {context.MaxDepth} levels deep; at most {Limits.QueryDepth} are answered. Ask for less depth."
            : $"The query weighs {context.TotalImpact:0}; at most {Limits.QueryComplexity} is answered. Ask for fewer fields, a smaller 'first', or in several requests.") { Code = FailureCodes.Complexity };
        return Task.CompletedTask;
    }

    /// <summary>Users read what they can change, and of the rest an id that stands in the log.</summary>
    private static void Tell(UnhandledExceptionContext context)
    {
        var asker = context.ExecutionOptions?.UserContext as Asker;
        if (context.OriginalException is GraphException { IsUsersFault: true } fault)
        {
            context.Exception = fault.Code switch
            {
                ErrorCodes.TimedOut when asker is not null => new ExecutionError(asker.Late) { Code = FailureCodes.Timeout },
                ErrorCodes.RowLimit => new ExecutionError($"The question looks at more than {Limits.Rows} rows: ask for less with a smaller 'first' or a narrower filter.") { Code = FailureCodes.TooManyRows },
                _ => new ExecutionError(fault.Message) { Code = fault.Code },
            };
            return;
        }

        var id = asker?.RequestId ?? Guid.NewGuid().ToString("N")[..12];
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
    public const string Forbidden = "FORBIDDEN";
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string NoStream = "SUBSCRIPTION_NEEDS_STREAM";
    public const string TooSlow = "SUBSCRIBER_TOO_SLOW";
    public const string TooManyRows = "TOO_MANY_ROWS";
    public const string NoQuery = "NO_QUERY";
    public const string BadRequest = "BAD_REQUEST";
    public const string NotAcceptable = "NOT_ACCEPTABLE";
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string RequestTooLarge = "REQUEST_TOO_LARGE";
    public const string Complexity = "COMPLEXITY";
    public const string QueryTooLarge = "QUERY_TOO_LARGE";
    public const string VariablesTooLarge = "VARIABLES_TOO_LARGE";
    public const string DocumentNotFound = "DOCUMENT_NOT_FOUND";
    public const string RateLimited = "RATE_LIMITED";
    public const string ForeignOrigin = "FOREIGN_ORIGIN";
    public const string TooManySubscriptions = "TOO_MANY_SUBSCRIPTIONS";
}
