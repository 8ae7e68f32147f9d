using ActorGraph.Facts;
using Markdig;

namespace ActorGraph.Extraction.Reading;

/// <summary>Markdown → the text that its readers see; title, author, source and date from the lines between --- at its head.</summary>
internal static class MarkdownText
{
    private const string Fence = "---";

    /// <summary>A rule between two articles of one file.</summary>
    private const string Rule = "----";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static ReadResult Read(byte[] bytes, string name, Particulars given)
    {
        var (raw, problem) = TextDecoding.Utf8(bytes);
        if (raw is null) return new(null, $"{name} {problem}");
        var (about, body) = Head(raw.ReplaceLineEndings("\n"));
        try
        {
            var page = HtmlPage.Parse(Markdown.ToHtml(body, Pipeline));
            var text = HtmlText.Of(page.Body!, Rule);
            about = given.Or(about).Or(new(Particulars.Line(page.QuerySelector("h1")?.TextContent)));
            return new(new Document(Document.IdOf(bytes), text, about.Title, about.Source, about.PublishedAt, about.Author), null);
        }
        catch (ArgumentException)
        {
            return new(null, $"{name} nests its marks too deep. Save it as plain text.");
        }
        catch (PageException wrong)
        {
            return new(null, $"{name} {wrong.Message}");
        }
    }

    private static (Particulars About, string Body) Head(string text)
    {
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal)) return (Particulars.None, text);
        var end = text.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        if (end < 0) return (Particulars.None, text);
        var (names, values) = (new List<string>(), new List<string>());
        foreach (var line in text[Fence.Length..end].Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || char.IsWhiteSpace(line[0])) continue;
            names.Add(line[..colon].Trim());
            values.Add(line[(colon + 1)..].Trim().Trim('"', '\''));
        }

        string? Value(int? at) => at is { } index ? Particulars.Line(values[index]) : null;
        var fields = FieldNames.Usual;
        var day = Value(fields.PublishedIn(names)) is { } stated ? StatedDay.Read(stated) : null;
        return (new(Value(fields.TitleIn(names)), Value(fields.AuthorIn(names)), Value(fields.SourceIn(names)), day), text[(end + Fence.Length + 2)..]);
    }
}
