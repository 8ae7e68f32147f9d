using ActorGraph.Facts;

namespace ActorGraph.Extraction.Reading;

/// <summary>Files → documents. What cannot be read is told, never dropped, and never the end of what follows it.</summary>
public static class DocumentReader
{
    /// <summary>Plain text.</summary>
    /// <param name="name">How messages call the document.</param>
    public static ReadResult Read(byte[] bytes, string name, string? title = null, string? source = null, DateOnly? publishedAt = null)
        => Read(bytes, name, DocumentFormat.Text, new(title, null, source, publishedAt));

    /// <summary>One document of a format that holds one a file.</summary>
    public static ReadResult Read(byte[] bytes, string name, DocumentFormat format, Particulars given)
    {
        if (bytes.Length > ReadingLimits.DocumentBytes) return new(null, TooLong(name, bytes.Length, ReadingLimits.DocumentBytes, "Split it into its articles."));
        return format switch
        {
            DocumentFormat.Markdown => MarkdownText.Read(bytes, name, given),
            DocumentFormat.Html => HtmlPage.Read(bytes, name, given),
            _ => PlainText(bytes, name, given),
        };
    }

    /// <summary>The documents of a file, in order, each to be read on its own. The file is open while they are listed.</summary>
    /// <param name="given">What is said about them elsewhere; goes before what the file says.</param>
    public static IEnumerable<UnreadDocument> Documents(string path, Particulars given, FieldNames? fields = null)
    {
        var format = DocumentFormats.Of(path);
        return format.HoldsMany() ? Told(path, Many(path, format, given, fields ?? FieldNames.Usual)) : [new(path, () => One(path, format, given))];
    }

    private static ReadResult One(string path, DocumentFormat format, Particulars given)
    {
        try
        {
            var (bytes, problem) = Bytes(path, ReadingLimits.DocumentBytes, "Split it into its articles.");
            return bytes is null ? new(null, problem) : Read(bytes, path, format, given);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(null, Unreadable(path, failure));
        }
    }

    private static IEnumerable<UnreadDocument> Many(string path, DocumentFormat format, Particulars given, FieldNames fields)
    {
        if (format == DocumentFormat.Json)
        {
            var (bytes, problem) = Bytes(path, ReadingLimits.JsonFileBytes, "Write JSON Lines, one document a line, in a file called .jsonl: of those any number is read.");
            foreach (var document in bytes is null ? [new(path, () => new(null, problem))] : JsonRecords.File(bytes, path, fields, given)) yield return document;
            yield break;
        }

        using var stream = File.OpenRead(path);
        foreach (var document in format == DocumentFormat.Csv ? CsvRecords.Rows(stream, path, fields, given) : JsonRecords.Lines(stream, path, fields, given)) yield return document;
    }

    /// <summary>The same documents; a failure of the file is told in place of what would follow.</summary>
    private static IEnumerable<UnreadDocument> Told(string path, IEnumerable<UnreadDocument> documents)
    {
        using var each = documents.GetEnumerator();
        string? problem = null;
        while (problem is null)
        {
            try
            {
                if (!each.MoveNext()) yield break;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                problem = Unreadable(path, failure);
            }

            yield return problem is null ? each.Current : new(path, () => new(null, problem));
        }
    }

    private static ReadResult PlainText(byte[] bytes, string name, Particulars given)
    {
        var (text, problem) = TextDecoding.Utf8(bytes);
        return text is null ? new(null, $"{name} {problem}") : new(new Document(Document.IdOf(bytes), text, given.Title, given.Source, given.PublishedAt, given.Author), null);
    }

    /// <summary>A file's bytes; of one that is too long, or has no length at all, no more than the bound is held.</summary>
    private static (byte[]? Bytes, string? Problem) Bytes(string path, int most, string instead)
    {
        using var stream = File.OpenRead(path);
        if (stream.CanSeek && stream.Length > most) return (null, TooLong(path, stream.Length, most, instead));
        using var held = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (held.Length + count > most) return (null, TooLong(path, null, most, instead));
            held.Write(buffer, 0, count);
        }

        return (held.ToArray(), null);
    }

    private static string TooLong(string name, long? bytes, int most, string instead) => $"{name} has {bytes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "too many"} bytes; at most {most} are read. {instead}";

    private static string Unreadable(string path, Exception failure) => $"{path} cannot be read: {failure.Message}";
}
