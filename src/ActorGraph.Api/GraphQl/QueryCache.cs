using System.Collections.Concurrent;
using GraphQL;
using GraphQL.DI;
using GraphQLParser.AST;

namespace ActorGraph.Api.GraphQl;

/// <summary>Keeps queries parsed and validated: two generations, the older one is forgotten when the younger one is full.</summary>
internal sealed class QueryCache : IConfigureExecution
{
    private ConcurrentDictionary<string, GraphQLDocument> younger = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, GraphQLDocument> older = new(StringComparer.Ordinal);

    public float SortOrder => 200;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } text || options.Document is not null) return await next(options);
        if (younger.TryGetValue(text, out var known) || older.TryGetValue(text, out known))
        {
            options.Document = known;
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
            return await next(options);
        }

        var result = await next(options);
        if (result is { Executed: true, Document: { } document }) Keep(text, document);
        return result;
    }

    private void Keep(string text, GraphQLDocument document)
    {
        if (younger.Count >= Limits.CachedQueries / 2)
        {
            older = younger;
            younger = new(StringComparer.Ordinal);
        }

        younger[text] = document;
    }
}
