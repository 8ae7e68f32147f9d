using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>The questions that Banana Cake Pop opens with, asked of the example documents.</summary>
[Collection("Server")]
public sealed partial class OpeningTests(RunningServer server)
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "src", "ActorGraph.Api", "ide", "opening.graphql"));

    public static TheoryData<string> Questions() => [.. Names("query")];

    private static IEnumerable<string> Names(string kind) => Operation().Matches(Document).Where(match => match.Groups[1].Value == kind).Select(match => match.Groups[2].Value);

    [Fact]
    public void There_are_six() => Assert.Equal(6, Names("query").Concat(Names("subscription")).Count());

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Each_has_an_answer(string name)
    {
        using var response = await server.Client.PostAsJsonAsync("/graphql", new { query = Document, operationName = name });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var lists = answer.GetProperty("data").EnumerateObject().Single().Value.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Array).ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.NotEqual(0, list.Value.GetArrayLength()));
    }

    [Fact]
    public async Task Without_that_meeting_the_way_is_another()
    {
        async Task<string> First(string name)
        {
            using var response = await server.Client.PostAsJsonAsync("/graphql", new { query = Document, operationName = name });
            return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("paths").GetProperty("results")[0].GetProperty("sentence").GetString()!;
        }

        Assert.NotEqual(await First("WhoConnects"), await First("WithoutThatMeeting"));
    }

    [Fact]
    public async Task The_watched_question_answers_at_once()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Document, operationName = Names("subscription").Single() }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        string? line;
        do line = await events.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        while (line?.StartsWith("data:", StringComparison.Ordinal) == false || line == "data:");
        Assert.Contains("Haftar", line, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(query|subscription) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Operation();
}
