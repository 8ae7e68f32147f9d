using ActorGraph.Cypher.Binding;
using ActorGraph.Cypher.Planning.Rewrites;
using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Planning;

/// <summary>Bound query → logical plan, clause by clause.</summary>
public sealed class Planner
{
    private readonly SchemaSnapshot schema;
    private int slots;

    private Planner(SchemaSnapshot schema, int slots) => (this.schema, this.slots) = (schema, slots);

    /// <summary>The plan and how many slots its rows have.</summary>
    internal static (Plan Plan, int Slots) Plan(BoundQuery query, SchemaSnapshot schema)
    {
        var planner = new Planner(schema, query.SlotCount);
        var plan = planner.PlanQuery(new Argument(), query.Query, []);
        return (plan, planner.slots);
    }

    /// <summary>The plan that answers an expression from the row around it, and how many slots its rows have.</summary>
    /// <param name="slots">Slots of the rows around it.</param>
    public static (Plan Plan, int Slots) PlanInner(InnerQuery expression, SchemaSnapshot schema, int slots)
    {
        var planner = new Planner(schema, slots);
        HashSet<int> outer = [.. expression.Outer];
        var plan = expression switch
        {
            SubqueryExpression e => planner.PlanQuery(new Argument(), e.Query, outer),
            PatternPredicate e => MatchPlanner.Find(new Argument(), [e.Pattern], null, outer, schema, planner.NewSlot),
            PatternComprehension e => MatchPlanner.Find(new Argument(), [e.Pattern], e.Where, outer, schema, planner.NewSlot),
            ShortestPathExpression e => MatchPlanner.Find(new Argument(), [e.Pattern with { Path = e.Pattern.Path ?? new Variable(e.Position, "", planner.NewSlot()) }], null, outer, schema, planner.NewSlot),
            _ => throw new System.Diagnostics.UnreachableException(expression.GetType().Name),
        };
        return (Rewriter.Rewrite(plan), planner.slots);
    }

    /// <summary>The columns of a query: names and slots of its first RETURN.</summary>
    public static List<(string Name, int Slot)> ColumnsOf(SingleQuery part)
        => part.Clauses[^1] is Projection { IsReturn: true } projection ? projection.Items.Select(item => (item.Name, item.Slot)).ToList() : [];

    private int NewSlot() => slots++;

    private Plan PlanQuery(Plan source, Query query, HashSet<int> bound)
    {
        if (query.Parts.Count == 1) return PlanSingle(source, query.Parts[0], bound);
        var parts = query.Parts.Select(part => PlanSingle(new Argument(), part, [.. bound])).ToList();
        return new Union(source, parts, query.Parts.Select(part => (IReadOnlyList<int>)ColumnsOf(part).Select(column => column.Slot).ToList()).ToList(), query.Distinct);
    }

    private Plan PlanSingle(Plan plan, SingleQuery part, HashSet<int> bound)
    {
        foreach (var clause in part.Clauses) plan = PlanClause(plan, clause, bound);
        return plan;
    }

    private Plan PlanClause(Plan plan, Clause clause, HashSet<int> bound)
    {
        switch (clause)
        {
            case Match { Optional: false } match:
                return MatchPlanner.Find(plan, match.Pattern, match.Where, bound, schema, NewSlot);
            case Match match:
                var before = bound.ToHashSet();
                var inner = MatchPlanner.Find(new Argument(), match.Pattern, match.Where, bound, schema, NewSlot);
                return new OptionalApply(plan, inner, bound.Except(before).Order().ToList());
            case Unwind unwind:
                bound.Add(unwind.Item.Slot);
                return new UnwindList(plan, unwind.List, unwind.Item.Slot);
            case Projection projection:
                return PlanProjection(plan, projection, bound);
            case Create create:
                return PlanCreate(plan, create, bound);
            case Merge merge:
                return PlanMerge(plan, merge, bound);
            case SetClause set:
                return new SetValues(plan, set.Items);
            case RemoveClause remove:
                return new SetValues(plan, remove.Items);
            case Delete delete:
                return new DeleteEntities(plan, delete.Entities, delete.Detach);
            case Foreach each:
                Plan body = new Argument();
                var within = bound.Append(each.Item.Slot).ToHashSet();
                foreach (var step in each.Body) body = PlanClause(body, step, within);
                return new ForeachItem(plan, each.Item.Slot, each.List, body);
            case CallProcedure call:
                bound.UnionWith(call.Yield?.Select(item => item.Variable.Slot) ?? []);
                var rows = new ProcedureCall(plan, call.Name, call.Arguments, call.Yield?.Select(item => (item.Column, item.Variable.Slot)).ToList());
                return call.Where is null ? rows : new Filter(rows, call.Where);
            case CallSubquery call:
                var produced = call.Query.Parts.SelectMany(ColumnsOf).Select(column => column.Slot).ToList();
                var query = PlanQuery(new Argument(), call.Query, [.. bound]);
                bound.UnionWith(produced);
                return produced.Count == 0 ? new ApplyForEffect(plan, query) : new Apply(plan, query);
            default:
                throw new System.Diagnostics.UnreachableException(clause.GetType().Name);
        }
    }

    private Plan PlanProjection(Plan plan, Projection projection, HashSet<int> bound)
    {
        var items = projection.Items;
        if (items.Any(item => IsAggregating(item.Value))) plan = PlanAggregate(plan, items);
        else
        {
            var moved = items.Where(item => item.Value is not Variable v || v.Slot != item.Slot).Select(item => (item.Value, item.Slot)).ToList();
            if (moved.Count > 0) plan = new Project(plan, moved);
        }

        if (projection.Distinct) plan = new Distinct(plan, items.Select(item => item.Slot).ToList());
        if (projection.OrderBy.Count > 0) plan = new Sort(plan, projection.OrderBy, null);
        if (projection.Skip is not null) plan = new Skip(plan, projection.Skip);
        if (projection.Limit is not null) plan = new Limit(plan, projection.Limit);
        if (projection.Where is not null) plan = new Filter(plan, projection.Where);
        bound.Clear();
        bound.UnionWith(items.Select(item => item.Slot));
        return plan;
    }

    private static bool IsAggregating(Expression expression) => Children.All(expression).OfType<FunctionCall>().Any(call => Functions.IsAggregate(call.Name));

    private Plan PlanAggregate(Plan plan, IReadOnlyList<ProjectionItem> items)
    {
        var keys = items.Where(item => !IsAggregating(item.Value)).ToList();
        var calls = new List<(FunctionCall Call, int Slot)>();
        var mixed = new List<(Expression, int)>();
        foreach (var item in items.Where(item => IsAggregating(item.Value)))
        {
            var value = Rewriting.Replace(item.Value, part =>
            {
                if (part is FunctionCall call && Functions.IsAggregate(call.Name))
                {
                    var slot = part == item.Value ? item.Slot : NewSlot();
                    calls.Add((call, slot));
                    return new Variable(part.Position, "", slot);
                }

                return keys.FirstOrDefault(key => ExpressionText.Of(key.Value) == ExpressionText.Of(part)) is { } same ? new Variable(part.Position, same.Name, same.Slot) : null;
            });
            if (value is not Variable direct || direct.Slot != item.Slot) mixed.Add((value, item.Slot));
        }

        plan = new Aggregate(plan, keys.Select(key => (key.Value, key.Slot)).ToList(), calls);
        return mixed.Count == 0 ? plan : new Project(plan, mixed);
    }

    private static (List<NewNode>, List<NewRelationship>, List<(int, IReadOnlyList<int>)>) Made(IReadOnlyList<PatternPart> parts, HashSet<int> bound)
    {
        var nodes = new List<NewNode>();
        var relationships = new List<NewRelationship>();
        var paths = new List<(int, IReadOnlyList<int>)>();
        foreach (var part in parts)
        {
            foreach (var node in part.Nodes)
            {
                if (bound.Add(node.Variable!.Slot)) nodes.Add(new NewNode(node.Variable.Slot, node.Labels, node.Properties));
            }

            for (var i = 0; i < part.Relationships.Count; i++)
            {
                var r = part.Relationships[i];
                var (left, right) = (part.Nodes[i].Variable!.Slot, part.Nodes[i + 1].Variable!.Slot);
                var (start, end) = r.Direction == Direction.Incoming ? (right, left) : (left, right);
                relationships.Add(new NewRelationship(r.Variable!.Slot, start, end, r.Types!, r.Properties));
                bound.Add(r.Variable.Slot);
            }

            if (part.Path is null) continue;
            bound.Add(part.Path.Slot);
            paths.Add((part.Path.Slot, part.Nodes.SelectMany((node, i) => i == 0 ? [node.Variable!.Slot] : new[] { part.Relationships[i - 1].Variable!.Slot, node.Variable!.Slot }).ToList()));
        }

        return (nodes, relationships, paths);
    }

    private static Plan PlanCreate(Plan plan, Create create, HashSet<int> bound)
    {
        var (nodes, relationships, paths) = Made(create.Pattern, bound);
        plan = new CreatePattern(plan, nodes, relationships);
        return paths.Aggregate(plan, (current, path) => new BuildPath(current, path.Item1, path.Item2));
    }

    private MergePattern PlanMerge(Plan plan, Merge merge, HashSet<int> bound)
    {
        var found = MatchPlanner.Find(new Argument(), [merge.Pattern], null, [.. bound], schema, NewSlot);
        var (nodes, relationships, paths) = Made([merge.Pattern], bound);
        return new MergePattern(plan, found, nodes, relationships, paths, merge.OnCreate, merge.OnMatch);
    }
}
