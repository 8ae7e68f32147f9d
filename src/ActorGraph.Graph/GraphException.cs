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

    /// <summary>True where another statement or other data would do; false where the world (server, disk, time) failed.</summary>
    public bool IsUsersFault => Code.Contains(".ClientError.", StringComparison.Ordinal) && Code != ErrorCodes.Unauthorized;

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsRetryable => Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal)
        || Code is ErrorCodes.ServiceUnavailable or ErrorCodes.SessionExpired;
}

/// <param name="Offset">UTF-16 code units from the start.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column);
