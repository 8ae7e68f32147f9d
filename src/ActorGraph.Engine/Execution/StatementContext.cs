using ActorGraph.Cypher.Planning;
using ActorGraph.Engine.Expressions;
using ActorGraph.Engine.Storage;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Execution;

/// <summary>What a running statement may use and must not exceed.</summary>
internal sealed class StatementContext
{
    /// <summary>Most values that sorting, grouping, collecting and the steps before a write may hold at once: about 1 GB.</summary>
    public const int MaxHeld = 20_000_000;

    private readonly IReadOnlyDictionary<string, object?> parameters;
    private readonly CancellationToken cancellation;
    private int steps;
    private long held;

    /// <param name="cancellation">Cancelled by the caller.</param>
    public StatementContext(StoreTransaction transaction, IReadOnlyDictionary<string, object?> parameters, SchemaSnapshot schema, int slots, Instant now, Deadline deadline,
        IReadOnlyDictionary<string, Procedure> procedures, CancellationToken cancellation)
    {
        (Transaction, this.parameters, Schema, Slots, Now, Deadline, Procedures, this.cancellation) = (transaction, parameters, schema, slots, now, deadline, procedures, cancellation);
        Evaluator = new Evaluator(this);
        Runner = new PlanRunner(this);
    }

    public StoreTransaction Transaction { get; }

    public SchemaSnapshot Schema { get; }

    public int Slots { get; }

    public Instant Now { get; }

    public Deadline Deadline { get; }

    public IReadOnlyDictionary<string, Procedure> Procedures { get; }

    public Evaluator Evaluator { get; }

    public PlanRunner Runner { get; }

    public object? Parameter(string name) => parameters.TryGetValue(name, out var value) ? value
        : throw new GraphException(ErrorCodes.ParameterMissing, $"Expected parameter(s): {name}");

    public bool HasParameter(string name) => parameters.ContainsKey(name);

    /// <summary>Called for every row: stops a statement that was cancelled or has run too long.</summary>
    public void Step()
    {
        if ((++steps & 255) != 0) return;
        cancellation.ThrowIfCancellationRequested();
        Deadline.Check();
    }

    /// <summary>Counts what is kept in memory.</summary>
    public void Hold(int values)
    {
        if ((held += values) > MaxHeld)
        {
            throw new GraphException(ErrorCodes.OutOfMemory, $"The statement holds more than {MaxHeld} values at once: sort, group or collect fewer, or use LIMIT");
        }
    }

    public void Release(int values) => held -= values;
}

/// <summary>The moment after which a session's statements are stopped.</summary>
internal sealed class Deadline(TimeProvider clock, TimeSpan? timeout)
{
    private readonly long start = clock.GetTimestamp();

    public void Check()
    {
        if (timeout is { } limit && clock.GetElapsedTime(start) > limit)
        {
            throw new GraphException(ErrorCodes.TimedOut, $"The transaction has been stopped: it ran longer than its time limit of {limit.TotalSeconds:0.###} s. Ask for less, or raise the limit.");
        }
    }
}

/// <summary>A procedure that CALL finds by name.</summary>
/// <param name="Arguments">Names in order.</param>
/// <param name="Columns">Names of what it yields.</param>
internal sealed record Procedure(string Name, IReadOnlyList<string> Arguments, IReadOnlyList<string> Columns, Func<StatementContext, IReadOnlyList<object?>, IEnumerable<object?[]>> Rows);
