using System.CommandLine;
using ActorGraph.Extraction;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Api.Commands;

/// <summary><c>refresh</c>: documents that another version of the extraction read are read again.</summary>
internal static class RefreshCommand
{
    public static Command Create() => new TaughtCommand("refresh", "Reads again what another version of the extraction read, from the texts held; stopped, it is simply run again.", [], RunAsync,
        ("actorgraph refresh", "After an update of the program."),
        ("actorgraph status", "How many documents are there to refresh?"));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        await using var database = await invocation.OpenToWriteAsync();
        var (held, loading, extractor) = (new HeldDocuments(database), new BulkLoading(database, Limits.LoadRetries), new FactExtractor());
        var old = await held.ReadByOthersAsync(FactExtractor.Version, invocation.Cancellation);
        var (done, failed) = (0, 0);
        foreach (var part in old.Chunk(BulkLoading.AtOnce))
        {
            invocation.Cancellation.ThrowIfCancellationRequested();
            var documents = await held.WithTextAsync(part, invocation.Cancellation);
            var report = await loading.LoadAsync(documents.Select(document => extractor.Extract(document)).ToList(), CancellationToken.None);
            foreach (var (id, failure) in report.Failed) invocation.Terminal.Error.WriteLine($"error: {id}: the database did not take it: {failure}");
            failed += report.Failed.Count;
            done += documents.Count;
            invocation.Terminal.Error.WriteLine($"{done} of {old.Count}");
        }

        if (invocation.Json) invocation.Terminal.WriteJson(new { refreshed = old, extraction = FactExtractor.Version });
        else invocation.Terminal.Out.WriteLine(old.Count == 0 ? $"Every document was read by version {FactExtractor.Version}." : $"{done - failed} {(done - failed == 1 ? "document" : "documents")} read again, by version {FactExtractor.Version}.");
        return failed > 0 ? ExitCode.WorldFailed : ExitCode.Done;
    }
}
