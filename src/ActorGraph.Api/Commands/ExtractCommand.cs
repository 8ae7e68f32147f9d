using System.CommandLine;
using ActorGraph.Api.Documents;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;
using ActorGraph.Knowledge;

namespace ActorGraph.Api.Commands;

/// <summary><c>extract PATH…</c>: what documents say, without a graph.</summary>
internal static class ExtractCommand
{
    public static Command Create() => new TaughtCommand("extract", "Tells what each document says, and writes nothing. --json prints mentions, meetings, offices, family and relations with their characters.", [ReadingOptions.Paths, .. ReadingOptions.Fields], RunAsync,
        ("actorgraph extract report.txt", "What is read from it, sentence by sentence."),
        ("actorgraph extract news/ --json > facts.json", "Everything, for programs."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var terminal = invocation.Terminal;
        var documents = new List<(string File, DocumentFacts Facts)>();
        var code = ExitCode.Done;
        var unread = DocumentFiles.Find(invocation.Value(ReadingOptions.Paths)).SelectMany(file => DocumentFiles.Documents(file, Particulars.None, ReadingOptions.Names(invocation)));
        await foreach (var (name, facts, problem) in ExtractedDocument.InOrderAsync(unread))
        {
            invocation.Cancellation.ThrowIfCancellationRequested();
            if (facts is not null) documents.Add((Path.GetFileName(name), facts));
            else
            {
                terminal.Error.WriteLine("error: " + problem);
                code = ExitCode.InputAtFault;
            }
        }

        if (invocation.Json)
        {
            await using var output = Console.OpenStandardOutput();
            FactsReport.Write(documents, output);
            output.Write("\n"u8);
        }
        else foreach (var (file, facts) in documents) Tell(terminal.Out, file, facts);
        return code;
    }

    private static void Tell(TextWriter output, string file, DocumentFacts facts)
    {
        output.WriteLine($"{file}  {facts.Document.Id}, {facts.Articles.Count} {(facts.Articles.Count == 1 ? "article" : "articles")}, {facts.Sightings.Count} actors and places");
        var names = facts.Sightings.ToDictionary(sighting => sighting.Id, sighting => sighting.Name);
        foreach (var evidence in facts.Evidence)
        {
            output.WriteLine("  " + FactTelling.Told(evidence, names));
            output.WriteLine($"      \"{evidence.Span.Of(facts.Document.Text).ReplaceLineEndings(" ").Trim()}\"");
        }

        output.WriteLine();
    }
}
