using ActorGraph.Graph;

namespace ActorGraph.Engine.Expressions;

/// <summary>One aggregate of one group: takes values in turn, then gives its result. Nulls are passed over.</summary>
internal sealed class Aggregator(string name, bool distinct)
{
    private readonly HashSet<object?>? seen = distinct ? new HashSet<object?>(Equivalence.Instance) : null;
    private readonly List<object?> kept = [];
    private long count;
    private object? value;
    private double mean, squares, portion;

    /// <summary>How much it holds, for the memory limit.</summary>
    public int Kept => kept.Count + (seen?.Count ?? 0);

    public void AddRow() => count++;

    /// <param name="second">The percentile, where the function takes one.</param>
    public void Add(object? next, object? second)
    {
        if (second is not null) portion = Portion(second);
        if (next is null || seen is not null && !seen.Add(next)) return;
        count++;
        switch (name)
        {
            case "count": return;
            case "min": value = value is null || ValueOrder.Order(next, value) < 0 ? next : value; return;
            case "max": value = value is null || ValueOrder.Order(next, value) > 0 ? next : value; return;
            case "sum": value = value is null ? Summand(next) : Arithmetic.Add(value, Summand(next)); return;
            case "collect" or "percentilecont" or "percentiledisc": kept.Add(next); return;
            case "avg" when next is CypherDuration: value = value is null ? next : Arithmetic.Add(value, next); return;
            default:
                var x = Arithmetic.Number(Summand(next));
                var delta = x - mean;
                mean += delta / count;
                squares += delta * (x - mean);
                return;
        }
    }

    public object? Result() => name switch
    {
        "count" => count,
        "collect" => kept,
        "sum" => value ?? 0L,
        "min" or "max" => value,
        "avg" => count == 0 ? null : value is CypherDuration total ? Durations.Scale(total, 1.0 / count) : mean,
        "stdev" => count < 2 ? 0.0 : Math.Sqrt(squares / (count - 1)),
        "stdevp" => count == 0 ? 0.0 : Math.Sqrt(squares / count),
        "percentiledisc" => count == 0 ? null : Sorted()[Math.Max(0, (int)Math.Ceiling(portion * count) - 1)],
        "percentilecont" => count == 0 ? null : Interpolated(),
        _ => throw new GraphException(ErrorCodes.NotSupported, $"The aggregate {name}() is not supported by the embedded database"),
    };

    private object Summand(object next) => next is long or double or CypherDuration ? next : throw Conversions.Wrong(name, next);

    private static double Portion(object second) => second is long or double && Arithmetic.Number(second) is >= 0 and <= 1 and var portion ? portion
        : throw new GraphException(ErrorCodes.ArgumentError, "A percentile lies between 0.0 and 1.0 (NumberOutOfRange)");

    private List<object?> Sorted()
    {
        kept.Sort(ValueOrder.Order);
        return kept;
    }

    private double Interpolated()
    {
        var sorted = Sorted();
        var at = portion * (sorted.Count - 1);
        var (low, high) = ((int)Math.Floor(at), (int)Math.Ceiling(at));
        var (a, b) = (Arithmetic.Number(sorted[low]!), Arithmetic.Number(sorted[high]!));
        return a + (b - a) * (at - low);
    }
}
