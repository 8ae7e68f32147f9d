using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Planning.Rewrites;

/// <summary>Nodes that were found by a label are not asked for it again.</summary>
internal static class KnownLabels
{
    public static Plan Rewrite(Plan plan)
        => plan is Filter { Predicate: HasLabels { Subject: Variable node, Labels: LabelName label } } filter && IsFoundBy(filter.Source, node.Slot, label.Name) ? filter.Source! : plan;

    private static bool IsFoundBy(Plan? plan, int slot, string label) => plan switch
    {
        Filter filter => IsFoundBy(filter.Source, slot, label),
        NodesByLabel found => found.Slot == slot && found.Label == label,
        NodesByBeginning found => found.Slot == slot && found.Label == label,
        NodesByProperty found => found.Slot == slot && found.Label == label,
        _ => false,
    };
}
