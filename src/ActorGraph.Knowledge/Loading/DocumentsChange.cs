using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>What becomes of the documents of a graph: some go, some come; one that is read or decided on anew does both.</summary>
/// <param name="Before">The decisions that stood.</param>
/// <param name="After">Those that stand now.</param>
internal sealed record DocumentsChange(IReadOnlyList<DocumentFacts> Gone, IReadOnlyList<DocumentFacts> Come, IReadOnlyList<Decision> Before, IReadOnlyList<Decision> After)
{
    public IReadOnlyList<(Sighting Sighting, Look Look)> GoneSighted { get; } = Sighted(Gone, Before);

    public IReadOnlyList<(Sighting Sighting, Look Look)> ComeSighted { get; } = Sighted(Come, After);

    public IReadOnlySet<string> GoneIds { get; } = Gone.Select(facts => facts.Document.Id).ToHashSet(StringComparer.Ordinal);

    public IReadOnlySet<string> ComeIds { get; } = Come.Select(facts => facts.Document.Id).ToHashSet(StringComparer.Ordinal);

    private static List<(Sighting, Look)> Sighted(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Decision> standing)
        => documents.SelectMany(facts => DocumentLooks.Of(facts, ActorGroups.Decided(standing))).ToList();
}
