namespace ActorGraph.Facts;

/// <summary>One fact as one article tells it. Each points at its characters; nothing here is inferred from another document.</summary>
/// <param name="Id"><c>article id#e number</c>.</param>
/// <param name="Span">The sentence it rests on; the quote is the document's text there.</param>
/// <param name="Trigger">The words that signalled it ("met", "held talks").</param>
/// <param name="SaidBy">Sighting id of who is quoted or cited for it, else null.</param>
/// <param name="Rule">Name of the rule that read it.</param>
public abstract record Evidence(string Id, string ArticleId, TextSpan Span, TextSpan Trigger, string? SaidBy, string Rule);

public enum MeetingKind { Meeting, Visit, Call, PressConference, Signing, Negotiation }

public enum MeetingStatus { Occurred, Planned, Denied, Hypothetical }

public enum ParticipantRole { Participant, Host, Guest, Companion, HeadOfDelegation, Mediator, Signatory }

/// <param name="Participants">In text order, each sighting once.</param>
/// <param name="Places">Sighting ids of the places and countries it was held in, narrowest first.</param>
public sealed record MeetingEvidence(string Id, string ArticleId, TextSpan Span, TextSpan Trigger, string? SaidBy, string Rule,
    MeetingKind Kind, MeetingStatus Status, IReadOnlyList<Participant> Participants, IReadOnlyList<string> Places, EventDate When)
    : Evidence(Id, ArticleId, Span, Trigger, SaidBy, Rule)
{
    /// <summary>What it was about where the sentence states it ("fishing rights"), in text order.</summary>
    public IReadOnlyList<TextSpan> About { get; init; } = [];

    /// <summary>Ids of the meetings of the same article that the text says came after this one.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];
}

/// <param name="OnBehalfOf">Sighting id of the organization or country represented, else null.</param>
public sealed record Participant(string Sighting, ParticipantRole Role, string? OnBehalfOf);

public enum FactStatus { Current, Former, Acting, Planned, Denied, Alleged }

/// <summary>A person holds a position.</summary>
/// <param name="Title">As told, lower case, without the organization: "foreign minister".</param>
/// <param name="Of">Sighting id of the organization or country, else null.</param>
public sealed record OfficeEvidence(string Id, string ArticleId, TextSpan Span, TextSpan Trigger, string? SaidBy, string Rule,
    string Person, string Title, string? Of, FactStatus Status, EventDate Since, EventDate Until)
    : Evidence(Id, ArticleId, Span, Trigger, SaidBy, Rule);

/// <param name="Relation">A is this of B: son_of, daughter_of, father_of, mother_of, brother_of, sister_of, spouse_of, brother_in_law_of, relative_of …</param>
public sealed record FamilyEvidence(string Id, string ArticleId, TextSpan Span, TextSpan Trigger, string? SaidBy, string Rule,
    string A, string B, string Relation)
    : Evidence(Id, ArticleId, Span, Trigger, SaidBy, Rule);

public enum RelationKind { Supports, Opposes, PartOf, MemberOf, Controls, Appointed, DeployedIn, PostedTo, BasedIn, DeputyOf }

public sealed record RelationEvidence(string Id, string ArticleId, TextSpan Span, TextSpan Trigger, string? SaidBy, string Rule,
    string A, RelationKind Kind, string B, FactStatus Status)
    : Evidence(Id, ArticleId, Span, Trigger, SaidBy, Rule);

public enum DatePrecision { None, Day, Month, Year }

/// <summary>How a date is known: in the text's own words; from a weekday and the article's date; only bounded by the dateline; not at all.</summary>
public enum DateBasis { None, Stated, Anchored, Reported }

/// <param name="Text">The words that date it ("on Monday"), null where there are none.</param>
/// <param name="Earliest">First day it can be, null when unknown.</param>
/// <param name="Latest">Last day it can be, null when unknown.</param>
public sealed record EventDate(string? Text, DateOnly? Earliest, DateOnly? Latest, DatePrecision Precision, DateBasis Basis)
{
    public static readonly EventDate Unknown = new(null, null, null, DatePrecision.None, DateBasis.None);
}
