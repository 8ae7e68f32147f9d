using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Binding;

internal sealed partial class Binder
{
    /// <summary>WITH or RETURN, and the scope that follows it.</summary>
    private (Projection, Scope) BindProjection(Projection projection, Scope scope)
    {
        var items = new List<ProjectionItem>();
        if (projection.Star)
        {
            if (scope.Symbols.Count == 0 && projection.IsReturn) throw Wrong("NoVariablesInScope", "RETURN * is not allowed when there are no variables in scope", projection.Position);
            items.AddRange(scope.Symbols.Select(symbol => new ProjectionItem(new Variable(projection.Position, symbol.Name, symbol.Slot), symbol.Name, true, symbol.Slot)));
        }

        foreach (var item in projection.Items)
        {
            if (!projection.IsReturn && !item.HasAlias && item.Value is not Variable)
            {
                throw Wrong("NoExpressionAlias", "Expression in WITH must be aliased (use AS)", item.Value.Position);
            }

            if (items.Any(other => other.Name == item.Name) && !(projection.Star && item.Value is Variable && !item.HasAlias))
            {
                throw Wrong("ColumnNameConflict", $"Multiple result columns with the same name are not supported: `{item.Name}`", item.Value.Position);
            }

            NoBarePattern(item.Value);
            var value = Bind(item.Value, scope);
            var passes = value is Variable variable && variable.Name == item.Name;
            items.Add(item with { Value = value, Slot = passes ? ((Variable)value).Slot : NewSlot() });
        }

        var isAggregating = items.Any(item => ContainsAggregate(item.Value));
        if (isAggregating) CheckGrouping(items);
        // Equal slots of a grouping key and its source would let the aggregate overwrite what it still reads.
        var after = new Scope(items.Select(item => new Symbol(item.Name, item.Slot, KindOf(item.Value, scope))));
        var order = projection.OrderBy.Select(sort => sort with { Value = BindSort(sort.Value, items, scope, after, projection.Distinct || isAggregating) }).ToList();
        return (projection with
        {
            Star = false,
            Items = items,
            OrderBy = order,
            Skip = BindCount(projection.Skip, "SKIP"),
            Limit = BindCount(projection.Limit, "LIMIT"),
            Where = BindPredicate(projection.Where, projection.Distinct || isAggregating ? after : Both(scope, after)),
        }, after);
    }

    private static bool ContainsAggregate(Expression expression)
        => Children.All(expression).OfType<FunctionCall>().Any(call => Functions.IsAggregate(call.Name));

    /// <summary>Beside an aggregate only constants and grouping keys may stand.</summary>
    private void CheckGrouping(List<ProjectionItem> items)
    {
        var keys = items.Where(item => !ContainsAggregate(item.Value)).Select(item => ExpressionText.Of(item.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var item in items.Where(item => ContainsAggregate(item.Value)))
        {
            if (Ambiguous(item.Value, keys) is { } found)
            {
                throw Wrong("AmbiguousAggregationExpression", $"Aggregation column contains implicit grouping expressions: {found.Name}", found.Position);
            }
        }
    }

    private static Variable? Ambiguous(Expression expression, HashSet<string> keys)
    {
        if (expression is FunctionCall call && Functions.IsAggregate(call.Name) || keys.Contains(ExpressionText.Of(expression))) return null;
        if (expression is Variable variable) return variable;
        var own = expression switch
        {
            ListComprehension e => [e.Item.Slot],
            Quantified e => [e.Item.Slot],
            Reduce e => [e.Accumulator.Slot, e.Item.Slot],
            _ => Array.Empty<int>(),
        };
        return Children.Of(expression).Select(child => Ambiguous(child, keys)).FirstOrDefault(found => found is not null && !own.Contains(found.Slot));
    }

    /// <summary>ORDER BY sees what was projected and, where rows are still one to one, what was there before.</summary>
    private Expression BindSort(Expression value, List<ProjectionItem> items, Scope before, Scope after, bool onlyProjected)
    {
        var both = Both(before, after);
        var bound = Bind(value, both);
        if (!onlyProjected)
        {
            NoAggregates(bound);
            return bound;
        }

        var unprojected = ExpressionText.Of(BindOrNull(value, before) ?? bound);
        if (items.FirstOrDefault(item => ExpressionText.Of(item.Value) == unprojected) is { } same) return new Variable(value.Position, same.Name, same.Slot);
        var replaced = ReplaceProjected(bound, items);
        var visible = after.Symbols.Select(symbol => symbol.Slot).ToHashSet();
        var hidden = before.Symbols.Select(symbol => symbol.Slot).Where(slot => !visible.Contains(slot)).ToHashSet();
        if (Children.All(replaced).OfType<FunctionCall>().FirstOrDefault(call => Functions.IsAggregate(call.Name)) is { } aggregate)
        {
            throw Wrong(items.Any(item => ContainsAggregate(item.Value)) ? "AmbiguousAggregationExpression" : "InvalidAggregation",
                $"ORDER BY can only use {aggregate.Name}(...) where it is projected: give it an alias", aggregate.Position);
        }

        if (Children.All(replaced).OfType<Variable>().FirstOrDefault(variable => hidden.Contains(variable.Slot)) is { } gone) throw Undefined(gone);
        return replaced;
    }

    private static Scope Both(Scope before, Scope after)
    {
        var both = before.Copy();
        foreach (var symbol in after.Symbols) both.Add(symbol);
        return both;
    }

    private Expression? BindOrNull(Expression value, Scope scope)
        => Children.All(value).OfType<Variable>().All(variable => scope.Find(variable.Name) is not null) ? Bind(value, scope) : null;

    /// <summary>The expression with every part that equals a projected item read from there.</summary>
    private static Expression ReplaceProjected(Expression expression, List<ProjectionItem> items)
        => Rewriting.Replace(expression, part => part is Literal or Parameter ? null
            : items.FirstOrDefault(item => ExpressionText.Of(item.Value) == ExpressionText.Of(part)) is { } same ? new Variable(part.Position, same.Name, same.Slot) : null);

    private Expression? BindCount(Expression? count, string clause)
    {
        if (count is null) return null;
        if (Children.All(count).OfType<Variable>().FirstOrDefault() is { } variable)
        {
            throw Wrong("NonConstantExpression", $"It is not allowed to refer to variables in {clause}", variable.Position);
        }

        var bound = BindValue(count, new Scope());
        if (bound is Literal { Value: long and < 0 }) throw Wrong("NegativeIntegerArgument", $"{clause} takes no negative number", count.Position);
        if (bound is Literal { Value: not long }) throw Wrong("InvalidArgumentType", $"{clause} takes an integer", count.Position);
        return bound;
    }
}
