using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Planning.Rewrites;

/// <summary>How many nodes of a label, or relationships of some types, there are is asked of the store and not counted row by row.</summary>
internal static class StoredCounts
{
    public static Plan Rewrite(Plan plan) => plan is Aggregate { Keys.Count: 0, Values: [var (call, slot)] } count ? count.Source switch
    {
        AllNodes { Source: Argument start } nodes when Counts(call, nodes.Slot) => new CountNodes(start, null, slot),
        NodesByLabel { Source: Argument start } nodes when Counts(call, nodes.Slot) => new CountNodes(start, nodes.Label, slot),
        Expand { Source: AllNodes { Source: Argument start }, Direction: not Direction.Both, ToIsBound: false } walk when Counts(call, walk.Relationship) => new CountRelationships(start, walk.Types, slot),
        _ => plan,
    }
    : plan;

    private static bool Counts(FunctionCall call, int slot) => call.Name.Equals("count", StringComparison.OrdinalIgnoreCase)
        && (call.IsStar || (call.Arguments is [Variable counted] && counted.Slot == slot));
}
