using System.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests.Formats;

public class EncodingTests
{
    private const string Dutch = "Premier Koç ontmoette Müller.";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text_and_one_of_the_bytes()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "Ankara"u8];
        var document = Written.Document("a.txt", bytes);
        Assert.Equal(("Ankara", Document.IdOf(bytes)), (document.Text, document.Id));
    }

    [Theory]
    [InlineData("a.txt", "a.txt is not UTF-8: byte 10 is 0xE7. Convert it to UTF-8 and load it again.")]
    [InlineData("a.md", "a.md is not UTF-8: byte 10 is 0xE7. Convert it to UTF-8 and load it again.")]
    [InlineData("a.html", "a.html declares no charset and is not UTF-8: byte 10 is 0xE7. Convert it to UTF-8 and load it again.")]
    [InlineData("a.jsonl", "a.jsonl line 1 is not UTF-8: byte 10 is 0xE7. Convert it to UTF-8 and load it again.")]
    public void Bytes_that_are_no_UTF_8_are_told_with_the_first_of_them(string name, string problem)
        => Assert.Equal(problem, Written.Problem(name, Encoding.Latin1.GetBytes("Premier Koç, Köln")));

    [Fact]
    public void A_line_in_another_encoding_takes_only_itself_away()
    {
        byte[] bytes = [.. "{\"text\": \"Ankara\"}\n{\"text\": \"Ko"u8, 0xE7, .. "\"}\n{\"text\": \"Cairo\"}\n"u8];
        var read = Written.Read("a.jsonl", bytes);
        Assert.Equal(["Ankara", null, "Cairo"], read.Select(r => r.Document?.Text));
        Assert.Equal("a.jsonl line 2 is not UTF-8: byte 31 is 0xE7. Convert it to UTF-8 and load it again.", read[1].Problem);
        Assert.Equal(0xE7, bytes[31]);
    }

    [Fact]
    public void A_cell_in_another_encoding_takes_only_its_row_away()
    {
        byte[] bytes = [.. "id,text\n1,\"Ko"u8, 0xE7, .. "\"\n2,Cairo\n"u8];
        var read = Written.Read("a.csv", bytes);
        Assert.Equal("a.csv line 2 is not UTF-8: byte 2 of its cell 2 is 0xE7. Convert it to UTF-8 and load it again.", read[0].Problem);
        Assert.Equal("Cairo", read[1].Document!.Text);
    }

    [Theory]
    [InlineData("iso-8859-1", 1252, "<meta charset=iso-8859-1>")]
    [InlineData("windows-1254", 1254, "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1254'>")]
    [InlineData("iso-8859-9", 1254, "<meta charset=\"ISO-8859-9\" />")]
    [InlineData("utf-8", 65001, "<meta charset='utf-8'>")]
    public void A_page_is_read_in_the_charset_that_it_declares(string name, int codePage, string declaration)
    {
        var page = $"<html><head>{declaration}<title>x</title></head><body><p>{Dutch}</p></body></html>";
        Assert.Contains(Dutch, Written.Document(name + ".html", Encoding.GetEncoding(codePage).GetBytes(page)).Text);
    }

    [Fact]
    public void A_page_with_the_mark_of_UTF_16_is_read_in_it()
        => Assert.Equal(Dutch, Written.Document("a.html", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"<p>{Dutch}</p>")]).Text);

    [Theory]
    [InlineData("<meta charset=klingon><p>x", "a.html declares the charset 'klingon', which is not known. Convert it to UTF-8 and load it again.")]
    [InlineData("<meta charset=shift_jis><p>\u0081", "a.html is not shift_jis, as it declares: near byte 27 stands 0x81. Convert it to UTF-8 and load it again.")]
    [InlineData("<meta charset=utf-8><p>\u00e7", "a.html is not UTF-8: byte 23 is 0xE7. Convert it to UTF-8 and load it again.")]
    public void A_page_that_is_not_what_it_declares_is_told(string page, string problem) => Assert.Equal(problem, Written.Problem("a.html", Encoding.Latin1.GetBytes(page)));
}
