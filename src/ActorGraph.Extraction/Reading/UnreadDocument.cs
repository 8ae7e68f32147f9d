using ActorGraph.Facts;

namespace ActorGraph.Extraction.Reading;

/// <param name="Document">null where the bytes cannot be read.</param>
/// <param name="Problem">What is wrong and where, null where nothing is.</param>
public sealed record ReadResult(Document? Document, string? Problem);

/// <summary>A document that was found; to read it is work of its own, which any thread may do.</summary>
/// <param name="Name">How messages call it: a file, "news.jsonl line 17", "news.json item 3", "news.csv line 30".</param>
public sealed record UnreadDocument(string Name, Func<ReadResult> Read)
{
    /// <param name="problem">The sentence that the name begins.</param>
    public static UnreadDocument Bad(string name, string problem) => new(name, () => new(null, $"{name} {problem}"));
}
