using System.Collections.Frozen;
using System.Globalization;

namespace ActorGraph.Knowledge.Identity;

/// <summary>How much a word of a name tells: from a shipped table alone, never from what happens to be loaded.</summary>
internal static class NameRarity
{
    private const double LossPerDoubling = 0.1;
    private const double Least = 0.3;

    private static readonly FrozenDictionary<string, int> Log2Counts = IdentityTables.Rows("frequent-names")
        .SelectMany(row => row[1].Split(' ').Select(word => (word, log: int.Parse(row[0], CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(pair => pair.word, pair => pair.log);

    /// <returns>1 for a word the table does not hold, less the more often it occurs, at least 0.3.</returns>
    public static double Of(string word) => Log2Counts.TryGetValue(word, out var log) ? Math.Max(Least, 1 - LossPerDoubling * log) : 1;
}
