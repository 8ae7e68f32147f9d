using ActorGraph.Bolt.Client;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Tests.Client;

/// <summary>A cluster of three, each a scripted peer: one routes and leads, two read.</summary>
public sealed class RoutingTests : IAsyncLifetime
{
    private readonly HastyClock clock = new();
    private readonly HashSet<string> refusing = [];
    private ScriptedServer[] members = [];
    private long ttl = 300;
    private int leader;

    public Task InitializeAsync()
    {
        members = Enumerable.Range(0, 3).Select(Member).ToArray();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var member in members) await member.DisposeAsync();
    }

    [Fact]
    public async Task Writes_go_to_the_leader_and_reads_to_the_readers()
    {
        await using var driver = Driver();
        await using var session = driver.AsyncSession();
        await session.ExecuteWriteAsync(OneAsync);
        for (var i = 0; i < 4; i++) await session.ExecuteReadAsync(OneAsync);
        Assert.Equal((1, 2, 2), (Begun(0), Begun(1), Begun(2)));
        Assert.Equal("w", Details(0)["mode"]);
        Assert.Equal("r", Details(1)["mode"]);
        // The home database has a name once somebody routed, and the table serves all.
        Assert.Equal("home", Details(1)["db"]);
        Assert.Single(members[0].Requests, request => request.Tag == 0x66);
    }

    [Fact]
    public async Task The_greeting_and_ROUTE_tell_the_context_and_a_database_has_a_table_of_its_own()
    {
        await using var driver = BoltDriver.Open(new Uri($"neo4j://{members[0].Authority}?policy=eu"), AuthTokens.None);
        await using (var session = driver.AsyncSession(new SessionConfig { Database = "movies", Bookmarks = ["mark"] })) await session.ExecuteReadAsync(OneAsync);
        await using (var session = driver.AsyncSession()) await session.ExecuteReadAsync(OneAsync);
        var hello = (IReadOnlyDictionary<string, object?>)members[0].Requests.First(request => request.Tag == 0x01).Fields[0]!;
        var context = (IReadOnlyDictionary<string, object?>)hello["routing"]!;
        Assert.Equal((members[0].Authority, "eu"), (context["address"], context["policy"]));
        var routes = members[0].Requests.Where(request => request.Tag == 0x66).ToList();
        Assert.Equal(2, routes.Count);
        Assert.Equal("eu", ((IReadOnlyDictionary<string, object?>)routes[0].Fields[0]!)["policy"]);
        Assert.Equal(["mark"], (IReadOnlyList<object?>)routes[0].Fields[1]!);
        Assert.Equal("movies", ((IReadOnlyDictionary<string, object?>)routes[0].Fields[2]!)["db"]);
        Assert.Empty((IReadOnlyDictionary<string, object?>)routes[1].Fields[2]!);
    }

    [Fact]
    public async Task A_table_that_expired_is_asked_for_anew()
    {
        ttl = 60;
        await using var driver = Driver();
        await using var session = driver.AsyncSession();
        await session.ExecuteReadAsync(OneAsync);
        await session.ExecuteReadAsync(OneAsync);
        Assert.Equal(1, Routed());
        await Task.Delay(TimeSpan.FromSeconds(61), clock);
        await session.ExecuteReadAsync(OneAsync);
        Assert.Equal(2, Routed());
    }

    [Fact]
    public async Task A_reader_that_goes_is_left_out_and_nobody_notices()
    {
        await using var driver = Driver();
        await using var session = driver.AsyncSession();
        await session.ExecuteReadAsync(OneAsync);
        await members[1].DisposeAsync();
        for (var i = 0; i < 4; i++) await session.ExecuteReadAsync(OneAsync);
        Assert.InRange(Begun(2), 4, 5);
    }

    [Fact]
    public async Task The_first_router_goes_and_another_is_asked()
    {
        ttl = 60;
        await using var driver = Driver();
        await using var session = driver.AsyncSession();
        await session.ExecuteReadAsync(OneAsync);
        await members[0].DisposeAsync();
        leader = 2;
        await Task.Delay(TimeSpan.FromSeconds(61), clock);
        await session.ExecuteWriteAsync(OneAsync);
        Assert.Equal(1, Begun(2) + Begun(1) - 1);
        Assert.Contains(members[1].Requests.Concat(members[2].Requests), request => request.Tag == 0x66);
    }

    [Theory]
    [InlineData(ErrorCodes.NotALeader)]
    [InlineData(ErrorCodes.ForbiddenOnReadOnly)]
    public async Task A_leader_that_leads_no_more_is_asked_no_more_and_the_new_one_is_found(string code)
    {
        await using var driver = Driver();
        await using var session = driver.AsyncSession();
        await session.ExecuteWriteAsync(OneAsync);
        leader = 1;
        refusing.Add(code);
        var attempts = 0;
        await session.ExecuteWriteAsync(transaction =>
        {
            attempts++;
            return OneAsync(transaction);
        });
        Assert.Equal(2, attempts);
        Assert.Equal(2, Routed());
        Assert.Contains(members[1].Requests, request => request.Tag == 0x12);
    }

    [Fact]
    public async Task Where_nobody_can_write_the_retries_wait_for_an_election_and_then_say_so()
    {
        leader = -1;
        await using var driver = Driver();
        await using var session = driver.AsyncSession();
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.ExecuteWriteAsync(OneAsync));
        Assert.Equal(ErrorCodes.SessionExpired, failure.Code);
        Assert.Equal($"No member of neo4j://{members[0].Authority} can write right now.", failure.Message);
        Assert.InRange(clock.Waits.Count, 5, 8);
        Assert.Equal(1L, await session.ExecuteReadAsync(OneAsync));
    }

    [Fact]
    public async Task Where_nobody_is_there_at_all_the_address_is_named()
    {
        var gone = $"neo4j://{members[0].Authority}";
        await members[0].DisposeAsync();
        await using var driver = BoltDriver.Open(new Uri(gone), AuthTokens.None);
        var failure = await Assert.ThrowsAsync<GraphException>(() => driver.VerifyConnectivityAsync());
        Assert.Equal(ErrorCodes.ServiceUnavailable, failure.Code);
        Assert.StartsWith($"{gone} gave no routing table: {gone} cannot be reached: Connection refused", failure.Message);
    }

    [Theory]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound")]
    [InlineData(ErrorCodes.Unauthorized)]
    public async Task A_failure_that_no_other_router_would_mend_is_told_at_once(string code)
    {
        await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
        {
            if (tag == 0x66) await peer.FailureAsync(code, "No.");
            return tag == 0x66;
        }));
        await using var driver = server.Driver(scheme: "neo4j");
        Assert.Equal(code, (await Assert.ThrowsAsync<GraphException>(() => driver.VerifyConnectivityAsync())).Code);
        Assert.Single(server.Requests, request => request.Tag == 0x66);
    }

    [Fact]
    public async Task A_table_that_makes_no_sense_is_refused()
    {
        object?[] tables =
        [
            null, new Dictionary<string, object?> { ["ttl"] = -1L, ["servers"] = new List<object?>() }, new Dictionary<string, object?> { ["ttl"] = 1L, ["servers"] = new List<object?> { "x" } },
            new Dictionary<string, object?> { ["ttl"] = 1L, ["servers"] = new List<object?> { new Dictionary<string, object?> { ["role"] = "READ", ["addresses"] = new List<object?> { "not a host/x" } } } },
            new Dictionary<string, object?> { ["ttl"] = 1L, ["servers"] = new List<object?> { new Dictionary<string, object?> { ["role"] = "READ", ["addresses"] = Enumerable.Repeat<object?>("host:1", 2000).ToList() } } },
        ];
        foreach (var table in tables)
        {
            await using var server = ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
            {
                if (tag == 0x66) await peer.SuccessAsync(("rt", table));
                return tag == 0x66;
            }));
            await using var driver = server.Driver(scheme: "neo4j");
            var failure = await Assert.ThrowsAsync<GraphException>(() => driver.VerifyConnectivityAsync());
            Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
            Assert.Contains("a routing table", failure.Message);
        }
    }

    [Fact]
    public async Task Sessions_of_the_port_see_what_earlier_ones_wrote()
    {
        await using var database = BoltDatabase.Open(new Uri($"neo4j://{members[0].Authority}"), AuthTokens.None);
        await using (var write = await database.OpenAsync(SessionOptions.Write, default)) await write.CommitAsync(default);
        await using (var read = await database.OpenAsync(SessionOptions.Read, default)) await read.RunAsync(new Statement("RETURN 1 AS x"), default);
        var begin = members[1].Requests.Concat(members[2].Requests).Single(request => request.Tag == 0x11);
        Assert.Equal(["mark of 0"], (IReadOnlyList<object?>)((IReadOnlyDictionary<string, object?>)begin.Fields[0]!)["bookmarks"]!);
    }

    private ScriptedServer Member(int index) => ScriptedServer.Always(peer => peer.ServeAsync(async tag =>
    {
        if (tag == 0x66) await peer.SuccessAsync(("rt", Table()));
        else if (tag == 0x12 && index != leader && refusing.Count > 0) await peer.FailureAsync(refusing.Single(), "Another leads.");
        else if (tag == 0x12) await peer.SuccessAsync(("bookmark", $"mark of {index}"));
        else return false;
        return true;
    }));

    private Dictionary<string, object?> Table()
    {
        Dictionary<string, object?> Entry(string role, params int[] indices) => new() { ["role"] = role, ["addresses"] = indices.Select(index => (object?)members[index].Authority).ToList() };
        return new()
        {
            ["ttl"] = ttl, ["db"] = "home",
            ["servers"] = new List<object?> { Entry("ROUTE", 0, 1, 2), Entry("READ", 1, 2), leader < 0 ? Entry("WRITE") : Entry("WRITE", leader) },
        };
    }

    private BoltDriver Driver() => members[0].Driver(new DriverConfig { Clock = clock, MaxConnectionLifetime = TimeSpan.FromDays(1), ConnectionLivenessCheckTimeout = TimeSpan.FromDays(1) }, "neo4j");

    private int Begun(int index) => members[index].Requests.Count(request => request.Tag == 0x11);

    private int Routed() => members.Sum(member => member.Requests.Count(request => request.Tag == 0x66));

    private IReadOnlyDictionary<string, object?> Details(int index) => (IReadOnlyDictionary<string, object?>)members[index].Requests.First(request => request.Tag == 0x11).Fields[0]!;

    private static async Task<object?> OneAsync(AsyncTransaction transaction) => (await (await transaction.RunAsync(new Statement("RETURN 1 AS x"))).SingleAsync())[0];
}
