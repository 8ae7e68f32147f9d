using System.Text.RegularExpressions;

namespace ActorGraph.Extraction.Text;

/// <summary>What people call a document that was given no title: the headline of its first article.</summary>
internal static partial class Headline
{
    private const int Longest = 110;
    private const int FewestWords = 3;

    /// <returns>The first line that reads like one, or its first sentence, shortened at a word; null of a text without words.</returns>
    public static string? Of(AnnotatedText text)
    {
        var sentences = text.Sentences.Where(sentence => !sentence.IsBoilerplate && sentence.Span.Start < text.Articles[0].Span.End).ToList();
        var headline = sentences.FirstOrDefault(sentence => IsHeadline(sentence.Span.Of(text.Text))) ?? sentences.FirstOrDefault(sentence => sentence.Words.Count > 0);
        return headline is null ? null : Shortened(White().Replace(headline.Span.Of(text.Text).Trim(), " "));
    }

    /// <summary>The name of a section ("WORLD"), the way to it ("News › World › Asia"), the time it takes to read, a day and an author's line stand above headlines.</summary>
    private static bool IsHeadline(string line) => Word().Count(line) >= FewestWords && !Byline().IsMatch(line) && Trail().Count(line) < 2;

    private static string Shortened(string line)
    {
        if (line.Length <= Longest) return line;
        var space = line.LastIndexOf(' ', Longest - 1);
        var end = space > Longest / 2 ? space : char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return line[..end].TrimEnd(',', ';', ':', '-', '–', ' ') + "…";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:By|Door|Von|Par|Por|Yazan)(?: (?:\p{Lu}[\p{L}.'’-]*|and|en|und|et|y|e|ve|de|van|von)){1,8}$")]
    private static partial Regex Byline();

    [GeneratedRegex(@" (?:>|&gt;|›|»|/) ")]
    private static partial Regex Trail();
}
