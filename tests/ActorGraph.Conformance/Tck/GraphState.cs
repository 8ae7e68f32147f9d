using ActorGraph.Graph;

namespace ActorGraph.Conformance.Tck;

/// <summary>What is in the graph at a moment, so that side effects can be counted.</summary>
internal sealed record GraphState(HashSet<string> Nodes, HashSet<string> Relationships, HashSet<string> Labels, HashSet<string> Properties)
{
    public static async Task<GraphState> ReadAsync(IGraphSession session)
    {
        var state = new GraphState([], [], [], []);
        var text = new ValueText(false);
        void Keep(string entity, object? properties)
        {
            foreach (var (key, value) in (IReadOnlyDictionary<string, object?>)properties!) state.Properties.Add($"{entity}.{key}={text.Of(value)}");
        }

        await using (var nodes = await session.RunAsync(new Statement("MATCH (n) RETURN id(n), labels(n), properties(n)"), default))
        {
            await foreach (var row in nodes.Rows(default))
            {
                state.Nodes.Add($"n{row[0]}");
                foreach (var label in (IReadOnlyList<object?>)row[1]!) state.Labels.Add((string)label!);
                Keep($"n{row[0]}", row[2]);
            }
        }

        await using var relationships = await session.RunAsync(new Statement("MATCH ()-[r]->() RETURN id(r), properties(r)"), default);
        await foreach (var row in relationships.Rows(default))
        {
            state.Relationships.Add($"r{row[0]}");
            Keep($"r{row[0]}", row[1]);
        }

        return state;
    }

    /// <summary>Null where exactly the expected effects lie between the two states.</summary>
    public string? Difference(GraphState before, IReadOnlyList<IReadOnlyList<string>> expected)
    {
        var effects = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["+nodes"] = Nodes.Except(before.Nodes).Count(), ["-nodes"] = before.Nodes.Except(Nodes).Count(),
            ["+relationships"] = Relationships.Except(before.Relationships).Count(), ["-relationships"] = before.Relationships.Except(Relationships).Count(),
            ["+labels"] = Labels.Except(before.Labels).Count(), ["-labels"] = before.Labels.Except(Labels).Count(),
            ["+properties"] = Properties.Except(before.Properties).Count(), ["-properties"] = before.Properties.Except(Properties).Count(),
        };
        var actual = string.Join(", ", effects.Where(effect => effect.Value != 0).Select(effect => $"{effect.Key} {effect.Value}"));
        var wanted = string.Join(", ", expected.OrderBy(row => row[0], StringComparer.Ordinal).Where(row => row[1] != "0").Select(row => $"{row[0]} {row[1]}"));
        return actual == wanted ? null : $"side effects [{actual}] instead of [{wanted}]";
    }
}
