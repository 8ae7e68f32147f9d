namespace ActorGraph.Knowledge.Records;

/// <summary>Where a page begins: after the row with this day and id. A row that is written or removed meanwhile moves no other.</summary>
/// <param name="Day">What the list is ordered by before the id; empty where it is ordered by id alone.</param>
public sealed record Keyset(string Day, string Id)
{
    /// <summary>Before every row, where the latest comes first.</summary>
    public static readonly Keyset Latest = new("~", "");

    /// <summary>Before every row, where the order ascends.</summary>
    public static readonly Keyset First = new("", "");
}

/// <param name="After">Null: from the beginning.</param>
/// <param name="First">Most rows.</param>
public sealed record PageRequest(Keyset? After, int First)
{
    /// <summary>One more than asked for tells whether there are more.</summary>
    internal int Most => First + 1;
}

/// <summary>Some rows of a list, each with where it stands.</summary>
public sealed record Page<T>(IReadOnlyList<(Keyset Key, T Row)> Rows, bool HasMore)
{
    public static readonly Page<T> Empty = new([], false);

    internal static Page<T> Of(IEnumerable<(Keyset, T)> rows, PageRequest request)
    {
        var list = rows.Take(request.Most).ToList();
        return new(list.Take(request.First).ToList(), list.Count > request.First);
    }
}
