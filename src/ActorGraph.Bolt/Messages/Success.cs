using ActorGraph.Graph;

namespace ActorGraph.Bolt.Messages;

/// <summary>The request did what it should.</summary>
internal sealed record Success(IReadOnlyDictionary<string, object?> Metadata) : Response
{
    public const byte Tag = 0x70;

    public bool HasMore => Metadata.GetValueOrDefault("has_more") is true;

    public IReadOnlyList<string> Columns => Metadata.GetValueOrDefault("fields") is IReadOnlyList<object?> fields ? [.. fields.Select(name => name as string ?? "")] : [];

    /// <summary>How long the server lets pass at most without a sign of life.</summary>
    public TimeSpan? ReceiveTimeout => Metadata.GetValueOrDefault("hints") is IReadOnlyDictionary<string, object?> hints
        && hints.GetValueOrDefault("connection.recv_timeout_seconds") is long and > 0 and < int.MaxValue and var seconds ? TimeSpan.FromSeconds((long)seconds) : null;

    public ResultSummary Summary
    {
        get
        {
            var stats = Metadata.GetValueOrDefault("stats") as IReadOnlyDictionary<string, object?>;
            long Count(string name) => stats?.GetValueOrDefault(name) as long? ?? 0;
            return new ResultSummary(Count("nodes-created"), Count("nodes-deleted"), Count("relationships-created"), Count("relationships-deleted"),
                Count("properties-set"), Count("labels-added"), Count("labels-removed"),
                Metadata.GetValueOrDefault("plan") is IReadOnlyDictionary<string, object?> plan ? PlanText.Of(plan) : null);
        }
    }
}
