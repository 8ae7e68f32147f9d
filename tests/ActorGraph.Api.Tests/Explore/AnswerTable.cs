using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace ActorGraph.Api.Tests.Explore;

/// <summary>An answer as a table. A cell that holds many values joins them.</summary>
internal sealed record AnswerTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const string Between = "; ";

    /// <summary>For comparing across languages: GraphQL writes enums in capitals, and orders what is in a cell as it likes.</summary>
    public IReadOnlyList<string> Sorted => Rows.Select(row => string.Join(" | ", row.Select(cell => string.Join(Between, cell.ToLowerInvariant().Split(Between).Order(StringComparer.Ordinal))))).Order(StringComparer.Ordinal).ToList();

    public string Markdown => string.Concat(new[] { Columns, Columns.Select(_ => "---").ToList() }.Concat(Rows).Select(row => $"| {string.Join(" | ", row)} |\n"));

    public static AnswerTable Of(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) => new(columns, rows.Select(row => (IReadOnlyList<string>)row.Select(Cell).ToList()).ToList());

    public static AnswerTable Parse(string markdown)
    {
        var lines = markdown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (IReadOnlyList<string>)line.Trim('|').Split('|').Select(cell => cell.Trim()).ToList()).ToList();
        return new(lines[0], lines.Skip(2).ToList());
    }

    /// <summary>The first list of objects in an answer of GraphQL, where each level above it has one field; a lone object is one row.</summary>
    public static AnswerTable Of(JsonElement data)
    {
        var rows = Objects(data).ToList();
        return new(rows.Count == 0 ? [] : rows[0].EnumerateObject().Select(field => field.Name).ToList(), rows.Select(row => (IReadOnlyList<string>)row.EnumerateObject().Select(field => Cell(Leaves(field.Value))).ToList()).ToList());
    }

    private static IEnumerable<JsonElement> Objects(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray();
        var fields = value.EnumerateObject().ToList();
        return fields is [{ Value.ValueKind: JsonValueKind.Array or JsonValueKind.Object }] ? Objects(fields[0].Value) : [value];
    }

    private static IEnumerable<object?> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Leaves(field.Value)),
        JsonValueKind.Null => [],
        _ => [value.ToString()],
    };

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => string.Join(' ', text.Replace('|', '¦').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        IEnumerable many => string.Join(Between, many.Cast<object?>().Select(Cell).Distinct()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
