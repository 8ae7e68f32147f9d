using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>A sentence as words for relatives are read in it: its tokens by what they do, and the names that such a word leads to.</summary>
internal sealed class KinSentence(AnnotatedText text, Sentence sentence, Article article, IReadOnlyList<Token> tokens, Focus focus, Namesakes namesakes)
{
    public const int MostBetween = 8;

    public AnnotatedText Text => text;

    public Article Article => article;

    public Focus Focus => focus;

    public string Language => sentence.Language;

    public int Count => tokens.Count;

    public Subject Subject { get; } = new(tokens, sentence.Language, focus);

    public Token this[int at] => tokens[at];

    public bool Is(int at, string role) => at >= 0 && at < tokens.Count && OfficeWords.Is(tokens[at], role, Language);

    public bool IsPerson(int at) => at >= 0 && at < tokens.Count && tokens[at].IsPerson;

    public bool IsMark(int at, string mark) => at >= 0 && at < tokens.Count && tokens[at].Is(mark);

    public bool IsAnd(int at) => Is(at, "and");

    public bool IsEnding(int at) => at >= 0 && at < tokens.Count && tokens[at].Kind == TokenKind.Ending;

    public bool IsVerb(int at) => OfficeTitles.IsVerb(tokens[at].Lower, Language);

    /// <summary>The only other who bears the surname of the one named there, and whom a pronoun of the gender can mean.</summary>
    public string? Namesake(int at, Gender gender = Gender.Unknown) => Namesakes(at, gender) is [var only] ? only : null;

    public IReadOnlyList<string> Namesakes(int at, Gender gender)
        => IsPerson(at) ? namesakes.Of(Sighting(at), article, tokens[at].Span.Start, other => gender == Gender.Unknown || focus.Genders.Of(other) is Gender.Unknown || focus.Genders.Of(other) == gender) : [];

    public string Sighting(int at) => text.SightingAt[tokens[at].Name!.Span];

    public string Sighting(NameMention mention) => text.SightingAt[mention.Span];

    /// <summary>What the word makes the first of the second, null where it is no relative.</summary>
    public (string Relation, bool IsPlural)? Word(int at) => at >= 0 && at < tokens.Count && tokens[at].IsWord ? FamilyWords.Of(tokens[at].Lower, Language) : null;

    /// <summary>"elder", "late", "oudste": anything small that is neither a function word nor a verb.</summary>
    public bool IsAdjective(int at) => tokens[at].IsWord && !Is(at, "article") && (Is(at, "former") || Is(at, "count") || char.IsLower(tokens[at].Text[0]) && !Is(at, "whose") && !Gazetteer.IsFunctionWord(tokens[at].Lower, Language)
        && !Is(at, "own") && !Is(at, "and") && !Is(at, "joint") && !Is(at, "be") && !Is(at, "was") && !Is(at, "has") && !IsVerb(at) && (Word(at) is null || Is(at, "twin")));

    /// <summary>The name right behind the phrase, past titles and adjectives; -1 where there is none.</summary>
    public int Named(int end)
    {
        var at = end;
        // "his cousin and adviser, X".
        if (IsAnd(at) && at + 2 < tokens.Count && tokens[at + 1].IsWord && Word(at + 1) is null && (IsMark(at + 2, ",") || IsPerson(at + 2))) at += 2;
        // "X, lawyer at Y and the sister of Z".
        if (IsAnd(at) && Enumerable.Range(1, MostBetween).Select(step => at - step).TakeWhile(k => k > 0 && !IsPerson(k) && (!tokens[k].IsWord || !IsVerb(k))).FirstOrDefault(k => IsMark(k, ",") && IsPerson(k - 1), -1) is >= 0 and var comma) at = comma;
        if (IsMark(at, ",") && ClosesOpening(at)) return -1;
        if (IsMark(at, ",") || IsMark(at, ":") || Is(at, "be") || Is(at, "was")) at++;
        while (at < tokens.Count && at - end < MostBetween && !IsPerson(at) && (tokens[at].IsWord && !IsAnd(at) && !IsVerb(at) && (Is(at, "article") || !Gazetteer.IsFunctionWord(tokens[at].Lower, Language)) || tokens[at].Is(".") && tokens[at - 1].Lower.Length < 5 || tokens[at].Name is { IsDemonym: true })) at++;
        return IsPerson(at) ? at : -1;
    }

    /// <summary>"Before the arrest of his son, X had": the first comma ends what opens the sentence, and a verb or a second aside follows the name.</summary>
    private bool ClosesOpening(int comma)
        => OfficeWords.Is(tokens[0], "opening", Language) && !Enumerable.Range(0, comma).Any(at => IsMark(at, ",")) && IsPerson(comma + 1) && comma + 2 < tokens.Count && (tokens[comma + 2].IsWord || !Enumerable.Range(comma + 3, tokens.Count - comma - 3).Any(at => IsPerson(at) || Focus.IsPronoun(tokens[at].Lower)));

    /// <summary>The name behind the phrase and, in the plural, those listed with it.</summary>
    public List<string> AllNamed(int end, bool isPlural)
    {
        var at = Named(end);
        // "wasn't X's husband once Y's boss?": the name is somebody else's.
        if (at < 0 || Language is "en" or "nl" && IsEnding(at + 1) && tokens[at + 1].Lower == "s") return [];
        var found = new List<string> { Sighting(at) };
        while (isPlural && (IsMark(at + 1, ",") || IsAnd(at + 1)))
        {
            var next = IsMark(at + 1, ",") && IsAnd(at + 2) ? at + 3 : at + 2;
            if (!IsPerson(next)) break;
            found.Add(Sighting(at = next));
        }

        return found;
    }

    /// <summary>The person before ", son of" or "is a cousin of"; -1 where there is none.</summary>
    public int Apposed(int first)
    {
        var at = first - 1;
        // "X, one of the president's three brothers".
        if (at > 1 && Is(at, "joint") && Is(at - 1, "one")) at -= Is(at - 2, "article") ? 3 : 2;
        // "Minister X'in oğlu": titles before whose the relative is.
        while (at > 0 && tokens[at].IsWord && Gazetteer.TitleKind(tokens[at].Lower, Language) is not null && Language == "tr") at--;
        if (IsMark(at, ",") || IsMark(at, "("))
        {
            at--;
            while (at > 0 && (tokens[at].Kind == TokenKind.Number || tokens[at].Is(",") || Is(at, "junior"))) at--;
            return IsPerson(at) ? at : -1;
        }

        var hasVerb = false;
        while (at > 0 && first - at < 5 && (Is(at, "be") || Is(at, "was") || Is(at, "aside") || Is(at, "as") || Is(at, "who") || tokens[at].Is(",")))
        {
            hasVerb |= Is(at, "be") || Is(at, "was") || Is(at, "as");
            at--;
        }

        return hasVerb && IsPerson(at) ? at : -1;
    }

    /// <summary>Whom the sentence is about where a relative is told of nobody named beside it: "She was born in Lund, the daughter of", "He was the youngest son of".</summary>
    public string? Told(int first)
    {
        var at = first - 1;
        while (at > 0 && (Is(at, "aside") || Is(at, "dropped"))) at--;
        var isTold = IsMark(at, ",") || Is(at, "be") || Is(at, "was") || Is(at, "as");
        return isTold && Subject.Before(first) is { } subject ? Sighting(subject) : null;
    }

    /// <summary>"brothers X and Y"; "X and Y are cousins"; "X and Y, husband and wife".</summary>
    public List<int> Each(int first, int behind)
    {
        if (IsMark(behind, ",")) behind++;
        if (IsPerson(behind) && IsAnd(behind + 1) && IsPerson(behind + 2) && !Is(first - 1, "own") && !IsEnding(first - 1)) return [behind, behind + 2];
        var at = first - 1;
        while (at > 0 && first - at < 5 && (Is(at, "be") || Is(at, "was") || Is(at, "who") || Is(at, "aside") || tokens[at].Is(","))) at--;
        return (at < first - 1 || Language == "tr") && IsPerson(at) && at > 1 && IsAnd(at - 1) && IsPerson(at - 2) ? [at - 2, at] : [];
    }
}
