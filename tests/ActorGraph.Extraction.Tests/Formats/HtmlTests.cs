using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests.Formats;

public class HtmlTests
{
    private const string First = "VIENNA — Foreign Minister Peter Novak met his counterpart Maria Keller in Vienna on Monday, the ministry said, after weeks of talks between the two sides on the border that both of them share.";
    private const string Second = "The two ministers, who had not met for a year, discussed the crossing at the river, the trade in grain, and the return of the prisoners, and agreed to meet again in Prague in the spring.";
    private const string Third = "\"We have come closer,\" Novak told reporters, adding that a treaty could be signed before the summer; Keller said that much, however, was still to be done by the commission.";

    private static string Page(string head, string before = "") => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ministers meet in Vienna | The Daily Example</title>{head}<style>p {"{"} color: red {"}"}</style></head>
        <body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
        <main><article><h1>Ministers meet in <em>Vienna</em></h1>{before}
        <figure><img src="a.jpg" alt="x"><figcaption>The two ministers on Monday.</figcaption></figure>
        <p>{First}</p><script>track("Paul Intruder met Jane Doe")</script>
        <p>{Second.Replace("grain", "<b>grain</b> &amp; corn")}</p>
        <div class="share-buttons"><button>Share</button><a href="#">Tweet</a></div>
        <p>{Third}</p></article></main>
        <aside class="related"><h2>Most read</h2><ul><li><a href="/1">John Smith met Ann Black</a></li><li><a href="/2">Ten recipes</a></li></ul></aside>
        <footer>© The Daily Example. <a href="/privacy">Privacy</a> We use cookies.</footer></body></html>
        """;

    [Fact]
    public void The_main_text_is_read_and_what_lies_around_it_is_not()
    {
        var text = Written.Document("a.html", Page("")).Text;
        Assert.StartsWith("Ministers meet in Vienna\n\n", text);
        Assert.Contains(First + "\n\n", text);
        Assert.Contains("grain & corn", text);
        Assert.Contains(Third, text);
        Assert.All(["Home", "Privacy", "Intruder", "John Smith", "color", "Tweet", "Share"], word => Assert.DoesNotContain(word, text));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, "Ministers meet in Vienna"));
    }

    [Fact]
    public void Facts_point_into_the_text_that_is_kept()
    {
        var document = Written.Document("a.html", Page(""));
        var facts = new FactExtractor().Extract(document);
        Assert.Contains(facts.Evidence.OfType<MeetingEvidence>(), meeting => meeting.Trigger.Of(document.Text) == "met" && meeting.Span.Of(document.Text).Contains("Peter Novak"));
        Assert.Contains(facts.Sightings, sighting => sighting.Mentions.Any(mention => mention.Span.Of(document.Text) == "Maria Keller"));
    }

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Ministers meet","datePublished":"2025-08-25T23:30:00+03:00","author":[{"@type":"Person","name":"A. Reporter"},{"name":"B. Writer"}],"publisher":{"name":"The Daily Example"}}]}</script>""", "Ministers meet|A. Reporter, B. Writer|The Daily Example|2025-08-25")]
    [InlineData("""<meta property="og:title" content="Ministers meet"><meta property="og:site_name" content="The Daily Example"><meta property="article:published_time" content="2025-08-25T08:00:00Z"><meta name="author" content="By A. Reporter">""", "Ministers meet|A. Reporter|The Daily Example|2025-08-25")]
    [InlineData("""<meta name="date" content="August 25, 2025"><meta property="article:author" content="https://example.com/authors/1">""", "Ministers meet in Vienna|||2025-08-25")]
    [InlineData("""<script type="application/ld+json">{ broken </script><meta name="pubdate" content="Mon, 25 Aug 2025 10:00:00 GMT">""", "Ministers meet in Vienna|||2025-08-25")]
    [InlineData("""<meta name="date" content="04/05/2025">""", "Ministers meet in Vienna|||")]
    public void A_page_says_about_itself(string head, string expected)
    {
        var document = Written.Document("a.html", Page(head));
        Assert.Equal(expected, $"{document.Title}|{document.Author}|{document.Source}|{document.PublishedAt:yyyy-MM-dd}");
    }

    [Fact]
    public void A_time_in_the_article_dates_it_where_nothing_else_does()
        => Assert.Equal(new DateOnly(2025, 8, 25), Written.Document("a.html", Page("", "<p>By A. Reporter <time datetime=\"2025-08-25T10:00\">today</time></p>")).PublishedAt);

    [Fact]
    public void What_is_given_goes_before_what_the_page_says()
    {
        var document = Written.Document("a.html", Page("""<meta name="date" content="2025-08-25"><meta property="og:site_name" content="The Daily Example">"""), given: new(Source: "Archive", PublishedAt: new(2025, 8, 26)));
        Assert.Equal(("Archive", new DateOnly(2025, 8, 26)), (document.Source, document.PublishedAt!.Value));
    }

    [Fact]
    public void Its_bytes_are_the_page()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Page(""));
        Assert.Equal(Document.IdOf(bytes), Written.Document("other-name.htm", bytes).Id);
    }

    [Theory]
    [InlineData("<title>Talks | Daily</title><h1>Daily</h1><main><h1>Talks</h1><p>x</p></main>", "Talks")]
    [InlineData("<title>Talks - The Daily</title><h1>The Daily</h1><h1>Talks</h1><p>x</p>", "Talks")]
    [InlineData("<title>The talks in Vienna went on | Daily</title><p>x</p>", "The talks in Vienna went on")]
    [InlineData("<title>A | B of the longest names</title><p>x</p>", "A | B of the longest names")]
    public void The_title_is_the_headline_and_not_the_sites_name(string page, string title) => Assert.Equal(title, Written.Document("a.html", page).Title);

    [Fact]
    public void A_short_text_without_any_frame_is_read_whole()
        => Assert.Equal("Peter Novak met\n\nMaria Keller\nin Vienna\n\none\ntwo\n\na b", Written.Document("a.html", "Peter  Novak met<p>Maria Keller<br>in&nbsp;Vienna<ul><li>one<li>two</ul><table><tr><td>a<td>b</table>").Text);

    /// <summary>Pages without article or main, as they were saved before those were usual: menus as long as the text, and headlines of other articles in the midst of it.</summary>
    [Fact]
    public void Menus_and_other_headlines_are_no_text_where_nothing_marks_the_article()
    {
        var menu = string.Concat(Enumerable.Range(1, 200).Select(i => $"<li><a href=\"/{i}\">Section of many things {i}</a></li>"));
        var page = $"""
            <html><head><title>Ministers meet - The Daily Example</title></head><body><div id="top"><span>Sign in</span> <span>Register</span><ul>{menu}</ul></div>
            <table><tr><td>{string.Concat(Enumerable.Range(1, 60).Select(i => $"<div>Sector {i}</div><div>Quote {i}</div>"))}</td></tr></table>
            <div class="story"><p>{First}</p><ul><li><a href="/1">John Smith met Ann Black</a></li><li><a href="/2">Jane Doe met Joe Roe</a></li><li><a href="/3">Ten recipes</a></li></ul><p>{Second}</p><p>{Third}</p>
            <ul><li>One thing that was agreed</li><li><a href="/4">Another thing</a> that was agreed</li></ul></div></body></html>
            """;
        var text = Written.Document("a.html", page).Text;
        Assert.Equal($"Ministers meet - The Daily Example\n\n{First}\n\n{Second}\n\n{Third}\n\nOne thing that was agreed\nAnother thing that was agreed", text);
    }

    [Theory]
    [InlineData("Ministers meet - Daily", "Daily Example", "", "Ministers meet")]
    [InlineData("Daily Example | Ministers meet", "Daily Example", "", "Ministers meet")]
    [InlineData("Ministers meet | Daily Example", "Daily Example", "", "Ministers meet")]
    [InlineData("Ministers meet - A. Reporter", "Daily Example", "A. Reporter", "Ministers meet")]
    [InlineData("Ministers meet - Vienna hopes", "Daily Example", "A. Reporter", "Ministers meet - Vienna hopes")]
    [InlineData("Daily Example", "Daily Example", "", "Daily Example")]
    public void The_name_of_the_site_or_of_the_author_is_no_part_of_the_title(string title, string site, string author, string expected)
        => Assert.Equal(expected, Written.Document("a.html", $"<meta property=\"og:title\" content=\"{title}\"><meta property=\"og:site_name\" content=\"{site}\"><meta name=\"author\" content=\"{author}\"><p>x</p>").Title);

    [Theory]
    [InlineData("By A. Reporter", "A. Reporter")]
    [InlineData("A. Reporter | Apr 19, 2025", "A. Reporter")]
    [InlineData("A. Reporter @areporter on June 26, 2025 at 9:00", "A. Reporter")]
    [InlineData("A. Reporter, Daily 8:42 a.m. EDT October 3, 2025", null)]
    [InlineData("9:39AM BST 05 Oct 2025", null)]
    public void An_author_is_a_name_and_no_time(string told, string? expected)
        => Assert.Equal(expected, Written.Document("a.html", $"<p class=\"byline\">{told}</p><p>x</p>").Author);

    [Fact]
    public void A_page_without_text_is_told()
        => Assert.Equal("a.html is a page without text. Save it when its text is shown, or save the text alone.", Written.Problem("a.html", "<html><body><div id=app></div><script>render()</script></body></html>"));
}
