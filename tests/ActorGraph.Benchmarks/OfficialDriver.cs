using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ActorGraph.Testing;

namespace ActorGraph.Benchmarks;

/// <summary>Neo4j's own driver for JavaScript, in a Node process that takes one question at a time and takes its time itself, so that the pipe between us is not counted.</summary>
internal sealed class OfficialDriver : IDisposable
{
    private static readonly string Clients = Path.Combine(Repository.Root, "tests", "ActorGraph.Api.Tests", "clients");

    private readonly Process process;

    /// <exception cref="InvalidOperationException">npm could not bring the driver.</exception>
    public OfficialDriver(Uri server)
    {
        if (!Directory.Exists($"{Clients}/node_modules/neo4j-driver")) Programs.Run("npm", "ci", "--prefix", Clients, "--ignore-scripts", "--no-audit", "--no-fund");
        process = Process.Start(new ProcessStartInfo("node", [$"{Clients}/timed.mjs", $"{server}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    /// <returns>Milliseconds and rows, as the driver's own process counts them.</returns>
    public async Task<(double Took, int Rows)> AskAsync(string query, string from, string to)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { query, parameters = new { from, to } }));
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() is { } answer && answer.Split(' ') is [var took, var rows]
            ? (double.Parse(took, CultureInfo.InvariantCulture), int.Parse(rows, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("Neo4j's driver ended; what it said stands above.");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
