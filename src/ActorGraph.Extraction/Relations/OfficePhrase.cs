using ActorGraph.Extraction.Mentions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>One noun phrase that tells an office: "the former Turkish ambassador to Libya", "head of the bank's board".</summary>
/// <param name="First">Its first token: an article, whose it is, a word of the title.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Head">The token that is the office.</param>
/// <param name="Title">The words of the title alone.</param>
internal sealed record OfficePhrase(int First, int Last, int Head, TextSpan Title)
{
    /// <summary>Whose office it is; several where the office is in the plural.</summary>
    public IReadOnlyList<NameMention> Of { get; init; } = [];

    /// <summary>"Haftar's deputy": a person whose it is.</summary>
    public NameMention? Superior { get; init; }

    /// <summary>Where somebody is sent.</summary>
    public NameMention? Host { get; init; }

    /// <summary>"his", "the ministry's": whose it is, told by a pronoun or a noun.</summary>
    public string? Owner { get; init; }

    /// <summary>"governor of Xyz": of something that is no name known here.</summary>
    public bool IsElsewhere { get; init; }

    public FactStatus? Status { get; init; }

    public bool IsDefinite { get; init; }
}
