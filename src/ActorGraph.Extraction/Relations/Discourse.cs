using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>What an article told so far that pronouns and "that day" point back to.</summary>
internal sealed record Discourse
{
    public static readonly Discourse Empty = new();

    /// <summary>Whom the sentence before was about: persons, in text order.</summary>
    public IReadOnlyList<Party> Subject { get; init; } = [];

    /// <summary>All who acted in it.</summary>
    public IReadOnlyList<Party> Everyone { get; init; } = [];

    /// <summary>Whether the sentence right before is about nobody whom it names.</summary>
    public bool IsFar { get; init; }

    /// <summary>Whom the text goes on about from sentence to sentence, whom the article names most, and whom it names first.</summary>
    public IReadOnlyList<Party> Protagonists { get; init; } = [];

    /// <summary>The persons of the sentence told last that names several: "the two".</summary>
    public IReadOnlyList<Party> Several { get; init; } = [];

    /// <summary>The two that a sentence joined last: "A and B".</summary>
    public IReadOnlyList<Party> Pair { get; init; } = [];

    /// <summary>The persons of the sentences before, the one named last first.</summary>
    public IReadOnlyList<Party> Named { get; init; } = [];

    /// <summary>The two states that the head of the article names: "the two countries"; empty where it names one, or more.</summary>
    public IReadOnlyList<Party> States { get; init; } = [];

    /// <summary>Who took part in the meeting that the sentence before told.</summary>
    public IReadOnlyList<Party> Together { get; init; } = [];

    /// <summary>The organization that acted last: "the team", "we" of a report.</summary>
    public Party? Organization { get; init; }

    /// <summary>Sighting of who speaks where the text is an interview or in quotation marks.</summary>
    public Party? Speaker { get; init; }

    /// <summary>Whom a line of an interview speaks to: "you".</summary>
    public Party? Addressed { get; init; }

    /// <summary>When what was told last took place.</summary>
    public EventDate? When { get; init; }

    /// <summary>The latest day told so far: what "earlier in the day" at the head of a paragraph means, whatever looked back in between.</summary>
    public EventDate? Day { get; init; }

    /// <summary>Where.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}
