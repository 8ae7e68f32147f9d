using System.Runtime.CompilerServices;
using ActorGraph.Cypher;
using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Execution;
using ActorGraph.Engine.Expressions;
using ActorGraph.Engine.Storage;
using ActorGraph.Graph;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ActorGraph.Engine;

/// <summary>One transaction on the embedded graph.</summary>
internal sealed class EmbeddedSession(EmbeddedGraph graph, StoreConnection connection, StoreTransaction transaction, SessionOptions options, IDisposable? turn,
    TimeProvider clock, CypherCompiler compiler, AdjacencyCache adjacency) : IGraphSession
{
    private readonly Deadline deadline = new(clock, options.Timeout);
    private bool isBroken;
    private bool isDone;

    public long Version => transaction.Version;

    public Task<IGraphResult> RunAsync(Statement statement, CancellationToken cancellation) => Task.FromResult(Guarded<IGraphResult>(() =>
    {
        var compiled = compiler.Compile(statement.Text, transaction.Schema);
        if (compiled.IsExplain) return new EmbeddedResult([], [], ResultSummary.Nothing with { Plan = PlanText.Of(compiled.Plan) });
        if (compiled.Writes && !transaction.Writes)
        {
            throw new GraphException(ErrorCodes.AccessMode, "Writing in read access mode not allowed. Open the session for writing, or add --write on the command line.");
        }

        var parameters = statement.Parameters.ToDictionary(parameter => parameter.Key, parameter => GraphValue.From(parameter.Value), StringComparer.Ordinal);
        var context = new StatementContext(transaction, parameters, compiled.Schema, compiled.Slots, Instant.FromDateTimeOffset(clock.GetUtcNow()), deadline, graph.Procedures, cancellation);
        var before = transaction.Changes.Copy();
        var standalone = compiled.Plan is ProcedureCall { Yield: null } call && graph.Procedures.TryGetValue(call.Name, out var procedure) ? procedure.Columns : null;
        var columns = standalone ?? compiled.Columns.Select(column => column.Name).ToList();
        var slots = standalone is not null ? Enumerable.Range(0, standalone.Count).ToList() : compiled.Columns.Select(column => column.Slot).ToList();
        var rows = context.Runner.Run(compiled.Plan, new object?[compiled.Slots]).Select(row => Shown(row, slots));
        // What a statement writes is written now, whether its rows are read or not.
        if (!compiled.Writes) return new EmbeddedResult(columns, Limited(rows), null, this, () => transaction.Changes.Since(before));
        var written = Limited(rows).ToList();
        return new EmbeddedResult(columns, columns.Count == 0 ? [] : written, transaction.Changes.Since(before));
    }));

    public Task<IReadOnlyList<Expansion>> ExpandAsync(IReadOnlyList<long> frontier, ExpandFilter filter, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Guarded(() =>
        {
            deadline.Check();
            return adjacency.Expand(transaction, frontier, filter);
        }));
    }

    public Task CommitAsync(CancellationToken cancellation)
    {
        if (isBroken) throw new GraphException(ErrorCodes.StorageFailed, "The transaction failed before and was taken back; nothing is left to commit.");
        return Task.FromResult(Guarded(() =>
        {
            transaction.Commit();
            return isDone = true;
        }));
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            transaction.Dispose();
            graph.Return(connection);
        }
        catch (SqliteException)
        {
            // A connection that cannot even roll back is closed, which takes the transaction back as well.
            connection.Dispose();
        }
        finally
        {
            turn?.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Runs one step; a failure leaves the session without use, and is told in this database's words.</summary>
    public T Guarded<T>(Func<T> step)
    {
        if (isDone) throw new GraphException(ErrorCodes.StorageFailed, "The transaction is committed; open a new session.");
        try
        {
            return step();
        }
        catch (SqliteException failure)
        {
            isBroken = true;
            throw StoreFile.Failure(failure, graph.FilePath);
        }
        catch
        {
            // A failed statement may have written half of itself.
            isBroken = transaction.IsDirty;
            throw;
        }
    }

    private IEnumerable<IReadOnlyList<object?>> Limited(IEnumerable<IReadOnlyList<object?>> rows)
    {
        long count = 0;
        foreach (var row in rows)
        {
            if (++count > options.MaxRows)
            {
                throw new GraphException(ErrorCodes.RowLimit, $"The statement yields more than {options.MaxRows} rows, which is the limit here: add LIMIT, or ask for less.");
            }

            yield return row;
        }
    }

    private IReadOnlyList<object?> Shown(object?[] row, List<int> slots)
    {
        var shown = new object?[slots.Count];
        for (var i = 0; i < shown.Length; i++) shown[i] = Shown(row[slots[i]]);
        return shown;
    }

    private object? Shown(object? value) => value switch
    {
        NodeReference node when transaction.IsDeletedNode(node.Id) => new GraphNode(node.Id, [], new Dictionary<string, object?>()),
        NodeReference node => transaction.Node(node.Id) is var record ? new GraphNode(node.Id, record.Labels, record.Properties) : null,
        RelationshipReference r when transaction.IsDeletedRelationship(r.Id) => new GraphRelationship(r.Id, r.Start, r.End, r.Type, new Dictionary<string, object?>()),
        RelationshipReference r => new GraphRelationship(r.Id, r.Start, r.End, r.Type, transaction.Relationship(r.Id).Properties),
        PathReference path => new GraphPath(path.Nodes.Select(node => (GraphNode)Shown(node)!).ToList(), path.Relationships.Select(r => (GraphRelationship)Shown(r)!).ToList()),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(entry => entry.Key, entry => Shown(entry.Value), StringComparer.Ordinal),
        IReadOnlyList<object?> list => list.Select(Shown).ToList(),
        _ => value,
    };
}

/// <summary>Rows of a statement, computed as they are read.</summary>
internal sealed class EmbeddedResult(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, ResultSummary? summary, EmbeddedSession? session = null, Func<ResultSummary>? changes = null) : IGraphResult
{
    public IReadOnlyList<string> Columns => columns;

    public ResultSummary Summary => summary ?? changes!();

    public async IAsyncEnumerable<IReadOnlyList<object?>> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        using var cursor = rows.GetEnumerator();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var hasRow = session is null ? cursor.MoveNext() : session.Guarded(cursor.MoveNext);
            if (!hasRow) yield break;
            yield return cursor.Current;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
