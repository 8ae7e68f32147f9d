using System.CommandLine;
using System.Globalization;
using ActorGraph.Facts;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Api.Commands;

/// <summary><c>decide</c>: people's word on who is who.</summary>
internal static class DecideCommand
{
    private const string Names = "A sighting id (doc:…/1#s3), an actor's id, or a name that means one actor.";

    private static readonly Argument<string> A = new("A") { Description = Names };

    private static readonly Argument<string> B = new("B") { Description = Names };

    private static readonly Argument<string> Id = new("ID") { Description = "Id of the decision, as 'decide list' tells it." };

    private static readonly Option<string> Author = new("--author") { Description = "Who decides.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", DefaultValueFactory = _ => "" };

    public static Command Create() => new("decide", "Records people's word on who is who; the graph follows at once, and every later load heeds it. Nothing is edited: decisions are added, and taken back.")
    {
        Deciding("same", Verdict.Same, "They are one: all that their names bring along is joined.", "actorgraph decide same \"Muhammad al-Menfi\" \"M. Menfi\" --reason \"one office, one photo\""),
        Deciding("not", Verdict.NotSame, "They are two, whatever their names say.", "actorgraph decide not doc:8d3019634e7966ce/1#s3 doc:210c2154024c80b3/1#s2"),
        Deciding("unsure", Verdict.Unsure, "Nobody knows: nothing merges them.", "actorgraph decide unsure Haftar \"Saddam Haftar\""),
        new TaughtCommand("undo", "Takes a decision back: the rules judge again.", [Id, Author, Reason], UndoAsync, ("actorgraph decide undo decision:5f0c2a9be41d7736", "As though it had not been made.")),
        new TaughtCommand("list", "Lists every decision, oldest first.", [], ListAsync, ("actorgraph decide list --json", "Who decided what, when and why.")),
    };

    private static TaughtCommand Deciding(string word, Verdict verdict, string does, string example)
        => new(word, does, [A, B, Author, Reason], invocation => DecideAsync(invocation, verdict), (example, does));

    private static async Task<int> DecideAsync(Invocation invocation, Verdict verdict)
    {
        await using var database = invocation.OpenToRead();
        Tell(invocation, (await new Decisions(database, TimeProvider.System).DecideAsync(invocation.Value(A), invocation.Value(B), verdict, invocation.Value(Author)!, invocation.Value(Reason)!, invocation.Cancellation)).Decision);
        return ExitCode.Done;
    }

    private static async Task<int> UndoAsync(Invocation invocation)
    {
        await using var database = invocation.OpenToRead();
        Tell(invocation, (await new Decisions(database, TimeProvider.System).UndoAsync(invocation.Value(Id), invocation.Value(Author)!, invocation.Value(Reason)!, invocation.Cancellation)).Decision);
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(Invocation invocation)
    {
        await using var database = invocation.OpenToRead();
        var decisions = await new Decisions(database, TimeProvider.System).ListAsync(invocation.Cancellation);
        if (invocation.Json) invocation.Terminal.WriteJson(decisions.Select(Json));
        else if (decisions.Count == 0) invocation.Terminal.Out.WriteLine("Nobody has decided anything yet.");
        foreach (var decision in invocation.Json ? [] : decisions) Tell(invocation, decision);
        return ExitCode.Done;
    }

    private static void Tell(Invocation invocation, DecisionRecord decision)
    {
        var output = invocation.Terminal.Out;
        if (invocation.Json)
        {
            invocation.Terminal.WriteJson(Json(decision));
            return;
        }

        var said = decision.Undoes is { } undone ? $"takes back {undone}" : Word(decision.Verdict) + (decision.UndoneBy is { } by ? $" (taken back by {by})" : "");
        output.WriteLine($"{decision.Id}  {said}: {Side(decision.A)} | {Side(decision.B)}");
        output.WriteLine($"    {decision.Author}, {decision.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC{(decision.Reason.Length > 0 ? ": " + decision.Reason : "")}");
        if (decision.A.Actor is { } a && decision.B.Actor is { } b) output.WriteLine(a == b ? $"    now both {a}" : $"    now {a} and {b}");
    }

    private static string Side(DecidedSide side) => side.Name is { } name ? $"{name} [{side.Sighting}]" : $"{side.Sighting} (its document is not held)";

    private static object Json(DecisionRecord decision) => new
    {
        decision.Id, verdict = Word(decision.Verdict), decision.Author, decision.At, decision.Reason, decision.A, decision.B, decision.Undoes, decision.UndoneBy,
    };

    private static string Word(Verdict verdict) => verdict switch { Verdict.Same => "same", Verdict.NotSame => "not", _ => "unsure" };
}
