using System.CommandLine;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Api.Commands;

/// <summary><c>retract ID</c>: a document out.</summary>
internal static class RetractCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "Id of the document: doc: and 16 characters, as 'load --json' and every quote say it." };

    public static Command Create() => new TaughtCommand("retract", "Takes a document back: afterwards the graph is as though it had never seen it.", [Id], RunAsync,
        ("actorgraph retract doc:735e6983c3799174", "Take one document back."),
        ("actorgraph cypher @documents", "Which documents are there?"));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var id = invocation.Value(Id);
        await using var database = invocation.OpenToRead();
        if (await new Retraction(database).RetractAsync(id, invocation.Cancellation) is null) throw new InputException($"The graph holds no document '{id}'.");
        if (invocation.Json) invocation.Terminal.WriteJson(new { retracted = id });
        else invocation.Terminal.Out.WriteLine($"Retracted {id}.");
        return ExitCode.Done;
    }
}
