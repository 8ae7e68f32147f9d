using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>"the company", "it": words that stand for an actor named before become that actor's name, where only one can be meant.</summary>
internal static class Descriptions
{
    private const int HowFarBack = 1500;

    public static IReadOnlyList<Token> Resolve(AnnotatedText text, Sentence sentence, Article article, IReadOnlyList<Token> tokens, Focus focus)
    {
        var language = sentence.Language;
        List<Token>? resolved = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            // "She was appointed by".
            if (i == 0 && Focus.IsPronoun(tokens[0].Lower) && focus.Meant(Genders.OfPronoun(tokens[0].Lower, language)) is { } person)
            {
                resolved = [.. tokens];
                resolved[0] = tokens[0] with { Kind = TokenKind.Name, Name = person };
                continue;
            }

            var isIt = i == 0 && OfficeWords.Is(tokens[0], "it", language);
            var isNoun = i > 0 && OfficeWords.Is(tokens[i], "organization", language) && OfficeWords.Is(tokens[i - 1], "definite", language) && !(i + 1 < tokens.Count && (tokens[i + 1].Kind is TokenKind.Name or TokenKind.Ending || tokens[i + 1].IsJoined || OfficeWords.Is(tokens[i + 1], "joint", language)));
            if (!isIt && !isNoun || Meant(text, sentence, article, tokens[i], isIt) is not { } mention) continue;
            resolved ??= [.. tokens];
            resolved[i] = tokens[i] with { Kind = TokenKind.Name, Name = mention };
        }

        return resolved ?? tokens;
    }

    /// <summary>The organization with the noun in its name, else the only one of the sentence so far or of the sentence before.</summary>
    private static NameMention? Meant(AnnotatedText text, Sentence sentence, Article article, Token token, bool isPronoun)
    {
        var before = text.MentionsIn(new TextSpan(Math.Max(article.Span.Start, token.Span.Start - HowFarBack), token.Span.Start)).Where(mention => mention is { Type: ActorType.Organization, IsBoilerplate: false }).ToList();
        if (before.Count == 0) return null;
        if (!isPronoun && before.FindLast(mention => mention.Name.Contains(token.Text, StringComparison.OrdinalIgnoreCase)) is { } named) return named;
        var start = before[^1].Span.Start >= sentence.Span.Start ? sentence.Span.Start : text.Text.LastIndexOfAny(['.', '!', '?', '\n'], before[^1].Span.Start) + 1;
        var near = before.Where(mention => mention.Span.Start >= start).ToList();
        return near.Select(mention => text.SightingAt[mention.Span]).Distinct().Count() == 1 ? near[^1] : null;
    }
}
