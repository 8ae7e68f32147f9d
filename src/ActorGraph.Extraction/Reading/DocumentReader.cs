using System.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Reading;

/// <param name="Document">null where the bytes cannot be read.</param>
/// <param name="Problem">What is wrong and where, null where nothing is.</param>
public sealed record ReadResult(Document? Document, string? Problem);

/// <summary>Bytes → document. What cannot be read is told, never dropped.</summary>
public static class DocumentReader
{
    /// <summary>Largest document, in bytes.</summary>
    public const int MaxBytes = 20_000_000;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <param name="name">How messages call the document.</param>
    public static ReadResult Read(byte[] bytes, string name, string? title = null, string? source = null, DateOnly? publishedAt = null)
    {
        if (bytes.Length > MaxBytes) return new ReadResult(null, $"{name} has {bytes.Length} bytes; at most {MaxBytes} are read. Split it into its articles.");
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        try
        {
            var text = Strict.GetString(bytes, start, bytes.Length - start);
            if (text.IndexOf('\0', StringComparison.Ordinal) is var zero and >= 0) return new ReadResult(null, $"{name} is no text: it has a zero character at {zero}. Convert it to plain text in UTF-8.");
            return new ReadResult(new Document(Document.IdOf(bytes), text, title, source, publishedAt), null);
        }
        catch (DecoderFallbackException)
        {
            var at = FirstBadByte(bytes, start);
            return new ReadResult(null, $"{name} is not UTF-8: byte {at} is 0x{bytes[at]:X2}. Convert it to UTF-8 and load it again.");
        }
    }

    private static int FirstBadByte(byte[] bytes, int start)
    {
        while (start < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(start), out _, out var length) != System.Buffers.OperationStatus.Done) return start;
            start += length;
        }

        return bytes.Length - 1;
    }
}
