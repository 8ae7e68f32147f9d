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
/// <param name="focus">Whom the text was about before the sentence.</param>
/// <param name="isAnyActor">Whether organizations and countries may be told of too, not only persons.</param>
internal sealed class OfficeHolders(IReadOnlyList<Token> tokens, string language, Focus focus, bool isAnyActor = false)
{
    private const int MostBetween = 10;

    private readonly Subject subject = new(tokens, language, focus);

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
        // "the head of the government, X, the Chilean minister, Y, said": X has an office already, and the next one is Y's.
        if (previous is not null && before.Count == 1 && phrase.IsDefinite && phrase.First - 2 >= 0 && IsMark(phrase.First - 1, ",") && tokens[phrase.First - 2].Name == before[0].Person && before[0].Rule == "office.title" && IsMark(phrase.Last + 1, ",") && Skip(phrase.Last + 2) is var own && IsPerson(own) && IsMark(own + 1, ",")) return Named(phrase, own);
        if (Apposed(phrase) is { } apposed) return [apposed];
        if (BesideKin(phrase) is { } relative) return [relative];
        // "The envoy for oceans, former minister X": both are X's.
        if (following is not null && following.First == phrase.Last + 2 && (tokens[phrase.Last + 1].Is(",") || IsAnd(tokens[phrase.Last + 1]) && phrase.Of.Count == 0) && IsPerson(Skip(following.Last + 1))) return [new Holding(tokens[Skip(following.Last + 1)].Name!, phrase, null, "office.title")];
        if (IsMark(phrase.Last + 1, ",") && Skip(phrase.Last + 2) is var behind && IsPerson(behind) && !IsOpening(phrase)) return Named(phrase, behind);
        // "whose leader is X", "The head of the bank is X".
        if ((Is(phrase.Last + 1, "be") || Is(phrase.Last + 1, "was")) && (phrase.Owner is not null || phrase.Of.Count > 0) && Skip(phrase.Last + 2) is var told && IsPerson(told) && !(told + 1 < tokens.Count && tokens[told + 1].Kind == TokenKind.Ending)) return Named(phrase, told);
        if (IsMark(phrase.Last + 1, "(") && IsPerson(Skip(phrase.Last + 2)) || IsMark(phrase.Last + 1, ":") && IsPerson(Skip(phrase.Last + 2))) return Named(phrase, Skip(phrase.Last + 2));
        // "head of the bank and former adviser to the ministry": a second office of the same person.
        if (previous is not null && before.Count == 1 && before[0].Rule != "office.title" && (phrase.First == previous.Last + 2 && (IsAnd(tokens[phrase.First - 1]) || tokens[phrase.First - 1].Is(",")) || phrase.Of.Count > 0 && phrase.First > previous.Last + 2 && phrase.First - previous.Last < 6 && IsAnd(tokens[previous.Last + 1]) && Enumerable.Range(previous.Last + 2, phrase.First - previous.Last - 2).All(i => Is(i, "article") || Is(i, "period") || tokens[i].Kind is TokenKind.Ending or TokenKind.Number || tokens[i].Lower is "this"))) return [before[0] with { Phrase = phrase, Rule = "office.second", Status = phrase.Status ?? before[0].Status, Of = null }];
        return [];
    }

    private bool IsHolder(Token token) => isAnyActor ? token.Name is { IsActor: true } : token.IsPerson;

    private bool IsPerson(int at) => at >= 0 && at < tokens.Count && IsHolder(tokens[at]);

    /// <summary>Past ranks, forms of address and quotation marks that stand before a name.</summary>
    private int Skip(int at)
    {
        if (Is(at, "own") && at + 1 < tokens.Count && Gazetteer.TitleKind(tokens[at + 1].Lower, language) == "address") at++;
        // "its rival, the Front": organizations have articles.
        if (isAnyActor && Is(at, "article") && at + 1 < tokens.Count && tokens[at + 1].Name is { Type: ActorType.Organization }) at++;
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
        for (var at = name; ;)
        {
            // "Presidents X of Kenya and Y of Uganda".
            if (found[^1].Of is { } of) while (tokens[at].Name != of) at++;
            if (at + 2 >= tokens.Count || !tokens[at + 1].Is(",") && !IsAnd(tokens[at + 1])) break;
            var next = at + 2;
            if (tokens[at + 1].Is(",") && IsAnd(tokens[next])) next++;
            next = Skip(next);
            if (!IsPerson(next)) break;
            found.Add(Behind(phrase, next));
            at = next;
        }

        return found;
    }

    /// <summary>"voorzitter Anna Smit van de Vakbond", "President Vega of Peru": whose it is may stand behind the name.</summary>
    private Holding Behind(OfficePhrase phrase, int name)
    {
        var holding = new Holding(tokens[name].Name!, phrase, null, "office.title");
        // "Landeshauptmann X (Tirol)".
        if (phrase.Of.Count == 0 && IsMark(name + 1, "(") && IsMark(name + 3, ")") && tokens[name + 2].Name is { Type: ActorType.Place or ActorType.Country, IsDemonym: false } seat) return holding with { Of = seat, Rule = "office.name_of" };
        if (phrase.Of.Count > 0 || !Is(name + 1, "joint")) return holding;
        var at = name + 2;
        while (Is(at, "article")) at++;
        // "minister Bakker van Openbare Werken".
        if (at >= tokens.Count || !tokens[at].Holds || at + 1 < tokens.Count && (tokens[at + 1].Kind == TokenKind.Ending || tokens[at + 1].IsJoined)) return holding;
        var of = tokens[at].Name!;
        if (of.Name.ToLowerInvariant().Split(' ').All(word => Gazetteer.IsPortfolio(word, language))) return holding;
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
        while (at > 0 && (tokens[at].Kind == TokenKind.Number || tokens[at].Is(",") || Is(at, "age") || Is(at, "junior"))) at--;
        if (tokens[at].Is(")"))
        {
            var open = at;
            while (open > 0 && at - open < 6 && !tokens[open].Is("(")) open--;
            at = open - 1;
        }

        // "wurde von X begleitet, der Botschafterin": a verb may close the clause behind the name.
        if (at > 0 && tokens[at].IsWord && IsHolder(tokens[at - 1]) && tokens[phrase.First - 1].Is(",") && OfficeWords.Is("behind", "verb", language)) at--;
        // "I met X there, the Chilean minister".
        if (at > 0 && tokens[at].IsWord && IsHolder(tokens[at - 1]) && tokens[phrase.First - 1].Is(",") && (Grammar.PointsToPlace(tokens[at].Lower, language) || Text.Dates.IsOfCalendar(tokens[at].Lower, language))) at--;
        if (at < 0 || !IsHolder(tokens[at])) return null;
        // "After meeting X, the president flew home": whoever opens a clause is not apposed.
        var closer = phrase.Last + 1 < tokens.Count ? tokens[phrase.Last + 1] : null;
        var isClosed = closer is null || closer.Kind == TokenKind.Mark || IsAnd(closer) || Is(phrase.Last + 1, "who") || Is(phrase.Last + 1, "since") || Is(phrase.Last + 1, "until") || OfficeWords.Is(closer, "posting", language);
        if (!isClosed && OfficeWords.Is(tokens[0], "opening", language) && phrase.IsDefinite) return null;
        if (!isClosed && phrase.IsDefinite && phrase.Of.Count == 0) return null;
        return new Holding(tokens[at].Name!, phrase, null, "office.apposition");
    }

    /// <summary>"X, a sister of the president and secretary general of the party": behind whose relative somebody is stands the office.</summary>
    private Holding? BesideKin(OfficePhrase phrase)
    {
        if (phrase.First < 4 || !IsAnd(tokens[phrase.First - 1])) return null;
        for (var comma = phrase.First - 2; comma > 0 && phrase.First - comma < MostBetween; comma--)
        {
            if (!tokens[comma].Is(",")) continue;
            var kin = comma + 1;
            while (Is(kin, "article") || Is(kin, "own")) kin++;
            return IsHolder(tokens[comma - 1]) && tokens[kin].IsWord && FamilyWords.Of(tokens[kin].Lower, language) is not null ? new Holding(tokens[comma - 1].Name!, phrase, null, "office.apposition") : null;
        }

        return null;
    }

    /// <summary>"X is / was named / serves as / resigned as the head of the bank", "He was governor of Lima".</summary>
    private List<Holding>? Linked(OfficePhrase phrase)
    {
        if (Inverted(phrase) is { } inverted) return [inverted];
        if (Opening(phrase) is { } opening) return [opening];
        // "X appointed the present director, Y".
        if (phrase.IsDefinite && Is(phrase.First - 1, "named") && IsMark(phrase.Last + 1, ",") && Skip(phrase.Last + 2) is var chosen && IsPerson(chosen)) return Named(phrase, chosen);
        var (at, roles) = Back(phrase);
        if (at < 0) return null;
        if (roles.Count == 0) return at > 1 && at == phrase.First - 1 && IsHolder(tokens[at]) && Is(at - 1, "named") ? [new Holding(tokens[at].Name!, phrase, null, "office.named") { Of = Namer(at - 1) }] : null;
        if (Enumerable.Range(at, phrase.First - at).Any(between => Is(between, "not"))) return [];
        var who = IsHolder(tokens[at]) ? tokens[at].Name : Focus.IsPronoun(tokens[at].Lower) || IsAnd(tokens[at]) ? subject.Before(at + 1) : null;
        if (who is null) return null;
        // "X appointed him ambassador": whom the text was about, not X.
        if (roles.Contains("named") && Enumerable.Range(at + 1, phrase.First - at - 1).FirstOrDefault(between => Is(between, "object"), -1) is >= 0 and var pronoun)
            return focus.Meant(Genders.OfPronoun(tokens[pronoun].Lower, language), who) is { } named ? [new Holding(named, phrase, phrase.Status, "office.named")] : [];
        if (IsHolder(tokens[at]) && Outer(at, roles, phrase) is { } outer) who = outer;
        if (IsHolder(tokens[at]) && roles.Contains("as"))
        {
            // "Y was replaced by X as head", "X succeeded Y as head".
            if (at > 2 && Is(at - 1, "by") && Is(at - 2, "succeeds") && Subject(at - 2) is { } replaced) return Follow(who, replaced, phrase);
            var verb = at - 1;
            while (verb > 1 && tokens[verb].IsWord && Gazetteer.TitleKind(tokens[verb].Lower, language) is not null) verb--;
            if (verb > 0 && Is(verb, "succeeds") && Subject(verb) is { } successor) return Follow(successor, who, phrase);
        }

        if (Enumerable.Range(at, phrase.First - at).Any(between => Is(between, "unlike"))) return null;
        if (!roles.Overlaps(["be", "was", "as", "named", "left", "until", "since"])) return null;
        // "took over as head of the bank from Y".
        if (roles.Contains("named") && Is(phrase.Last + 1, "whence") && Enumerable.Range(at, phrase.First - at).Any(between => Is(between, "takes")) && Skip(phrase.Last + 2) is var last && IsPerson(last)) return Follow(who, tokens[last].Name!, phrase);
        return [new Holding(who, phrase, StatusOf(roles, phrase), "office.predicate")];
    }

    private static List<Holding> Follow(NameMention successor, NameMention predecessor, OfficePhrase phrase) => [new Holding(successor, phrase, null, "office.successor"), new Holding(predecessor, phrase, FactStatus.Former, "office.predecessor")];

    /// <summary>"As foreign minister of Kenya, he signed".</summary>
    private Holding? Opening(OfficePhrase phrase)
    {
        if (phrase.First != 1 || !Is(0, "as") || tokens.Skip(phrase.Last + 1).TakeWhile(token => !token.Is(".")).SkipWhile(token => !token.Is(",")).Skip(1).FirstOrDefault() is not { } named) return null;
        var holder = IsHolder(named) ? named.Name : Focus.IsPronoun(named.Lower) ? focus.Meant(Genders.OfPronoun(named.Lower, language)) : null;
        return holder is null ? null : new Holding(holder, phrase, phrase.Status, "office.predicate");
    }

    /// <summary>Back from an office over helping words, dates and commas to whoever may hold it, and what the words between do.</summary>
    private (int At, HashSet<string> Roles) Back(OfficePhrase phrase)
    {
        var (at, roles) = (phrase.First - 1, new HashSet<string>());
        for (; at >= 0 && phrase.First - at <= MostBetween; at--)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Number || token.Is(",") && roles.Count > 0) continue;
            if (!token.IsWord || Focus.IsPronoun(token.Lower) && roles.Count > 0) break;
            if (roles.Count > 0 && (Text.Dates.IsOfCalendar(token.Lower, language) || Is(at, "period"))) continue;
            var role = Role(at) is "until" && tokens[at + 1].Kind != TokenKind.Number ? "aside" : Role(at);
            if (role is not null) roles.Add(role);
            else if (!Gazetteer.IsFunctionWord(token.Lower, language) && !token.Lower.EndsWith("ly", StringComparison.Ordinal) || IsAnd(token) || Is(at, "severs")) break;
        }

        return (at < 0 ? -1 : at, roles);
    }

    /// <summary>"The bank named X chairman": whose chairman X is.</summary>
    private NameMention? Namer(int verb)
    {
        var at = verb - 1;
        while (at > 0 && Is(at, "aside")) at--;
        return at >= 0 && tokens[at] is { Holds: true, Name.IsDemonym: false } ? tokens[at].Name : null;
    }

    /// <summary>"In 2019 werd hij voorzitter", "1995 wurde X Präsident": the verb stands before whom it is told of.</summary>
    private Holding? Inverted(OfficePhrase phrase)
    {
        var at = phrase.First - 1;
        while (at > 1 && (tokens[at].Kind == TokenKind.Number || Is(at, "aside") && !Focus.IsPronoun(tokens[at].Lower))) at--;
        if (at < 1 || !OfficeWords.Is("behind", "verb", language) || !(Is(at - 1, "was") || Is(at - 1, "be") || Is(at - 1, "named"))) return null;
        var who = IsHolder(tokens[at]) ? tokens[at].Name : Focus.IsPronoun(tokens[at].Lower) ? Meant(at) : null;
        return who is null ? null : new Holding(who, phrase, Is(at - 1, "was") && !Is(at - 1, "named") ? FactStatus.Former : phrase.Status, "office.predicate");
    }

    private static FactStatus? StatusOf(HashSet<string> roles, OfficePhrase phrase)
        => roles.Contains("will") ? FactStatus.Planned : roles.Contains("left") || roles.Contains("until") ? FactStatus.Former : roles.Contains("named") ? phrase.Status : roles.Contains("was") ? FactStatus.Former : phrase.Status;

    private string? Role(int at) => OfficeWords.Between(tokens[at], language);

    private NameMention? Meant(int pronoun) => focus.Meant(Genders.OfPronoun(tokens[pronoun].Lower, language));

    /// <summary>"X, brother of Y, was head of the police": the sentence is about X.</summary>
    private NameMention? Outer(int at, HashSet<string> roles, OfficePhrase phrase)
    {
        if (roles.Contains("who")) return null;
        var (hasVerb, isClosed) = (false, at + 1 < tokens.Count && tokens[at + 1].Is(","));
        if (!isClosed && !Enumerable.Range(at, phrase.First - at).Any(between => tokens[between].Is(","))) return null;
        for (var i = at - 1; i > 0 && at - i < MostBetween; i--)
        {
            // "X, who served under Y until 2018, is": the clause is closed before the verb.
            if (tokens[i].Is(",") && IsHolder(tokens[i - 1])) return Is(i + 1, "who") || isClosed && !hasVerb ? tokens[i - 1].Name : null;
            if (!tokens[i].IsWord) return null;
            hasVerb |= OfficeTitles.IsVerb(tokens[i].Lower, language) && !Is(i, "who");
        }

        return null;
    }

    /// <summary>The person before a verb, past helping words.</summary>
    private NameMention? Subject(int verb)
    {
        for (var at = verb - 1; at >= 0 && verb - at < 5; at--)
        {
            if (IsHolder(tokens[at])) return tokens[at].Name;
            if (Focus.IsPronoun(tokens[at].Lower)) return Meant(at);
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

    /// <summary>"the Union, of which X is a member": whose it is stands before the relative.</summary>
    public static NameMention? OfWhich(IReadOnlyList<Token> tokens, OfficePhrase phrase, string language)
    {
        for (var at = phrase.First - 1; at > 0 && phrase.First - at < MostBetween; at--)
        {
            var isRelative = OfficeWords.Is(tokens[at], "of-which", language);
            if (!isRelative && !(OfficeWords.Is(tokens[at], "relative", language) && OfficeWords.Is(tokens[at - 1], "joint", language))) continue;
            var before = isRelative ? at - 1 : at - 2;
            if (before > 0 && tokens[before].Is(",")) before--;
            if (before > 1 && tokens[before].Is(")") && tokens[before - 1].Holds) before--;
            return before >= 0 && tokens[before].Holds ? tokens[before].Name : null;
        }

        return null;
    }

    private static bool IsDivider(Token token) => token.Kind == TokenKind.Mark && token.Text is "," or "-" or "–" or "—" or "|";

    /// <summary>"African Union: Mr X, Chairperson": who stands before the colon heads the line.</summary>
    public static NameMention? InlineHeading(IReadOnlyList<Token> tokens, OfficePhrase phrase)
    {
        // "Coastal Bank (chair: Peter Otieno)".
        if (phrase.First > 1 && tokens[phrase.First - 1].Is("(") && tokens[phrase.First - 2].Holds) return tokens[phrase.First - 2].Name;
        for (var at = 1; at < phrase.First && at < 8; at++)
        {
            if (tokens[at].Is(":")) return tokens[at - 1] is { Holds: true, Name.Type: not ActorType.Place } && !tokens.Take(at).Any(token => token.IsPerson) ? tokens[at - 1].Name : null;
        }

        return null;
    }
}
