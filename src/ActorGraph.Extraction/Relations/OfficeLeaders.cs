using ActorGraph.Extraction.Mentions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <param name="Title">The office of whoever leads.</param>
/// <param name="Verb">The word that tells it.</param>
internal sealed record Led(NameMention Person, NameMention Of, string Title, Token Verb);

/// <summary>Who leads what, by verbs and nouns of leading (<c>leading.tsv</c>): "the Movement, led by X", "X, who has commanded the army since 2019".</summary>
internal sealed class OfficeLeaders(IReadOnlyList<Token> tokens, string language, Focus focus)
{
    private const int MostBetween = 8;

    private static readonly Dictionary<(string, string), (string Title, string How)> Verbs = Tables.Rows("leading.tsv").ToDictionary(row => (row[1], row[0]), row => (row[2], row[3]));

    private readonly Subject subject = new(tokens, language, focus);

    private bool Is(int at, string role) => at >= 0 && at < tokens.Count && OfficeWords.Is(tokens[at], role, language);

    private bool IsPerson(int at) => at >= 0 && at < tokens.Count && tokens[at].IsPerson;

    private string? Role(int at) => OfficeWords.Between(tokens[at], language);

    public IEnumerable<Led> All()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].IsWord || !Verbs.TryGetValue((language, tokens[at].Lower), out var verb)) continue;
            var found = verb.How switch
            {
                "passive" => Passive(at) ?? (language == "en" ? Active(at) ?? Relative(at) : null),
                "infinitive" => Infinitive(at),
                "between" => Between(at),
                _ => Active(at) ?? Closing(at) ?? Relative(at),
            };
            if (found is { } led) yield return new Led(led.Person, led.Of, led.IsDelegation ? Delegation(verb.Title) : verb.Title, tokens[at]);
        }
    }

    private string Delegation(string title) => language switch { "nl" => "delegatieleider", "de" => "delegationsleiter", _ => "delegation " + title };

    private (NameMention Person, NameMention Of, bool IsDelegation)? Passive(int verb)
    {
        var by = verb + 1;
        while (by < tokens.Count && by - verb < 3 && (Is(by, "since") || tokens[by].Kind == TokenKind.Number)) by++;
        if (!Is(by, "by") && !Is(by, "joint")) return null;
        var person = by + 1;
        while (person < tokens.Count && person - by < 9 && !tokens[person].IsPerson && (tokens[person].IsWord && !OfficeTitles.IsVerb(tokens[person].Lower, language) || tokens[person].Holds || tokens[person].Kind == TokenKind.Ending)) person++;
        if (!IsPerson(person)) return null;
        // "by the former Coast militia leader X".
        for (var next = person + 1; next < tokens.Count && next - person < 4 && (tokens[next].IsWord && char.IsLower(tokens[next].Text[0]) && !Gazetteer.IsFunctionWord(tokens[next].Lower, language) || tokens[next].IsPerson); next++) if (tokens[next].IsPerson && Gazetteer.TitleKind(tokens[next - 1].Lower, language) is not null) person = next;
        var (at, isDelegation) = (verb - 1, false);
        for (; at >= 0 && verb - at < 7 && !tokens[at].Holds; at--)
        {
            if (tokens[at].Lower.StartsWith("deleg", StringComparison.Ordinal)) isDelegation = true;
            if (tokens[at].IsPerson || tokens[at].IsWord && OfficeTitles.IsVerb(tokens[at].Lower, language) && Role(at) is null && !(Is(at - 1, "article") && tokens[at + 1].IsWord)) return null;
        }

        // "a faction in Libya is led by X": where, not what.
        if (at > 0 && Is(at - 1, "posting")) return null;
        if (at < 0 || !tokens[at].Holds || tokens[at].Name is { Type: ActorType.Place } || tokens[at].Name!.IsDemonym && !isDelegation) return null;
        return (tokens[person].Name!, tokens[at].Name!, isDelegation);
    }

    private (NameMention Person, NameMention Of, bool IsDelegation)? Active(int verb)
    {
        if (Object(verb) is not { } of) return null;
        var who = verb - 1;
        while (who >= 0 && verb - who < 6 && !tokens[who].IsPerson && !Is(who, "and") && (tokens[who].Is(",") || tokens[who].IsWord && !Focus.IsPronoun(tokens[who].Lower) && (Role(who) is not null || tokens[who].Lower.EndsWith("ly", StringComparison.Ordinal)))) who--;
        if (who < 0) return null;
        // "X was ambassador and now leads the Institute"; "She chairs the board".
        if (Is(who, "and") || Focus.IsPronoun(tokens[who].Lower)) return subject.Before(verb) is { } told ? (told, of, false) : null;
        if (!tokens[who].IsPerson) return null;
        // "X, brother of Y, leads": the clause is closed before the verb.
        if (tokens[who + 1].Is(",") && Is(who - 1, "joint") | (who > 1 && Is(who - 2, "joint"))) return null;
        if (who > 0 && tokens[who - 1].IsWord && (Is(who - 1, "joint") || tokens[who - 1].Lower is "with") && !tokens[who + 1].Is(",") && !Is(who + 1, "who")) return null;
        return (tokens[who].Name!, of, false);
    }

    /// <summary>What a verb of leading governs: an organization right behind it, past articles and small adjectives.</summary>
    private NameMention? Object(int verb)
    {
        var at = verb + 1;
        while (Is(at, "article") || Is(at, "aside") || at < tokens.Count && at - verb < 4 && tokens[at].IsWord && char.IsLower(tokens[at].Text[0]) && !Gazetteer.IsFunctionWord(tokens[at].Lower, language)) at++;
        if (at >= tokens.Count || tokens[at].Name is not { Type: ActorType.Organization } of) return null;
        var isMore = at + 1 < tokens.Count && (tokens[at + 1].IsJoined || tokens[at + 1].Kind == TokenKind.Ending || tokens[at + 1].IsWord && char.IsLower(tokens[at + 1].Text[0]) && !Gazetteer.IsFunctionWord(tokens[at + 1].Lower, language) && !Is(at + 1, "since") && !OfficeTitles.IsVerb(tokens[at + 1].Lower, language));
        return isMore ? null : of;
    }

    /// <summary>"X was elected to lead the Movement", "the first woman to head the bank", "appointed X to run it".</summary>
    private (NameMention Person, NameMention Of, bool IsDelegation)? Infinitive(int verb)
    {
        if (Object(verb) is not { } of) return null;
        var at = verb - 1;
        while (at > 0 && verb - at < MostBetween && !Is(at, "named") && !tokens[at].IsPerson && (tokens[at].IsWord || tokens[at].Kind == TokenKind.Number)) at--;
        if (at < 1) return null;
        if (tokens[at].IsPerson) return at == verb - 2 && Enumerable.Range(1, Math.Min(at, 4)).Any(step => Is(at - step, "named")) ? (tokens[at].Name!, of, false) : null;
        return Is(at, "named") && subject.Before(at) is { } who ? (who, of, false) : null;
    }

    /// <summary>"X, die het Instituut leidt": the verb closes the clause.</summary>
    private (NameMention Person, NameMention Of, bool IsDelegation)? Closing(int verb)
    {
        if (verb < 1 || !OfficeWords.Is("behind", "verb", language) && language != "tr" || tokens[verb - 1].Name is not { Type: ActorType.Organization } of) return null;
        var at = verb - 2;
        while (at > 0 && (Is(at, "article") || Is(at, "aside") || Is(at, "now")) && !(Is(at, "who") && tokens[at - 1].Is(","))) at--;
        return at > 1 && Is(at, "who") && tokens[at - 1].Is(",") && tokens[at - 2].IsPerson ? (tokens[at - 2].Name!, of, false) : null;
    }

    /// <summary>"the company, which X founded".</summary>
    private (NameMention Person, NameMention Of, bool IsDelegation)? Relative(int verb)
    {
        // "the party, que dirige X": the verb stands before who leads.
        if (!IsPerson(verb - 1)) return IsPerson(verb + 1) && Is(verb - 1, "relative") && verb > 1 && Led(verb - 2) is { } party ? (tokens[verb + 1].Name!, party, false) : null;
        var at = verb - 2;
        while (at > 0 && tokens[at].IsWord && Phrases.IsOffice(tokens[at].Lower, language)) at--;
        if (!Is(at, "relative") || Is(at, "who")) return null;
        return Led(at - 1) is { } of ? (tokens[verb - 1].Name!, of, false) : null;
    }

    /// <summary>The organization that ends here, perhaps before a comma.</summary>
    private NameMention? Led(int at)
    {
        if (at > 0 && tokens[at].Is(",")) at--;
        return at >= 0 && tokens[at].Name is { Type: ActorType.Organization } of ? of : null;
    }

    /// <summary>"X liderliğindeki Y": who leads stands before, what is led behind.</summary>
    private (NameMention Person, NameMention Of, bool IsDelegation)? Between(int verb)
        => IsPerson(verb - 1) && verb + 1 < tokens.Count && tokens[verb + 1].Name is { Type: ActorType.Organization or ActorType.Country } of ? (tokens[verb - 1].Name!, of, of.IsDemonym) : null;
}
