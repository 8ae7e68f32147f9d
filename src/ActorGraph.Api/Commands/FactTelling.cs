using ActorGraph.Facts;

namespace ActorGraph.Api.Commands;

/// <summary>What one document says, in a line.</summary>
internal static class FactTelling
{
    /// <param name="names">Of sightings, by id.</param>
    public static string Told(Evidence evidence, IReadOnlyDictionary<string, string> names) => evidence switch
    {
        MeetingEvidence meeting => $"{Word(meeting.Kind)} ({Word(meeting.Status)}): {string.Join(", ", meeting.Participants.Select(participant => names[participant.Sighting]))}"
            + (meeting.Places.Count > 0 ? " in " + string.Join(", ", meeting.Places.Select(place => names[place])) : "")
            + (meeting.When is { Text: { } text } ? $", {text}" : "") + (meeting.When is { Latest: { } latest } ? $" [{Word(meeting.When.Basis)}, by {latest:yyyy-MM-dd}]" : ""),
        OfficeEvidence office => $"office ({Word(office.Status)}): {names[office.Person]}, {office.Title}" + (office.Of is { } of ? $" of {names[of]}" : ""),
        FamilyEvidence family => $"family: {names[family.A]} {family.Relation.Replace('_', ' ')} {names[family.B]}",
        RelationEvidence relation => $"relation ({Word(relation.Status)}): {names[relation.A]} {Word(relation.Kind)} {names[relation.B]}",
        _ => evidence.Rule,
    };

    /// <summary>"press conference".</summary>
    public static string Word<T>(T value) where T : struct, Enum
        => string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
