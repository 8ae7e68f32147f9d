using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests;

/// <summary>The graph is changed over HTTP.</summary>
public sealed class MutationTests
{
    private const string Text = "ANKARA, 25 August 2025. Turkish Foreign Minister Hakan Fidan met with Egyptian Foreign Minister Badr Abdelatty in Cairo on Monday.";

    private const string Load = """
        mutation($text: String!, $source: String) { loadText(title: "Talks", text: $text, publishedAt: "2025-08-26", source: $source) {
          fate document { id title source publishedAt text } change { added changed removed
            nodes { change id name kind node { id } } meetings: nodes(change: [ADDED], first: 200) { kind name } relations { change id relation from to node { id } } } } }
        """;

    private const string Retract = "mutation($id: ID!) { retractDocument(id: $id) { added changed removed nodes(change: [REMOVED]) { name kind node { id } } relations { change relation } } }";

    [Fact]
    public async Task A_text_is_loaded_once_and_its_retraction_leaves_no_trace()
    {
        await using var server = await OwnServer.StartAsync();
        var before = await server.RunAsync("dump");
        var loaded = await ChangeAsync(server, "loadText", Load, new { text = Text, source = "Libya Herald" });
        var document = loaded.GetProperty("document");
        Assert.Equal(("LOADED", "Talks", "Libya Herald", "2025-08-26", Text), (loaded.GetProperty("fate").GetString(), document.GetProperty("title").GetString(), document.GetProperty("source").GetString(),
            document.GetProperty("publishedAt").GetString(), document.GetProperty("text").GetString()));
        var change = loaded.GetProperty("change");
        Assert.Contains(change.GetProperty("meetings").EnumerateArray(), node => node.GetProperty("kind").GetString() == "MEETING" && node.GetProperty("name").GetString()!.Contains("Hakan Fidan", StringComparison.Ordinal));
        var items = change.GetProperty("nodes").EnumerateArray().Concat(change.GetProperty("relations").EnumerateArray()).ToLookup(item => item.GetProperty("change").GetString() == "REMOVED", item => (Id: item.GetProperty("id").GetString(), Now: item.GetProperty("node").GetProperty("id").GetString()));
        Assert.NotEmpty(items[false]);
        Assert.All(items[false], item => Assert.Equal(item.Id, item.Now));
        // The text is of an earlier day than what is held: Ankara has its id from it now, and an old link leads there.
        Assert.All(items[true], item => Assert.NotEqual(item.Id, item.Now));
        Assert.All(items[true], item => Assert.Contains(item.Now, items[false].Select(other => other.Id)));
        var counted = change.GetProperty("nodes").GetArrayLength() + change.GetProperty("relations").GetArrayLength();
        Assert.Equal(counted, Sum(change));
        Assert.Equal(("UNCHANGED", 0), await ChangeAsync(server, "loadText", Load, new { text = Text, source = "Libya Herald" }) is var again ? (again.GetProperty("fate").GetString(), Sum(again.GetProperty("change"))) : default);
        Assert.Equal("UPDATED", (await ChangeAsync(server, "loadText", Load, new { text = Text, source = "Cairo Times" })).GetProperty("fate").GetString());
        var retracted = await ChangeAsync(server, "retractDocument", Retract, new { id = document.GetProperty("id").GetString() });
        Assert.Equal(change.GetProperty("added").GetInt32(), retracted.GetProperty("removed").GetInt32());
        Assert.Contains(retracted.GetProperty("nodes").EnumerateArray(), node => node.GetProperty("kind").GetString() == "MEETING");
        Assert.All(retracted.GetProperty("nodes").EnumerateArray(), node => Assert.Equal(JsonValueKind.Null, node.GetProperty("node").ValueKind));
        Assert.Equal(before.Output, (await server.RunAsync("dump")).Output);
    }

    [Fact]
    public async Task A_page_begins_behind_its_cursor_whatever_was_written_since()
    {
        await using var server = await OwnServer.StartAsync();
        const string list = "query($after: String, $first: Int!) { meetings(first: $first, after: $after) { nodes { id } pageInfo { endCursor } } }";
        var all = Ids(await AskAsync(server, list, new { first = 200 }));
        var first = await AskAsync(server, list, new { first = 3 });
        var cursor = first.GetProperty("data").GetProperty("meetings").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        await ChangeAsync(server, "loadText", Load, new { text = "Angela Merkel met Emmanuel Macron in Berlin on 5 August 2030." });
        Assert.Equal(all.Count + 1, Ids(await AskAsync(server, list, new { first = 200 })).Count);
        Assert.Equal(all, Ids(first).Concat(Ids(await AskAsync(server, list, new { first = 200, after = cursor }))));

        static List<string?> Ids(JsonElement answer) => answer.GetProperty("data").GetProperty("meetings").GetProperty("nodes").EnumerateArray().Select(meeting => meeting.GetProperty("id").GetString()).ToList();
    }

    [Fact]
    public async Task Writers_at_once_wait_for_each_other_and_what_they_contradict_each_other_about_stands_side_by_side()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        var loads = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ChangeAsync(server, "loadText", Load, new { text = $"{Text} Number {i}." })));
        Assert.All(loads, loaded => Assert.Equal("LOADED", loaded.GetProperty("fate").GetString()));
        var both = await AskAsync(server, """mutation { a: loadText(text: "Angela Merkel met Emmanuel Macron in Berlin.") { document { id } } b: loadText(text: "Emmanuel Macron met Joe Biden in Paris.") { document { id } } }""", null);
        Assert.Equal(2, both.GetProperty("data").EnumerateObject().Select(loaded => loaded.Value.GetProperty("document").GetProperty("id").GetString()).Distinct().Count());
        await ChangeAsync(server, "loadText", Load, new { text = "CAIRO, 26 August 2025. Hakan Fidan met Badr Abdelatty in Alexandria on Monday." });
        var disputed = (await AskAsync(server, "{ meetings(participants: [\"Hakan Fidan\"], disputed: true) { nodes { accounts { places { name } evidence { document { id } } } } } }", null)).GetProperty("data").GetProperty("meetings").GetProperty("nodes");
        var told = Assert.Single(disputed.EnumerateArray()).GetProperty("accounts").EnumerateArray().Select(account => account.GetProperty("places")[0].GetProperty("name").GetString()).ToList();
        Assert.Equal((1, 6), (told.Count(place => place == "Alexandria"), told.Count(place => place == "Cairo")));
        Assert.Equal(9, (await AskAsync(server, "{ stats { documents } }", null)).GetProperty("data").GetProperty("stats").GetProperty("documents").GetInt32());
    }

    [Fact]
    public async Task People_decide_who_is_who_under_their_tokens_name_and_take_it_back()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        foreach (var text in (string[])["Prime Minister Ali Hassan met Angela Merkel in Berlin.", "The footballer Ali Hassan met Emmanuel Macron in Paris."]) await ChangeAsync(server, "loadText", Load, new { text });
        var found = (await AskAsync(server, "{ search(text: \"Ali Hassan\") { node { ... on Actor { sightings { nodes { id actor { id } } } } } } }", null)).GetProperty("data").GetProperty("search");
        var sightings = found.EnumerateArray().SelectMany(hit => hit.GetProperty("node").GetProperty("sightings").GetProperty("nodes").EnumerateArray()).Select(sighting => sighting.GetProperty("id").GetString()).ToList();
        Assert.Equal(2, sightings.Count);
        var before = await ActorsAsync();
        const string decide = "mutation($two: [ID!]!, $verdict: Verdict!) { decide(sightings: $two, verdict: $verdict, reason: \"the photos\") { decision { id verdict author at reason one { id name sighting { name } actor { id } } other { id actor { id } } undoes undoneBy } change { added changed removed nodes { change id } } } }";
        foreach (var (verdict, actors) in ((string, int)[])[("SAME", 1), ("NOT_SAME", 2), ("UNSURE", 2)])
        {
            var made = await ChangeAsync(server, "decide", decide, new { two = sightings, verdict });
            var decided = made.GetProperty("decision");
            Assert.Equal((verdict, "local", "the photos", sightings[0]), (decided.GetProperty("verdict").GetString(), decided.GetProperty("author").GetString(), decided.GetProperty("reason").GetString(), decided.GetProperty("one").GetProperty("id").GetString()));
            Assert.Equal(actors, (await ActorsAsync()).Distinct().Count());
            // Whoever kept an old id still finds who holds it now.
            foreach (var old in before) Assert.Contains((await AskAsync(server, "query($id: ID!) { node(id: $id) { id } }", new { id = old })).GetProperty("data").GetProperty("node").GetProperty("id").GetString(), await ActorsAsync());
            Assert.Equal(actors == 1, decided.GetProperty("one").GetProperty("actor").GetProperty("id").GetString() == decided.GetProperty("other").GetProperty("actor").GetProperty("id").GetString());
            var undone = await ChangeAsync(server, "undoDecision", "mutation($id: ID!) { undoDecision(id: $id) { decision { undoes author } change { added changed removed nodes { change id } } } }", new { id = decided.GetProperty("id").GetString() });
            Assert.Equal((decided.GetProperty("id").GetString(), "local"), (undone.GetProperty("decision").GetProperty("undoes").GetString(), undone.GetProperty("decision").GetProperty("author").GetString()));
            Assert.True(before.Distinct().Count() == actors || Sum(made.GetProperty("change")) > 0, made.ToString());
            // What the one made the other takes away.
            Assert.Equal(Ids(made, "ADDED"), Ids(undone, "REMOVED"));
            Assert.Equal(Ids(made, "REMOVED"), Ids(undone, "ADDED"));
            Assert.Equal(before, await ActorsAsync());
        }

        var listed = (await AskAsync(server, "{ decisions(first: 4) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }", null)).GetProperty("data").GetProperty("decisions");
        Assert.Equal((6, 4, true), (listed.GetProperty("totalCount").GetInt32(), listed.GetProperty("nodes").GetArrayLength(), listed.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
        var rest = await AskAsync(server, "query($after: String) { decisions(after: $after) { nodes { id undoneBy } pageInfo { hasNextPage } } }", new { after = listed.GetProperty("pageInfo").GetProperty("endCursor").GetString() });
        Assert.Equal(2, rest.GetProperty("data").GetProperty("decisions").GetProperty("nodes").GetArrayLength());

        async Task<List<string?>> ActorsAsync()
        {
            var answer = await AskAsync(server, "query($a: ID!, $b: ID!) { a: node(id: $a) { ... on Sighting { actor { id } } } b: node(id: $b) { ... on Sighting { actor { id } } } }", new { a = sightings[0], b = sightings[1] });
            return answer.GetProperty("data").EnumerateObject().Select(side => side.Value.GetProperty("actor").GetProperty("id").GetString()).ToList();
        }
    }

    [Fact]
    public async Task A_text_says_which_meeting_came_first_and_what_it_was_about()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        var text = "Peter Novak met Carlos Mendez in Lima to discuss fishing rights before he met Maria Keller in Quito.";
        await ChangeAsync(server, "loadText", Load, new { text });
        var answer = await AskAsync(server, """
            { meetings(about: "fishing rights", participants: ["Carlos Mendez"]) { nodes { title about { words start end document { title } } accounts { about { words } }
              before { meeting { title } } after { disputed documents origins meeting { title before { meeting { title } } } evidence { quote document { title } } } } } }
            """, null);
        var meeting = Assert.Single(answer.GetProperty("data").GetProperty("meetings").GetProperty("nodes").EnumerateArray());
        Assert.Equal("""
            {"title":"Meeting of Carlos Mendez, Peter Novak in Lima","about":[{"words":"fishing rights","start":49,"end":63,"document":{"title":"Talks"}}],"accounts":[{"about":[{"words":"fishing rights"}]}],
            "before":[],"after":[{"disputed":false,"documents":1,"origins":1,"meeting":{"title":"Meeting of Maria Keller, Peter Novak in Quito","before":[{"meeting":{"title":"Meeting of Carlos Mendez, Peter Novak in Lima"}}]},
            "evidence":[{"quote":"TEXT","document":{"title":"Talks"}}]}]}
            """.Replace("\n", "", StringComparison.Ordinal).Replace("TEXT", text, StringComparison.Ordinal), meeting.GetRawText());
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended_whatever_was_written_meanwhile()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        var ids = new List<string>();
        for (var day = 1; day <= 4; day++) ids.Add(await LoadAsync(day));
        var (first, after) = await PageAsync(null);
        Assert.Equal([ids[3], ids[2]], first);
        await LoadAsync(5);
        // What was read goes, and the row that the cursor names with it.
        foreach (var id in first) await ChangeAsync(server, "retractDocument", "mutation($id: ID!) { retractDocument(id: $id) { removed } }", new { id });
        Assert.Equal([ids[1], ids[0]], (await PageAsync(after)).Ids);

        async Task<string> LoadAsync(int day) => (await ChangeAsync(server, "loadText", "mutation($text: String!, $day: Date) { loadText(text: $text, publishedAt: $day) { document { id } } }",
            new { text = $"Angela Merkel met Emmanuel Macron in Berlin. Number {day}.", day = $"2024-01-0{day}" })).GetProperty("document").GetProperty("id").GetString()!;

        async Task<(List<string> Ids, string? After)> PageAsync(string? cursor)
        {
            var page = (await AskAsync(server, "query($after: String) { documents(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }", new { after = cursor })).GetProperty("data").GetProperty("documents");
            return (page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!).ToList(), page.GetProperty("pageInfo").GetProperty("endCursor").GetString());
        }
    }

    [Fact]
    public async Task A_change_that_cannot_be_made_says_why_and_changes_nothing()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        foreach (var (change, code) in ((string, string)[])
        [
            ("mutation { decide(sightings: [\"doc:0/1#s1\"], verdict: SAME) { decision { id } } }", "ActorGraph.ClientError.Decision.Invalid"),
            ("mutation { decide(sightings: [\"doc:0/1#s1\", \"doc:0/1#s2\"], verdict: SAME) { decision { id } } }", "ActorGraph.ClientError.Actor.NotFound"),
            ("mutation { undoDecision(id: \"decision:0\") { decision { id } } }", "ActorGraph.ClientError.Decision.Invalid"),
            ("mutation { loadText(text: \"  \") { fate } }", "ActorGraph.ClientError.Text.Invalid"),
            ("mutation { loadText(text: \"a\\u0000b\") { fate } }", "ActorGraph.ClientError.Text.Invalid"),
            ("mutation { loadText(text: \"half a \\ud83d character\") { fate } }", "ActorGraph.ClientError.Text.Invalid"),
            ("mutation { loadText(text: \"a\", publishedAt: \"yesterday\") { fate } }", "ARGUMENTS_OF_CORRECT_TYPE"),
            ("mutation { retractDocument(id: \"doc:0\") { removed } }", "ActorGraph.ClientError.Document.NotFound"),
            ("mutation { a: retractDocument(id: \"a\") { removed } b: retractDocument(id: \"a\") { removed } c: retractDocument(id: \"a\") { removed } d: retractDocument(id: \"a\") { removed } e: retractDocument(id: \"a\") { removed } }", "COMPLEXITY"),
        ])
        {
            var answer = await AskAsync(server, change, null);
            Assert.Equal((change, code), (change, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()));
        }

        Assert.Equal("", (await server.RunAsync("dump")).Output);
    }

    [Fact]
    public async Task Who_may_write_may_send_a_document_and_who_reads_may_not_send_as_much()
    {
        await using var server = await OwnServer.StartAsync("--no-seeds");
        var token = (await server.RunAsync("token", "add", "reader")).Output.Trim();
        var text = string.Join("\n\n", Enumerable.Range(0, 1500).Select(i => $"In the year {1000 + i} nothing happened that anybody wrote down, and nobody asked why."));
        Assert.InRange(text.Length, 100_000, 200_000);
        Assert.Equal("LOADED", (await ChangeAsync(server, "loadText", Load, new { text })).GetProperty("fate").GetString());
        var tooMuch = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Load, variables = new { text = new string(' ', 1 << 20) } }), Headers = { ExpectContinue = true } };
        using var writer = await server.Client.SendAsync(tooMuch);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, writer.StatusCode);
        Assert.Contains("REQUEST_TOO_LARGE", await writer.Content.ReadAsStringAsync());
        // A running server looks at its tokens once a second.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        HttpStatusCode status;
        while ((status = await StatusAsync(new string(' ', 100_000))) == HttpStatusCode.Unauthorized) await Task.Delay(100, patience.Token);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("little"));

        async Task<HttpStatusCode> StatusAsync(string value)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "query($v: String!) { search(text: $v) { id } }", variables = new { v = value } }), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token), ExpectContinue = true } };
            using var response = await server.Client.SendAsync(request);
            return response.StatusCode;
        }
    }

    private static List<string?> Ids(JsonElement made, string change)
        => made.GetProperty("change").GetProperty("nodes").EnumerateArray().Where(node => node.GetProperty("change").GetString() == change).Select(node => node.GetProperty("id").GetString()).ToList();

    private static int Sum(JsonElement change) => change.GetProperty("added").GetInt32() + change.GetProperty("changed").GetInt32() + change.GetProperty("removed").GetInt32();

    private static async Task<JsonElement> ChangeAsync(OwnServer server, string field, string change, object variables)
    {
        var answer = await AskAsync(server, change, variables);
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        return answer.GetProperty("data").GetProperty(field);
    }

    private static async Task<JsonElement> AskAsync(OwnServer server, string query, object? variables)
    {
        using var response = await server.Client.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
