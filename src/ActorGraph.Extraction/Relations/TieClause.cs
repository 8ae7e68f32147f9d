using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who stands on which side of a verb: nothing but what belongs to the noun phrase or to the verb may stand between.</summary>
internal sealed class TieClause(AnnotatedText text, IReadOnlyList<Token> tokens, Sentence sentence, Article article)
{
    private const int MostWords = 5;
    private const int LongestAside = 14;

    private readonly string language = sentence.Language;
    private readonly IReadOnlyList<NameMention> mentions = text.MentionsIn(sentence.Span);

    private bool Is(int at, string role) => at >= 0 && at < tokens.Count && OfficeWords.Is(tokens[at], role, language);

    private bool IsMark(int at, string mark) => at >= 0 && at < tokens.Count && tokens[at].Is(mark);

    private bool IsActor(int at) => at >= 0 && at < tokens.Count && tokens[at].Name is { Type: not ActorType.Vessel, IsDemonym: false };

    /// <summary>The subject of a verb, with those listed before it.</summary>
    public IReadOnlyList<NameMention> Before(int verb)
    {
        var at = Back(verb - 1);
        // "minister Bakker van Buitenlandse Handel benoemde".
        while (at > 1 && tokens[at].IsWord && Gazetteer.IsPortfolio(tokens[at].Lower, language) && (Gazetteer.IsPortfolio(tokens[at - 1].Lower, language) || Is(at - 1, "joint"))) at -= Is(at - 1, "joint") ? 2 : 1;
        // "Brazil, whose army", "Kenya's army": who has it.
        if (Is(at, "forces") && at > 1 && tokens[at - 1].Kind == TokenKind.Ending && IsActor(at - 2)) return [tokens[at - 2].Name!];
        if (Is(at, "forces") && at > 2 && Is(at - 1, "whose") && IsMark(at - 2, ",") && IsActor(at - 3)) return [tokens[at - 3].Name!];
        if (Is(at, "and") && at == verb - 1 && Opener(at) is { } opener) return [opener];
        if (IsActor(at) && (Enumerable.Range(at + 1, verb - at - 1).Any(between => Is(between, "relative")) || !IsObject(at))) return Listed(at);
        // "the Turkish government backs": a demonym with the noun of who acts for the state.
        if (Is(at, "state") && at > 0 && tokens[at - 1].Name is { Type: ActorType.Country } country) return [country];
        return [];
    }

    /// <summary>"The party X is against it and backs": the only actor before "and", who opens the sentence with no more than words for it before the name.</summary>
    private NameMention? Opener(int and)
    {
        var actors = Enumerable.Range(0, and).Where(IsActor).ToList();
        return actors is [var only] && only < MostWords && only + 1 < and && tokens[only + 1].IsWord && !Is(only + 1, "and") && Enumerable.Range(0, only).All(at => tokens[at].IsWord && !Is(at, "joint") && !Is(at, "posting") && !OfficeTitles.IsVerb(tokens[at].Lower, language) || tokens[at].Name is { IsDemonym: true }) ? tokens[only].Name : null;
    }

    /// <summary>"die Firma X aus Y": the place stands right behind whose seat it is.</summary>
    public (IReadOnlyList<NameMention> From, IReadOnlyList<NameMention> To) Beside(int first, int last)
        => first > 0 && last + 1 < tokens.Count && tokens[first - 1].Name is { Type: ActorType.Organization } whose && tokens[last + 1].Name is { Type: ActorType.Place, IsDemonym: false } place && !(last + 2 < tokens.Count && tokens[last + 2].IsWord && tokens[last + 2].IsJoined) ? ([whose], [place]) : ([], []);

    /// <summary>Whom a participle or a seat belongs to: like a subject, also without a verb.</summary>
    public IReadOnlyList<NameMention> Head(int at)
    {
        var isFinite = Is(at, "be") || Is(at, "aside");
        // "X's headquarters in": whose they are.
        if (at > 1 && tokens[at - 1].Kind == TokenKind.Ending && IsActor(at - 2)) return [tokens[at - 2].Name!];
        var before = Back(at - 1, !isFinite);
        return IsActor(before) ? [tokens[before].Name!] : [];
    }

    /// <summary>Back over helping verbs, adverbs, "which", "all of whom" and what stands between two commas.</summary>
    /// <param name="isParticiple">Whether a comma may stand right between: "X, based in".</param>
    private int Back(int at, bool isParticiple = false)
    {
        var hasRelative = false;
        for (var steps = 0; at >= 0 && steps < MostWords + 3; steps++)
        {
            if (tokens[at].IsWord && (Dates.IsOfCalendar(tokens[at].Lower, language) || Is(at, "helps") || Is(at, "aside") || Is(at, "be") || Is(at, "was") || Is(at, "will") || Is(at, "not") || tokens[at].Lower.EndsWith("ly", StringComparison.Ordinal) || Is(at, "often")) || tokens[at].Kind == TokenKind.Number) at--;
            else if (Is(at, "joint") && Is(at - 1, "alleged") || Is(at, "continues") || Is(at, "posting") && Is(at - 1, "continues")) at--;
            else if (Is(at, "alleged") && steps > 0) at--;
            else if (OfficeWords.Is(tokens[at], "it", language) && at > 1 && Reporter(at - 1) is >= 0 and var reporter) return reporter;
            else if (Is(at, "relative"))
            {
                hasRelative = true;
                at--;
            }
            else if (tokens[at].Is(",") || tokens[at].Is(")"))
            {
                if (at > 0 && (hasRelative || isParticiple && IsMark(at, ",") && tokens[at - 1].Kind == TokenKind.Name && steps == 0)) at--;
                else if (Opening(at) is var open && open >= 0)
                {
                    // "whose partner, X, appointed": the name that the apposition tells.
                    if (!isParticiple && tokens[open].IsWord && tokens[at - 1].IsPerson && (open == at - 3 || Gazetteer.TitleKind(tokens[open].Lower, language) is not null)) return at - 1;
                    at = open;
                }
                else return -1;
            }
            else return at;
        }

        return at;
    }

    /// <summary>"X denied that it", "X said it": who reports of itself; -1 where nobody does.</summary>
    private int Reporter(int at)
    {
        if (Is(at, "relative")) at--;
        return at > 0 && (Is(at, "denies") || Is(at, "says")) && IsActor(at - 1) ? at - 1 : -1;
    }

    /// <summary>"X, whom Y appointed": whom the relative stands for.</summary>
    public IReadOnlyList<NameMention> Whom(int verb)
    {
        for (var at = verb - 1; at > 1 && verb - at < MostWords + 3; at--)
        {
            if (Is(at, "whom")) return IsMark(at - 1, ",") && IsActor(at - 2) ? [tokens[at - 2].Name!] : IsActor(at - 1) ? [tokens[at - 1].Name!] : [];
            if (tokens[at].Kind is TokenKind.Mark) return [];
        }

        return [];
    }

    /// <summary>"the party, to which X belongs": what the relative stands for.</summary>
    public IReadOnlyList<NameMention> ToWhich(int verb)
    {
        for (var at = verb - 1; at > 2 && verb - at < MostWords + 3; at--)
        {
            if (Is(at, "relative") && (Is(at - 1, "posting") || Is(at - 1, "joint"))) return IsMark(at - 2, ",") && IsActor(at - 3) ? [tokens[at - 3].Name!] : [];
            if (tokens[at].Kind is TokenKind.Mark) return [];
        }

        return [];
    }

    /// <summary>"weapons to Y", "Y with weapons": to whom help is given.</summary>
    public IReadOnlyList<NameMention> Given(int from)
    {
        const int HowFar = 12;
        var hasHelp = false;
        for (var at = from; at < tokens.Count && at - from < HowFar && tokens[at].Kind != TokenKind.Mark; at++)
        {
            if (Is(at, "help")) hasHelp = true;
            else if (hasHelp && IsActor(at) && (Is(at - 1, "given-to") || Is(at - 1, "article") && Is(at - 2, "given-to"))) return [tokens[at].Name!];
            else if (!hasHelp && IsActor(at) && Is(at + 1, "with-help") && Enumerable.Range(at + 2, 4).Any(next => Is(next, "help"))) return [tokens[at].Name!];
        }

        return [];
    }

    /// <summary>The token before an apposition or brackets that end here; -1 where none does.</summary>
    private int Opening(int close)
    {
        for (var i = close - 1; i > 0 && close - i < LongestAside; i--)
        {
            if (tokens[close].Is(")") ? tokens[i].Is("(") : tokens[i].Is(",")) return i - 1;
        }

        return -1;
    }

    /// <summary>Whether a preposition before the name makes it part of something else: "supporters of X back".</summary>
    private bool IsObject(int at)
    {
        var before = at - 1;
        while (before >= 0 && (Is(before, "article") || tokens[before].Name is { IsDemonym: true } || tokens[before].IsWord && Gazetteer.TitleKind(tokens[before].Lower, language) is not null)) before--;
        return before >= 0 && tokens[before].IsWord && (Is(before, "joint") || Is(before, "at") || Is(before, "posting") || Is(before, "by") || Is(before, "along")) && !(before > 0 && Is(before - 1, "state"));
    }

    private List<NameMention> Listed(int at)
    {
        var name = tokens[at].Name!;
        var index = mentions.ToList().IndexOf(name);
        if (index < 0 || !name.IsActor) return [name];
        var list = Phrases.Listed(text, mentions, index, -1, language).Select(item => item.Mention).ToList();
        return list.Count == 0 ? [name] : list;
    }

    /// <summary>The object of a verb: past articles, adjectives, titles, "the forces of".</summary>
    public IReadOnlyList<NameMention> After(int from, RelationKind kind)
    {
        var at = Forward(from, kind);
        if (!IsActor(at)) return at < tokens.Count && at >= 0 && tokens[at].Name is { IsDemonym: true } demonym && Is(at + 1, "state") && kind is RelationKind.Supports or RelationKind.Opposes ? [demonym] : [];
        var name = tokens[at].Name!;
        if (at + 1 < tokens.Count && tokens[at + 1].IsJoined) return Next(at + 2);
        if (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Ending && !Is(at + 2, "forces") && !Is(at + 2, "state") && !(kind is RelationKind.Supports or RelationKind.Opposes && Is(at + 2, "cause")))
        {
            // "backs Haftar's Libyan National Army": whose it is stands before it.
            return at + 2 < tokens.Count && tokens[at + 2].Name is { IsDemonym: false } owned ? [owned] : [];
        }

        var found = new List<NameMention> { name };
        while (at + 2 < tokens.Count && (Is(at + 1, "and") || IsMark(at + 1, ",")) && kind != RelationKind.Appointed && IsActor(at + 2) && tokens[at + 2].Name!.Type == name.Type && !(at + 3 < tokens.Count && (tokens[at + 3].Kind == TokenKind.Ending || tokens[at + 3].IsWord && !Is(at + 3, "and") && !Is(at + 3, "at") && !Is(at + 3, "posting")))) found.Add(tokens[at += 2].Name!);
        return found;
    }

    private int Forward(int from, RelationKind kind)
    {
        var at = from;
        for (var words = 0; at < tokens.Count && words <= MostWords; at++)
        {
            if (tokens[at].Kind == TokenKind.Name && !(tokens[at].Name!.IsDemonym && at + 1 < tokens.Count && !Is(at + 1, "state"))) return at;
            if (at == from && Share(at) is { } share)
            {
                if (share < 0) return -1;
                at = share;
                continue;
            }

            // "the town of X", "the government of X", "nombró a X".
            if (Is(at, "joint") && (Is(at - 1, "place") || Is(at - 1, "state") || Is(at - 1, "group")) || Is(at, "personal")) continue;
            if (Is(at, "article") || tokens[at].Name is { IsDemonym: true } || kind == RelationKind.Appointed && words > 0 && tokens[at].Is(",") || Is(at, "joint") && Is(at - 1, "forces")) continue;
            if (!tokens[at].IsWord || tokens[at].IsJoined || Gazetteer.IsFunctionWord(tokens[at].Lower, language) || OfficeTitles.IsVerb(tokens[at].Lower, language)) return -1;
            words++;
        }

        return at < tokens.Count ? at : -1;
    }

    /// <summary>The last token of "60 per cent of", "a majority stake in"; -1 where it is less than half, null where no share is told.</summary>
    private int? Share(int from)
    {
        var (at, number, isShare) = (from, 100.0, false);
        while (at < tokens.Count && at - from < 8 && (tokens[at].Kind == TokenKind.Number || Is(at, "share") || Is(at, "article") || tokens[at].Is("%") || Is(at, "about-share")))
        {
            if (tokens[at].Kind == TokenKind.Number && double.TryParse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture, out var told)) number = told;
            isShare |= Is(at, "share") || tokens[at].Is("%");
            at++;
        }

        return !isShare || !Is(at, "joint") && !Is(at, "posting") ? null : number < 50 || Is(at - 2, "minority") ? -1 : at;
    }

    /// <summary>Who does what a participle tells: "backed by Kenya", "gesteund door".</summary>
    public IReadOnlyList<NameMention> By(int from)
    {
        while (from < tokens.Count && !Is(from, "by") && (Is(from, "since") || Is(from, "aside") || tokens[from].Kind == TokenKind.Number || Is(from, "often"))) from++;
        if (!Is(from, "by")) return [];
        var at = from + 1;
        for (var words = 0; at < tokens.Count && words <= MostWords; at++)
        {
            if (tokens[at].Kind == TokenKind.Name && !(at + 1 < tokens.Count && tokens[at + 1].IsJoined)) break;
            if (tokens[at].Kind == TokenKind.Name || Is(at, "article") || tokens[at].IsJoined) continue;
            if (!tokens[at].IsWord || Gazetteer.IsFunctionWord(tokens[at].Lower, language)) return [];
            words++;
        }

        if (at >= tokens.Count || tokens[at].Name is not { } first) return [];
        if (first.Type == ActorType.Place && !Is(at + 1, "and") && !IsMark(at + 1, ",") && at + 1 < tokens.Count && tokens[at + 1].IsWord) return [];
        if (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Ending) return at + 2 < tokens.Count && tokens[at + 2].Name is { IsDemonym: false } owned ? [owned] : Is(at + 2, "state") || Is(at + 2, "forces") ? [first] : [];
        // "by the Oslo group X".
        if (first.Type == ActorType.Place && Is(at + 1, "organization") && Next(at + 2) is [var unit]) return [unit];
        var found = new List<NameMention> { first };
        while (at + 2 < tokens.Count && (Is(at + 1, "and") || IsMark(at + 1, ",") && IsActor(at + 2) && (Is(at + 3, "and") || IsMark(at + 3, ","))))
        {
            var next = at + 2;
            while (Is(next, "article")) next++;
            if (!IsActor(next)) break;
            found.Add(tokens[at = next].Name!);
        }

        return found;
    }

    /// <summary>The name that a hyphen ties to the word: "UN-backed".</summary>
    public IReadOnlyList<NameMention> Prefix(int at) => at > 0 && tokens[at - 1].Name is { } name ? [name] : [];

    /// <summary>The name of the noun phrase that goes on here: "Tripoli-based Government of National Unity".</summary>
    public IReadOnlyList<NameMention> Next(int from)
    {
        for (var at = from; at < tokens.Count && at - from < MostWords; at++)
        {
            if (tokens[at].Name is { Type: ActorType.Organization or ActorType.Person } name) return at + 1 < tokens.Count && tokens[at + 1].IsJoined ? [] : [name];
            if (tokens[at].Name is { IsDemonym: true }) continue;
            if (!tokens[at].IsWord || Gazetteer.IsFunctionWord(tokens[at].Lower, language) || OfficeTitles.IsHead(tokens[at].Text, language)) return [];
        }

        return [];
    }

    public IReadOnlyList<NameMention> Place(int from)
    {
        var at = from;
        while (Is(at, "article") || at < tokens.Count && at - from < 3 && tokens[at].IsWord && char.IsLower(tokens[at].Text[0]) && !Gazetteer.IsFunctionWord(tokens[at].Lower, language) && !OfficeTitles.IsVerb(tokens[at].Lower, language)) at++;
        return at < tokens.Count && tokens[at].Name is { Type: ActorType.Place or ActorType.Country, IsDemonym: false } place ? [place] : [];
    }

    /// <summary>"die tot 2021 in Tripoli zetelde": the place stands before its verb, whose seat it is before the clause.</summary>
    public (IReadOnlyList<NameMention> From, IReadOnlyList<NameMention> To) Seated(int verb)
        => verb > 2 && tokens[verb - 1].Name is { Type: ActorType.Place or ActorType.Country, IsDemonym: false } place && Is(verb - 2, "posting") ? (Head(verb - 2), [place]) : ([], []);

    /// <summary>Troops must be told of, and where to stands last: "sent thousands of troops and mercenaries to Libya".</summary>
    public IReadOnlyList<NameMention> Whither(int from, string joint = "whither")
    {
        const int HowFar = 24;
        var hasTroops = false;
        for (var at = from; at < tokens.Count && at - from < HowFar && !tokens[at].Is(";"); at++)
        {
            if (Is(at, "troops") || at - from < 3 && Is(at, "count") && Is(from - 1, "deploys")) hasTroops = true;
            else if (hasTroops && (Is(at - 1, joint) || Is(at - 2, joint) && Is(at - 1, "article")) && tokens[at].Name is { Type: ActorType.Place or ActorType.Country, IsDemonym: false } place) return [place];
        }

        return [];
    }

    /// <summary>"A, B'yi destekliyor": both stand before the verb.</summary>
    public (IReadOnlyList<NameMention> From, IReadOnlyList<NameMention> To) Final(int verb)
    {
        NameMention? to = null;
        for (var at = verb - 1; at >= 0 && verb - at < LongestAside; at--)
        {
            if (!IsActor(at)) continue;
            // An object has its ending, a subject none; "X'e göre" and "X'te" say who tells it and where.
            var hasEnding = at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Ending;
            if (to is null && (hasEnding ? OfficeWords.Is(tokens[at + 1].Lower, "object-ending", language) && !Is(at + 2, "according") : tokens[at].Name!.Type != ActorType.Place)) to = tokens[at].Name;
            else if (to is not null && !hasEnding && tokens[at].Name!.Type != ActorType.Place) return ([tokens[at].Name!], [to]);
        }

        return ([], []);
    }

    /// <summary>What the words around the verb say of the tie: denied, planned, alleged, over.</summary>
    public FactStatus StatusAt(int verb)
    {
        var from = verb;
        while (from > 0 && verb - from < 6 && tokens[from - 1].Kind != TokenKind.Name && !tokens[from - 1].Is(";")) from--;
        var near = Enumerable.Range(from, verb - from).ToList();
        if (near.Exists(at => Is(at, "no-longer") || Is(at, "used"))) return FactStatus.Former;
        if (near.Exists(at => Is(at, "not") || Is(at, "denies"))) return FactStatus.Denied;
        if (near.Exists(at => Is(at, "continues"))) return FactStatus.Current;
        if (near.Exists(at => Is(at, "will") || Is(at, "plans"))) return FactStatus.Planned;
        if (near.Exists(at => Is(at, "alleged"))) return FactStatus.Alleged;
        var isDated = near.Exists(at => tokens[at].Kind == TokenKind.Number && tokens[at].Text.Length == 4 && article.Date is { } today && int.TryParse(tokens[at].Text, out var year) && year < today.Year && !Is(at - 1, "since"));
        return isDated || near.Exists(at => Is(at, "former")) ? FactStatus.Former : FactStatus.Current;
    }
}
