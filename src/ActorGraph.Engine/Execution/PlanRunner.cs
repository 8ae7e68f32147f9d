using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Syntax;
using ActorGraph.Engine.Execution.Operators;

namespace ActorGraph.Engine.Execution;

/// <summary>Plan → rows. A row that an operator yields is its own: later operators may write into it.</summary>
internal sealed class PlanRunner(StatementContext context)
{
    private readonly Dictionary<InnerQuery, (Plan Plan, int Slots)> innerPlans = new(ReferenceEqualityComparer.Instance);

    /// <summary>Rows of the plan, which begins with the given one.</summary>
    public IEnumerable<object?[]> Run(Plan plan, object?[] argument)
    {
        switch (plan)
        {
            case Argument: return [argument];
            case ChangeSchema change: return SchemaChanges.Run(change.Command, context);
        }

        var source = Run(plan.Source!, argument);
        return plan switch
        {
            AllNodes p => Scans.All(p, source, context),
            NodesByLabel p => Scans.ByLabel(p, source, context),
            NodesById p => Scans.ById(p, source, context),
            RelationshipsById p => Scans.RelationshipsById(p, source, context),
            RelationshipsByProperty p => Scans.RelationshipsByProperty(p, source, context),
            NodesByBeginning p => Scans.ByBeginning(p, source, context),
            NodesByProperty p => Scans.ByProperty(p, source, context),
            Expand p => Expansions.Single(p, source, context),
            ExpandVariable p => VariableExpansions.Run(p, source, context),
            EndsOfRelationship p => Expansions.Ends(p, source, context),
            ShortestPaths p => ShortestPathSearch.Run(p, source, context),
            BuildPath p => Paths.Build(p, source),
            Filter p => Rows.Filtered(p, source, context),
            Project p => Rows.Projected(p, source, context),
            Aggregate p => Aggregation.Run(p, source, argument, context),
            CountNodes p => Aggregation.CountNodes(p, source, context),
            CountRelationships p => Aggregation.CountRelationships(p, source, context),
            Distinct p => Rows.Distinct(p, source, context),
            Sort p => Sorting.Run(p, source, argument, context),
            Skip p => Sorting.Skip(p, source, argument, context),
            Limit p => Sorting.Limit(p, source, argument, context),
            UnwindList p => Rows.Unwound(p, source, context),
            Apply p => source.SelectMany(row => Run(p.Inner, (object?[])row.Clone())),
            OptionalApply p => Nesting.Optional(p, source, this),
            ApplyForEffect p => Nesting.ForEffect(p, source, this, context),
            Union p => Nesting.Union(p, source, this, context),
            CreatePattern p => Writing.Create(p, source, context),
            MergePattern p => Merging.Run(p, source, context),
            SetValues p => Setting.Run(p, source, context),
            DeleteEntities p => Deleting.Run(p, source, context),
            ForeachItem p => Nesting.Foreach(p, source, this, context),
            ProcedureCall p => ProcedureCalls.Run(p, source, context),
            _ => throw new System.Diagnostics.UnreachableException(plan.GetType().Name),
        };
    }

    /// <summary>Rows of the plan that answers an expression from the row around it.</summary>
    public IEnumerable<object?[]> RunInner(InnerQuery expression, object?[] row)
    {
        if (!innerPlans.TryGetValue(expression, out var planned)) innerPlans[expression] = planned = Planner.PlanInner(expression, context.Schema, row.Length);
        var inner = new object?[planned.Slots];
        row.CopyTo(inner, 0);
        var rows = Run(planned.Plan, inner);
        return expression is ShortestPathExpression ? rows.Select(found => found[PathSlot(planned.Plan)]).Select(path => new[] { path }) : rows;
    }

    private static int PathSlot(Plan plan)
    {
        for (var step = plan; step is not null; step = step.Source)
        {
            if (step is ShortestPaths search) return search.Path;
        }

        throw new System.Diagnostics.UnreachableException();
    }
}
