using System.Collections;
using System.Text;
using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Planning;

/// <summary>The one printed form of a plan: a step a line, its source below it, inner plans indented. What EXPLAIN shows.</summary>
public static class PlanText
{
    public static string Of(Plan plan)
    {
        var text = new StringBuilder();
        Write(plan, 0, text);
        return text.ToString().TrimEnd();
    }

    private static void Write(Plan? plan, int depth, StringBuilder text)
    {
        for (; plan is not null; plan = plan.Source)
        {
            text.Append(' ', depth * 2).Append(plan.GetType().Name);
            var inner = new List<Plan>();
            foreach (var property in plan.GetType().GetProperties().Where(p => p.Name is not ("Source" or "EqualityContract")))
            {
                var value = property.GetValue(plan);
                if (value is Plan nested) inner.Add(nested);
                else if (value is IEnumerable<Plan> several) inner.AddRange(several);
                else if (Shown(value) is { Length: > 0 } shown) text.Append(' ').Append(property.Name).Append('=').Append(shown);
            }

            text.AppendLine();
            foreach (var nested in inner) Write(nested, depth + 1, text);
        }
    }

    private static string Shown(object? value) => value switch
    {
        null or false => "",
        Expression expression => ExpressionText.Of(expression),
        LabelExpression labels => ExpressionText.Of(labels),
        SortItem sort => ExpressionText.Of(sort.Value) + (sort.Descending ? " DESC" : ""),
        string name => name,
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Shown)) + "]",
        System.Runtime.CompilerServices.ITuple tuple => "(" + string.Join(" → ", Enumerable.Range(0, tuple.Length).Select(i => Shown(tuple[i]))) + ")",
        NewNode node => $"({node.Slot}:{ExpressionText.Of(node.Labels)} {ExpressionText.Of(node.Properties)})",
        NewRelationship r => $"({r.Start})-[{r.Slot}:{ExpressionText.Of(r.Type)} {ExpressionText.Of(r.Properties)}]->({r.End})",
        LengthRange length => $"{length.Min}..{length.Max}",
        _ => value.ToString() ?? "",
    };
}
