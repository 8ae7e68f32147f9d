using System.Diagnostics;
using System.Globalization;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;

namespace ActorGraph.Benchmarks;

/// <summary>Articles a second on one core, over the annotated documents again and again.</summary>
public static class ExtractionBenchmark
{
    private const int WordsOfAnArticle = 400;
    private const double Limit = 50;

    public static int Run()
    {
        var folder = Environment.GetEnvironmentVariable("ACTORGRAPH_SHARED") ?? Path.Combine("..", "shared");
        var documents = new[] { "seeds", "dev" }.Select(set => Path.Combine(folder, "gold", set)).Where(Directory.Exists).SelectMany(path => Directory.GetFiles(path, "*.txt")).Order(StringComparer.Ordinal)
            .Select(path => DocumentReader.Read(File.ReadAllBytes(path), path).Document).OfType<Document>().ToList();
        if (documents.Count == 0)
        {
            Console.WriteLine("Needs shared: set ACTORGRAPH_SHARED to the folder that holds gold/seeds and gold/dev.");
            return 2;
        }

        var extractor = new FactExtractor();
        var words = documents.Sum(document => document.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        Repeat(extractor, documents, TimeSpan.FromSeconds(5));
        var (rounds, seconds) = Repeat(extractor, documents, TimeSpan.FromSeconds(10));
        var perSecond = rounds * (words / (double)WordsOfAnArticle) / seconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"extraction: {perSecond:0} articles/s of {WordsOfAnArticle} words ({rounds * words / seconds / 1000:0} thousand words/s), limit {Limit:0}, ratio {perSecond / Limit:0.0}"));
        return perSecond >= Limit ? 0 : 1;
    }

    private static (int Rounds, double Seconds) Repeat(FactExtractor extractor, List<Document> documents, TimeSpan atLeast)
    {
        var watch = Stopwatch.StartNew();
        var rounds = 0;
        for (; watch.Elapsed < atLeast; rounds++)
        {
            foreach (var document in documents) extractor.Extract(document);
        }

        return (rounds, watch.Elapsed.TotalSeconds);
    }
}
