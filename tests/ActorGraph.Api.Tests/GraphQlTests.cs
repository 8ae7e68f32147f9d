using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests;

[Collection("Server")]
public sealed class GraphQlTests(RunningServer server)
{
    [Fact]
    public async Task The_question_is_answered_with_its_sentence()
    {
        var answer = await server.AskAsync("""
            { paths(from: "Kalin", to: "Haftar", first: 1) {
                from { asked chosen { id name kind } because others { id name summary } } to { chosen { name } }
                results { length sentence steps { id relation sentence from { name } to { name } meeting { id kind } when { text basis earliest latest } place { name } status disputed documents origins
                  evidence(first: 1) { quote start end saidBy document { id title source publishedAt } } } }
                hasMore stoppedBy searched relax { change length } graph(meetings: EDGE) { nodes { id label kind } edges { id source target label kind date weight paths } } } }
            """);
        Assert.False(answer.TryGetProperty("errors", out _));
        var paths = answer.GetProperty("data").GetProperty("paths");
        Assert.Equal("Khalifa Haftar", paths.GetProperty("to").GetProperty("chosen").GetProperty("name").GetString());
        var step = paths.GetProperty("results")[0].GetProperty("steps")[0];
        Assert.Equal(("MET", "OCCURRED", 2, 1), (step.GetProperty("relation").GetString(), step.GetProperty("status").GetString(), step.GetProperty("documents").GetInt32(), step.GetProperty("origins").GetInt32()));
        Assert.Equal("MEETING", step.GetProperty("meeting").GetProperty("kind").GetString());
        Assert.Equal(1, step.GetProperty("evidence").GetArrayLength());
        var nodes = paths.GetProperty("graph").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToList();
        Assert.All(paths.GetProperty("graph").GetProperty("edges").EnumerateArray(), edge => Assert.True(nodes.Contains(edge.GetProperty("source").GetString()) && nodes.Contains(edge.GetProperty("target").GetString())));
    }

    /// <summary>It is found out only where it is asked, and it may be asked in many ways.</summary>
    [Theory]
    [InlineData("hasMore")]
    [InlineData("others: hasMore")]
    [InlineData("... on PathAnswer { results { length } more: hasMore }")]
    [InlineData("...Rest")]
    [InlineData("graph { hasMore }")]
    public async Task Whether_there_are_more_paths_is_told_however_it_is_asked(string selection)
    {
        var answer = await server.AskAsync($"query {{ paths(from: \"Haftar\", to: \"Egypt\", first: 1) {{ {selection} }} }}{(selection == "...Rest" ? " fragment Rest on PathAnswer { hasMore }" : "")}");
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        Assert.EndsWith(":true", answer.GetProperty("data").GetProperty("paths").ToString().Replace(" ", "", StringComparison.Ordinal).TrimEnd('}'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_reaches_the_search()
    {
        var answer = await server.AskAsync("query($f: PathFilter) { paths(from: \"Kalin\", to: \"Haftar\", filter: $f) { results { length } relax { change length } searched } }",
            new { f = new { relations = new[] { "MET" }, kinds = new[] { "SIGNING" }, maximumSteps = 1, since = "2025-01-01", undated = false, hubs = "BLOCK", status = new[] { "OCCURRED" } } });
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        Assert.Equal(0, answer.GetProperty("data").GetProperty("paths").GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task A_path_may_end_at_a_meeting()
    {
        var met = await server.AskAsync("""{ paths(from: "Kalin", to: "Haftar", first: 1) { results { steps { id } } } }""");
        var meeting = met.GetProperty("data").GetProperty("paths").GetProperty("results")[0].GetProperty("steps")[0].GetProperty("id").GetString();
        var answer = await server.AskAsync("query($to: String!) { paths(from: \"Kalin\", to: $to, first: 3) { results { steps { relation sentence from { id } to { id } evidence { quote } } } graph { edges { kind } } } }", new { to = meeting });
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        Assert.Equal("PARTICIPATED_IN", answer.GetProperty("data").GetProperty("paths").GetProperty("results")[0].GetProperty("steps")[0].GetProperty("relation").GetString());
    }

    [Fact]
    public async Task An_actor_is_found_by_name_and_by_id_with_its_facts()
    {
        var found = await server.AskAsync("""{ search(text: "Kalın", kinds: [PERSON]) { id name score why } }""");
        var id = found.GetProperty("data").GetProperty("search")[0].GetProperty("id").GetString();
        var actor = await server.AskAsync("query($id: ID) { byId: actor(id: $id) { name facts(first: 2) { sentence } documents } byName: actor(name: \"Kalin\") { id } }", new { id });
        Assert.Equal(id, actor.GetProperty("data").GetProperty("byName").GetProperty("id").GetString());
        Assert.InRange(actor.GetProperty("data").GetProperty("byId").GetProperty("facts").GetArrayLength(), 1, 2);
    }

    [Theory]
    [InlineData("{ paths(from: \"Zaphod Beeblebrox\", to: \"Haftar\") { hasMore } }", "ActorGraph.ClientError.Actor.NotFound")]
    [InlineData("{ actor { name } }", "ActorGraph.ClientError.Filter.Invalid")]
    [InlineData("{ paths(from: \"Kalin\", to: \"Haftar\", first: 9999) { hasMore } }", "ActorGraph.ClientError.Filter.Invalid")]
    [InlineData("{ nothing }", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("{ stats { documents }", "SYNTAX_ERROR")]
    public async Task A_fault_of_the_question_has_a_code_and_no_stack(string query, string code)
    {
        var answer = await server.AskAsync(query);
        var error = answer.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.DoesNotContain("   at ", answer.ToString());
    }

    [Fact]
    public async Task A_query_that_is_too_large_is_refused_before_it_costs_anything()
    {
        Assert.Equal("QUERY_TOO_LARGE", await Code("{" + string.Concat(Enumerable.Range(0, 600).Select(i => $" a{i}: stats {{ documents }}")) + "}"));
        Assert.Equal("QUERY_TOO_LARGE", await Code("{ ...a0 }" + string.Concat(Enumerable.Range(0, 60).Select(i => $" fragment a{i} on Query {{ ...a{i + 1} }}"))));
        Assert.Equal("COMPLEXITY", await Code("{" + string.Concat(Enumerable.Range(0, 60).Select(i => $" p{i}: paths(from: \"Kalin\", to: \"Haftar\") {{ hasMore }}")) + "}"));

        async Task<string?> Code(string query) => (await server.AskAsync(query)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    [Fact]
    public async Task A_cached_query_is_weighed_again_with_its_variables()
    {
        const string query = "query($n: Int!) { search(text: \"Kalin\", first: $n) { id name kind summary score why a: id b: id c: id d: id e: id } }";
        Assert.False((await server.AskAsync(query, new { n = 3 })).TryGetProperty("errors", out _));
        Assert.True((await server.AskAsync(query, new { n = 100_000 })).TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData("application/graphql-response+json", "{ nothing }", 400, "application/graphql-response+json")]
    [InlineData("application/json", "{ nothing }", 200, "application/json")]
    [InlineData("*/*", "{ __typename }", 200, "application/json")]
    [InlineData("application/graphql-response+json", "{ __typename }", 200, "application/graphql-response+json")]
    [InlineData("application/xml", "{ __typename }", 406, "application/json")]
    public async Task The_answer_has_the_type_and_status_that_were_accepted(string accept, string query, int status, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        using var response = await server.Client.SendAsync(request);
        Assert.Equal((status, type), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("GET", "?query={__typename}", null, null, 200)]
    [InlineData("GET", "?query=mutation{__typename}", null, null, 405)]
    [InlineData("GET", "", null, null, 400)]
    [InlineData("PUT", "", "{}", "application/json", 405)]
    [InlineData("POST", "", "{ __typename }", "text/plain", 415)]
    [InlineData("POST", "", "{", "application/json", 400)]
    [InlineData("POST", "", "[]", "application/json", 400)]
    [InlineData("POST", "", "{\"query\": 7}", "application/json", 400)]
    public async Task HTTP_is_spoken_as_the_specification_says(string method, string query, string? body, string? type, int status)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/graphql" + query);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type!);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 405) Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_read()
    {
        // Who asks before sending so much is told before it is sent.
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(new string(' ', 1_100_000), Encoding.UTF8, "application/json"), Headers = { ExpectContinue = true } };
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_server_for_this_machine_answers_to_no_other_name()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "example.org" } };
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Every_page_has_a_policy_and_needs_no_inline_script()
    {
        using var response = await server.Client.GetAsync("/");
        Assert.Contains("script-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single());
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", page);
        foreach (var file in (string[])["page.js", "page.css", "icon.svg"]) Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(file)).StatusCode);
        foreach (var file in (string[])["actorgraph.dll", "..%2factorgraph.dll", "graphql/..%2factorgraph.dll"]) Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(file)).StatusCode);
    }
}
