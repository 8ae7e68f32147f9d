using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>A graph moves house, and who logs on is told by flags, the environment or a file.</summary>
[Collection("Server")]
public sealed class CopyTests(RunningServer server) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly Neo4jServer neo4j = Neo4jServer.With("--password", "correct horse");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await neo4j.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_copy_holds_the_same_graph_and_copying_again_changes_nothing()
    {
        var (from, to) = ("embedded:" + server.Data, "embedded:" + folder.Data);
        // As a copy that was stopped leaves it: one document is there.
        var seed = Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal).First();
        Assert.Equal(0, (await ActorGraphProgram.RunAsync(folder.Data, "load", seed)).Code);
        Assert.Equal((0, "4 documents and 0 decisions copied; both hold the same graph.\n"), Told(await ActorGraphProgram.RunAsync(folder.Data, "copy", "--from", from, "--to", to)));
        Assert.Equal((await ActorGraphProgram.RunAsync(server.Data, "dump")).Output, (await ActorGraphProgram.RunAsync(folder.Data, "dump")).Output);
        Assert.Equal((0, "0 documents and 0 decisions copied; both hold the same graph.\n"), Told(await ActorGraphProgram.RunAsync(folder.Data, "copy", "--from", from, "--to", to)));
    }

    [Fact]
    public async Task A_copy_into_another_graph_is_refused()
    {
        var own = Path.Combine(folder.Data, "own.txt");
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(own, "Foreign Minister Ada Lovelace met Charles Babbage in London on 3 May 2024.");
        Assert.Equal(0, (await ActorGraphProgram.RunAsync(folder.Data, "load", own)).Code);
        var refused = await ActorGraphProgram.RunAsync(folder.Data, "copy", "--from", "embedded:" + server.Data, "--to", "embedded:" + folder.Data);
        Assert.Equal(2, refused.Code);
        Assert.Contains("copy into an empty database, or retract it there first", refused.Error);
        var same = await ActorGraphProgram.RunAsync(folder.Data, "copy", "--from", "embedded:" + server.Data, "--to", "embedded:" + server.Data);
        Assert.Equal((2, "error: --from and --to name one database.\n"), (same.Code, same.Error));
    }

    [SkippableFact]
    public async Task A_graph_moves_to_Neo4j_and_back_with_the_password_from_a_file()
    {
        Need.Time();
        var uri = (await neo4j.UriAsync()).ToString().TrimEnd('/').Replace("bolt://", "neo4j://", StringComparison.Ordinal);
        var secret = Path.Combine(folder.Data, "secret.txt");
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(secret, "correct horse\n");
        string[] who = ["--user", "neo4j", "--password-file", secret];
        var there = await ActorGraphProgram.RunAsync(folder.Data, ["copy", "--from", "embedded:" + server.Data, "--to", uri + "/neo4j", .. who]);
        Assert.Equal((0, "5 documents and 0 decisions copied; both hold the same graph.\n"), Told(there));
        var back = await ActorGraphProgram.RunAsync(folder.Data, ["copy", "--from", uri, "--to", "embedded:" + Path.Combine(folder.Data, "back"), .. who]);
        Assert.Equal((0, "5 documents and 0 decisions copied; both hold the same graph.\n"), Told(back));
        await File.WriteAllTextAsync(secret, "wrong horse");
        var wrong = await ActorGraphProgram.RunAsync(folder.Data, ["status", "--database", uri, .. who]);
        Assert.Equal(1, wrong.Code);
        Assert.Contains("unauthorized", wrong.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("horse", there.Error + there.Output + wrong.Error + wrong.Output);
    }

    [Theory]
    [InlineData("a\nb\n", "must hold the password on its first line, and nothing else")]
    [InlineData("", "must hold the password on its first line, and nothing else")]
    [InlineData(null, "The password cannot be read from")]
    public async Task A_file_that_holds_no_password_says_so_and_never_what_it_holds(string? text, string words)
    {
        var secret = Path.Combine(folder.Data, "secret.txt");
        Directory.CreateDirectory(folder.Data);
        if (text is not null) await File.WriteAllTextAsync(secret, text);
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "status", "--database", "bolt://127.0.0.1:1", "--user", "neo4j", "--password-file", secret);
        Assert.Equal(2, ended.Code);
        Assert.Contains(words, ended.Error);
    }

    [Theory]
    [InlineData("neo4j://127.0.0.1:1", 1, "neo4j://127.0.0.1:1 gave no routing table")]
    [InlineData("neo4j+ssc://127.0.0.1:1/movies", 1, "neo4j+ssc://127.0.0.1:1 gave no routing table")]
    [InlineData("bolt+s://127.0.0.1:1", 1, "bolt+s://127.0.0.1:1 cannot be reached")]
    [InlineData("bolt://me:horse@127.0.0.1:1", 2, "User and password do not belong into the address")]
    [InlineData("http://me:horse@127.0.0.1:1", 2, "names no database: say embedded:DIR, neo4j://host:port or bolt://host:port")]
    public async Task Every_address_ends_in_one_clear_line(string uri, int code, string words)
    {
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "status", "--database", uri);
        Assert.Equal(code, ended.Code);
        Assert.Contains(words, ended.Error);
        Assert.DoesNotContain("horse", ended.Error);
        Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static (int, string) Told(Ended ended) => (ended.Code, ended.Output);
}
