using ActorGraph.Graph;

namespace ActorGraph.Api.Commands;

/// <summary>The one place where a failure becomes a line for people and an exit code.</summary>
internal static class Failures
{
    public static async Task<int> GuardAsync(Invocation invocation, Func<Invocation, Task<int>> run)
    {
        try
        {
            return await run(invocation);
        }
        catch (Exception failure)
        {
            var (code, message) = Told(failure, invocation.Cancellation.IsCancellationRequested);
            await invocation.Terminal.Error.WriteLineAsync("error: " + message);
            return code;
        }
    }

    public static (int Code, string Message) Told(Exception failure, bool isStopped) => failure switch
    {
        InputException => (ExitCode.InputAtFault, failure.Message),
        GraphException { IsUsersFault: true } => (ExitCode.InputAtFault, failure.Message),
        GraphException => (ExitCode.WorldFailed, failure.Message.ReplaceLineEndings(" ")),
        OperationCanceledException when isStopped => (ExitCode.WorldFailed, "Stopped before the end."),
        OperationCanceledException or TimeoutException => (ExitCode.WorldFailed, "It took too long and was ended."),
        IOException or UnauthorizedAccessException => (ExitCode.WorldFailed, failure.Message),
        InvalidDataException => (ExitCode.WorldFailed, failure.Message),
        _ => (ExitCode.WorldFailed, $"This is a fault of ActorGraph, please report it: {failure.GetType().Name} in {failure.TargetSite?.DeclaringType?.Name}: {failure.Message.ReplaceLineEndings(" ")}"),
    };
}
