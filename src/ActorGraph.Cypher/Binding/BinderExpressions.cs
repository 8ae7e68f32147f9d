using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Binding;

internal sealed partial class Binder
{
    private Expression? BindPredicate(Expression? predicate, Scope scope)
    {
        if (predicate is null) return null;
        var bound = Bind(predicate, scope);
        NoAggregates(bound);
        if (KindOf(bound, scope) is ValueKind.Node or ValueKind.Relationship or ValueKind.Path)
        {
            throw Wrong("InvalidArgumentType", "Type mismatch: expected Boolean", bound.Position);
        }

        return bound;
    }

    private Expression Bind(Expression expression, Scope scope)
    {
        switch (expression)
        {
            case Literal or Parameter:
                return expression;
            case Variable variable:
                return Resolve(variable, scope);
            case PropertyAccess e:
                var subject = Bind(e.Subject, scope);
                if (KindOf(subject, scope) is ValueKind.Path or ValueKind.Number or ValueKind.Boolean or ValueKind.Text or ValueKind.List)
                {
                    throw Wrong("InvalidArgumentType", $"Type mismatch: a {KindOf(subject, scope)} has no property '{e.Key}'", e.Position);
                }

                return e with { Subject = subject };
            case ListLiteral e:
                return e with { Items = BindAll(e.Items, scope) };
            case MapLiteral e:
                return e with { Entries = BindAll(e.Entries, scope) };
            case MapProjection e:
                return e with { Subject = Bind(e.Subject, scope), Entries = BindAll(e.Entries, scope) };
            case IndexAccess e:
                return e with { Subject = Bind(e.Subject, scope), Index = Bind(e.Index, scope) };
            case Slice e:
                return e with { Subject = Bind(e.Subject, scope), From = BindOptional(e.From, scope), To = BindOptional(e.To, scope) };
            case Unary e:
                var operand = Bind(e.Operand, scope);
                if (e.Operator == UnaryOperator.Not) ExpectBoolean(operand, scope);
                return e with { Operand = operand };
            case Binary e:
                return BindBinary(e, scope);
            case HasLabels e:
                return e with { Subject = Bind(e.Subject, scope), Labels = BindLabels(e.Labels, scope)! };
            case FunctionCall e:
                return BindCall(e, scope);
            case Case e:
                return e with
                {
                    Subject = BindOptional(e.Subject, scope),
                    Branches = e.Branches.Select(branch => new CaseBranch(Bind(branch.When, scope), Bind(branch.Then, scope))).ToList(),
                    Else = BindOptional(e.Else, scope),
                };
            default:
                return BindInner(expression, scope);
        }
    }

    private Expression? BindOptional(Expression? expression, Scope scope) => expression is null ? null : Bind(expression, scope);

    private List<Expression> BindAll(IEnumerable<Expression> items, Scope scope) => items.Select(item => Bind(item, scope)).ToList();

    private List<KeyValuePair<string, Expression>> BindAll(IEnumerable<KeyValuePair<string, Expression>> entries, Scope scope)
        => entries.Select(entry => new KeyValuePair<string, Expression>(entry.Key, Bind(entry.Value, scope))).ToList();

    /// <summary>Expressions that have variables of their own.</summary>
    private Expression BindInner(Expression expression, Scope scope)
    {
        var inner = scope.Copy();
        var outer = scope.Symbols.Select(symbol => symbol.Slot).ToList();
        switch (expression)
        {
            case ListComprehension e:
                var source = Bind(e.List, scope);
                return e with { List = source, Item = Shadow(e.Item, inner), Where = BindPredicate(e.Where, inner), Projection = BindOptionalValue(e.Projection, inner) };
            case Quantified e:
                var list = Bind(e.List, scope);
                return e with { List = list, Item = Shadow(e.Item, inner, ItemKind(list)), Where = BindPredicate(e.Where, inner)! };
            case Reduce e:
                var start = Bind(e.Start, scope);
                var items = Bind(e.List, scope);
                return e with { Start = start, List = items, Accumulator = Shadow(e.Accumulator, inner), Item = Shadow(e.Item, inner), Body = BindValue(e.Body, inner) };
            case PatternComprehension e:
                var pattern = BindMatchPattern([e.Pattern], inner)[0];
                return e with { Outer = outer, Pattern = pattern, Where = BindPredicate(e.Where, inner), Projection = BindValue(e.Projection, inner) };
            case PatternPredicate e:
                return e with { Outer = outer, Pattern = BindMatchPattern([e.Pattern], inner, mayDeclare: false)[0] };
            case ShortestPathExpression e:
                return e with { Outer = outer, Pattern = BindMatchPattern([e.Pattern], inner)[0] };
            case SubqueryExpression e:
                var (query, _) = BindQuery(e.Query, inner, isTop: false, allowsNoReturn: e.Form != SubqueryForm.Collect);
                if (query.Parts.SelectMany(part => part.Clauses).FirstOrDefault(c => c is Create or Merge or SetClause or RemoveClause or Delete or Foreach) is { } update)
                {
                    throw Wrong("InvalidClauseComposition", $"{e.Form} {{ }} cannot contain updating clauses", update.Position);
                }

                return e with { Outer = outer, Query = query };
            default:
                throw new System.Diagnostics.UnreachableException(expression.GetType().Name);
        }
    }

    private Expression? BindOptionalValue(Expression? expression, Scope scope) => expression is null ? null : BindValue(expression, scope);

    private static ValueKind ItemKind(Expression list) => list is ListLiteral { Items.Count: > 0 } literal && literal.Items.All(item => item is Literal { Value: string }) ? ValueKind.Text
        : list is ListLiteral { Items.Count: > 0 } numbers && numbers.Items.All(item => item is Literal { Value: long or double }) ? ValueKind.Number : ValueKind.Any;

    private Binary BindBinary(Binary e, Scope scope)
    {
        var left = Bind(e.Left, scope);
        var right = Bind(e.Right, scope);
        switch (e.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor:
                ExpectBoolean(left, scope);
                ExpectBoolean(right, scope);
                break;
            case BinaryOperator.In when KindOf(right, scope) is ValueKind.Number or ValueKind.Boolean or ValueKind.Text or ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path:
                throw Wrong("InvalidArgumentType", $"Type mismatch: expected List but was {KindOf(right, scope)}", right.Position);
        }

        return e with { Left = left, Right = right };
    }

    private void ExpectBoolean(Expression operand, Scope scope)
    {
        var kind = KindOf(operand, scope);
        if (kind is not (ValueKind.Any or ValueKind.Boolean)) throw Wrong("InvalidArgumentType", $"Type mismatch: expected Boolean but was {kind}", operand.Position);
    }

    private FunctionCall BindCall(FunctionCall e, Scope scope)
    {
        if (Functions.Arity(e.Name) is not { } arity) throw Wrong("UnknownFunction", $"Unknown function '{e.Name}'", e.Position);
        if (e.IsStar)
        {
            return Functions.Key(e.Name) == "count" ? e : throw Wrong("InvalidNumberOfArguments", $"{e.Name}(*) has no meaning: only count(*) has", e.Position);
        }

        if (e.Arguments.Count < arity.Min || e.Arguments.Count > arity.Max)
        {
            throw Wrong("InvalidNumberOfArguments", $"Function '{e.Name}' takes {(arity.Min == arity.Max ? $"{arity.Min}" : $"{arity.Min} to {arity.Max}")} arguments, not {e.Arguments.Count}", e.Position);
        }

        if (e.Distinct && !Functions.IsAggregate(e.Name)) throw Wrong("InvalidFunctionArguments", $"DISTINCT has no meaning in {e.Name}()", e.Position);
        var arguments = BindAll(e.Arguments, scope);
        if (Functions.IsAggregate(e.Name))
        {
            foreach (var inner in arguments.SelectMany(Children.All).OfType<FunctionCall>())
            {
                if (Functions.IsAggregate(inner.Name)) throw Wrong("NestedAggregation", "Can't use aggregate functions inside of aggregate functions", inner.Position);
                if (Functions.IsRandom(inner.Name)) throw Wrong("NonConstantExpression", "Can't use non-deterministic (random) functions inside of aggregate functions", inner.Position);
            }
        }

        CheckArgument(e, arguments, scope);
        return e with { Arguments = arguments };
    }

    private void CheckArgument(FunctionCall e, List<Expression> arguments, Scope scope)
    {
        if (arguments.Count == 0) return;
        var kind = KindOf(arguments[0], scope);
        var isWrong = Functions.Key(e.Name) switch
        {
            "type" => kind is ValueKind.Node or ValueKind.Path or ValueKind.Number or ValueKind.Text or ValueKind.Boolean,
            "labels" => kind is ValueKind.Relationship or ValueKind.Path or ValueKind.Number or ValueKind.Text or ValueKind.Boolean,
            "length" => kind is ValueKind.Node or ValueKind.Relationship or ValueKind.Number or ValueKind.Boolean,
            "size" => kind is ValueKind.Path or ValueKind.Node or ValueKind.Relationship or ValueKind.Number or ValueKind.Boolean,
            "nodes" or "relationships" => kind is ValueKind.Node or ValueKind.Relationship or ValueKind.Number or ValueKind.Text or ValueKind.Boolean,
            "properties" or "keys" => kind is ValueKind.Number or ValueKind.Text or ValueKind.Boolean or ValueKind.List or ValueKind.Path,
            "exists" => arguments[0] is not (PropertyAccess or IndexAccess or PatternPredicate),
            _ => false,
        };
        if (isWrong) throw Wrong("InvalidArgumentType", $"Type mismatch: {e.Name}() cannot take a {kind}", arguments[0].Position);
    }

    private static ValueKind KindOf(Expression expression, Scope scope) => expression switch
    {
        Variable variable => scope.Symbols.FirstOrDefault(symbol => symbol.Slot == variable.Slot)?.Kind ?? ValueKind.Any,
        Literal { Value: bool } => ValueKind.Boolean,
        Literal { Value: long or double } => ValueKind.Number,
        Literal { Value: string } => ValueKind.Text,
        ListLiteral or ListComprehension => ValueKind.List,
        MapLiteral or MapProjection => ValueKind.Map,
        _ => ValueKind.Any,
    };

    private void NoAggregates(Expression expression)
    {
        if (Children.All(expression).OfType<FunctionCall>().FirstOrDefault(call => Functions.IsAggregate(call.Name)) is { } aggregate)
        {
            throw Wrong("InvalidAggregation", $"Invalid use of aggregating function {aggregate.Name}(...) in this context", aggregate.Position);
        }
    }
}
