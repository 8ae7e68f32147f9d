using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Testing;

namespace ActorGraph.Conformance.Documents;

/// <summary>Real documents as the extraction reads them, and the graph that they become.</summary>
internal static class DocumentSet
{
    /// <summary>The documents that the program loads by default.</summary>
    public static IReadOnlyList<DocumentFacts> Seeds() => Read(Path.Combine(Repository.Root, "seeds"));

    /// <summary>Those and the annotated documents beside the repository; skips where they are not.</summary>
    public static IReadOnlyList<DocumentFacts> SeedsAndDev() => [.. Seeds(), .. Read(Need.Shared("gold", "dev"))];

    public static async Task LoadAsync(IGraphDatabase database, IReadOnlyList<DocumentFacts> documents)
    {
        await GraphSchema.EnsureAsync(database, default);
        await new Loader(database).LoadAsync(documents, default);
    }

    public static async Task<string> DumpAsync(IGraphDatabase database)
    {
        await using var text = new StringWriter();
        await CanonicalDump.WriteAsync(database, text, default);
        return text.ToString();
    }

    private static List<DocumentFacts> Read(string folder) => Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
        .Select(file => new FactExtractor().Extract(DocumentReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)).Document!)).ToList();
}
