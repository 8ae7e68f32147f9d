using ActorGraph.Graph;
using GraphQL;
using GraphQL.DataLoader;
using SessionOptions = ActorGraph.Graph.SessionOptions;

namespace ActorGraph.Api.GraphQl;

/// <summary>
/// What one request reads: one session, so that all of its fields see one snapshot, and for each field one batch, so that the number of
/// statements grows with the question and not with the rows.
/// </summary>
internal sealed class RequestReads(ReadOnlyDatabase database) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<object, object> batches = [];
    private IGraphSession? session;

    /// <summary>The batch of a field, or of a question that several fields ask.</summary>
    /// <param name="question">The same for all that may be read together.</param>
    public Batch<T> Batch<T>(object question, ReadMany<T> read)
    {
        lock (batches)
        {
            if (!batches.TryGetValue(question, out var known)) batches[question] = known = new Batch<T>(this, read);
            return (Batch<T>)known;
        }
    }

    public async Task<T> ReadAsync<T>(Func<IGraphSession, Task<T>> read, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            session ??= await database.OpenAsync(SessionOptions.Read, cancellation);
            return await read(session);
        }
        catch
        {
            // A session that failed answers nothing more; the other fields get a new one.
            await CloseAsync();
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What is read from now on sees what was written.</summary>
    public async Task RenewAsync()
    {
        await turn.WaitAsync();
        lock (batches) batches.Clear();
        await CloseAsync();
        turn.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        turn.Dispose();
    }

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref session, null) is { } open) await open.DisposeAsync();
    }
}

/// <summary>Reads something for many ids at once; what is not held is left out.</summary>
internal delegate Task<IReadOnlyDictionary<string, T>> ReadMany<T>(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation);

/// <summary>Collects ids until the first of them is needed, then reads them all.</summary>
internal sealed class Batch<T>(RequestReads reads, ReadMany<T> read)
{
    private readonly Dictionary<string, Round> rounds = new(StringComparer.Ordinal);
    private Round? open;

    /// <param name="then">Makes the field's value; gets null (or zero) for what is not held.</param>
    public IDataLoaderResult<TResult> Load<TResult>(string id, Func<T?, TResult> then)
    {
        lock (rounds)
        {
            if (!rounds.TryGetValue(id, out var round))
            {
                rounds[id] = round = open ??= new();
                round.Ids.Add(id);
            }

            return new Later<TResult>(async cancellation => then((await RunAsync(round, cancellation)).GetValueOrDefault(id)));
        }
    }

    public IDataLoaderResult<T?> Load(string id) => Load(id, value => value);

    private Task<IReadOnlyDictionary<string, T>> RunAsync(Round round, CancellationToken cancellation)
    {
        lock (rounds)
        {
            if (open == round) open = null;
            return round.Running ??= reads.ReadAsync(session => read(session, round.Ids, cancellation), cancellation);
        }
    }

    private sealed class Round
    {
        public List<string> Ids { get; } = [];

        public Task<IReadOnlyDictionary<string, T>>? Running { get; set; }
    }
}

/// <summary>A value that is read once all fields beside it are known.</summary>
internal sealed class Later<T>(Func<CancellationToken, Task<T>> read) : IDataLoaderResult<T>
{
    public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => read(cancellationToken);

    async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await read(cancellationToken);
}

internal static class Reads
{
    public static RequestReads Of(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<RequestReads>();

    /// <summary>A batch that all fields share which ask this, wherever they stand.</summary>
    public static Batch<T> Batch<T>(IResolveFieldContext context, ReadMany<T> read) => Of(context).Batch(read.Method, read);

    /// <summary>A batch for one field of the question, with the arguments it has there.</summary>
    public static Batch<T> FieldBatch<T>(IResolveFieldContext context, string part, ReadMany<T> read) => Of(context).Batch((context.FieldAst, part), read);

    public static IDataLoaderResult<T> Once<T>(IResolveFieldContext context, Func<IGraphSession, Task<T>> read) => new Later<T>(cancellation => Of(context).ReadAsync(read, cancellation));
}
