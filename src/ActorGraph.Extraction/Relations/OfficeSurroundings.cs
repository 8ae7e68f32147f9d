using ActorGraph.Extraction.Mentions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Words around a title that are no name known here, and yet say whose the office is, or that a name beside it does not.</summary>
internal sealed class OfficeSurroundings(IReadOnlyList<Token> tokens, string language)
{
    private bool Is(int at, string role) => at >= 0 && at < tokens.Count && OfficeWords.Is(tokens[at], role, language);

    /// <summary>Whether a capital word that is no portfolio says whose the office is.</summary>
    public bool IsElsewhere(int last)
    {
        var at = last + 1;
        if (!Is(at, "joint")) return false;
        while (Is(at, "joint") || Is(at, "article")) at++;
        if (Is(at, "own") || at < tokens.Count && tokens[at].Name is { IsDemonym: false } name && !name.Name.ToLowerInvariant().Split(' ').All(word => Gazetteer.IsPortfolio(word, language))) return true;
        return language != "de" && at < tokens.Count && tokens[at].IsWord && char.IsUpper(tokens[at].Text[0]) && !Gazetteer.IsPortfolio(tokens[at].Lower, language);
    }

    /// <summary>"Musterlands Ministerpräsident": a capital word with the ending of a genitive right before the title says whose it is, though it is no name known here.</summary>
    public bool IsGenitiveName(int at)
        => at >= 0 && OfficeWords.Has("genitive-ending", language) && tokens[at].IsWord && char.IsUpper(tokens[at].Text[0]) && tokens[at].Lower.Length > 3 && OfficeWords.Is(tokens[at].Lower[^1..], "genitive-ending", language)
            && !Gazetteer.IsFunctionWord(tokens[at].Lower, language) && Gazetteer.TitleKind(tokens[at].Lower, language) is null && !Is(at, "joint") && !Is(at, "as");

    /// <summary>"the Commission vice-president": so does any other capital word within a sentence.</summary>
    public bool IsCapitalized(int start)
        => OfficeWords.Has("compound", language) && start > 1 && tokens[start - 1].IsWord && tokens[start - 2].Kind is TokenKind.Word or TokenKind.Ending && char.IsUpper(tokens[start - 1].Text[0]) && char.IsLower(tokens[start - 1].Text[^1])
            && !Gazetteer.IsFunctionWord(tokens[start - 1].Lower, language) && !Gazetteer.IsPortfolio(tokens[start - 1].Lower, language) && Gazetteer.TitleKind(tokens[start - 1].Lower, language) is null && !OfficeTitles.IsVerb(tokens[start - 1].Lower, language) && !Is(start - 1, "part") && !Is(start - 1, "modifier") && !Is(start - 1, "dropped") && !Is(start - 1, "former") && !Is(start - 1, "acting") && !Is(start - 1, "future");

    /// <summary>"the ruling People's Union": between an article and a name it is no verb.</summary>
    public bool IsParticiple(int at) => at > 0 && at + 1 < tokens.Count && OfficeWords.Is(tokens[at - 1], "definite", language) && OfficeTitles.IsParticiple(tokens[at].Lower) && tokens[at + 1].Kind == TokenKind.Name;

    /// <summary>"the Chile–Peru commission", "the Kenya desk": what it deals with.</summary>
    public bool IsAttribute(int at)
    {
        if (at + 2 < tokens.Count && tokens[at + 1].Text is "–" or "-" or "/" && tokens[at + 1].Span.Start == tokens[at].Span.End && tokens[at + 2].Kind == TokenKind.Name) return true;
        return language == "en" && tokens[at].Name is { Type: ActorType.Country, IsDemonym: false } && Is(at - 1, "definite") && at + 1 < tokens.Count && tokens[at + 1].IsWord && !tokens[at + 1].IsJoined && char.IsLower(tokens[at + 1].Text[0])
            && !Gazetteer.IsFunctionWord(tokens[at + 1].Lower, language) && !Is(at + 1, "state") && !Is(at + 1, "posting") && !OfficeTitles.IsVerb(tokens[at + 1].Lower, language);
    }

    /// <summary>"the head of the Kenyan farmers' union": of a body without a name, not of the state.</summary>
    public bool IsOfUnnamed(int at)
    {
        const int MostBetween = 3;
        if (tokens[at].Name is not { IsDemonym: true }) return false;
        for (var next = at + 1; next < tokens.Count && next - at <= MostBetween && tokens[next].Kind is TokenKind.Word or TokenKind.Ending; next++)
        {
            if (Is(next, "organization") || OfficeWords.EndsCompound(tokens[next].Lower, "organization", language)) return !Is(next, "state-unit") && !OfficeWords.EndsCompound(tokens[next].Lower, "state-unit", language) && !(next + 1 < tokens.Count && tokens[next + 1].Name is { Type: ActorType.Organization });
            if (Gazetteer.IsFunctionWord(tokens[next].Lower, language)) return false;
        }

        return false;
    }

    /// <summary>"chief of staff to the president": the office within another is not told of who comes next.</summary>
    public static List<OfficePhrase> Nested(IReadOnlyList<Token> tokens, string language, List<OfficePhrase> phrases)
    {
        for (var i = phrases.Count - 1; i > 0; i--)
        {
            var (outer, inner) = (phrases[i - 1], phrases[i]);
            var isJoined = inner.First - 1 > outer.Head && Enumerable.Range(outer.Last + 1, inner.First - outer.Last - 1).All(at => OfficeWords.Is(tokens[at], "joint", language) || OfficeWords.Is(tokens[at], "posting", language)) && (inner.First - 1 > outer.Last || OfficeWords.Is(tokens[inner.First], "joint", language));
            if (!isJoined || outer.Of.Count > 0 || outer.Superior is not null || inner.Last + 1 >= tokens.Count || tokens[inner.Last + 1].Kind != TokenKind.Mark) continue;
            phrases[i - 1] = outer with { Last = inner.Last, Of = inner.Of, IsElsewhere = inner.IsElsewhere || inner.Of.Count == 0 && outer.Owner is null };
            phrases.RemoveAt(i);
        }

        return phrases;
    }
}
