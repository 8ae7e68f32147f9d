using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ActorGraph.Api.GraphQl;
using ActorGraph.Api.Http;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Engine;
using ActorGraph.Extraction;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Api.Tests.Hostile;

/// <summary>A question that the database cannot answer within its bounds ends with a code, and says what to change.</summary>
public sealed class BoundsTests : IDisposable
{
    private const string Question = "{ meetings(first: 5) { nodes { title participants { actor { name } } } } }";

    private static readonly Patience Short = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Rows_have_a_bound()
    {
        var (status, error) = await RefusedAsync(database => new(database, rows: 1));
        Assert.Equal((HttpStatusCode.OK, "TOO_MANY_ROWS"), (status, Code(error)));
        Assert.Contains("'first'", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_time_of_a_statement_has_a_bound()
    {
        var (status, error) = await RefusedAsync(database => new(database, isLate: true));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "TIMEOUT"), (status, Code(error)));
        Assert.Contains("narrower filter", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_time_of_a_question_has_a_bound_even_where_the_database_is_silent()
    {
        var (status, error) = await RefusedAsync(database => new(database, isSilent: true), Short);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "TIMEOUT"), (status, Code(error)));
        Assert.Contains("narrower filter", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_time_of_a_change_has_a_bound_and_what_was_not_finished_leaves_nothing()
    {
        await using var database = await FilledAsync();
        var before = await DumpAsync(database);
        foreach (var change in (string[])["loadText(text: \"Joe Biden met Olaf Scholz in Bonn.\") { fate }", "decide(sightings: [\"Hakan Fidan\", \"Badr Abdelatty\"], verdict: SAME) { change { added } }"])
        {
            var (status, error) = await RefusedAsync(new StingyDatabase(database, isEndless: true), "mutation { " + change + " }", Short);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "TIMEOUT"), (status, Code(error)));
            Assert.Contains("send less at a time", error.GetProperty("message").GetString());
            Assert.Equal(before, await DumpAsync(database));
        }

        // Nobody holds the turn to write any more.
        var report = await new Loader(database).LoadAsync([new FactExtractor().Extract(Document.FromText("Joe Biden met Olaf Scholz in Bonn."))], default);
        Assert.Equal(DocumentChange.Added, Assert.Single(report.Changes).Value);
    }

    private static string? Code(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<string> DumpAsync(IGraphDatabase database)
    {
        using var text = new StringWriter();
        await CanonicalDump.WriteAsync(database, text, default);
        return text.ToString();
    }

    private async Task<EmbeddedGraph> FilledAsync()
    {
        var database = EmbeddedGraph.Open(folder.Data);
        await GraphSchema.EnsureAsync(database, default);
        var texts = new[] { "Hakan Fidan met Badr Abdelatty in Cairo on 4 August 2025.", "Angela Merkel met Emmanuel Macron in Berlin on 5 August 2025." };
        await new Loader(database).LoadAsync(texts.Select(text => new FactExtractor().Extract(Document.FromText(text))).ToList(), default);
        return database;
    }

    private async Task<(HttpStatusCode Status, JsonElement Error)> RefusedAsync(Func<IGraphDatabase, StingyDatabase> stingy, Patience? patience = null)
    {
        await using var database = await FilledAsync();
        return await RefusedAsync(stingy(database), Question, patience ?? Patience.Usual);
    }

    private async Task<(HttpStatusCode Status, JsonElement Error)> RefusedAsync(StingyDatabase database, string query, Patience patience)
    {
        await using var server = WebServer.Create(database, new("http://127.0.0.1:0", new(Path.Combine(folder.Path, "tokens.json"), TimeProvider.System), StoredDocuments.None, []) { Patience = patience });
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new(WebServer.Addresses(server)[0]) };
        using var response = await client.PostAsJsonAsync("/graphql", new { query });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        await server.StopAsync();
        return (response.StatusCode, answer.GetProperty("errors")[0]);
    }
}
