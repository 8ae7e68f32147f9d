namespace ActorGraph.Extraction.Reading;

/// <summary>Rows below a line of column names → documents.</summary>
internal static class CsvRecords
{
    public static IEnumerable<UnreadDocument> Rows(Stream stream, string name, FieldNames fields, Particulars given)
    {
        IReadOnlyList<string>? columns = null;
        foreach (var row in CsvReader.Read(stream))
        {
            var called = $"{name} line {row.Line}";
            if (columns is null)
            {
                if (row.Problem is not null || fields.TextIn(row.Cells) is null)
                {
                    yield return UnreadDocument.Bad(name, row.Problem is null ? fields.NoText("column", row.Cells) : $"has no line of column names: line {row.Line} {row.Problem}");
                    yield break;
                }

                columns = row.Cells;
            }
            else if (row.Problem is not null) yield return UnreadDocument.Bad(called, row.Problem);
            else if (row.Cells.Skip(columns.Count).Any(cell => cell.Length > 0))
            {
                yield return UnreadDocument.Bad(called, $"has {row.Cells.Count} cells, and the first line {columns.Count} columns. Put cells that hold the separator in quotes.");
            }
            else
            {
                var names = columns;
                yield return new(called, () => RecordFields.Read(called, "column", names, row.Cells, fields, given));
            }
        }

        if (columns is null) yield return UnreadDocument.Bad(name, "is empty; its first line names the columns: title,text,source,publishedAt.");
    }
}
