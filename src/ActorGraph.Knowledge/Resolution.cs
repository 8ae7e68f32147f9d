using ActorGraph.Facts;

namespace ActorGraph.Knowledge;

/// <summary>What follows from sightings, evidence and decisions: who is who, and what happened between them.</summary>
/// <param name="ActorOf">Actor or place id by sighting id.</param>
/// <param name="MeetingOf">Meeting id by evidence id.</param>
public sealed record Resolution(IReadOnlyList<ResolvedActor> Actors, IReadOnlyList<ResolvedMeeting> Meetings, IReadOnlyList<ResolvedTie> Ties,
    IReadOnlyDictionary<string, string> ActorOf, IReadOnlyDictionary<string, string> MeetingOf);

/// <param name="Id">Readable and derived from its first member: <c>person:ibrahim-kalin-3f9a</c>, <c>country:tr</c>.</param>
/// <param name="Aliases">Every other name, ordinal order.</param>
/// <param name="Sightings">Sighting ids, ordinal order.</param>
public sealed record ResolvedActor(string Id, ActorType Type, string Name, IReadOnlyList<string> Aliases, string? Iso2, IReadOnlyList<string> Sightings);

/// <param name="When">The date where the accounts agree; else unknown and <paramref name="IsDisputed"/>.</param>
/// <param name="Places">Ids of places and countries, narrowest first.</param>
/// <param name="Participants">By actor id, ordinal order.</param>
/// <param name="Evidence">Evidence ids, ordinal order.</param>
/// <param name="From">The first day of which a further account of it can be; null where one of its accounts leaves that open.</param>
/// <param name="Until">The last one.</param>
public sealed record ResolvedMeeting(string Id, MeetingKind Kind, MeetingStatus Status, EventDate When, IReadOnlyList<string> Places,
    IReadOnlyList<ResolvedParticipant> Participants, IReadOnlyList<string> Evidence, bool IsDisputed, DateOnly? From, DateOnly? Until);

/// <param name="OnBehalfOf">Actor id, or null.</param>
public sealed record ResolvedParticipant(string Actor, ParticipantRole Role, string? OnBehalfOf);

/// <summary>A relationship between two actors that is no meeting: an office, a family tie, a relation.</summary>
/// <param name="Id">Hash of what it states.</param>
/// <param name="Type">HOLDS_POSITION, DEPUTY_OF, FAMILY_OF, MEMBER_OF, PART_OF, SUPPORTS, OPPOSES, CONTROLS, APPOINTED, POSTED_TO, DEPLOYED_IN or BASED_IN.</param>
/// <param name="Properties">What the type carries besides provenance: <c>title</c>, <c>relation</c>, <c>since</c> …</param>
/// <param name="Evidence">Evidence ids, ordinal order.</param>
public sealed record ResolvedTie(string Id, string Type, string From, string To, FactStatus Status, IReadOnlyDictionary<string, object?> Properties, IReadOnlyList<string> Evidence);
