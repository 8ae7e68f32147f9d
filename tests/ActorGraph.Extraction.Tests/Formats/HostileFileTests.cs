using System.Text;
using ActorGraph.Extraction.Reading;

namespace ActorGraph.Extraction.Tests.Formats;

/// <summary>Files that nobody wrote to be read: each ends in its text or in one clear line, and what is held is bounded by the limits and not by the file.</summary>
public class HostileFileTests
{
    private static string Repeated(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    /// <summary>By a word for it: the file's name, its content, and what is said of it.</summary>
    private static readonly Dictionary<string, (string Name, Func<string> Content, string Problem)> Beyond = new()
    {
        ["deep elements"] = ("a.html", () => Repeated("<div>", 300_000), "a.html nests its elements more than 200 deep. Save the article's text alone."),
        ["links in links"] = ("a.html", () => Repeated("<a><div>", 200_000), "a.html nests its elements more than 200 deep."),
        ["lists in lists"] = ("a.html", () => Repeated("<ul><li>", 200_000), "a.html nests its elements more than 200 deep."),
        ["many elements"] = ("a.html", () => Repeated("<p>x", 200_000), "a.html has more than 50000 elements. Save the article's text alone."),
        ["text in tables"] = ("a.html", () => Repeated("<table>x", 200_000), "a.html has more than 50000 elements."),
        ["deep lists"] = ("a.json", () => Repeated("[", 5_000_000), "a.json is not JSON: it nests more than 64 deep; write an object with the fields title, text, source and publishedAt."),
        ["deep objects"] = ("a.json", () => "{\"text\": " + Repeated("{\"a\":", 1_000_000), "a.json is not JSON: it nests more than 64 deep"),
        ["many columns"] = ("a.csv", () => "text" + Repeated(",", 200_000) + "\nx", "has more than 1000 cells."),
        ["an open quote"] = ("a.csv", () => "text\n\"" + Repeated("Ankara, ", 2_600_000), "a.csv line 2 has more than 20000000 bytes. Split it into its articles; a quote that is never closed makes long rows, too."),
        ["a long line"] = ("a.jsonl", () => new string('x', 21_000_000), "a.jsonl line 1 has 21000000 bytes; at most 20000000 are read. Split it into its articles."),
        ["a long text"] = ("a.txt", () => new string('x', 21_000_000), "a.txt has 21000000 bytes; at most 20000000 are read. Split it into its articles."),
    };

    private static readonly Dictionary<string, (string Name, Func<string> Content)> Harmless = new()
    {
        ["many attributes"] = ("a.html", () => $"<p {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=1"))}>Ankara</p>"),
        ["many entities"] = ("a.html", () => "<p>Ankara " + Repeated("&nbsp;&amp;&lt;&bogus;", 50_000)),
        ["a billion laughs"] = ("a.html", () => "<!DOCTYPE x [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(0, 30).Select(i => $"<!ENTITY a{i} \"&a;&a;&a;&a;&a;&a;&a;&a;\">")) + "]><p>Ankara &a29;"),
        ["open comments"] = ("a.html", () => "<p>Ankara" + Repeated("<!--", 200_000)),
        ["open brackets"] = ("a.html", () => "<p>Ankara" + Repeated("<", 200_000)),
        ["a long title"] = ("a.html", () => $"<title>{Repeated("a - b | ", 200_000)}</title><p>Ankara"),
        ["a long style"] = ("a.html", () => $"<p style=\"{Repeated("display:none;", 100_000)}\">x</p><p>Ankara"),
        ["a long paragraph"] = ("a.html", () => $"<p>Ankara, {Repeated("a, ", 500_000)}"),
        ["white space"] = ("a.html", () => "<p>Ankara" + Repeated(" \n", 300_000)),
        ["quotes in quotes"] = ("a.md", () => "Ankara\n\n" + Repeated(">", 200_000)),
        ["open brackets of links"] = ("a.md", () => "Ankara " + Repeated("[a](", 100_000)),
        ["open emphasis"] = ("a.md", () => "Ankara " + Repeated("*a_ ", 100_000)),
        ["open code"] = ("a.md", () => "Ankara " + Repeated("`<a ", 100_000)),
        ["many references"] = ("a.md", () => "Ankara\n\n" + Repeated("[a]: b\n", 50_000) + Repeated("[a] ", 50_000)),
        ["a long list"] = ("a.json", () => "{\"text\": \"Ankara\", \"n\": [" + Repeated("0,", 2_000_000) + "0]}"),
    };

    public static TheoryData<string> BeyondALimit() => [.. Beyond.Keys];

    public static TheoryData<string> HarmlessAfterAll() => [.. Harmless.Keys];

    [Theory]
    [MemberData(nameof(BeyondALimit))]
    public void What_is_beyond_a_limit_is_told_with_what_to_do(string what)
    {
        var (name, content, problem) = Beyond[what];
        Assert.Contains(problem, Written.Problem(name, content()));
    }

    [Theory]
    [MemberData(nameof(HarmlessAfterAll))]
    public void What_only_looks_hostile_is_read(string what)
    {
        var (name, content) = Harmless[what];
        Assert.Contains("Ankara", Written.Document(name, content()).Text);
    }

    /// <summary>A gigabyte in one line (of CSV a twentieth: it is read byte by byte), without a file of that size.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_of_a_gigabyte_is_passed_over_in_bounded_memory(bool isCsv)
    {
        const long Gigabyte = 1_000_000_000;
        var name = isCsv ? "a.csv" : "a.jsonl";
        var (before, after) = isCsv ? ("text\nAnkara\n", "\nCairo\n") : ("{\"text\": \"Ankara\"}\n", "\n{\"text\": \"Cairo\"}\n");
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new RepeatingStream(before, (byte)'x', isCsv ? Gigabyte / 20 : Gigabyte, after);
        var unread = isCsv ? CsvRecords.Rows(stream, name, FieldNames.Usual, Particulars.None) : JsonRecords.Lines(stream, name, FieldNames.Usual, Particulars.None);
        var read = unread.Select(document => document.Read()).ToList();
        Assert.Equal(["Ankara", null, "Cairo"], read.Select(r => r.Document?.Text));
        Assert.Contains("20000000", read[1].Problem);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 200_000_000);
    }

    /// <summary>Some text, one byte very often, and some text.</summary>
    private sealed class RepeatingStream(string before, byte repeated, long times, string after) : Stream
    {
        private readonly byte[] head = Encoding.UTF8.GetBytes(before);
        private readonly byte[] tail = Encoding.UTF8.GetBytes(after);
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => head.Length + times + tail.Length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, Length - position);
            buffer[..count].Fill(repeated);
            for (var i = 0; i < count && position + i < head.Length; i++) buffer[i] = head[position + i];
            for (var i = (int)Math.Max(0, head.Length + times - position); i < count; i++) buffer[i] = tail[position + i - head.Length - times];
            position += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
