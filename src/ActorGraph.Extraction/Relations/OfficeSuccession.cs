using ActorGraph.Extraction.Mentions;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who followed whom in an office that the sentence does not name: "She was succeeded by X", "X succeeded Y in 2019".</summary>
internal sealed class OfficeSuccession(IReadOnlyList<Token> tokens, string language, Focus focus)
{
    private readonly Subject subject = new(tokens, language, focus);

    private bool Is(int at, string role) => at >= 0 && at < tokens.Count && OfficeWords.Is(tokens[at], role, language);

    public (NameMention Successor, NameMention Predecessor)? Told()
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (!Is(at, "follows") || subject.Before(at) is not { } first) continue;
            var isPassive = Is(at + 1, "by") && (Is(at - 1, "was") || Is(at - 1, "be"));
            if (Person(isPassive ? at + 2 : at + 1) is not { } second || Enumerable.Range(at, tokens.Count - at).Any(behind => Is(behind, "as"))) return null;
            return isPassive ? (second, first) : (first, second);
        }

        return null;
    }

    /// <summary>The name that begins here past titles, unless it is whose something else is.</summary>
    private NameMention? Person(int at)
    {
        while (at < tokens.Count && tokens[at].IsWord && (Gazetteer.TitleKind(tokens[at].Lower, language) is "rank" or "address" || Is(at, "personal") || Is(at, "article"))) at++;
        return at < tokens.Count && tokens[at].IsPerson && !(at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Ending) ? tokens[at].Name : null;
    }
}
