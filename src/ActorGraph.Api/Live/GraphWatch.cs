using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Api.Live;

/// <summary>
/// Sees that the graph has changed, whichever process changed it, by asking its version again and again. It asks only while somebody watches, and
/// reads the documents only where the version differs.
/// </summary>
internal sealed class GraphWatch(IGraphDatabase database, TimeProvider clock, ILogger<GraphWatch> log)
{
    private readonly HeldDocuments held = new(database);
    private readonly SemaphoreSlim turn = new(1);
    private GraphSnapshot? current;
    private CancellationTokenSource? looking;
    private int watchers;

    /// <summary>The graph as it is at this moment.</summary>
    public async Task<GraphSnapshot> NowAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var state = await held.StateAsync(cancellation);
            if (current is { } known && known.State == state) return known;
            var fresh = new GraphSnapshot(state, await held.ReadAsync(cancellation));
            current?.Follow(fresh);
            return current = fresh;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Keeps <see cref="GraphSnapshot.Next"/> coming until disposed.</summary>
    public IDisposable Watch()
    {
        lock (turn)
        {
            if (watchers++ == 0)
            {
                looking = new();
                _ = LookAsync(looking.Token);
            }
        }

        return new Leaving(this);
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Limits.WatchInterval, clock);
        try
        {
            do
            {
                await LookOnceAsync(cancellation);
            }
            while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // The last watcher has left.
        }
    }

    private async Task LookOnceAsync(CancellationToken cancellation)
    {
        try
        {
            await NowAsync(cancellation);
        }
        catch (GraphException failure)
        {
            // Who waits is told and may subscribe again; the next look may succeed.
            log.LogWarning(failure, "The graph could not be watched.");
            Interlocked.Exchange(ref current, null)?.Fail(failure);
        }
    }

    private void Leave()
    {
        lock (turn)
        {
            if (--watchers > 0) return;
            looking!.Cancel();
            looking.Dispose();
        }
    }

    private sealed class Leaving(GraphWatch watch) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) watch.Leave();
        }
    }
}
