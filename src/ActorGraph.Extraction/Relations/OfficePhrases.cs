using ActorGraph.Extraction.Mentions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Finds the noun phrases of a sentence that tell an office, with whose it is on their left or right.</summary>
internal sealed class OfficePhrases(IReadOnlyList<Token> tokens, string language)
{
    private const int MostAdjectives = 3;

    private readonly OfficeSurroundings around = new(tokens, language);
    private Func<int, int> leadOf = _ => 0;
    private NameMention? superior;
    private NameMention? host;
    private string? owner;
    private FactStatus? status;
    private bool isDefinite;
    private List<NameMention> of = [];

    public static List<OfficePhrase> In(IReadOnlyList<Token> tokens, string language)
    {
        var reader = new OfficePhrases(tokens, language);
        // "Bakan Yardımcısı": of two offices in a row the last is meant.
        return OfficeSurroundings.Nested(tokens, language, reader.All(at => reader.IsHead(at) && !(at + 1 < tokens.Count && tokens[at + 1].IsWord && !tokens[at + 1].IsJoined && reader.IsHead(at + 1) && !reader.Is(at + 1, "tail"))));
    }

    /// <summary>Noun phrases of the same build whose head is another kind of word: "a rival of Kenya", "its subsidiary".</summary>
    /// <param name="lead">How many words before the head belong to it: "parent company".</param>
    public static List<OfficePhrase> In(IReadOnlyList<Token> tokens, string language, Func<int, bool> isHead, Func<int, int> lead) => new OfficePhrases(tokens, language) { leadOf = lead }.All(isHead);

    private List<OfficePhrase> All(Func<int, bool> isHead)
    {
        var found = new List<OfficePhrase>();
        var (reader, last) = (this, -1);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i <= last || !isHead(i)) continue;
            var phrase = reader.Read(i, last);
            found.Add(phrase);
            last = phrase.Last;
        }

        return found;
    }

    private bool Is(int at, string role) => at >= 0 && at < tokens.Count && OfficeWords.Is(tokens[at], role, language);

    private bool IsHead(int at)
    {
        if (!tokens[at].IsWord) return false;
        if (OfficeTitles.IsHead(tokens[at].Text, language) || Is(at, "predecessor") || Is(at, "successor")) return !(Is(at, "part") || Is(at, "modifier")) || !IsFollowedByTitle(at);
        // "his deputy", "the deputies": an office by itself where no other follows.
        if (Is(at, "learned") && (Is(at + 1, "joint") || Is(at + 1, "at") || Is(at + 1, "posting"))) return true;
        return tokens[at].Lower is "deputy" or "deputies" or "adjunt" or "vice" && !IsFollowedByTitle(at);
    }

    private bool IsFollowedByTitle(int at) => at + 1 < tokens.Count && tokens[at + 1].IsWord && (OfficeTitles.IsHead(tokens[at + 1].Text, language) || Is(at + 1, "modifier") && at + 2 < tokens.Count && tokens[at + 2].IsWord && OfficeTitles.IsHead(tokens[at + 2].Text, language) || Gazetteer.IsPortfolio(tokens[at + 1].Lower, language) && at + 2 < tokens.Count && tokens[at + 2].IsWord && OfficeTitles.IsHead(tokens[at + 2].Text, language));

    private OfficePhrase Read(int head, int floor)
    {
        (superior, host, owner, status, isDefinite, of) = (null, null, null, OfficeTitles.Former().IsMatch(tokens[head].Lower) ? FactStatus.Former : null, false, []);
        var first = head - leadOf(head);
        while (first - 1 > floor && head - first < 5 && OfficeTitles.Precedes(tokens, first, language)) first--;
        for (var i = first; i < head && status is null; i++) if (Is(i, "acting")) status = FactStatus.Acting;
        while (first < head && (Is(first, "joint") || Is(first, "and"))) first++;
        var last = head;
        while (Is(last + 1, "tail") && !(last + 2 < tokens.Count && tokens[last + 2].IsPerson && Gazetteer.TitleKind(tokens[last + 1].Lower, language) == "rank" && !OfficeWords.IsKind(tokens[last].Lower, "envoy", language) && !tokens[last].Lower.StartsWith("secret", StringComparison.Ordinal))) Tail(++last);
        var (end, titleEnd) = Right(last);
        // "predecessor and namesake".
        if ((Is(head, "predecessor") || Is(head, "successor")) && end == head && head + 3 < tokens.Count && Is(head + 1, "and") && tokens[head + 2].IsWord && tokens[head + 3].Is(",")) end = head + 2;
        var start = Past(Left(first, floor, head), floor);
        // "its director for South Asia": whose it is stands before.
        if (owner is not null && OfficeWords.Is(owner, "own", language) && !Is(head, "equal")) of = [];
        return new OfficePhrase(start, end, head, new TextSpan(tokens[first].Span.Start, tokens[titleEnd].Span.End)) { Of = of, Superior = superior, Host = host, Owner = owner, Status = status, IsDefinite = isDefinite, IsElsewhere = of.Count == 0 && (around.IsElsewhere(end) || around.IsGenitiveName(start - 1) || around.IsCapitalized(start) || OfficeWords.IsKind(tokens[head].Lower, "local", language) && around.IsElsewhere(last)) };
    }

    /// <summary>"now Sweden's ambassador", "once a member of the board": when it is or was held, before the whole phrase.</summary>
    private int Past(int start, int floor)
    {
        while (start - 1 > floor && (Status(start - 1) is not null || Is(start - 1, "now")))
        {
            start--;
            if (Status(start) is { } told) status ??= told;
        }

        return start;
    }

    private void Tail(int at)
    {
        if (Is(at, "acting")) status = FactStatus.Acting;
        if (Is(at, "future")) status = FactStatus.Planned;
    }

    /// <summary>Status words, then whose it is, then an article; returns where the phrase begins.</summary>
    private int Left(int first, int floor, int head)
    {
        var (at, anchor) = (first, first);
        while (at - 1 > floor)
        {
            var before = tokens[at - 1];
            if (Status(at - 1) is { } told) (status, anchor) = (status ?? told, at - 1);
            else if (Is(at - 1, "own") && !(Is(head, "equal") && of.Count > 0) && !of.Exists(name => name.IsDemonym) || Is(at - 1, "whose") && of.Count == 0)
            {
                owner ??= before.Lower;
                return at - 1;
            }
            else if (Is(at - 1, "article"))
            {
                isDefinite = true;
                return at - 1;
            }
            else if (before.Kind is TokenKind.Ending && at - 2 > floor) return IsGenitive(at - 1) ? Possessor(at - 2, floor, head) : anchor;
            else if (language == "tr" && host is null && of.Count == 0 && OfficeWords.IsKind(tokens[head].Lower, "envoy", language) && before.Name is { Type: ActorType.Place } town)
            {
                // "Kahire Büyükelçisi": where somebody is sent.
                (host, anchor) = (town, at - 1);
            }
            else if (of.Count == 0 && Attribute(at - 1, floor, head) is { } attribute)
            {
                of.Add(tokens[attribute].Name!);
                return Further(attribute, floor, head);
            }
            else if (before.Name is { IsDemonym: true } && of.Count > 0)
            {
                anchor = at - 1;
                // "the Dutch envoy for the rebuilding of Ukraine".
                if (host is null && of is [{ IsDemonym: false, Type: ActorType.Country }] && OfficeWords.IsKind(tokens[head].Lower, "envoy", language)) (host, of) = (of[0], [before.Name]);
            }
            else if (!before.IsWord || !(Is(at - 1, "dropped") || Gazetteer.TitleKind(before.Lower, language) is "rank" or "address") && !LeadsFurther(at - 1, floor)) break;
            at--;
        }

        return anchor;
    }

    private bool IsGenitive(int at) => OfficeWords.Is(tokens[at].Lower, "genitive", language) || OfficeWords.Is(tokens[at].Lower, "genitive", "en");

    private FactStatus? Status(int at) => !tokens[at].IsWord ? null : Is(at, "former") ? FactStatus.Former : Is(at, "acting") ? FactStatus.Acting : Is(at, "future") ? FactStatus.Planned : null;

    /// <summary>"Kenya's hugely popular president": up to some adjectives between whose it is and the title.</summary>
    private bool LeadsFurther(int at, int floor)
    {
        for (var i = at; i > floor && at - i < MostAdjectives; i--)
        {
            if (tokens[i].Kind == TokenKind.Ending && IsGenitive(i) || tokens[i].Name is { IsDemonym: true } || Is(i, "article") || Is(i, "own")) return i < at;
            if (!tokens[i].IsWord || char.IsUpper(tokens[i].Text[0]) || Gazetteer.IsFunctionWord(tokens[i].Lower, language) || OfficeTitles.IsVerb(tokens[i].Lower, language) && !tokens[i].Lower.EndsWith("ed", StringComparison.Ordinal)) return false;
        }

        return false;
    }

    /// <summary>"Kenya's", "Haftar's", "the ministry's".</summary>
    private int Possessor(int at, int floor, int head)
    {
        if (tokens[at].IsPerson) superior = tokens[at].Name;
        else if (tokens[at].Holds) of.Insert(0, tokens[at].Name!);
        else if (tokens[at].IsWord && tokens[at + 1].Lower == "s") owner = tokens[at].Lower;
        else return at + 2;
        // "Türkiye'nin Libya Büyükelçisi": the sender stands before the host.
        return tokens[at].IsWord && at - 1 > floor && Is(at - 1, "article") ? at - 1 : Further(at, floor, head);
    }

    /// <summary>The name right before the title that says whose it is: "LNA spokesman", "Turkish minister", "… (MIT) director".</summary>
    private int? Attribute(int at, int floor, int head)
    {
        if (tokens[at].Is(")") && at - 3 > floor && tokens[at - 2].Is("(") && tokens[at - 1].Holds) return tokens[at - 3].Holds ? at - 3 : at - 1;
        if (tokens[at].Is(")") && at - 2 > floor && tokens[at - 2].Is("(") && tokens[at - 1].Holds) return at - 1;
        if (!tokens[at].Holds) return null;
        var name = tokens[at].Name!;
        // "Belgische Eerste Minister": an adjective that was taken for a name.
        if (OfficeWords.Is(name.Name.ToLowerInvariant(), "dropped", language) || OfficeWords.Is(name.Name.ToLowerInvariant(), "part", language)) return null;
        if (name.IsDemonym || name.Type == ActorType.Organization || tokens[head].IsJoined) return at;
        // "in Ankara Minister …": where, not whose.
        return at > 0 && tokens[at - 1].IsWord && (Is(at - 1, "posting") || Is(at - 1, "at") || DocumentEvidence.IsLocative(tokens[at - 1].Lower, language)) ? null : at;
    }

    /// <summary>What else of the noun phrase stands before whose it is: another name, an article.</summary>
    private int Further(int at, int floor, int head)
    {
        var isEnvoy = false;
        while (at - 1 > floor)
        {
            if (tokens[at - 1].Kind == TokenKind.Ending && at - 2 > floor && tokens[at - 2].Holds && IsGenitive(at - 1))
            {
                // "Türkiye'nin Libya Büyükelçisi": sender, then host.
                if (OfficeWords.IsKind(tokens[head].Lower, "envoy", language) && of.Count == 1 && of[0].Type is ActorType.Country or ActorType.Place && !of[0].IsDemonym)
                {
                    host = of[0];
                    of = [tokens[at - 2].Name!];
                    isEnvoy = true;
                }

                at -= 2;
            }
            else if (tokens[at - 1].Kind == TokenKind.Ending && at - 2 > floor && tokens[at - 2].Holds && OfficeWords.Is(tokens[at - 1].Lower, "seated", language) && host is null)
            {
                // "Ankara'daki Kenya Büyükelçisi": where somebody is sent.
                host = tokens[at - 2].Name;
                at -= 2;
            }
            else if (tokens[at - 1].Name is { Type: ActorType.Organization } sender && OfficeWords.IsKind(tokens[head].Lower, "envoy", language) && of is [{ Type: ActorType.Country or ActorType.Place, IsDemonym: false }] && host is null)
            {
                // "BM Yemen Temsilcisi": sender, then host.
                host = of[0];
                of = [sender];
                at--;
            }
            else if (tokens[at - 1].Name is { IsDemonym: true } && !isEnvoy || Status(at - 1) is not null || Is(at - 1, "dropped") && !Is(at - 1, "named")) at--;
            else if (Is(at - 1, "article"))
            {
                isDefinite = true;
                return at - 1;
            }
            else break;

            if (Status(at) is { } told) status ??= told;
        }

        return at;
    }

    /// <summary>What the office is for and whose it is, behind its head; returns the last token of the phrase and the last of its title.</summary>
    private (int Last, int TitleEnd) Right(int last)
    {
        var (at, titleEnd) = (last, last);
        var isEnvoy = OfficeWords.IsKind(tokens[last].Lower, "envoy", language) || last > 0 && OfficeWords.IsKind(tokens[last - 1].Lower, "envoy", language);
        // "ministre kényan", "presidente peruano": the adjective of the state stands behind.
        if (at + 1 < tokens.Count && tokens[at + 1].Name is { IsDemonym: true } behind && OfficeWords.Is("behind", "demonym", language))
        {
            of.Add(behind);
            at++;
            while (Is(at + 1, "tail")) at++;
        }
        else if (at + 2 < tokens.Count && tokens[at + 1].Holds && tokens[at + 2] is { Kind: TokenKind.Ending, Lower: "s" } && tokens[at + 2].Span.Start == tokens[at + 1].Span.End && language == "de")
        {
            of.Add(tokens[at + 1].Name!);
            at += 2;
        }

        // "deputy to X": a person whose it is.
        if (Is(last, "deputy") && (Is(at + 1, "joint") || Is(at + 1, "posting")) && at + 2 < tokens.Count && tokens[at + 2].IsPerson)
        {
            superior = tokens[at + 2].Name;
            return (at + 2, at);
        }

        for (var turn = 0; turn < 4; turn++)
        {
            var isAbroad = (Is(at + 1, "at") || language == "en") && Is(at + 1, "posting") && at + 2 < tokens.Count && tokens[at + 2].Name is { Type: ActorType.Country or ActorType.Place, IsDemonym: false };
            // "chef de la mission en X": where somebody is sent; "directeur à X": where somebody is.
            if (isAbroad && !isEnvoy && !Enumerable.Range(last, at - last + 1).Any(word => Is(word, "mission")))
            {
                at += 2;
                break;
            }

            if (!IsJoint(at + 1, isEnvoy)) break;
            var isPosting = isAbroad || isEnvoy && (Is(at + 1, "posting") || of.Count > 0 || host is null && OfficeWords.Is(tokens[at + 1].Lower, "for", language));
            var (end, whose, isPortfolio) = Object(at + 2);
            if (end < 0) break;
            if (whose.Count == 0)
            {
                // "chairman at the time".
                if (Is(at + 1, "at") && (Is(end, "period") || Is(end, "was"))) at = end;
                // "CEO at the end of the year".
                if (!isPortfolio || !Is(at + 1, "joint") && !isEnvoy) break;
                if (of.Count == 0 && owner is null) titleEnd = end;
            }
            else if (isPosting) host ??= whose[0];
            else if (of.Count == 0) of.AddRange(whose);
            else break;
            at = end;
            if (of.Count > 0 && !isEnvoy) break;
            if (host is not null && of.Count > 0) break;
        }

        return (at, titleEnd);
    }

    private bool IsJoint(int at, bool isEnvoy) => Is(at, "joint") || Is(at, "at") || isEnvoy && Is(at, "posting");

    /// <summary>The noun phrase behind a joint: names that it is of, or no more than what the office is for.</summary>
    private (int End, List<NameMention> Whose, bool IsPortfolio) Object(int from)
    {
        const int MostWords = 7;
        var (whose, words, end, isPortfolio, isOwned) = (new List<NameMention>(), 0, -1, true, false);
        var at = from;
        while (Is(at, "article") || Is(at, "joint") && at > from - 1 && language is not "en") at++;
        for (; at < tokens.Count && words <= MostWords; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Name)
            {
                if (!token.Holds && (whose.Count > 0 || token.Text.Contains(' ', StringComparison.Ordinal) || token.Name!.Title is not null || at + 1 < tokens.Count && tokens[at + 1].Kind != TokenKind.Mark)) break;
                if (!token.Holds)
                {
                    // "Minister of Hydraulics": no name, whatever it was taken for.
                    end = at;
                    words++;
                    continue;
                }

                // "the Chile–Peru commission", "the Kenya desk": what it deals with, not whose.
                if (around.IsAttribute(at) || around.IsOfUnnamed(at)) return (-1, [], false);

                // "Tripoli-based", "pro-Turkish": an adjective, not whose.
                if (at + 1 < tokens.Count && tokens[at + 1].IsJoined || at > 0 && tokens[at - 1].IsWord && tokens[at - 1].Text.EndsWith('-') && tokens[at - 1].Span.End == token.Span.Start)
                {
                    if (at + 1 < tokens.Count && tokens[at + 1].IsJoined) at++;
                    continue;
                }

                // "the Copenhagen office of X", "the Oslo group X": the place is not whose.
                if (Unit(at) is { } unit)
                {
                    at = unit;
                    continue;
                }

                // "of Kenya's state power company X": the longer name says whose.
                if (whose.Count > 0 && !(tokens[end].Name is { IsDemonym: true } || tokens[end].Kind == TokenKind.Ending || isOwned && token.Name is { Type: ActorType.Organization })) break;
                isOwned = at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Ending || token.Name!.IsDemonym;
                whose = [token.Name!];
                end = at;
                if (at + 3 < tokens.Count && tokens[at + 1].Is("(") && tokens[at + 2].Kind == TokenKind.Name && tokens[at + 3].Is(")")) end = at += 3;
                if (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Ending) end = ++at;
                else if (Is(end + 1, "place")) return (end + 1, whose, false);
                else if (!token.Name!.IsDemonym) return (Listed(end, whose), whose, false);
            }
            else if (!token.IsWord || token.IsJoined || OfficeTitles.IsVerb(token.Lower, language) && !around.IsParticiple(at)) break;
            else if (OfficeTitles.IsHead(token.Text, language) && whose.Count == 0 && !Gazetteer.IsPortfolio(token.Lower, language)) break;
            else if (Is(at, "and"))
            {
                if (at + 1 >= tokens.Count || !Gazetteer.IsPortfolio(tokens[at + 1].Lower, language) || whose.Count > 0) break;
            }
            else if (Is(at, "article") && at > from) continue;
            else if (Gazetteer.IsFunctionWord(token.Lower, language) && !Gazetteer.IsPortfolio(token.Lower, language)) break;
            else
            {
                words++;
                if (whose.Count > 0 && words > 3) break;
                if (!Gazetteer.IsPortfolio(token.Lower, language)) isPortfolio = whose.Count == 0 && IsNoun(at) && isPortfolio;
                if (whose.Count == 0 || at == end + 1) end = at;
            }
        }

        if (whose.Count == 0 && end > 0 && Is(end - 1, "article") && OfficeWords.Is(tokens[end].Lower, "organization", language) | OfficeWords.Is(tokens[end].Lower, "country", language) | OfficeWords.Is(tokens[end].Lower, "place", language)) owner ??= tokens[end].Lower;
        return whose.Count > 0 ? (end, whose, false) : end >= 0 && (isPortfolio || words <= 3) ? (end, whose, true) : (-1, whose, false);
    }

    /// <summary>The last token before the organization that a place, a noun and perhaps a joint lead to, null where none follows.</summary>
    private int? Unit(int place)
    {
        if (!OfficeWords.Is(tokens[Math.Min(place + 1, tokens.Count - 1)], "organization", language) && !Is(place + 1, "unit")) return null;
        var at = place + 1;
        while (Is(at + 1, "joint") || Is(at + 1, "article")) at++;
        return at + 1 < tokens.Count && tokens[at + 1].Name is { Type: ActorType.Organization } ? at : null;
    }

    private bool IsNoun(int at) => tokens[at].Lower.Length > 2 && !OfficeTitles.IsVerb(tokens[at].Lower, language);

    /// <summary>"of Kenya, Uganda and Rwanda".</summary>
    private int Listed(int end, List<NameMention> whose)
    {
        var (at, isClosed) = (end, false);
        var more = new List<NameMention>();
        while (!isClosed && at + 2 < tokens.Count && (tokens[at + 1].Is(",") || Is(at + 1, "and")))
        {
            isClosed = !tokens[at + 1].Is(",");
            var next = at + 2;
            while (Is(next, "article") || Is(next, "joint") || tokens[at + 1].Is(",") && next < tokens.Count && Is(next, "and"))
            {
                if (!Is(next, "article") && !Is(next, "joint")) isClosed = true;
                next++;
            }

            if (next >= tokens.Count || tokens[next].Name is not { } name || name.Type != whose[0].Type || name.IsDemonym) break;
            if (next + 1 < tokens.Count && (tokens[next + 1].Kind == TokenKind.Ending || tokens[next + 1].IsJoined)) break;
            more.Add(name);
            at = next;
        }

        if (!isClosed || more.Count == 0) return end;
        whose.AddRange(more);
        return at;
    }
}
