using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorGraph.Graph;
using ActorGraph.Knowledge;

namespace ActorGraph.Api.Tests.Explore;

/// <param name="Words">The question in words.</param>
/// <param name="Statement">Name of the statement in cypher/explore.</param>
/// <param name="Given">The flags of the command as a person types them.</param>
/// <param name="Cypher">The statement as the page shows it: without its first line, which is a comment.</param>
internal sealed partial record ExploreQuestion(string Words, string GraphQl, string Statement, string Given, string Cypher, AnswerTable Answer)
{
    /// <summary>The statement as it is.</summary>
    public string CypherNow => Comment().Replace(CypherLibrary.Get("explore/" + Statement).ReplaceLineEndings("\n"), "", 1);

    public IReadOnlyDictionary<string, object?> Parameters => Parameter().Matches(Given).ToDictionary(match => match.Groups["name"].Value, match => Value(match.Groups["value"].Value.Trim('\'', '"')));

    public IEnumerable<string> Flags => Parameter().Matches(Given).SelectMany(match => new[] { "--param", $"{match.Groups["name"].Value}={match.Groups["value"].Value.Trim('\'', '"')}" });

    public string Text => $"## {Words}\n\n```graphql\n{GraphQl}```\n\n```\nactorgraph cypher @{Statement}{(Given.Length > 0 ? " " + Given : "")}\n```\n\n```cypher\n{Cypher}```\n\n{Answer.Markdown}";

    public async Task<AnswerTable> AskCypherAsync(IGraphDatabase database)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, CancellationToken.None);
        await using var result = await session.RunAsync(new(CypherLibrary.Get("explore/" + Statement), Parameters), CancellationToken.None);
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var row in result.Rows(CancellationToken.None)) rows.Add(row);
        return AnswerTable.Of(result.Columns, rows);
    }

    public async Task<AnswerTable> AskGraphQlAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query = GraphQl });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return AnswerTable.Of(answer.GetProperty("data"));
    }

    private static object? Value(string text) => text.StartsWith('[') ? JsonSerializer.Deserialize<string[]>(text)!.Cast<object?>().ToList() : text;

    [GeneratedRegex(@"^//.*\n")]
    private static partial Regex Comment();

    [GeneratedRegex("""--param (?<name>\w+)=(?<value>'[^']*'|"[^"]*"|\S+)""")]
    private static partial Regex Parameter();
}
