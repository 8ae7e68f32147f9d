namespace ActorGraph.Api.Documents;

/// <summary>Values → a line of CSV (RFC 4180).</summary>
internal static class CsvText
{
    public static string Line(params IEnumerable<string> fields)
        => string.Join(',', fields.Select(field => field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
}
