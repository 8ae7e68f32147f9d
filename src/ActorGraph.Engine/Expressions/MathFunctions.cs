using ActorGraph.Graph;

namespace ActorGraph.Engine.Expressions;

/// <summary>Functions of numbers. A null argument has been answered before.</summary>
internal static class MathFunctions
{
    /// <summary>The value, or null where the name is no function of numbers.</summary>
    public static object? Call(string name, IReadOnlyList<object?> arguments)
    {
        switch (name)
        {
            case "e": return Math.E;
            case "pi": return Math.PI;
            case "rand": return Random.Shared.NextDouble();
        }

        if (!IsMath(name)) return null;
        if (arguments[0] is not (long or double)) throw Conversions.Wrong(name, arguments[0]);
        if (arguments[0] is long whole && name is "abs" or "sign" or "isnan")
        {
            if (name == "abs" && (long)arguments[0]! == long.MinValue) throw new GraphException(ErrorCodes.ArithmeticError, "long overflow: abs() of the smallest integer");
            return name switch { "abs" => Math.Abs((long)arguments[0]!), "sign" => (long)Math.Sign((long)arguments[0]!), _ => false };
        }

        var x = Arithmetic.Number(arguments[0]!);
        return name switch
        {
            "abs" => Math.Abs(x),
            "sign" => double.IsNaN(x) ? 0L : (long)Math.Sign(x),
            "isnan" => double.IsNaN(x),
            "ceil" => Math.Ceiling(x),
            "floor" => Math.Floor(x),
            "round" => Rounded(x, arguments),
            "sqrt" => Math.Sqrt(x),
            "exp" => Math.Exp(x),
            "log" => Math.Log(x),
            "log10" => Math.Log10(x),
            "sin" => Math.Sin(x),
            "cos" => Math.Cos(x),
            "tan" => Math.Tan(x),
            "cot" => 1 / Math.Tan(x),
            "asin" => Math.Asin(x),
            "acos" => Math.Acos(x),
            "atan" => Math.Atan(x),
            "atan2" => arguments[1] is long or double ? Math.Atan2(x, Arithmetic.Number(arguments[1]!)) : throw Conversions.Wrong(name, arguments[1]),
            "degrees" => x * 180 / Math.PI,
            "radians" => x * Math.PI / 180,
            _ => (1 - Math.Cos(x)) / 2,
        };
    }

    private static bool IsMath(string name) => name is "abs" or "sign" or "isnan" or "ceil" or "floor" or "round" or "sqrt" or "exp" or "log" or "log10"
        or "sin" or "cos" or "tan" or "cot" or "asin" or "acos" or "atan" or "atan2" or "degrees" or "radians" or "haversin";

    private static double Rounded(double x, IReadOnlyList<object?> arguments)
    {
        // Without a precision halves go up, as Java's round does.
        if (arguments.Count == 1) return Math.Floor(x + 0.5);
        var digits = arguments[1] is long n and >= 0 and <= 15 ? (int)n : throw new GraphException(ErrorCodes.ArgumentError, "round() takes a precision from 0 to 15");
        var mode = arguments.Count > 2 ? (arguments[2] as string)?.ToUpperInvariant() : "HALF_UP";
        return mode switch
        {
            "HALF_UP" => Math.Round(x, digits, MidpointRounding.AwayFromZero),
            "HALF_EVEN" => Math.Round(x, digits, MidpointRounding.ToEven),
            "UP" => Math.Round(x, digits, x < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity),
            "DOWN" => Math.Round(x, digits, MidpointRounding.ToZero),
            "CEILING" => Math.Round(x, digits, MidpointRounding.ToPositiveInfinity),
            "FLOOR" => Math.Round(x, digits, MidpointRounding.ToNegativeInfinity),
            _ => throw new GraphException(ErrorCodes.ArgumentError, $"round() knows no mode '{mode}'"),
        };
    }
}
