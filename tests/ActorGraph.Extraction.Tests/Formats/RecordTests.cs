using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests.Formats;

/// <summary>JSON, JSON Lines and CSV: many documents a file.</summary>
public class RecordTests
{
    private static string Told(ReadResult read) => read.Problem ?? $"{read.Document!.Title}|{read.Document.Author}|{read.Document.Source}|{read.Document.PublishedAt:yyyy-MM-dd}|{read.Document.Text}";

    [Theory]
    [InlineData("a.json", """{"title": "T", "text": "Ankara", "source": "S", "publishedAt": "2025-08-25"}""", "T||S|2025-08-25|Ankara")]
    [InlineData("a.json", """{"headline": "T", "articleBody": ["Ankara", "Cairo"], "publisher": {"name": "S"}, "date_published": "2025-08-25T23:59:00-05:00", "authors": ["A", {"name": "B"}]}""", "T|A, B|S|2025-08-25|Ankara\n\nCairo")]
    [InlineData("a.json", """{"Title": {"rendered": "T"}, "content": {"rendered": "Ankara"}, "timestamp": 1756115999, "views": 3, "tags": null}""", "T|||2025-08-25|Ankara")]
    [InlineData("a.jsonl", """{"text": "Ankara \u00e7a"}""", "||||Ankara ça")]
    [InlineData("a.csv", "Title,Body,Site Name,Published At\nT,Ankara,S,25 August 2025\n", "T||S|2025-08-25|Ankara")]
    [InlineData("a.csv", "title;text;date\r\nT;\"one; \"\"two\"\"\r\nthree\";25.08.2025\r\n", "T|||2025-08-25|one; \"two\"\r\nthree")]
    [InlineData("a.tsv", "title\ttext\nT\tAnkara, Cairo", "T||||Ankara, Cairo")]
    public void The_usual_names_of_fields_are_known(string name, string content, string told) => Assert.Equal(told, Told(Assert.Single(Written.Read(name, content))));

    [Theory]
    [InlineData("a.json", """{"story": "Ankara", "text": "no", "day": "2025-08-25"}""")]
    [InlineData("a.csv", "story,text,day\nAnkara,no,2025-08-25\n")]
    public void Flags_name_other_fields(string name, string content)
        => Assert.Equal("|||2025-08-25|Ankara", Told(Assert.Single(Written.Read(name, content, new FieldNames(Text: "story", Published: "day")))));

    [Theory]
    [InlineData("""[{"text": "Ankara"}, {"text": "Cairo"}]""")]
    [InlineData("""{"status": "ok", "total": 2, "articles": [{"text": "Ankara"}, {"text": "Cairo"}]}""")]
    public void A_list_holds_many(string content) => Assert.Equal(["Ankara", "Cairo"], Written.Read("a.json", content).Select(read => read.Document!.Text));

    [Theory]
    [InlineData("a.jsonl", "{\"text\": \"Ankara\"}\n\n{\"text\": \"3\n[1]\n{\"title\": \"x\"}\n{\"text\": \"Cairo\"}", "||||Ankara;a.jsonl line 3 is not JSON: Expected end of string, but instead reached end of data. (line 1, byte 12);a.jsonl line 4 is a list; write an object with the fields title, text, source and publishedAt.;a.jsonl line 5 has no field called text, content, body or articleBody: it has title. Say which it is with --text-field NAME.;||||Cairo")]
    [InlineData("a.json", """[{"text": "Ankara"}, 7, {"text": " "}, {"text": "Cairo", "date": "yesterday"}, {"text": "Oslo"}]""", "||||Ankara;a.json item 2 is a number; write an object with the fields title, text, source and publishedAt.;a.json item 3 has nothing in its field 'text', which holds the text.;a.json item 4 says in its field 'date' that it was published at 'yesterday'; write a day as 2025-08-25, or name another field with --date-field.;||||Oslo")]
    [InlineData("a.csv", "text,title\nAnkara,T\nmet, in Cairo,T,\n\"Cairo\nand on\",T\nOslo,T,more", "T||||Ankara;a.csv line 3 has 4 cells, and the first line 2 columns. Put cells that hold the separator in quotes.;T||||Cairo\nand on;a.csv line 6 has 3 cells, and the first line 2 columns. Put cells that hold the separator in quotes.")]
    public void A_bad_one_takes_only_itself_away(string name, string content, string told)
        => Assert.Equal(told, string.Join(';', Written.Read(name, content).Select(Told)));

    [Theory]
    [InlineData("a.json", "[{\"text\": \"Ankara\"}, {\"text\"", "is not JSON: ")]
    [InlineData("a.json", "{\"text\": \"Ankara\"}\n{\"text\": \"Cairo\"}", "a.json is not JSON: it goes on after its first value ends; where each line is an object, call the file .jsonl. (line 2, byte 1)")]
    [InlineData("a.json", "\"Ankara\"", "a.json is a string; write an object with the fields title, text, source and publishedAt, or a list of them.")]
    [InlineData("a.json", "", "a.json is not JSON: ")]
    [InlineData("a.json", "[]", "a.json holds an empty list, and no document.")]
    [InlineData("a.json", "{\"text\": \"\\ud800\"}", "a.json is no text: it escapes half a character (\\ud800). Write whole characters.")]
    [InlineData("a.csv", "", "a.csv is empty; its first line names the columns: title,text,source,publishedAt.")]
    [InlineData("a.csv", "Ankara,Cairo\n1,2", "a.csv has no column called text, content, body or articleBody: it has Ankara, Cairo. Say which it is with --text-field NAME.")]
    [InlineData("a.csv", "text\n\"Ankara\nCairo", "a.csv line 2 opens a quote that is never closed. Close it, and double the quotes within a cell.")]
    public void A_file_that_cannot_be_read_is_told(string name, string content, string problem) => Assert.Contains(problem, Written.Read(name, content)[^1].Problem);

    [Fact]
    public void A_document_is_the_bytes_of_its_text_wherever_it_lies()
    {
        const string Text = "Ankara and Cairo";
        var ids = new[] { Written.Document("a.txt", Text), Written.Document("a.json", $$"""{"text": "{{Text}}", "title": "T"}"""), Written.Document("a.csv", $"text,date\n{Text},2025-08-25\n"), Written.Document("a.jsonl", $$"""{"date": "2025-08-26", "text": "{{Text}}"}""") };
        Assert.Single(ids.Select(document => document.Id).Distinct());
    }

    [Theory]
    [InlineData("2025-08-25", "2025-08-25")]
    [InlineData("2025-08-25T23:30:00+14:00", "2025-08-25")]
    [InlineData("2025/8/25 10:00", "2025-08-25")]
    [InlineData("20250825", "2025-08-25")]
    [InlineData("Monday, August 25, 2025", "2025-08-25")]
    [InlineData("Sept. 3, 2025", "")]
    [InlineData("3 Sept 2025", "2025-09-03")]
    [InlineData("25.8.2025", "2025-08-25")]
    [InlineData("1756115999", "2025-08-25")]
    [InlineData("1756115999000", "2025-08-25")]
    [InlineData("04/05/2025", "")]
    [InlineData("2025-02-30", "")]
    [InlineData("2025", "")]
    [InlineData("soon", "")]
    public void A_day_is_read_where_it_can_be_read_in_one_way(string text, string day) => Assert.Equal(day, $"{StatedDay.Read(text):yyyy-MM-dd}");

    [Fact]
    public void Ten_thousand_lines_are_listed_one_at_a_time()
    {
        var read = Written.Read("a.jsonl", string.Concat(Enumerable.Range(0, 10_000).Select(i => $$"""{"text": "Peter Novak met number {{i}}"}{{'\n'}}""")));
        Assert.Equal(10_000, read.Select(r => r.Document!.Id).Distinct().Count());
    }
}
