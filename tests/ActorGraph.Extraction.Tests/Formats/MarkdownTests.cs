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

    [Fact]
    public void The_lines_at_its_head_say_what_it_is()
    {
        var document = Written.Document("a.md", "---\r\ntitle: \"Talks: the second round\"\r\ndate: 2025-08-25 10:00\r\nauthor: A. Reporter\r\ntags:\r\n  - x\r\nsource: Daily\r\n---\r\nPeter Novak met Maria Keller.\r\n");
        Assert.Equal(("Talks: the second round", "A. Reporter", "Daily", new DateOnly(2025, 8, 25), "Peter Novak met Maria Keller."), (document.Title, document.Author, document.Source, document.PublishedAt!.Value, document.Text));
    }
}
