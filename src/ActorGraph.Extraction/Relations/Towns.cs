using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>"in the Libyan capital, Tripoli", "dans la capitale libyenne": a noun for a town that leads to its name, or stands with that of its state alone.</summary>
internal static class Towns
{
    private const int Longest = 8;

    /// <summary>Whether "in" stands before a place with such a noun between.</summary>
    public static bool LeadTo(IReadOnlyList<ClauseToken> tokens, int at, string language)
    {
        var last = at - 1;
        if (last > 0 && tokens[last].Mark == Mark.Comma) last--;
        return Lead(tokens, last, language) is { } lead && lead.HasNoun;
    }

    /// <summary>Whether a state's name says of which state the town is that is spoken of: "in Ethiopia's capital".</summary>
    public static bool IsOneOf(IReadOnlyList<ClauseToken> tokens, int at, string language)
    {
        if (!IsOfState(tokens[at])) return false;
        var isBehind = Enumerable.Range(at + 1, 2).TakeWhile(i => i < tokens.Count && tokens[i] is { Mark: Mark.Word, Class: WordClass.None }).Any(i => Grammar.IsTown(tokens[i].Lower, language));
        return Lead(tokens, at - 1, language) is { } lead && (lead.HasNoun || isBehind);
    }

    private static bool IsOfState(ClauseToken token) => token.Mention is { Type: ActorType.Country } && (token.IsDemonym || token.IsPossessive);

    /// <summary>Articles, adjectives and states back to the "in" that leads to them; null where none does.</summary>
    private static (int First, bool HasNoun)? Lead(IReadOnlyList<ClauseToken> tokens, int last, string language)
    {
        var hasNoun = false;
        for (var i = last; i >= 0 && last - i < Longest; i--)
        {
            var token = tokens[i];
            if (token.Class == WordClass.In) return (i, hasNoun);
            if (token.Mark == Mark.Word && Grammar.IsTown(token.Lower, language)) hasNoun = true;
            else if (!(token.Mark == Mark.Word && token.Class is WordClass.None or WordClass.Det or WordClass.Of && !token.IsTitle || IsOfState(token) || hasNoun && token.Mention is { Type: ActorType.Place })) return null;
        }

        return null;
    }
}
