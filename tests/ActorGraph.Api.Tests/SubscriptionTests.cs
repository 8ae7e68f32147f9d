using System.Diagnostics;
using System.Text.Json;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>Subscriptions as the public clients graphql-sse and graphql-ws follow them.</summary>
public sealed class SubscriptionTests
{
    private const string Watched = """subscription { answerChanged(from: "Kalin", to: "Haftar", now: true) { kind told after { steps { id relation documents } } added { id } removed { id } answer { results { length } } } }""";

    [SkippableFact]
    public async Task Documents_that_another_process_loads_and_retracts_are_told_over_server_sent_events()
    {
        await NodePrograms.NeedAsync();
        await using var server = await OwnServer.StartAsync("--no-seeds");
        using var client = await NodePrograms.StartAsync("sse.mjs", server.GraphQl, "subscription { documentLoaded { change id title source publishedAt documents } }");
        Assert.Equal("connected", await LineAsync(client));
        using var folder = new TemporaryFolder();
        var file = folder.Write("news.txt", "Hakan Fidan met Badr Abdelatty in Cairo on 4 August 2025.");
        Assert.Equal(0, (await server.RunAsync("load", file, "--source", "Libya Herald", "--published", "2025-08-05")).Code);
        var loaded = Event(await LineAsync(client), "documentLoaded");
        Assert.Equal(("LOADED", "Libya Herald", "2025-08-05", 1), (loaded.GetProperty("change").GetString(), loaded.GetProperty("source").GetString(), loaded.GetProperty("publishedAt").GetString(), loaded.GetProperty("documents").GetInt32()));
        Assert.Equal(0, (await server.RunAsync("load", file, "--source", "Cairo Times")).Code);
        var updated = Event(await LineAsync(client), "documentLoaded");
        Assert.Equal(("UPDATED", "Cairo Times"), (updated.GetProperty("change").GetString(), updated.GetProperty("source").GetString()));
        Assert.Equal(0, (await server.RunAsync("retract", loaded.GetProperty("id").GetString()!)).Code);
        Assert.Equal("RETRACTED", Event(await LineAsync(client), "documentLoaded").GetProperty("change").GetString());
        await server.StopAsync();
        Assert.Equal("complete", await LineAsync(client));
    }

    [SkippableTheory]
    [InlineData("sse.mjs")]
    [InlineData("ws.mjs")]
    public async Task A_watched_question_says_when_its_best_answer_changes_and_how(string program)
    {
        await NodePrograms.NeedAsync();
        await using var server = await OwnServer.StartAsync();
        using var client = await NodePrograms.StartAsync(program, server.GraphQl, Watched);
        var first = Event(await EventLineAsync(client), "answerChanged");
        Assert.Equal("FIRST", first.GetProperty("kind").GetString());
        var step = first.GetProperty("after").GetProperty("steps")[0];
        var documents = JsonDocument.Parse((await server.RunAsync("path", "Kalin", "Haftar", "--first", "1", "--json")).Output).RootElement.GetProperty("results")[0].GetProperty("steps")[0].GetProperty("evidence")
            .EnumerateArray().Select(evidence => evidence.GetProperty("document").GetProperty("id").GetString()!).Distinct().ToList();
        Assert.Equal(step.GetProperty("documents").GetInt32(), documents.Count);
        Assert.Equal(0, (await server.RunAsync("retract", documents[0])).Code);
        var retold = Event(await EventLineAsync(client), "answerChanged");
        Assert.Equal("RETOLD", retold.GetProperty("kind").GetString());
        Assert.Contains("1 document instead of 2", retold.GetProperty("told").GetString());
        Assert.Equal(0, (await server.RunAsync("retract", documents[1])).Code);
        var gone = Event(await EventLineAsync(client), "answerChanged");
        Assert.Equal(("GONE", step.GetProperty("id").GetString()), (gone.GetProperty("kind").GetString(), gone.GetProperty("removed")[0].GetProperty("id").GetString()));
        Assert.Equal(0, (await server.RunAsync("load", Path.Combine(Repository.Root, "seeds"))).Code);
        var appeared = Event(await EventLineAsync(client), "answerChanged");
        Assert.Equal("APPEARED", appeared.GetProperty("kind").GetString());
        Assert.NotEmpty(appeared.GetProperty("added").EnumerateArray());
        await server.StopAsync();
        // Each document that was loaded may have changed the answer again.
        var last = await LineAsync(client);
        while (last.StartsWith('{')) last = await LineAsync(client);
        Assert.Equal(program == "sse.mjs" ? "complete" : "closed 1001", last);
    }

    [SkippableTheory]
    [InlineData("sse.mjs")]
    [InlineData("ws.mjs")]
    public async Task A_query_is_answered_once_and_a_fault_has_its_code(string program)
    {
        await using var server = await OwnServer.StartAsync();
        var answered = await NodePrograms.RunAsync(program, server.GraphQl, "{ stats { documents } }");
        Assert.Contains("\"documents\":5", answered.Output);
        Assert.Contains("complete", answered.Output);
        Assert.Contains("FIELDS_ON_CORRECT_TYPE", (await NodePrograms.RunAsync(program, server.GraphQl, "subscription { nothing }")).Output);
        Assert.Contains("Actor.NotFound", (await NodePrograms.RunAsync(program, server.GraphQl, """subscription { answerChanged(from: "Zaphod Beeblebrox", to: "Haftar") { kind } }""")).Output);
    }

    [SkippableFact]
    public async Task Who_breaks_the_protocol_of_the_WebSocket_is_told_how()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        var ended = await NodePrograms.RunAsync("ws-raw.mjs", server.GraphQl);
        Assert.Equal("""
            no greeting: 4408
            subscribes first: 4401
            greets twice: 4429 connection_ack
            one id twice: 4409 connection_ack
            garbage: 4400
            unknown type: 4400 connection_ack
            too large: 1009 connection_ack
            another protocol: 1006
            greets, pings, asks, completes: 1000 connection_ack pong next complete
            """.ReplaceLineEndings("\n"), ended.Output.TrimEnd());
    }

    [SkippableFact]
    public async Task A_subscription_over_plain_HTTP_is_refused_before_it_begins()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        using var response = await server.Client.PostAsync("/graphql", new StringContent("""{"query": "subscription { documentLoaded { id } }"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains("SUBSCRIPTION_NEEDS_STREAM", await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> LineAsync(Process client)
        => await client.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? throw new InvalidOperationException("The client ended: " + await client.StandardError.ReadToEndAsync());

    private static async Task<string> EventLineAsync(Process client) => await LineAsync(client) is var line && line == "connected" ? await LineAsync(client) : line;

    private static JsonElement Event(string line, string field)
    {
        var result = JsonDocument.Parse(line).RootElement;
        Assert.False(result.TryGetProperty("errors", out _), line);
        return result.GetProperty("data").GetProperty(field);
    }
}
