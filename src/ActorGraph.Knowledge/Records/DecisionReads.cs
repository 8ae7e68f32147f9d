using System.Globalization;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge.Records;

/// <summary>Reads decisions. People make few, so each page reads them all.</summary>
public static class DecisionReads
{
    /// <summary>First decision first.</summary>
    public static async Task<Page<DecisionRecord>> ListAsync(IGraphSession session, PageRequest page, CancellationToken cancellation)
    {
        var after = page.After ?? Keyset.First;
        return Page<DecisionRecord>.Of((await Decisions.ReadAsync(session, cancellation)).Select(decision => (Key: new Keyset(decision.At.ToString("O", CultureInfo.InvariantCulture), decision.Id), decision))
            .OrderBy(row => row.Key.Day, StringComparer.Ordinal).ThenBy(row => row.Key.Id, StringComparer.Ordinal).SkipWhile(row => !IsAfter(row.Key, after)), page);
    }

    public static async Task<long> CountAsync(IGraphSession session, CancellationToken cancellation) => (await Decisions.ReadAsync(session, cancellation)).Count;

    private static bool IsAfter(Keyset key, Keyset other) => string.CompareOrdinal(key.Day, other.Day) is var days && (days > 0 || (days == 0 && string.CompareOrdinal(key.Id, other.Id) > 0));
}
