using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>"the company", "it": words that stand for an actor named before become that actor's name, where only one can be meant.</summary>
internal sealed class Descriptions
{
    private const int HowFarBack = 1500;

    private readonly AnnotatedText text;

    /// <summary>By article and first or last word of a title, the person who alone is told to hold it; null where several do.</summary>
    private readonly Dictionary<(string Article, string Word), string?> holders = [];

    public Descriptions(AnnotatedText text)
    {
        this.text = text;
        foreach (var office in text.Evidence.OfType<OfficeEvidence>())
        {
            var words = office.Title.Split(' ');
            foreach (var word in new[] { words[0], words[^1] }) holders[(office.ArticleId, word)] = holders.TryGetValue((office.ArticleId, word), out var other) && other != office.Person ? null : office.Person;
        }
    }

    public IReadOnlyList<Token> Resolve(Sentence sentence, Article article, IReadOnlyList<Token> tokens, Focus focus)
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
            if (i > 0 && Holder(article, tokens, i, language) is { } holder)
            {
                resolved ??= [.. tokens];
                resolved[i] = tokens[i] with { Kind = TokenKind.Name, Name = holder };
                continue;
            }

            if (!isIt && !isNoun || Meant(sentence, article, tokens[i], isIt) is not { } mention) continue;
            resolved ??= [.. tokens];
            resolved[i] = tokens[i] with { Kind = TokenKind.Name, Name = mention };
        }

        return resolved ?? tokens;
    }

    /// <summary>"the minister": the only one whom the article has told to be one.</summary>
    private NameMention? Holder(Article article, IReadOnlyList<Token> tokens, int at, string language)
    {
        if (!tokens[at].IsWord || tokens[at].IsJoined || !OfficeWords.Is(tokens[at - 1], "definite", language) || Gazetteer.TitleKind(tokens[at].Lower, language) != "office") return null;
        if (at + 1 < tokens.Count && (tokens[at + 1].Kind is TokenKind.Name or TokenKind.Ending || tokens[at + 1].IsJoined || OfficeWords.Is(tokens[at + 1], "joint", language) || OfficeWords.Is(tokens[at + 1], "tail", language))) return null;
        if (holders.GetValueOrDefault((article.Id, tokens[at].Lower)) is not { } only) return null;
        return text.MentionsIn(new TextSpan(Math.Max(article.Span.Start, tokens[at].Span.Start - HowFarBack), tokens[at].Span.Start)).LastOrDefault(mention => mention.Type == ActorType.Person && text.SightingAt[mention.Span] == only);
    }

    /// <summary>The organization with the noun in its name, else the only one of the sentence so far or of the sentence before.</summary>
    private NameMention? Meant(Sentence sentence, Article article, Token token, bool isPronoun)
    {
        var before = text.MentionsIn(new TextSpan(Math.Max(article.Span.Start, token.Span.Start - HowFarBack), token.Span.Start)).Where(mention => mention is { Type: ActorType.Organization, IsBoilerplate: false }).ToList();
        if (before.Count == 0) return null;
        if (!isPronoun && before.FindLast(mention => mention.Name.Contains(token.Text, StringComparison.OrdinalIgnoreCase)) is { } named) return named;
        var start = before[^1].Span.Start >= sentence.Span.Start ? sentence.Span.Start : text.Text.LastIndexOfAny(['.', '!', '?', '\n'], before[^1].Span.Start) + 1;
        var near = before.Where(mention => mention.Span.Start >= start).ToList();
        return near.Select(mention => text.SightingAt[mention.Span]).Distinct().Count() == 1 ? near[^1] : null;
    }
}
