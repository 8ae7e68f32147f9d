using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests;

/// <summary>Short forms for tests: a text's facts with names instead of ids.</summary>
internal sealed class Reading
{
    private readonly Dictionary<string, string> nameOf;

    public Reading(string text, DateOnly? publishedAt = null)
    {
        Facts = new FactExtractor().Extract(Document.FromText(text, publishedAt: publishedAt));
        nameOf = Facts.Sightings.ToDictionary(sighting => sighting.Id, sighting => sighting.Name);
    }

    public DocumentFacts Facts { get; }

    public IEnumerable<string> Mentions => Facts.Sightings.SelectMany(sighting => sighting.Mentions.Select(mention => (mention.Span.Start, Told: $"{sighting.Type} {mention.Span.Of(Facts.Document.Text)}"))).OrderBy(m => m.Start).Select(m => m.Told);

    public IReadOnlyList<MeetingEvidence> Meetings => Facts.Evidence.OfType<MeetingEvidence>().ToList();

    public IEnumerable<string> Offices => Facts.Evidence.OfType<OfficeEvidence>().Select(office => $"{nameOf[office.Person]}: {office.Title} of {(office.Of is null ? "?" : nameOf[office.Of])}");

    public IEnumerable<string> Relations => Facts.Evidence.OfType<RelationEvidence>().Select(relation => $"{nameOf[relation.A]} {relation.Kind} {nameOf[relation.B]}");

    public IEnumerable<string> Family => Facts.Evidence.OfType<FamilyEvidence>().Select(family => $"{nameOf[family.A]} {family.Relation} {nameOf[family.B]}");

    public string Who(MeetingEvidence meeting, ParticipantRole? only = null) => string.Join(", ", meeting.Participants.Where(p => only is null || p.Role == only).Select(p => nameOf[p.Sighting]).Order(StringComparer.Ordinal));

    public string Where(MeetingEvidence meeting) => string.Join(", ", meeting.Places.Select(place => nameOf[place]));
}
