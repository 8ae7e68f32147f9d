using System.Globalization;
using ActorGraph.Facts;
using ActorGraph.Testing;
using Xunit.Abstractions;

namespace ActorGraph.Extraction.Tests.Formats;

/// <summary>Damaged documents of every format through reading and extraction: no exception, no hang, nothing outside the text. A failure names its number, and MutatedDocument.Of(number) gives it again.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    /// <summary>No document of this size takes a fraction of this; one that does hangs.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Some_damaged_documents_are_read_or_told() => await Run(0, 300);

    /// <summary>ACTORGRAPH_FUZZ says how many others: the full run is of 100000.</summary>
    [SkippableFact]
    public async Task Many_damaged_documents_are_read_or_told()
    {
        Need.Time();
        await Run(1_000_000, int.Parse(Environment.GetEnvironmentVariable("ACTORGRAPH_FUZZ") ?? "5000", CultureInfo.InvariantCulture));
    }

    private async Task Run(int first, int count)
    {
        var extractor = new FactExtractor();
        var (read, told, mentions, facts) = (0, 0, 0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(first, count), async (number, _) =>
        {
            try
            {
                await Task.Run(() => One(number)).WaitAsync(Hang);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"MutatedDocument.Of({number}): {failure.Message}", failure);
            }
        });
        output.WriteLine($"{count} files: {read} documents read, {told} told, {mentions} mentions, {facts} facts");
        Assert.True(read > count / 2 && told > count / 20, $"{read} read, {told} told");

        void One(int number)
        {
            foreach (var (document, problem) in MutatedDocument.Of(number).Read())
            {
                if (document is null)
                {
                    Assert.False(string.IsNullOrWhiteSpace(problem));
                    Interlocked.Increment(ref told);
                    continue;
                }

                Interlocked.Increment(ref read);
                var extracted = extractor.Extract(document);
                foreach (var sighting in extracted.Sightings)
                {
                    Interlocked.Add(ref mentions, sighting.Mentions.Count);
                    foreach (var mention in sighting.Mentions) AssertWithin(mention.Span, document.Text);
                }

                foreach (var evidence in extracted.Evidence)
                {
                    Interlocked.Increment(ref facts);
                    AssertWithin(evidence.Span, document.Text);
                    AssertWithin(evidence.Trigger, document.Text);
                }
            }
        }
    }

    private static void AssertWithin(TextSpan span, string text) => Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= text.Length, $"{span} in {text.Length}");
}
