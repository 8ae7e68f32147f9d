using System.Net.Http.Json;
using System.Text.Json;

namespace ActorGraph.Api.Tests.Running;

/// <summary>Questions to the running server.</summary>
public static class Asking
{
    public static async Task<JsonElement> AskAsync(this RunningServer server, string query, object? variables = null)
    {
        using var response = await server.Client.PostAsJsonAsync("/graphql", new { query, variables });
        return (await response.Content.ReadFromJsonAsync<JsonElement>())!;
    }
}
