using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Paths;

/// <summary>
/// What lies around the ends of a search, two hops far, read in one journey: for databases to which a journey costs more than some rows too many.
/// Statuses are not read, which would cost more than the rest; the few relationships that a path may use are asked for theirs later.
/// </summary>
internal sealed class Vicinity(IReadOnlyList<IReadOnlyList<object?>> rows)
{
    /// <summary>An end around which there are more nodes is searched step by step.</summary>
    private const int MostNodes = 200;

    private static readonly string[] Meeting = ["Meeting"];
    private static readonly HashSet<string> EveryType = PathRelations.Default.Select(PathRelations.TypeOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>What to ask for; null where the database is near, or the filter one that is better held against every relationship as it is read.</summary>
    /// <param name="ends">Ids; what is no actor has none.</param>
    public static Statement? Asked(IGraphSession session, PathFilter filter, IReadOnlyList<string> ends, PathLimits limits)
    {
        var expand = new SearchFilter(filter, [], [], []).Expand;
        if (!session.IsDistant || expand.Properties || filter.Exclude is { Count: > 0 }) return null;
        var statement = expand.Types is [PathRelations.ParticipatedIn] ? "paths/around-by-meetings" : EveryType.SetEquals(expand.Types) ? "paths/around" : null;
        return statement is null ? null : Statements.Named(statement, ("ends", ends), ("most", MostNodes), ("hubDegree", limits.HubDegree));
    }

    public static async Task<Vicinity?> ReadAsync(IGraphSession session, PathFilter filter, IReadOnlyList<string> ends, PathLimits limits, CancellationToken cancellation)
        => Asked(session, filter, ends, limits) is { } asked ? new((await session.ReadAsync([asked], cancellation))[0]) : null;

    /// <summary>Enters all that was read.</summary>
    /// <returns>How many relationships were read.</returns>
    public int Enter(KnownGraph graph, SearchFilter filter)
    {
        foreach (var row in rows) graph.Add((long)row[0]!, Statements.Texts(row[1]));
        return rows.Sum(row =>
        {
            var (relationships, others, ties) = (List(row[2]), List(row[3]), List(row[4]));
            var (id, node) = ((long)row[0]!, graph.IndexOf((long)row[0]!));
            var isMeeting = graph[node].IsMeeting;
            for (var i = 0; i < others.Count; i++)
            {
                var other = (long)others[i]!;
                // Who took part and has no row is a hub.
                if (isMeeting && !graph.Holds(other)) graph[graph.Add(other, [])].IsHub = true;
                Enter(new(id, other, (long)relationships[i]!, PathRelations.ParticipatedIn, !isMeeting, isMeeting ? [] : Meeting, null, null));
            }

            foreach (var tie in ties.Select(List)) Enter(new(id, (long)tie[1]!, (long)tie[0]!, (string)tie[2]!, (bool)tie[3]!, Statements.Texts(tie[4]), null, null));
            graph[node].IsExpanded = true;
            return others.Count + ties.Count;

            void Enter(in Expansion expansion)
            {
                if (filter.Allows(expansion)) graph.Connect(node, expansion);
            }
        });
    }

    private static IReadOnlyList<object?> List(object? value) => (IReadOnlyList<object?>)value!;
}
