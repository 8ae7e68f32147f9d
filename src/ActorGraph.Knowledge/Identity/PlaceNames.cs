using System.Collections.Frozen;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Cities whose name another language does not merely spell otherwise.</summary>
internal static class PlaceNames
{
    private static readonly FrozenDictionary<string, string> Known = IdentityTables.Rows("places")
        .SelectMany(row => row[1].Split('|').Append(row[0]).Select(name => (name, row[0])))
        .DistinctBy(pair => pair.name).ToFrozenDictionary(pair => pair.name, pair => pair.Item2);

    /// <summary>The English name of a city that the table holds, else null.</summary>
    public static string? KnownAs(string name) => Known.GetValueOrDefault(NameText.Fold(name));
}
