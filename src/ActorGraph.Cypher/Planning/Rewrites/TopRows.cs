using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Planning.Rewrites;

/// <summary>A sort of which only the first rows are wanted keeps no more than those.</summary>
internal static class TopRows
{
    public static Plan Rewrite(Plan plan) => plan switch
    {
        Limit { Source: Sort sort } limit => limit with { Source = sort with { Top = limit.Count } },
        Limit { Source: Skip { Source: Sort sort } skip } limit
            => limit with { Source = skip with { Source = sort with { Top = new Binary(limit.Count.Position, BinaryOperator.Add, skip.Count, limit.Count) } } },
        _ => plan,
    };
}
