namespace ActorGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private Expression Atom()
    {
        var position = Here;
        switch (Current.Kind)
        {
            case TokenKind.Integer:
                return new Literal(position, IntegerHere(negative: false));
            case TokenKind.Float:
                return new Literal(position, FloatHere());
            case TokenKind.Text:
                return new Literal(position, tokens[at++].Text);
            case TokenKind.Symbol when Current.Is("$"):
                return ParameterHere();
            case TokenKind.Symbol when Current.Is("{"):
                return Map();
            case TokenKind.Symbol when Current.Is("["):
                return Bracketed(position);
            case TokenKind.Symbol when Current.Is("("):
                return Parenthesized(position);
            case TokenKind.QuotedName:
                return CalledFunction(position) ?? new Variable(position, tokens[at++].Text);
            case TokenKind.Name:
                return Word(position);
            default:
                throw Unexpected("an expression");
        }
    }

    private Expression Word(Graph.TextPosition position)
    {
        var next = Ahead(1);
        switch (Current.Text.ToUpperInvariant())
        {
            case "TRUE" when !next.Is("("):
                return Skipped(() => new Literal(position, true));
            case "FALSE" when !next.Is("("):
                return Skipped(() => new Literal(position, false));
            case "NULL" when !next.Is("("):
                return Skipped(() => new Literal(position, null));
            case "NAN" or "INF" or "INFINITY" when !next.Is("(") && !next.Is("."):
                var isNumber = Current.Text.Equals("NaN", StringComparison.OrdinalIgnoreCase);
                return Skipped(() => new Literal(position, isNumber ? double.NaN : double.PositiveInfinity));
            case "CASE" when !next.Is(".") && !next.Is(")") && !next.Is(","):
                return Skipped(() => CaseRest(position));
            case "EXISTS" when next.Is("{"):
                return Subquery(position, SubqueryForm.Exists);
            case "COUNT" when next.Is("{"):
                return Subquery(position, SubqueryForm.Count);
            case "COLLECT" when next.Is("{"):
                return Subquery(position, SubqueryForm.Collect);
            case "EXISTS" when next.Is("(") && StartsPattern(at + 1 + 1):
                at += 2;
                var pattern = Chain(position, null, PathForm.Plain);
                Expect(")");
                return new PatternPredicate(position, pattern);
            case "ALL" when next.Is("(") && IsItemOfList(2):
                return QuantifiedRest(position, Quantifier.All);
            case "ANY" when next.Is("(") && IsItemOfList(2):
                return QuantifiedRest(position, Quantifier.Any);
            case "NONE" when next.Is("(") && IsItemOfList(2):
                return QuantifiedRest(position, Quantifier.None);
            case "SINGLE" when next.Is("(") && IsItemOfList(2):
                return QuantifiedRest(position, Quantifier.Single);
            case "REDUCE" when next.Is("("):
                return ReduceRest(position);
            case "SHORTESTPATH" or "ALLSHORTESTPATHS" when next.Is("("):
                return new ShortestPathExpression(position, PatternPath());
            default:
                return CalledFunction(position) ?? new Variable(position, tokens[at++].Text);
        }
    }

    private bool IsItemOfList(int ahead) => Ahead(ahead).Kind is TokenKind.Name or TokenKind.QuotedName && Ahead(ahead + 1).IsWord("IN");

    private SubqueryExpression Subquery(Graph.TextPosition position, SubqueryForm form)
    {
        at++;
        Expect("{");
        // A bare pattern stands for MATCH of it.
        var bare = Current.Is("(") || Current.Kind is TokenKind.Name && Ahead(1).Is("=") && Ahead(2).Is("(");
        var query = Inside(() => bare
            ? new Query(position, [new SingleQuery(position, [MatchRest(position, optional: false)])], false)
            : Nested(RegularQuery));
        Expect("}");
        return new SubqueryExpression(position, form, query);
    }

    private Expression? CalledFunction(Graph.TextPosition position)
    {
        var end = at;
        while (tokens[end + 1].Is(".") && tokens[end + 2].Kind is TokenKind.Name or TokenKind.QuotedName) end += 2;
        if (!tokens[end + 1].Is("(")) return null;
        var name = string.Concat(tokens.Skip(at).Take(end - at + 1).Select(token => token.Text));
        at = end + 2;
        if (Try("*"))
        {
            Expect(")");
            return new FunctionCall(position, name, [], false, true);
        }

        var distinct = TryWord("DISTINCT");
        var arguments = Current.Is(")") ? [] : Inside(() => Separated(Expression));
        Expect(")");
        return new FunctionCall(position, name, arguments, distinct, false);
    }

    private Case CaseRest(Graph.TextPosition position)
    {
        var subject = Current.IsWord("WHEN") ? null : Expression();
        var branches = new List<CaseBranch>();
        while (TryWord("WHEN"))
        {
            // CASE x WHEN 1, 2 THEN … is short for two branches with one outcome.
            var when = subject is null ? [Expression()] : Separated(Expression);
            ExpectWord("THEN");
            var then = Expression();
            branches.AddRange(when.Select(one => new CaseBranch(one, then)));
        }

        if (branches.Count == 0) throw Unexpected("WHEN");
        var otherwise = TryWord("ELSE") ? Expression() : null;
        ExpectWord("END");
        return new Case(position, subject, branches, otherwise);
    }

    private Quantified QuantifiedRest(Graph.TextPosition position, Quantifier quantifier)
    {
        at += 2;
        var item = NewVariable();
        ExpectWord("IN");
        var list = Inside(Expression);
        var where = TryWord("WHERE") ? Inside(Expression) : throw Unexpected("WHERE");
        Expect(")");
        return new Quantified(position, quantifier, item, list, where);
    }

    private Reduce ReduceRest(Graph.TextPosition position)
    {
        at += 2;
        var accumulator = NewVariable();
        Expect("=");
        var start = Inside(Expression);
        Expect(",");
        var item = NewVariable();
        ExpectWord("IN");
        var list = Inside(Expression, bar: true);
        Expect("|");
        var body = Inside(Expression);
        Expect(")");
        return new Reduce(position, accumulator, start, item, list, body);
    }

    private Expression Bracketed(Graph.TextPosition position)
    {
        if (IsItemOfList(1)) return Comprehension(position);
        if (StartsPattern(at + 1) || Ahead(1).Kind == TokenKind.Name && Ahead(2).Is("=") && StartsPattern(at + 3)) return PatternComprehensionRest(position);
        at++;
        var items = Current.Is("]") ? [] : Inside(() => Separated(Expression));
        Expect("]");
        return new ListLiteral(position, items);
    }

    private Expression Comprehension(Graph.TextPosition position)
    {
        var start = at;
        at++;
        var item = NewVariable();
        ExpectWord("IN");
        var list = Inside(Expression, bar: true);
        var where = TryWord("WHERE") ? Inside(Expression, bar: true) : null;
        if (where is null && Current.Is(",") || !Current.Is("|") && !Current.Is("]"))
        {
            // [x IN list, …] is a list whose first item is a truth value.
            at = start + 1;
            var items = Inside(() => Separated(Expression));
            Expect("]");
            return new ListLiteral(position, items);
        }

        var projection = Try("|") ? Inside(Expression) : null;
        Expect("]");
        return new ListComprehension(position, item, list, where, projection);
    }

    private PatternComprehension PatternComprehensionRest(Graph.TextPosition position)
    {
        at++;
        var pattern = PatternPath();
        var where = TryWord("WHERE") ? Inside(Expression, bar: true) : null;
        Expect("|");
        var projection = Inside(Expression);
        Expect("]");
        return new PatternComprehension(position, pattern, where, projection);
    }

    private Expression Parenthesized(Graph.TextPosition position)
    {
        if (StartsPattern(at)) return new PatternPredicate(position, Chain(position, null, PathForm.Plain));
        at++;
        var inner = Inside(Expression);
        Expect(")");
        // A bracketed variable may be followed by labels: (n):Person.
        return Current.Is(":") && inner is Variable ? Skipped<Expression>(() => new HasLabels(position, inner, Labels(pipes: !barEnds))) : inner;
    }

    /// <summary>Whether the bracket at this token opens a node that a relationship follows.</summary>
    private bool StartsPattern(int index)
    {
        if (!tokens[index].Is("(") || !closing.TryGetValue(index, out var end)) return false;
        var inner = tokens[index + 1];
        var looksLikeNode = index + 1 == end || inner.Is(":") || inner.Is("{")
            || inner.Kind is TokenKind.Name or TokenKind.QuotedName && (index + 2 == end || tokens[index + 2].Is(":") || tokens[index + 2].Is("{") || tokens[index + 2].IsWord("IS") || tokens[index + 2].IsWord("WHERE"));
        if (!looksLikeNode) return false;
        var next = end + 1;
        if (tokens[next].Is("<")) return tokens[next + 1].Is("-") && (tokens[next + 2].Is("[") || tokens[next + 2].Is("-"));
        return tokens[next].Is("-") && (tokens[next + 1].Is("[") || tokens[next + 1].Is("-"));
    }
}
