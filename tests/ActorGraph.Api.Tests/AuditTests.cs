using System.Text.Json;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests;

/// <summary>The audit that the working group of GraphQL over HTTP publishes.</summary>
[Collection("Server")]
public sealed class AuditTests(RunningServer server)
{
    [SkippableFact]
    public async Task GraphQL_over_HTTP_passes_every_audit()
    {
        var ended = await NodePrograms.RunAsync("audit.mjs", new Uri(server.Address, "/graphql").ToString());
        Assert.True(ended.Code == 0, ended.Error);
        var audits = JsonDocument.Parse(ended.Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(61, audits.Count);
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.ToString()));
    }
}
