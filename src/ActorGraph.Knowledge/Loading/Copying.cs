using System.Security.Cryptography;
using System.Text;
using ActorGraph.Facts;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

/// <summary>
/// Moves house: what the documents say and what people decided goes from one database to another, where the graph follows from it as it did before.
/// Stopped and run again it completes.
/// </summary>
public sealed class Copying(IGraphDatabase from, IGraphDatabase to)
{
    /// <param name="tell">Called after each transaction with how many of how many documents are there.</param>
    /// <returns>How many documents and decisions were copied; those that were there already do not count.</returns>
    /// <exception cref="GraphException">The target holds what the source does not, or one of them failed; what was copied stays.</exception>
    public async Task<(int Documents, int Decisions)> RunAsync(Action<int, int> tell, CancellationToken cancellation)
    {
        await using var source = await from.OpenAsync(SessionOptions.Read, cancellation);
        var ids = (await new HeldDocuments(from).ReadAsync(cancellation)).Keys.Order(StringComparer.Ordinal).ToList();
        var known = ids.ToHashSet(StringComparer.Ordinal);
        if ((await new HeldDocuments(to).ReadAsync(cancellation)).Keys.FirstOrDefault(id => !known.Contains(id)) is { } other)
            throw new GraphException(ErrorCodes.ArgumentError, $"{to.Uri} holds {other}, which {from.Uri} does not: copy into an empty database, or retract it there first.");
        var loading = new BulkLoading(to, Retrying.Default);
        var (copied, done) = (0, 0);
        foreach (var part in ids.Chunk(BulkLoading.AtOnce))
        {
            var facts = await HeldFacts.ReadAsync(source, part, cancellation);
            var report = await loading.LoadAsync(facts, cancellation);
            if (report.Failed.FirstOrDefault() is { Key: { } id, Value: var failure }) throw new GraphException(ErrorCodes.StorageFailed, $"{to.Uri} did not take {id}: {failure}");
            copied += report.Changes.Values.Count(change => change != DocumentChange.Unchanged);
            tell(done += part.Length, ids.Count);
        }

        var decided = 0;
        foreach (var decision in await HeldFacts.DecisionsAsync(source, cancellation)) decided += await Retrying.Default.RunAsync(() => DecideAsync(decision, cancellation), cancellation) ? 1 : 0;
        return (copied, decided);
    }

    /// <summary>Whether both hold the same graph: their canonical dumps are equal.</summary>
    /// <exception cref="GraphException">One of them failed.</exception>
    public async Task<bool> AreEqualAsync(CancellationToken cancellation) => await DigestAsync(from, cancellation) == await DigestAsync(to, cancellation);

    private static async Task<string> DigestAsync(IGraphDatabase database, CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        await using (var bytes = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        await using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            await CanonicalDump.WriteAsync(database, text, cancellation);
        }

        return Convert.ToHexString(hash.Hash!);
    }

    private async Task<bool> DecideAsync(Decision decision, CancellationToken cancellation)
    {
        await using var session = await to.OpenInTurnAsync(cancellation);
        if ((await HeldFacts.DecisionsAsync(session, cancellation)).Any(known => known.Id == decision.Id)) return false;
        await Decisions.WriteAsync(session, decision, cancellation);
        await session.CommitAsync(cancellation);
        return true;
    }
}
