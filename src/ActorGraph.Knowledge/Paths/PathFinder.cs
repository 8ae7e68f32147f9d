using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Answers how two actors are connected: one algorithm, on every database, over one snapshot.</summary>
public sealed class PathFinder(IGraphDatabase database, PathLimits? limits = null, TimeProvider? clock = null)
{
    private readonly PathLimits _limits = limits ?? PathLimits.Default;
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <exception cref="GraphException">A name or the filter is wrong (the message says what to do), or the database failed.</exception>
    public async Task<PathAnswer> FindAsync(PathQuestion question, CancellationToken cancellation)
    {
        PathQuestionCheck.Check(question, _limits);
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        var lookup = new ActorLookup(session);
        var (from, to) = (await lookup.FindAsync(question.From, cancellation), await lookup.FindAsync(question.To, cancellation));
        if (from.Chosen.Node == to.Chosen.Node) throw new GraphException(ErrorCodes.FilterInvalid, $"'{question.From}' and '{question.To}' are both {from.Chosen.Name}: ask for two different ones.");
        var budget = new SearchBudget(_limits, _clock);
        var search = new FilteredSearch(session, from.Chosen, to.Chosen, budget);
        var (raw, hasMore) = await search.FindAsync(await SearchFilter.OfAsync(lookup, question.Filter, cancellation), question.Filter, question.First, cancellation);
        var paths = await TellAsync(session, raw, cancellation);
        var relax = paths.Count > 0 || budget.IsSpent ? null : await RelaxAsync(search, lookup, question.Filter, cancellation);
        return new(await EndAsync(session, question.From, from, cancellation), await EndAsync(session, question.To, to, cancellation), paths,
            hasMore, budget.StoppedBy, Searched(question.Filter, budget), relax);
    }

    private async Task<Relaxation?> RelaxAsync(FilteredSearch search, ActorLookup lookup, PathFilter filter, CancellationToken cancellation)
    {
        Relaxation? best = null;
        foreach (var (change, relaxed) in FilterRelaxations.Of(filter, _limits))
        {
            var (found, _) = await search.FindAsync(await SearchFilter.OfAsync(lookup, relaxed, cancellation), relaxed, 1, cancellation);
            if (found.Count > 0 && PathSteps.Count(found[0]) is var length && length < (best?.Length ?? int.MaxValue)) best = new(change, length);
        }

        return best;
    }

    private static async Task<IReadOnlyList<FoundPath>> TellAsync(IGraphSession session, IReadOnlyList<RawPath> raw, CancellationToken cancellation)
    {
        var facts = await new PathSteps(session).ReadAsync(raw, cancellation);
        var told = await new StepTeller(session).TellAsync(facts.SelectMany(path => path).ToList(), cancellation);
        var next = 0;
        return raw.Select((path, i) => new FoundPath(path.Hubs, path.Cost, facts[i].Select(_ => told[next++]).ToList())).ToList();
    }

    private static async Task<PathEnd> EndAsync(IGraphSession session, string asked, LookedUp found, CancellationToken cancellation)
        => new(asked, found.Chosen.Reference, found.Because, await new ActorSummaries(session).OfAsync(found.Others, cancellation));

    private string Searched(PathFilter filter, SearchBudget budget)
    {
        var relations = filter.Relations is { Count: > 0 } asked ? asked : PathRelations.Default;
        var statuses = filter.Status is { Count: > 0 } status ? status : PathRelations.Holding;
        return $"{budget.Spent} relationships and steps, at most {filter.MaximumSteps ?? _limits.DefaultSteps} steps long, by {string.Join(", ", relations)}; "
            + $"what is {string.Join(", ", statuses)}; hubs: {filter.Hubs.ToString().ToLowerInvariant()}";
    }
}
