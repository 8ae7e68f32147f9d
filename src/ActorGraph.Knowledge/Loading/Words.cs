using System.Globalization;
using System.Text;

namespace ActorGraph.Knowledge.Loading;

/// <summary>How the words of facts stand in the graph: enums in snake case, days as ISO 8601.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    public static T To<T>(string word) where T : struct, Enum => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ToDay(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The properties that have a value; the graph knows no null.</summary>
    public static Dictionary<string, object?> Given(params IEnumerable<(string Name, object? Value)> properties)
        => properties.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => Graph.GraphValue.From(p.Value));
}
