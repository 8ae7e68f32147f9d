using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ActorGraph.Api.GraphQl;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests;

[Collection("Server")]
public sealed class TransportTests(RunningServer server)
{
    private const string Stats = "/graphql?query={stats{documents}}";

    [Fact]
    public async Task An_answer_that_the_caller_has_is_not_sent_again()
    {
        using var first = await server.Client.GetAsync(Stats);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        var again = new HttpRequestMessage(HttpMethod.Get, Stats) { Headers = { IfNoneMatch = { tag } } };
        using var second = await server.Client.SendAsync(again);
        Assert.Equal((HttpStatusCode.NotModified, ""), (second.StatusCode, await second.Content.ReadAsStringAsync()));
        var other = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={stats{people}}") { Headers = { IfNoneMatch = { tag } } };
        using var third = await server.Client.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "br")]
    [InlineData("application/graphql-response+json", "gzip")]
    public async Task Both_types_of_answer_are_compressed(string accept, string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __schema { types { name description fields { name description } } } }" }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task Events_are_not_compressed_and_a_query_may_be_answered_with_them()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await server.Client.SendAsync(request);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\ndata:\n\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_has_an_id_and_a_callers_own_is_kept_where_it_can_stand_in_a_log()
    {
        using var plain = await server.Client.GetAsync("/health");
        Assert.NotEmpty(plain.Headers.GetValues("X-Request-Id").Single());
        foreach (var (id, isKept) in (ReadOnlySpan<(string, bool)>)[("page-7.a", true), ("<script>", false), (new string('a', 100), false)])
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { { "X-Request-Id", id } } };
            using var response = server.Client.Send(request);
            Assert.Equal(isKept, response.Headers.GetValues("X-Request-Id").Single() == id);
        }
    }

    [Fact]
    public async Task It_says_that_it_lives_and_when_it_is_ready()
    {
        Assert.Equal("alive\n", await server.Client.GetStringAsync("/health"));
        for (var response = await server.Client.GetAsync("/ready"); response.StatusCode != HttpStatusCode.OK; response = await server.Client.GetAsync("/ready"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task It_stops_in_peace_while_it_still_warms_up()
    {
        await using var own = await OwnServer.StartAsync();
        Assert.DoesNotContain("error", await own.StopAsync());
        Assert.Equal(0, own.Process.ExitCode);
    }

    [Fact]
    public async Task A_stored_document_is_asked_by_its_hash_alone()
    {
        const string text = "query Who($text: String!) { search(text: $text, first: 1) { name } }";
        await using var own = await OwnServer.StartAsync(folder =>
        {
            folder.Write("documents/who.graphql", text);
            return ["--documents", Path.Combine(folder.Path, "documents"), "--only-documents"];
        });
        Assert.Contains("Ibrahim Kalin", await AskAsync(new { documentId = StoredDocuments.Id(text), variables = new { text = "Kalın" } }));
        Assert.Contains("Ibrahim Kalin", await own.Client.GetStringAsync($"/graphql?documentId={StoredDocuments.Id(text)}&variables={{\"text\":\"Kalin\"}}"));
        Assert.Contains("Ibrahim Kalin", await AskAsync(new { query = text, variables = new { text = "Kalin" } }));
        Assert.Contains("DOCUMENT_NOT_FOUND", await AskAsync(new { documentId = "sha256:0000" }));
        Assert.Contains("DOCUMENT_NOT_FOUND", await AskAsync(new { query = "{ __typename }" }));

        async Task<string> AskAsync(object question)
        {
            using var response = await own.Client.PostAsJsonAsync("/graphql", question);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task Without_introspection_the_schema_stays_as_text_and_the_IDE_is_told_where()
    {
        await using var own = await OwnServer.StartAsync("--no-seeds", "--no-introspection");
        using var response = await own.Client.PostAsJsonAsync("/graphql", new { query = "{ __schema { queryType { name } } }" });
        Assert.Contains("NO_INTROSPECTION", await response.Content.ReadAsStringAsync());
        Assert.Contains("type Query", await own.Client.GetStringAsync("/graphql/schema.graphql"));
        using var configuration = await own.Client.GetAsync("/graphql/bcp-config.json");
        // Where the build brought no IDE there is nothing to tell.
        if (configuration.StatusCode == HttpStatusCode.NotFound) return;
        Assert.Equal(own.GraphQl + "/schema.graphql", (await configuration.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sdlEndpoint").GetString());
    }

    [Fact]
    public async Task The_log_tells_each_request_in_JSON_and_never_what_was_asked()
    {
        await using var own = await OwnServer.StartAsync("--no-seeds", "--log", "json");
        using var response = await own.Client.PostAsJsonAsync("/graphql", new { query = "{ search(text: \"Zaphod\") { name } }" });
        var id = response.Headers.GetValues("X-Request-Id").Single();
        await own.Client.GetAsync("/graphql?query={search(text:\"Zaphod\"){name}}");
        var log = await own.StopAsync();
        Assert.DoesNotContain("Zaphod", log);
        var line = log.Split('\n').Select(text => JsonDocument.Parse(text).RootElement).First(entry => entry.GetProperty("State").GetProperty("Id").GetString() == id);
        Assert.Equal(("POST", "/graphql", "200", "local"), (Said("Method"), Said("Path"), Said("Status"), Said("Caller")));

        string? Said(string name) => line.GetProperty("State").GetProperty(name).ToString();
    }
}
