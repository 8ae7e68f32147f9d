using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests;

public class ArticleTests
{
    private static AnnotatedText Read(string text) => Sentences.Split(Articles.Split(new AnnotatedText(Document.FromText(text))));

    [Fact]
    public void Abbreviations_and_initials_end_no_sentence()
        => Assert.Equal(["Mr. Novak saw Dr. J. Keller on Nov. 3 in the U.S. capital.", "He left."], Read("Mr. Novak saw Dr. J. Keller on Nov. 3 in the U.S. capital. He left.").Sentences.Select(s => s.Span.Of("Mr. Novak saw Dr. J. Keller on Nov. 3 in the U.S. capital. He left.")));

    [Fact]
    public void A_line_of_signs_divides_articles()
    {
        var articles = Read("BERLIN, May 3, 2024 - One report stands here.\n\n====\n\nDE HAAG, 5 mei 2024 - Het tweede bericht is van een andere dag.\n").Articles;
        Assert.Equal([new DateOnly(2024, 5, 3), new DateOnly(2024, 5, 5)], articles.Select(article => article.Date!.Value));
        Assert.Equal(["en", "nl"], articles.Select(article => article.Language));
    }

    [Fact]
    public void A_date_in_running_text_is_not_the_articles_date()
        => Assert.Null(Read("From 4 to 19 September 2021 three members of our staff visited eleven sites in two regions of the country.").Articles[0].Date);

    [Fact]
    public void Links_and_navigation_never_become_a_fact()
    {
        var reading = new Reading("Home | News | Sport\nREAD ALSO: Peter Novak met Maria Keller in Vienna\nNothing else happened on that day.\n");
        Assert.Empty(reading.Facts.Evidence);
        Assert.All(reading.Facts.Sightings.Where(sighting => sighting.Type == ActorType.Person).SelectMany(sighting => sighting.Mentions), mention => Assert.True(mention.IsBoilerplate));
    }

    [Fact]
    public void A_caption_told_twice_is_one_fact()
        => Assert.Single(new Reading("Peter Novak met Maria Keller in Vienna.\nThe rest was silence.\nPeter Novak met Maria Keller in Vienna.\n").Meetings);

    [Theory]
    [InlineData("WORLD\nNews › World › Central Europe\n2 min read\nNovak meets Keller in Vienna\nBy Anna de Boer\nPeter Novak met Maria Keller on Monday.\n", "Novak meets Keller in Vienna")]
    [InlineData("READ ALSO: Nothing of this is a headline\n date 2024-05-03 Peter Novak was in Vienna. He met Maria Keller.\n", "Peter Novak was in Vienna.")]
    [InlineData("Hoofdpunten\n", "Hoofdpunten")]
    [InlineData("…\n", null)]
    public void A_headline_is_the_first_line_that_reads_like_one(string text, string? headline) => Assert.Equal(headline, new Reading(text).Facts.Headline);

    [Fact]
    public void A_long_first_sentence_is_a_headline_as_far_as_its_last_whole_word()
    {
        var headline = new Reading("The delegations of both countries held talks about trade, " + string.Concat(Enumerable.Repeat("transport and energy, ", 20)) + "and left.\n").Facts.Headline!;
        Assert.InRange(headline.Length, 60, 110);
        Assert.EndsWith("…", headline, StringComparison.Ordinal);
        Assert.DoesNotContain(",…", headline, StringComparison.Ordinal);
    }
}
