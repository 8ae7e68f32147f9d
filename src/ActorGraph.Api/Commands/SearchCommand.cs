using System.CommandLine;
using System.Globalization;
using ActorGraph.Facts;
using ActorGraph.Knowledge.Actors;
using Spectre.Console;

namespace ActorGraph.Api.Commands;

/// <summary><c>search TEXT</c>: who is in the graph under this name?</summary>
internal static class SearchCommand
{
    private static readonly Argument<string> Text = new("TEXT") { Description = "A name, or part of one, in any spelling." };

    private static readonly Option<int> First = new("--first") { Description = "How many, best first.", DefaultValueFactory = _ => 10, HelpName = "N" };

    private static readonly Option<string[]> Kinds = Choices.Many<ActorType>("--kind", "Only these; may be repeated.");

    public static Command Create() => new TaughtCommand("search", "Finds actors by name, in any spelling.", [Text, First, Kinds], RunAsync,
        ("actorgraph search Kalın", "The same as Kalin."),
        ("actorgraph search haftar --kind person --json", "People only, for programs."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var first = invocation.Value(First);
        if (first is < 1 or > Limits.MostHits) throw new InputException($"--first is {first}; it can be 1 to {Limits.MostHits}.");
        var kinds = invocation.Value(Kinds) is { Length: > 0 } given ? given : null;
        await using var database = invocation.OpenToRead();
        var hits = await new ActorCatalogue(database).SearchAsync(invocation.Value(Text), first, kinds, invocation.Cancellation);
        if (invocation.Json)
        {
            invocation.Terminal.WriteJson(hits);
            return ExitCode.Done;
        }

        if (hits.Count == 0)
        {
            invocation.Terminal.Out.WriteLine($"Nobody here is called '{invocation.Value(Text)}'.");
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("name", "kind", "what is known", "id", "score", "why");
        foreach (var hit in hits)
        {
            table.AddRow(((string[])[hit.Name, hit.Kind, hit.Summary, hit.Id, hit.Score.ToString("0.00", CultureInfo.InvariantCulture), hit.Why]).Select(Markup.Escape).ToArray());
        }

        invocation.Terminal.Screen.Write(table);
        return ExitCode.Done;
    }
}
