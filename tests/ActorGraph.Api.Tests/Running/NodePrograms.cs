using System.Diagnostics;
using System.Text;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests.Running;

/// <summary>The small programs in <c>clients</c>, run by Node with the public packages that its lock file names.</summary>
public static class NodePrograms
{
    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "ActorGraph.Api.Tests", "clients");

    /// <summary>Skips where there is no Node, or no registry to take the packages from.</summary>
    public static async Task NeedAsync()
    {
        Need.Node();
        var problem = await Installed.Value;
        Skip.If(problem is not null, $"Needs npm: the packages of tests/ActorGraph.Api.Tests/clients could not be taken: {problem}");
    }

    public static async Task<Ended> RunAsync(string program, params IEnumerable<string> arguments)
    {
        await NeedAsync();
        return await EndAsync("node", [Path.Combine(Folder, program), .. arguments]);
    }

    /// <summary>A program that goes on until it is told to stop.</summary>
    public static async Task<Process> StartAsync(string program, params IEnumerable<string> arguments)
    {
        await NeedAsync();
        return Start("node", [Path.Combine(Folder, program), .. arguments]);
    }

    public static async Task<Ended> EndAsync(string program, IEnumerable<string> arguments)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = Start(program, arguments);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8, WorkingDirectory = Folder,
    })!;

    private static async Task<string?> InstallAsync()
    {
        var mark = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (mark.Exists && mark.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"))) return null;
        var ended = await EndAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1", "--fetch-timeout=60000"]);
        if (ended.Code != 0) return $"npm ci ended with {ended.Code}.";
        File.SetLastWriteTimeUtc(mark.FullName, File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")));
        return null;
    }
}
