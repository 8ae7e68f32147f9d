using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace ActorGraph.Api.GraphQl;

/// <summary>Refuses a query that is too large before it is validated: validation takes more than linear time, and no time limit reaches into it.</summary>
internal sealed class BoundedDocumentBuilder : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder parser = new() { MaxDepth = 128 };

    public GraphQLDocument Build(string body)
    {
        GraphQLDocument document;
        try
        {
            document = parser.Build(body);
        }
        catch (GraphQLParser.Exceptions.GraphQLMaxDepthExceededException)
        {
            throw TooLarge($"more than {Limits.QueryDepth} levels");
        }

        var count = new Count();
        new Counter().VisitAsync(document, count).AsTask().GetAwaiter().GetResult();
        if (count.Fields > Limits.QueryFields) throw TooLarge($"{count.Fields} fields; at most {Limits.QueryFields} are read");
        if (count.Fragments > Limits.QueryFragments) throw TooLarge($"{count.Fragments} fragments; at most {Limits.QueryFragments} are read");
        if (count.Directives > Limits.QueryFields) throw TooLarge($"{count.Directives} directives; at most {Limits.QueryFields} are read");
        return document;
    }

    private static ValidationError TooLarge(string what) => new($"The query has {what}.") { Code = "QUERY_TOO_LARGE" };

    private sealed class Count : IASTVisitorContext
    {
        public int Fields;
        public int Fragments;
        public int Directives;

        public CancellationToken CancellationToken => default;
    }

    private sealed class Counter : ASTVisitor<Count>
    {
        protected override ValueTask VisitFieldAsync(GraphQLField field, Count context)
        {
            context.Fields++;
            return base.VisitFieldAsync(field, context);
        }

        protected override ValueTask VisitFragmentSpreadAsync(GraphQLFragmentSpread spread, Count context)
        {
            context.Fragments++;
            return base.VisitFragmentSpreadAsync(spread, context);
        }

        protected override ValueTask VisitFragmentDefinitionAsync(GraphQLFragmentDefinition definition, Count context)
        {
            context.Fragments++;
            return base.VisitFragmentDefinitionAsync(definition, context);
        }

        protected override ValueTask VisitInlineFragmentAsync(GraphQLInlineFragment fragment, Count context)
        {
            context.Fragments++;
            return base.VisitInlineFragmentAsync(fragment, context);
        }

        protected override ValueTask VisitDirectiveAsync(GraphQLDirective directive, Count context)
        {
            context.Directives++;
            return base.VisitDirectiveAsync(directive, context);
        }
    }
}
