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
    public static async Task<GraphDifference> RunAsync(IGraphSession session, IReadOnlyList<DocumentFacts> before, IReadOnlyList<Decision> decisionsBefore,
        IReadOnlyList<DocumentFacts> after, IReadOnlyList<Decision> decisionsAfter, CancellationToken cancellation)
    {
        var difference = GraphDifference.Between(PartOf(before, decisionsBefore), PartOf(after, decisionsAfter));
        await difference.WriteAsync(session, cancellation);
        return difference;
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
