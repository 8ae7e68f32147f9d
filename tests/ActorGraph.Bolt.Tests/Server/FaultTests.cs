using ActorGraph.Bolt.Client;
using ActorGraph.Graph;
using ActorGraph.Testing;

namespace ActorGraph.Bolt.Tests.Server;

/// <summary>A real server that is killed, started again, and stopped in its tracks.</summary>
[Collection("Neo4j")]
public class FaultTests
{
    [SkippableFact]
    public async Task A_managed_transaction_outlives_its_server_and_a_paused_one_is_given_up_in_time()
    {
        Need.Time();
        var server = Neo4jServer.With();
        try
        {
            var uri = await server.UriAsync();
            await using var driver = BoltDriver.Open(uri, AuthTokens.None, new DriverConfig { MaxTransactionRetryTime = TimeSpan.FromMinutes(2) });
            await using var session = driver.AsyncSession();
            var attempts = 0;
            await session.ExecuteWriteAsync(async transaction =>
            {
                await (await transaction.RunAsync(new Statement("CREATE (:Survivor)"))).ConsumeAsync();
                if (++attempts > 1) return 0;
                await server.KillAsync();
                await server.StartAgainAsync();
                return 0;
            });
            Assert.Equal(2, attempts);
            Assert.Equal(1L, await session.ExecuteReadAsync(async transaction => (await (await transaction.RunAsync(new Statement("MATCH (n:Survivor) RETURN count(n)"))).SingleAsync())[0]));

            await using var impatient = BoltDatabase.Open(uri, AuthTokens.None, new DriverConfig { ReadTimeout = TimeSpan.FromSeconds(2), ConnectionTimeout = TimeSpan.FromSeconds(2) });
            await using (var open = await impatient.OpenAsync(SessionOptions.Read, default))
            {
                await server.PauseAsync();
                var silent = await Assert.ThrowsAsync<GraphException>(() => open.OneAsync("RETURN 1"));
                Assert.Equal(ErrorCodes.SessionExpired, silent.Code);
                Assert.Contains("gave no sign of life for 2 s", silent.Message);
                Assert.Equal(ErrorCodes.ServiceUnavailable, (await Assert.ThrowsAsync<GraphException>(() => impatient.ReadAsync("RETURN 1"))).Code);
            }

            await server.ResumeAsync();
            Assert.Equal(1L, await impatient.ReadAsync("RETURN 1"));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
