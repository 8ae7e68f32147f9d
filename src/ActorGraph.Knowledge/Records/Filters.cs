using ActorGraph.Facts;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Records;

/// <summary>Which facts a list holds. What is null asks nothing; lists are compared by what is in them.</summary>
public sealed record FactFilter
{
    public static readonly FactFilter None = new();

    /// <summary>Ids of actors who all took part.</summary>
    public IReadOnlyList<string>? Participants { get; init; }

    /// <summary>Ids of places and countries, one of which it was held in.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    public IReadOnlyList<MeetingKind>? Kinds { get; init; }

    /// <summary>Relationship types.</summary>
    public IReadOnlyList<string>? Relations { get; init; }

    public IReadOnlyList<string>? Status { get; init; }

    public bool? Disputed { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Whether what has no day passes <see cref="Since"/> and <see cref="Until"/>.</summary>
    public bool Undated { get; init; } = true;

    /// <summary>Ids of documents, one of which tells it.</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>Words that stand in a sentence that tells it, in any case.</summary>
    public string? About { get; init; }

    /// <summary>Every relationship that is no meeting, and that a list of relations can hold.</summary>
    public static IReadOnlyList<string> EveryRelation { get; } = [.. PathRelations.Default.Where(relation => relation != PathRelations.Met), "BASED_IN"];

    internal (string, object?)[] Parameters =>
    [
        ("participants", Participants is { Count: > 0 } ? Participants : null), ("places", Places is { Count: > 0 } ? Places : null), ("kinds", Kinds is { Count: > 0 } ? Kinds.Select(Words.Of) : null),
        ("types", Relations is { Count: > 0 } ? Relations : EveryRelation), ("statuses", Status is { Count: > 0 } ? Status : null), ("disputed", Disputed),
        ("since", Words.Of(Since)), ("until", Words.Of(Until)), ("undated", Undated || (Since is null && Until is null)),
        ("documents", Documents is { Count: > 0 } ? Documents : null), ("about", string.IsNullOrWhiteSpace(About) ? null : About.Trim().ToLowerInvariant()),
    ];
}

/// <summary>Which actors a list holds.</summary>
/// <param name="Kinds">person, organization, country, place, vessel.</param>
/// <param name="Documents">Ids of documents, one of which names it.</param>
/// <param name="About">Words of an office, or of what an article calls it besides names.</param>
public sealed record ActorFilter(IReadOnlyList<string>? Kinds = null, IReadOnlyList<string>? Documents = null, string? About = null)
{
    internal (string, object?)[] Parameters =>
        [("kinds", Kinds is { Count: > 0 } ? Kinds : null), ("documents", Documents is { Count: > 0 } ? Documents : null), ("about", string.IsNullOrWhiteSpace(About) ? null : About.Trim().ToLowerInvariant())];
}

/// <summary>Which documents a list holds.</summary>
/// <param name="Naming">Ids of actors who are all named.</param>
/// <param name="About">Words of the text or title.</param>
public sealed record DocumentFilter(IReadOnlyList<string>? Naming = null, string? Source = null, string? Origin = null, DateOnly? Since = null, DateOnly? Until = null, string? About = null)
{
    internal (string, object?)[] Parameters =>
    [
        ("naming", Naming is { Count: > 0 } ? Naming : null), ("source", Source?.ToLowerInvariant()), ("origin", Origin), ("since", Words.Of(Since)), ("until", Words.Of(Until)),
        ("about", string.IsNullOrWhiteSpace(About) ? null : About.Trim().ToLowerInvariant()),
    ];
}
