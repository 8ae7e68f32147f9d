using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests.Hostile;

/// <summary>Who wants the server to do much gets a code, and what to change.</summary>
[Collection("Server")]
public sealed class HostileTests(RunningServer server)
{
    public static TheoryData<string> Names() => [.. HostileRequests.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_was_made_to_cost_much_is_refused_with_its_code(string name)
    {
        var (body, code) = HostileRequests.All[name];
        foreach (var accept in (string[])["application/json", "application/graphql-response+json"])
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { ExpectContinue = true } };
            request.Headers.Accept.ParseAdd(accept);
            using var response = await server.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            var answer = JsonDocument.Parse(text).RootElement;
            Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            Assert.False(answer.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null, text);
            Assert.InRange((int)response.StatusCode, 200, 413);
            Assert.DoesNotContain("   at ", text);
        }
    }

    [Fact]
    public async Task Questions_of_the_usual_tools_about_the_schema_are_answered()
    {
        const string type = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }";
        const string asked = $$"""
            query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind } types { ...FullType } directives { name description isRepeatable locations args { ...InputValue } } } }
            fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
            fragment TypeRef on __Type { {{type}} }
            """;
        var answer = await server.AskAsync(asked);
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString()[..Math.Min(500, answer.ToString().Length)]);
    }

    [Fact]
    public async Task A_limit_holds_for_a_document_that_was_answered_before()
    {
        // Kept since it was cheap with few rows; each limit that depends on variables is asked anew.
        const string query = "query($n: Int!, $on: [ID!], $text: String = \"a\") { actors(first: $n, documents: $on) { nodes { name meetings(first: $n) { nodes { title participants { actor { name } } } } } } search(text: $text) { id } }";
        for (var round = 0; round < 2; round++)
        {
            Assert.Null(await CodeAsync(new { n = 2 }));
            Assert.Equal("COMPLEXITY", await CodeAsync(new { n = 200 }));
            Assert.Equal("VARIABLES_TOO_LARGE", await CodeAsync(new { n = 2, on = Enumerable.Repeat("doc:0", 201) }));
            Assert.Equal("ActorGraph.ClientError.Filter.Invalid", await CodeAsync(new { n = 2, text = new string('a', 400) }));
        }

        async Task<string?> CodeAsync(object variables)
        {
            using var response = await server.Client.PostAsJsonAsync("/graphql", new { query, variables });
            return (await response.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
        }
    }
}
