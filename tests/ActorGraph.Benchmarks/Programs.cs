using System.Diagnostics;

namespace ActorGraph.Benchmarks;

/// <summary>Programs that a benchmark needs beside it.</summary>
internal static class Programs
{
    /// <returns>What it wrote.</returns>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
