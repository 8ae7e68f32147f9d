using System.Buffers;
using System.Text;

namespace ActorGraph.Extraction.Reading;

/// <param name="Text">null where the bytes are no text.</param>
/// <param name="Problem">What is wrong, as the end of a sentence that begins with the document's name.</param>
internal readonly record struct Decoded(string? Text, string? Problem);

/// <summary>Bytes → text, strictly: a byte that does not fit is told, never replaced.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <param name="offset">Where the bytes begin in what the message counts them in.</param>
    /// <param name="within">What they are counted in, where that is not the file.</param>
    public static Decoded Utf8(ReadOnlySpan<byte> bytes, long offset = 0, string within = "")
    {
        var start = Preamble(bytes);
        if (FirstBadByte(bytes[start..]) is { } bad)
        {
            return new(null, $"is not UTF-8: byte {offset + start + bad}{within} is 0x{bytes[start + bad]:X2}. Convert it to UTF-8 and load it again.");
        }

        return Checked(Strict.GetString(bytes[start..]));
    }

    /// <summary>A page is in the encoding of its mark, else in the one that it declares, else in UTF-8.</summary>
    public static Decoded Page(byte[] bytes)
    {
        if (Marked(bytes) is { } marked) return By(marked, bytes.AsSpan(marked.Preamble.Length), marked.WebName);
        if (DeclaredCharset.Of(bytes) is not { } name)
        {
            var text = Utf8(bytes);
            return text.Problem is null ? text : text with { Problem = text.Problem.Replace("is not UTF-8:", "declares no charset and is not UTF-8:", StringComparison.Ordinal) };
        }

        return DeclaredCharset.Encoding(name) is not { } encoding ? new(null, $"declares the charset '{name}', which is not known. Convert it to UTF-8 and load it again.")
            : encoding is UTF8Encoding ? Utf8(bytes)
            : By(encoding, bytes, name);
    }

    /// <summary>Length of the byte order mark.</summary>
    public static int Preamble(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;

    private static Encoding? Marked(ReadOnlySpan<byte> bytes)
        => bytes.StartsWith(Encoding.Unicode.Preamble) ? new UnicodeEncoding(false, true, true) : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? new UnicodeEncoding(true, true, true) : null;

    private static Decoded By(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return Checked(encoding.GetString(bytes));
        }
        catch (DecoderFallbackException wrong)
        {
            return new(null, $"is not {name}, as it declares: near byte {wrong.Index} stands 0x{Convert.ToHexString(wrong.BytesUnknown ?? [])}. Convert it to UTF-8 and load it again.");
        }
    }

    private static Decoded Checked(string text) => text.IndexOf('\0', StringComparison.Ordinal) is var zero and >= 0
        ? new(null, $"is no text: it has a zero character at {zero}. Convert it to plain text in UTF-8.")
        : new(text, null);

    private static int? FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }
}
