using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Paths between two ends under one filter after another.</summary>
internal sealed class FilteredSearch(IGraphSession session, ActorNode from, ActorNode to, SearchBudget budget)
{
    private (PathFilter Filter, Vicinity Vicinity)? _known;

    /// <summary>What was read with the ends already, for one filter.</summary>
    public void Know(PathFilter filter, Vicinity vicinity) => _known = (filter, vicinity);

    /// <summary>The first paths in order, and whether another one is known, which is false where it is not asked.</summary>
    public async Task<(IReadOnlyList<RawPath> Paths, bool HasMore)> FindAsync(SearchFilter filter, PathFilter asked, int first, bool asksForMore, CancellationToken cancellation)
    {
        var steps = asked.MaximumSteps ?? budget.Limits.DefaultSteps;
        var found = new List<RawPath>();
        var vicinity = _known is var (given, read) && ReferenceEquals(given, asked) ? read : await Vicinity.ReadAsync(session, asked, [from.Id, to.Id], budget.Limits, cancellation);
        if (asked.Hubs == Hubs.Allow) return (found, await Search(true).FindAsync(null, 2 * steps, first, asksForMore, found, cancellation));
        var more = await Search(false).FindAsync(0, 2 * steps, first, asksForMore, found, cancellation);
        if (asked.Hubs == Hubs.Block || found.Count >= first) return (found, more);
        var through = Search(true);
        for (var hubs = 1; hubs < 2 * steps && !more && (asksForMore || found.Count < first) && !budget.IsSpent; hubs++) more = await through.FindAsync(hubs, 2 * steps, first, asksForMore, found, cancellation);
        return (found, more);

        PathSearch Search(bool passesHubs) => new(session, from, to, filter, budget, passesHubs, vicinity);
    }
}
