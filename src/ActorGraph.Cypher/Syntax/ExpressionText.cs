using System.Globalization;

namespace ActorGraph.Cypher.Syntax;

/// <summary>The one printed form of expressions and patterns: in plans, in golden texts, and to tell equal expressions.</summary>
public static class ExpressionText
{
    public static string Of(Expression? expression) => expression switch
    {
        null => "",
        Literal { Value: string text } => "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'",
        Literal { Value: null } => "null",
        Literal { Value: bool truth } => truth ? "true" : "false",
        Literal literal => Convert.ToString(literal.Value, CultureInfo.InvariantCulture) + (literal.Value is double ? "d" : ""),
        Parameter parameter => "$" + parameter.Name,
        Variable variable => variable.Slot < 0 ? variable.Name : variable.Name + "@" + variable.Slot,
        PropertyAccess e => $"{Of(e.Subject)}.{e.Key}",
        ListLiteral e => $"[{Join(e.Items)}]",
        MapLiteral e => $"{{{Join(e.Entries)}}}",
        MapProjection e => $"{Of(e.Subject)} {{{(e.All ? ".*, " : "")}{Join(e.Entries)}}}",
        IndexAccess e => $"{Of(e.Subject)}[{Of(e.Index)}]",
        Slice e => $"{Of(e.Subject)}[{Of(e.From)}..{Of(e.To)}]",
        Unary e => $"{e.Operator}({Of(e.Operand)})",
        Binary e => $"({Of(e.Left)} {e.Operator} {Of(e.Right)})",
        HasLabels e => $"{Of(e.Subject)}:{Of(e.Labels)}",
        FunctionCall e => $"{e.Name.ToLowerInvariant()}({(e.Distinct ? "DISTINCT " : "")}{(e.IsStar ? "*" : Join(e.Arguments))})",
        Case e => $"CASE {Of(e.Subject)} {string.Concat(e.Branches.Select(b => $"WHEN {Of(b.When)} THEN {Of(b.Then)} "))}ELSE {Of(e.Else)} END",
        ListComprehension e => $"[{Of(e.Item)} IN {Of(e.List)} WHERE {Of(e.Where)} | {Of(e.Projection)}]",
        Quantified e => $"{e.Quantifier}({Of(e.Item)} IN {Of(e.List)} WHERE {Of(e.Where)})",
        Reduce e => $"reduce({Of(e.Accumulator)} = {Of(e.Start)}, {Of(e.Item)} IN {Of(e.List)} | {Of(e.Body)})",
        PatternComprehension e => $"[{Of(e.Pattern)} WHERE {Of(e.Where)} | {Of(e.Projection)}]",
        PatternPredicate e => Of(e.Pattern),
        ShortestPathExpression e => Of(e.Pattern),
        SubqueryExpression e => $"{e.Form} {{ {string.Join(" UNION ", e.Query.Parts.Select(part => string.Join(" ", part.Clauses.Select(c => c.GetType().Name + "(" + Join(Children.Of(c)) + ")"))))} }}",
        _ => throw new System.Diagnostics.UnreachableException(expression.GetType().Name),
    };

    public static string Of(LabelExpression? labels) => labels switch
    {
        null => "",
        LabelName name => name.Name,
        LabelDynamic dynamic => $"$({Of(dynamic.Value)})",
        LabelAny => "%",
        LabelNot not => $"!{Of(not.Operand)}",
        LabelAnd and => $"({Of(and.Left)}&{Of(and.Right)})",
        LabelOr or => $"({Of(or.Left)}|{Of(or.Right)})",
        _ => throw new System.Diagnostics.UnreachableException(labels.GetType().Name),
    };

    public static string Of(PatternPart part)
    {
        var text = (part.Path is null ? "" : Of(part.Path) + " = ") + (part.Form == PathForm.Plain ? "" : part.Form + " ") + Of(part.Nodes[0]);
        for (var i = 0; i < part.Relationships.Count; i++) text += Of(part.Relationships[i]) + Of(part.Nodes[i + 1]);
        return text;
    }

    private static string Of(NodePattern node)
        => $"({Of(node.Variable)}{Labelled(node.Labels)}{Of(node.Properties)}{(node.Where is null ? "" : " WHERE " + Of(node.Where))})";

    private static string Of(RelationshipPattern r)
    {
        var length = r.Length is null ? "" : $"*{r.Length.Min}..{r.Length.Max}";
        var inside = $"[{Of(r.Variable)}{Labelled(r.Types)}{length}{Of(r.Properties)}{(r.Where is null ? "" : " WHERE " + Of(r.Where))}]";
        return (r.Direction == Direction.Incoming ? "<-" : "-") + inside + (r.Direction == Direction.Outgoing ? "->" : "-");
    }

    private static string Labelled(LabelExpression? labels) => labels is null ? "" : ":" + Of(labels);

    private static string Join(IEnumerable<Expression> items) => string.Join(", ", items.Select(Of));

    private static string Join(IEnumerable<KeyValuePair<string, Expression>> entries) => string.Join(", ", entries.Select(e => $"{e.Key}: {Of(e.Value)}"));
}
