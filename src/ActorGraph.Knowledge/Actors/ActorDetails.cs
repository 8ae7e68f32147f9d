using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Actors;

/// <summary>Everything the graph holds about one actor.</summary>
/// <param name="Aliases">Every other name, ordinal order.</param>
/// <param name="Iso2">Of a country.</param>
/// <param name="Documents">Ids of the documents that name it, ordinal order.</param>
/// <param name="Facts">Meetings, offices, family, relations, latest first, then by id.</param>
public sealed record ActorDetails(string Id, string Name, string Kind, IReadOnlyList<string> Aliases, string? Iso2, string Summary, IReadOnlyList<string> Documents, IReadOnlyList<PathStep> Facts);

/// <param name="Score">0 to 1.</param>
/// <param name="Why">Which name matched and how, in words.</param>
public sealed record SearchHit(string Id, string Name, string Kind, string Summary, double Score, string Why);

public sealed record GraphStatistics(long Documents, long Articles, long Sightings, long Evidence, long People, long Organizations, long Countries, long Places, long Meetings, long Relationships);
