using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Expressions;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>Puts the elements of a named path together.</summary>
internal static class Paths
{
    public static IEnumerable<object?[]> Build(BuildPath plan, IEnumerable<object?[]> source)
    {
        foreach (var row in source)
        {
            row[plan.Slot] = Build(row, plan.Elements);
            yield return row;
        }
    }

    /// <summary>The path, or null where an element is missing.</summary>
    public static PathReference? Build(object?[] row, IReadOnlyList<int> elements)
    {
        if (row[elements[0]] is not NodeReference first) return null;
        var nodes = new List<NodeReference> { first };
        var relationships = new List<RelationshipReference>();
        for (var i = 1; i < elements.Count; i += 2)
        {
            IReadOnlyList<object?>? steps = row[elements[i]] switch
            {
                RelationshipReference one => [one],
                IReadOnlyList<object?> several => several,
                _ => null,
            };
            if (steps is null) return null;
            foreach (var step in steps.Cast<RelationshipReference>())
            {
                relationships.Add(step);
                nodes.Add(new NodeReference(step.Start == nodes[^1].Id ? step.End : step.Start));
            }
        }

        return new PathReference(nodes, relationships);
    }
}
