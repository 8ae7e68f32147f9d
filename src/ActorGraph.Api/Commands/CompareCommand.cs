using System.CommandLine;
using System.Globalization;
using ActorGraph.Api.Documents;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Api.Commands;

/// <summary><c>compare A B</c>: are two names the same actor's?</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Names = new("NAMES") { Description = "Two names.", Arity = new ArgumentArity(0, 2) };

    private static readonly Option<string?> Pairs = new("--pairs") { Description = "A CSV file with columns a and b; prints a,b,score,decision for each row.", HelpName = "FILE" };

    private static readonly Option<string?> Type = Choices.One<ActorType>("--type", "What both are known to be.");

    public static Command Create() => new TaughtCommand("compare", "Compares two names across spellings and transliterations, and explains the verdict: same, not or unsure.", [Names, Pairs, Type], RunAsync,
        ("actorgraph compare \"Hakan Fidan\" \"Khakan Fidan\"", "Two spellings of one name?"),
        ("actorgraph compare UN \"United Nations\" --type organization", "Organizations are compared in other ways than people."),
        ("actorgraph compare --pairs pairs.csv", "Many pairs, as CSV."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var names = invocation.Value(Names);
        ActorType? type = invocation.Value(Type) is { } given ? Choices.Read<ActorType>(given) : null;
        if (invocation.Value(Pairs) is { } file)
        {
            if (names.Length > 0) throw new InputException("Give two names or --pairs FILE, not both.");
            await PairsAsync(invocation.Terminal, file, type, invocation.Cancellation);
            return ExitCode.Done;
        }

        if (names.Length != 2) throw new InputException("Give two names: actorgraph compare \"Hakan Fidan\" \"Khakan Fidan\".");
        var verdict = NameComparison.Compare(names[0], names[1], type);
        if (invocation.Json) invocation.Terminal.WriteJson(new { a = names[0], b = names[1], score = verdict.Score, decision = Word(verdict.Verdict), reasons = verdict.Reasons });
        else
        {
            invocation.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Word(verdict.Verdict)} ({verdict.Score:0.00}): {names[0]} | {names[1]}"));
            foreach (var reason in verdict.Reasons) invocation.Terminal.Out.WriteLine("  - " + reason);
        }

        return ExitCode.Done;
    }

    private static async Task PairsAsync(Terminal terminal, string file, ActorType? type, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new InputException($"{file} does not exist.");
        await using var stream = File.OpenRead(file);
        using var rows = CsvReader.Read(stream).GetEnumerator();
        if (!rows.MoveNext() || rows.Current.Cells.ToList() is not { } names || names.IndexOf("a") is not (>= 0 and var a) || names.IndexOf("b") is not (>= 0 and var b)) throw new InputException($"{file} has no columns a and b in its first line.");
        terminal.Out.WriteLine("a,b,score,decision");
        while (rows.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            var row = rows.Current;
            if (row.Problem is not null) throw new InputException($"{file} line {row.Line} {row.Problem}");
            if (row.Cells.Count <= Math.Max(a, b)) continue;
            var verdict = NameComparison.Compare(row.Cells[a], row.Cells[b], type);
            terminal.Out.WriteLine(CsvText.Line(row.Cells[a], row.Cells[b], verdict.Score.ToString(CultureInfo.InvariantCulture), Word(verdict.Verdict)));
        }
    }

    private static string Word(Verdict verdict) => verdict switch { Verdict.Same => "same", Verdict.NotSame => "not", _ => "unsure" };
}
