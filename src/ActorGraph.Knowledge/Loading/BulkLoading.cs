using ActorGraph.Facts;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

/// <param name="Changes">What became of each document that is held now, by its id.</param>
/// <param name="Refused">Why a document was not loaded, by its id: what is said of it does not hold together.</param>
/// <param name="Failed">What the database said of a document that it did not take even alone, by its id.</param>
public sealed record BulkReport(IReadOnlyDictionary<string, DocumentChange> Changes, IReadOnlyDictionary<string, string> Refused, IReadOnlyDictionary<string, string> Failed);

/// <summary>
/// Loads documents twenty to a transaction, which is several times as fast as one by one. Each still goes in wholly or not at all: where the database does not take
/// twenty for a reason that lies in them, each goes in a transaction of its own, and only that is left out which fails alone.
/// </summary>
/// <param name="retries">What is tried again, and for how long.</param>
public sealed class BulkLoading(IGraphDatabase database, Retrying retries)
{
    /// <summary>Documents in one transaction.</summary>
    public const int AtOnce = 20;

    private readonly Loader loader = new(database);

    /// <summary>Where many are too much for the memory of one transaction, waiting does not help, and smaller ones do.</summary>
    private readonly Retrying together = retries.ButNot(failure => failure.Code == ErrorCodes.OutOfMemory);

    /// <param name="documents">At most <see cref="AtOnce"/>.</param>
    /// <exception cref="GraphException">The database failed for a reason that is not in the documents; those before stay loaded.</exception>
    public async Task<BulkReport> LoadAsync(IReadOnlyList<DocumentFacts> documents, CancellationToken cancellation)
    {
        var (changes, refused, failed) = (new Dictionary<string, DocumentChange>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        if (documents.Count > 1 && await FailureAsync(documents, together) is null) return new(changes, refused, failed);
        foreach (var one in documents)
        {
            if (await FailureAsync([one], retries) is { } failure) failed[one.Document.Id] = failure;
        }

        return new(changes, refused, failed);

        // One transaction; null where it was committed.
        async Task<string?> FailureAsync(IReadOnlyList<DocumentFacts> some, Retrying tries)
        {
            try
            {
                var report = await tries.RunAsync(() => loader.LoadAsync(some, cancellation), cancellation);
                foreach (var (id, change) in report.Changes) changes[id] = change;
                foreach (var (id, problem) in report.Refused) refused[id] = problem;
                return null;
            }
            catch (GraphException failure) when (IsOfTheDocuments(failure))
            {
                return failure.Message;
            }
        }
    }

    /// <summary>Whether other documents may fare better: what was written was refused, or was too much for one transaction.</summary>
    private static bool IsOfTheDocuments(GraphException failure) => failure.IsUsersFault || failure.Code == ErrorCodes.OutOfMemory;
}
