using ActorGraph.Bolt.Messages;
using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Client;

/// <summary>Who in a cluster routes, reads and writes for one database, as a member told it; forgetting a member gives another table.</summary>
/// <param name="Expires">A timestamp of the clock.</param>
/// <param name="Database">The database it is about: the user's home database has a name by now.</param>
internal sealed record RoutingTable(IReadOnlyList<BoltAddress> Routers, IReadOnlyList<BoltAddress> Readers, IReadOnlyList<BoltAddress> Writers, string? Database, long Expires)
{
    private const int MostMembers = 1000;
    private static readonly TimeSpan LongestTtl = TimeSpan.FromDays(1);

    public static RoutingTable Of(Success answer, BoltAddress asked, string? database, TimeProvider clock)
    {
        if (answer.Metadata.GetValueOrDefault("rt") is not IReadOnlyDictionary<string, object?> table
            || table.GetValueOrDefault("ttl") is not long ttl || ttl < 0 || table.GetValueOrDefault("servers") is not IReadOnlyList<object?> servers) throw PackStreamReader.Malformed("a routing table lacks its time or its servers");
        var byRole = new Dictionary<string, List<BoltAddress>>(StringComparer.Ordinal) { ["ROUTE"] = [], ["READ"] = [], ["WRITE"] = [] };
        foreach (var server in servers)
        {
            if (server is not IReadOnlyDictionary<string, object?> entry || entry.GetValueOrDefault("role") is not string role || entry.GetValueOrDefault("addresses") is not IReadOnlyList<object?> addresses)
                throw PackStreamReader.Malformed("a routing table names a server without role or addresses");
            if (!byRole.TryGetValue(role, out var members)) continue;
            foreach (var authority in addresses) members.Add(Member(asked, authority as string ?? ""));
            if (members.Count > MostMembers) throw PackStreamReader.Malformed($"a routing table names more than {MostMembers} members");
        }

        var time = ttl < LongestTtl.TotalSeconds ? TimeSpan.FromSeconds(ttl) : LongestTtl;
        return new(byRole["ROUTE"], byRole["READ"], byRole["WRITE"], table.GetValueOrDefault("db") as string ?? database, clock.GetTimestamp() + (long)(time.TotalSeconds * clock.TimestampFrequency));
    }

    public IEnumerable<BoltAddress> Members => Routers.Concat(Readers).Concat(Writers);

    public RoutingTable Without(BoltAddress member) => this with { Routers = Without(Routers, member), Readers = Without(Readers, member), Writers = Without(Writers, member) };

    public RoutingTable WithoutWriter(BoltAddress member) => this with { Writers = Without(Writers, member) };

    private static List<BoltAddress> Without(IReadOnlyList<BoltAddress> members, BoltAddress gone) => members.Where(member => member.Authority != gone.Authority).ToList();

    private static BoltAddress Member(BoltAddress asked, string authority)
    {
        try
        {
            return asked.At(authority);
        }
        catch (FormatException cause)
        {
            throw PackStreamReader.Malformed($"a routing table names a server {cause.Message}", cause);
        }
    }
}
