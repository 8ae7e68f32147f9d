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
            throw TooLarge($"more than {Limits.QueryDepth} levels: ask for less depth.");
        }

        var count = new Count();
        new Counter().VisitAsync(document, count).AsTask().GetAwaiter().GetResult();
        foreach (var (found, most, what) in (ReadOnlySpan<(int, int, string)>)[(count.Fields, Limits.QueryFields, "fields"), (count.Fragments, Limits.QueryFragments, "fragments"),
            (count.Directives, Limits.QueryFragments, "directives"), (count.Values, Limits.Values, "values and arguments"), (count.Variables, Limits.QueryVariables, "variables"), (document.Definitions.Count, Limits.QueryDefinitions, "definitions")])
        {
            if (found > most) throw TooLarge($"{found} {what}; at most {most} are read. Ask for less at a time.");
        }

        if (Spread(document) is var spread && spread > Limits.SpreadFields) throw TooLarge($"{spread:0} fields once its fragments are spread; at most {Limits.SpreadFields} are read. Spread fewer fragments inside each other.");
        if (MostAlike(document) is var alike && alike > Limits.AlikeFields) throw TooLarge($"one field {alike} times in one place; at most {Limits.AlikeFields} are read. Give them names of their own, or ask in several requests.");
        if (count.LongestList > Limits.ListItems) throw TooLarge($"a list of {count.LongestList} values; at most {Limits.ListItems} are read. Send several requests.");
        return document;
    }

    /// <summary>Fields of the largest operation where fragments stand for what is in them: twenty that spread the next one twice are a million.</summary>
    private static double Spread(GraphQLDocument document)
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().DistinctBy(fragment => fragment.FragmentName.Name.StringValue).ToDictionary(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        return document.Definitions.OfType<GraphQLOperationDefinition>().Select(operation => Of(operation.SelectionSet)).DefaultIfEmpty().Max();

        double Of(GraphQLSelectionSet? set) => set?.Selections.Sum(selection => selection switch
        {
            GraphQLField field => 1 + Of(field.SelectionSet),
            GraphQLInlineFragment inline => 1 + Of(inline.SelectionSet),
            GraphQLFragmentSpread spread => 1 + OfFragment(spread.FragmentName.Name.StringValue),
            _ => 0,
        }) ?? 0;

        double OfFragment(string name)
        {
            if (known.TryGetValue(name, out var counted)) return counted;
            // One that spreads itself is refused by validation.
            known[name] = 0;
            return known[name] = fragments.TryGetValue(name, out var fragment) ? Of(fragment.SelectionSet) : 0;
        }
    }

    /// <summary>How often one name stands in one place. All of those are compared with each other; those of fragments may be, too.</summary>
    private static int MostAlike(GraphQLDocument document)
    {
        var ofFragments = document.Definitions.OfType<GraphQLFragmentDefinition>().SelectMany(fragment => Together(fragment.SelectionSet)).CountBy(field => Key(field)).Select(pair => pair.Value);
        return document.Definitions.OfType<IHasSelectionSetNode>().Select(definition => Deepest(definition.SelectionSet)).Concat(ofFragments).DefaultIfEmpty().Max();

        int Deepest(GraphQLSelectionSet? set) => set is null ? 0 : Together(set).CountBy(field => Key(field)).Select(pair => pair.Value)
            .Concat(Together(set).Select(field => Deepest(field.SelectionSet))).DefaultIfEmpty().Max();

        static string Key(GraphQLField field) => (field.Alias?.Name ?? field.Name).StringValue;

        static IEnumerable<GraphQLField> Together(GraphQLSelectionSet? set)
            => set?.Selections.SelectMany(selection => selection is GraphQLField field ? [field] : selection is GraphQLInlineFragment inline ? Together(inline.SelectionSet) : []) ?? [];
    }

    private static ValidationError TooLarge(string what) => new($"The query has {what}") { Code = FailureCodes.QueryTooLarge };

    private sealed class Count : IASTVisitorContext
    {
        public int Fields;
        public int Fragments;
        public int Directives;
        public int Values;
        public int Variables;
        public int LongestList;

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

        protected override ValueTask VisitVariableDefinitionAsync(GraphQLVariableDefinition variable, Count context)
        {
            context.Variables++;
            return base.VisitVariableDefinitionAsync(variable, context);
        }

        protected override ValueTask VisitArgumentAsync(GraphQLArgument argument, Count context)
        {
            context.Values++;
            return base.VisitArgumentAsync(argument, context);
        }

        protected override ValueTask VisitObjectFieldAsync(GraphQLObjectField field, Count context)
        {
            context.Values++;
            return base.VisitObjectFieldAsync(field, context);
        }

        protected override ValueTask VisitListValueAsync(GraphQLListValue list, Count context)
        {
            context.Values += list.Values?.Count ?? 0;
            context.LongestList = Math.Max(context.LongestList, list.Values?.Count ?? 0);
            return base.VisitListValueAsync(list, context);
        }

        protected override ValueTask VisitDirectiveAsync(GraphQLDirective directive, Count context)
        {
            context.Directives++;
            return base.VisitDirectiveAsync(directive, context);
        }
    }
}
