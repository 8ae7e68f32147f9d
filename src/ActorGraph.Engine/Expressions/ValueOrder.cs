using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Expressions;

/// <summary>How values compare: Cypher's three-valued equality and comparison, and the total order of ORDER BY.</summary>
internal static class ValueOrder
{
    /// <summary>True, false, or null where null takes part in the answer.</summary>
    public static bool? AreEqual(object? a, object? b)
    {
        if (a is null || b is null) return null;
        switch (a, b)
        {
            case (long x, long y): return x == y;
            case (long or double, long or double): return Number(a) == Number(b);
            case (IReadOnlyList<object?> x, IReadOnlyList<object?> y): return AreEqual(x, y);
            case (IReadOnlyDictionary<string, object?> x, IReadOnlyDictionary<string, object?> y): return AreEqual(x, y);
            case (PathReference x, PathReference y): return x.Nodes.SequenceEqual(y.Nodes) && x.Relationships.SequenceEqual(y.Relationships);
            case (byte[] x, byte[] y): return x.AsSpan().SequenceEqual(y);
            case (OffsetDateTime or ZonedDateTime, OffsetDateTime or ZonedDateTime): return Order(a, b) == 0;
            default: return a.GetType() == b.GetType() && a.Equals(b);
        }
    }

    /// <summary>Less than zero, zero or more; null where the two cannot be compared.</summary>
    public static int? Compare(object? a, object? b) => (a, b) switch
    {
        (null, _) or (_, null) => null,
        (long x, long y) => x.CompareTo(y),
        (long or double, long or double) => double.IsNaN(Number(a)) || double.IsNaN(Number(b)) ? null : Number(a).CompareTo(Number(b)),
        (string x, string y) => string.CompareOrdinal(x, y),
        (bool x, bool y) => x.CompareTo(y),
        (IReadOnlyList<object?> x, IReadOnlyList<object?> y) => CompareLists(x, y),
        (LocalDate x, LocalDate y) => x.CompareTo(y),
        (LocalTime x, LocalTime y) => x.CompareTo(y),
        (LocalDateTime x, LocalDateTime y) => x.CompareTo(y),
        (OffsetTime x, OffsetTime y) => Nanos(x).CompareTo(Nanos(y)),
        (OffsetDateTime or ZonedDateTime, OffsetDateTime or ZonedDateTime) => Instant(a).CompareTo(Instant(b)),
        _ => null,
    };

    /// <summary>The order of ORDER BY over all values: types in their fixed order, null last.</summary>
    public static int Order(object? a, object? b)
    {
        var (x, y) = (Rank(a), Rank(b));
        if (x != y) return x.CompareTo(y);
        return (a, b) switch
        {
            (null, null) => 0,
            (long or double, long or double) => OrderNumbers(a, b),
            (IReadOnlyList<object?> l, IReadOnlyList<object?> r) => OrderLists(l, r),
            (IReadOnlyDictionary<string, object?> l, IReadOnlyDictionary<string, object?> r) => OrderMaps(l, r),
            (NodeReference l, NodeReference r) => l.Id.CompareTo(r.Id),
            (RelationshipReference l, RelationshipReference r) => l.Id.CompareTo(r.Id),
            (PathReference l, PathReference r) => OrderLists(Elements(l), Elements(r)),
            (CypherDuration l, CypherDuration r) => (Seconds(l), l.Nanoseconds, l.Months, l.Days).CompareTo((Seconds(r), r.Nanoseconds, r.Months, r.Days)),
            (OffsetTime l, OffsetTime r) => (Nanos(l), l.Offset).CompareTo((Nanos(r), r.Offset)),
            (OffsetDateTime or ZonedDateTime, OffsetDateTime or ZonedDateTime) => OrderMoments(a!, b!),
            (byte[] l, byte[] r) => l.AsSpan().SequenceCompareTo(r),
            _ => Compare(a, b) ?? 0,
        };
    }

    private static int Rank(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> => 0,
        NodeReference => 1,
        RelationshipReference => 2,
        byte[] => 3,
        IReadOnlyList<object?> => 4,
        PathReference => 5,
        OffsetDateTime or ZonedDateTime => 6,
        LocalDateTime => 7,
        LocalDate => 8,
        OffsetTime => 9,
        LocalTime => 10,
        CypherDuration => 11,
        string => 12,
        bool => 13,
        long or double => 14,
        _ => 15,
    };

    private static double Number(object value) => value is long number ? number : (double)value;

    private static int OrderNumbers(object a, object b)
    {
        var (x, y) = (Number(a), Number(b));
        if (double.IsNaN(x) || double.IsNaN(y)) return double.IsNaN(x).CompareTo(double.IsNaN(y));
        return a is long l && b is long r ? l.CompareTo(r) : x.CompareTo(y);
    }

    /// <summary>One instant told in two zones is two values: the earlier offset first, a bare offset before a zone.</summary>
    private static int OrderMoments(object a, object b)
    {
        static (Offset Offset, string Zone) Where(object value) => value is ZonedDateTime at ? (at.Offset, at.Zone.Id) : (((OffsetDateTime)value).Offset, "");
        var (left, right) = (Where(a), Where(b));
        return Instant(a).CompareTo(Instant(b)) is var byInstant and not 0 ? byInstant
            : left.Offset.CompareTo(right.Offset) is var byOffset and not 0 ? byOffset : string.CompareOrdinal(left.Zone, right.Zone);
    }

    public static Instant Instant(object value) => value is OffsetDateTime at ? at.ToInstant() : ((ZonedDateTime)value).ToInstant();

    private static long Nanos(OffsetTime time) => time.NanosecondOfDay - time.Offset.Nanoseconds;

    /// <summary>A duration's length where a month has 30.436875 days: the mean of the Gregorian calendar.</summary>
    private static double Seconds(CypherDuration d) => d.Months * 2629746.0 + d.Days * 86400.0 + d.Seconds;

    private static List<object?> Elements(PathReference path)
    {
        var elements = new List<object?> { path.Nodes[0] };
        for (var i = 0; i < path.Relationships.Count; i++) elements.AddRange([path.Relationships[i], path.Nodes[i + 1]]);
        return elements;
    }

    private static bool? AreEqual(IReadOnlyList<object?> a, IReadOnlyList<object?> b)
    {
        if (a.Count != b.Count) return false;
        bool? all = true;
        for (var i = 0; i < a.Count; i++)
        {
            var same = AreEqual(a[i], b[i]);
            if (same == false) return false;
            if (same is null) all = null;
        }

        return all;
    }

    private static bool? AreEqual(IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b)
    {
        if (a.Count != b.Count || a.Keys.Any(key => !b.ContainsKey(key))) return false;
        bool? all = true;
        foreach (var (key, value) in a)
        {
            var same = AreEqual(value, b[key]);
            if (same == false) return false;
            if (same is null) all = null;
        }

        return all;
    }

    private static int? CompareLists(IReadOnlyList<object?> a, IReadOnlyList<object?> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var order = Compare(a[i], b[i]);
            if (order is null) return null;
            if (order != 0) return order;
        }

        return a.Count.CompareTo(b.Count);
    }

    private static int OrderLists(IReadOnlyList<object?> a, IReadOnlyList<object?> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (Order(a[i], b[i]) is var order and not 0) return order;
        }

        return a.Count.CompareTo(b.Count);
    }

    private static int OrderMaps(IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b)
    {
        if (a.Count != b.Count) return a.Count.CompareTo(b.Count);
        var (left, right) = (a.OrderBy(e => e.Key, StringComparer.Ordinal).ToList(), b.OrderBy(e => e.Key, StringComparer.Ordinal).ToList());
        for (var i = 0; i < left.Count; i++)
        {
            if (string.CompareOrdinal(left[i].Key, right[i].Key) is var byKey and not 0) return byKey;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (Order(left[i].Value, right[i].Value) is var byValue and not 0) return byValue;
        }

        return 0;
    }
}

/// <summary>When values are the same for DISTINCT and grouping: equal, and null is the same as null.</summary>
internal sealed class Equivalence : IEqualityComparer<object?>, IEqualityComparer<object?[]>
{
    public static readonly Equivalence Instance = new();

    public new bool Equals(object? a, object? b) => ValueOrder.Order(a, b) == 0 && (a is not (long or double) || b is long or double);

    public bool Equals(object?[]? a, object?[]? b)
    {
        for (var i = 0; i < a!.Length; i++)
        {
            if (!Equals(a[i], b![i])) return false;
        }

        return true;
    }

    public int GetHashCode(object? value) => value switch
    {
        null => 0,
        long number => ((double)number).GetHashCode(),
        IReadOnlyDictionary<string, object?> map => map.Count,
        IReadOnlyList<object?> list => list.Aggregate(17, (hash, item) => hash * 31 + GetHashCode(item)),
        PathReference path => path.Relationships.Aggregate(path.Nodes[0].GetHashCode(), (hash, r) => hash * 31 + r.GetHashCode()),
        OffsetDateTime or ZonedDateTime => ValueOrder.Instant(value).GetHashCode(),
        OffsetTime or byte[] or CypherDuration => 1,
        _ => value.GetHashCode(),
    };

    public int GetHashCode(object?[] values) => values.Aggregate(17, (hash, value) => hash * 31 + GetHashCode(value));
}
