using System.Net;
using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Text;

/// <summary>Lines → sentences and words.</summary>
internal static partial class Sentences
{
    private const int LongestFootnote = 24;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "st", "hon", "h.e", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs", "m", "mme", "u.s", "u.n", "jr", "sr", "inc", "ltd", "co", "bv", "t.c",
    };

    public static AnnotatedText Split(AnnotatedText text)
    {
        var sentences = new List<Sentence>();
        foreach (var line in text.Lines)
        {
            var language = text.ArticleAt(line.Span.Start).Language;
            foreach (var span in Spans(text.Text, line.Span, language).SelectMany(span => Pieces(text.Text, span)))
            {
                sentences.Add(new Sentence(span, Words(text.Text, span, language).ToList(), language, line.IsBoilerplate, line.IsCapitals) { IsStopped = text.Text[span.End - 1] == '.' });
            }
        }

        return text with { Sentences = sentences };
    }

    /// <summary>What is longer than any sentence is read in pieces, so that the work for a text grows with its length and no faster.</summary>
    private static IEnumerable<TextSpan> Pieces(string text, TextSpan span)
    {
        const int Longest = 2000;
        var start = span.Start;
        while (span.End - start > Longest)
        {
            var space = text.LastIndexOf(' ', start + Longest - 1, Longest - 1);
            var end = space > start ? space : char.IsLowSurrogate(text[start + Longest]) ? start + Longest - 1 : start + Longest;
            yield return new TextSpan(start, end);
            start = space > start ? space + 1 : end;
        }

        if (start < span.End) yield return new TextSpan(start, span.End);
    }

    private static IEnumerable<TextSpan> Spans(string text, TextSpan line, string language)
    {
        var start = line.Start;
        for (var i = line.Start; i < line.End - 1; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…')) continue;
            var next = i + 1;
            while (next < line.End && text[next] is '"' or '”' or '’' or '\'' or ')' or '»') next++;
            while (next < line.End && text[next] == '[' && Footnote().Match(text, next, Math.Min(LongestFootnote, line.End - next)) is { Success: true } footnote) next += footnote.Length;
            if (next >= line.End || text[next] != ' ') continue;
            var after = next + 1;
            while (after < line.End && text[after] is '"' or '“' or '‘' or '\'' or '(' or '«' or ' ') after++;
            if (after >= line.End || !(char.IsUpper(text[after]) || char.IsDigit(text[after]))) continue;
            if (text[i] == '.' && (IsAbbreviation(text, i, line.Start) || IsOrdinal(text, i, after, line.End, language))) continue;
            yield return new TextSpan(start, next);
            start = next + 1;
        }

        if (start < line.End) yield return new TextSpan(start, line.End);
    }

    /// <summary>"am 2. April": the point makes the number a day.</summary>
    private static bool IsOrdinal(string text, int dot, int next, int end, string language)
    {
        if (dot == 0 || !char.IsDigit(text[dot - 1]) || next != dot + 2) return false;
        var last = next;
        while (last < end && char.IsLetter(text[last])) last++;
        return Dates.IsMonth(text[next..last].ToLowerInvariant(), language);
    }

    private static bool IsAbbreviation(string text, int dot, int lineStart)
    {
        var start = dot;
        while (start > lineStart && (char.IsLetter(text[start - 1]) || text[start - 1] == '.')) start--;
        var word = text[start..dot];
        // "No. 5", and "No. We talked".
        if (word is "No" or "no") return dot + 2 < text.Length && char.IsDigit(text[dot + 2]);
        return word.Length == 1 && char.IsUpper(word[0]) || Abbreviations.Contains(word);
    }

    private static IEnumerable<Word> Words(string text, TextSpan span, string language)
    {
        Word before = default;
        foreach (var match in WordPattern().Matches(span.Of(text)).Cast<Match>())
        {
            var (start, end) = (span.Start + match.Index, span.Start + match.Index + match.Length);
            if (start > span.Start && text[start - 1] == '&' && end < span.End && text[end] == ';') continue;
            if (language == "fr" && Elision().Match(match.Value) is { Success: true } elision && (char.IsLower(match.Value[0]) || start == span.Start || before.Text is null))
            {
                yield return before = Word(start, match.Value[..(elision.Length - 1)], before);
                start += elision.Length;
            }

            var word = text[start..end];
            var apostrophe = word.LastIndexOfAny(['\'', '’']);
            // An ending after an apostrophe is no part of the name: Libya's, Ankara'da; but N'Djamena is one name.
            if (apostrophe > 1 && (language == "tr" || word[(apostrophe + 1)..] is "s" or "S" or "")) word = word[..apostrophe];
            // "UN-backed", "Tripoli-based": the name ends before the hyphen.
            if (CompoundEnd().Match(word) is { Success: true } compound) word = word[..compound.Index];
            // "SP-fractie", "EU-Staaten": of whom it is.
            if (language is "nl" or "de" && word.IndexOf('-', StringComparison.Ordinal) is > 1 and var joint && joint + 1 < word.Length && char.IsLower(word[joint + 1]) && Gazetteer.WellKnown(word[..joint]) is { Type: ActorType.Organization } && Gazetteer.WellKnown(word) is null && Gazetteer.TitleKind(word[(joint + 1)..].ToLowerInvariant(), language) is null) word = word[..joint];
            // "regering-Smit", "Regierung-Klein": the name begins behind the hyphen.
            if (CompoundStart().Match(word) is { Success: true } lead) (start, word) = (start + lead.Length, word[lead.Length..]);
            word = word.TrimEnd('\'', '’', '-', '.');
            if (text[start..end].EndsWith('.') && word.Contains('.', StringComparison.Ordinal)) word = text[start..end];
            if (word.Length == 0) continue;
            if (word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && IsTwoWords(word, hyphen, language))
            {
                yield return before = Word(start, word[..hyphen], before);
                (start, word) = (start + hyphen + 1, word[(hyphen + 1)..]);
            }

            yield return before = Word(start, word, before);
        }

        Word Word(int start, string word, Word before)
        {
            var told = word.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(word) : word;
            var end = start + word.Length;
            return new Word(told, Letters.Lower(told, language), new TextSpan(start, end)) { IsInitial = word.Length == 1 && char.IsUpper(word[0]) && end < text.Length && text[end] == '.', IsJoined = before.Text is not null && IsSpace(text.AsSpan(before.Span.End, start - before.Span.End), before.IsInitial) };
        }
    }

    /// <summary>"[4]", "[note 2]": the number of a footnote, right behind the point that it belongs to.</summary>
    [GeneratedRegex(@"\G\[(?:\p{Ll}{0,9} )?(?:\d{1,3}|\p{Ll}{1,2})\]|\G\[citation needed\]")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^(?:l|d|qu|n|s|j|m|c|t|jusqu|lorsqu|puisqu|quelqu)['’](?=[\p{L}\p{Nd}])", RegexOptions.IgnoreCase)]
    private static partial Regex Elision();

    private static bool IsSpace(ReadOnlySpan<char> gap, bool afterInitial) => gap is " " or "\u00A0" or "&nbsp;" or "'" or "’" || afterInitial && gap is ". " or ".&nbsp;";

    /// <summary>"Libya-Turkey", "Duits-Franse": two countries, where the whole is not one ("Guinea-Bissau"); "SPD-Chef", "Shell-topman": a name and a title.</summary>
    private static bool IsTwoWords(string word, int hyphen, string language)
        => char.IsUpper(word[0]) && language is "nl" or "de" && Gazetteer.TitleKind(word[(hyphen + 1)..].ToLowerInvariant(), language) is not null && word.IndexOf('-', hyphen + 1) < 0 && Gazetteer.TitleKind(word[..hyphen].ToLowerInvariant(), language) is null && word[..hyphen] is not ("Vice" or "Oud" or "Ex" or "Vize" or "Alt" or "Onder" or "Co")
        || language == "de" && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1]) && word.IndexOf('-', hyphen + 1) < 0 && Gazetteer.WellKnown(word) is null && Gazetteer.WellKnown(word[..hyphen]) is { Type: ActorType.Organization } && !Gazetteer.IsOrganizationHead(word[(hyphen + 1)..].ToLowerInvariant(), language)
        || Gazetteer.Country(word, language) is null && Gazetteer.Country(word[..hyphen], language) is not null && Gazetteer.Country(word[(hyphen + 1)..], language) is not null;

    [GeneratedRegex(@"-(?:backed|led|based|brokered|controlled|held|sponsored|funded|missie|regering|gezant|Gesandte[nr]?|Sondergesandte[nr]?|mission)$")]
    private static partial Regex CompoundEnd();

    [GeneratedRegex(@"^(?:pro|anti|non|ex|regering|kabinet|kamp|familie|clan|regime|coalitie|zaak|partij|[Kk]abinett|[Rr]egierung|[Ff]amilie|[Cc]lan|[Ll]ager|gouvernement|gobierno)-(?=\p{Lu}\p{Ll})")]
    private static partial Regex CompoundStart();

    [GeneratedRegex(@"(?:\p{Lu}\.){2,}|(?<= )&(?:amp;)?(?= )|(?:[\p{L}\p{M}\p{Nd}]|&[A-Za-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron|lig);|(?<=\p{Lu})&(?:amp;)?(?=\p{Lu}))+(?:[-’'](?:[\p{L}\p{M}\p{Nd}]|&[A-Za-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron|lig);)+)*")]
    private static partial Regex WordPattern();
}
