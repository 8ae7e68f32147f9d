namespace ActorGraph.Extraction.Tests.Formats;

public class MarkdownTests
{
    [Fact]
    public void Its_readers_text_is_kept_and_not_its_marks()
    {
        var document = Written.Document("a.md", "# Ministers *meet*\n\n**Peter Novak** met [Maria\nKeller](https://example.com/x_y_z \"t\") in _Vienna_.\n\n- one\n- two\n\n> He said `no`.\n\n| a | b |\n|---|---|\n| c | d |\n\n***\n\nMore &amp; more<br>below.");
        Assert.Equal("Ministers meet\n\nPeter Novak met Maria Keller in Vienna.\n\none\ntwo\n\nHe said no.\n\na b\nc d\n\n----\n\nMore & more\nbelow.", document.Text);
        Assert.Equal("Ministers meet", document.Title);
    }

    [Theory]
    [InlineData("A title\n=======\nA text", "A title\n\nA text")]
    [InlineData("one  \ntwo\\\nthree\nfour", "one\ntwo\nthree four")]
    [InlineData("2 * 3 * 4 and snake_case_name and \\*no\\*", "2 * 3 * 4 and snake_case_name and *no*")]
    [InlineData("![the ministers](a.jpg) He said \"[sic]\" [more][1] and [Home].\n\n[1]: http://x\n[home]: /y", "the ministers He said \"[sic]\" more and Home.")]
    [InlineData("[a (b)](http://x/(y)) <https://z.org> <b>bold</b> ~~gone~~ ~5", "a (b) https://z.org bold gone ~5")]
    [InlineData("```\n# *code*\n```\nafter", "# code\n\nafter")]
    [InlineData("1. one\n   wrapped\n2. two\n- [x] three", "one wrapped\ntwo\nthree")]
    [InlineData("- one\n\n---\n\n**two**", "one\n\n----\n\ntwo")]
    public void A_mark_is_no_word(string written, string read) => Assert.Equal(read, Written.Document("a.md", written).Text);

    [Fact]
    public void The_lines_at_its_head_say_what_it_is()
    {
        var document = Written.Document("a.md", "---\r\ntitle: \"Talks: the second round\"\r\ndate: 2025-08-25 10:00\r\nauthor: A. Reporter\r\ntags:\r\n  - x\r\nsource: Daily\r\n---\r\nPeter Novak met Maria Keller.\r\n");
        Assert.Equal(("Talks: the second round", "A. Reporter", "Daily", new DateOnly(2025, 8, 25), "Peter Novak met Maria Keller."), (document.Title, document.Author, document.Source, document.PublishedAt!.Value, document.Text));
    }
}
