using System.Collections.Frozen;

namespace ActorGraph.Knowledge;

/// <summary>The statements of <c>cypher/</c>, by folder and name without the extension: <c>write/actors</c>.</summary>
public static class CypherLibrary
{
    private const string Prefix = "cypher/";
    private const string Extension = ".cypher";

    private static readonly FrozenDictionary<string, string> Texts = typeof(CypherLibrary).Assembly.GetManifestResourceNames()
        .Select(name => (name, key: name.Replace('\\', '/')))
        .Where(resource => resource.key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(resource => resource.key[Prefix.Length..^Extension.Length], resource => Read(resource.name));

    /// <summary>Every name, ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = Texts.Keys.Order(StringComparer.Ordinal).ToList();

    /// <exception cref="KeyNotFoundException">No file has this name.</exception>
    public static string Get(string name) => Texts.TryGetValue(name, out var text) ? text : throw new KeyNotFoundException($"There is no cypher/{name}.cypher; there are {string.Join(", ", Names)}.");

    /// <summary>Without the lines that only comment: every run sends the text.</summary>
    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(CypherLibrary).Assembly.GetManifestResourceStream(resource)!);
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)));
    }
}
