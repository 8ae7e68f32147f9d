using System.Net;
using System.Text;
using System.Text.Json;
using ActorGraph.Extraction.Reading;
using ActorGraph.Testing;

namespace ActorGraph.Extraction.Tests.Formats;

/// <summary>A document in one of the formats, damaged; the same number gives the same bytes.</summary>
internal sealed record MutatedDocument(int Number, DocumentFormat Format, byte[] Bytes)
{
    private const int LongestText = 1_500;

    private static readonly string[] Texts = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "gold", "build"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();

    /// <summary>What formats and rules look for.</summary>
    private static readonly byte[][] Pieces = new[]
    {
        "<div>", "</p>", "<script>", "<!--", "-->", "<table><tr>", "&amp;", "&#x110000;", "&#0;", "&nbsp", "\"", "\"\"", "\\", "\\u0000", "\\ud83d", "{", "}", "[", "]", ",", ";", "\t", "\n", "\r\n", "\n\n\n\n", "----\n", "```", "**", "](", "|", ":", "'s ", "’", "“", " met ", " and ",
        " of the ", " said ", "Minister ", "Mr. ", " (UN) ", " on Monday", " 31 February 2025 ", " 2025-08-25 ", "\u0130", "\u00df", "\u0301", "\u200b", "\u202e", "\ufeff", "\U0001F600", "null", "1e999", "<meta charset=utf-16>", "<?xml version='1.0'?>", "0", "A", " ",
    }.Select(Encoding.UTF8.GetBytes).ToArray();

    /// <summary>Bytes that are no text; seldom, as most of what they are put into is then only told.</summary>
    private static readonly byte[][] Breaking = [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0], [0xF4, 0x90, 0x80, 0x80]];

    public static MutatedDocument Of(int number)
    {
        // A generator of our own: that of the framework may change between versions.
        var random = new Numbers((ulong)number);
        var text = Texts[random.Below(Texts.Length)];
        var start = random.Below(Math.Max(1, text.Length - LongestText));
        text = text.Substring(start, Math.Min(LongestText, text.Length - start));
        var format = (DocumentFormat)random.Below(Enum.GetValues<DocumentFormat>().Length);
        var bytes = Encoding.UTF8.GetBytes(Written(format, text, random)).ToList();
        for (var changes = 1 + random.Below(12); changes > 0; changes--) Change(bytes, random);
        return new(number, format, bytes.ToArray());
    }

    /// <summary>The documents in it, as a file of its format gives them.</summary>
    public IEnumerable<ReadResult> Read() => Format switch
    {
        DocumentFormat.Json => JsonRecords.File(Bytes, "a.json", FieldNames.Usual, Particulars.None).Select(unread => unread.Read()),
        DocumentFormat.JsonLines => JsonRecords.Lines(new MemoryStream(Bytes), "a.jsonl", FieldNames.Usual, Particulars.None).Select(unread => unread.Read()),
        DocumentFormat.Csv => CsvRecords.Rows(new MemoryStream(Bytes), "a.csv", FieldNames.Usual, Particulars.None).Select(unread => unread.Read()),
        _ => [DocumentReader.Read(Bytes, "a", Format, Particulars.None)],
    };

    private static string Written(DocumentFormat format, string text, Numbers random) => format switch
    {
        DocumentFormat.Html => $"<html><head><title>A title</title><meta name=date content=2025-08-25><script type=\"application/ld+json\">{{\"@type\": \"NewsArticle\", \"headline\": \"A title\"}}</script></head><body><nav><a href=/>Home</a></nav><article><h1>A title</h1><p>{WebUtility.HtmlEncode(text).Replace("\n\n", "</p>\n<p>")}</p></article><footer>© us</footer></body></html>",
        DocumentFormat.Markdown => $"---\ntitle: A title\ndate: 2025-08-25\n---\n# A title\n\n{text}\n\n- a *list*\n- [a link](http://x/y)\n\n| a | b |\n|---|---|\n| c | d |\n",
        DocumentFormat.Json => JsonSerializer.Serialize(new[] { new { title = "A title", text, date = "2025-08-25" }, new { title = "B", text = text[..(text.Length / 2)], date = "" } }),
        DocumentFormat.JsonLines => JsonSerializer.Serialize(new { title = "A title", content = text }) + "\n" + JsonSerializer.Serialize(new { body = text[..(text.Length / 2)], source = new { name = "S" } }) + "\n",
        DocumentFormat.Csv => $"id{(random.Below(2) == 0 ? ',' : ';')}text\n1,\"{text.Replace("\"", "\"\"")}\"\n2,short\n",
        _ => text,
    };

    private static void Change(List<byte> bytes, Numbers random)
    {
        var at = random.Below(bytes.Count + 1);
        var length = Math.Min(random.Below(60), bytes.Count - at);
        switch (random.Below(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Below(random.Below(20) == 0 ? 256 : 127);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Below(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3:
                var pieces = random.Below(20) == 0 ? Breaking : Pieces;
                var piece = pieces[random.Below(pieces.Length)];
                for (var times = random.Below(20) == 0 ? 200 : 1; times > 0; times--) bytes.InsertRange(at, piece);
                break;
            case 4 when random.Below(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, Pieces[random.Below(Pieces.Length)]);
                break;
        }
    }

    /// <summary>SplitMix64.</summary>
    private sealed class Numbers(ulong seed)
    {
        private ulong state = seed;

        public int Below(int bound)
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)bound);
        }
    }
}
