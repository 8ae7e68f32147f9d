using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Evidence with what its document adds to it.</summary>
/// <param name="Reported">The day of its article, else of its document.</param>
internal sealed record Told(Evidence Evidence, string Quote, DateOnly? Reported)
{
    public string Document => ShortForms.DocumentOf(Evidence.Id);

    /// <param name="span">Within its sentence.</param>
    public string WordsOf(TextSpan span) => Quote[(span.Start - Evidence.Span.Start)..(span.End - Evidence.Span.Start)];

    /// <summary>The sightings that it speaks of.</summary>
    public IEnumerable<string> Sightings => Evidence switch
    {
        MeetingEvidence meeting => meeting.Participants.SelectMany(p => new[] { p.Sighting, p.OnBehalfOf }).Concat(meeting.Places).OfType<string>(),
        OfficeEvidence office => new[] { office.Person, office.Of }.OfType<string>(),
        FamilyEvidence family => [family.A, family.B],
        RelationEvidence relation => [relation.A, relation.B],
        _ => throw new System.Diagnostics.UnreachableException($"No sightings are told for {Evidence.GetType().Name}."),
    };

    public static IEnumerable<Told> Of(DocumentFacts facts)
    {
        var days = facts.Articles.ToDictionary(article => article.Id, article => article.Date ?? facts.Document.PublishedAt, StringComparer.Ordinal);
        return facts.Evidence.Select(evidence => new Told(evidence, evidence.Span.Of(facts.Document.Text), days[evidence.ArticleId]));
    }
}
