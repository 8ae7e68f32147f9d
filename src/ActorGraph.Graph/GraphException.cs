namespace ActorGraph.Graph;

/// <summary>What a graph database says when it fails: thrown once, at the session's door.</summary>
public sealed class GraphException : Exception
{
    /// <param name="code">One of <see cref="ErrorCodes"/>, or the code a server sent.</param>
    /// <param name="position">Where in the statement's text, when the text is at fault.</param>
    public GraphException(string code, string message, TextPosition? position = null, Exception? cause = null)
        : base(message, cause) => (Code, Position) = (code, position);

    public string Code { get; }

    public TextPosition? Position { get; }

    /// <summary>The status that ISO GQL has for it, five characters; null where the database names none.</summary>
    public string? GqlStatus { get; init; }

    /// <summary>True where another statement or other data would do; false where the world (server, disk, time) failed.</summary>
    public bool IsUsersFault => Code.Contains(".ClientError.", StringComparison.Ordinal) && Code != ErrorCodes.Unauthorized && !IsRetryable;

    /// <summary>Whether the same transaction may succeed when it is run again from its start.</summary>
    public bool IsRetryable => Code is ErrorCodes.ServiceUnavailable or ErrorCodes.SessionExpired or ErrorCodes.NotALeader or ErrorCodes.ForbiddenOnReadOnly or ErrorCodes.AuthorizationExpired
        || (Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) && !IsStoppedOnPurpose);

    /// <summary>Somebody ended it by hand; older servers call that transient.</summary>
    private bool IsStoppedOnPurpose => Code is "Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped";
}

/// <param name="Offset">UTF-16 code units from the start.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column);
