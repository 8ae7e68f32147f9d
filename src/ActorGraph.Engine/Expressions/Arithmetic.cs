using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Expressions;

/// <summary>The operators + - * / % ^ over numbers, text, lists and temporal values.</summary>
internal static class Arithmetic
{
    public static object? Add(object? a, object? b)
    {
        if (a is IReadOnlyList<object?> left) return b is IReadOnlyList<object?> right ? left.Concat(right).ToList() : b is null ? null : left.Append(b).ToList();
        if (b is IReadOnlyList<object?> list) return a is null ? null : list.Prepend(a).ToList();
        if (a is null || b is null) return null;
        return (a, b) switch
        {
            (long x, long y) => Checked("+", x, y, () => checked(x + y)),
            (long or double, long or double) => Number(a) + Number(b),
            (string x, string y) => x + y,
            (string x, long or double or bool) => x + Conversions.Text(b),
            (long or double or bool, string y) => Conversions.Text(a) + y,
            (CypherDuration x, CypherDuration y) => Durations.Add(x, y),
            (CypherDuration d, _) => Durations.Shift(b, d) ?? throw Mismatch("+", a, b),
            (_, CypherDuration d) => Durations.Shift(a, d) ?? throw Mismatch("+", a, b),
            _ => throw Mismatch("+", a, b),
        };
    }

    public static object? Subtract(object? a, object? b)
    {
        if (a is null || b is null) return null;
        return (a, b) switch
        {
            (long x, long y) => Checked("-", x, y, () => checked(x - y)),
            (long or double, long or double) => Number(a) - Number(b),
            (CypherDuration x, CypherDuration y) => Durations.Add(x, Durations.Negate(y)),
            (_, CypherDuration d) => Durations.Shift(a, Durations.Negate(d)) ?? throw Mismatch("-", a, b),
            _ => throw Mismatch("-", a, b),
        };
    }

    public static object? Multiply(object? a, object? b)
    {
        if (a is null || b is null) return null;
        return (a, b) switch
        {
            (long x, long y) => Checked("*", x, y, () => checked(x * y)),
            (long or double, long or double) => Number(a) * Number(b),
            (CypherDuration d, long or double) => Durations.Scale(d, Number(b)),
            (long or double, CypherDuration d) => Durations.Scale(d, Number(a)),
            _ => throw Mismatch("*", a, b),
        };
    }

    public static object? Divide(object? a, object? b)
    {
        if (a is null || b is null) return null;
        return (a, b) switch
        {
            (long, 0L) => throw new GraphException(ErrorCodes.ArithmeticError, "/ by zero"),
            (long x, long y) => Checked("/", x, y, () => checked(x / y)),
            (long or double, long or double) => Number(a) / Number(b),
            (CypherDuration d, long or double) => Durations.Scale(d, 1 / Number(b)),
            _ => throw Mismatch("/", a, b),
        };
    }

    public static object? Modulo(object? a, object? b)
    {
        if (a is null || b is null) return null;
        return (a, b) switch
        {
            (long, 0L) => throw new GraphException(ErrorCodes.ArithmeticError, "/ by zero"),
            (long, -1L) => (object)0L,
            (long x, long y) => (object)(x % y),
            (long or double, long or double) => Number(a) % Number(b),
            _ => throw Mismatch("%", a, b),
        };
    }

    public static object? Power(object? a, object? b)
    {
        if (a is null || b is null) return null;
        return a is long or double && b is long or double ? Math.Pow(Number(a), Number(b)) : throw Mismatch("^", a, b);
    }

    public static object? Negate(object? a) => a switch
    {
        null => null,
        long x => Checked("-", 0, x, () => checked(-x)),
        double x => -x,
        CypherDuration d => Durations.Negate(d),
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: cannot negate a {Conversions.TypeName(a)}"),
    };

    public static double Number(object value) => value is long number ? number : (double)value;

    private static object Checked(string symbol, long x, long y, Func<long> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException overflow)
        {
            throw new GraphException(ErrorCodes.ArithmeticError, $"long overflow: {x} {symbol} {y} does not fit 64 bits", null, overflow);
        }
    }

    private static GraphException Mismatch(string symbol, object a, object b)
        => new(ErrorCodes.TypeError, $"Type mismatch: cannot compute {Conversions.TypeName(a)} {symbol} {Conversions.TypeName(b)}");
}
