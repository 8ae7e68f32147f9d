using System.Globalization;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Expressions;

/// <summary>From one type to another, and the names of types.</summary>
internal static class Conversions
{
    public static string TypeName(object? value) => value switch
    {
        null => "Null",
        bool => "Boolean",
        long => "Integer",
        double => "Float",
        string => "String",
        byte[] => "ByteArray",
        NodeReference => "Node",
        RelationshipReference => "Relationship",
        PathReference => "Path",
        IReadOnlyDictionary<string, object?> => "Map",
        IReadOnlyList<object?> => "List",
        LocalDate => "Date",
        LocalTime => "LocalTime",
        OffsetTime => "Time",
        LocalDateTime => "LocalDateTime",
        OffsetDateTime or ZonedDateTime => "DateTime",
        CypherDuration => "Duration",
        _ => value.GetType().Name,
    };

    /// <summary>valueType: the type as ISO GQL writes it, with the types of a list's items.</summary>
    public static string ValueType(object? value) => value switch
    {
        null => "NULL",
        IReadOnlyList<object?> { Count: 0 } => "LIST<NOTHING> NOT NULL",
        IReadOnlyList<object?> list when list.Contains(null) => $"LIST<{string.Join(" | ", list.Where(item => item is not null).Select(item => ValueType(item)[..^" NOT NULL".Length]).DefaultIfEmpty("NULL").Distinct())}> NOT NULL",
        IReadOnlyList<object?> list => $"LIST<{string.Join(" | ", list.Select(ValueType).Distinct())}> NOT NULL",
        LocalTime => "LOCAL TIME NOT NULL",
        OffsetTime => "ZONED TIME NOT NULL",
        LocalDateTime => "LOCAL DATETIME NOT NULL",
        OffsetDateTime or ZonedDateTime => "ZONED DATETIME NOT NULL",
        _ => TypeName(value).ToUpperInvariant() + " NOT NULL",
    };

    /// <summary>toString: the text of a number, truth value, text or temporal value.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => Float(number),
        LocalDate or LocalTime or OffsetTime or LocalDateTime or OffsetDateTime or ZonedDateTime or CypherDuration => TemporalText.Of(value),
        _ => throw Wrong("toString", value),
    };

    public static object? Integer(object? value) => value switch
    {
        null => null,
        long => value,
        double number => double.IsNaN(number) || Math.Abs(number) >= 9.3e18 ? null : (long)number,
        bool truth => truth ? 1L : 0L,
        string text when long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        string text when double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 9.3e18 => (long)number,
        string => null,
        _ => throw Wrong("toInteger", value),
    };

    public static object? Floating(object? value) => value switch
    {
        null => null,
        double => value,
        long number => (double)number,
        string text when double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        string => null,
        _ => throw Wrong("toFloat", value),
    };

    public static object? Truth(object? value) => value switch
    {
        null or bool => value,
        string text when text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        string text when text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        string => null,
        long number => number != 0,
        _ => throw Wrong("toBoolean", value),
    };

    public static GraphException Wrong(string function, object? value)
        => new(ErrorCodes.TypeError, $"Type mismatch: {function}() cannot take a {TypeName(value)} (InvalidArgumentValue)");

    private static string Float(double number)
    {
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        var size = Math.Abs(number);
        if (size is >= 1e-3 and < 1e7 || number == 0)
        {
            var plain = number.ToString("0.0################", CultureInfo.InvariantCulture);
            return double.Parse(plain, CultureInfo.InvariantCulture) == number ? plain : number.ToString("R", CultureInfo.InvariantCulture);
        }

        var text = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var digits = new string(shortest.Split('E')[0].Where(char.IsAsciiDigit).ToArray()).TrimStart('0').TrimEnd('0');
        var exponent = int.Parse(text[(text.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return $"{(number < 0 ? "-" : "")}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
    }
}
