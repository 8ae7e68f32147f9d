using System.CommandLine;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Api.Commands;

/// <summary><c>why A B</c>: why are two one actor, or two?</summary>
internal static class WhyCommand
{
    private const string Names = "A sighting id (doc:…/1#s3), an actor's id, or a name that means one actor.";

    private static readonly Argument<string> A = new("A") { Description = Names };

    private static readonly Argument<string> B = new("B") { Description = Names };

    public static Command Create() => new TaughtCommand("why", "Tells why two are one actor, or are not: from their names, their articles, the company they are in, and people's decisions.", [A, B], RunAsync,
        ("actorgraph why \"Ibrahim Kalin\" \"İbrahim Kalın\"", "Two spellings: one actor?"),
        ("actorgraph why \"Khalifa Haftar\" \"Saddam Haftar\"", "Father and son: why two?"));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        await using var database = invocation.OpenToRead();
        var answer = await new IdentityReasons(database).ExplainAsync(invocation.Value(A), invocation.Value(B), invocation.Cancellation);
        if (invocation.Json)
        {
            invocation.Terminal.WriteJson(answer);
            return ExitCode.Done;
        }

        var output = invocation.Terminal.Out;
        output.WriteLine(answer.AreOne ? $"One: {answer.A.Name} and {answer.B.Name} are {answer.A.Actor}." : $"Two: {answer.A.Name} is {answer.A.Actor}, {answer.B.Name} is {answer.B.Actor}.");
        foreach (var reason in answer.Because) output.WriteLine("  - " + reason);
        return ExitCode.Done;
    }
}
