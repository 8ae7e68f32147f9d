using ActorGraph.Facts;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Records;

/// <summary>What stands under an id: an actor, meeting, document, article, sighting or relationship.</summary>
public interface IRecord
{
    string Id { get; }
}

/// <summary>An actor or a place, joined from all documents.</summary>
/// <param name="Aliases">Every other name, ordinal order.</param>
/// <param name="Iso2">Of a country.</param>
public sealed record ActorRecord(string Id, string Name, string Kind, IReadOnlyList<string> Aliases, string? Iso2) : IRecord;

/// <summary>A meeting, joined from all accounts of it.</summary>
/// <param name="When">Null where nothing about time is known.</param>
/// <param name="Disputed">Whether accounts contradict each other about its day or place.</param>
public sealed record MeetingRecord(string Id, string Title, MeetingKind Kind, string Status, FactDate? When, bool Disputed) : IRecord;

/// <summary>How an actor took part in a meeting.</summary>
/// <param name="OnBehalfOf">Id of whom it stood for, else null.</param>
public sealed record Participation(ActorRecord Actor, string Role, string? OnBehalfOf, IReadOnlyList<string> Documents, int Origins, string Quote);

/// <summary>A meeting as one article tells it.</summary>
/// <param name="Id">Id of the evidence.</param>
public sealed record MeetingAccount(string Id, string ArticleId, MeetingKind Kind, string Status, FactDate? When, EvidenceQuote Evidence, IReadOnlyList<ToldParticipant> Participants, IReadOnlyList<ToldActor> Places,
    IReadOnlyList<MeetingTopic> About);

/// <summary>What a meeting was about, in the words of one document.</summary>
/// <param name="Start">UTF-16 code units into the document's text.</param>
public sealed record MeetingTopic(string Words, int Start, int End, DocumentReference Document);

/// <summary>That a text puts a meeting before another one, or after it.</summary>
/// <param name="Other">The other meeting.</param>
/// <param name="IsBefore">Whether the other one came later.</param>
/// <param name="Disputed">Whether a text tells the opposite, or the days of the two contradict it.</param>
/// <param name="Evidence">The sentences that say so, shortest first.</param>
public sealed record MeetingOrder(MeetingRecord Other, bool IsBefore, bool Disputed, IReadOnlyList<string> Documents, int Origins, IReadOnlyList<EvidenceQuote> Evidence);

/// <param name="Sighting">Id of the sighting.</param>
/// <param name="Name">As the article calls it.</param>
/// <param name="Actor">Id of whom it is.</param>
public record ToldActor(string Sighting, string Name, string Actor);

/// <param name="OnBehalfOf">Sighting id, or null.</param>
public sealed record ToldParticipant(string Sighting, string Name, string Actor, string Role, string? OnBehalfOf) : ToldActor(Sighting, Name, Actor);

/// <summary>A relationship that is no meeting: an office, a family tie, a side taken.</summary>
/// <param name="Detail">The office's title, or what of the other a relative is.</param>
public sealed record RelationshipRecord(string Id, string Relation, string Sentence, ActorRecord From, ActorRecord To, string? Detail, string Status, FactDate? When, bool Disputed,
    IReadOnlyList<string> Documents, int Origins, DateOnly? FirstReported, DateOnly? LastReported, string Quote) : IRecord;

/// <summary>Where a document's facts come from.</summary>
/// <param name="Origin">What documents share that tell one report.</param>
/// <param name="Extraction">Version of the extraction that read it.</param>
public sealed record DocumentProvenance(string Origin, string Extraction);

/// <summary>One article of a document.</summary>
/// <param name="Language">ISO 639-1.</param>
public sealed record ArticleRecord(string Id, string DocumentId, int Start, int End, string Language, DateOnly? Date, string? DateText, string Text) : IRecord;

/// <summary>An actor or a place as one article tells it.</summary>
/// <param name="Descriptions">What the article calls it besides names.</param>
public sealed record SightingRecord(string Id, string ArticleId, string Kind, string Name, IReadOnlyList<string> Names, string? Iso2, IReadOnlyList<string> Descriptions, IReadOnlyList<SightingSpan> Mentions) : IRecord
{
    public string DocumentId => ArticleId[..ArticleId.LastIndexOf('/')];
}

/// <param name="Start">UTF-16 code units into the document's text.</param>
public sealed record SightingSpan(int Start, int End, bool IsBoilerplate);

/// <summary>One entry of a timeline: a meeting or a relationship.</summary>
/// <param name="Id">Its id.</param>
public sealed record TimelineFact(string Id);
