using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests;

/// <summary>Texts that no editor wrote: nothing throws, and the work grows with the length and no faster.</summary>
public class HostileTextTests
{
    public static TheoryData<string, string> Texts() => new()
    {
        { "nothing", "" },
        { "only white space", " \t\r\n\u00a0\n\n   " },
        { "unbalanced quotes", "\"“„«Peter Novak met ‘\"Maria Keller“”\" in (((Vienna." },
        { "lone surrogates", "Peter \ud800Novak met \udc00Maria Keller\ud83d in Vienna." },
        { "only marks", "''’’--..,,;;&&&&amp;&#39;&eacute" },
        { "a title and nothing else", "President" },
        { "a verb and nothing else", "met" },
        { "carriage returns only", "Peter Novak met\rMaria Keller\rin Vienna." },
        { "one letter", "A" },
        { "an article's rule at the end", "Text.\n====" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_throws_and_every_span_lies_in_the_text(string name, string text)
    {
        var facts = new FactExtractor().Extract(new Document("doc:" + name, text));
        Assert.All(facts.Sightings.SelectMany(sighting => sighting.Mentions), mention => Assert.InRange(mention.Span.End, mention.Span.Start + 1, text.Length));
        Assert.All(facts.Evidence, evidence => Assert.InRange(evidence.Span.End, evidence.Span.Start + 1, text.Length));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Aa")]
    [InlineData("Peter Novak met Maria Keller in Vienna on Monday. ")]
    [InlineData("Peter Novak and ")]
    [InlineData("Minister of ")]
    [InlineData("Peter Novak, who ")]
    [InlineData("Peter\n")]
    [InlineData("Bank of the ")]
    [InlineData("\"met ")]
    public void The_work_grows_with_the_length_and_no_faster(string piece)
    {
        long Allocated(int length)
        {
            var document = new Document("doc:long", string.Concat(Enumerable.Repeat(piece, length / piece.Length)));
            var before = GC.GetAllocatedBytesForCurrentThread();
            new FactExtractor().Extract(document);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(1_000);
        var (small, large) = (Allocated(4_000), Allocated(40_000));
        Assert.True(large < 25 * small + 1_000_000, $"ten times the text allocated {large / (double)small:0.0} times as much");
    }

    [Fact]
    public void A_million_letters_without_a_space_are_read() => Assert.Empty(new FactExtractor().Extract(new Document("doc:long", new string('a', 1_000_000))).Evidence);

    [Fact]
    public void The_same_text_gives_the_same_facts()
    {
        const string Text = "Peter Novak, the head of the Libyan National Army, met Maria Keller in Vienna on 5 May 2020.";
        string Told() => System.Text.Json.JsonSerializer.Serialize(new FactExtractor().Extract(Document.FromText(Text)).Evidence.Select(evidence => (object)evidence));
        Assert.Equal(Told(), Told());
    }
}
