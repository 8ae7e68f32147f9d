using System.Security.Cryptography;
using System.Text;

namespace ActorGraph.Facts;

/// <summary>One document as it was given: its text and what was said about it from outside.</summary>
/// <param name="Id"><c>doc:</c> and the first 16 hex digits of the SHA-256 of its bytes.</param>
/// <param name="Text">The decoded text; every offset in the project is a UTF-16 code unit into it, a byte order mark not counted.</param>
/// <param name="PublishedAt">Given with the load or stated by the document's metadata, else null: an unknown date stays unknown.</param>
/// <param name="Author">As its metadata states, else null.</param>
public sealed record Document(string Id, string Text, string? Title = null, string? Source = null, DateOnly? PublishedAt = null, string? Author = null)
{
    /// <summary>The document of a text, as though its UTF-8 bytes had been read.</summary>
    public static Document FromText(string text, string? title = null, string? source = null, DateOnly? publishedAt = null)
        => new(IdOf(Encoding.UTF8.GetBytes(text)), text, title, source, publishedAt);

    public static string IdOf(ReadOnlySpan<byte> bytes) => "doc:" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
}

/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One after the last.</param>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public string Of(string text) => text[Start..End];
}

/// <summary>One article of a document: a file may hold several.</summary>
/// <param name="Id">The document's id and the article's number from 1: <c>doc:…/1</c>.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Date">The day of the dateline or of the document where one is stated, else null.</param>
/// <param name="DateText">The words that state it.</param>
public sealed record Article(string Id, TextSpan Span, string Language, DateOnly? Date, string? DateText);
