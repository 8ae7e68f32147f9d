using System.Net;
using System.Net.Http.Json;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>Who may do what.</summary>
public sealed class AccessTests
{
    private const string Asking = "{ __typename }";
    private const string Changing = "mutation { __typename }";

    [Fact]
    public async Task On_this_machine_nobody_needs_a_token_and_no_page_elsewhere_gets_in()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds", "--cors", "https://graph.example.org");
        var own = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Equal(200, await StatusAsync(server, Asking));
        Assert.DoesNotContain("FORBIDDEN", await BodyAsync(server, Changing));
        Assert.Equal(200, await StatusAsync(server, Asking, ("Origin", own)));
        foreach (var origin in (string[])["https://evil.example", "null", "http://localhost:1", "http://127.0.0.1"])
        {
            Assert.Equal(403, await StatusAsync(server, Asking, ("Origin", origin)));
            Assert.Contains("FOREIGN_ORIGIN", await BodyAsync(server, Changing, ("Origin", origin)));
        }

        Assert.Equal(400, await StatusAsync(server, Changing, ("Host", "rebound.example")));
        Assert.Equal(403, await StatusAsync(server, Asking, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")));
        Assert.Equal(401, await StatusAsync(server, Asking, ("X-Forwarded-For", "203.0.113.7")));
        Assert.Equal(401, await StatusAsync(server, Asking, ("Authorization", "Bearer wrong")));
    }

    [Fact]
    public async Task A_front_end_that_was_named_may_ask_and_no_other()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds", "--cors", "https://graph.example.org");
        var ahead = new HttpRequestMessage(HttpMethod.Options, "/graphql")
        {
            Headers = { { "Origin", "https://graph.example.org" }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,content-type" } },
        };
        using var allowed = await server.Client.SendAsync(ahead);
        Assert.Equal("https://graph.example.org", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var asked = await SendAsync(server, Asking, ("Origin", "https://graph.example.org"));
        Assert.Equal((HttpStatusCode.OK, "https://graph.example.org"), (asked.StatusCode, asked.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        using var other = await SendAsync(server, Asking, ("Origin", "https://graph.example.org.evil.example"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Tokens_say_who_reads_and_who_writes_until_they_are_revoked()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds", "--require-token");
        Assert.Equal(401, await StatusAsync(server, Asking));
        var (reads, writes) = ((await server.RunAsync("token", "add", "reader")).Output.Trim(), (await server.RunAsync("token", "add", "writer", "--access", "write")).Output.Trim());
        Assert.Equal(2, (await server.RunAsync("token", "add", "reader")).Code);
        var kept = await File.ReadAllTextAsync(Path.Combine(server.Data, "tokens.json"));
        Assert.False(kept.Contains(reads, StringComparison.Ordinal) || kept.Contains(writes, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(server.Data, "tokens.json")));
        Assert.Contains("writer  write", (await server.RunAsync("token", "list")).Output);
        await UntilAsync(server, 200, Asking, reads);
        Assert.Equal(403, await StatusAsync(server, Changing, ("Authorization", "Bearer " + reads)));
        Assert.Contains("FORBIDDEN", await BodyAsync(server, Changing, ("Authorization", "Bearer " + reads)));
        Assert.DoesNotContain("FORBIDDEN", await BodyAsync(server, Changing, ("Authorization", "Bearer " + writes)));
        Assert.Equal(0, (await server.RunAsync("token", "revoke", "reader")).Code);
        await UntilAsync(server, 401, Asking, reads);
        Assert.Equal(2, (await server.RunAsync("token", "revoke", "reader")).Code);
    }

    [SkippableFact]
    public async Task A_WebSocket_brings_its_token_in_its_first_message()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds", "--require-token");
        var token = (await server.RunAsync("token", "add", "reader")).Output.Trim();
        Assert.Contains("closed 4403", (await NodePrograms.RunAsync("ws.mjs", server.GraphQl, Asking)).Output);
        await UntilAsync(server, 200, Asking, token);
        Assert.Contains("\"__typename\":\"Query\"", (await NodePrograms.RunAsync("ws.mjs", server.GraphQl, Asking, token)).Output);
        Assert.Contains("FORBIDDEN", (await NodePrograms.RunAsync("ws.mjs", server.GraphQl, Changing, token)).Output);
        Assert.Contains("\"__typename\":\"Query\"", (await NodePrograms.RunAsync("sse.mjs", server.GraphQl, Asking, token)).Output);
    }

    [Fact]
    public async Task Where_others_can_reach_it_it_does_not_start_without_a_token()
    {
        using var folder = new TemporaryFolder();
        var ended = await ActorGraphProgram.RunAsync(folder.Data, "serve", "--urls", "http://0.0.0.0:0", "--no-seeds");
        Assert.Equal(2, ended.Code);
        Assert.Contains("actorgraph token add", ended.Error);
        Assert.False(Directory.Exists(folder.Data));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds", "--rate", "1");
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++) answers.Add(await SendAsync(server, Asking));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains("RATE_LIMITED", await refused.Content.ReadAsStringAsync());
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task Each_token_has_a_rate_of_its_own_and_an_admin_none()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds", "--rate", "1");
        var tokens = new List<string>();
        foreach (var (name, access) in ((string, string)[])[("eager", "read"), ("calm", "read"), ("admin", "admin")]) tokens.Add((await server.RunAsync("token", "add", name, "--access", access)).Output.Trim());
        await UntilAsync(server, 200, Asking, tokens[2]);
        Assert.Contains(429, await ManyAsync(tokens[0]));
        Assert.Equal(200, await StatusAsync(server, Asking, ("Authorization", "Bearer " + tokens[1])));
        Assert.All(await ManyAsync(tokens[2]), status => Assert.Equal(200, status));

        async Task<List<int>> ManyAsync(string token)
        {
            var statuses = new List<int>();
            for (var i = 0; i < 20; i++) statuses.Add(await StatusAsync(server, Asking, ("Authorization", "Bearer " + token)));
            return statuses;
        }
    }

    [Fact]
    public async Task A_page_elsewhere_opens_no_WebSocket()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        foreach (var (origin, isOwn) in ((string, bool)[])[("https://evil.example", false), ("null", false), (server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), true)])
        {
            using var socket = new System.Net.WebSockets.ClientWebSocket();
            socket.Options.SetRequestHeader("Origin", origin);
            socket.Options.AddSubProtocol("graphql-transport-ws");
            var opened = await Record.ExceptionAsync(() => socket.ConnectAsync(new(server.GraphQl.Replace("http", "ws", StringComparison.Ordinal)), default));
            Assert.Equal(isOwn, opened is null);
        }
    }

    [Theory]
    [InlineData("--cors evil", "--cors is 'evil'")]
    [InlineData("--cors https://a.example/path", "write scheme, host and port")]
    [InlineData("--rate 0", "--rate is 0")]
    [InlineData("--log everything", "--log is 'everything'")]
    [InlineData("--only-documents", "needs --documents")]
    [InlineData("--documents nowhere", "is no folder")]
    public async Task A_flag_that_makes_no_sense_says_what_to_write(string flags, string told)
    {
        using var folder = new TemporaryFolder();
        var ended = await ActorGraphProgram.RunAsync(folder.Data, ["serve", "--no-seeds", .. flags.Split(' ')]);
        Assert.Equal(2, ended.Code);
        Assert.Contains(told, ended.Error);
    }

    /// <summary>A running server looks at its tokens once a second.</summary>
    private static async Task UntilAsync(OwnServer server, int status, string query, string token)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await StatusAsync(server, query, ("Authorization", "Bearer " + token)) != status) await Task.Delay(100, patience.Token);
    }

    private static async Task<int> StatusAsync(OwnServer server, string query, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(server, query, headers);
        return (int)response.StatusCode;
    }

    private static async Task<string> BodyAsync(OwnServer server, string query, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(server, query, headers);
        return await response.Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> SendAsync(OwnServer server, string query, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return server.Client.SendAsync(request);
    }
}
