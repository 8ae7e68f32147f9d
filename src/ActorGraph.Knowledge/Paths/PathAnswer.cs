using ActorGraph.Knowledge.Records;

namespace ActorGraph.Knowledge.Paths;

/// <summary>The paths between two actors, each step with the sentences it rests on.</summary>
/// <param name="Results">Best first; empty when there is none.</param>
/// <param name="HasMore">Whether more paths are known to exist than were asked for; false where that was not asked.</param>
/// <param name="StoppedBy">The limit that ended the search early ("time", "expansions"), else null.</param>
/// <param name="Searched">What was searched, in words: told when there is no result.</param>
/// <param name="Relax">Without a result: the single change of the filter that gives the shortest path, else null.</param>
public sealed record PathAnswer(PathEnd From, PathEnd To, IReadOnlyList<FoundPath> Results, bool HasMore, string? StoppedBy, string Searched, Relaxation? Relax);

/// <param name="Asked">What was asked for.</param>
/// <param name="Because">Why this one was chosen, in words.</param>
/// <param name="Others">Who else the name may mean, likeliest first.</param>
public sealed record PathEnd(string Asked, ActorReference Chosen, string Because, IReadOnlyList<ActorSummary> Others);

/// <param name="Kind">person, organization, country, place, vessel or meeting.</param>
public sealed record ActorReference(string Id, string Name, string Kind);

/// <param name="Summary">What tells it apart: "director of National Intelligence Organization, in 3 documents".</param>
public sealed record ActorSummary(string Id, string Name, string Kind, string Summary);

/// <param name="Change">In words: "without minimumOrigins: 2".</param>
/// <param name="Length">Steps of the shortest path then.</param>
public sealed record Relaxation(string Change, int Length);

/// <param name="Hubs">Hubs passed.</param>
/// <param name="Cost">One a hop of a meeting, two any other relationship.</param>
public sealed record FoundPath(int Hubs, int Cost, IReadOnlyList<PathStep> Steps)
{
    public int Length => Steps.Count;
}

/// <summary>One fact on a path, or one fact about an actor.</summary>
/// <param name="Id">Id of the fact: of the meeting, or of the relationship.</param>
/// <param name="Relation"><see cref="PathRelations.Met"/> for the two hops through one meeting, else the relationship's type.</param>
/// <param name="Sentence">The step told in one sentence.</param>
/// <param name="From">Where the path comes from; the fact itself may point either way.</param>
/// <param name="IsForward">Whether the fact points from <paramref name="From"/> to <paramref name="To"/>; a meeting always does.</param>
/// <param name="When">Null where nothing about time is known.</param>
/// <param name="Status">occurred, planned, denied, hypothetical; current, former, acting, alleged.</param>
/// <param name="Documents">How many documents tell it.</param>
/// <param name="Origins">How many origins these documents have: copies and translations count once.</param>
/// <param name="Evidence">Best sentence first.</param>
public sealed record PathStep(string Id, string Relation, string Sentence, ActorReference From, ActorReference To, bool IsForward, ActorReference? Meeting, FactDate? When, ActorReference? Place,
    string Status, bool Disputed, int Documents, int Origins, IReadOnlyList<EvidenceQuote> Evidence);

/// <param name="Text">The text's own words.</param>
/// <param name="Basis">stated, anchored (a weekday with the document's date), reported (on or before the dateline) or none.</param>
public sealed record FactDate(string? Text, string Basis, DateOnly? Earliest, DateOnly? Latest);

/// <param name="Start">UTF-16 code units into the document's text.</param>
/// <param name="SaidBy">Who is quoted for it, else null.</param>
public sealed record EvidenceQuote(string Quote, int Start, int End, string? SaidBy, DocumentReference Document);

/// <summary>A document without its text.</summary>
/// <param name="Title">As given, else its headline; null of a text without words.</param>
public sealed record DocumentReference(string Id, string? Title, string? Source, DateOnly? PublishedAt) : IRecord;
