using System.Net;
using System.Text;

namespace ActorGraph.Extraction.Reading;

/// <summary>A paragraph of Markdown without its marks: of a link its text, of a picture its description, of emphasis and code their words.</summary>
internal static class MarkdownInline
{
    /// <summary>Characters in which the target of a link ends.</summary>
    private const int LongestTarget = 2_000;

    private const int LongestTag = 1_000;

    private const char Gone = '\uFFFF';

    /// <param name="references">Names of the links that the document defines elsewhere.</param>
    public static string Text(string source, IReadOnlySet<string> references)
    {
        var text = new StringBuilder(source.Length);
        var brackets = new Stack<int>();
        for (var at = 0; at < source.Length; at++)
        {
            var c = source[at];
            if (c == '\\' && at + 1 < source.Length && char.IsAsciiLetterOrDigit(source[at + 1]) == false && source[at + 1] > ' ') text.Append(source[++at]);
            else if (c == '!' && at + 1 < source.Length && source[at + 1] == '[') continue;
            else if (c == '[') Open(text, brackets);
            else if (c == ']') at = Close(source, at, text, brackets, references);
            else if (c == '<' && TagEnd(source, at) is { } end) at = Tag(source, at, end, text);
            else if (c == '`' || IsEmphasis(source, at)) continue;
            else text.Append(c);
        }

        text.Replace(Gone.ToString(), "");
        return string.Join('\n', WebUtility.HtmlDecode(text.ToString()).Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
    }

    private static void Open(StringBuilder text, Stack<int> brackets)
    {
        brackets.Push(text.Length);
        text.Append('[');
    }

    /// <returns>The last character that belongs to the link, or the bracket itself.</returns>
    private static int Close(string source, int at, StringBuilder text, Stack<int> brackets, IReadOnlySet<string> references)
    {
        if (!brackets.TryPop(out var open) || TargetEnd(source, at) is not { } end && !references.Contains(Between(text, open)))
        {
            text.Append(']');
            return at;
        }

        text[open] = Gone;
        return TargetEnd(source, at) ?? at;
    }

    private static string Between(StringBuilder text, int open) => text.Length - open > 201 ? "" : text.ToString(open + 1, text.Length - open - 1);

    /// <summary>Where "(target)" or "[name]" right after a bracket ends.</summary>
    private static int? TargetEnd(string source, int at)
    {
        if (at + 1 >= source.Length || source[at + 1] is not ('(' or '[')) return null;
        var (open, close) = source[at + 1] == '(' ? ('(', ')') : ('[', ']');
        var depth = 0;
        for (var i = at + 1; i < source.Length && i - at < LongestTarget; i++)
        {
            if (source[i] == open) depth++;
            else if (source[i] == close && --depth == 0) return i;
        }

        return null;
    }

    private static int? TagEnd(string source, int at)
    {
        if (at + 1 >= source.Length || !(char.IsAsciiLetter(source[at + 1]) || source[at + 1] is '/' or '!')) return null;
        var end = source.AsSpan(at, Math.Min(LongestTag, source.Length - at)).IndexOf('>');
        return end < 0 ? null : at + end;
    }

    /// <summary>An address in brackets is kept, an element is not; one that breaks the line does.</summary>
    private static int Tag(string source, int at, int end, StringBuilder text)
    {
        var inside = source.AsSpan(at + 1, end - at - 1);
        if (inside.Contains("://", StringComparison.Ordinal) && !inside.Contains(' ') || inside.Contains('@') && !inside.Contains(' ')) text.Append(inside);
        else if (inside.TrimStart('/').StartsWith("br", StringComparison.OrdinalIgnoreCase) || inside.TrimStart('/') is "p" or "div" or "li") text.Append('\n');
        return end;
    }

    /// <summary>A star, a double tilde or an underscore that leans on a word; an underscore within a word is a letter.</summary>
    private static bool IsEmphasis(string source, int at)
    {
        if (source[at] is not ('*' or '_' or '~')) return false;
        var (from, to) = (at, at);
        while (from > 0 && at - from < 4 && source[from - 1] == source[at]) from--;
        while (to + 1 < source.Length && to - at < 4 && source[to + 1] == source[at]) to++;
        var hasWordBefore = from > 0 && !char.IsWhiteSpace(source[from - 1]);
        var hasWordAfter = to + 1 < source.Length && !char.IsWhiteSpace(source[to + 1]);
        if (source[at] == '~' && to == from) return false;
        if (source[at] == '_' && from > 0 && to + 1 < source.Length && char.IsLetterOrDigit(source[from - 1]) && char.IsLetterOrDigit(source[to + 1])) return false;
        return hasWordBefore || hasWordAfter;
    }
}
