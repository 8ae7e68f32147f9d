namespace ActorGraph.Graph;

/// <summary>The one port that every property-graph database implements: the embedded engine and Neo4j over Bolt.</summary>
public interface IGraphDatabase : IAsyncDisposable
{
    /// <summary>How the database is named in messages and by <c>--database</c>; never holds a password.</summary>
    string Uri { get; }

    /// <summary>Opens a session, which is one transaction.</summary>
    /// <exception cref="GraphException">The database cannot be reached or opened (<see cref="GraphException.IsUsersFault"/> is false).</exception>
    Task<IGraphSession> OpenAsync(SessionOptions options, CancellationToken cancellation);

    /// <summary>A number that every commit changes, whichever process made it; null where the database has none to offer cheaply.</summary>
    /// <exception cref="GraphException">The database cannot be read.</exception>
    Task<long?> VersionAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);
}

/// <summary>
/// One transaction: it reads one snapshot where the database offers that, nobody sees its writes before
/// <see cref="CommitAsync"/>, and disposing it without a commit takes them back. Not for use by two callers at once.
/// </summary>
public interface IGraphSession : IAsyncDisposable
{
    /// <summary>Whether every call is a journey to a server, so that asking for more than may be needed costs less than asking again.</summary>
    bool IsDistant => false;

    /// <summary>Runs one statement. An earlier result of the session must have been read or disposed before.</summary>
    /// <exception cref="GraphException">The statement or the database failed.</exception>
    Task<IGraphResult> RunAsync(Statement statement, CancellationToken cancellation);

    /// <summary>Runs statements that do not need each other's rows, and reads all of these: on a server in one journey. They must not write.</summary>
    /// <returns>The rows of each.</returns>
    /// <exception cref="GraphException">One of the statements or the database failed.</exception>
    async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>>> ReadAsync(IReadOnlyList<Statement> statements, CancellationToken cancellation)
    {
        var results = new List<IReadOnlyList<IReadOnlyList<object?>>>();
        foreach (var statement in statements)
        {
            await using var result = await RunAsync(statement, cancellation);
            var rows = new List<IReadOnlyList<object?>>();
            await foreach (var row in result.Rows(cancellation)) rows.Add(row);
            results.Add(rows);
        }

        return results;
    }

    /// <summary>One batched step of a path search: every relationship at the frontier that the filter lets through.</summary>
    /// <returns>Grouped by frontier position; within one node in no promised order.</returns>
    Task<IReadOnlyList<Expansion>> ExpandAsync(IReadOnlyList<long> frontier, ExpandFilter filter, CancellationToken cancellation);

    /// <summary>Makes the writes durable; returns only when they are.</summary>
    Task CommitAsync(CancellationToken cancellation);
}

/// <summary>The rows of one statement, streamed.</summary>
public interface IGraphResult : IAsyncDisposable
{
    IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, once; a row has one value a column.</summary>
    IAsyncEnumerable<IReadOnlyList<object?>> Rows(CancellationToken cancellation);

    /// <summary>What the statement changed. Complete when the rows have been read to their end.</summary>
    ResultSummary Summary { get; }
}

/// <param name="Plan">The plan as text where the statement began with EXPLAIN, else null.</param>
public sealed record ResultSummary(long NodesCreated, long NodesDeleted, long RelationshipsCreated, long RelationshipsDeleted,
    long PropertiesSet, long LabelsAdded, long LabelsRemoved, string? Plan = null)
{
    public static readonly ResultSummary Nothing = new(0, 0, 0, 0, 0, 0, 0);
}

public enum AccessMode { Read, Write }

/// <param name="Timeout">Bound on the whole session; null: the database's own.</param>
/// <param name="MaxRows">A statement that yields more rows fails with <see cref="ErrorCodes.RowLimit"/>; null: no bound.</param>
public sealed record SessionOptions(AccessMode Mode, TimeSpan? Timeout = null, long? MaxRows = null)
{
    public static readonly SessionOptions Read = new(AccessMode.Read);
    public static readonly SessionOptions Write = new(AccessMode.Write);
}

/// <summary>Which relationships <see cref="IGraphSession.ExpandAsync"/> follows, in both directions.</summary>
/// <param name="Types">Relationship types to follow; never empty.</param>
/// <param name="Statuses">A relationship whose <c>status</c> property is none of these is passed over, one without the property is followed; null: any status.</param>
/// <param name="Properties">Whether to read the relationship's and neighbour's properties (for filters and for telling), or only ids and labels.</param>
/// <param name="MaxPerNode">A frontier node with more relationships of these types than this yields one <see cref="Expansion.IsHub"/> entry instead of them; null: no bound.</param>
public sealed record ExpandFilter(IReadOnlyList<string> Types, IReadOnlyList<string>? Statuses, bool Properties, int? MaxPerNode = null);

/// <summary>One relationship seen from the frontier.</summary>
/// <param name="From">Frontier node: the value of Cypher's <c>id(n)</c>, valid only inside the session.</param>
/// <param name="To">The neighbour, likewise.</param>
/// <param name="Relationship">The relationship's <c>id(r)</c>.</param>
/// <param name="Outgoing">Whether the relationship starts at <paramref name="From"/>.</param>
/// <param name="ToLabels">The neighbour's labels, ordinal order.</param>
/// <param name="ToNode">The neighbour with its properties when asked for, else null.</param>
/// <param name="Via">The relationship with its properties when asked for, else null.</param>
/// <param name="IsHub">Set on the one entry that stands for a node above <see cref="ExpandFilter.MaxPerNode"/>; only <paramref name="From"/> is meaningful then.</param>
public readonly record struct Expansion(long From, long To, long Relationship, string Type, bool Outgoing,
    IReadOnlyList<string> ToLabels, GraphNode? ToNode, GraphRelationship? Via, bool IsHub = false);
