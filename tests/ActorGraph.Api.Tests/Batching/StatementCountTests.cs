using ActorGraph.Api.GraphQl;
using System.Net.Http.Json;
using System.Text.Json;
using ActorGraph.Api.Http;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Engine;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Graph;
using ActorGraph.Knowledge;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests.Batching;

/// <summary>How many statements a request takes depends on what it asks for, not on how many rows there are; and both databases answer alike.</summary>
public sealed class StatementCountTests : IAsyncLifetime
{
    /// <summary>Each asks for a list, and for something of everything in it.</summary>
    private static readonly string[] Questions =
    [
        "{ meetings(first: $n) { totalCount nodes { title places { name } participants { role actor { name summary } onBehalfOf { name } } accounts { participants { actor { name } } places { place { name } } article { id document { title } } } about { words document { title } } before { meeting { title } } after { disputed evidence { quote } } evidence { quote } } } }",
        "{ actors(first: $n, kinds: [PERSON]) { nodes { name summary documents facts(first: 2) { sentence evidence { quote } } } } }",
        "{ actors(first: $n, kinds: [PERSON]) { nodes { offices(first: 2) { nodes { sentence } } family(first: 2) { totalCount nodes { to { name } } } } } }",
        "{ actors(first: $n) { nodes { name summary meetings(first: 2) { totalCount nodes { title participants { actor { name } } } } } } }",
        "{ actors(first: $n) { nodes { sightings(first: 3) { totalCount nodes { name actor { id } article { text } document { title origin } } } relations(first: 2) { nodes { sentence evidence { quote document { extraction } } } } } } }",
        "{ documents(first: $n) { nodes { text origin articles { sightings(first: 2) { totalCount nodes { name } } } } } }",
        "{ relations(first: $n) { nodes { sentence from { summary } to { summary } evidence { quote } } } }",
        "{ timeline(actors: [\"Kalin\", \"Khalifa Haftar\"], first: $n) { nodes { sentence when { latest } meeting { participants { actor { name } } } relation { from { name } } } } }",
        "{ paths(from: \"Kalin\", to: \"Haftar\", first: 2, filter: { maximumSteps: 2 }) { results { steps { evidence(first: $n) { quote document { origin } } from { node { id } } meeting { node { ... on Meeting { accounts { id } } } } } } graph { nodes { id } edges { id date } } } }",
        "{ graph(actors: [\"Kalin\"], first: $n) { nodes { id label } edges { id source target date weight } } }",
        "{ search(text: \"Haftar\", first: $m) { name node { id ... on Actor { meetings(first: 1) { nodes { title } } } } } }",
    ];

    /// <summary>Among more rows there may be the first of a kind, a family say: what only that kind has is one statement more, once.</summary>
    private const int OtherKind = 1;

    /// <summary>Rows; of the few some have meetings, places and family already.</summary>
    private const int Few = 12, Many = 24;

    private const int Trials = 20;

    private readonly TemporaryFolder folder = new();
    private readonly Neo4jServer neo4j = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await neo4j.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task No_request_sends_a_statement_per_row()
    {
        await using var database = EmbeddedGraph.Open(folder.Data);
        var counted = await AskAllAsync(database);
        Assert.True(counted.All(asked => asked.Many <= asked.Few + OtherKind), string.Join(", ", counted.Select(asked => $"{asked.Few} statements for a few rows, {asked.Many} for {asked.Rows}")));
    }

    [SkippableFact]
    public async Task Neo4j_gets_as_few_statements_and_gives_the_same_answers()
    {
        await using var served = await neo4j.OpenEmptyAsync();
        await using var embedded = EmbeddedGraph.Open(folder.Data);
        var (ours, theirs) = (await AskAllAsync(embedded), await AskAllAsync(served));
        Assert.Equal(ours.Select(own => (own.Answer, own.Rows)), theirs.Select(other => (other.Answer, other.Rows)));
        // A search for paths asks a server for more at once.
        Assert.All(ours.Zip(theirs), pair => Assert.True(pair.Second.Few <= pair.First.Few && pair.Second.Many <= pair.First.Many, $"{pair}"));
    }

    private static async Task<List<(string Answer, int Few, int Many, int Rows)>> AskAllAsync(IGraphDatabase database)
    {
        await GraphSchema.EnsureAsync(database, default);
        var seeds = Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal)
            .Select(file => new FactExtractor().Extract(DocumentReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)).Document!)).ToList();
        await new Loader(database).LoadAsync(seeds, default);
        var counting = new CountingDatabase(database);
        await using var server = WebServer.Create(counting,
            new("http://127.0.0.1:0", new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), TimeProvider.System), StoredDocuments.None, []));
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new(WebServer.Addresses(server)[0]) };
        var asked = new List<(string, int, int, int)>();
        foreach (var question in Questions)
        {
            var (_, few) = await AskAsync(question, Few);
            var (answer, many) = await AskAsync(question, Many);
            asked.Add((answer.ToString(), few, many, Many));
        }

        await server.StopAsync();
        return asked;

        async Task<(JsonElement Answer, int Statements)> AskAsync(string question, int rows)
        {
            var query = question.Replace("$n", rows.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("$m", rows == Few ? "2" : "6", StringComparison.Ordinal);
            for (var trial = 1; ; trial++)
            {
                counting.Taken();
                using var response = await client.PostAsJsonAsync("/graphql", new { query });
                var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
                // A server that has just started plans each statement first, and may be slower than a question is allowed to be.
                if (trial < Trials && answer.TryGetProperty("errors", out var errors) && errors[0].GetProperty("extensions").GetProperty("code").GetString() == "TIMEOUT") continue;
                Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
                return (answer, counting.Taken());
            }
        }
    }
}
