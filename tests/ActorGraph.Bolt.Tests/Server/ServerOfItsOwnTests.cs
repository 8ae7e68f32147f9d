using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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
            foreach (var credentials in new[] { AuthTokens.Basic("neo4j", "wrong horse"), AuthTokens.None })
            {
                await using var refused = BoltDatabase.Open(uri, credentials);
                var failure = await Assert.ThrowsAsync<GraphException>(() => refused.OpenAsync(SessionOptions.Read, default));
                Assert.Equal(ErrorCodes.Unauthorized, failure.Code);
                Assert.DoesNotContain("horse", failure.ToString());
            }

            await using var database = BoltDatabase.Open(uri, AuthTokens.Basic("neo4j", "correct horse"));
            Assert.Equal(1L, await database.ReadAsync("RETURN 1"));

            await using var session = await database.OpenAsync(SessionOptions.Write, default);
            Assert.Equal(1L, await session.OneAsync("RETURN 1"));
            await server.KillAsync();
            Assert.Equal(ErrorCodes.SessionExpired, (await Assert.ThrowsAsync<GraphException>(() => session.OneAsync("RETURN 1"))).Code);
            Assert.Equal(ErrorCodes.ServiceUnavailable, (await Assert.ThrowsAsync<GraphException>(() => database.ReadAsync("RETURN 1"))).Code);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task TLS_takes_any_certificate_only_where_the_address_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-tls-").FullName;
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(120));
            await File.WriteAllTextAsync(Path.Combine(folder, "private.key"), key.ExportPkcs8PrivateKeyPem());
            await File.WriteAllTextAsync(Path.Combine(folder, "public.crt"), certificate.ExportCertificatePem());
        }

        var server = Neo4jServer.With("--setting", "dbms.ssl.policy.bolt.enabled=true", "--setting", "dbms.ssl.policy.bolt.base_directory=" + folder, "--setting", "server.bolt.tls_level=REQUIRED");
        try
        {
            var port = (await server.UriAsync()).Port;
            await using (var any = BoltDatabase.Open(new Uri($"bolt+ssc://localhost:{port}"), AuthTokens.None))
            {
                Assert.Equal(new string('x', 100_000), await any.ReadAsync("RETURN $x", ("x", new string('x', 100_000))));
            }

            foreach (var (scheme, words) in new[] { ("bolt+s", "its certificate was not accepted"), ("bolt", "a server that asks for encryption needs bolt+s://") })
            {
                await using var refused = BoltDatabase.Open(new Uri($"{scheme}://localhost:{port}"), AuthTokens.None);
                var failure = await Assert.ThrowsAsync<GraphException>(() => refused.OpenAsync(SessionOptions.Read, default));
                Assert.Equal(ErrorCodes.ServiceUnavailable, failure.Code);
                Assert.Contains(words, failure.Message);
            }
        }
        finally
        {
            await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
