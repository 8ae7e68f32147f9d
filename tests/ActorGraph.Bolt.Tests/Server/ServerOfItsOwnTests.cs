using ActorGraph.Bolt.Client;
using ActorGraph.Graph;
using ActorGraph.Testing;

namespace ActorGraph.Bolt.Tests.Server;

[Collection("Neo4j")]
public class ServerOfItsOwnTests
{
    [SkippableFact]
    public async Task A_wrong_password_is_refused_and_never_repeated_and_a_killed_server_cannot_be_reached()
    {
        var server = Neo4jServer.With("--password", "correct horse");
        try
        {
            var uri = await server.UriAsync();
            foreach (var credentials in new[] { BoltCredentials.Basic("neo4j", "wrong horse"), BoltCredentials.None })
            {
                await using var refused = BoltDatabase.Open(uri, credentials);
                var failure = await Assert.ThrowsAsync<GraphException>(() => refused.OpenAsync(SessionOptions.Read, default));
                Assert.Equal(ErrorCodes.Unauthorized, failure.Code);
                Assert.DoesNotContain("horse", failure.ToString());
            }

            await using var database = BoltDatabase.Open(uri, BoltCredentials.Basic("neo4j", "correct horse"));
            Assert.Equal(1L, await database.ReadAsync("RETURN 1"));

            await using var session = await database.OpenAsync(SessionOptions.Write, default);
            await server.KillAsync();
            Assert.Equal(ErrorCodes.SessionExpired, (await Assert.ThrowsAsync<GraphException>(() => session.OneAsync("RETURN 1"))).Code);
            Assert.Equal(ErrorCodes.ServiceUnavailable, (await Assert.ThrowsAsync<GraphException>(() => database.ReadAsync("RETURN 1"))).Code);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
