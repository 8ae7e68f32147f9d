namespace ActorGraph.Facts;

/// <summary>Everything one document says, and nothing that another one told us.</summary>
/// <param name="Extraction">Version of the extraction that read it; a newer one makes <c>refresh</c> read it again.</param>
/// <param name="Headline">What people call it where no title was given; null of a text without words.</param>
public sealed record DocumentFacts(Document Document, string Extraction, string? Headline, IReadOnlyList<Article> Articles,
    IReadOnlyList<Sighting> Sightings, IReadOnlyList<Evidence> Evidence);

/// <summary>A person's word on whether two sightings are the same actor; appended, never edited.</summary>
/// <param name="A">Sighting id.</param>
/// <param name="Undoes">Id of the earlier decision that this one takes back; it says nothing else then.</param>
public sealed record Decision(string Id, string A, string B, Verdict Verdict, string Author, DateTimeOffset At, string Reason, string? Undoes = null);

public enum Verdict { Same, NotSame, Unsure }
