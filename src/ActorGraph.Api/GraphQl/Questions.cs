using ActorGraph.Api.Http;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>Every question passes here, however it came: stored documents are looked up, variables are weighed, and what is left is executed.</summary>
internal sealed class Questions(IDocumentExecuter executer, ISchema schema, StoredDocuments stored, TimeProvider clock, ServeSettings settings)
{
    public Task<ExecutionResult> AskAsync(GraphQLRequest? request, Asker asker, IServiceProvider services, CancellationToken cancellation)
        => Telemetry.FollowAsync(asker, clock, () => AnswerAsync(request, asker, services, cancellation));

    /// <summary>Without a trace: nobody asked.</summary>
    public async Task<ExecutionResult> AnswerAsync(GraphQLRequest? request, Asker asker, IServiceProvider services, CancellationToken cancellation)
    {
        var (text, refusal) = TextOf(request);
        if (refusal is null && VariableWeight.Refusal(request!.Variables) is { } heavy) refusal = new ExecutionError(heavy) { Code = FailureCodes.VariablesTooLarge };
        if (refusal is not null) return new ExecutionResult { Errors = [refusal] };
        var patience = asker.Begin(settings.Patience, cancellation);
        ExecutionResult? result = null;
        try
        {
            return result = await executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = schema, Query = text, Variables = request!.Variables, OperationName = string.IsNullOrEmpty(request.OperationName) ? null : request.OperationName,
                Extensions = request.Extensions, RequestServices = services, UserContext = asker, CancellationToken = patience.Token,
            });
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new ExecutionResult { Errors = [new ExecutionError(asker.Late) { Code = FailureCodes.Timeout }] };
        }
        finally
        {
            // A subscription goes on until the caller ends it.
            if (result?.Streams is { Count: > 0 }) patience.CancelAfter(Timeout.InfiniteTimeSpan);
            else patience.Dispose();
        }
    }

    private (string Text, ExecutionError? Refusal) TextOf(GraphQLRequest? request)
    {
        if (request?.DocumentId is { Length: > 0 } id)
        {
            return stored.Find(id) is { } known ? (known, null)
                : ("", new($"No stored document has the id '{(id.Length > 80 ? id[..80] + "…" : id)}': ids are 'sha256:' and the hash of a file in the folder that --documents names.") { Code = FailureCodes.DocumentNotFound });
        }

        if (string.IsNullOrEmpty(request?.Query)) return ("", new("There is no query.") { Code = FailureCodes.NoQuery });
        if (request.Query.Length > Limits.QueryCharacters)
            return ("", new($"The query has {request.Query.Length} characters; at most {Limits.QueryCharacters} are read. Send long values as variables, and ask for less at a time.") { Code = FailureCodes.QueryTooLarge });
        return stored.IsOnly && !stored.Holds(request.Query) ? ("", new("Only stored documents are answered here: send a documentId.") { Code = FailureCodes.DocumentNotFound }) : (request.Query, null);
    }
}

/// <summary>Bounds on variables: they are no part of a query's text, and each value may cause a look-up.</summary>
internal static class VariableWeight
{
    /// <returns>What is wrong and what to change; null where nothing is.</returns>
    public static string? Refusal(Inputs? variables)
    {
        if (variables is null) return null;
        var values = 0;
        return Walk(variables.Values);

        string? Walk(IEnumerable<object?> items)
        {
            var inThis = 0;
            foreach (var item in items)
            {
                if (++inThis > Limits.ListItems) return $"A variable holds a list of more than {Limits.ListItems} values: send several requests.";
                if (++values > Limits.Values) return $"The variables hold more than {Limits.Values} values: send several requests.";
                var problem = item switch
                {
                    string => null,
                    IDictionary<string, object?> map => Walk(map.Values),
                    System.Collections.IEnumerable list => Walk(list.Cast<object?>()),
                    _ => null,
                };
                if (problem is not null) return problem;
            }

            return null;
        }
    }
}
