using System.Collections.Frozen;

namespace ActorGraph.Knowledge.Identity;

/// <summary>The names of organizations are translated: their words, and whole names of international organizations, in one language.</summary>
internal static class OrganizationWords
{
    private static readonly FrozenDictionary<string, string> English = IdentityTables.Rows("organization-words")
        .SelectMany(row => row[1].Split(' ').Append(row[0]).Select(word => (word, row[0])))
        .DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.Item2);

    private static readonly FrozenDictionary<string, string> Known = IdentityTables.Rows("organizations")
        .SelectMany(row => row[1].Split('|').Append(row[0]).Select(name => (name, row[0])))
        .DistinctBy(pair => pair.name).ToFrozenDictionary(pair => pair.name, pair => pair.Item2);

    public static IEnumerable<string> Translate(IEnumerable<string> words)
        => words.SelectMany(word => English.GetValueOrDefault(word, word) is "intelligenceservice" ? ["intelligence", "organization"] : new[] { English.GetValueOrDefault(word, word) });

    /// <summary>The one name of an international organization, whatever language calls it; null for any other.</summary>
    public static string? KnownAs(string name) => Known.GetValueOrDefault(NameText.Fold(name));
}
