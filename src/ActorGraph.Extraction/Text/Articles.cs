using System.Text.RegularExpressions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Text;

/// <summary>Divides a document into lines and articles, and tells each article's language and date.</summary>
internal static partial class Articles
{
    private static readonly Dictionary<string, HashSet<string>> FunctionWords = Tables.ByLanguage("function-words.tsv").ToDictionary(entry => entry.Key,
        entry => entry.Value.Concat(Tables.Rows("languages.tsv").Where(row => row[0] == entry.Key).SelectMany(row => row[1].Split(' '))).ToHashSet(StringComparer.Ordinal));

    public static AnnotatedText Split(AnnotatedText text)
    {
        var lines = Lines(text.Text);
        var starts = new List<int> { 0 };
        for (var i = 1; i < lines.Count; i++)
        {
            if (IsRule(text.Text, lines[i])) starts.Add(i + 1 < lines.Count ? lines[i + 1].Span.Start : lines[i].Span.End);
            else if (BlankLines(text.Text, lines[i - 1], lines[i]) >= 3 && IsTitleOfArticle(text.Text, lines, i)) starts.Add(lines[i].Span.Start);
        }

        var articles = new List<Article>();
        for (var i = 0; i < starts.Count; i++)
        {
            var span = new TextSpan(starts[i], i + 1 < starts.Count ? starts[i + 1] : text.Text.Length);
            var language = Language(span.Of(text.Text));
            var (date, words) = Dates.Dateline(span.Of(text.Text), language);
            articles.Add(new Article($"{text.Document.Id}/{i + 1}", span, language, date ?? text.Document.PublishedAt, words));
        }

        return text with { Lines = Marked(text.Text, lines), Articles = articles };
    }

    public static string Language(string text)
    {
        const int Enough = 20_000;
        var counts = FunctionWords.Keys.ToDictionary(language => language, _ => 0);
        foreach (var word in WordPattern().EnumerateMatches(text.AsSpan(0, Math.Min(text.Length, Enough))))
        {
            if (word.Length > 20) continue;
            var lower = text.Substring(word.Index, word.Length).ToLowerInvariant();
            foreach (var (language, words) in FunctionWords) counts[language] += words.Contains(lower) ? 1 : 0;
        }

        counts["tr"] += text.AsSpan(0, Math.Min(text.Length, Enough)).Count('ş') + text.AsSpan(0, Math.Min(text.Length, Enough)).Count('ğ') + text.AsSpan(0, Math.Min(text.Length, Enough)).Count('ı') / 2;
        // Where nothing tells them apart the text is taken for English.
        return counts.OrderByDescending(entry => entry.Value).ThenByDescending(entry => entry.Key == "en").ThenBy(entry => entry.Key, StringComparer.Ordinal).First().Key;
    }

    private static List<Line> Lines(string text)
    {
        var lines = new List<Line>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            // "date 2024-05-03 The minister …": what a crawler wrote before the text is no part of its first sentence.
            if (Metadata().Match(text[from..to]) is { Success: true } metadata) from += metadata.Length;
            if (to > from) lines.Add(new Line(new TextSpan(from, to), false, IsCapitals(text.AsSpan(from, to - from))));
            start = end + 1;
        }

        return lines;
    }

    private static bool IsCapitals(ReadOnlySpan<char> line)
    {
        var (upper, letters) = (0, 0);
        foreach (var c in line)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) upper++;
        }

        return letters > 12 && upper > letters * 0.8 || letters >= 4 && upper == letters && line.Contains(' ');
    }

    private static bool IsRule(string text, Line line) => line.Span.Length >= 4 && line.Span.Of(text).All(c => c is '=' or '-' or '*' or '_');

    private static int BlankLines(string text, Line before, Line after) => text[before.Span.End..after.Span.Start].Count(c => c == '\n') - 1;

    /// <summary>A title stands again below its picture's caption, as news pages print it.</summary>
    private static bool IsTitleOfArticle(string text, List<Line> lines, int at)
        => lines.Skip(at + 1).Take(6).Any(line => line.Span.Of(text) == lines[at].Span.Of(text));

    /// <summary>Marks links, navigation and credits: lines with a link's lead word or bars, and long runs of lines that are no sentences.</summary>
    private static List<Line> Marked(string text, List<Line> lines)
    {
        const int LongRun = 4;
        var isLoose = lines.Select(line => !".!?:”\"’)»".Contains(line.Span.Of(text)[^1]) && line.Span.Length < 140).ToArray();
        var marked = new List<Line>();
        for (var i = 0; i < lines.Count; i++)
        {
            var content = lines[i].Span.Of(text);
            var run = 1;
            for (var j = i - 1; j >= 0 && isLoose[j] && run <= LongRun + 2; j--) run++;
            for (var j = i + 1; j < lines.Count && isLoose[j] && run <= LongRun + 2; j++) run++;
            var inList = isLoose[i] && run >= LongRun + 2 && i > 8 && !Delegate().IsMatch(content);
            marked.Add(lines[i] with { IsBoilerplate = inList || LinkLead().IsMatch(content) || content.Count(c => c == '|') >= 2 });
        }

        return marked;
    }

    [GeneratedRegex(@"^(?:date|datum|published|publication date|publiée?|fecha|tarih)\s*:?\s+\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?\s+(?=\p{Lu})", RegexOptions.IgnoreCase)]
    private static partial Regex Metadata();

    /// <summary>A line of a list of delegates: it names somebody by a form of address, or a state by its number.</summary>
    [GeneratedRegex(@"^(?:[^:,]{3,60}: )?(?:H\.E\.|S\.E\.|Hon\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Amb\.|M\.|Mme|Sra?\.|Herr|Frau|Dhr\.|Mevr\.|Sayın|Gen\.|Ato) \p{Lu}|^\d+[.)] \p{Lu}")]
    private static partial Regex Delegate();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^((?:READ|LEES|LIRE|LEIA|LEA)( MORE| ALSO| OOK| AUSSI| TAMBIÉN| MEER)?:|Related|RECOMMENDED|SOURCE:|SHARE|Explore$|Lees ook|Meer lezen|Advertisement|Follow |Subscribe|Cookie|We use cookies|Photo:|Foto:|İlgili|Lire aussi|Auch interessant)", RegexOptions.IgnoreCase)]
    private static partial Regex LinkLead();
}
