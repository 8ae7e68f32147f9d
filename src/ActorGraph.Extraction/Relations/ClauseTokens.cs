using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

internal enum Mark { Word, Name, Comma, Stop, Quote, Bracket }

/// <param name="Lower">The word in lower case; of a mark the mark itself.</param>
/// <param name="Mention">Of a name.</param>
/// <param name="IsTitle">Whether it belongs to a title before a name or is a word of titles.</param>
/// <param name="IsCapital">Whether it begins with a capital, and not only because a sentence begins.</param>
/// <param name="Ending">What follows an apostrophe right behind it: "s", "da"; "" for a bare one, null for none.</param>
internal sealed record ClauseToken(Mark Mark, string Lower, TextSpan Span, NameMention? Mention, WordClass Class, bool IsTitle, string? Ending, bool IsCapital = false)
{
    public bool IsPossessive => Ending is "s" or "";

    public bool IsDemonym => Mention is { IsDemonym: true };
}

/// <summary>A sentence as words, names and marks.</summary>
internal static class ClauseTokens
{
    public static List<ClauseToken> Of(AnnotatedText text, Sentence sentence)
    {
        var mentions = text.MentionsIn(sentence.Span);
        var tokens = new List<ClauseToken>();
        var (next, end) = (0, sentence.Span.Start);
        foreach (var word in sentence.Words)
        {
            if (IsEntity(text.Text, word.Span)) continue;
            if (next < mentions.Count && word.Span.End > mentions[next].Span.Start)
            {
                // "l'Algérie": what stands before the name is a word of its own.
                if (word.Span.Start < mentions[next].Span.Start) Word(word.Text, new TextSpan(word.Span.Start, mentions[next].Span.Start));
                Marks(text.Text, end, mentions[next].Span.Start, tokens);
                end = mentions[next].Span.End;
                tokens.Add(new ClauseToken(Mark.Name, Letters.Lower(mentions[next].Name, sentence.Language), mentions[next].Span, mentions[next], WordClass.None, false, Ending(text.Text, end, sentence.Span.End)));
                next++;
            }

            if (word.Span.Start >= end) Word(word.Text, word.Span);
        }

        Marks(text.Text, end, sentence.Span.End, tokens);
        Classify(tokens, sentence.Language, mentions);
        return tokens;

        void Word(string words, TextSpan span)
        {
            Marks(text.Text, end, span.Start, tokens);
            var lower = Letters.Lower(words.Length == span.Length ? words : span.Of(text.Text), sentence.Language);
            end = span.End;
            var apostrophe = lower.IndexOfAny(['\'', '’']);
            if (sentence.Language == "fr" && apostrophe is 1 or 2)
            {
                tokens.Add(new ClauseToken(Mark.Word, lower[..apostrophe], new TextSpan(span.Start, span.Start + apostrophe), null, WordClass.None, false, null));
                if (apostrophe + 1 < lower.Length) tokens.Add(new ClauseToken(Mark.Word, lower[(apostrophe + 1)..], new TextSpan(span.Start + apostrophe + 1, span.End), null, WordClass.None, false, null));
                return;
            }

            tokens.Add(new ClauseToken(Mark.Word, lower.Replace('’', '\''), span, null, WordClass.None, false, Ending(text.Text, end, sentence.Span.End), char.IsUpper(text.Text[span.Start]) && tokens.Count > 0));
        }
    }

    /// <summary>"nbsp" of "&amp;nbsp;" is no word.</summary>
    private static bool IsEntity(string text, TextSpan span) => span.Start > 0 && text[span.Start - 1] is '&' or '#' && span.End < text.Length && text[span.End] == ';';

    private static string? Ending(string text, int at, int end)
    {
        if (at >= end) return null;
        var behind = text[at] is '\'' or '’' ? at + 1 : string.CompareOrdinal(text, at, "&#8217;", 0, 7) == 0 || string.CompareOrdinal(text, at, "&rsquo;", 0, 7) == 0 ? at + 7 : -1;
        if (behind < 0) return null;
        var last = behind;
        while (last < end && char.IsLetter(text[last])) last++;
        return text[behind..last].ToLowerInvariant();
    }

    /// <summary>The marks between two words; those of HTML entities count as what they stand for.</summary>
    private static void Marks(string text, int from, int to, List<ClauseToken> tokens)
    {
        for (var i = from; i < to; i++)
        {
            var (c, length) = (text[i], 1);
            if (c == '&' && text.IndexOf(';', i, Math.Min(9, text.Length - i)) is > 0 and var semicolon)
            {
                length = semicolon - i + 1;
                c = text[(i + 1)..semicolon] switch { "ldquo" or "laquo" or "#8220" => '“', "rdquo" or "raquo" or "quot" or "#8221" => '”', "ndash" or "mdash" or "#8211" or "#8212" => '—', _ => ' ' };
            }

            var mark = c switch
            {
                ',' => Mark.Comma,
                ';' or '—' => Mark.Stop,
                ':' when !(i + 1 < text.Length && char.IsDigit(text[i + 1])) => Mark.Stop,
                '–' or '-' when (i == 0 || text[i - 1] == ' ') && i + 1 < text.Length && text[i + 1] == ' ' => Mark.Stop,
                '“' or '”' or '„' or '«' or '»' or '"' => Mark.Quote,
                '(' or ')' => Mark.Bracket,
                _ => Mark.Word,
            };
            if (mark != Mark.Word) tokens.Add(new ClauseToken(mark, c.ToString(), new TextSpan(i, i + length), null, WordClass.None, false, null));
            i += length - 1;
        }
    }

    private static bool IsOfNames(List<ClauseToken> tokens, int at, string language)
    {
        var last = at;
        while (last < tokens.Count && tokens[last].Mark == Mark.Word && Phrases.IsOffice(tokens[last].Lower, language)) last++;
        return last > at && last + 1 < tokens.Count && tokens[last].Mark == Mark.Comma && tokens[last + 1].Mark == Mark.Name;
    }

    /// <summary>Of several words that do one thing the last one carries it.</summary>
    private static void Classify(List<ClauseToken> tokens, string language, IReadOnlyList<NameMention> mentions)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Mark != Mark.Word) continue;
            var isTitle = Phrases.IsOffice(tokens[i].Lower, language) || mentions.Any(mention => mention.Title is { } title && title.Start <= tokens[i].Span.Start && tokens[i].Span.End <= title.End);
            tokens[i] = tokens[i] with { IsTitle = isTitle };
            for (var length = Math.Min(Grammar.MostWords, tokens.Count - i); length > 0; length--)
            {
                if (!tokens.Skip(i).Take(length).All(token => token.Mark == Mark.Word)) continue;
                var found = Grammar.ClassOf(length == 1 ? tokens[i].Lower : string.Join(' ', tokens.Skip(i).Take(length).Select(token => token.Lower)), language);
                // "the two ministers, A and B" are named.
                if (found == WordClass.They && IsOfNames(tokens, i + length, language)) found = WordClass.Det;
                if (found == WordClass.None || length == 1 && isTitle && found is WordClass.Det) continue;
                for (var k = 0; k < length; k++) tokens[i + k] = tokens[i + k] with { Class = k == length - 1 || found == WordClass.Det ? found : WordClass.Adv };
                i += length - 1;
                break;
            }
        }
    }
}
