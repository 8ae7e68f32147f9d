using System.Text;
using AngleSharp.Dom;

namespace ActorGraph.Extraction.Reading;

/// <summary>An element's text as a reader sees it: a blank line between paragraphs, a line for each item of a list and each row of a table.</summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "video", "audio", "canvas", "form", "button", "select", "textarea", "dialog",
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "figure", "figcaption", "address", "fieldset", "hr", "body",
    };

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal) { "li", "dt", "dd", "tr", "br", "caption", "summary" };

    private readonly StringBuilder text = new();
    private int breaks;
    private bool hasSpace;

    private HtmlText() { }

    public static string Of(IElement element)
    {
        var written = new HtmlText();
        written.Write(element);
        return written.text.ToString();
    }

    /// <summary>Deep as the page nests, which the parser bounds.</summary>
    private void Write(INode node)
    {
        if (node is IText run) Append(run.Data);
        if (node is not IElement element || Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")) return;
        var around = Paragraphs.Contains(element.LocalName) ? 2 : Lines.Contains(element.LocalName) ? 1 : 0;
        Break(around);
        if (element.LocalName is "td" or "th" or "img") hasSpace = true;
        foreach (var child in element.ChildNodes) Write(child);
        Break(around);
    }

    private void Break(int lines)
    {
        if (lines == 0) return;
        breaks = Math.Max(breaks, lines);
        hasSpace = false;
    }

    /// <summary>Runs of white space are one space.</summary>
    private void Append(string run)
    {
        foreach (var c in run)
        {
            if (char.IsWhiteSpace(c))
            {
                hasSpace = true;
                continue;
            }

            if (text.Length > 0 && breaks > 0) text.Append('\n', breaks);
            else if (text.Length > 0 && hasSpace) text.Append(' ');
            (breaks, hasSpace) = (0, false);
            text.Append(c);
        }
    }
}
