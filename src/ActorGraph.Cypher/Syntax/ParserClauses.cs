namespace ActorGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private StatementSyntax Statement()
    {
        if (Current.IsWord("CREATE") && (IsSchemaWord(Ahead(1)) || Ahead(1).IsWord("OR")) || Current.IsWord("DROP") || Current.IsWord("SHOW")) return SchemaStatement();
        return RegularQuery();
    }

    private Query RegularQuery()
    {
        var position = Here;
        var parts = new List<SingleQuery> { OneQuery() };
        bool? distinct = null;
        while (Current.IsWord("UNION"))
        {
            var here = Here;
            at++;
            var isDistinct = !TryWord("ALL");
            if (isDistinct) TryWord("DISTINCT");
            if (distinct is { } before && before != isDistinct)
            {
                throw source.SyntaxError("Invalid combination of UNION and UNION ALL (InvalidClauseComposition)", here);
            }

            distinct = isDistinct;
            parts.Add(OneQuery());
        }

        return new Query(position, parts, distinct ?? false);
    }

    private SingleQuery OneQuery()
    {
        var position = Here;
        var clauses = new List<Clause>();
        while (ClauseOrNull() is { } clause) clauses.Add(clause);
        if (clauses.Count == 0) throw Unexpected("a clause such as MATCH, CREATE, UNWIND, WITH, CALL or RETURN");
        return new SingleQuery(position, clauses);
    }

    private Clause? ClauseOrNull()
    {
        var token = Current;
        if (token.Kind != TokenKind.Name) return null;
        var position = Here;
        switch (token.Text.ToUpperInvariant())
        {
            case "OPTIONAL":
                at++;
                if (Current.IsWord("CALL")) throw Unsupported("OPTIONAL CALL");
                ExpectWord("MATCH");
                return MatchRest(position, optional: true);
            case "MATCH":
                at++;
                return MatchRest(position, optional: false);
            case "UNWIND":
                at++;
                var list = Expression();
                ExpectWord("AS");
                return new Unwind(position, list, NewVariable());
            case "WITH":
                at++;
                return ProjectionRest(position, isReturn: false);
            case "RETURN":
                at++;
                return ProjectionRest(position, isReturn: true);
            case "CREATE":
                at++;
                return new Create(position, Separated(() => PatternPath()));
            case "MERGE":
                at++;
                return MergeRest(position);
            case "SET":
                at++;
                return new SetClause(position, Separated(SetItem));
            case "REMOVE":
                at++;
                return new RemoveClause(position, Separated(RemoveItem));
            case "DETACH":
                at++;
                ExpectWord("DELETE");
                return new Delete(position, true, Separated(Expression));
            case "NODETACH":
                at++;
                ExpectWord("DELETE");
                return new Delete(position, false, Separated(Expression));
            case "DELETE":
                at++;
                return new Delete(position, false, Separated(Expression));
            case "FOREACH":
                at++;
                return ForeachRest(position);
            case "CALL":
                at++;
                return CallRest(position);
            case "LOAD" or "USE" or "FINISH":
                throw Unsupported(token.Text.ToUpperInvariant());
            default:
                return null;
        }
    }

    private Match MatchRest(Graph.TextPosition position, bool optional)
    {
        var pattern = Separated(() => PatternPath());
        if (Current.IsWord("USING")) throw Unsupported("USING");
        return new Match(position, optional, pattern, TryWord("WHERE") ? Expression() : null);
    }

    private Projection ProjectionRest(Graph.TextPosition position, bool isReturn)
    {
        var distinct = TryWord("DISTINCT");
        var star = Try("*");
        var items = new List<ProjectionItem>();
        if (!star || Try(",")) items = Separated(ReturnItem);
        var order = new List<SortItem>();
        if (TryWords("ORDER", "BY")) order = Separated(SortItem);
        var skip = TryWord("SKIP") || TryWord("OFFSET") ? Expression() : null;
        var limit = TryWord("LIMIT") ? Expression() : null;
        var where = !isReturn && TryWord("WHERE") ? Expression() : null;
        return new Projection(position, isReturn, distinct, star, items, order, skip, limit, where);
    }

    private ProjectionItem ReturnItem()
    {
        var start = Current.Start;
        var value = Expression();
        var text = source.Text[start..tokens[at - 1].End];
        return TryWord("AS") ? new ProjectionItem(value, Name("a name"), true) : new ProjectionItem(value, value is Variable v ? v.Name : text, false);
    }

    private SortItem SortItem()
    {
        var value = Expression();
        if (TryWord("DESC") || TryWord("DESCENDING")) return new SortItem(value, true);
        if (!TryWord("ASC")) TryWord("ASCENDING");
        return new SortItem(value, false);
    }

    private Merge MergeRest(Graph.TextPosition position)
    {
        var pattern = PatternPath();
        var onCreate = new List<SetItem>();
        var onMatch = new List<SetItem>();
        while (TryWord("ON"))
        {
            var target = TryWord("CREATE") ? onCreate : TryWord("MATCH") ? onMatch : throw Unexpected("CREATE or MATCH");
            ExpectWord("SET");
            target.AddRange(Separated(SetItem));
        }

        return new Merge(position, pattern, onCreate, onMatch);
    }

    private SetItem SetItem()
    {
        var position = Here;
        if (Current.Kind is TokenKind.Name or TokenKind.QuotedName)
        {
            if (Ahead(1).Is("=") || Ahead(1).Is("+="))
            {
                var subject = NewVariable();
                var replace = tokens[at++].Text == "=";
                return new SetProperties(position, subject, Expression(), replace);
            }

            if (Ahead(1).Is(":") || Ahead(1).IsWord("IS"))
            {
                var subject = NewVariable();
                at++;
                return new SetLabels(position, subject, Labels());
            }
        }

        return Changed(position, () =>
        {
            Expect("=");
            return Expression();
        });
    }

    private SetItem RemoveItem()
    {
        var position = Here;
        if (Current.Kind is TokenKind.Name or TokenKind.QuotedName && (Ahead(1).Is(":") || Ahead(1).IsWord("IS")))
        {
            var subject = NewVariable();
            at++;
            return new RemoveLabels(position, subject, Labels());
        }

        return Changed(position, () => new Literal(position, null));
    }

    private SetItem Changed(Graph.TextPosition position, Func<Expression> value) => Postfix(withLabels: false) switch
    {
        PropertyAccess property => new SetProperty(position, property.Subject, property.Key, value()),
        IndexAccess index => new SetDynamicProperty(position, index.Subject, index.Index, value()),
        _ => throw source.SyntaxError("Invalid input: expected a property such as n.name, or labels such as n:Label", position),
    };

    private Foreach ForeachRest(Graph.TextPosition position)
    {
        Expect("(");
        var item = NewVariable();
        ExpectWord("IN");
        var list = Expression();
        Expect("|");
        var body = new List<Clause>();
        while (ClauseOrNull() is { } clause) body.Add(clause);
        if (body.Count == 0) throw Unexpected("an updating clause");
        Expect(")");
        return new Foreach(position, item, list, body);
    }

    private Clause CallRest(Graph.TextPosition position)
    {
        if (Current.Is("{") || Current.Is("(")) return SubqueryRest(position);
        var name = Name("a procedure");
        while (Try(".")) name += "." + Name("a procedure");
        List<Expression>? arguments = null;
        if (Try("("))
        {
            arguments = Current.Is(")") ? [] : Separated(Expression);
            Expect(")");
        }

        if (!TryWord("YIELD")) return new CallProcedure(position, name, arguments, null, false, null);
        if (Try("*")) return new CallProcedure(position, name, arguments, null, true, TryWord("WHERE") ? Expression() : null);
        var yield = Current.Is("-") ? [] : Separated(() =>
        {
            var variable = NewVariable();
            return new YieldItem(variable.Name, TryWord("AS") ? NewVariable() : variable);
        });
        Try("-");
        return new CallProcedure(position, name, arguments, yield, false, TryWord("WHERE") ? Expression() : null);
    }

    private CallSubquery SubqueryRest(Graph.TextPosition position)
    {
        List<Variable>? imports = null;
        var all = false;
        if (Try("("))
        {
            all = Try("*");
            imports = all || Current.Is(")") ? [] : Separated(NewVariable);
            Expect(")");
        }

        Expect("{");
        var query = Nested(RegularQuery);
        Expect("}");
        if (Current.IsWord("IN") && (Ahead(1).IsWord("TRANSACTIONS") || Ahead(1).IsWord("CONCURRENT") || Ahead(2).IsWord("TRANSACTIONS"))) throw Unsupported("IN TRANSACTIONS");
        return new CallSubquery(position, query, imports, all);
    }
}
