using ActorGraph.Bolt.Client;
using ActorGraph.Bolt.PackStream;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Messages;

/// <summary>What BEGIN says of a transaction, and RUN of one that commits itself.</summary>
internal sealed record TransactionDetails(AccessMode Mode, TransactionConfig Config, string? Database = null, string? ImpersonatedUser = null, IReadOnlyList<string>? Bookmarks = null)
{
    public void Write(PackStreamWriter writer)
    {
        var extra = new Dictionary<string, object?>(StringComparer.Ordinal) { ["mode"] = Mode == AccessMode.Read ? "r" : "w" };
        // Zero would mean "no bound" to the server.
        if (Config.Timeout is { } timeout) extra["tx_timeout"] = Math.Max(1, (long)Math.Ceiling(timeout.TotalMilliseconds));
        if (Config.Metadata is { Count: > 0 } metadata) extra["tx_metadata"] = metadata;
        if (Database is not null) extra["db"] = Database;
        if (ImpersonatedUser is not null) extra["imp_user"] = ImpersonatedUser;
        if (Bookmarks is { Count: > 0 }) extra["bookmarks"] = Bookmarks;
        writer.WriteMap(extra);
    }
}
