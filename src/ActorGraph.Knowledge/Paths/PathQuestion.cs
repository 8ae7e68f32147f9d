using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Paths;

/// <summary>How are two actors connected?</summary>
/// <param name="From">An id, or a name in any spelling.</param>
/// <param name="To">Likewise.</param>
/// <param name="First">How many paths are wanted, best first; 1 to <see cref="PathLimits.MostPaths"/>.</param>
/// <param name="AsksForMore">Whether to find out, too, if there are more paths than these: it may take as long as the paths themselves.</param>
public sealed record PathQuestion(string From, string To, PathFilter Filter, int First = 3, bool AsksForMore = true);

/// <summary>What a path may use. Null and empty lists ask nothing; every filter holds during the search, not after it.</summary>
public sealed record PathFilter
{
    public static readonly PathFilter None = new();

    /// <summary>Relations to follow: <see cref="PathRelations.Met"/> or a relationship type; null: every path relationship.</summary>
    public IReadOnlyList<string>? Relations { get; init; }

    /// <summary>Which kinds of meeting count; null: all.</summary>
    public IReadOnlyList<MeetingKind>? Kinds { get; init; }

    /// <summary>Most steps; the two hops through one meeting are one step.</summary>
    public int? MaximumSteps { get; init; }

    /// <summary>Actors or meetings, by id or name, that the path must pass.</summary>
    public IReadOnlyList<string>? Via { get; init; }

    /// <summary>Actors, meetings or facts, by id (actors also by name), that the path must not use.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>Document ids: a fact counts only when one of them tells it.</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>A fact that ended before this day does not count.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>A fact that began after this day does not count.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether facts without a date pass <see cref="Since"/> and <see cref="Until"/>.</summary>
    public bool Undated { get; init; } = true;

    /// <summary>Statuses that count (occurred, planned, denied, hypothetical, current, former, acting, alleged); null: what happened or holds.</summary>
    public IReadOnlyList<string>? Status { get; init; }

    /// <summary>A fact counts only when at least so many origins tell it.</summary>
    public int? MinimumOrigins { get; init; }

    public Hubs Hubs { get; init; } = Hubs.Avoid;
}

/// <summary>What to do about countries, places and actors with more relationships than <see cref="PathLimits.HubDegree"/>.</summary>
public enum Hubs
{
    /// <summary>Routes through no hub first; routes through hubs only when there are fewer than asked.</summary>
    Avoid,

    /// <summary>A hub is a node like any other.</summary>
    Allow,

    /// <summary>No path passes a hub.</summary>
    Block,
}

/// <param name="HubDegree">An actor with more path relationships than this is a hub.</param>
/// <param name="DefaultSteps">Longest path looked for where the question says nothing.</param>
/// <param name="MostSteps">Upper bound of a path's length.</param>
/// <param name="MostPaths">Upper bound of what one question returns.</param>
/// <param name="Time">Bound on one question.</param>
/// <param name="MostExpansions">Relationships looked at before a search stops and says so.</param>
public sealed record PathLimits(int HubDegree, int DefaultSteps, int MostSteps, int MostPaths, TimeSpan Time, int MostExpansions)
{
    public static readonly PathLimits Default = new(500, 6, 10, 50, TimeSpan.FromSeconds(10), 2_000_000);
}
