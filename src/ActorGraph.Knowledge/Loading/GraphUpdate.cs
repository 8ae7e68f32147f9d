using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>
/// Brings a graph from the documents it holds to others, in one transaction. The graph is a function of documents and
/// decisions, so both states are computed and only their difference is written.
/// </summary>
internal static class GraphUpdate
{
    /// <returns>What changed; null where nothing did and nothing was written.</returns>
    public static async Task<GraphChange?> RunAsync(IGraphSession session, IReadOnlyList<DocumentFacts> before, IReadOnlyList<Decision> decisionsBefore,
        IReadOnlyList<DocumentFacts> after, IReadOnlyList<Decision> decisionsAfter, CancellationToken cancellation)
    {
        var known = PartOf(before, decisionsBefore);
        var difference = GraphDifference.Between(known, PartOf(after, decisionsAfter));
        await difference.WriteAsync(session, cancellation);
        return difference.IsEmpty ? null : GraphChange.Of(difference, known);
    }

    public static GraphPart PartOf(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Decision> decisions)
    {
        var origins = Origins.Of(documents);
        var resolution = Resolver.Resolve(documents, decisions, origins);
        var said = documents.Select(facts => FactsPart.Of(facts, origins[facts.Document.Id], resolution)).ToList();
        var follows = ResolvedPart.Of(documents, resolution, origins);
        return new([.. said.SelectMany(part => part.Nodes), .. follows.Nodes], [.. said.SelectMany(part => part.Relationships), .. follows.Relationships]);
    }
}
