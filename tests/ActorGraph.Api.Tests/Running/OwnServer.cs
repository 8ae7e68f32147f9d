using System.Diagnostics;

namespace ActorGraph.Api.Tests.Running;

/// <summary>The program serving for one test, with flags of its own.</summary>
public sealed class OwnServer : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Task<string> complaints;

    private OwnServer(Func<TemporaryFolder, IEnumerable<string>> flags, IReadOnlyDictionary<string, string> variables)
    {
        Process = ActorGraphProgram.Start(folder.Data, variables, ["serve", "--urls", "http://127.0.0.1:0", .. flags(folder)]);
        complaints = Process.StandardError.ReadToEndAsync();
    }

    public Process Process { get; }

    public HttpClient Client { get; } = new();

    public string Data => folder.Data;

    public string GraphQl => new Uri(Client.BaseAddress!, "/graphql").ToString();

    public static Task<OwnServer> StartAsync(params string[] flags) => StartAsync(_ => flags);

    /// <param name="flags">May write files into the folder first.</param>
    public static Task<OwnServer> StartAsync(Func<TemporaryFolder, IEnumerable<string>> flags) => StartAsync(flags, new Dictionary<string, string>());

    /// <param name="variables">Of the environment.</param>
    public static async Task<OwnServer> StartAsync(Func<TemporaryFolder, IEnumerable<string>> flags, IReadOnlyDictionary<string, string> variables)
    {
        var server = new OwnServer(flags, variables);
        while (await server.Process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("ask here", StringComparison.Ordinal)) server.Client.BaseAddress = new(line.Split(' ')[^1]);
            if (line.Contains("Ctrl-C", StringComparison.Ordinal)) return server;
        }

        throw new InvalidOperationException("The server ended before it listened: " + await server.complaints);
    }

    public Task<Ended> RunAsync(params IEnumerable<string> arguments) => ActorGraphProgram.RunAsync(Data, arguments);

    /// <summary>Ctrl-C; what the program wrote to standard error.</summary>
    public async Task<string> StopAsync()
    {
        if (!Process.HasExited) RunningServer.Stop(Process);
        await Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return await complaints;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await StopAsync();
        Process.Dispose();
        folder.Dispose();
    }
}
