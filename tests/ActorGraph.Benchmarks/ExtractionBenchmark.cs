using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;
using ActorGraph.Testing;

namespace ActorGraph.Benchmarks;

/// <summary>Articles a second, memory over many documents, and time over the length of a text, on the project's own annotated documents again and again.</summary>
public static class ExtractionBenchmark
{
    private const int WordsOfAnArticle = 400;
    private const int ManyDocuments = 20_000;

    /// <summary>Articles a second on one core.</summary>
    private const double OneCore = 50;

    /// <summary>From the bytes of a file to facts, on all cores.</summary>
    private const double AllCores = 100;

    /// <summary>What is held after all documents, against after a tenth of them.</summary>
    private const double Growth = 1.2;

    /// <summary>Time for a character of a text a hundred times as long.</summary>
    private const double Slope = 2;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : ManyDocuments;
        var texts = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "gold"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        return Speed(texts) & await PipelineAsync(texts, count) & Length(texts) ? 0 : 1;
    }

    private static bool Speed(List<string> texts)
    {
        var extractor = new FactExtractor();
        var documents = texts.Select(text => Document.FromText(text)).ToList();
        Repeat(extractor, documents, TimeSpan.FromSeconds(5));
        var (rounds, seconds) = Repeat(extractor, documents, TimeSpan.FromSeconds(10));
        return Told("extraction, one core", "articles/s", rounds * Articles(texts) / seconds, OneCore, isMost: false);
    }

    /// <summary>JSON Lines of different documents, read and extracted as <c>load</c> does it.</summary>
    private static async Task<bool> PipelineAsync(List<string> texts, int count)
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-benchmark-").FullName;
        try
        {
            var path = Path.Combine(folder, "articles.jsonl");
            await File.WriteAllLinesAsync(path, Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(new { title = $"Report {i}", text = $"Report {i}\n\n{texts[i % texts.Count]}", date = "2025-08-25" })));
            long atTenth = 0, done = 0, facts = 0;
            using var process = Process.GetCurrentProcess();
            var processor = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            await foreach (var document in ExtractedDocument.InOrderAsync(DocumentReader.Documents(path, Particulars.None)))
            {
                facts += document.Facts!.Evidence.Count;
                if (++done == count / 10) atTenth = Held();
            }

            watch.Stop();
            process.Refresh();
            processor = process.TotalProcessorTime - processor;
            var atEnd = Held();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} documents, {facts} facts in {watch.Elapsed.TotalSeconds:0} s, {processor.TotalSeconds:0} s of {Environment.ProcessorCount} cores; held after a tenth {atTenth / 1e6:0.0} MB, at the end {atEnd / 1e6:0.0} MB, most of the process {process.PeakWorkingSet64 / 1e6:0} MB"));
            return Told("reading and extraction, all cores", "articles/s", count * Articles(texts) / texts.Count / watch.Elapsed.TotalSeconds, AllCores, isMost: false)
                & Told("memory at the end, against a tenth of the way", "times", atEnd / (double)atTenth, Growth, isMost: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One article a text, ten and a hundred in one text.</summary>
    private static bool Length(List<string> texts)
    {
        var extractor = new FactExtractor();
        double PerCharacter(int articles)
        {
            // Every length reads each article as often as the others do.
            var documents = Enumerable.Range(0, Math.Max(1, 100 / articles)).Select(part => Document.FromText(string.Join("\n\n", Enumerable.Range(part * articles, articles).Select(i => texts[i % texts.Count])))).ToList();
            var best = Enumerable.Range(0, 5).Select(_ => Repeat(extractor, documents, TimeSpan.Zero).Seconds).Min();
            return best / documents.Sum(document => document.Text.Length);
        }

        var (one, ten, hundred) = (PerCharacter(1), PerCharacter(10), PerCharacter(100));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"length 1×: {one * 1e9:0} ns a character; 10×: {ten * 1e9:0} ns ({ten / one:0.00}); 100×: {hundred * 1e9:0} ns ({hundred / one:0.00})"));
        return Told("a character of a text 100 times as long", "times", hundred / one, Slope, isMost: true);
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);

    private static double Articles(List<string> texts) => texts.Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length) / (double)WordsOfAnArticle;

    private static bool Told(string what, string unit, double measured, double limit, bool isMost)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {measured:0.0#} {unit}, limit {limit:0.#}, ratio {measured / limit:0.0#}"));
        return isMost ? measured <= limit : measured >= limit;
    }

    private static (int Rounds, double Seconds) Repeat(FactExtractor extractor, List<Document> documents, TimeSpan atLeast)
    {
        var watch = Stopwatch.StartNew();
        var rounds = 0;
        do
        {
            foreach (var document in documents) extractor.Extract(document);
            rounds++;
        }
        while (watch.Elapsed < atLeast);

        return (rounds, watch.Elapsed.TotalSeconds);
    }
}
