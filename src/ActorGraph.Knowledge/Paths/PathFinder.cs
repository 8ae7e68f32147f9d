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
        var nearest = await NearestMeetings.FindAsync(session, question, _limits, cancellation);
        if (nearest is { HasMore: { } known }) return Answer(question, nearest, known);
        var lookup = new ActorLookup(session);
        var (ends, around) = await lookup.FindAsync([question.From, question.To], Vicinity.Asked(session, question.Filter, [question.From, question.To], _limits), cancellation);
        var (from, to) = (ends[0], ends[1]);
        if (from.Chosen.Node == to.Chosen.Node) throw new GraphException(ErrorCodes.FilterInvalid, $"'{question.From}' and '{question.To}' are both {from.Chosen.Name}: ask for two different ones.");
        var budget = new SearchBudget(_limits, _clock);
        var search = new FilteredSearch(session, from.Chosen, to.Chosen, budget);
        // What was read around ids that were merged is not around who has them now.
        if (around is not null && from.Chosen.Id == question.From && to.Chosen.Id == question.To) search.Know(question.Filter, new(around));
        var (raw, hasMore) = await search.FindAsync(await SearchFilter.OfAsync(lookup, question.Filter, cancellation), question.Filter, question.First, question.AsksForMore, cancellation);
        var paths = await TellAsync(session, raw, cancellation);
        var relax = paths.Count > 0 || budget.IsSpent ? null : await RelaxAsync(search, lookup, question.Filter, cancellation);
        var others = await new ActorSummaries(session).OfAsync([.. from.Others, .. to.Others], cancellation);
        return new(End(question.From, from, others.Take(from.Others.Count)), End(question.To, to, others.Skip(from.Others.Count)), paths, hasMore, budget.StoppedBy, Searched(question.Filter, budget), relax);
    }

    private PathAnswer Answer(PathQuestion question, NearestMeetings.Told told, bool hasMore)
    {
        var budget = new SearchBudget(_limits, _clock);
        budget.Spend(told.Relationships);
        return new(End(question.From, ActorLookup.ById(told.From), []), End(question.To, ActorLookup.ById(told.To), []), told.Paths, hasMore, null, Searched(question.Filter, budget), null);
    }

    private async Task<Relaxation?> RelaxAsync(FilteredSearch search, ActorLookup lookup, PathFilter filter, CancellationToken cancellation)
    {
        Relaxation? best = null;
        foreach (var (change, relaxed) in FilterRelaxations.Of(filter, _limits))
        {
            var (found, _) = await search.FindAsync(await SearchFilter.OfAsync(lookup, relaxed, cancellation), relaxed, 1, asksForMore: false, cancellation);
            if (found.Count > 0 && PathSteps.Count(found[0]) is var length && length < (best?.Length ?? int.MaxValue)) best = new(change, length);
        }

        return best;
    }

    private static async Task<IReadOnlyList<FoundPath>> TellAsync(IGraphSession session, IReadOnlyList<RawPath> raw, CancellationToken cancellation)
    {
        if (raw.Count == 0) return [];
        var asked = PathSteps.Asked(raw);
        var known = raw.SelectMany(path => path.Facts).ToHashSet();
        var answers = await ReadAsync(session, [.. asked, .. StepTeller.Asked(known)], cancellation);
        var facts = PathSteps.Of(raw, answers);
        var steps = facts.SelectMany(path => path).ToList();
        // An end that is a meeting makes steps of another kind.
        var told = steps.All(step => known.Contains(step.Id)) ? StepTeller.Tell(steps, answers.Skip(asked.Count).ToList()) : await new StepTeller(session).TellAsync(steps, cancellation);
        var next = 0;
        return raw.Select((path, i) => new FoundPath(path.Hubs, path.Cost, facts[i].Select(_ => told[next++]).ToList())).ToList();
    }

    /// <summary>The rows of each; a server is asked for all of them by one statement.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>>> ReadAsync(IGraphSession session, IReadOnlyList<Statement> asked, CancellationToken cancellation)
    {
        if (!session.IsDistant) return await session.ReadAsync(asked, cancellation);
        var parameters = asked.SelectMany(statement => statement.Parameters).ToDictionary();
        parameters.TryAdd("meetings", GraphValue.From(Array.Empty<string>()));
        var told = (await session.ReadAsync([new(CypherLibrary.Get("paths/told"), parameters)], cancellation))[0][0];
        return [List(told[0]).Select(node => new[] { node }).ToList(), List(told[1]).Select(tie => new[] { tie }).ToList(), List(told[2]).Select(List).ToList(), List(told[3]).Select(List).ToList()];

        static IReadOnlyList<object?> List(object? value) => (IReadOnlyList<object?>)value!;
    }

    private static PathEnd End(string asked, LookedUp found, IEnumerable<ActorSummary> others) => new(asked, found.Chosen.Reference, found.Because, others.ToList());

    private string Searched(PathFilter filter, SearchBudget budget)
    {
        var relations = filter.Relations is { Count: > 0 } asked ? asked : PathRelations.Default;
        var statuses = filter.Status is { Count: > 0 } status ? status : PathRelations.Holding;
        return $"{budget.Spent} relationships and steps, at most {filter.MaximumSteps ?? _limits.DefaultSteps} steps long, by {string.Join(", ", relations)}; "
            + $"what is {string.Join(", ", statuses)}; hubs: {filter.Hubs.ToString().ToLowerInvariant()}";
    }
}
