using System.Globalization;
using System.Text;

namespace ActorGraph.Cypher.Syntax;

/// <summary>Statement text → tokens. Comments and white space are left out.</summary>
internal sealed class Lexer(SourceText source)
{
    private static readonly string[] LongSymbols = ["..", "<=", ">=", "<>", "+=", "=~", "||"];

    private readonly string text = source.Text;
    private int at;

    /// <summary>All tokens, the last of kind <see cref="TokenKind.End"/>.</summary>
    public List<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            SkipBlanks();
            if (at >= text.Length) break;
            tokens.Add(Next());
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length, text.Length));
        return tokens;
    }

    private char Peek(int ahead = 0) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private void SkipBlanks()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF') at++;
            else if (text[at] == '/' && Peek(1) == '/')
            {
                while (at < text.Length && text[at] is not ('\n' or '\r')) at++;
            }
            else if (text[at] == '/' && Peek(1) == '*')
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0) throw source.SyntaxError("This comment is not closed: add */", source.At(at));
                at = end + 2;
            }
            else return;
        }
    }

    private Token Next()
    {
        var c = text[at];
        if (c is '\'' or '"') return Text(c);
        if (c == '`') return Quoted();
        if (char.IsAsciiDigit(c) || c == '.' && char.IsAsciiDigit(Peek(1)) && (at == 0 || text[at - 1] != '.')) return Number();
        if (char.IsLetter(c) || c == '_' || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber || char.IsSurrogate(c)) return Name();
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0) return Symbol(symbol);
        }

        if ("()[]{}<>=+-*/%^.,:;|&!$?".Contains(c)) return Symbol(c.ToString());
        throw source.SyntaxError($"Invalid input '{c}'", source.At(at));
    }

    private Token Symbol(string symbol)
    {
        var start = at;
        at += symbol.Length;
        return new Token(TokenKind.Symbol, symbol, start, at);
    }

    private Token Name()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_' || char.IsSurrogate(text[at])
            || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.LetterNumber)) at++;
        return new Token(TokenKind.Name, text[start..at], start, at);
    }

    private Token Quoted()
    {
        var start = at++;
        var name = new StringBuilder();
        while (true)
        {
            if (at >= text.Length) throw source.SyntaxError("This name is not closed: add a backtick", source.At(start));
            if (text[at] == '`' && Peek(1) != '`') break;
            if (text[at] == '`') at++;
            name.Append(text[at++]);
        }

        at++;
        return new Token(TokenKind.QuotedName, name.ToString(), start, at);
    }

    private Token Text(char quote)
    {
        var start = at++;
        var value = new StringBuilder();
        while (true)
        {
            if (at >= text.Length) throw source.SyntaxError($"This text is not closed: add {quote}", source.At(start));
            var c = text[at++];
            if (c == quote) return new Token(TokenKind.Text, value.ToString(), start, at);
            value.Append(c == '\\' ? Escaped() : c.ToString());
        }
    }

    private string Escaped()
    {
        var position = at - 1;
        var c = Peek();
        at++;
        return c switch
        {
            'n' => "\n", 't' => "\t", 'r' => "\r", 'b' => "\b", 'f' => "\f",
            '\\' or '\'' or '"' or '`' => c.ToString(),
            'u' => Unicode(4, position),
            'U' => Unicode(8, position),
            _ => throw source.SyntaxError($"Invalid escape '\\{c}': use one of \\n \\t \\r \\b \\f \\\\ \\' \\\" \\uXXXX", source.At(position)),
        };
    }

    private string Unicode(int digits, int position)
    {
        if (at + digits <= text.Length
            && int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code is >= 0 and <= 0x10FFFF)
        {
            at += digits;
            return digits == 4 ? ((char)code).ToString() : char.ConvertFromUtf32(code);
        }

        throw source.SyntaxError($"Invalid unicode escape (InvalidUnicodeLiteral): \\{(digits == 4 ? 'u' : 'U')} needs {digits} hexadecimal digits", source.At(position));
    }

    private Token Number()
    {
        var start = at;
        if (text[at] == '0' && Peek(1) is 'x' or 'X' or 'o' or 'O')
        {
            at += 2;
            while (char.IsLetterOrDigit(Peek()) || Peek() == '_') at++;
            return new Token(TokenKind.Integer, text[start..at], start, at);
        }

        var isFloat = false;
        while (char.IsAsciiDigit(Peek()) || Peek() == '_' && char.IsAsciiDigit(Peek(1))) at++;
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            isFloat = true;
            at++;
            while (char.IsAsciiDigit(Peek())) at++;
        }

        if (Peek() is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2))))
        {
            isFloat = true;
            at += 2;
            while (char.IsAsciiDigit(Peek())) at++;
        }

        if (char.IsLetter(Peek()) || Peek() == '_') throw source.SyntaxError($"Invalid number literal '{text[start..(at + 1)]}' (InvalidNumberLiteral)", source.At(start));
        return new Token(isFloat ? TokenKind.Float : TokenKind.Integer, text[start..at], start, at);
    }
}
