using ActorGraph.Api.Commands;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using Spectre.Console;

namespace ActorGraph.Api.Documents;

/// <param name="File">The file, and the line or item where it holds many documents.</param>
/// <param name="Id">null where it could not be read.</param>
/// <param name="Outcome">added, updated, unchanged, unreadable (the document is at fault) or failed (the database did not take it).</param>
internal sealed record LoadedFile(string File, string? Id, string Outcome, string? Problem);

/// <param name="IsComplete">Whether every file had its turn; false after Ctrl-C.</param>
internal sealed record LoadingResult(IReadOnlyList<LoadedFile> Files, bool IsComplete)
{
    public int Count(string outcome) => Files.Count(file => file.Outcome == outcome);

    public int ExitCode => !IsComplete || Count("failed") > 0 ? Api.ExitCode.WorldFailed : Count("unreadable") > 0 ? Api.ExitCode.InputAtFault : Api.ExitCode.Done;
}

/// <summary>Loads files into a graph, a transaction at a time, with progress; what is done stays done however it ends.</summary>
internal sealed class LoadingRun(IGraphDatabase database, Terminal terminal)
{
    /// <summary>A server that restarts is waited for; one that is gone ends the load, which says how far it came.</summary>
    private readonly BulkLoading loading = new(database, Limits.LoadRetries);
    private readonly List<LoadedFile> done = [];
    private int filesBegun;

    /// <summary>What has had its turn so far.</summary>
    public IReadOnlyList<LoadedFile> Done => done;

    public async Task<LoadingResult> RunAsync(IReadOnlyList<FoundFile> files, Particulars given, FieldNames fields, CancellationToken cancellation)
    {
        var holdsMany = files.Any(file => DocumentFormats.Of(file.Path).HoldsMany());
        var parts = ExtractedDocument.InOrderAsync(Documents(files, given, fields)).Chunk(files.Count <= Limits.FewDocuments && !holdsMany ? 1 : BulkLoading.AtOnce);
        if (!terminal.ShowsProgress) return await AllAsync(parts, line => terminal.Error.WriteLine(holdsMany ? $"{done.Count}: {line}" : $"{done.Count} of {files.Count}: {line}"), cancellation);
        return await terminal.Progress.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask("loading", maxValue: files.Count);
                return AllAsync(parts, line =>
                {
                    bar.Value = holdsMany ? filesBegun - 1 : done.Count;
                    bar.Description = Markup.Escape(line.Length > 60 ? line[..59] + "…" : line);
                }, cancellation);
            });
    }

    private IEnumerable<UnreadDocument> Documents(IReadOnlyList<FoundFile> files, Particulars given, FieldNames fields)
    {
        foreach (var file in files)
        {
            filesBegun++;
            foreach (var document in DocumentFiles.Documents(file, given, fields)) yield return document;
        }
    }

    private async Task<LoadingResult> AllAsync(IAsyncEnumerable<ExtractedDocument[]> parts, Action<string> tell, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return new(done, IsComplete: false);
        await foreach (var part in parts)
        {
            if (cancellation.IsCancellationRequested) return new(done, IsComplete: false);
            await PartAsync(part);
            tell(part.Length == 1 ? $"{done[^1].Outcome} {Path.GetFileName(done[^1].File)}" : $"… {Path.GetFileName(done[^1].File)}");
        }

        return new(done, IsComplete: true);
    }

    /// <summary>Ctrl-C does not reach into it: it ends after the documents in hand.</summary>
    private async Task PartAsync(ExtractedDocument[] part)
    {
        var report = await loading.LoadAsync(part.Select(document => document.Facts).OfType<DocumentFacts>().ToList(), CancellationToken.None);
        done.AddRange(part.Select(document => document.Facts is { Document.Id: var id } ? Fate(report, document.Name, id) : new(document.Name, null, "unreadable", document.Problem)));
    }

    private static LoadedFile Fate(BulkReport report, string name, string id) => report.Refused.TryGetValue(id, out var problem) ? new(name, id, "unreadable", problem)
        : report.Failed.TryGetValue(id, out var failure) ? new(name, id, "failed", $"{name}: the database did not take it: {failure}")
        : new(name, id, Word(report.Changes[id]), null);

    private static string Word(DocumentChange change) => change switch
    {
        DocumentChange.Added => "added",
        DocumentChange.Updated => "updated",
        _ => "unchanged",
    };
}
