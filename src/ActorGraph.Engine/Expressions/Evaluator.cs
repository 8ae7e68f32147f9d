using System.Text.RegularExpressions;
using ActorGraph.Cypher.Syntax;
using ActorGraph.Engine.Execution;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Expressions;

/// <summary>Expression and row → value.</summary>
internal sealed partial class Evaluator(StatementContext context)
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, HashSet<string>?> texts = new(StringComparer.Ordinal);

    public object? Evaluate(Expression expression, object?[] row)
    {
        switch (expression)
        {
            case Literal literal:
                return literal.Value;
            case Variable variable:
                return row[variable.Slot];
            case Parameter parameter:
                return context.Parameter(parameter.Name);
            case PropertyAccess e:
                return Property(Evaluate(e.Subject, row), e.Key);
            case ListLiteral e:
                return e.Items.Select(item => Evaluate(item, row)).ToList();
            case MapLiteral e:
                return Map(e.Entries, row);
            case MapProjection e:
                return Projected(e, row);
            case IndexAccess e:
                return Index(Evaluate(e.Subject, row), Evaluate(e.Index, row));
            case Slice e:
                return Sliced(Evaluate(e.Subject, row), e.From is null ? 0L : Evaluate(e.From, row), e.To is null ? long.MaxValue : Evaluate(e.To, row));
            case Unary e:
                return Apply(e.Operator, Evaluate(e.Operand, row));
            case Binary e:
                return Apply(e, row);
            case HasLabels e:
                return HasLabels(Evaluate(e.Subject, row), e.Labels, row);
            case FunctionCall e:
                return FunctionLibrary.Call(e.Name.ToLowerInvariant(), e.Arguments.Select(argument => Evaluate(argument, row)).ToList(), context);
            case Case e:
                return Chosen(e, row);
            default:
                return EvaluateInner(expression, row);
        }
    }

    /// <summary>Whether the predicate is true; false and null both pass over the row.</summary>
    public bool IsTrue(Expression predicate, object?[] row) => Truth(Evaluate(predicate, row)) == true;

    public static bool? Truth(object? value) => value switch
    {
        null => null,
        bool truth => truth,
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: expected Boolean but was {Conversions.TypeName(value)}"),
    };

    public object? Property(object? subject, string key) => subject switch
    {
        null => null,
        NodeReference node => context.Transaction.Node(node.Id).Properties.GetValueOrDefault(key),
        RelationshipReference relationship => context.Transaction.Relationship(relationship.Id).Properties.GetValueOrDefault(key),
        IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(key),
        NodaTime.LocalDate or NodaTime.LocalTime or NodaTime.OffsetTime or NodaTime.LocalDateTime or NodaTime.OffsetDateTime or NodaTime.ZonedDateTime or CypherDuration => TemporalParts.Get(subject, key),
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: a {Conversions.TypeName(subject)} has no property '{key}' (InvalidArgumentType)"),
    };

    private Dictionary<string, object?> Map(IEnumerable<KeyValuePair<string, Expression>> entries, object?[] row)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in entries) map[key] = Evaluate(value, row);
        return map;
    }

    private Dictionary<string, object?>? Projected(MapProjection e, object?[] row)
    {
        var subject = Evaluate(e.Subject, row);
        if (subject is null) return null;
        var map = e.All ? new Dictionary<string, object?>(FunctionLibrary.Properties(subject, context)!, StringComparer.Ordinal) : new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in e.Entries) map[key] = Evaluate(value, row);
        return map;
    }

    private object? Index(object? subject, object? index)
    {
        if (subject is null || index is null) return null;
        if (subject is IReadOnlyList<object?> list)
        {
            if (index is not long at) throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: a list is indexed by an Integer, not a {Conversions.TypeName(index)} (InvalidArgumentType)");
            if (at < 0) at += list.Count;
            return at < 0 || at >= list.Count ? null : list[(int)at];
        }

        if (index is string key && subject is NodeReference or RelationshipReference or IReadOnlyDictionary<string, object?>) return Property(subject, (string)index);
        throw new GraphException(ErrorCodes.TypeError, subject is IReadOnlyDictionary<string, object?> or NodeReference or RelationshipReference
            ? $"Type mismatch: a {Conversions.TypeName(subject)} is indexed by a String, not a {Conversions.TypeName(index)} (MapElementAccessByNonString)"
            : $"Type mismatch: a {Conversions.TypeName(subject)} cannot be indexed (InvalidArgumentType)");
    }

    private static object? Sliced(object? subject, object? from, object? to)
    {
        if (subject is null || from is null || to is null) return null;
        if (subject is not IReadOnlyList<object?> list || from is not long start || to is not long end)
        {
            throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: a slice is taken of a List by Integers, not of a {Conversions.TypeName(subject)}");
        }

        var first = start < 0 ? Math.Max(0, start + list.Count) : Math.Min(start, list.Count);
        var last = end < 0 ? end + list.Count : Math.Min(end, list.Count);
        return first >= last ? [] : list.Skip((int)first).Take((int)(last - first)).ToList();
    }

    private static object? Apply(UnaryOperator symbol, object? operand) => symbol switch
    {
        UnaryOperator.Not => !Truth(operand),
        UnaryOperator.IsNull => operand is null,
        UnaryOperator.IsNotNull => operand is not null,
        UnaryOperator.Minus => Arithmetic.Negate(operand),
        _ => operand is null or long or double ? operand : throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: + takes a number, not a {Conversions.TypeName(operand)}"),
    };

    /// <summary>The texts of a parameter that is a list of many texts and nothing else; null for any other. Every row is looked up among them.</summary>
    private HashSet<string>? TextsOf(Expression list)
    {
        const int Many = 8;
        if (list is not Parameter parameter) return null;
        if (!texts.TryGetValue(parameter.Name, out var known))
            texts[parameter.Name] = known = context.Parameter(parameter.Name) is IReadOnlyList<object?> { Count: > Many } items && items.All(item => item is string) ? items.Cast<string>().ToHashSet(StringComparer.Ordinal) : null;
        return known;
    }

    private object? Apply(Binary e, object?[] row)
    {
        var left = Evaluate(e.Left, row);
        if (e.Operator == BinaryOperator.In && left is string sought && TextsOf(e.Right) is { } known) return known.Contains(sought);
        switch (e.Operator)
        {
            case BinaryOperator.And:
                var first = Truth(left);
                if (first == false) return false;
                var second = Truth(Evaluate(e.Right, row));
                return second == false ? false : first & second;
            case BinaryOperator.Or:
                var either = Truth(left);
                if (either == true) return true;
                var other = Truth(Evaluate(e.Right, row));
                return other == true ? true : either | other;
        }

        var right = Evaluate(e.Right, row);
        return e.Operator switch
        {
            BinaryOperator.Xor => Truth(left) is { } x && Truth(right) is { } y ? x ^ y : null,
            BinaryOperator.Equal => ValueOrder.AreEqual(left, right),
            BinaryOperator.NotEqual => !ValueOrder.AreEqual(left, right),
            BinaryOperator.Less => Compared(left, right, order => order < 0),
            BinaryOperator.LessOrEqual => Compared(left, right, order => order <= 0),
            BinaryOperator.Greater => Compared(left, right, order => order > 0),
            BinaryOperator.GreaterOrEqual => Compared(left, right, order => order >= 0),
            BinaryOperator.Add => Arithmetic.Add(left, right),
            BinaryOperator.Concatenate => Concatenated(left, right),
            BinaryOperator.Subtract => Arithmetic.Subtract(left, right),
            BinaryOperator.Multiply => Arithmetic.Multiply(left, right),
            BinaryOperator.Divide => Arithmetic.Divide(left, right),
            BinaryOperator.Modulo => Arithmetic.Modulo(left, right),
            BinaryOperator.Power => Arithmetic.Power(left, right),
            BinaryOperator.In => In(left, right),
            BinaryOperator.StartsWith => left is string text && right is string start ? text.StartsWith(start, StringComparison.Ordinal) : null,
            BinaryOperator.EndsWith => left is string text && right is string end ? text.EndsWith(end, StringComparison.Ordinal) : null,
            BinaryOperator.Contains => left is string text && right is string part ? text.Contains(part, StringComparison.Ordinal) : null,
            BinaryOperator.Matches => left is string text && right is string pattern ? Matches(text, pattern) : null,
            _ => throw new System.Diagnostics.UnreachableException(e.Operator.ToString()),
        };
    }

    private static bool? Compared(object? left, object? right, Func<int, bool> holds)
    {
        // A comparison with NaN is false, not unknown.
        if (left is long or double && right is long or double && (left is double.NaN || right is double.NaN)) return false;
        return ValueOrder.Compare(left, right) is { } order ? holds(order) : null;
    }

    private static object? Concatenated(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (string a, string b) => a + b,
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Concat(b).ToList(),
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: || joins two texts or two lists, not {Conversions.TypeName(left)} and {Conversions.TypeName(right)}"),
    };

    public static bool? In(object? item, object? list)
    {
        if (list is null) return null;
        if (list is not IReadOnlyList<object?> items) throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: expected List but was {Conversions.TypeName(list)} (InvalidArgumentType)");
        var isUnknown = false;
        foreach (var candidate in items)
        {
            var same = ValueOrder.AreEqual(item, candidate);
            if (same == true) return true;
            isUnknown |= same is null;
        }

        return isUnknown ? null : false;
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (RegexParseException invalid)
        {
            throw new GraphException(ErrorCodes.SemanticError, $"Invalid regular expression: {invalid.Message}", null, invalid);
        }
        catch (RegexMatchTimeoutException tooLong)
        {
            throw new GraphException(ErrorCodes.TimedOut, $"The regular expression '{pattern}' took longer than {PatternTimeout.TotalSeconds} s on one value: make it simpler", null, tooLong);
        }
    }

    private object? Chosen(Case e, object?[] row)
    {
        var subject = e.Subject is null ? null : Evaluate(e.Subject, row);
        foreach (var branch in e.Branches)
        {
            var when = Evaluate(branch.When, row);
            if (e.Subject is null ? Truth(when) == true : ValueOrder.AreEqual(subject, when) == true) return Evaluate(branch.Then, row);
        }

        return e.Else is null ? null : Evaluate(e.Else, row);
    }
}
