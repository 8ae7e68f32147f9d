using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace ActorGraph.Api.GraphQl;

/// <summary>
/// Weighs questions about the schema, which the limit on complexity leaves out: a list in a list in a list of them grows to millions of values.
/// Every operation of the document is weighed, since a document that passed once is kept.
/// </summary>
internal sealed class IntrospectionRule : ValidationRuleBase
{
    /// <summary>About how many a schema like ours has of each.</summary>
    private static readonly Dictionary<string, double> Usual = new(StringComparer.Ordinal)
    {
        ["types"] = 80, ["fields"] = 8, ["args"] = 5, ["inputFields"] = 8, ["interfaces"] = 1, ["possibleTypes"] = 6, ["enumValues"] = 6, ["directives"] = 5,
    };

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var fragments = context.Document.Definitions.OfType<GraphQLFragmentDefinition>().DistinctBy(fragment => fragment.FragmentName.Name.StringValue).ToDictionary(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        var weight = context.Document.Definitions.OfType<GraphQLOperationDefinition>().Max(operation => Asked(operation.SelectionSet));
        if (weight > Limits.IntrospectionWeight)
            context.ReportError(new ValidationError($"The question about the schema weighs {weight:0}; at most {Limits.IntrospectionWeight} is answered. Ask with fewer lists inside each other, or read /graphql/schema.graphql.") { Code = FailureCodes.Complexity });
        return default;

        // Outside of introspection nothing is weighed here.
        double Asked(GraphQLSelectionSet? set) => set?.Selections.Sum(selection => selection switch
        {
            GraphQLField { Name: var name } field when name == "__schema" || name == "__type" => Weight(field.SelectionSet),
            GraphQLInlineFragment inline => Asked(inline.SelectionSet),
            GraphQLFragmentSpread spread => Once(spread, "asked ", Asked),
            _ => 0,
        }) ?? 0;

        double Weight(GraphQLSelectionSet? set) => set?.Selections.Sum(selection => selection switch
        {
            GraphQLField field => Usual.GetValueOrDefault(field.Name.StringValue, 1) * (1 + Weight(field.SelectionSet)),
            GraphQLInlineFragment inline => Weight(inline.SelectionSet),
            GraphQLFragmentSpread spread => Once(spread, "weight ", Weight),
            _ => 0,
        }) ?? 0;

        double Once(GraphQLFragmentSpread spread, string what, Func<GraphQLSelectionSet?, double> weigh)
        {
            var name = spread.FragmentName.Name.StringValue;
            if (known.TryGetValue(what + name, out var weighed)) return weighed;
            // One that spreads itself is another rule's business.
            known[what + name] = 0;
            return known[what + name] = fragments.TryGetValue(name, out var fragment) ? weigh(fragment.SelectionSet) : 0;
        }
    }
}
