using ActorGraph.Bolt.Client;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Tests.Client;

/// <summary>What travels together, and what becomes of the rest when a part of it fails.</summary>
public class JourneyTests
{
    private const byte Begin = 0x11, Commit = 0x12, Rollback = 0x13, Run = 0x10, Pull = 0x3F, Reset = 0x0F;
    private const string Ignored = "0002B07E0000";
    private const string DatabaseNotFound = "Neo.ClientError.Database.DatabaseNotFound";

    [Fact]
    public async Task BEGIN_RUN_and_PULL_are_sent_before_any_is_answered()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 1L);
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        Assert.Equal([1L], await ValuesAsync(session));
    }

    [Fact]
    public async Task A_BEGIN_that_fails_is_told_and_the_connection_reset_and_used_again()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.FailureAsync(DatabaseNotFound, "There is none.");
            for (var i = 0; i < 2; i++) await peer.SendBytesAsync(Ignored);
            await peer.ExpectAsync(Reset);
            await peer.SuccessAsync();
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 2L);
            await peer.ExpectAsync(Commit);
            await peer.SuccessAsync();
        });
        await using var database = server.Open();
        await using (var session = await database.OpenAsync(SessionOptions.Write, default))
        {
            var failure = await Assert.ThrowsAsync<GraphException>(() => ValuesAsync(session));
            Assert.Equal((DatabaseNotFound, "There is none."), (failure.Code, failure.Message));
            // A session that writes has lost its transaction, and says so from then on.
            failure = await Assert.ThrowsAsync<GraphException>(() => ValuesAsync(session));
            Assert.Equal((ErrorCodes.StorageFailed, DatabaseNotFound), (failure.Code, Assert.IsType<GraphException>(failure.InnerException).Code));
        }

        await using var next = await database.OpenAsync(SessionOptions.Write, default);
        Assert.Equal([2L], await ValuesAsync(next));
        await next.CommitAsync(default);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task A_RUN_that_fails_after_its_BEGIN_is_told_and_a_session_that_reads_goes_on_in_another_transaction()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await peer.FailureAsync(ErrorCodes.SyntaxError, "Invalid input (line 1, column 1 (offset: 0))");
            await peer.SendBytesAsync(Ignored);
            await peer.ExpectAsync(Reset);
            await peer.SuccessAsync();
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 3L);
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        Assert.Equal(ErrorCodes.SyntaxError, (await Assert.ThrowsAsync<GraphException>(() => ValuesAsync(session))).Code);
        Assert.Equal([3L], await ValuesAsync(session));
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task A_pooled_connection_that_dies_of_BEGIN_is_replaced_and_the_statement_is_run_on_the_other()
    {
        await using var server = new ScriptedServer(
            async peer =>
            {
                await peer.RunAsync("x");
                await peer.SuccessAsync();
                await peer.ExpectAsync(Rollback);
                await peer.SuccessAsync();
                foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            },
            async peer =>
            {
                await peer.BeginAsync();
                foreach (var tag in new[] { Run, Pull }) await peer.ExpectAsync(tag);
                await AnswerAsync(peer, 4L);
                await peer.ExpectAsync(Commit);
                await peer.SuccessAsync();
            });
        await using var database = server.Open();
        await using (var first = await database.OpenAsync(SessionOptions.Read, default)) Assert.Empty(await ValuesAsync(first));
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        Assert.Equal([4L], await ValuesAsync(session));
        await session.CommitAsync(default);
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task Who_only_read_does_not_wait_for_the_answer_to_ROLLBACK()
    {
        var isLeft = new TaskCompletionSource();
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.RunAsync("x");
            await peer.SuccessAsync();
            await peer.ExpectAsync(Rollback);
            await isLeft.Task;
            // The transaction had ended by itself: nothing to tell anybody.
            await peer.FailureAsync("Neo.ClientError.Transaction.TransactionNotFound", "It is over.");
            await peer.ExpectAsync(Reset);
            await peer.SuccessAsync();
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 5L);
        });
        await using var database = server.Open();
        await using (var session = await database.OpenAsync(SessionOptions.Read, default)) Assert.Empty(await ValuesAsync(session));
        isLeft.SetResult();
        await using var next = await database.OpenAsync(SessionOptions.Read, default);
        Assert.Equal([5L], await ValuesAsync(next));
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task Statements_that_do_not_need_each_other_travel_together()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Begin, Run, Pull, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 1L, 2L);
            await AnswerAsync(peer);
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Read with { MaxRows = 2 }, default);
        var results = await session.ReadAsync([new("RETURN 1 AS x"), new("RETURN 2 AS x")], default);
        Assert.Equal([[1L, 2L], []], results.Select(rows => rows.Select(row => row[0])));
        Assert.Equal([3L, 3L], server.Requests.Where(request => request.Tag == Pull).Select(request => ((IReadOnlyDictionary<string, object?>)request.Fields[0]!)["n"]));
    }

    [Fact]
    public async Task One_that_fails_among_many_is_told_and_the_others_are_read_over()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Begin, Run, Pull, Run, Pull, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 1L);
            await peer.FailureAsync(ErrorCodes.TypeError, "No.");
            for (var i = 0; i < 3; i++) await peer.SendBytesAsync(Ignored);
            await peer.ExpectAsync(Reset);
            await peer.SuccessAsync();
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 6L);
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.ReadAsync([new("RETURN 1 AS x"), new("RETURN 2 AS x"), new("RETURN 3 AS x")], default));
        Assert.Equal(ErrorCodes.TypeError, failure.Code);
        Assert.Equal([6L], await ValuesAsync(session));
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task The_limit_of_rows_holds_for_each_of_many()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Begin, Run, Pull, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 1L);
            await peer.SuccessAsync(("fields", new List<object?> { "x" }));
            for (var i = 0; i < 2; i++) await peer.RecordAsync(1L);
            await peer.SuccessAsync(("has_more", true));
            await peer.ExpectAsync(Reset);
            await peer.SuccessAsync();
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Read with { MaxRows = 1 }, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.ReadAsync([new("RETURN 1 AS x"), new("RETURN 2 AS x")], default));
        Assert.Equal(ErrorCodes.RowLimit, failure.Code);
    }

    [Fact]
    public async Task What_is_read_alone_goes_without_BEGIN_and_what_comes_after_it_begins()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Run, Pull }) await peer.ExpectAsync(tag);
            await AnswerAsync(peer, 1L);
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 2L);
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Read with { Timeout = TimeSpan.FromSeconds(5) }, default);
        Assert.Equal(1L, (await session.ReadAsync([new("RETURN 1 AS x")], default))[0][0][0]);
        Assert.Equal([2L], await ValuesAsync(session));
        var own = (IReadOnlyDictionary<string, object?>)server.Requests.First(request => request.Tag == Run).Fields[2]!;
        Assert.Equal("r", own["mode"]);
        Assert.InRange((long)own["tx_timeout"]!, 1, 5000);
    }

    [Fact]
    public async Task The_limit_of_rows_holds_for_one_read_alone_and_the_session_reads_on()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync(("fields", new List<object?> { "x" }));
            for (var i = 0; i < 2; i++) await peer.RecordAsync(1L);
            await peer.SuccessAsync(("has_more", true));
            await peer.ExpectAsync(Reset);
            await peer.SuccessAsync();
            foreach (var tag in new[] { Run, Pull }) await peer.ExpectAsync(tag);
            await AnswerAsync(peer, 7L);
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Read with { MaxRows = 1 }, default);
        var failure = await Assert.ThrowsAsync<GraphException>(() => session.ReadAsync([new("RETURN 1 AS x")], default));
        Assert.Equal(ErrorCodes.RowLimit, failure.Code);
        Assert.Equal(7L, (await session.ReadAsync([new("RETURN 1 AS x")], default))[0][0][0]);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task What_writes_begins_even_where_it_reads_alone()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.WelcomeAsync();
            foreach (var tag in new[] { Begin, Run, Pull }) await peer.ExpectAsync(tag);
            await peer.SuccessAsync();
            await AnswerAsync(peer, 1L);
            await peer.ExpectAsync(Commit);
            await peer.SuccessAsync();
        });
        await using var database = server.Open();
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        Assert.Equal(1L, (await session.ReadAsync([new("RETURN 1 AS x")], default))[0][0][0]);
        await session.CommitAsync(default);
    }

    /// <summary>The answers to RUN and PULL.</summary>
    private static async Task AnswerAsync(Peer peer, params object?[] values)
    {
        await peer.SuccessAsync(("fields", new List<object?> { "x" }));
        foreach (var value in values) await peer.RecordAsync(value);
        await peer.SuccessAsync();
    }

    private static async Task<List<object?>> ValuesAsync(IGraphSession session)
    {
        await using var result = await session.RunAsync(new("RETURN 1 AS x"), default);
        var values = new List<object?>();
        await foreach (var row in result.Rows(default)) values.Add(row[0]);
        return values;
    }
}
