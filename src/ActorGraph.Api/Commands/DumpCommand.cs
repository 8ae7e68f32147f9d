using System.CommandLine;
using ActorGraph.Knowledge;

namespace ActorGraph.Api.Commands;

/// <summary><c>dump</c>: the whole graph as text.</summary>
internal static class DumpCommand
{
    public static Command Create() => new TaughtCommand("dump", "Prints the whole graph, sorted and without internal ids: two graphs are the same when their dumps are.", [], RunAsync,
        ("actorgraph dump > before.txt", "Keep it, and compare later."),
        ("actorgraph dump --database bolt://localhost:7687 | diff - before.txt", "Does the server hold the same graph?"));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        await using var database = invocation.OpenToRead();
        await CanonicalDump.WriteAsync(database, invocation.Terminal.Out, invocation.Cancellation);
        await invocation.Terminal.Out.FlushAsync(invocation.Cancellation);
        return ExitCode.Done;
    }
}
