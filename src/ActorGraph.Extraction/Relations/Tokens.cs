using System.Net;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>What a token is: a word, a whole name, an ending behind an apostrophe or glued to a name, digits, any other mark.</summary>
internal enum TokenKind { Word, Name, Ending, Number, Mark }

/// <param name="Lower">The token's text in lower case, HTML entities decoded.</param>
/// <param name="IsJoined">Whether a hyphen ties it to the token before: "-based", "-chef".</param>
internal sealed record Token(TokenKind Kind, TextSpan Span, string Text, string Lower, bool IsJoined, NameMention? Name)
{
    public bool IsWord => Kind == TokenKind.Word;

    public bool IsPerson => Name is { Type: ActorType.Person };

    /// <summary>Whether an office can be its: of an organization, a country, a place.</summary>
    public bool Holds => Name is { Type: ActorType.Organization or ActorType.Country or ActorType.Place };

    public bool Is(string mark) => Kind == TokenKind.Mark && Text == mark;
}

/// <summary>A sentence as a row of tokens in which each name is one.</summary>
internal static class Tokens
{
    public static IReadOnlyList<Token> Of(AnnotatedText text, Sentence sentence)
    {
        var tokens = new List<Token>();
        var mentions = text.MentionsIn(sentence.Span);
        var (at, next) = (sentence.Span.Start, 0);
        while (at < sentence.Span.End)
        {
            while (next < mentions.Count && mentions[next].Span.Start < at) next++;
            if (next < mentions.Count && mentions[next].Span.Start == at)
            {
                var name = mentions[next++];
                tokens.Add(new Token(TokenKind.Name, name.Span, name.Name, Letters.Lower(name.Name, sentence.Language), false, name));
                at = name.Span.End;
                continue;
            }

            at = Read(text.Text, at, next < mentions.Count ? Math.Min(sentence.Span.End, mentions[next].Span.Start) : sentence.Span.End, sentence.Language, tokens);
        }

        return tokens;
    }

    /// <summary>Adds what stands at the place, up to the next name at most; returns where it ends.</summary>
    private static int Read(string text, int at, int end, string language, List<Token> tokens)
    {
        var (letter, length) = Letter(text, at, end);
        if (char.IsWhiteSpace(letter)) return at + length;
        var last = tokens.Count > 0 ? tokens[^1] : null;
        var isGlued = last is not null && last.Span.End == at;
        if (char.IsLetter(letter)) return Word(text, at, end, isGlued && last!.Kind == TokenKind.Name ? TokenKind.Ending : TokenKind.Word, false, language, tokens);
        if (char.IsDigit(letter))
        {
            var stop = at;
            while (stop < end && (char.IsDigit(text[stop]) || text[stop] is '.' or ',' && stop + 1 < end && char.IsDigit(text[stop + 1]))) stop++;
            tokens.Add(new Token(TokenKind.Number, new TextSpan(at, stop), text[at..stop], text[at..stop], false, null));
            return stop;
        }

        if (letter is '\'' or '’' && isGlued && last!.Kind is TokenKind.Name or TokenKind.Word && at + length < end && char.IsLetter(text[at + length])) return Word(text, at + length, end, TokenKind.Ending, false, language, tokens);
        if (letter is '\'' or '’' && isGlued && last!.Kind is TokenKind.Name or TokenKind.Word && last.Lower.EndsWith('s'))
        {
            tokens.Add(new Token(TokenKind.Ending, new TextSpan(at, at + length), "s", "s", false, null));
            return at + length;
        }

        if (letter is '-' && isGlued && last!.Kind == TokenKind.Name && at + length < end && char.IsLetter(text[at + length])) return Word(text, at + length, end, TokenKind.Word, true, language, tokens);
        tokens.Add(new Token(TokenKind.Mark, new TextSpan(at, at + length), letter.ToString(), letter.ToString(), false, null));
        return at + length;
    }

    /// <summary>Letters with inner hyphens and points; "d'" and "l'" end at their apostrophe, "pro-" before a name at its hyphen.</summary>
    private static int Word(string text, int start, int end, TokenKind kind, bool isJoined, string language, List<Token> tokens)
    {
        var word = new System.Text.StringBuilder();
        var at = start;
        while (at < end)
        {
            var (letter, length) = Letter(text, at, end);
            var isInner = letter == '-' || letter == '.' && at + 1 < end && char.IsLetter(text[at + 1]);
            if (!char.IsLetterOrDigit(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark && !isInner)
            {
                if (letter is '\'' or '’' && word.Length <= 2 && kind == TokenKind.Word && at + length <= text.Length)
                {
                    word.Append('\'');
                    at += length;
                }

                break;
            }

            word.Append(letter);
            at += length;
        }

        tokens.Add(new Token(kind, new TextSpan(start, at), word.ToString(), Letters.Lower(word.ToString(), language), isJoined, null));
        return at;
    }

    /// <summary>The character at the place, an HTML entity decoded, and how many characters tell it.</summary>
    private static (char Letter, int Length) Letter(string text, int at, int end)
    {
        const int LongestEntity = 10;
        if (text[at] != '&') return (text[at], 1);
        var close = text.IndexOf(';', at, Math.Min(LongestEntity, end - at));
        if (close < 0) return ('&', 1);
        var told = WebUtility.HtmlDecode(text[at..(close + 1)]);
        return told.Length == 1 ? (told[0], close + 1 - at) : ('&', 1);
    }
}
