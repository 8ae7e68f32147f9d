using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Messages;

/// <summary>The request did what it should.</summary>
internal sealed record Success(IReadOnlyDictionary<string, object?> Metadata) : Response
{
    public const byte Tag = 0x70;

    public bool HasMore => Metadata.GetValueOrDefault("has_more") is true;

    /// <summary>What later transactions give to see what this one wrote.</summary>
    public string? Bookmark => Metadata.GetValueOrDefault("bookmark") as string;

    public string? Server => Metadata.GetValueOrDefault("server") as string;

    public IReadOnlyList<string> Columns => Metadata.GetValueOrDefault("fields") is IReadOnlyList<object?> fields
        ? [.. fields.Select(name => name as string ?? throw PackStreamReader.Malformed("the name of a column is no text"))] : [];

    /// <summary>How long the server lets pass at most without a sign of life.</summary>
    public TimeSpan? ReceiveTimeout => Metadata.GetValueOrDefault("hints") is IReadOnlyDictionary<string, object?> hints
        && hints.GetValueOrDefault("connection.recv_timeout_seconds") is long and > 0 and < 1_000_000 and var seconds ? TimeSpan.FromSeconds((long)seconds) : null;
}
