using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <param name="Actors">Ids, or names in any spelling.</param>
/// <param name="Depth">Steps from them, a meeting being one; with 0 only what connects them with each other.</param>
/// <param name="First">Most nodes.</param>
public sealed record SurroundingsQuestion(IReadOnlyList<string> Actors, int Depth, PathFilter Filter, MeetingsAs Meetings, int First);

/// <summary>Finds what lies around actors, for drawing: over one snapshot, by one expansion a step.</summary>
public sealed class Surroundings(IGraphDatabase database, PathLimits? limits = null)
{
    private readonly PathLimits _limits = limits ?? PathLimits.Default;

    /// <exception cref="GraphException">A name or the filter is wrong (the message says what to do), or the database failed.</exception>
    public async Task<GraphView> FindAsync(SurroundingsQuestion question, CancellationToken cancellation)
    {
        if (question.Filter.Via is { Count: > 0 } || question.Filter.MaximumSteps is not null)
            throw new GraphException(ErrorCodes.FilterInvalid, "via and maximumSteps are of paths; around actors there is depth.");
        PathQuestionCheck.Check(question.Filter, _limits);
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        var lookup = new ActorLookup(session);
        var drawing = new SurroundingsDrawing(question.Meetings, question.First);
        foreach (var asked in question.Actors) drawing.Begin((await lookup.FindAsync(asked, cancellation)).Chosen);
        var filter = await SearchFilter.OfAsync(lookup, question.Filter, cancellation);
        var frontier = drawing.Actors;
        for (var step = 0; step <= question.Depth && frontier.Count > 0; step++)
        {
            var hops = await ExpandAsync(session, frontier, filter, step == 0 || question.Filter.Hubs == Hubs.Allow ? null : _limits.HubDegree, cancellation);
            var isLast = step == question.Depth;
            // Beyond the last step only what is drawn already can be connected.
            var meetings = hops.Where(hop => hop.ToNode!.Labels.Contains("Meeting")).Select(hop => hop.To).Distinct().Where(meeting => !drawing.Knows(meeting)).ToList();
            var back = isLast ? [] : await ExpandAsync(session, meetings, filter, null, cancellation);
            drawing.Add(hops, back, isLast);
            frontier = drawing.TakeNew(withHubs: question.Filter.Hubs == Hubs.Allow);
        }

        return drawing.View();
    }

    private static async Task<List<Expansion>> ExpandAsync(IGraphSession session, IReadOnlyList<long> frontier, SearchFilter filter, int? most, CancellationToken cancellation)
        => frontier.Count == 0 ? [] : (await session.ExpandAsync(frontier, filter.Expand with { Properties = true, MaxPerNode = most }, cancellation)).Where(hop => !hop.IsHub && filter.Allows(hop)).ToList();
}
