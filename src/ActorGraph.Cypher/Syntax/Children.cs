namespace ActorGraph.Cypher.Syntax;

/// <summary>What an expression is made of, for walks over the tree.</summary>
public static class Children
{
    /// <summary>The direct parts of an expression, in text order. Patterns and subqueries yield the expressions inside them.</summary>
    public static IEnumerable<Expression> Of(Expression expression) => expression switch
    {
        PropertyAccess e => [e.Subject],
        ListLiteral e => e.Items,
        MapLiteral e => e.Entries.Select(entry => entry.Value),
        MapProjection e => e.Entries.Select(entry => entry.Value).Prepend(e.Subject),
        IndexAccess e => [e.Subject, e.Index],
        Slice e => Present(e.Subject, e.From, e.To),
        Unary e => [e.Operand],
        Binary e => [e.Left, e.Right],
        HasLabels e => Of(e.Labels).Prepend(e.Subject),
        FunctionCall e => e.Arguments,
        Case e => Present([e.Subject, .. e.Branches.SelectMany(branch => new[] { branch.When, branch.Then }), e.Else]),
        ListComprehension e => Present(e.Item, e.List, e.Where, e.Projection),
        Quantified e => [e.Item, e.List, e.Where],
        Reduce e => [e.Accumulator, e.Start, e.Item, e.List, e.Body],
        PatternComprehension e => Present([.. Of(e.Pattern), e.Where, e.Projection]),
        PatternPredicate e => Of(e.Pattern),
        ShortestPathExpression e => Of(e.Pattern),
        SubqueryExpression e => e.Query.Parts.SelectMany(part => part.Clauses).SelectMany(Of),
        _ => [],
    };

    /// <summary>The expression and everything inside it.</summary>
    public static IEnumerable<Expression> All(Expression expression) => Of(expression).SelectMany(All).Prepend(expression);

    public static IEnumerable<Expression> Of(PatternPart part) => Present(
        [part.Path, .. part.Nodes.SelectMany(Of), .. part.Relationships.SelectMany(Of)]);

    public static IEnumerable<Expression> Of(NodePattern node) => Present([node.Variable, .. Of(node.Labels), node.Properties, node.Where]);

    public static IEnumerable<Expression> Of(RelationshipPattern relationship)
        => Present([relationship.Variable, .. Of(relationship.Types), relationship.Properties, relationship.Where]);

    public static IEnumerable<Expression> Of(LabelExpression? labels) => labels switch
    {
        LabelDynamic dynamic => [dynamic.Value],
        LabelNot not => Of(not.Operand),
        LabelAnd and => Of(and.Left).Concat(Of(and.Right)),
        LabelOr or => Of(or.Left).Concat(Of(or.Right)),
        _ => [],
    };

    public static IEnumerable<Expression> Of(Clause clause) => clause switch
    {
        Match c => Present([.. c.Pattern.SelectMany(Of), c.Where]),
        Unwind c => [c.List, c.Item],
        Projection c => Present([.. c.Items.Select(item => item.Value), .. c.OrderBy.Select(item => item.Value), c.Skip, c.Limit, c.Where]),
        Create c => c.Pattern.SelectMany(Of),
        Merge c => [.. Of(c.Pattern), .. c.OnCreate.Concat(c.OnMatch).SelectMany(Of)],
        SetClause c => c.Items.SelectMany(Of),
        RemoveClause c => c.Items.SelectMany(Of),
        Delete c => c.Entities,
        Foreach c => [c.Item, c.List, .. c.Body.SelectMany(Of)],
        CallProcedure c => Present([.. c.Arguments ?? [], .. c.Yield?.Select(item => item.Variable) ?? [], c.Where]),
        CallSubquery c => [.. c.Imports ?? [], .. c.Query.Parts.SelectMany(part => part.Clauses).SelectMany(Of)],
        _ => [],
    };

    private static IEnumerable<Expression> Of(SetItem item) => item switch
    {
        SetProperty s => [s.Subject, s.Value],
        SetDynamicProperty s => [s.Subject, s.Key, s.Value],
        SetProperties s => [s.Subject, s.Value],
        SetLabels s => Of(s.Labels).Prepend(s.Subject),
        RemoveLabels s => Of(s.Labels).Prepend(s.Subject),
        _ => [],
    };

    private static IEnumerable<Expression> Present(params Expression?[] parts) => parts.OfType<Expression>();
}
