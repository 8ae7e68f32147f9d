using ActorGraph.Extraction.Mentions;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whom a sentence is about up to a place in it.</summary>
internal sealed class Subject(IReadOnlyList<Token> tokens, string language, Focus focus)
{
    /// <summary>Whom the pronoun before any name means, else the person at the head of the sentence, else the only one named; null where several may be meant.</summary>
    public NameMention? Before(int limit)
    {
        var first = -1;
        for (var i = 0; i < limit; i++)
        {
            if (first < 0 && tokens[i].IsWord && Focus.IsPronoun(tokens[i].Lower)) return focus.Meant(Genders.OfPronoun(tokens[i].Lower, language));
            if (!tokens[i].IsPerson) continue;
            if (first < 0) first = i;
            else if (tokens[i].Name!.Name != tokens[first].Name!.Name && !IsHead(first)) return null;
        }

        return first < 0 || first + 1 < limit && (tokens[first + 1].Kind == TokenKind.Ending || IsJoined(first, limit)) ? null : tokens[first].Name;
    }

    /// <summary>Nothing but titles and whose they are stands before it.</summary>
    private bool IsHead(int at) => Enumerable.Range(0, at).All(i => tokens[i].Holds || tokens[i].Kind == TokenKind.Ending || tokens[i].Is(".") || tokens[i].IsWord && (Phrases.IsTitleWord(tokens[i].Lower, language) || OfficeWords.Is(tokens[i], "article", language) || OfficeWords.Is(tokens[i], "former", language)));

    /// <summary>"X and Y were": two are the subject.</summary>
    private bool IsJoined(int at, int limit) => at + 2 < limit && OfficeWords.Is(tokens[at + 1], "and", language) && tokens[at + 2].IsPerson;
}
