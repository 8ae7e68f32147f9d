using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;

namespace ActorGraph.Extraction;

/// <summary>What one document says, or why it cannot be read.</summary>
/// <param name="Name">The file, and the line or item where it holds many.</param>
/// <param name="Facts">null where it could not be read.</param>
public sealed record ExtractedDocument(string Name, DocumentFacts? Facts, string? Problem)
{
    /// <summary>Documents that are read ahead, at most: each may be as long as a document may be.</summary>
    private const int MostAhead = 32;

    /// <summary>Reads and extracts on all cores; the results come in the order of the documents, and no more of them are held than the cores need.</summary>
    public static async IAsyncEnumerable<ExtractedDocument> InOrderAsync(IEnumerable<UnreadDocument> documents)
    {
        var extractor = new FactExtractor();
        var ahead = Math.Min(4 * Environment.ProcessorCount, MostAhead);
        var running = new Queue<Task<ExtractedDocument>>();
        foreach (var document in documents)
        {
            running.Enqueue(Task.Run(() => Extracted(extractor, document)));
            if (running.Count == ahead) yield return await running.Dequeue();
        }

        while (running.Count > 0) yield return await running.Dequeue();
    }

    private static ExtractedDocument Extracted(FactExtractor extractor, UnreadDocument unread)
    {
        var (document, problem) = unread.Read();
        return new(unread.Name, document is null ? null : extractor.Extract(document), problem);
    }
}
