using System.Text;
using System.Text.RegularExpressions;

namespace ActorGraph.Extraction.Reading;

/// <summary>The charset that a page declares in its head, and what browsers mean by its name.</summary>
internal static partial class DeclaredCharset
{
    /// <summary>Bytes from the start in which a declaration stands.</summary>
    private const int Reach = 4096;

    static DeclaredCharset() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);
        return Declaration().Match(head) is { Success: true } declared ? declared.Groups["name"].Value : null;
    }

    /// <summary>null where the name is not known.</summary>
    public static Encoding? Encoding(string name)
    {
        // By the web's rules these names stand for the larger sets, and a page that says UTF-16 in single bytes is UTF-8.
        var meant = name.ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            "gb2312" or "gbk" => "gb18030",
            "utf8" or "utf-16" or "utf-16le" or "utf-16be" => "utf-8",
            var other => other,
        };
        try
        {
            return System.Text.Encoding.GetEncoding(meant, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<meta[^>]{0,400}?charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.\-]{1,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["'](?<name>[A-Za-z0-9_:.\-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
