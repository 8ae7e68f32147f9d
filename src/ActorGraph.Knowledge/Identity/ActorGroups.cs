using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Which looks are one actor, by names, articles and decisions; short forms that nothing has placed stand alone.</summary>
internal static class ActorGroups
{
    /// <param name="decisions">Those that stand, oldest first.</param>
    public static IReadOnlyList<IReadOnlyList<Look>> Of(IEnumerable<Look> looks, IReadOnlyList<Decision> decisions)
    {
        var ordered = looks.OrderBy(look => look.Key, StringComparer.Ordinal).ToList();
        var (links, forbidden) = ActorLinks.Between(ordered, decisions);
        return Clustering.Of(ordered.Select(look => look.Key).ToList(), links, (a, b) => forbidden.Contains((a, b)) || forbidden.Contains((b, a))).Select(group => (IReadOnlyList<Look>)group.Select(i => ordered[i]).ToList()).ToList();
    }

    /// <summary>The decisions that nobody took back, oldest first.</summary>
    public static IReadOnlyList<Decision> Standing(IReadOnlyList<Decision> decisions)
    {
        var undone = decisions.Select(decision => decision.Undoes).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return decisions.Where(decision => decision.Undoes is null && !undone.Contains(decision.Id)).OrderBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
    }

    /// <summary>The sightings that standing decisions speak of.</summary>
    public static IReadOnlySet<string> Decided(IReadOnlyList<Decision> standing) => standing.SelectMany(decision => new[] { decision.A, decision.B }).ToHashSet(StringComparer.Ordinal);

    /// <summary>The sightings that people's last word keeps this one apart from.</summary>
    public static IReadOnlySet<string> KeptFrom(string sighting, IReadOnlyList<Decision> standing)
        => standing.Where(d => d.A == sighting || d.B == sighting).GroupBy(d => d.A == sighting ? d.B : d.A, StringComparer.Ordinal)
            .Where(pair => pair.Last().Verdict != Verdict.Same).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
}
