namespace ActorGraph.Extraction.Reading;

public enum DocumentFormat { Text, Markdown, Html, Json, JsonLines, Csv }

/// <summary>Which format a file has, by the ending of its name.</summary>
public static class DocumentFormats
{
    private static readonly Dictionary<string, DocumentFormat> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = DocumentFormat.Text,
        [".md"] = DocumentFormat.Markdown, [".markdown"] = DocumentFormat.Markdown,
        [".html"] = DocumentFormat.Html, [".htm"] = DocumentFormat.Html, [".xhtml"] = DocumentFormat.Html,
        [".json"] = DocumentFormat.Json,
        [".jsonl"] = DocumentFormat.JsonLines, [".ndjson"] = DocumentFormat.JsonLines,
        [".csv"] = DocumentFormat.Csv, [".tsv"] = DocumentFormat.Csv,
    };

    /// <summary>The endings, for people.</summary>
    public static string Endings { get; } = string.Join(", ", ByEnding.Keys);

    public static bool IsKnown(string path) => ByEnding.ContainsKey(Path.GetExtension(path));

    /// <summary>A file of another ending is taken for plain text.</summary>
    public static DocumentFormat Of(string path) => ByEnding.GetValueOrDefault(Path.GetExtension(path), DocumentFormat.Text);

    public static bool HoldsMany(this DocumentFormat format) => format is DocumentFormat.Json or DocumentFormat.JsonLines or DocumentFormat.Csv;
}
