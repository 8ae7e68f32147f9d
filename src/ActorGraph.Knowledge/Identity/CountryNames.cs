using System.Collections.Frozen;

namespace ActorGraph.Knowledge.Identity;

/// <summary>What countries are called in answers, whatever word a document had for them ("Turkish", "Turkije").</summary>
internal static class CountryNames
{
    private static readonly FrozenDictionary<string, string> Names = IdentityTables.Rows("countries").ToFrozenDictionary(row => row[0], row => row[1]);

    /// <summary>The English short name; null where the table has none.</summary>
    public static string? Of(string iso2) => Names.GetValueOrDefault(iso2);
}
