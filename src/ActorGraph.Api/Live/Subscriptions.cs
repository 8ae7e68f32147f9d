using System.Runtime.CompilerServices;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Api.Live;

/// <summary>What can be subscribed to.</summary>
internal sealed class Subscriptions(GraphWatch watch, PathFinder finder)
{
    /// <summary>Documents that come, change and go, from this moment on.</summary>
    public async Task<IObservable<DocumentEvent>> DocumentsAsync(CancellationToken cancellation)
    {
        var now = await watch.NowAsync(cancellation);
        return new Stream<DocumentEvent>(stop => DocumentsAfterAsync(now, stop));
    }

    /// <param name="now">Whether to begin with the answer as it is.</param>
    /// <exception cref="GraphException">The question is at fault.</exception>
    public async Task<IObservable<AnswerChange>> AnswersAsync(PathQuestion question, bool now, CancellationToken cancellation)
    {
        var snapshot = await watch.NowAsync(cancellation);
        var answer = await finder.FindAsync(question, cancellation);
        return new Stream<AnswerChange>(stop => AnswersAfterAsync(question, now, snapshot, answer, stop));
    }

    private async IAsyncEnumerable<DocumentEvent> DocumentsAfterAsync(GraphSnapshot known, [EnumeratorCancellation] CancellationToken stop)
    {
        using var watching = watch.Watch();
        while (true)
        {
            var next = await known.Next.WaitAsync(stop);
            foreach (var change in GraphSnapshot.Between(known, next)) yield return change;
            known = next;
        }
    }

    private async IAsyncEnumerable<AnswerChange> AnswersAfterAsync(PathQuestion question, bool now, GraphSnapshot known, PathAnswer? answer, [EnumeratorCancellation] CancellationToken stop)
    {
        using var watching = watch.Watch();
        if (now) yield return AnswerChange.First(answer!);
        while (true)
        {
            known = await known.Next.WaitAsync(stop);
            var fresh = await FindAsync(question, stop);
            if (AnswerChange.Between(answer, fresh) is { } change) yield return change;
            answer = fresh;
        }
    }

    /// <summary>Null where the graph knows one of the two no longer, or not yet again.</summary>
    private async Task<PathAnswer?> FindAsync(PathQuestion question, CancellationToken cancellation)
    {
        try
        {
            return await finder.FindAsync(question, cancellation);
        }
        catch (GraphException gone) when (gone.Code is ErrorCodes.ActorNotFound or ErrorCodes.ActorAmbiguous)
        {
            return null;
        }
    }

    /// <summary>An asynchronous sequence as GraphQL wants its sources: begun by who subscribes, ended by who leaves.</summary>
    private sealed class Stream<T>(Func<CancellationToken, IAsyncEnumerable<T>> items) : IObservable<T>
    {
        public IDisposable Subscribe(IObserver<T> observer)
        {
            var running = new Running();
            _ = running.PushAsync(items, observer);
            return running;
        }

        private sealed class Running : IDisposable
        {
            private readonly CancellationTokenSource stop = new();

            public async Task PushAsync(Func<CancellationToken, IAsyncEnumerable<T>> items, IObserver<T> observer)
            {
                try
                {
                    await foreach (var item in items(stop.Token)) observer.OnNext(item);
                    observer.OnCompleted();
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    // The subscriber has left.
                }
                catch (Exception failure)
                {
                    observer.OnError(failure);
                }
            }

            public void Dispose() => stop.Cancel();
        }
    }
}
