using System.Diagnostics;
using System.Text.RegularExpressions;
using ActorGraph.Engine;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests.Durability;

/// <summary>A power cut at any moment of a load loses nothing that was acknowledged, and running it again ends as though nothing had happened.</summary>
public sealed partial class KillTests : IDisposable
{
    private const int Kills = 20;
    private const int Folders = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("actorgraph-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task Killed_twenty_times_while_loading_nothing_acknowledged_is_lost()
    {
        Need.Time();
        var documents = Directory.CreateDirectory(Path.Combine(_folder, "documents")).FullName;
        // Few files a folder, so that each is a transaction of its own.
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.txt").Concat(Directory.EnumerateFiles(Need.Shared("gold", "dev"), "*.txt")).Order(StringComparer.Ordinal).ToList();
        foreach (var (number, file) in files.Index()) File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(documents, $"{number % Folders}")).FullName, Path.GetFileName(file)));
        var ids = files.ToDictionary(file => Path.GetFileName(file), file => Document.IdOf(File.ReadAllBytes(file)));
        var (killed, fresh) = (Path.Combine(_folder, "killed"), Path.Combine(_folder, "fresh"));
        var random = new Random(7);
        var acknowledged = new HashSet<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            acknowledged.UnionWith(await LoadAndKillAsync(Path.Combine(documents, $"{kill % Folders}"), killed, random.Next(5), random.Next(120)));
            var held = await HeldAsync(killed);
            Assert.All(acknowledged, name => Assert.Contains(ids[name], held));
        }

        Assert.NotEmpty(acknowledged);
        await RunAsync("load", documents, "--data", killed);
        await RunAsync("load", documents, "--data", fresh);
        Assert.Equal(await RunAsync("dump", "--data", fresh), await RunAsync("dump", "--data", killed));
    }

    private static async Task<IReadOnlySet<string>> HeldAsync(string data)
    {
        await using var graph = EmbeddedGraph.Open(data);
        await using var session = await graph.OpenAsync(SessionOptions.Read, default);
        await using var result = await session.RunAsync(new("MATCH (d:Document) RETURN d.id"), default);
        var ids = new HashSet<string>();
        await foreach (var row in result.Rows(default)) ids.Add((string)row[0]!);
        return ids;
    }

    /// <summary>Kills the load some milliseconds after it has told of so many documents on its progress lines; gives those it told of.</summary>
    private static async Task<HashSet<string>> LoadAndKillAsync(string documents, string data, int after, int milliseconds)
    {
        using var load = Start("load", documents, "--data", data);
        var told = new HashSet<string>();
        while (told.Count <= after && await load.StandardError.ReadLineAsync() is { } line)
            if (Loaded().Match(line) is { Success: true } match) told.Add(match.Groups[1].Value);
        await Task.Delay(milliseconds);
        load.Kill();
        while (await load.StandardError.ReadLineAsync() is { } line)
            if (Loaded().Match(line) is { Success: true } match) told.Add(match.Groups[1].Value);
        await load.WaitForExitAsync();
        return told;
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "actorgraph.dll"), .. arguments])
    {
        RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    [GeneratedRegex(@"^\d+ of \d+: \w+ (\S+\.txt)")]
    private static partial Regex Loaded();
}
