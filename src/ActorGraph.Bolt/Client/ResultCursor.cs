using System.Runtime.CompilerServices;
using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>Rows of one statement: the server sends the next batch when this one has been read.</summary>
public sealed class ResultCursor : IGraphResult
{
    private enum State { Arriving, Waiting, Finished }

    private readonly BoltConnection connection;
    private readonly Success started;
    private readonly long fetch;
    private readonly long? maxRows;
    private readonly Func<Success?, ValueTask>? onEnd;
    private State state = State.Arriving;
    private bool isTaken;
    private bool isDiscarded;
    private bool isEnded;
    private long count;
    private long inBatch;
    private QuerySummary? summary;

    /// <param name="onEnd">Called once, with the last success or, after a failure, null.</param>
    internal ResultCursor(BoltConnection connection, Success started, long fetch, long? maxRows, Func<Success?, ValueTask>? onEnd = null)
        => (this.connection, this.started, this.fetch, this.maxRows, this.onEnd, Columns) = (connection, started, fetch, maxRows, onEnd, started.Columns);

    public IReadOnlyList<string> Columns { get; }

    /// <summary>The row that <see cref="FetchAsync"/> found.</summary>
    public IReadOnlyList<object?> Current { get; private set; } = [];

    /// <summary>What the port tells of <see cref="ConsumeAsync"/>'s summary.</summary>
    public ResultSummary Summary => summary?.ToPort() ?? ResultSummary.Nothing;

    internal bool IsFinished => state == State.Finished;

    public async IAsyncEnumerable<IReadOnlyList<object?>> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (isTaken) throw new InvalidOperationException("The rows of a result can be read once.");
        isTaken = true;
        while (await FetchAsync(cancellation)) yield return Current;
    }

    /// <summary>Moves to the next row; false behind the last.</summary>
    public async ValueTask<bool> FetchAsync(CancellationToken cancellation = default)
    {
        if (await NextAsync(cancellation) is not { } row) return false;
        Current = row;
        return true;
    }

    /// <summary>The one row there is.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public async Task<IReadOnlyList<object?>> SingleAsync(CancellationToken cancellation = default)
    {
        if (!await FetchAsync(cancellation)) throw new InvalidOperationException("The statement yields no row where one was expected.");
        var row = Current;
        return await FetchAsync(cancellation) ? throw new InvalidOperationException("The statement yields more than the one row that was expected.") : row;
    }

    /// <summary>Gives up the rows that are left; the statement runs to its end, and this tells what it did.</summary>
    public async Task<QuerySummary> ConsumeAsync(CancellationToken cancellation = default)
    {
        await FinishAsync(cancellation);
        return summary ?? throw new InvalidOperationException("The statement failed, or was given up before its end.", connection.Ending);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await FinishAsync(default);
        }
        catch (GraphException)
        {
            // The transaction is over: the next call on it says so, and gives this failure as the cause.
        }
    }

    /// <summary>Has the server run the statement to its end without sending what is left.</summary>
    internal async ValueTask FinishAsync(CancellationToken cancellation)
    {
        if (IsFinished) return;
        // Without columns there are no rows that anybody could miss.
        isDiscarded = Columns.Count > 0;
        try
        {
            if (state == State.Arriving) await TakeAsync(await connection.SucceedAsync(cancellation, fetch < 0 ? long.MaxValue : fetch - inBatch));
            if (state != State.Waiting) return;
            await connection.SendAsync(cancellation, new Discard());
            await TakeAsync(await connection.SucceedAsync(cancellation));
        }
        finally
        {
            Abandon();
            await EndAsync(null);
        }
    }

    /// <summary>The connection is used for something else from now on.</summary>
    internal void Abandon() => (state, isDiscarded) = (State.Finished, isDiscarded || !IsFinished);

    private async ValueTask<IReadOnlyList<object?>?> NextAsync(CancellationToken cancellation)
    {
        if (isDiscarded) throw new InvalidOperationException("The result was closed before its rows were read to their end.");
        try
        {
            while (!IsFinished)
            {
                if (state == State.Waiting)
                {
                    await connection.SendAsync(cancellation, new Pull(fetch));
                    (state, inBatch) = (State.Arriving, 0);
                }

                switch (await connection.ReceiveAsync(cancellation))
                {
                    case Record { Values: var row }:
                        if (row.Count != Columns.Count) throw connection.Refused($"a row has {row.Count} values for {Columns.Count} columns");
                        if (++inBatch > fetch && fetch >= 0) throw connection.Refused($"more than the {fetch} rows came that were asked for");
                        if (++count > maxRows) throw new GraphException(ErrorCodes.RowLimit, $"The statement yields more than {maxRows} rows, which is the limit here: add LIMIT, or ask for less.");
                        return row;
                    case Success success:
                        await TakeAsync(success);
                        break;
                }
            }

            return null;
        }
        catch (Exception failure)
        {
            state = State.Finished;
            // A failure that was found here leaves rows on their way.
            if (connection.InTransaction) await connection.ResetAsync(failure);
            await EndAsync(null);
            throw;
        }
    }

    private ValueTask TakeAsync(Success success)
    {
        state = success.HasMore ? State.Waiting : State.Finished;
        if (!IsFinished) return ValueTask.CompletedTask;
        summary = QuerySummary.Of(started, success, connection.Server);
        return EndAsync(success);
    }

    private ValueTask EndAsync(Success? last)
    {
        if (isEnded || onEnd is null) return ValueTask.CompletedTask;
        isEnded = true;
        return onEnd(last);
    }
}
