using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Messages;

/// <summary>Asks which members of the cluster route, read and write for a database.</summary>
/// <param name="Context">What the address says behind its question mark, and the address that was dialled first.</param>
/// <param name="Database">Null: the user's home database, which the answer names.</param>
internal sealed record Route(IReadOnlyDictionary<string, object?> Context, IReadOnlyList<string> Bookmarks, string? Database, string? ImpersonatedUser) : Request(0x66)
{
    protected override int Fields => 3;

    protected override void WriteFields(PackStreamWriter writer)
    {
        writer.WriteMap(Context);
        writer.Write(Bookmarks);
        var extra = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (Database is not null) extra["db"] = Database;
        if (ImpersonatedUser is not null) extra["imp_user"] = ImpersonatedUser;
        writer.WriteMap(extra);
    }
}
