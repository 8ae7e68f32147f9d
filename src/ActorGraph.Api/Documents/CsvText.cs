using System.Text;

namespace ActorGraph.Api.Documents;

/// <summary>Comma-separated values as RFC 4180 has them.</summary>
internal static class CsvText
{
    public static IReadOnlyList<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"' && (isQuoted || field.Length == 0)) isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\n' or '\r' or '\uFEFF')) field.Append(c);
            else if (c == ',') EndField();
            else if (c == '\n') EndRow();
        }

        if (field.Length > 0 || row.Count > 0) EndRow();
        return rows;

        void EndField()
        {
            row.Add(field.ToString());
            field.Clear();
        }

        void EndRow()
        {
            EndField();
            rows.Add(row);
            row = [];
        }
    }

    public static string Line(params IEnumerable<string> fields)
        => string.Join(',', fields.Select(field => field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
}
