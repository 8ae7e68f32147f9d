using System.Text;

namespace ActorGraph.Extraction.Reading;

/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Problem">Why the row cannot be used, as the end of a sentence; null where it can.</param>
public sealed record CsvRow(long Line, IReadOnlyList<string> Cells, string? Problem);

/// <summary>Values separated by commas (RFC 4180), semicolons or tabs, a row at a time: no more than one is held, however long the stream or a cell is.</summary>
public sealed class CsvReader
{
    private const int BufferBytes = 1 << 16;

    private readonly Stream stream;
    private readonly byte[] buffer = new byte[BufferBytes];
    private readonly MemoryStream cell = new();
    private readonly List<string> cells = [];
    private byte separator;
    private long line = 1;
    private long rowLine = 1;
    private long offset;
    private long rowBytes;
    private bool isQuoted;
    private bool wasQuoted;
    private string? problem;

    private CsvReader(Stream stream) => this.stream = stream;

    public static IEnumerable<CsvRow> Read(Stream stream) => new CsvReader(stream).Rows();

    private IEnumerable<CsvRow> Rows()
    {
        while (Fill() is > 0 and var count)
        {
            var start = 0;
            if (offset == 0)
            {
                start = TextDecoding.Preamble(buffer.AsSpan(0, count));
                separator = Separator(buffer.AsSpan(start, count - start));
                offset = start;
            }

            for (var i = start; i < count; i++)
            {
                if (Take(buffer[i]) && Row() is { } row) yield return row;
            }
        }

        if (isQuoted) problem ??= "opens a quote that is never closed. Close it, and double the quotes within a cell.";
        if (rowBytes > 0) EndCell();
        if (Row() is { } last) yield return last;
    }

    /// <summary>Fills the buffer as far as the stream goes, so that the first one shows the whole first line.</summary>
    private int Fill() => stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);

    /// <returns>Whether the byte ends a row.</returns>
    private bool Take(byte b)
    {
        offset++;
        if (b == '\n') line++;
        if (isQuoted)
        {
            if (b == '"') (isQuoted, wasQuoted) = (false, true);
            else Keep(b);
        }
        else if (b == '"' && (wasQuoted || cell.Length == 0))
        {
            // A quote right after a closing one is a quote in the cell.
            if (wasQuoted) Keep(b);
            isQuoted = true;
            rowBytes++;
        }
        else if (b == separator) EndCell();
        else if (b == '\n')
        {
            if (rowBytes > 0) EndCell();
            return true;
        }
        else if (b != '\r') Keep(b);

        return false;
    }

    private void Keep(byte b)
    {
        rowBytes++;
        wasQuoted = false;
        if (rowBytes <= ReadingLimits.DocumentBytes) cell.WriteByte(b);
        else problem ??= $"has more than {ReadingLimits.DocumentBytes} bytes. Split it into its articles; a quote that is never closed makes long rows, too.";
    }

    private void EndCell()
    {
        rowBytes++;
        wasQuoted = false;
        if (cells.Count == ReadingLimits.CsvColumns) problem ??= $"has more than {ReadingLimits.CsvColumns} cells. Write only the columns that say something of the document.";
        if (problem is null)
        {
            var (text, wrong) = TextDecoding.Utf8(cell.GetBuffer().AsSpan(0, (int)cell.Length), within: $" of its cell {cells.Count + 1}");
            problem = wrong;
            cells.Add(text ?? "");
        }

        cell.SetLength(0);
    }

    /// <returns>null of an empty line.</returns>
    private CsvRow? Row()
    {
        var row = rowBytes == 0 && problem is null ? null : new CsvRow(rowLine, cells.ToArray(), problem);
        cells.Clear();
        cell.SetLength(0);
        (rowLine, rowBytes, problem) = (line, 0, null);
        return row;
    }

    /// <summary>Which of the three stands most often in the first line.</summary>
    private static byte Separator(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var first = end < 0 ? bytes : bytes[..end];
        var (commas, semicolons, tabs) = (first.Count((byte)','), first.Count((byte)';'), first.Count((byte)'\t'));
        return (byte)(tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',');
    }
}
