using System.Collections.Concurrent;
using ActorGraph.Cypher;
using ActorGraph.Engine.Execution;
using ActorGraph.Engine.Storage;
using ActorGraph.Graph;
using Microsoft.Data.Sqlite;

namespace ActorGraph.Engine;

/// <summary>The embedded graph database: one folder, any number of readers, one writer at a time.</summary>
public sealed class EmbeddedGraph : IGraphDatabase
{
    /// <summary>How long a writer waits for the one before it.</summary>
    public static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private readonly StoreFile file;
    private readonly TimeProvider clock;
    private readonly WriterTurn turn;
    private readonly ConcurrentBag<StoreConnection> idle = [];
    private readonly AdjacencyCache adjacency = new();
    private readonly SharedRecords records = new();
    private readonly CypherCompiler compiler = new();

    private EmbeddedGraph(string folder, StoreFile file, TimeProvider clock)
    {
        (this.file, this.clock) = (file, clock);
        turn = new WriterTurn(Path.Combine(folder, "writer"), clock);
        Uri = "embedded:" + folder;
    }

    public string Uri { get; }

    /// <summary>Opens the store in the folder, and creates both where they are missing.</summary>
    /// <exception cref="GraphException">The folder cannot be used; says why and what to do.</exception>
    public static EmbeddedGraph Open(string folder, TimeProvider? clock = null) => new(folder, StoreFile.Open(folder), clock ?? TimeProvider.System);

    /// <summary>Whether a store is in the folder.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, "graph.db"));

    public async Task<IGraphSession> OpenAsync(SessionOptions options, CancellationToken cancellation)
    {
        var writes = options.Mode == AccessMode.Write;
        var waiting = writes ? await turn.TakeAsync(LockTimeout, cancellation) : null;
        StoreConnection? connection = null;
        try
        {
            if (!idle.TryTake(out connection)) connection = new StoreConnection(file.Connect());
            var transaction = new StoreTransaction(connection, writes, records);
            return new EmbeddedSession(this, connection, transaction, options, waiting, clock, compiler, adjacency);
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            waiting?.Dispose();
            if (failure is SqliteException inStore) throw StoreFile.Failure(inStore, file.Path);
            throw;
        }
    }

    public async Task<long?> VersionAsync(CancellationToken cancellation)
    {
        await using var session = await OpenAsync(SessionOptions.Read, cancellation);
        return ((EmbeddedSession)session).Version;
    }

    public ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var connection)) connection.Dispose();
        turn.Dispose();
        file.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string FilePath => file.Path;

    /// <summary>Procedures that CALL finds; tests add theirs.</summary>
    internal ConcurrentDictionary<string, Procedure> Procedures { get; } = new(Execution.Procedures.All, StringComparer.Ordinal);

    internal void Return(StoreConnection connection) => idle.Add(connection);
}
