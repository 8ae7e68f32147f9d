namespace ActorGraph.Knowledge.Paths;

/// <summary>Every way to take back one part of a filter, told in words.</summary>
internal static class FilterRelaxations
{
    public static IEnumerable<(string Change, PathFilter Filter)> Of(PathFilter filter, PathLimits limits)
    {
        if (filter.Exclude is { Count: > 0 } exclude)
            foreach (var one in exclude) yield return ($"without exclude: {one}", filter with { Exclude = exclude.Where(other => other != one).ToList() });
        if (filter.Via is { Count: > 0 } via)
            foreach (var one in via) yield return ($"without via: {one}", filter with { Via = via.Where(other => other != one).ToList() });
        if (filter.Relations is { Count: > 0 }) yield return ("without relations", filter with { Relations = null });
        if (filter.Kinds is { Count: > 0 }) yield return ("without kinds", filter with { Kinds = null });
        if (filter.Documents is { Count: > 0 }) yield return ("without documents", filter with { Documents = null });
        if (filter.Since is { } since) yield return ($"without since: {since:yyyy-MM-dd}", filter with { Since = null });
        if (filter.Until is { } until) yield return ($"without until: {until:yyyy-MM-dd}", filter with { Until = null });
        if (!filter.Undated) yield return ("with undated: true", filter with { Undated = true });
        if (filter.MinimumOrigins is > 1 and { } origins) yield return ($"without minimumOrigins: {origins}", filter with { MinimumOrigins = null });
        if (filter.Hubs == Hubs.Block) yield return ("with hubs: AVOID", filter with { Hubs = Hubs.Avoid });
        if ((filter.MaximumSteps ?? limits.DefaultSteps) < limits.MostSteps) yield return ($"with maximumSteps: {limits.MostSteps}", filter with { MaximumSteps = limits.MostSteps });
        if (filter.Status is not { Count: > 0 } status || PathRelations.AllStatuses.Except(status).Any()) yield return ("with every status", filter with { Status = PathRelations.AllStatuses });
        if (filter.Relations is not { Count: > 0 }) yield return ("with HELD_IN, LOCATED_IN and BASED_IN among the relations", filter with { Relations = [.. PathRelations.Default, .. PathRelations.OnlyWhenAsked] });
    }
}
