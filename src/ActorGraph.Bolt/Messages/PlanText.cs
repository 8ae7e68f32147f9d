using System.Globalization;
using System.Text;

namespace ActorGraph.Bolt.Messages;

/// <summary>The plan that a server describes as nested maps, as indented text: one operator a line, inputs below what reads them.</summary>
internal static class PlanText
{
    private static readonly string[] Shown = ["Details", "EstimatedRows"];

    public static string Of(IReadOnlyDictionary<string, object?> plan)
    {
        var text = new StringBuilder();
        Write(plan, 0, text);
        return text.ToString();
    }

    private static void Write(IReadOnlyDictionary<string, object?> plan, int depth, StringBuilder text)
    {
        // The server names the database behind the operator: Expand(All)@neo4j.
        var name = (plan.GetValueOrDefault("operatorType") as string ?? "?").Split('@')[0];
        text.Append(' ', depth * 2).Append(name);
        var arguments = plan.GetValueOrDefault("args") as IReadOnlyDictionary<string, object?>;
        foreach (var key in Shown)
        {
            if (arguments?.GetValueOrDefault(key) is not { } value) continue;
            text.Append(key == "Details" ? " " : " rows~").Append(value is double number ? number.ToString("0.##", CultureInfo.InvariantCulture) : value);
        }

        text.Append('\n');
        if (plan.GetValueOrDefault("children") is not IReadOnlyList<object?> children) return;
        foreach (var child in children.OfType<IReadOnlyDictionary<string, object?>>()) Write(child, depth + 1, text);
    }
}
