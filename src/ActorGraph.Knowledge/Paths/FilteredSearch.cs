using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Paths between two ends under one filter after another.</summary>
internal sealed class FilteredSearch(IGraphSession session, (GraphNode From, GraphNode To) ends, SearchBudget budget)
{
    /// <summary>The first paths in order, and one more where there is one.</summary>
    public async Task<IReadOnlyList<RawPath>> FindAsync(SearchFilter filter, PathFilter asked, int first, CancellationToken cancellation)
    {
        var steps = asked.MaximumSteps ?? budget.Limits.DefaultSteps;
        var found = new List<RawPath>();
        if (asked.Hubs == Hubs.Allow)
        {
            await Search(true).FindAsync(null, 2 * steps, first + 1, found, cancellation);
            return found;
        }

        await Search(false).FindAsync(0, 2 * steps, first + 1, found, cancellation);
        if (asked.Hubs == Hubs.Block || found.Count >= first) return found;
        var through = Search(true);
        for (var hubs = 1; hubs < 2 * steps && found.Count <= first && !budget.IsSpent; hubs++) await through.FindAsync(hubs, 2 * steps, first + 1, found, cancellation);
        return found;

        PathSearch Search(bool passesHubs) => new(session, ends.From, ends.To, filter, budget, passesHubs);
    }
}
