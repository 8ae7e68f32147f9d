using System.CommandLine;
using ActorGraph.Api.Evaluation;

namespace ActorGraph.Api.Commands;

/// <summary><c>evaluate GOLD_DIR</c>: how often the extraction is right, and where it is not.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Folder = new("GOLD_DIR") { Description = "Annotated documents: NAME.txt beside NAME.gold.json." };

    private static readonly Option<bool> FiguresOnly = new("--figures") { Description = "Only the figures: for documents that are kept for checking, and not for looking at." };

    public static Command Create() => new TaughtCommand("evaluate", "Measures the extraction on annotated documents, and tells for each what is missed, what is too much and what is taken for something else, with its text.", [Folder, FiguresOnly], Run,
        ("actorgraph evaluate tests/gold/build", "Figures, then what is wrong, document by document."),
        ("actorgraph evaluate tests/gold/build --figures", "The figures alone."));

    private static Task<int> Run(Invocation invocation)
    {
        var measured = Measurement.Of(GoldDocument.ReadAll(invocation.Value(Folder)));
        var differences = invocation.Value(FiguresOnly) ? [] : measured.Differences;
        if (invocation.Json) invocation.Terminal.WriteJson(Json(measured, differences));
        else Tell(invocation.Terminal.Out, measured, differences);
        return Task.FromResult(ExitCode.Done);
    }

    private static Dictionary<string, object> Json(Measurement measured, IReadOnlyList<Difference> differences)
    {
        var json = new Dictionary<string, object> { ["documents"] = measured.Documents };
        foreach (var figure in measured.Figures) json[figure.Name] = figure.Values is [("", var only)] ? only : figure.Values.ToDictionary(value => value.Name, value => value.Value);
        if (differences.Count > 0) json["differences"] = differences;
        return json;
    }

    private static void Tell(TextWriter output, Measurement measured, IReadOnlyList<Difference> differences)
    {
        output.WriteLine($"{measured.Documents} documents");
        var width = measured.Figures.Max(figure => figure.Name.Length);
        foreach (var figure in measured.Figures) output.WriteLine($"{figure.Name.PadRight(width)}  {figure}");
        foreach (var document in differences.GroupBy(difference => difference.Document))
        {
            output.WriteLine();
            output.WriteLine(document.Key ?? "all documents together");
            foreach (var difference in document) output.WriteLine("  " + string.Join(": ", new[] { difference.What, difference.Told, difference.Text is { } text ? $"\"{Line(text)}\"" : "" }.Where(part => part.Length > 0)));
        }
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
