using System.Text;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Expressions;

/// <summary>Functions of text, and conversions by their names in the language. A null first argument has been answered before.</summary>
internal static class TextFunctions
{
    public static object? Call(string name, IReadOnlyList<object?> arguments)
    {
        var first = arguments[0];
        switch (name)
        {
            case "tostring": return Conversions.Text(first);
            case "tointeger" or "toint": return Conversions.Integer(first);
            case "tofloat": return first is bool ? throw Conversions.Wrong(name, first) : Conversions.Floating(first);
            case "toboolean": return first is double ? throw Conversions.Wrong(name, first) : Conversions.Truth(first);
            case "tostringornull": return first is IReadOnlyList<object?> or IReadOnlyDictionary<string, object?> or NodeReference or RelationshipReference or PathReference ? null : Conversions.Text(first);
            case "tointegerornull": return first is bool or long or double or string ? Conversions.Integer(first) : null;
            case "tofloatornull": return first is long or double or string ? Conversions.Floating(first) : null;
            case "tobooleanornull": return first is bool or long or string ? Conversions.Truth(first) : null;
            case "tostringlist": return Each(name, first, item => Call("tostringornull", [item]));
            case "tointegerlist": return Each(name, first, item => Call("tointegerornull", [item]));
            case "tofloatlist": return Each(name, first, item => Call("tofloatornull", [item]));
            case "tobooleanlist": return Each(name, first, item => Call("tobooleanornull", [item]));
        }

        if (first is not string text) throw Conversions.Wrong(name, first);
        if (arguments.Skip(1).Any(argument => argument is null)) return null;
        return name switch
        {
            "tolower" or "lower" => text.ToLowerInvariant(),
            "toupper" or "upper" => Upper(text),
            "trim" or "btrim" => arguments.Count > 1 ? text.Trim(Text(name, arguments[1]).ToCharArray()) : text.Trim(),
            "ltrim" => arguments.Count > 1 ? text.TrimStart(Text(name, arguments[1]).ToCharArray()) : text.TrimStart(),
            "rtrim" => arguments.Count > 1 ? text.TrimEnd(Text(name, arguments[1]).ToCharArray()) : text.TrimEnd(),
            "char_length" or "character_length" => (long)text.EnumerateRunes().Count(),
            "normalize" when Ascii.IsValid(text) => text,
            "left" => text[..(int)Math.Min(Count(name, arguments[1]), text.Length)],
            "right" => text[^(int)Math.Min(Count(name, arguments[1]), text.Length)..],
            "substring" => Part(text, Count(name, arguments[1]), arguments.Count > 2 ? Count(name, arguments[2]) : long.MaxValue),
            "replace" => Text(name, arguments[1]) is { Length: > 0 } old ? text.Replace(old, Text(name, arguments[2]), StringComparison.Ordinal) : text,
            "split" => Split(text, arguments[1]),
            _ => throw new GraphException(ErrorCodes.NotSupported, $"The function {name}() is not supported by the embedded database"),
        };
    }

    private static List<object?> Split(string text, object? by)
    {
        var separators = by is IReadOnlyList<object?> list ? list.Select(item => Text("split", item)).ToArray() : [Text("split", by)];
        return separators.Any(separator => separator.Length == 0)
            ? text.EnumerateRunes().Select(rune => (object?)rune.ToString()).ToList()
            : text.Split(separators, StringSplitOptions.None).Cast<object?>().ToList();
    }

    /// <summary>The two letters whose capitals are no single letter of their own come as Unicode has them.</summary>
    private static string Upper(string text) => text.ToUpperInvariant().Replace('ı', 'I').Replace("ß", "SS", StringComparison.Ordinal);

    private static string Part(string text, long start, long length)
        => start >= text.Length ? "" : text.Substring((int)start, (int)Math.Min(length, text.Length - start));

    private static string Text(string name, object? value) => value as string ?? throw Conversions.Wrong(name, value);

    private static long Count(string name, object? value)
        => value is long count and >= 0 ? count : throw new GraphException(ErrorCodes.ArgumentError, $"{name}() takes a number that is not negative");

    private static List<object?> Each(string name, object? value, Func<object?, object?> convert)
        => (value as IReadOnlyList<object?> ?? throw Conversions.Wrong(name, value)).Select(item => item is null ? null : convert(item)).ToList();
}
