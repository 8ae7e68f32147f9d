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
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests.Hostile;

/// <summary>A question that the database cannot answer within its bounds ends with a code, and says what to change.</summary>
public sealed class BoundsTests : IDisposable
{
    private const string Question = "{ meetings(first: 5) { nodes { title participants { actor { name } } } } }";

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

    [SkippableFact]
    public async Task The_time_of_a_question_has_a_bound_even_where_the_database_is_silent()
    {
        Need.Time();
        var (status, error) = await RefusedAsync(database => new(database, isSilent: true));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "TIMEOUT"), (status, Code(error)));
    }

    private static string? Code(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString();

    private async Task<(HttpStatusCode Status, JsonElement Error)> RefusedAsync(Func<IGraphDatabase, StingyDatabase> stingy)
    {
        await using var database = EmbeddedGraph.Open(folder.Data);
        await GraphSchema.EnsureAsync(database, default);
        var texts = new[] { "Hakan Fidan met Badr Abdelatty in Cairo on 4 August 2025.", "Angela Merkel met Emmanuel Macron in Berlin on 5 August 2025." };
        await new Loader(database).LoadAsync(texts.Select(text => new FactExtractor().Extract(Document.FromText(text))).ToList(), default);
        await using var server = WebServer.Create(stingy(database), new("http://127.0.0.1:0", new(Path.Combine(folder.Path, "tokens.json"), TimeProvider.System), StoredDocuments.None, []));
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new(WebServer.Addresses(server)[0]) };
        using var response = await client.PostAsJsonAsync("/graphql", new { query = Question });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        await server.StopAsync();
        return (response.StatusCode, answer.GetProperty("errors")[0]);
    }
}
