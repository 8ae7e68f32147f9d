using ActorGraph.Graph;

namespace ActorGraph.Cypher.Syntax;

public enum TokenKind { End, Name, QuotedName, Integer, Float, Text, Symbol }

/// <param name="Text">The name, the symbol, the digits, or the unescaped text.</param>
/// <param name="Start">Offset of its first character in the statement.</param>
/// <param name="End">Offset after its last.</param>
public readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string keyword) => Kind == TokenKind.Name && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The text of a statement and where in it something stands.</summary>
public sealed class SourceText(string text)
{
    public string Text { get; } = text;

    public TextPosition At(int offset)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < offset && i < Text.Length; i++)
        {
            if (Text[i] != '\n') continue;
            line++;
            start = i + 1;
        }

        return new TextPosition(offset, line, offset - start + 1);
    }

    /// <summary>The error of this place: what is wrong, where, the line, and a caret under the place.</summary>
    public GraphException Error(string code, string message, TextPosition position)
    {
        const int MaxShown = 160;
        var start = position.Offset - position.Column + 1;
        var end = Text.IndexOf('\n', Math.Min(position.Offset, Text.Length));
        var line = Text[start..(end < 0 ? Text.Length : end)].TrimEnd('\r');
        var caret = position.Column - 1;
        var cut = Math.Max(0, caret - MaxShown / 2);
        line = line[Math.Min(cut, line.Length)..];
        if (line.Length > MaxShown) line = line[..MaxShown];
        return new GraphException(code, $"{message} (line {position.Line}, column {position.Column} (offset: {position.Offset}))\n\"{line}\"\n {new string(' ', caret - cut)}^", position);
    }

    public GraphException SyntaxError(string message, TextPosition position) => Error(ErrorCodes.SyntaxError, message, position);
}
