using System.CommandLine;
using System.Globalization;
using ActorGraph.Api.Documents;

namespace ActorGraph.Api.Commands;

/// <summary><c>load PATH…</c>: documents in.</summary>
internal static class LoadCommand
{
    private static readonly Option<string?> Published = new("--published")
    {
        Description = "Day the documents were published, as 2025-08-25: it dates \"on Monday\".", HelpName = "DATE",
    };

    private static readonly Option<string?> Source = new("--source") { Description = "Who published them.", HelpName = "NAME" };

    public static Command Create() => new TaughtCommand("load",
        "Reads documents into the graph, each wholly or not at all. Loading one again changes nothing, so a load that was stopped is simply run again. "
        + "Beside NAME.txt, NAME.meta.json may say {\"title\": …, \"source\": …, \"publishedAt\": \"2025-08-25\"}.",
        [ReadingOptions.Paths, Published, Source, .. ReadingOptions.Fields], RunAsync,
        ("actorgraph load meeting.txt --published 2025-08-25 --source \"Libya Herald\"", "One document, with its date and source."),
        ("actorgraph load archive.csv --text-field story --date-field day", "A document a row, whose columns have names of their own."),
        ("actorgraph load news/ --data ./mine", "A folder, into a database of its own."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var published = Days.Read(invocation.Value(Published), "--published");
        var files = DocumentFiles.Find(invocation.Value(ReadingOptions.Paths));
        if (files.All(file => file.Problem is not null))
        {
            foreach (var file in files) invocation.Terminal.Error.WriteLine("error: " + file.Problem);
            return ExitCode.InputAtFault;
        }

        await using var database = await invocation.OpenToWriteAsync();
        var run = new LoadingRun(database, invocation.Terminal);
        LoadingResult result;
        try
        {
            result = await run.RunAsync(files, new(Source: invocation.Value(Source), PublishedAt: published), ReadingOptions.Names(invocation), invocation.Cancellation);
        }
        catch
        {
            invocation.Terminal.Error.WriteLine($"{(run.Done.Count == 0 ? $"0 of {files.Count} documents" : Told(run.Done))} before it failed; run the command again to go on.");
            throw;
        }

        Tell(invocation, result);
        return result.ExitCode;
    }

    private static void Tell(Invocation invocation, LoadingResult result)
    {
        var terminal = invocation.Terminal;
        foreach (var file in result.Files.Where(file => file.Problem is not null)) terminal.Error.WriteLine("error: " + file.Problem);
        if (invocation.Json) terminal.WriteJson(new { documents = result.Files, complete = result.IsComplete });
        else terminal.Out.WriteLine($"{Told(result.Files)}.");
        if (!result.IsComplete) terminal.Error.WriteLine($"error: Stopped after {result.Files.Count} documents; run the command again to go on.");
    }

    private static string Told(IReadOnlyList<LoadedFile> files)
    {
        var counts = files.GroupBy(file => file.Outcome).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Count().ToString(CultureInfo.InvariantCulture) + " " + group.Key);
        return $"{files.Count} {(files.Count == 1 ? "document" : "documents")}: {string.Join(", ", counts)}";
    }
}
