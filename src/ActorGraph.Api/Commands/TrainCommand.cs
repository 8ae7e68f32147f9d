using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using ActorGraph.Extraction.Tagging;

namespace ActorGraph.Api.Commands;

/// <summary><c>train FILE</c>: the name tagger's weights from tagged news.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string> News = new("FILE") { Description = "The Groningen Meaning Bank's tagged names: a .csv in Windows-1252, or a .zip that holds one." };

    private static readonly Option<string?> To = new("--to") { Description = "Where the weights go; without it they are only measured.", HelpName = "FILE" };

    public static Command Create() => new TaughtCommand("train", "Teaches the name tagger from tagged news, and prints how well it tags the sentences held out. The same news gives the same bytes.", [News, To], RunAsync,
        ("actorgraph train gmb-ner.csv.zip", "How well is it learnt?"),
        ("actorgraph train gmb-ner.csv.zip --to src/ActorGraph.Extraction/Tables/names.weights", "Make the weights that the program is built with."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var path = invocation.Value(News);
        if (!File.Exists(path)) throw new InputException($"{path} does not exist.");
        var (weights, heldOut) = Taught(path);
        foreach (var figure in heldOut) invocation.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Kind,-12} precision {figure.Precision:0.000}, recall {figure.Recall:0.000}, F {figure.F:0.000} of {figure.Right + figure.Missed}"));
        if (invocation.Value(To) is { } to) await File.WriteAllBytesAsync(to, weights, invocation.Cancellation);
        return ExitCode.Done;
    }

    private static (byte[] Weights, IReadOnlyList<TaggerFigure> HeldOut) Taught(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return TaggerSchool.Teach(file);
            using var zip = new ZipArchive(file);
            using var news = (zip.Entries.FirstOrDefault(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) ?? throw new InputException($"{path} holds no .csv.")).Open();
            return TaggerSchool.Teach(news);
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException)
        {
            throw new InputException($"{path}: {fault.Message}");
        }
    }
}
