using System.Collections.Concurrent;
using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>A cluster: reads go to its readers and writes to its writers, the least busy first. A member that goes is forgotten until the next routing table.</summary>
internal sealed class RoutedConnections(BoltAddress seed, AuthToken token, DriverConfig config) : IConnections
{
    private readonly ConcurrentDictionary<string, ConnectionPool> pools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoutingTable> tables = new(StringComparer.Ordinal);
    private readonly Lock door = new();
    private readonly SemaphoreSlim refreshing = new(1);
    private int turn;

    public async Task<Rented> RentAsync(Destination to, CancellationToken cancellation)
    {
        GraphException? last = null;
        for (var isRefreshed = false; ;)
        {
            var table = Fresh(to);
            if (table is null)
            {
                // Once anew is enough: a cluster that has nobody right now gets its time from the retries of the transaction.
                if (isRefreshed) throw Nobody(to, last);
                table = await RefreshAsync(to, cancellation);
                isRefreshed = true;
            }

            while (Choose(to.Mode == AccessMode.Read ? table.Readers : table.Writers) is { } pool)
            {
                try
                {
                    var (connection, isNew) = await pool.RentAsync(to.User, cancellation);
                    return new(connection, pool, isNew, table.Database);
                }
                catch (GraphException failure) when (failure.Code is ErrorCodes.ServiceUnavailable or ErrorCodes.SessionExpired && pool.InUse < config.MaxConnectionPoolSize)
                {
                    last = failure;
                    Change(one => one.Without(pool.Address));
                    table = table.Without(pool.Address);
                }
            }

            if (isRefreshed) throw Nobody(to, last);
        }
    }

    public async ValueTask ReturnAsync(Rented rented)
    {
        var (connection, code) = (rented.Connection, (rented.Connection.Ending as GraphException)?.Code);
        if (code is ErrorCodes.NotALeader or ErrorCodes.ForbiddenOnReadOnly) Change(table => table.WithoutWriter(connection.Address));
        else if (code == ErrorCodes.DatabaseUnavailable || (connection.IsBroken && code is not null)) Change(table => table.Without(connection.Address));
        await rented.Pool.ReturnAsync(connection);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in pools.Values) await pool.DisposeAsync();
    }

    private static string Key(Destination to) => $"{to.Database}\n{to.ImpersonatedUser}";

    private RoutingTable? Fresh(Destination to)
    {
        lock (door)
        {
            return tables.TryGetValue(Key(to), out var table) && config.Clock.GetTimestamp() < table.Expires && table.Routers.Count > 0
                && (to.Mode == AccessMode.Read ? table.Readers : table.Writers).Count > 0 ? table : null;
        }
    }

    private void Change(Func<RoutingTable, RoutingTable> change)
    {
        lock (door)
        {
            foreach (var (key, table) in tables.ToList()) tables[key] = change(table);
        }
    }

    private ConnectionPool? Choose(IReadOnlyList<BoltAddress> members)
    {
        if (members.Count == 0) return null;
        var first = (int)((uint)Interlocked.Increment(ref turn) % (uint)members.Count);
        return Enumerable.Range(0, members.Count).Select(i => PoolOf(members[(first + i) % members.Count])).MinBy(pool => pool.InUse);
    }

    private ConnectionPool PoolOf(BoltAddress member) => pools.GetOrAdd(member.Authority, _ => new ConnectionPool(member, token, config));

    /// <summary>Asks one router after the other; those who wait meanwhile take the same answer.</summary>
    private async Task<RoutingTable> RefreshAsync(Destination to, CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            if (Fresh(to) is { } made) return made;
            RoutingTable? known;
            lock (door) known = tables.GetValueOrDefault(Key(to));
            GraphException? last = null;
            foreach (var router in (known?.Routers ?? []).Append(seed).DistinctBy(one => one.Authority))
            {
                try
                {
                    var table = await AskAsync(router, to, cancellation);
                    if (table.Routers.Count == 0 || table.Readers.Count == 0) continue;
                    lock (door) tables[Key(to)] = table;
                    await CloseUnnamedAsync();
                    return table;
                }
                catch (GraphException failure) when (failure.IsRetryable || failure.Code == ErrorCodes.ProtocolError)
                {
                    last = failure;
                }
            }

            throw last is { Code: ErrorCodes.ProtocolError } ? last
                : new GraphException(ErrorCodes.ServiceUnavailable, $"{seed.Name} gave no routing table: {(last is null ? "it names no routers or no readers" : last.Message.TrimEnd('.'))}.", cause: last);
        }
        finally
        {
            refreshing.Release();
        }
    }

    private async Task<RoutingTable> AskAsync(BoltAddress router, Destination to, CancellationToken cancellation)
    {
        var pool = PoolOf(router);
        while (true)
        {
            var (connection, isNew) = await pool.RentAsync(to.User, cancellation);
            try
            {
                var answer = await connection.RouteAsync(new Route(router.Routing!, to.Bookmarks ?? [], to.Database, to.ImpersonatedUser), cancellation);
                return RoutingTable.Of(answer, router, to.Database, config.Clock);
            }
            catch (GraphException) when (connection.IsBroken && !isNew)
            {
                await pool.ForgetIdleAsync();
            }
            finally
            {
                await pool.ReturnAsync(connection);
            }
        }
    }

    private async ValueTask CloseUnnamedAsync()
    {
        HashSet<string> named;
        lock (door) named = tables.Values.SelectMany(table => table.Members).Append(seed).Select(member => member.Authority).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in pools.Keys.Where(authority => !named.Contains(authority)).ToList())
        {
            // Connections in use close when they come back.
            if (pools.TryRemove(gone, out var pool)) await pool.DisposeAsync();
        }
    }

    private GraphException Nobody(Destination to, GraphException? last) => new(last is null ? ErrorCodes.SessionExpired : ErrorCodes.ServiceUnavailable,
        $"No member of {seed.Name} can {(to.Mode == AccessMode.Read ? "read" : "write")} right now{(last is null ? "" : $": {last.Message.TrimEnd('.')}")}.", cause: last);
}
