namespace ActorGraph.Cypher.Planning.Rewrites;

/// <summary>The passes over a plan, in order. Each looks at one step at a time, sources and inner plans first, and gives a plan with the same rows.</summary>
internal static class Rewriter
{
    private static readonly Func<Plan, Plan>[] Passes =
    [
        KnownLabels.Rewrite,
        StoredCounts.Rewrite,
        TopRows.Rewrite,
    ];

    public static Plan Rewrite(Plan plan) => Passes.Aggregate(plan, Everywhere);

    private static Plan Everywhere(Plan plan, Func<Plan, Plan> pass)
    {
        Plan Go(Plan part) => Everywhere(part, pass);
        var step = plan.Source is null ? plan : plan with { Source = Go(plan.Source) };
        return pass(step switch
        {
            Apply p => p with { Inner = Go(p.Inner) },
            OptionalApply p => p with { Inner = Go(p.Inner) },
            ApplyForEffect p => p with { Inner = Go(p.Inner) },
            Union p => p with { Parts = p.Parts.Select(Go).ToList() },
            MergePattern p => p with { Found = Go(p.Found) },
            ForeachItem p => p with { Body = Go(p.Body) },
            _ => step,
        });
    }
}
