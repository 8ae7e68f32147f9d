using System.Diagnostics;
using System.Text;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests.Running;

/// <param name="Code">Exit code.</param>
public sealed record Ended(int Code, string Output, string Error);

/// <summary>The real program, run as a person runs it, with a data folder of its own.</summary>
public static class ActorGraphProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Built beside these tests, from the same sources and in the same configuration.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "src", "ActorGraph.Api", "bin", Configuration, "net10.0", "actorgraph.dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static Process Start(string data, params IEnumerable<string> arguments) => Start(data, new Dictionary<string, string>(), arguments);

    /// <param name="variables">Of the environment.</param>
    public static Process Start(string data, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in (string[])["ACTORGRAPH_DATABASE", "ACTORGRAPH_USER", "ACTORGRAPH_PASSWORD", "ACTORGRAPH_PASSWORD_FILE"]) start.Environment.Remove(name);
        start.Environment["ACTORGRAPH_DATA"] = data;
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<Ended> RunAsync(string data, params IEnumerable<string> arguments)
    {
        using var process = Start(data, arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
