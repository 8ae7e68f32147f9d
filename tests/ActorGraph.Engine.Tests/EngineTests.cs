using ActorGraph.Graph;
using Microsoft.Data.Sqlite;

namespace ActorGraph.Engine.Tests;

/// <summary>What a session promises: snapshots, all or nothing, limits, and errors that leave no trace.</summary>
public sealed class EngineTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actorgraph-engine-").FullName;
    private EmbeddedGraph _graph = null!;

    public Task InitializeAsync()
    {
        _graph = EmbeddedGraph.Open(_folder);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_reader_keeps_its_snapshot_while_a_writer_commits()
    {
        await WriteAsync("CREATE (:N {v: 1})");
        await using var reader = await _graph.OpenAsync(SessionOptions.Read, default);
        Assert.Equal(1L, await OneAsync(reader, "MATCH (n:N) RETURN count(n)"));
        await WriteAsync("MATCH (n:N) SET n.v = 2 CREATE (:N {v: 3})");
        Assert.Equal(1L, await OneAsync(reader, "MATCH (n:N) RETURN sum(n.v)"));
        await using var later = await _graph.OpenAsync(SessionOptions.Read, default);
        Assert.Equal(5L, await OneAsync(later, "MATCH (n:N) RETURN sum(n.v)"));
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer_and_does_not_see_what_is_not_committed()
    {
        await using var writer = await _graph.OpenAsync(SessionOptions.Write, default);
        await OneAsync(writer, "CREATE (n:N) RETURN 1");
        await using var reader = await _graph.OpenAsync(SessionOptions.Read, default);
        Assert.Equal(0L, await OneAsync(reader, "MATCH (n:N) RETURN count(n)"));
    }

    [Fact]
    public async Task What_was_not_committed_is_taken_back()
    {
        await using (var writer = await _graph.OpenAsync(SessionOptions.Write, default)) await OneAsync(writer, "CREATE (n:N) RETURN 1");
        Assert.Equal(0L, await ReadAsync("MATCH (n) RETURN count(n)"));
    }

    [Fact]
    public async Task A_statement_that_fails_halfway_leaves_the_session_without_use()
    {
        await using (var writer = await _graph.OpenAsync(SessionOptions.Write, default))
        {
            await Assert.ThrowsAsync<GraphException>(() => OneAsync(writer, "UNWIND [1, 0] AS x CREATE (n:N {v: 1 / x}) RETURN n"));
            await Assert.ThrowsAsync<GraphException>(() => writer.CommitAsync(default));
        }

        Assert.Equal(0L, await ReadAsync("MATCH (n) RETURN count(n)"));
    }

    [Fact]
    public async Task Writers_take_turns_and_a_waiting_one_can_be_cancelled()
    {
        await using var first = await _graph.OpenAsync(SessionOptions.Write, default);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _graph.OpenAsync(SessionOptions.Write, cancel.Token));
        await first.DisposeAsync();
        await WriteAsync("CREATE (:N)");
    }

    [Fact]
    public async Task Writing_in_a_reading_session_is_refused()
        => Assert.Equal(ErrorCodes.AccessMode, (await Assert.ThrowsAsync<GraphException>(() => ReadAsync("CREATE (n) RETURN 1"))).Code);

    [Theory]
    [InlineData("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*)")]
    [InlineData("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b)")]
    public async Task A_statement_stops_at_its_time_limit(string text)
    {
        await using var session = await _graph.OpenAsync(new SessionOptions(AccessMode.Read, TimeSpan.FromMilliseconds(100)), default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => OneAsync(session, text));
        Assert.Equal(ErrorCodes.TimedOut, failure.Code);
        Assert.Equal("The transaction has been stopped: it ran longer than its time limit of 0.1 s. Ask for less, or raise the limit.", failure.Message);
    }

    [Fact]
    public async Task A_statement_is_cancelled_by_its_caller()
    {
        await using var session = await _graph.OpenAsync(SessionOptions.Read, default);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OneAsync(session, "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b)", cancel.Token));
    }

    [Fact]
    public async Task A_statement_stops_at_its_limits_of_rows_and_memory()
    {
        await using var session = await _graph.OpenAsync(new SessionOptions(AccessMode.Read, null, 10), default);
        Assert.Equal(ErrorCodes.RowLimit, (await Assert.ThrowsAsync<GraphException>(() => RowsAsync(session, "UNWIND range(1, 11) AS x RETURN x"))).Code);
        Assert.Equal(10, (await RowsAsync(session, "UNWIND range(1, 10) AS x RETURN x")).Count);
        Assert.Equal(ErrorCodes.OutOfMemory, (await Assert.ThrowsAsync<GraphException>(() => OneAsync(session, "UNWIND range(1, 100000000) AS x RETURN count(x)"))).Code);
    }

    [Fact]
    public async Task A_unique_constraint_holds_and_names_what_breaks_it()
    {
        await WriteAsync("CREATE CONSTRAINT one IF NOT EXISTS FOR (n:N) REQUIRE n.id IS UNIQUE");
        await WriteAsync("CREATE (:N {id: 'a'})");
        var failure = await Assert.ThrowsAsync<GraphException>(() => WriteAsync("CREATE (:N {id: 'a'})"));
        Assert.Equal(ErrorCodes.ConstraintViolation, failure.Code);
        Assert.Contains("'a'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await ReadAsync("MATCH (n:N) RETURN count(n)"));
    }

    [Fact]
    public async Task What_is_missing_is_an_error_that_says_so()
    {
        foreach (var text in new[] { "LOAD CSV FROM 'x' AS row RETURN row", "CALL apoc.help('x')", "USE other MATCH (n) RETURN n" })
        {
            var failure = await Assert.ThrowsAsync<GraphException>(() => ReadAsync(text));
            Assert.StartsWith("Neo.ClientError.", failure.Code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everything_committed_is_there_after_opening_again()
    {
        await WriteAsync("CREATE (a:A {t: date('2025-08-25'), l: [1, 2, 3], x: ['x', 'y'], m: duration('P1DT2H'), b: true, s: 'Kalın 🙂'})-[:R {w: 0.5}]->(b:B)");
        await _graph.DisposeAsync();
        _graph = EmbeddedGraph.Open(_folder);
        Assert.Equal("2025-08-25 | 3 | y | P1DT2H | Kalın 🙂 | 0.5", await ReadAsync("MATCH (a:A)-[r:R]->(:B) RETURN toString(a.t) + ' | ' + size(a.l) + ' | ' + a.x[1] + ' | ' + toString(a.m) + ' | ' + a.s + ' | ' + toString(r.w)"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_of_a_path_search_gives_what_a_pattern_gives(bool properties)
    {
        await WriteAsync("CREATE (a:P {id: 1})-[:R {status: 'occurred'}]->(b:P {id: 2})<-[:R {status: 'denied'}]-(c:P {id: 3}), (a)-[:S]->(c), (a)-[:R]->(a)");
        await using var session = await _graph.OpenAsync(SessionOptions.Read, default);
        var ids = (await RowsAsync(session, "MATCH (n:P) RETURN id(n) ORDER BY n.id")).Select(row => (long)row[0]!).ToList();
        // The copy of the adjacency is made after some steps and must give the same.
        for (var round = 0; round < 40; round++)
        {
            var found = await session.ExpandAsync(ids, new ExpandFilter(["R", "S"], ["occurred"], properties), default);
            Assert.Equal(["1R1", "1R2", "1S3", "2R1", "3S1"], found.Select(e => $"{ids.IndexOf(e.From) + 1}{e.Type}{ids.IndexOf(e.To) + 1}").Order(StringComparer.Ordinal));
            Assert.All(found, e => Assert.Equal(properties, e.ToNode is not null && e.Via is not null));
            var hubs = await session.ExpandAsync(ids, new ExpandFilter(["R", "S"], null, properties, 2), default);
            Assert.Equal([ids[0]], hubs.Where(e => e.IsHub).Select(e => e.From));
        }
    }

    [Theory]
    [InlineData("Ka")]
    [InlineData("Kalın")]
    [InlineData("Kalın 🙂")]
    [InlineData("Kalın \ud83d")]
    [InlineData("z")]
    [InlineData("")]
    [InlineData(7L)]
    [InlineData(null)]
    public async Task An_index_finds_by_its_beginning_what_a_look_at_every_node_finds(object? beginning)
    {
        await WriteAsync("CREATE (:A {s: 'Kalın'}), (:A {s: 'Kalın 🙂'}), (:A {s: 'Kal'}), (:A {s: 'K'}), (:A {s: ''}), (:A {s: 7}), (:A {s: ['Ka']}), (:A), (:B {s: 'Kalın'}), (:A {s: 'ka'}), (:A {s: 'Kb'})");
        await WriteAsync($"UNWIND range(1, 3) AS i CREATE (:A {{s: 'Ka{new string('x', 200)}' + i}})");
        var found = await FoundAsync();
        await WriteAsync("CREATE INDEX a_s FOR (n:A) ON (n.s)");
        Assert.Equal(found, await FoundAsync());

        async Task<List<long>> FoundAsync()
        {
            await using var session = await _graph.OpenAsync(SessionOptions.Read, default);
            await using var result = await session.RunAsync(new("MATCH (n:A) WHERE n.s STARTS WITH $beginning RETURN id(n) ORDER BY id(n)", new Dictionary<string, object?> { ["beginning"] = beginning }), default);
            var ids = new List<long>();
            await foreach (var row in result.Rows(default)) ids.Add((long)row[0]!);
            return ids;
        }
    }

    [Fact]
    public async Task A_store_of_the_first_format_is_brought_up_to_date()
    {
        var lengths = new[] { 0, 1, 127, 128, 129, 300, 16383, 16384, 20000 };
        await WriteAsync("CREATE CONSTRAINT a_s FOR (n:A) REQUIRE n.s IS UNIQUE");
        foreach (var length in lengths) await WriteAsync($"CREATE (:A {{s: '{new string('é', length / 2)}{new string('x', length % 2)}'}}), (:A {{s: {length}}})");
        await _graph.DisposeAsync();
        using (var file = new SqliteConnection($"Data Source={Path.Combine(_folder, "graph.db")};Pooling=False"))
        {
            file.Open();
            file.CreateFunction<byte[], byte[]>("with_length", value =>
            {
                using var bytes = new MemoryStream();
                using var writer = new BinaryWriter(bytes);
                writer.Write(value[0]);
                writer.Write7BitEncodedInt(value.Length - 1);
                writer.Write(value.AsSpan(1));
                return bytes.ToArray();
            });
            using var command = file.CreateCommand();
            command.CommandText = "UPDATE index_entries SET value = with_length(value) WHERE substr(value, 1, 1) = x'04'; PRAGMA user_version = 1;";
            command.ExecuteNonQuery();
        }

        _graph = EmbeddedGraph.Open(_folder);
        foreach (var length in lengths)
        {
            Assert.Equal(1L, await ReadAsync($"MATCH (n:A {{s: '{new string('é', length / 2)}{new string('x', length % 2)}'}}) RETURN count(n)"));
            Assert.Equal(1L, await ReadAsync($"MATCH (n:A {{s: {length}}}) RETURN count(n)"));
        }

        Assert.Equal((long)lengths.Length, await ReadAsync("MATCH (n:A) WHERE n.s STARTS WITH '' RETURN count(n)"));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_with_what_to_do()
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        await File.WriteAllTextAsync(Path.Combine(other, "graph.db"), new string('x', 5000));
        var failure = Assert.Throws<GraphException>(() => EmbeddedGraph.Open(other));
        Assert.Equal(ErrorCodes.StorageFailed, failure.Code);
        Assert.EndsWith("is no ActorGraph store, or it is damaged: restore a copy, or load the documents into a new data folder.", failure.Message, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string text)
    {
        await using var session = await _graph.OpenAsync(SessionOptions.Write, default);
        await RowsAsync(session, text);
        await session.CommitAsync(default);
    }

    private async Task<object?> ReadAsync(string text)
    {
        await using var session = await _graph.OpenAsync(SessionOptions.Read, default);
        return await OneAsync(session, text);
    }

    private static async Task<object?> OneAsync(IGraphSession session, string text, CancellationToken cancellation = default) => (await RowsAsync(session, text, cancellation))[0][0];

    private static async Task<List<IReadOnlyList<object?>>> RowsAsync(IGraphSession session, string text, CancellationToken cancellation = default)
    {
        await using var result = await session.RunAsync(new(text), cancellation);
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var row in result.Rows(cancellation)) rows.Add(row);
        return rows;
    }
}
