namespace ActorGraph.Cypher.Syntax;

/// <summary>Expressions with parts exchanged.</summary>
public static class Rewriting
{
    /// <summary>The expression where every part for which <paramref name="replacement"/> is not null is exchanged for it, outermost first.</summary>
    public static Expression Replace(Expression expression, Func<Expression, Expression?> replacement)
    {
        if (replacement(expression) is { } found) return found;
        Expression Go(Expression part) => Replace(part, replacement);
        Expression? Maybe(Expression? part) => part is null ? null : Replace(part, replacement);
        List<KeyValuePair<string, Expression>> Entries(IEnumerable<KeyValuePair<string, Expression>> entries)
            => entries.Select(entry => new KeyValuePair<string, Expression>(entry.Key, Go(entry.Value))).ToList();
        return expression switch
        {
            PropertyAccess e => e with { Subject = Go(e.Subject) },
            ListLiteral e => e with { Items = e.Items.Select(Go).ToList() },
            MapLiteral e => e with { Entries = Entries(e.Entries) },
            MapProjection e => e with { Subject = Go(e.Subject), Entries = Entries(e.Entries) },
            IndexAccess e => e with { Subject = Go(e.Subject), Index = Go(e.Index) },
            Slice e => e with { Subject = Go(e.Subject), From = Maybe(e.From), To = Maybe(e.To) },
            Unary e => e with { Operand = Go(e.Operand) },
            Binary e => e with { Left = Go(e.Left), Right = Go(e.Right) },
            HasLabels e => e with { Subject = Go(e.Subject) },
            FunctionCall e => e with { Arguments = e.Arguments.Select(Go).ToList() },
            Case e => e with { Subject = Maybe(e.Subject), Branches = e.Branches.Select(b => new CaseBranch(Go(b.When), Go(b.Then))).ToList(), Else = Maybe(e.Else) },
            ListComprehension e => e with { List = Go(e.List), Where = Maybe(e.Where), Projection = Maybe(e.Projection) },
            Quantified e => e with { List = Go(e.List), Where = Go(e.Where) },
            Reduce e => e with { Start = Go(e.Start), List = Go(e.List), Body = Go(e.Body) },
            _ => expression,
        };
    }
}
