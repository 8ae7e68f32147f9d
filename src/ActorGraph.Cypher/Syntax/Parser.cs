using ActorGraph.Graph;

namespace ActorGraph.Cypher.Syntax;

/// <summary>Statement text → syntax tree, by recursive descent.</summary>
internal sealed partial class Parser
{
    /// <summary>Longest statement, in UTF-16 code units.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>Deepest nesting of brackets, CASE and unary signs.</summary>
    public const int MaxDepth = 200;

    private readonly SourceText source;
    private readonly List<Token> tokens;

    /// <summary>For every opening bracket the index of the token that closes it.</summary>
    private readonly Dictionary<int, int> closing = [];
    private int at;
    private int depth;

    private Parser(SourceText source)
    {
        this.source = source;
        if (source.Text.Length > MaxLength)
        {
            throw new GraphException(ErrorCodes.SyntaxError, $"The statement has {source.Text.Length} characters; at most {MaxLength} are read. Send data as parameters.");
        }

        tokens = new Lexer(source).Read();
        MatchBrackets();
    }

    /// <summary>The statement's tree, and whether EXPLAIN stood before it.</summary>
    /// <exception cref="GraphException">The text is no statement; the message shows the place.</exception>
    public static (StatementSyntax Statement, bool IsExplain) Parse(SourceText source)
    {
        var parser = new Parser(source);
        var isExplain = parser.TryWord("EXPLAIN");
        if (parser.Current.IsWord("PROFILE")) throw parser.Unsupported("PROFILE");
        var syntax = parser.Statement();
        parser.Try(";");
        if (parser.Current.Kind != TokenKind.End) throw parser.Unexpected("the end of the statement");
        return (syntax, isExplain);
    }

    private Token Current => tokens[at];

    private TextPosition Here => source.At(Current.Start);

    private Token Ahead(int count) => tokens[Math.Min(at + count, tokens.Count - 1)];

    private void MatchBrackets()
    {
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Symbol) continue;
            switch (tokens[i].Text)
            {
                case "(" or "[" or "{":
                    open.Push(i);
                    if (open.Count > MaxDepth) throw TooDeep(tokens[i]);
                    break;
                case ")" or "]" or "}" when open.Count > 0:
                    closing[open.Pop()] = i;
                    break;
            }
        }
    }

    private GraphException TooDeep(Token token) => source.SyntaxError($"The statement is nested more than {MaxDepth} deep here: split it", source.At(token.Start));

    private T Nested<T>(Func<T> parse)
    {
        if (++depth > MaxDepth * 2) throw TooDeep(Current);
        var result = parse();
        depth--;
        return result;
    }

    private bool Try(string symbol)
    {
        if (!Current.Is(symbol)) return false;
        at++;
        return true;
    }

    private bool TryWord(string keyword)
    {
        if (!Current.IsWord(keyword)) return false;
        at++;
        return true;
    }

    private bool TryWords(string first, string second)
    {
        if (!Current.IsWord(first) || !Ahead(1).IsWord(second)) return false;
        at += 2;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Try(symbol)) throw Unexpected($"'{symbol}'");
    }

    private void ExpectWord(string keyword)
    {
        if (!TryWord(keyword)) throw Unexpected($"'{keyword}'");
    }

    private string Name(string what)
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.QuotedName)) throw Unexpected(what);
        return tokens[at++].Text;
    }

    private Variable NewVariable()
    {
        var position = Here;
        return new Variable(position, Name("a variable"));
    }

    private GraphException Unexpected(string expected)
    {
        var found = Current.Kind == TokenKind.End ? "end of input" : $"'{source.Text[Current.Start..Current.End]}'";
        return source.SyntaxError($"Invalid input {found}: expected {expected}", Here);
    }

    private GraphException Unsupported(string what)
        => source.Error(ErrorCodes.NotSupported, $"{what} is not supported by the embedded database", Here);

    private List<T> Separated<T>(Func<T> item)
    {
        var items = new List<T> { item() };
        while (Try(",")) items.Add(item());
        return items;
    }
}
