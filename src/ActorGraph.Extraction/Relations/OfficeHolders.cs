using ActorGraph.Extraction.Mentions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <param name="Status">What the construction says; null leaves it to the phrase.</param>
internal sealed record Holding(NameMention Person, OfficePhrase Phrase, FactStatus? Status, string Rule)
{
    /// <summary>Whose the office is where the words around the holder say so.</summary>
    public NameMention? Of { get; init; }
}

/// <summary>Who holds the office that a phrase of the sentence tells.</summary>
/// <param name="subject">Whom the sentence before was about.</param>
/// <param name="isAnyActor">Whether organizations and countries may be told of too, not only persons.</param>
internal sealed class OfficeHolders(IReadOnlyList<Token> tokens, string language, NameMention? subject, bool isAnyActor = false)
{
    private const int MostBetween = 10;

    private static readonly HashSet<string> Pronouns = ["he", "she", "hij", "zij", "ze", "er", "sie", "il", "elle", "él", "ella"];

    private static readonly Dictionary<(string, string), (string Title, bool IsPassive)> Verbs = Tables.Rows("leading.tsv").ToDictionary(row => (row[1], row[0]), row => (row[2], row[3] == "passive"));

    private bool IsAnd(Token token) => OfficeWords.Is(token, "and", language) || token.Is("&");

    private bool Is(int at, string role) => at >= 0 && at < tokens.Count && OfficeWords.Is(tokens[at], role, language);

    private bool IsMark(int at, string mark) => at >= 0 && at < tokens.Count && tokens[at].Is(mark);

    /// <param name="previous">The phrase before it in the sentence.</param>
    /// <param name="before">Whoever holds that.</param>
    /// <param name="following">The phrase behind it.</param>
    public IReadOnlyList<Holding> Of(OfficePhrase phrase, OfficePhrase? previous, IReadOnlyList<Holding> before, OfficePhrase? following)
    {
        var next = Skip(phrase.Last + 1);
        if (IsPerson(next)) return Named(phrase, next);
        if (Linked(phrase) is { Count: > 0 } linked) return linked;
        if (IsMark(phrase.Last + 1, ",") && Skip(phrase.Last + 2) is var subjectAt && IsPerson(subjectAt) && phrase.IsDefinite && phrase.Of.Count > 0 && IsMark(phrase.First - 1, ",") && OpensAt(phrase.First - 1)) return Named(phrase, subjectAt);
        if (Apposed(phrase) is { } apposed) return [apposed];
        // "The envoy for oceans, former minister X": both are X's.
        if (following is not null && following.First == phrase.Last + 2 && (tokens[phrase.Last + 1].Is(",") || IsAnd(tokens[phrase.Last + 1]) && phrase.Of.Count == 0) && IsPerson(Skip(following.Last + 1))) return [new Holding(tokens[Skip(following.Last + 1)].Name!, phrase, null, "office.title")];
        if (IsMark(phrase.Last + 1, ",") && Skip(phrase.Last + 2) is var behind && IsPerson(behind) && !IsOpening(phrase)) return Named(phrase, behind);
        if (IsMark(phrase.Last + 1, "(") && IsPerson(Skip(phrase.Last + 2)) || IsMark(phrase.Last + 1, ":") && IsPerson(Skip(phrase.Last + 2))) return Named(phrase, Skip(phrase.Last + 2));
        // "head of the bank and former adviser to the ministry": a second office of the same person.
        if (previous is not null && before.Count == 1 && before[0].Rule != "office.title" && phrase.First == previous.Last + 2 && (IsAnd(tokens[phrase.First - 1]) || tokens[phrase.First - 1].Is(",") )) return [before[0] with { Phrase = phrase, Rule = "office.second", Status = phrase.Status ?? before[0].Status, Of = null }];
        return [];
    }

    private bool IsHolder(Token token) => isAnyActor ? token.Name is { IsActor: true } : token.IsPerson;

    private bool IsPerson(int at) => at >= 0 && at < tokens.Count && IsHolder(tokens[at]);

    /// <summary>Past ranks, forms of address and quotation marks that stand before a name.</summary>
    private int Skip(int at)
    {
        if (Is(at, "own") && at + 1 < tokens.Count && Gazetteer.TitleKind(tokens[at + 1].Lower, language) == "address") at++;
        while (at < tokens.Count && (tokens[at].IsWord && (Gazetteer.TitleKind(tokens[at].Lower, language) is "rank" or "address" || Gazetteer.TitleKind(tokens[at].Lower, "en") is "rank") || at > 0 && tokens[at].Is(".") && tokens[at - 1].IsWord && tokens[at - 1].Lower.Length <= 5 && tokens[at - 1].Span.End == tokens[at].Span.Start && Gazetteer.TitleKind(tokens[at - 1].Lower, language) is not null)) at++;
        return at;
    }

    /// <summary>"After talks with the head of the bank, Smith left": a comma that closes an opening phrase makes no apposition.</summary>
    private bool IsOpening(OfficePhrase phrase)
    {
        var name = Skip(phrase.Last + 2);
        return OpensAt(phrase.First) && name + 1 < tokens.Count && tokens[name + 1].IsWord;
    }

    /// <summary>Whether the clause up to the place begins with a preposition of time or place and has no comma yet.</summary>
    private bool OpensAt(int place)
    {
        var start = place;
        while (start > 0 && !tokens[start - 1].Is(",")) start--;
        return start < place && OfficeWords.Is(tokens[start], "opening", language) && (start == 0 || start < 12);
    }

    /// <summary>"Foreign Minister X", and all in the list where the office is in the plural.</summary>
    private List<Holding> Named(OfficePhrase phrase, int name)
    {
        var found = new List<Holding> { Behind(phrase, name) };
        var isPlural = Is(phrase.Head, "plural");
        if (!isPlural) return found;
        for (var at = name; at + 2 < tokens.Count && (tokens[at + 1].Is(",") || IsAnd(tokens[at + 1])); )
        {
            var next = at + 2;
            if (tokens[at + 1].Is(",") && IsAnd(tokens[next])) next++;
            if (!IsPerson(next)) break;
            found.Add(new Holding(tokens[next].Name!, phrase, null, "office.title"));
            at = next;
        }

        return found;
    }

    /// <summary>"voorzitter Anna Smit van de Vakbond", "President Vega of Peru": whose it is may stand behind the name.</summary>
    private Holding Behind(OfficePhrase phrase, int name)
    {
        var holding = new Holding(tokens[name].Name!, phrase, null, "office.title");
        if (phrase.Of.Count > 0 || !Is(name + 1, "joint")) return holding;
        var at = name + 2;
        while (Is(at, "article")) at++;
        // "minister Bakker van Openbare Werken".
        if (at >= tokens.Count || !tokens[at].Holds || at + 1 < tokens.Count && (tokens[at + 1].Kind == TokenKind.Ending || tokens[at + 1].IsJoined)) return holding;
        var of = tokens[at].Name!;
        if (of.IsDemonym && at + 1 < tokens.Count && tokens[at + 1].Name is { Type: ActorType.Organization } longer) of = longer;
        return of.IsDemonym ? holding : holding with { Of = of, Rule = "office.name_of" };
    }

    /// <summary>"X, the head of the bank,", "X (minister of finance)", "X, 61, a former director of the firm".</summary>
    private Holding? Apposed(OfficePhrase phrase)
    {
        var at = phrase.First - 1;
        if (at < 1 || !(IsAnd(tokens[at]) && at > 2 && tokens[at - 1].IsWord && tokens[at - 2].Is(",")) && !IsDivider(tokens[at]) && !tokens[at].Is("(") && !tokens[at].Is(":")) return null;
        if (tokens[at].Is(":") && at > 2) return null;
        if (IsAnd(tokens[at]) && at > 2 && tokens[at - 1].IsWord && tokens[at - 2].Is(",")) at -= 2;
        at--;
        while (at > 0 && (tokens[at].Kind == TokenKind.Number || tokens[at].Is(",") || tokens[at].Lower is "aged" or "oud" or "ans" or "años" or "jaar" or "jr" or "sr")) at--;
        if (tokens[at].Is(")"))
        {
            var open = at;
            while (open > 0 && at - open < 6 && !tokens[open].Is("(")) open--;
            at = open - 1;
        }

        // "wurde von X begleitet, der Botschafterin": a verb may close the clause behind the name.
        if (at > 0 && tokens[at].IsWord && IsHolder(tokens[at - 1]) && tokens[phrase.First - 1].Is(",") && OfficeWords.Is("behind", "verb", language)) at--;
        if (at < 0 || !IsHolder(tokens[at])) return null;
        // "After meeting X, the president flew home": whoever opens a clause is not apposed.
        var closer = phrase.Last + 1 < tokens.Count ? tokens[phrase.Last + 1] : null;
        var isClosed = closer is null || closer.Kind == TokenKind.Mark || IsAnd(closer) || Is(phrase.Last + 1, "who") || Is(phrase.Last + 1, "since") || Is(phrase.Last + 1, "until") || OfficeWords.Is(closer, "posting", language);
        if (!isClosed && OfficeWords.Is(tokens[0], "opening", language) && phrase.IsDefinite) return null;
        if (!isClosed && phrase.IsDefinite && phrase.Of.Count == 0) return null;
        return new Holding(tokens[at].Name!, phrase, null, "office.apposition");
    }

    /// <summary>"X is / was named / serves as / resigned as the head of the bank", "He was governor of Lima".</summary>
    private List<Holding>? Linked(OfficePhrase phrase)
    {
        if (Inverted(phrase) is { } inverted) return [inverted];
        // "As foreign minister of Kenya, he signed".
        if (phrase.First == 1 && Is(0, "as") && tokens.Skip(phrase.Last + 1).TakeWhile(token => !token.Is(".")).SkipWhile(token => !token.Is(",")).Skip(1).FirstOrDefault() is { } named && (IsHolder(named) || Pronouns.Contains(named.Lower)))
        {
            return (IsHolder(named) ? named.Name : subject) is { } holder ? [new Holding(holder, phrase, phrase.Status, "office.predicate")] : null;
        }

        var (at, roles) = (phrase.First - 1, new HashSet<string>());
        for (; at >= 0 && phrase.First - at <= MostBetween; at--)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Number || token.Is(",") && roles.Count > 0) continue;
            if (!token.IsWord || Pronouns.Contains(token.Lower) && roles.Count > 0 && at <= 1) break;
            var role = Role(at) is "until" && tokens[at + 1].Kind != TokenKind.Number ? "aside" : Role(at);
            if (role is not null) roles.Add(role);
            else if (!Gazetteer.IsFunctionWord(token.Lower, language) && !token.Lower.EndsWith("ly", StringComparison.Ordinal) || IsAnd(token) || token.Lower is "that" or "with" or "by") break;
        }

        if (at < 0) return null;
        if (roles.Count == 0) return at > 1 && at == phrase.First - 1 && IsHolder(tokens[at]) && Is(at - 1, "named") ? [new Holding(tokens[at].Name!, phrase, null, "office.named")] : null;
        var who = IsHolder(tokens[at]) ? tokens[at].Name : Pronouns.Contains(tokens[at].Lower) && at <= 1 ? subject : null;
        if (who is null) return null;
        if (IsHolder(tokens[at]) && Outer(at, roles) is { } outer) who = outer;
        if (IsHolder(tokens[at]) && roles.Contains("as") && at > 2 && Is(at - 1, "by") && Is(at - 2, "succeeds") && Subject(at - 2) is { } replaced)
        {
            return [new Holding(who, phrase, null, "office.successor"), new Holding(replaced, phrase, FactStatus.Former, "office.predecessor")];
        }

        if (IsHolder(tokens[at]) && roles.Contains("as") && at > 1 && Is(at - 1, "succeeds") && Subject(at - 1) is { } successor)
        {
            return [new Holding(successor, phrase, null, "office.successor"), new Holding(who, phrase, FactStatus.Former, "office.predecessor")];
        }

        if (tokens.Take(phrase.First).Skip(at).Any(token => token.Lower is "well" or "such")) return null;
        if (!roles.Overlaps(["be", "was", "as", "named", "left", "until", "since"])) return null;
        return [new Holding(who, phrase, StatusOf(roles, phrase), "office.predicate")];
    }

    /// <summary>"In 2019 werd hij voorzitter", "1995 wurde X Präsident": the verb stands before whom it is told of.</summary>
    private Holding? Inverted(OfficePhrase phrase)
    {
        var at = phrase.First - 1;
        while (at > 1 && (tokens[at].Kind == TokenKind.Number || Is(at, "aside") && !Pronouns.Contains(tokens[at].Lower))) at--;
        if (at < 1 || !OfficeWords.Is("behind", "verb", language) || !(Is(at - 1, "was") || Is(at - 1, "be") || Is(at - 1, "named"))) return null;
        var who = IsHolder(tokens[at]) ? tokens[at].Name : Pronouns.Contains(tokens[at].Lower) ? subject : null;
        return who is null ? null : new Holding(who, phrase, Is(at - 1, "was") && !Is(at - 1, "named") ? FactStatus.Former : phrase.Status, "office.predicate");
    }

    private static FactStatus? StatusOf(HashSet<string> roles, OfficePhrase phrase)
        => roles.Contains("will") ? FactStatus.Planned : roles.Contains("left") || roles.Contains("until") ? FactStatus.Former : roles.Contains("named") ? phrase.Status : roles.Contains("was") ? FactStatus.Former : phrase.Status;

    /// <summary>What a word between a name and an office does, the telling roles first.</summary>
    private string? Role(int at) => Array.Find(["left", "named", "was", "be", "as", "will", "who", "until", "since", "aside", "article", "dropped", "acting", "former"], role => Is(at, role));

    /// <summary>"X, brother of Y, was head of the police": the sentence is about X.</summary>
    private NameMention? Outer(int at, HashSet<string> roles)
    {
        if (at + 1 >= tokens.Count || !tokens[at + 1].Is(",") || roles.Contains("who")) return null;
        for (var i = at - 1; i > 0 && at - i < MostBetween; i--)
        {
            if (tokens[i].Is(",") && IsHolder(tokens[i - 1])) return tokens[i - 1].Name;
            if (!tokens[i].IsWord || OfficeTitles.IsVerb(tokens[i].Lower, language)) return null;
        }

        return null;
    }

    /// <summary>The person before a verb, past helping words.</summary>
    private NameMention? Subject(int verb)
    {
        for (var at = verb - 1; at >= 0 && verb - at < 5; at--)
        {
            if (IsHolder(tokens[at])) return tokens[at].Name;
            if (Pronouns.Contains(tokens[at].Lower)) return subject;
            if (!tokens[at].Is(",") && Role(at) is null) return null;
        }

        return null;
    }

    /// <summary>"X, Minister of Finance, Kenya": whose it is stands behind one more comma.</summary>
    public static NameMention? Listed(IReadOnlyList<Token> tokens, OfficePhrase phrase)
    {
        var at = phrase.Last + 2;
        if (phrase.IsDefinite || at >= tokens.Count || !IsDivider(tokens[at - 1]) || !tokens[at].Holds || tokens[at].Name!.IsDemonym) return null;
        return phrase.First > 0 && IsDivider(tokens[phrase.First - 1]) && (at + 1 >= tokens.Count || tokens[at + 1].Kind == TokenKind.Mark) ? tokens[at].Name : null;
    }

    private static bool IsDivider(Token token) => token.Kind == TokenKind.Mark && token.Text is "," or "-" or "–" or "—" or "|";

    /// <summary>"African Union: Mr X, Chairperson": who stands before the colon heads the line.</summary>
    public static NameMention? InlineHeading(IReadOnlyList<Token> tokens, OfficePhrase phrase)
    {
        // "Coastal Bank (chair: Peter Otieno)".
        if (phrase.First > 1 && tokens[phrase.First - 1].Is("(") && tokens[phrase.First - 2].Holds) return tokens[phrase.First - 2].Name;
        for (var at = 1; at < phrase.First && at < 8; at++)
        {
            if (tokens[at].Is(":")) return tokens[at - 1].Holds && !tokens.Take(at).Any(token => token.IsPerson) ? tokens[at - 1].Name : null;
        }

        return null;
    }

    /// <summary>"the Movement, led by X", "X, who has commanded the army since 2019": by verbs of leading (<c>leading.tsv</c>).</summary>
    public IEnumerable<(NameMention Person, NameMention Of, (string Title, TextSpan Span) Verb, FactStatus? Status)> Leaders()
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (!tokens[at].IsWord || !Verbs.TryGetValue((language, tokens[at].Lower), out var verb)) continue;
            var found = verb.IsPassive ? Passive(at) ?? (language == "en" ? Active(at) : null) : Active(at) ?? Closing(at);
            if (found is { } led) yield return (led.Person, led.Of, (led.IsDelegation ? Delegation(verb.Title) : verb.Title, tokens[at].Span), led.IsFormer ? FactStatus.Former : null);
        }
    }

    private string Delegation(string title) => language switch { "nl" => "delegatieleider", "de" => "delegationsleiter", _ => "delegation " + title };

    private (NameMention Person, NameMention Of, bool IsDelegation, bool IsFormer)? Passive(int verb)
    {
        var by = verb + 1;
        if (!Is(by, "by") && !Is(by, "joint")) return null;
        var person = by + 1;
        while (person < tokens.Count && person - by < 9 && !tokens[person].IsPerson && (tokens[person].IsWord && !OfficeTitles.IsVerb(tokens[person].Lower, language) || tokens[person].Holds || tokens[person].Kind == TokenKind.Ending)) person++;
        if (!IsPerson(person)) return null;
        var (at, isDelegation) = (verb - 1, false);
        for (; at >= 0 && verb - at < 7 && !tokens[at].Holds; at--)
        {
            if (tokens[at].Lower.StartsWith("deleg", StringComparison.Ordinal)) isDelegation = true;
            if (tokens[at].IsPerson || tokens[at].IsWord && OfficeTitles.IsVerb(tokens[at].Lower, language) && Role(at) is null) return null;
        }

        if (at < 0 || !tokens[at].Holds || tokens[at].Name is { Type: ActorType.Place } || tokens[at].Name!.IsDemonym && !isDelegation) return null;
        return (tokens[person].Name!, tokens[at].Name!, isDelegation, false);
    }

    private (NameMention Person, NameMention Of, bool IsDelegation, bool IsFormer)? Active(int verb)
    {
        var at = verb + 1;
        while (Is(at, "article") || Is(at, "aside") || at < tokens.Count && at - verb < 4 && tokens[at].IsWord && char.IsLower(tokens[at].Text[0]) && !Gazetteer.IsFunctionWord(tokens[at].Lower, language)) at++;
        if (at >= tokens.Count || tokens[at].Name is not { Type: ActorType.Organization } of) return null;
        if (at + 1 < tokens.Count && (tokens[at + 1].IsJoined || tokens[at + 1].Kind == TokenKind.Ending || tokens[at + 1].IsWord && char.IsLower(tokens[at + 1].Text[0]) && !Gazetteer.IsFunctionWord(tokens[at + 1].Lower, language) && !Is(at + 1, "since") && !OfficeTitles.IsVerb(tokens[at + 1].Lower, language))) return null;
        var who = verb - 1;
        while (who >= 0 && verb - who < 6 && !tokens[who].IsPerson && (tokens[who].Is(",") || tokens[who].IsWord && (Role(who) is not null || tokens[who].Lower.EndsWith("ly", StringComparison.Ordinal)))) who--;
        if (who < 0 || !tokens[who].IsPerson) return null;
        if (who > 0 && tokens[who - 1].IsWord && (Is(who - 1, "joint") || tokens[who - 1].Lower is "with") && !tokens[who + 1].Is(",") && !Is(who + 1, "who")) return null;
        return (tokens[who].Name!, of, false, false);
    }

    /// <summary>"X, die het Instituut leidt": the verb closes the clause.</summary>
    private (NameMention Person, NameMention Of, bool IsDelegation, bool IsFormer)? Closing(int verb)
    {
        if (!OfficeWords.Is("behind", "verb", language) || tokens[verb - 1].Name is not { Type: ActorType.Organization } of) return null;
        var at = verb - 2;
        while (at > 0 && Is(at, "article") && !(Is(at, "who") && tokens[at - 1].Is(","))) at--;
        return at > 1 && Is(at, "who") && tokens[at - 1].Is(",") && tokens[at - 2].IsPerson ? (tokens[at - 2].Name!, of, false, false) : null;
    }
}
