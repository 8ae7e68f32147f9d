using ActorGraph.Bolt.PackStream;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Messages;

/// <summary>Opens an explicit transaction.</summary>
internal sealed record Begin(AccessMode Mode, TimeSpan? Timeout, string? Database) : Request(0x11)
{
    protected override int Fields => 1;

    protected override void WriteFields(PackStreamWriter writer)
    {
        var extra = new Dictionary<string, object?>(StringComparer.Ordinal) { ["mode"] = Mode == AccessMode.Read ? "r" : "w" };
        // Zero would mean "no bound" to the server.
        if (Timeout is { } timeout) extra["tx_timeout"] = Math.Max(1, (long)timeout.TotalMilliseconds);
        if (Database is not null) extra["db"] = Database;
        writer.WriteMap(extra);
    }
}

/// <summary>Makes the transaction's writes durable.</summary>
internal sealed record Commit() : Request(0x12)
{
    protected override int Fields => 0;
}

/// <summary>Takes the transaction's writes back.</summary>
internal sealed record Rollback() : Request(0x13)
{
    protected override int Fields => 0;
}
