using ActorGraph.Api.Tests.Explore;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Knowledge;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>The questions of cypher/explore, asked of the example documents in GraphQL and in Cypher.</summary>
[Collection("Server")]
public sealed class ExploreTests(RunningServer server) : IAsyncLifetime
{
    private readonly Neo4jServer neo4j = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => neo4j.DisposeAsync();

    [Fact]
    public async Task Twelve_questions_have_the_answers_that_their_page_shows_in_both_languages()
    {
        var page = ExplorePage.Read();
        Assert.Equal(CypherLibrary.Names.Where(name => name.StartsWith("explore/", StringComparison.Ordinal)).Select(name => name["explore/".Length..]), page.Questions.Select(question => question.Statement).Order(StringComparer.Ordinal));
        Assert.Equal(12, page.Questions.Count);
        await using var database = Databases.OpenToRead(new("embedded:" + server.Data, null));
        var answered = new List<ExploreQuestion>();
        foreach (var question in page.Questions) answered.Add(question with { Cypher = question.CypherNow, Answer = await question.AskCypherAsync(database) });
        if (Environment.GetEnvironmentVariable("ACTORGRAPH_APPROVE") == "1") page = page.Write(answered);
        Assert.All(page.Questions.Zip(answered), pair => Assert.True(pair.First.Text == pair.Second.Text,
            $"cypher/explore/README.md does not say what {pair.First.Statement} answers. When that is meant, run this test with ACTORGRAPH_APPROVE=1 and commit the page. Now:\n{pair.Second.Text}"));
        foreach (var question in page.Questions) Assert.Equal(question.Answer.Sorted, (await question.AskGraphQlAsync(server.Client)).Sorted);
    }

    [Fact]
    public async Task A_question_is_asked_in_the_terminal_as_its_page_says()
    {
        var question = ExplorePage.Read().Questions.First(question => question.Parameters.Count > 0);
        var ended = await ActorGraphProgram.RunAsync(server.Data, ["cypher", "@" + question.Statement, "--json", .. question.Flags]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Equal(question.Answer.Rows.Count, System.Text.Json.JsonDocument.Parse(ended.Output).RootElement.GetArrayLength());
    }

    [SkippableFact]
    public async Task Neo4j_gives_the_same_answers_in_both_languages()
    {
        Need.Time();
        var uri = (await neo4j.UriAsync()).ToString().TrimEnd('/');
        var loaded = await ActorGraphProgram.RunAsync(server.Data, "load", Path.Combine(Repository.Root, "seeds"), "--database", uri);
        Assert.Equal((0, "5 documents: 5 added.\n"), (loaded.Code, loaded.Output));
        await using var own = await OwnServer.StartAsync("--database", uri);
        await using var database = Databases.OpenToRead(new(uri, null));
        foreach (var question in ExplorePage.Read().Questions)
        {
            Assert.Equal(question.Answer.Sorted, (await question.AskCypherAsync(database)).Sorted);
            Assert.Equal(question.Answer.Sorted, (await question.AskGraphQlAsync(own.Client)).Sorted);
        }
    }
}
