using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Binding;

internal sealed partial class Binder
{
    private Clause BindClause(Clause clause, Scope scope)
    {
        switch (clause)
        {
            case Match match:
                var pattern = BindMatchPattern(match.Pattern, scope);
                return match with { Pattern = pattern, Where = BindPredicate(match.Where, scope) };
            case Unwind unwind:
                var list = Bind(unwind.List, scope);
                NoAggregates(list);
                return unwind with { List = list, Item = Declare(unwind.Item, ValueKind.Any, scope) };
            case Create create:
                return create with { Pattern = create.Pattern.Select(part => BindCreated(part, scope, "CREATE")).ToList() };
            case Merge merge:
                var merged = BindCreated(merge.Pattern, scope, "MERGE");
                return merge with
                {
                    Pattern = merged,
                    OnCreate = merge.OnCreate.Select(item => BindSetItem(item, scope)).ToList(),
                    OnMatch = merge.OnMatch.Select(item => BindSetItem(item, scope)).ToList(),
                };
            case SetClause set:
                return set with { Items = set.Items.Select(item => BindSetItem(item, scope)).ToList() };
            case RemoveClause remove:
                return remove with { Items = remove.Items.Select(item => BindSetItem(item, scope)).ToList() };
            case Delete delete:
                return delete with { Entities = delete.Entities.Select(entity => BindDeleted(entity, scope)).ToList() };
            case Foreach each:
                return BindForeach(each, scope);
            case CallProcedure call:
                return BindCall(call, scope);
            case CallSubquery call:
                return BindSubquery(call, scope);
            default:
                throw new System.Diagnostics.UnreachableException(clause.GetType().Name);
        }
    }

    private Variable Declare(Variable variable, ValueKind kind, Scope scope)
    {
        if (scope.Find(variable.Name) is not null) throw Wrong("VariableAlreadyBound", $"Variable `{variable.Name}` already declared", variable.Position);
        var symbol = new Symbol(variable.Name, NewSlot(), kind);
        scope.Add(symbol);
        return variable with { Slot = symbol.Slot };
    }

    private SetItem BindSetItem(SetItem item, Scope scope) => item switch
    {
        SetProperty s => s with { Subject = BindUpdated(s.Subject, scope), Value = BindValue(s.Value, scope) },
        SetDynamicProperty s => s with { Subject = BindUpdated(s.Subject, scope), Key = BindValue(s.Key, scope), Value = BindValue(s.Value, scope) },
        SetProperties s => s with { Subject = Resolve(s.Subject, scope), Value = BindValue(s.Value, scope) },
        SetLabels s => s with { Subject = Resolve(s.Subject, scope), Labels = BindStaticLabels(s.Labels, scope, s.Position) },
        RemoveLabels s => s with { Subject = Resolve(s.Subject, scope), Labels = BindStaticLabels(s.Labels, scope, s.Position) },
        _ => throw new System.Diagnostics.UnreachableException(item.GetType().Name),
    };

    private Expression BindUpdated(Expression subject, Scope scope) => BindValue(subject, scope);

    /// <summary>An expression in which no aggregate may stand.</summary>
    private Expression BindValue(Expression expression, Scope scope)
    {
        NoBarePattern(expression);
        var bound = Bind(expression, scope);
        NoAggregates(bound);
        return bound;
    }

    private void NoBarePattern(Expression expression)
    {
        if (expression is PatternPredicate) throw Wrong("UnexpectedSyntax", "A pattern alone is no value: ask with EXISTS { }, count with COUNT { }, or list with [pattern | value]", expression.Position);
    }

    private Expression BindDeleted(Expression entity, Scope scope)
    {
        if (entity is HasLabels) throw Wrong("InvalidDelete", "DELETE takes nodes, relationships or paths, no labels: use REMOVE", entity.Position);
        var bound = BindValue(entity, scope);
        if (bound is Literal or Binary or ListLiteral or MapLiteral)
        {
            throw Wrong("InvalidArgumentType", "DELETE takes nodes, relationships or paths", entity.Position);
        }

        return bound;
    }

    private Foreach BindForeach(Foreach each, Scope scope)
    {
        var list = BindValue(each.List, scope);
        var inner = scope.Copy();
        var item = Shadow(each.Item, inner);
        var body = new List<Clause>();
        foreach (var clause in each.Body)
        {
            if (clause is not (Create or Merge or SetClause or RemoveClause or Delete or Foreach))
            {
                throw Wrong("InvalidClauseComposition", "Only updating clauses can stand in FOREACH", clause.Position);
            }

            body.Add(BindClause(clause, inner));
        }

        return each with { List = list, Item = item, Body = body };
    }

    /// <summary>A variable of an inner place, which hides one of the same name.</summary>
    private Variable Shadow(Variable variable, Scope inner, ValueKind kind = ValueKind.Any)
    {
        var slot = NewSlot();
        inner.Add(new Symbol(variable.Name, slot, kind));
        return variable with { Slot = slot };
    }

    private CallProcedure BindCall(CallProcedure call, Scope scope)
    {
        if (call.YieldStar) throw Wrong("UnexpectedSyntax", "YIELD * can only be used with a standalone CALL: name the columns", call.Position);
        if (call.Arguments is null) throw Wrong("InvalidArgumentPassingMode", "A procedure call inside a query needs its arguments in brackets", call.Position);
        return BindYield(call, scope);
    }

    private CallProcedure BindStandaloneCall(CallProcedure call, Scope scope) => BindYield(call, scope);

    private CallProcedure BindYield(CallProcedure call, Scope scope)
    {
        var arguments = call.Arguments?.Select(argument =>
        {
            var bound = Bind(argument, scope);
            NoAggregates(bound);
            return bound;
        }).ToList();
        var yield = call.Yield?.Select(item => item with { Variable = Declare(item.Variable, ValueKind.Any, scope) }).ToList();
        return call with { Arguments = arguments, Yield = yield, Where = BindPredicate(call.Where, scope) };
    }

    private CallSubquery BindSubquery(CallSubquery call, Scope scope)
    {
        var inner = new Scope();
        IReadOnlyList<Variable>? imports = null;
        if (call.ImportAll) inner = scope.Copy();
        else if (call.Imports is not null)
        {
            imports = call.Imports.Select(variable => Resolve(variable, scope)).ToList();
            foreach (var import in imports) inner.Add(scope.Find(import.Name)!);
        }

        // Without brackets, a first WITH of bare variables imports them; each part of a UNION may.
        var parts = new List<SingleQuery>();
        var columns = new List<BoundColumns>();
        foreach (var part in call.Query.Parts)
        {
            var from = inner.Copy();
            var imported = call.Imports is null && part.Clauses[0] is Projection { IsReturn: false, Where: null } with;
            if (imported && ((Projection)part.Clauses[0]).Items.All(item => item.Value is Variable && !item.HasAlias)) from = scope.Copy();
            var (bound, produced) = BindQuery(call.Query with { Parts = [part] }, from, isTop: false, allowsNoReturn: false);
            parts.AddRange(bound.Parts);
            columns.AddRange(produced);
        }

        foreach (var (name, slot) in columns[0].Columns)
        {
            if (scope.Find(name) is not null) throw Wrong("VariableAlreadyBound", $"Variable `{name}` already declared in outer scope", call.Position);
            scope.Add(new Symbol(name, slot, ValueKind.Any));
        }

        return call with { Query = call.Query with { Parts = parts }, Imports = imports };
    }
}
