using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorGraph.Api.Tests.Running;

/// <summary>The program serving the example documents on a free port; a collection fixture.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private const int Interrupt = 2;

    private readonly TemporaryFolder folder = new();
    private Process? process;

    public HttpClient Client { get; } = new();

    public Uri Address => Client.BaseAddress!;

    public string Data => folder.Data;

    public async Task InitializeAsync()
    {
        process = ActorGraphProgram.Start(folder.Data, "--urls", "http://127.0.0.1:0");
        _ = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("ask here", StringComparison.Ordinal)) Client.BaseAddress = new(line.Split(' ')[^1]);
            if (line.Contains("Ctrl-C", StringComparison.Ordinal)) return;
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>What Ctrl-C does.</summary>
    public static void Stop(Process process) => Assert.Equal(0, Kill(process.Id, Interrupt));

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (process is not null)
        {
            Stop(process);
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            process.Dispose();
        }

        folder.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}

[CollectionDefinition("Server")]
public sealed class ServerCollection : ICollectionFixture<RunningServer>;
