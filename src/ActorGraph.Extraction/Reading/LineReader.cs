namespace ActorGraph.Extraction.Reading;

/// <param name="Number">From 1.</param>
/// <param name="At">Where it begins in the file.</param>
/// <param name="Length">Bytes, also of a line that was too long to keep.</param>
/// <param name="Bytes">Without its end; null where it is longer than one document may be.</param>
internal readonly record struct RawLine(long Number, long At, long Length, byte[]? Bytes);

/// <summary>The lines of a stream, of which no more than one is held, however long the stream or a line is.</summary>
internal static class LineReader
{
    private const int BufferBytes = 1 << 16;

    public static IEnumerable<RawLine> Read(Stream stream)
    {
        var buffer = new byte[BufferBytes];
        using var line = new MemoryStream();
        var (number, at, length) = (1L, 0L, 0L);
        while (stream.Read(buffer) is > 0 and var count)
        {
            for (var start = 0; start < count;)
            {
                var found = buffer.AsSpan(start, count - start).IndexOf((byte)'\n');
                var piece = found < 0 ? count - start : found;
                length += piece;
                if (length <= ReadingLimits.DocumentBytes) line.Write(buffer, start, piece);
                start += piece;
                if (found < 0) continue;
                yield return Line();
                start++;
                (number, at, length) = (number + 1, at + length + 1, 0);
                line.SetLength(0);
            }
        }

        if (length > 0) yield return Line();

        RawLine Line() => new(number, at, length, length <= ReadingLimits.DocumentBytes ? line.ToArray() : null);
    }
}
