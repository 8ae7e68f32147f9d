using System.Globalization;

namespace ActorGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    /// <summary>Set while a bar ends the expression (in a comprehension), so that it is no "or" between labels.</summary>
    private bool barEnds;

    private Expression Expression() => Nested(Or);

    private Expression Or() => Left(Xor, token => token.IsWord("OR") ? BinaryOperator.Or : null);

    private Expression Xor() => Left(And, token => token.IsWord("XOR") ? BinaryOperator.Xor : null);

    private Expression And() => Left(Not, token => token.IsWord("AND") ? BinaryOperator.And : null);

    private Expression Left(Func<Expression> operand, Func<Token, BinaryOperator?> operatorOf)
    {
        var left = operand();
        while (operatorOf(Current) is { } found)
        {
            var position = Here;
            at++;
            left = new Binary(position, found, left, operand());
        }

        return left;
    }

    private Expression Not()
    {
        var position = Here;
        return Current.IsWord("NOT") && !Ahead(1).Is(".") ? Skipped(() => new Unary(position, UnaryOperator.Not, Nested(Not))) : Comparison();
    }

    private T Skipped<T>(Func<T> parse)
    {
        at++;
        return parse();
    }

    /// <summary>A chain <c>a &lt; b &lt;= c</c> is the conjunction of its links.</summary>
    private Expression Comparison()
    {
        var left = Predicate();
        Expression? chain = null;
        while (ComparisonOperator(Current) is { } found)
        {
            var position = Here;
            at++;
            var right = Predicate();
            var link = new Binary(position, found, left, right);
            chain = chain is null ? link : new Binary(position, BinaryOperator.And, chain, link);
            left = right;
        }

        return chain ?? left;
    }

    private static BinaryOperator? ComparisonOperator(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "=" => BinaryOperator.Equal,
        "<>" => BinaryOperator.NotEqual,
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessOrEqual,
        ">" => BinaryOperator.Greater,
        ">=" => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    private Expression Predicate()
    {
        var left = Sum();
        while (true)
        {
            var position = Here;
            if (TryWords("STARTS", "WITH")) left = new Binary(position, BinaryOperator.StartsWith, left, Sum());
            else if (TryWords("ENDS", "WITH")) left = new Binary(position, BinaryOperator.EndsWith, left, Sum());
            else if (TryWord("CONTAINS")) left = new Binary(position, BinaryOperator.Contains, left, Sum());
            else if (TryWord("IN")) left = new Binary(position, BinaryOperator.In, left, Sum());
            else if (Try("=~")) left = new Binary(position, BinaryOperator.Matches, left, Sum());
            else if (Current.IsWord("IS") && Ahead(1).IsWord("NULL")) left = Skipped(() => Skipped(() => new Unary(position, UnaryOperator.IsNull, left)));
            else if (Current.IsWord("IS") && Ahead(1).IsWord("NOT") && Ahead(2).IsWord("NULL"))
            {
                at += 3;
                left = new Unary(position, UnaryOperator.IsNotNull, left);
            }
            else if (Current.IsWord("IS") && (Ahead(1).Is(":") || Ahead(1).IsWord("TYPED") || Ahead(1).IsWord("NORMALIZED") || Ahead(1).IsWord("NOT"))) throw Unsupported("This form of IS");
            else return left;
        }
    }

    private Expression Sum() => Left(Product, token => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "+" => BinaryOperator.Add,
        "-" => BinaryOperator.Subtract,
        "||" => BinaryOperator.Concatenate,
        _ => null,
    });

    private Expression Product() => Left(Power, token => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "*" => BinaryOperator.Multiply,
        "/" => BinaryOperator.Divide,
        "%" => BinaryOperator.Modulo,
        _ => null,
    });

    private Expression Power() => Left(Sign, token => token.Is("^") ? BinaryOperator.Power : null);

    private Expression Sign()
    {
        var position = Here;
        if (Try("+")) return Nested(() => new Unary(position, UnaryOperator.Plus, Sign()));
        if (!Current.Is("-")) return Postfix(withLabels: true);
        at++;
        // The smallest integer has no positive counterpart, so a sign right before digits belongs to them.
        if (Current.Kind == TokenKind.Integer && !Ahead(1).Is("^")) return Postfixes(new Literal(position, IntegerHere(negative: true)), withLabels: true);
        return Nested(() => new Unary(position, UnaryOperator.Minus, Sign()));
    }

    private Expression Postfix(bool withLabels) => Postfixes(Atom(), withLabels);

    private Expression Postfixes(Expression subject, bool withLabels)
    {
        while (true)
        {
            var position = Here;
            if (Current.Is(".") && Ahead(1).Kind is TokenKind.Name or TokenKind.QuotedName)
            {
                at++;
                subject = new PropertyAccess(position, subject, Name("a property"));
            }
            else if (Current.Is("[")) subject = IndexOrSlice(position, subject);
            else if (withLabels && Current.Is(":") && subject is Variable) subject = Skipped(() => new HasLabels(position, subject, Labels(pipes: !barEnds)));
            else if (Current.Is("{") && subject is Variable && IsMapProjection()) subject = Projected(position, subject);
            else return subject;
        }
    }

    private bool IsMapProjection()
        => Ahead(1).Is("}") || Ahead(1).Is(".") || Ahead(1).Kind is TokenKind.Name or TokenKind.QuotedName && (Ahead(2).Is(":") || Ahead(2).Is(",") || Ahead(2).Is("}"));

    private Expression IndexOrSlice(Graph.TextPosition position, Expression subject)
    {
        Expect("[");
        var from = Current.Is("..") ? null : Inside(Expression);
        if (!Try(".."))
        {
            Expect("]");
            return new IndexAccess(position, subject, from!);
        }

        var to = Current.Is("]") ? null : Inside(Expression);
        Expect("]");
        return new Slice(position, subject, from, to);
    }

    private T Inside<T>(Func<T> parse, bool bar = false)
    {
        var before = barEnds;
        barEnds = bar;
        var result = parse();
        barEnds = before;
        return result;
    }

    private MapProjection Projected(Graph.TextPosition position, Expression subject)
    {
        Expect("{");
        var all = false;
        var entries = new List<KeyValuePair<string, Expression>>();
        while (!Current.Is("}"))
        {
            var here = Here;
            if (Try("."))
            {
                if (Try("*")) all = true;
                else
                {
                    var key = Name("a property");
                    entries.Add(new(key, new PropertyAccess(here, subject, key)));
                }
            }
            else
            {
                var key = Name("a key");
                entries.Add(new(key, Try(":") ? Inside(Expression) : new Variable(here, key)));
            }

            if (!Try(",")) break;
        }

        Expect("}");
        return new MapProjection(position, subject, all, entries);
    }

    private MapLiteral Map()
    {
        var position = Here;
        Expect("{");
        var entries = new List<KeyValuePair<string, Expression>>();
        if (!Current.Is("}"))
        {
            entries = Separated(() =>
            {
                var key = Name("a key");
                Expect(":");
                return new KeyValuePair<string, Expression>(key, Inside(Expression));
            });
        }

        Expect("}");
        return new MapLiteral(position, entries);
    }

    private Parameter ParameterHere()
    {
        var position = Here;
        Expect("$");
        if (Current.Kind == TokenKind.Integer) return new Parameter(position, tokens[at++].Text);
        return new Parameter(position, Name("a parameter's name"));
    }

    private long IntegerHere(bool negative)
    {
        var token = tokens[at++];
        var digits = token.Text.Replace("_", "", StringComparison.Ordinal);
        var isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var isOctal = digits.StartsWith("0o", StringComparison.OrdinalIgnoreCase) || digits.Length > 1 && digits[0] == '0' && digits.All(c => c is >= '0' and <= '7') && !isHex;
        var value = System.Numerics.BigInteger.Zero;
        var radix = isHex ? 16 : isOctal ? 8 : 10;
        var start = isHex || digits.StartsWith("0o", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        if (digits.Length == start || digits.Length - start > 64) throw InvalidNumber(token, digits.Length == start);
        foreach (var c in digits.AsSpan(start))
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;
            if (digit >= radix) throw InvalidNumber(token, true);
            value = value * radix + digit;
        }

        if (negative) value = -value;
        if (value > long.MaxValue || value < long.MinValue) throw InvalidNumber(token, false);
        return (long)value;
    }

    private Graph.GraphException InvalidNumber(Token token, bool malformed) => source.SyntaxError(
        malformed ? $"Invalid number literal '{token.Text}' (InvalidNumberLiteral)" : $"Integer is too large: '{token.Text}' does not fit 64 bits (IntegerOverflow)", source.At(token.Start));

    private double FloatHere()
    {
        var token = tokens[at++];
        var value = double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value)) throw source.SyntaxError($"Floating point number is too large: '{token.Text}' (FloatingPointOverflow)", source.At(token.Start));
        return value;
    }
}
