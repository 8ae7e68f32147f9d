using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>
/// The nearest paths by meetings as one statement finds and tells them: for databases to which a journey, and every further statement in it, costs more than
/// the search does. What it does not find, or cannot know, is left to <see cref="PathSearch"/>.
/// </summary>
internal static class NearestMeetings
{
    /// <summary>Around an end there may be so many meetings, and people in them; otherwise the search goes step by step.</summary>
    private const int MostAround = 500;

    /// <summary>Steps of the longest path that the statement looks for.</summary>
    private const int MostSteps = 3;

    private static readonly string[] NotActors = ["meeting:", "place:", "vessel:"];

    /// <param name="Ends">As found by their ids.</param>
    /// <param name="HasMore">Null where it is not known.</param>
    /// <param name="Relationships">How many were read.</param>
    internal sealed record Told(ActorNode From, ActorNode To, IReadOnlyList<FoundPath> Paths, bool? HasMore, int Relationships);

    /// <summary>What to ask for; null where the database is near, or the question another one.</summary>
    public static Statement? Asked(IGraphSession session, PathQuestion question, PathLimits limits)
    {
        if (!session.IsDistant) return null;
        var filter = question.Filter;
        var expand = new SearchFilter(filter, [], [], []).Expand;
        if (expand.Properties || expand.Types is not [PathRelations.ParticipatedIn] || filter.Hubs == Hubs.Allow) return null;
        if (filter.Exclude is { Count: > 0 } || filter.Via is { Count: > 0 } || (filter.MaximumSteps ?? limits.DefaultSteps) < MostSteps) return null;
        if (!IsActor(question.From) || !IsActor(question.To) || question.From == question.To) return null;
        return Statements.Named("paths/nearest-by-meetings", ("from", question.From), ("to", question.To), ("statuses", expand.Statuses), ("hubDegree", limits.HubDegree), ("most", MostAround),
            ("first", question.First), ("wanted", question.First + (question.AsksForMore ? 1 : 0)), ("mostEvidence", StepTeller.MostEvidenceOf(MostSteps * question.First)));
    }

    /// <returns>Null where fewer paths than asked for were found: another search finds all.</returns>
    public static async Task<Told?> FindAsync(IGraphSession session, PathQuestion question, PathLimits limits, CancellationToken cancellation)
    {
        if (Asked(session, question, limits) is not { } asked) return null;
        var row = (await session.ReadAsync([asked], cancellation))[0][0];
        var ways = List(row[0]).Select(way => (Nodes: List(List(way)[0]).Cast<GraphNode>().ToList(), Ties: List(List(way)[1]).Cast<GraphRelationship>().ToList())).ToList();
        if (ways.Count < question.First) return null;
        var first = ways.Take(question.First).ToList();
        var facts = first.Select(way => PathSteps.Of(Raw(way.Nodes, way.Ties), way.Nodes, way.Ties)).ToList();
        var steps = facts.SelectMany(path => path).ToList();
        var told = new Queue<PathStep>(StepTeller.Tell(steps, [List(row[1]).Select(List).ToList(), List(row[2]).Select(List).ToList()]));
        var paths = first.Zip(facts, (way, path) => new FoundPath(0, way.Ties.Count, path.Select(_ => told.Dequeue()).ToList())).ToList();
        var hasMore = !question.AsksForMore ? false : ways.Count > question.First ? true : await HasMoreAsync(session, question, limits, first[0].Nodes, cancellation);
        return new(ActorNode.Of(first[0].Nodes[0]), ActorNode.Of(first[0].Nodes[^1]), paths, hasMore, ways.Sum(way => way.Ties.Count));
    }

    /// <summary>Whether there are longer paths than all of the shortest, as far as a way around one step of one of these shows it; null where it does not.</summary>
    private static async Task<bool?> HasMoreAsync(IGraphSession session, PathQuestion question, PathLimits limits, List<GraphNode> nodes, CancellationToken cancellation)
    {
        if (nodes.Count / 2 >= (question.Filter.MaximumSteps ?? limits.DefaultSteps)) return false;
        var statuses = new SearchFilter(question.Filter, [], [], []).Expand.Statuses;
        var detours = await session.RowsAsync("paths/detour-by-meetings", cancellation, ("nodes", nodes.Select(node => node.Id)), ("statuses", statuses), ("hubDegree", limits.HubDegree));
        return detours.Count > 0 ? true : null;
    }

    private static RawPath Raw(List<GraphNode> nodes, List<GraphRelationship> ties)
        => new(0, ties.Count, nodes.Select(node => node.Id).ToList(), ties.Select(tie => new RawHop(tie.Id, tie.Start, tie.Type)).ToList(), []);

    private static bool IsActor(string asked) => asked.Contains(':', StringComparison.Ordinal) && !NotActors.Any(kind => asked.StartsWith(kind, StringComparison.Ordinal));

    private static IReadOnlyList<object?> List(object? value) => (IReadOnlyList<object?>)value!;
}
