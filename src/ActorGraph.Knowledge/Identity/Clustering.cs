namespace ActorGraph.Knowledge.Identity;

/// <param name="Strength">Stronger links are followed first.</param>
internal readonly record struct Link(int A, int B, double Strength);

/// <summary>Groups of items that links hold together and no forbidden pair divides: a function of the sets, whatever their order.</summary>
internal static class Clustering
{
    /// <param name="names">One distinct name an item; it decides among links of one strength.</param>
    /// <param name="areApart">Whether two items are never in one group; the same in either order.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<string> names, IEnumerable<Link> links, Func<int, int, bool> areApart)
    {
        var groupOf = Enumerable.Range(0, names.Count).Select(i => new List<int> { i }).ToArray();
        var ordered = links
            .Select(link => string.CompareOrdinal(names[link.A], names[link.B]) <= 0 ? link : new Link(link.B, link.A, link.Strength))
            .OrderByDescending(link => link.Strength).ThenBy(link => names[link.A], StringComparer.Ordinal).ThenBy(link => names[link.B], StringComparer.Ordinal);
        foreach (var link in ordered)
        {
            var (into, from) = (groupOf[link.A], groupOf[link.B]);
            if (into == from || into.Any(a => from.Any(b => areApart(a, b)))) continue;
            into.AddRange(from);
            foreach (var item in from) groupOf[item] = into;
        }
        return groupOf.Distinct().Select(group => (IReadOnlyList<int>)group.OrderBy(i => names[i], StringComparer.Ordinal).ToList())
            .OrderBy(group => names[group[0]], StringComparer.Ordinal).ToList();
    }
}
