using System.Text.RegularExpressions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Reading;

/// <summary>Markdown → the text that its readers see; title, author, source and date from the lines between --- at its head. One pass over the lines, whatever they hold.</summary>
internal static partial class MarkdownText
{
    private const string Fence = "---";

    /// <summary>A rule between two articles of one file.</summary>
    private const string Rule = "----";

    private enum LineKind { Blank, Code, CodeFence, Heading, Underline, Rule, Reference, TableRule, Row, Item, Text }

    public static ReadResult Read(byte[] bytes, string name, Particulars given)
    {
        var (raw, problem) = TextDecoding.Utf8(bytes);
        if (raw is null) return new(null, $"{name} {problem}");
        var (about, body) = Head(raw.ReplaceLineEndings("\n"));
        var lines = body.Split('\n');
        var references = lines.Select(line => ReferenceLine().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (text, title) = new Writer(references).Write(lines);
        about = given.Or(about).Or(new(Particulars.Line(title)));
        return new(new Document(Document.IdOf(bytes), text, about.Title, about.Source, about.PublishedAt, about.Author), null);
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

    /// <summary>Joins wrapped lines, and keeps apart what a reader sees apart.</summary>
    private sealed class Writer(IReadOnlySet<string> references)
    {
        private readonly List<string> blocks = [];
        private readonly List<string> paragraph = [];
        private string? title;
        private string? fence;
        private bool isList;

        public (string Text, string? Title) Write(string[] lines)
        {
            foreach (var line in lines) Take(line);
            EndParagraph();
            return (string.Join("\n\n", blocks), title);
        }

        private void Take(string line)
        {
            var content = fence is null ? Quotes().Replace(line, "") : line;
            switch (Kind(content))
            {
                case LineKind.CodeFence:
                    EndParagraph();
                    fence = fence is null ? content.TrimStart()[..3] : null;
                    break;
                case LineKind.Code:
                    Line(content.Trim(), isNew: true);
                    break;
                case LineKind.Blank:
                    EndParagraph();
                    break;
                case LineKind.Heading:
                    EndParagraph();
                    Heading(content.Trim().Trim('#'));
                    break;
                case LineKind.Underline:
                    var above = string.Join(' ', paragraph);
                    paragraph.Clear();
                    Heading(above);
                    break;
                case LineKind.Rule:
                    EndParagraph();
                    blocks.Add(Rule);
                    break;
                case LineKind.Row:
                    Line(content.Trim().Trim('|').Replace('|', ' '), isNew: true);
                    break;
                case LineKind.Item:
                    if (!isList) EndParagraph();
                    isList = true;
                    Line(Marker().Replace(content, ""), isNew: true);
                    break;
                case LineKind.Text:
                    Line(content, isNew: paragraph.Count > 0 && paragraph[^1].EndsWith('\n'));
                    break;
            }
        }

        private LineKind Kind(string line)
        {
            var trimmed = line.AsSpan().Trim();
            if (fence is not null) return trimmed.StartsWith(fence) ? LineKind.CodeFence : LineKind.Code;
            if (trimmed.IsEmpty) return LineKind.Blank;
            if (trimmed.StartsWith("```") || trimmed.StartsWith("~~~")) return LineKind.CodeFence;
            if (trimmed[0] == '#' && trimmed.TrimStart('#') is var rest && trimmed.Length - rest.Length <= 6 && (rest.IsEmpty || rest[0] == ' ')) return LineKind.Heading;
            if (paragraph.Count > 0 && !isList && (trimmed.IndexOfAnyExcept('=') < 0 || trimmed.IndexOfAnyExcept('-') < 0)) return LineKind.Underline;
            if (trimmed.Length >= 3 && trimmed[0] is '-' or '*' or '_' or '=' && trimmed.IndexOfAnyExcept(trimmed[0], ' ') < 0 && trimmed.Count(trimmed[0]) >= 3) return LineKind.Rule;
            if (ReferenceLine().IsMatch(line)) return LineKind.Reference;
            if (trimmed.Contains('|') && trimmed.IndexOfAnyExcept("|-: ") < 0) return LineKind.TableRule;
            if (trimmed[0] == '|' && trimmed[^1] == '|') return LineKind.Row;
            return Marker().IsMatch(line) ? LineKind.Item : LineKind.Text;
        }

        /// <summary>Two spaces or a backslash at its end break a line.</summary>
        private void Line(string line, bool isNew)
        {
            if (isNew && paragraph.Count > 0) paragraph[^1] = paragraph[^1].TrimEnd('\n') + "\n";
            var isBroken = line.EndsWith("  ", StringComparison.Ordinal) || line.EndsWith('\\');
            paragraph.Add(line.TrimEnd('\\').Trim() + (isBroken ? "\n" : ""));
        }

        private void Heading(string line)
        {
            if (MarkdownInline.Text(line, references) is not { Length: > 0 } heading) return;
            title ??= heading;
            blocks.Add(heading);
        }

        private void EndParagraph()
        {
            var joined = string.Concat(paragraph.Select(line => line.EndsWith('\n') ? line : line + " "));
            if (MarkdownInline.Text(joined, references) is { Length: > 0 } text) blocks.Add(text);
            paragraph.Clear();
            isList = false;
        }
    }

    [GeneratedRegex(@"^ {0,3}\[(?<name>[^\]\[]{1,200})\]:\s*\S")]
    private static partial Regex ReferenceLine();

    [GeneratedRegex(@"^(?: {0,3}> ?)+")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")]
    private static partial Regex Marker();
}
