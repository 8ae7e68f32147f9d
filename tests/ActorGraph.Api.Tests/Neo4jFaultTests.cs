using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests;

/// <summary>What becomes of a load when Neo4j is killed, and whom the program trusts over TLS.</summary>
[Collection("Server")]
public sealed class Neo4jFaultTests(RunningServer embedded) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Seeds => Path.Combine(Repository.Root, "seeds");

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public Task A_load_waits_for_a_server_that_is_killed_and_started_again() => LoadsThroughAsync(async server =>
    {
        await server.KillAsync();
        await server.StartAgainAsync();
    });

    /// <summary>The server asks its clients to take it for dead after so long a silence.</summary>
    [SkippableFact]
    public Task A_load_outlives_a_server_that_says_nothing_for_a_while() => LoadsThroughAsync(async server =>
    {
        await server.PauseAsync();
        await Task.Delay(TimeSpan.FromSeconds(6));
        await server.ResumeAsync();
    }, "--setting", "server.bolt.connection_keep_alive=1s", "--setting", "server.bolt.connection_keep_alive_probes=2");

    [SkippableFact]
    public async Task A_load_into_a_full_disk_says_how_far_it_came_and_goes_on_once_there_is_room()
    {
        Need.Time();
        var disk = Directory.CreateDirectory(Path.Combine(folder.Data, "disk")).FullName;
        Need.Mount(disk, "8m");
        var server = Neo4jServer.In(disk, "--setting", "db.tx_log.preallocate=false", "--setting", "db.tx_log.rotation.size=1m");
        try
        {
            var uri = (await server.UriAsync()).ToString().TrimEnd('/');
            var seeds = await ActorGraphProgram.RunAsync(folder.Data, "load", Seeds, "--database", uri);
            Assert.Equal((0, "5 documents: 5 added.\n"), (seeds.Code, seeds.Output));
            var news = Directory.CreateDirectory(Path.Combine(folder.Data, "news")).FullName;
            var report = new GeneratedNews(people: 400, words: 1_500);
            for (var i = 0; i < 60; i++) await File.WriteAllTextAsync(Path.Combine(news, $"{i:00}.txt"), report.Report(i).Text);
            var full = await ActorGraphProgram.RunAsync(folder.Data, "load", news, "--database", uri);
            Assert.Equal((1, ""), (full.Code, full.Output));
            Assert.Matches("(0 of 60 documents|[24]0 documents: [24]0 added) before it failed; run the command again to go on.\n.*error: ", full.Error);

            // Neo4j stands still after it could not write its log.
            await server.KillAsync();
            Need.Resize(disk, "200m");
            await server.StartAgainAsync();
            Assert.Equal(0, (await ActorGraphProgram.RunAsync(folder.Data, "load", Seeds, news, "--database", uri)).Code);
            Assert.Equal(0, (await ActorGraphProgram.RunAsync(folder.Data, "load", Seeds, news)).Code);
            Assert.Equal((await ActorGraphProgram.RunAsync(folder.Data, "dump")).Output, (await ActorGraphProgram.RunAsync(folder.Data, "dump", "--database", uri)).Output);
        }
        finally
        {
            await server.DisposeAsync();
            Process.Start("umount", ["-l", disk]).WaitForExit();
        }
    }

    [SkippableFact]
    public async Task A_certificate_is_trusted_for_its_own_name_only()
    {
        Need.Time();
        var (authority, key, certificate) = Issued("localhost");
        var policy = Directory.CreateDirectory(Path.Combine(folder.Data, "tls")).FullName;
        await File.WriteAllTextAsync(Path.Combine(policy, "private.key"), key);
        await File.WriteAllTextAsync(Path.Combine(policy, "public.crt"), certificate);
        var trusted = Path.Combine(folder.Data, "authority.pem");
        await File.WriteAllTextAsync(trusted, authority);
        var server = Neo4jServer.With("--setting", "dbms.ssl.policy.bolt.enabled=true", "--setting", "dbms.ssl.policy.bolt.base_directory=" + policy, "--setting", "server.bolt.tls_level=REQUIRED");
        try
        {
            var port = (await server.UriAsync()).Port;
            var trusting = new Dictionary<string, string> { ["SSL_CERT_FILE"] = trusted };
            foreach (var (uri, variables, code, words) in new[]
            {
                ($"bolt+s://localhost:{port}", trusting, 0, ""),
                ($"neo4j+s://localhost:{port}", trusting, 0, ""),
                ($"bolt+s://127.0.0.1:{port}", trusting, 1, "its certificate was not accepted"),
                ($"bolt+s://localhost:{port}", [], 1, "its certificate was not accepted"),
                ($"bolt+ssc://127.0.0.1:{port}", [], 0, ""),
            })
            {
                using var asked = ActorGraphProgram.Start(folder.Data, variables, "status", "--json", "--database", uri);
                var (output, error) = (asked.StandardOutput.ReadToEndAsync(), asked.StandardError.ReadToEndAsync());
                await asked.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
                Assert.True(asked.ExitCode == code, $"{uri}: {await error}{await output}");
                Assert.Contains(words, await error);
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>A fault after the first of five documents: the load goes on to its end.</summary>
    private async Task LoadsThroughAsync(Func<Neo4jServer, Task> fault, params string[] settings)
    {
        Need.Time();
        var server = Neo4jServer.With(settings);
        try
        {
            var uri = (await server.UriAsync()).ToString().TrimEnd('/');
            using var load = ActorGraphProgram.Start(folder.Data, "load", Seeds, "--database", uri);
            var output = load.StandardOutput.ReadToEndAsync();
            Assert.StartsWith("1 of 5", await load.StandardError.ReadLineAsync());
            var rest = load.StandardError.ReadToEndAsync();
            await fault(server);
            await load.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
            Assert.True(load.ExitCode == 0, await rest);
            Assert.StartsWith("5 documents: ", await output);
            await SameAsync(uri);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Loading again changes nothing, and the graph is that of the embedded database.</summary>
    private async Task SameAsync(string uri)
    {
        Assert.Equal("5 documents: 5 unchanged.\n", (await ActorGraphProgram.RunAsync(folder.Data, "load", Seeds, "--database", uri)).Output);
        Assert.Equal((await ActorGraphProgram.RunAsync(embedded.Data, "dump")).Output, (await ActorGraphProgram.RunAsync(folder.Data, "dump", "--database", uri)).Output);
    }

    /// <summary>An authority, and a certificate of it for one name.</summary>
    private static (string Authority, string Key, string Certificate) Issued(string name)
    {
        var (from, until) = (DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        using var rootKey = RSA.Create(2048);
        var root = new CertificateRequest("CN=ActorGraph tests", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, false));
        using var authority = root.CreateSelfSigned(from, until);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, from, until, [1, 2, 3, 4]);
        return (authority.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), certificate.ExportCertificatePem());
    }
}
