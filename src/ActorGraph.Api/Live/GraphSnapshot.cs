using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Api.Live;

/// <summary>Which documents the graph held at one moment, and, once something has changed, the next moment: whoever holds one walks on at a pace of its own.</summary>
internal sealed class GraphSnapshot(HeldState state, IReadOnlyDictionary<string, DocumentReference> documents)
{
    private readonly TaskCompletionSource<GraphSnapshot> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldState State => state;

    public IReadOnlyDictionary<string, DocumentReference> Documents => documents;

    /// <summary>Ends with the next snapshot, or with the failure that ended the watch.</summary>
    public Task<GraphSnapshot> Next => next.Task;

    public void Follow(GraphSnapshot later) => next.TrySetResult(later);

    public void Fail(Exception failure)
    {
        next.TrySetException(failure);
        // Nobody may be waiting; that is no fault of anybody's.
        _ = next.Task.Exception;
    }

    /// <summary>What became of documents between two moments, by id.</summary>
    public static IEnumerable<DocumentEvent> Between(GraphSnapshot before, GraphSnapshot after) =>
        from id in before.Documents.Keys.Union(after.Documents.Keys).Order(StringComparer.Ordinal)
        let was = before.Documents.GetValueOrDefault(id)
        let isNow = after.Documents.GetValueOrDefault(id)
        where was != isNow
        select new DocumentEvent(was is null ? DocumentFate.Loaded : isNow is null ? DocumentFate.Retracted : DocumentFate.Updated, isNow ?? was!, after.Documents.Count);
}

internal enum DocumentFate { Loaded, Updated, Retracted }

/// <param name="Documents">How many the graph holds afterwards.</param>
internal sealed record DocumentEvent(DocumentFate Change, DocumentReference Document, int Documents);
