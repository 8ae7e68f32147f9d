using System.Runtime.CompilerServices;
using ActorGraph.Bolt.Messages;
using ActorGraph.Bolt.PackStream;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>Rows of one statement: the server sends the next batch when this one has been read.</summary>
internal sealed class BoltResult(BoltConnection connection, IReadOnlyList<string> columns, long fetch, long? maxRows) : IGraphResult
{
    private enum State { Arriving, Waiting, Finished }

    private State state = State.Arriving;
    private bool isTaken;
    private bool isDiscarded;
    private long count;

    public IReadOnlyList<string> Columns => columns;

    public ResultSummary Summary { get; private set; } = ResultSummary.Nothing;

    public bool IsFinished => state == State.Finished;

    public async IAsyncEnumerable<IReadOnlyList<object?>> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (isTaken) throw new InvalidOperationException("The rows of a result can be read once.");
        isTaken = true;
        while (await NextAsync(cancellation) is { } row) yield return row;
    }

    /// <summary>Has the server run the statement to its end without sending what is left.</summary>
    public async ValueTask FinishAsync(CancellationToken cancellation)
    {
        if (IsFinished) return;
        // Without columns there are no rows that anybody could miss.
        isDiscarded = columns.Count > 0;
        try
        {
            if (state == State.Arriving) Take(await connection.SucceedAsync(cancellation));
            if (state != State.Waiting) return;
            await connection.SendAsync(cancellation, new Discard());
            Take(await connection.SucceedAsync(cancellation));
        }
        finally
        {
            Abandon();
        }
    }

    /// <summary>The connection is used for something else from now on.</summary>
    public void Abandon() => (state, isDiscarded) = (State.Finished, isDiscarded || !IsFinished);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await FinishAsync(default);
        }
        catch (GraphException)
        {
            // The transaction is over: the next call on the session says so, and gives this failure as the cause.
        }
    }

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
                    state = State.Arriving;
                }

                switch (await connection.ReceiveAsync(cancellation))
                {
                    case Record { Values: var row }:
                        if (row.Count != columns.Count) throw PackStreamReader.Malformed($"a row has {row.Count} values for {columns.Count} columns");
                        if (++count > maxRows) throw new GraphException(ErrorCodes.RowLimit, $"The statement yields more than {maxRows} rows, which is the limit here: add LIMIT, or ask for less.");
                        return row;
                    case Success success:
                        Take(success);
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
            throw;
        }
    }

    private void Take(Success success)
    {
        state = success.HasMore ? State.Waiting : State.Finished;
        if (IsFinished) Summary = success.Summary;
    }
}
