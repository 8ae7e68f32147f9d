namespace ActorGraph.Cypher.Syntax;

/// <summary>The one printed form of a query, a clause a line; once it is bound, variables show the slots that hold them.</summary>
public static class QueryText
{
    public static string Of(Query query) => string.Join(query.Distinct ? "\nUNION\n" : "\nUNION ALL\n", query.Parts.Select(part => string.Join('\n', part.Clauses.Select(Of))));

    private static string Of(Clause clause) => clause switch
    {
        Match match => $"{(match.Optional ? "OPTIONAL " : "")}MATCH {Join(match.Pattern)}{After(" WHERE ", match.Where)}",
        Unwind unwind => $"UNWIND {ExpressionText.Of(unwind.List)} AS {ExpressionText.Of(unwind.Item)}",
        Projection projection => Of(projection),
        Create create => $"CREATE {Join(create.Pattern)}",
        Merge merge => $"MERGE {ExpressionText.Of(merge.Pattern)}{After(" ON CREATE SET ", merge.OnCreate)}{After(" ON MATCH SET ", merge.OnMatch)}",
        SetClause set => $"SET {Join(set.Items)}",
        RemoveClause remove => $"REMOVE {Join(remove.Items)}",
        Delete delete => $"{(delete.Detach ? "DETACH " : "")}DELETE {Join(delete.Entities)}",
        Foreach each => $"FOREACH ({ExpressionText.Of(each.Item)} IN {ExpressionText.Of(each.List)} | {string.Join(' ', each.Body.Select(Of))})",
        CallProcedure call => $"CALL {call.Name}{(call.Arguments is null ? "" : $"({Join(call.Arguments)})")}"
            + (call.YieldStar ? " YIELD *" : call.Yield is null ? "" : $" YIELD {string.Join(", ", call.Yield.Select(item => $"{item.Column} AS {ExpressionText.Of(item.Variable)}"))}") + After(" WHERE ", call.Where),
        CallSubquery call => $"CALL ({(call.ImportAll ? "*" : Join(call.Imports ?? []))}) {{ {Of(call.Query).Replace('\n', ' ')} }}",
        _ => throw new System.Diagnostics.UnreachableException(clause.GetType().Name),
    };

    private static string Of(Projection projection)
        => $"{(projection.IsReturn ? "RETURN" : "WITH")} {(projection.Distinct ? "DISTINCT " : "")}"
            + string.Join(", ", (projection.Star ? ["*"] : Enumerable.Empty<string>()).Concat(projection.Items.Select(item => $"{ExpressionText.Of(item.Value)} AS {item.Name}{(item.Slot < 0 ? "" : $"@{item.Slot}")}")))
            + (projection.OrderBy.Count == 0 ? "" : $" ORDER BY {string.Join(", ", projection.OrderBy.Select(item => ExpressionText.Of(item.Value) + (item.Descending ? " DESC" : "")))}")
            + After(" SKIP ", projection.Skip) + After(" LIMIT ", projection.Limit) + After(" WHERE ", projection.Where);

    private static string Of(SetItem item) => item switch
    {
        SetProperty set => $"{ExpressionText.Of(set.Subject)}.{set.Key} = {ExpressionText.Of(set.Value)}",
        SetDynamicProperty set => $"{ExpressionText.Of(set.Subject)}[{ExpressionText.Of(set.Key)}] = {ExpressionText.Of(set.Value)}",
        SetProperties set => $"{ExpressionText.Of(set.Subject)} {(set.Replace ? "=" : "+=")} {ExpressionText.Of(set.Value)}",
        SetLabels set => $"{ExpressionText.Of(set.Subject)}:{ExpressionText.Of(set.Labels)}",
        RemoveLabels remove => $"{ExpressionText.Of(remove.Subject)}:{ExpressionText.Of(remove.Labels)}",
        _ => throw new System.Diagnostics.UnreachableException(item.GetType().Name),
    };

    private static string After(string word, Expression? expression) => expression is null ? "" : word + ExpressionText.Of(expression);

    private static string After(string word, IReadOnlyList<SetItem> items) => items.Count == 0 ? "" : word + Join(items);

    private static string Join(IEnumerable<PatternPart> parts) => string.Join(", ", parts.Select(ExpressionText.Of));

    private static string Join(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(ExpressionText.Of));

    private static string Join(IEnumerable<SetItem> items) => string.Join(", ", items.Select(Of));
}
