using ActorGraph.Api.Commands;
using ActorGraph.Extraction;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using Spectre.Console;

namespace ActorGraph.Api.Documents;

/// <param name="Id">null where it could not be read.</param>
/// <param name="Outcome">added, updated, unchanged or unreadable.</param>
internal sealed record LoadedFile(string File, string? Id, string Outcome, string? Problem);

/// <param name="IsComplete">Whether every file had its turn; false after Ctrl-C.</param>
internal sealed record LoadingResult(IReadOnlyList<LoadedFile> Files, bool IsComplete)
{
    public int Count(string outcome) => Files.Count(file => file.Outcome == outcome);

    public int ExitCode => !IsComplete ? Api.ExitCode.WorldFailed : Count("unreadable") > 0 ? Api.ExitCode.InputAtFault : Api.ExitCode.Done;
}

/// <summary>Loads files into a graph, a transaction at a time, with progress; what is done stays done however it ends.</summary>
internal sealed class LoadingRun(IGraphDatabase database, Terminal terminal)
{
    private readonly FactExtractor extractor = new();
    private readonly Loader loader = new(database);
    private readonly List<LoadedFile> done = [];

    /// <summary>What has had its turn so far.</summary>
    public IReadOnlyList<LoadedFile> Done => done;

    public async Task<LoadingResult> RunAsync(IReadOnlyList<FoundFile> files, string? source, DateOnly? publishedAt, CancellationToken cancellation)
    {
        var atOnce = files.Count <= Limits.FewDocuments ? 1 : Limits.DocumentsAtOnce;
        if (!terminal.ShowsProgress) return await AllAsync(files.Chunk(atOnce), source, publishedAt, line => terminal.Error.WriteLine($"{done.Count} of {files.Count}: {line}"), cancellation);
        return await terminal.Progress.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask("loading", maxValue: files.Count);
                return AllAsync(files.Chunk(atOnce), source, publishedAt, line =>
                {
                    bar.Value = done.Count;
                    bar.Description = Markup.Escape(line.Length > 60 ? line[..59] + "…" : line);
                }, cancellation);
            });
    }

    private async Task<LoadingResult> AllAsync(IEnumerable<FoundFile[]> parts, string? source, DateOnly? publishedAt, Action<string> tell, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            if (cancellation.IsCancellationRequested) return new(done, IsComplete: false);
            await PartAsync(part, source, publishedAt);
            tell(part.Length == 1 ? $"{done[^1].Outcome} {Path.GetFileName(done[^1].File)}" : $"… {Path.GetFileName(done[^1].File)}");
        }

        return new(done, IsComplete: true);
    }

    /// <summary>One transaction. Ctrl-C does not reach into it: it ends after the documents in hand.</summary>
    private async Task PartAsync(FoundFile[] part, string? source, DateOnly? publishedAt)
    {
        var facts = new List<DocumentFacts>();
        var readable = new List<(string File, string Id)>();
        foreach (var file in part)
        {
            var (document, problem) = file.Problem is null ? DocumentFiles.Read(file.Path, source, publishedAt) : new(null, file.Problem);
            if (document is null)
            {
                done.Add(new(file.Path, null, "unreadable", problem));
                continue;
            }

            facts.Add(extractor.Extract(document));
            readable.Add((file.Path, document.Id));
        }

        if (facts.Count == 0) return;
        var report = await loader.LoadAsync(facts, CancellationToken.None);
        done.AddRange(readable.Select(file => new LoadedFile(file.File, file.Id, Word(report.Changes[file.Id]), null)));
    }

    private static string Word(DocumentChange change) => change switch
    {
        DocumentChange.Added => "added",
        DocumentChange.Updated => "updated",
        _ => "unchanged",
    };
}
