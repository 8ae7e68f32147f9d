using System.Text;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Api.GraphQl;

/// <summary>Changes of the graph that come over HTTP: one at a time, each wholly or not at all.</summary>
internal sealed class GraphWrites(IGraphDatabase database, TimeProvider clock) : IDisposable
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly FactExtractor extractor = new();
    private readonly Loader loader = new(database);
    private readonly Retraction retraction = new(database);
    private readonly Decisions decisions = new(database, clock);
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Loads a text as though it were a file of its UTF-8 bytes.</summary>
    /// <exception cref="GraphException">It is no text, or the database failed; nothing was written.</exception>
    public Task<LoadedText> LoadAsync(string text, string? title, string? source, DateOnly? publishedAt, CancellationToken cancellation) => InTurnAsync(async () =>
    {
        var read = DocumentReader.Read(Bytes(text), "text", title, source, publishedAt);
        if (read.Document is not { } document) throw new GraphException(ErrorCodes.TextInvalid, read.Problem!);
        if (string.IsNullOrWhiteSpace(document.Text)) throw new GraphException(ErrorCodes.TextInvalid, "text holds nothing but spaces; send the words of a document.");
        var report = await loader.LoadAsync([extractor.Extract(document)], cancellation);
        return new LoadedText(report.Changes[document.Id], document.Id, report.Change ?? GraphChange.None);
    }, cancellation);

    /// <exception cref="GraphException">The document is not held, or the database failed; nothing was written.</exception>
    public Task<GraphChange> RetractAsync(string id, CancellationToken cancellation) => InTurnAsync(async () => await retraction.RetractAsync(id, cancellation)
        ?? throw new GraphException(ErrorCodes.DocumentNotFound, $"The graph holds no document '{id}'; 'documents' lists the ids of those it holds."), cancellation);

    /// <exception cref="GraphException">Two of one kind are not meant, or the database failed; nothing was written.</exception>
    public Task<Decided> DecideAsync(string one, string other, Verdict verdict, string author, string reason, CancellationToken cancellation)
        => InTurnAsync(() => decisions.DecideAsync(one, other, verdict, author, reason, cancellation), cancellation);

    /// <exception cref="GraphException">There is no such decision, it is taken back already, or the database failed; nothing was written.</exception>
    public Task<Decided> UndoAsync(string decision, string author, string reason, CancellationToken cancellation)
        => InTurnAsync(() => decisions.UndoAsync(decision, author, reason, cancellation), cancellation);

    public void Dispose() => turn.Dispose();

    private static byte[] Bytes(string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException half)
        {
            throw new GraphException(ErrorCodes.TextInvalid, $"text has half a character at {half.Index}: send whole ones.");
        }
    }

    /// <summary>Whoever waits may give up; a database would make them wait in its own, less patient way.</summary>
    private async Task<T> InTurnAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await write();
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <param name="Id">Of the document.</param>
internal sealed record LoadedText(DocumentChange Fate, string Id, GraphChange Change);
