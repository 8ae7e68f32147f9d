using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Where a meeting was held, narrowest first: venue, town, and the country if the article names it.</summary>
internal sealed partial class Places(AnnotatedText text, Roster roster)
{
    private const int FarthestGoal = 9;

    public List<string> Of(Sentence sentence, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, Discourse discourse)
    {
        var clause = clauses.At(trigger.Last);
        var isVisit = trigger.Form is Form.Visit or Form.VisitNoun;
        var held = new List<(int Rank, int At)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Mention is not { Type: ActorType.Place or ActorType.Country or ActorType.Vessel } mention || tokens[i].IsDemonym && !Towns.IsOneOf(tokens, i, sentence.Language) || mention.Type == ActorType.Vessel && !isVisit) continue;
            if (Rank(sentence, tokens, clauses, trigger, clause, i) is >= 0 and var rank) held.Add((rank, i));
        }

        if (held.Count == 0) return clauses.TokensOf(clause).FirstOrDefault(i => tokens[i].Lower != "er" && Grammar.PointsToPlace(tokens[i].Lower, sentence.Language), -1) is >= 0 and var there ? Before(tokens[there].Span.Start, sentence, discourse) : [];
        var ordered = held.OrderBy(place => place.Rank).ThenBy(place => tokens[place.At].Mention!.Type == ActorType.Country && !isVisit || tokens[place.At].Mention!.Type == ActorType.Vessel)
            .ThenBy(place => place.At > trigger.Last ? place.At - trigger.Last : trigger.First - place.At + FarthestGoal).Select(place => tokens[place.At].Mention!).ToList();
        return WithSurroundings(sentence, ordered);
    }

    /// <summary>Where a live page or a report of an event stands: the place its head says it is in.</summary>
    public List<string> OfHead(Sentence sentence)
    {
        const int Head = 300;
        var start = text.ArticleAt(sentence.Span.Start).Span.Start;
        var head = new TextSpan(start, Math.Min(text.Text.Length, start + Head));
        return text.MentionsIn(head).FirstOrDefault(mention => mention is { Type: ActorType.Place, IsDemonym: false, IsBoilerplate: false } && Locative().IsMatch(text.Text[Math.Max(start, mention.Span.Start - 50)..mention.Span.Start])) is { } place ? WithSurroundings(sentence, [place]) : [];
    }

    /// <summary>Where the sentence before says that it is.</summary>
    public List<string> OfSentenceBefore(Sentence sentence)
    {
        const int HowFarBack = 220;
        var from = Math.Max(text.ArticleAt(sentence.Span.Start).Span.Start, sentence.Span.Start - HowFarBack);
        return text.MentionsIn(new TextSpan(from, sentence.Span.Start)).LastOrDefault(mention => mention is { Type: ActorType.Place, IsDemonym: false, IsBoilerplate: false } && Locative().IsMatch(text.Text[Math.Max(from, mention.Span.Start - 50)..mention.Span.Start])) is { } place ? WithSurroundings(sentence, [place]) : [];
    }

    /// <summary>Where the story is for a meeting that tells no place: the place told last in its paragraph, else that of the meeting told before on the same day. A dateline says only where the report was written.</summary>
    /// <param name="others">Meetings that did not take place (yet): where they are to be is no place of the story.</param>
    public IReadOnlyList<string> OfStory(Sentence sentence, Article article, EventDate when, MeetingEvidence? before, IEnumerable<TextSpan> others)
    {
        const int HowFarBack = 400;
        var line = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        var from = Math.Max(Math.Max(article.Span.Start, line), sentence.Span.Start - HowFarBack);
        if (from < sentence.Span.Start && text.MentionsIn(new TextSpan(from, sentence.Span.Start)).LastOrDefault(mention => mention is { Type: ActorType.Place, IsDemonym: false, IsBoilerplate: false } && !others.Any(other => other.Start <= mention.Span.Start && mention.Span.End <= other.End) && Locative().IsMatch(text.Text[Math.Max(from, mention.Span.Start - 50)..mention.Span.Start]) && !Title().IsMatch(text.Text[Math.Max(from, mention.Span.Start - 50)..mention.Span.Start])) is { } place) return WithSurroundings(sentence, [place]);
        if (when.Precision != DatePrecision.Day) return [];
        return before is not null && before.ArticleId == article.Id && before.When.Earliest == when.Earliest ? before.Places : [];
    }

    /// <summary>"there": the place named last, in this sentence or right before it.</summary>
    private List<string> Before(int at, Sentence sentence, Discourse discourse)
    {
        const int HowFarBack = 220;
        var from = Math.Max(text.ArticleAt(at).Span.Start, at - HowFarBack);
        return text.MentionsIn(new TextSpan(from, at)).LastOrDefault(mention => mention is { Type: ActorType.Place, IsBoilerplate: false, IsDemonym: false }) is { } named ? WithSurroundings(sentence, [named]) : [.. discourse.Places];
    }

    /// <summary>The lower the likelier; -1 where nothing is held there.</summary>
    private int Rank(Sentence sentence, IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, int clause, int at)
    {
        var own = clauses.At(at);
        var isVisit = trigger.Form is Form.Visit or Form.VisitNoun;
        var isHere = own == clause;
        if (isVisit && isHere && IsGoal(tokens, trigger, at, sentence.Language, clauses)) return 0;
        if (tokens[at].Mention!.Type == ActorType.Vessel) return -1;
        // "in Tripoli, where they met".
        if (IsWhere(tokens[clauses[clause].First].Lower) && at < clauses[clause].First && clauses[clause].First - at <= 3) return 0;
        if (at < trigger.First && trigger.First - at <= 2 && trigger.IsNoun && tokens[at].Mention!.Type == ActorType.Place && tokens[at].Ending is null && !isVisit) return 1;
        // "welcomed her to Lima".
        if (isHere && at > trigger.Last && trigger.Form is Form.Seen or Form.Object or Form.Passive && tokens[at - 1].Class == WordClass.To && tokens[at].Mention!.Type == ActorType.Place) return 1;
        // "drove to Lima to meet her".
        if (isHere && at > 0 && at < trigger.First - 1 && tokens[at - 1].Class == WordClass.To && tokens[trigger.First - 1].Class == WordClass.To && tokens[at].Mention!.Type == ActorType.Place) return 2;
        if (!IsLocated(sentence, tokens, at)) return (clauses.Around(clause).Contains(own) || clauses[own].Parent == clause && clauses[own].EndsAtComma) && at < trigger.First && GoesThere(tokens, at, sentence.Language, own, clauses) ? 2 : -1;
        if (isHere) return 0;
        if (clauses[own].Parent == clause && clauses[own].EndsAtComma && clauses[own].Kind == ClauseKind.Sub && at < trigger.First) return 2;
        if (clauses[own].Kind == ClauseKind.Aside && clauses[own].Parent == clause) return 1;
        return clauses.Around(clause).Contains(own) && !Tells(tokens, clauses, own) || clauses[own].Kind == ClauseKind.Coord && clauses[own].Parent == clause && at > trigger.Last ? 3 : -1;
    }

    private static bool IsWhere(string lower) => lower is "where" or "waar" or "wo" or "où" or "donde";

    private static bool Tells(IReadOnlyList<ClauseToken> tokens, Clauses clauses, int clause) => clauses.TokensOf(clause).Any(i => tokens[i].Class == WordClass.Say);

    /// <summary>"flew to Lima and met": where somebody went is where he met.</summary>
    private static bool GoesThere(IReadOnlyList<ClauseToken> tokens, int at, string language, int clause, Clauses clauses)
        => at > 1 && tokens[at].Ending is null && tokens[at].Mention!.Type == ActorType.Place && clauses.At(at - 1) == clause && (Grammar.IsGoal(tokens[at - 1].Lower, language) && tokens[at - 1].Class is WordClass.To || tokens[at - 1].Class is WordClass.To or WordClass.Object && IsTrip(tokens[at - 2].Lower) || clauses.IsVerb(at - 1) && tokens[at - 1].Lower.StartsWith("visit", StringComparison.Ordinal)) && (clauses.IsVerb(at - (clauses.IsVerb(at - 1) ? 1 : 2)) || IsTrip(tokens[at - 2].Lower));

    private static bool IsTrip(string lower) => lower is "visit" or "trip" or "bezoek" or "visite" or "visita" or "voyage" or "viaje" or "reis";

    private static bool IsGoal(IReadOnlyList<ClauseToken> tokens, Trigger trigger, int at, string language, Clauses clauses)
    {
        if (tokens[at].Mention!.Type != ActorType.Vessel && tokens[at].Ending == "s") return false;
        if (language == "tr") return at < trigger.First && (tokens[at].Ending is null && at == trigger.First - 1 || tokens[at].Ending is "ya" or "ye" or "a" or "e" or "na" or "ne" or "yı" or "yi" or "yu" or "yü" or "ı" or "i" or "u" or "ü" or "nı" or "ni");
        if (at > trigger.Last && at - trigger.Last <= FarthestGoal && Enumerable.Range(trigger.Last + 1, at - trigger.Last - 1).All(i => tokens[i].Mark is Mark.Word && !(clauses.IsVerb(i) && language == "en") && tokens[i].Class is not (WordClass.From or WordClass.About) || tokens[i].Mention is { Type: ActorType.Place } or { IsDemonym: true } || tokens[i].Mention is not null && (tokens[i].IsPossessive || trigger.Form == Form.VisitNoun) || tokens[i].Mark == Mark.Comma && IsLedTo(tokens, at))) return true;
        // "ist nach Wien gereist": the goal stands before a verb at the end.
        return language != "en" && at > 0 && at < trigger.Last && Grammar.IsGoal(tokens[at - 1].Class == WordClass.Det && at > 1 ? tokens[at - 2].Lower : tokens[at - 1].Lower, language);
    }

    /// <summary>"the visit by her son, Peter Novak, to Chile's port": behind what sets the visitor off, a word leads to the goal.</summary>
    private static bool IsLedTo(IReadOnlyList<ClauseToken> tokens, int at)
    {
        var before = at - 1;
        while (before > 0 && tokens[before].Mention is not null && tokens[before].IsPossessive) before--;
        return before > 0 && tokens[before].Class == WordClass.To;
    }

    private bool IsLocated(Sentence sentence, IReadOnlyList<ClauseToken> tokens, int at)
    {
        var mention = tokens[at].Mention!;
        if (sentence.Language == "tr") return tokens[at].Ending is "da" or "de" or "ta" or "te";
        if (Towns.LeadTo(tokens, at, sentence.Language) || Towns.IsOneOf(tokens, at, sentence.Language)) return true;
        if (tokens[at].Ending == "s") return false;
        var lead = text.Text[Math.Max(sentence.Span.Start, mention.Span.Start - 50)..mention.Span.Start];
        return Locative().IsMatch(lead) && !Title().IsMatch(lead);
    }

    /// <summary>The place with its country, if the article names it.</summary>
    public List<string> Around(Sentence sentence, NameMention place) => WithSurroundings(sentence, [place]);

    private List<string> WithSurroundings(Sentence sentence, List<NameMention> held)
    {
        const int Beside = 12;
        var article = text.ArticleAt(sentence.Span.Start).Id;
        var places = new List<string> { text.SightingAt[held[0].Span] };
        var iso = held[0].Iso2;
        // A venue's town stands beside it: "at Baabda Palace in Beirut". A ship that was visited and where it lay are both the place.
        foreach (var other in held.Skip(1).Where(other => other.Type == ActorType.Vessel || other.Type == ActorType.Place && Math.Abs(other.Span.Start - held[0].Span.End) < Beside))
        {
            if (!places.Contains(text.SightingAt[other.Span])) places.Add(text.SightingAt[other.Span]);
            iso ??= other.Iso2;
        }

        var town = held[0].Name.Split(' ').Select(word => roster.Place(article, word)).FirstOrDefault(place => place is not null && place.Id != places[0]);
        if (town is not null && !places.Contains(town.Id)) places.Add(town.Id);
        iso ??= town?.Iso2;
        if (roster.Country(article, iso) is { } country && !places.Contains(country)) places.Add(country);
        return places;
    }

    [GeneratedRegex(@"\b(?:in|at|te|à|au|aux|en|im|bei|inside|aboard|outside|near|on|op|aan|auf|nabij|près de|cerca de)(?: the| de| het| den| la| el| der| dem| les| l['’])?(?: (?-i:(?:\p{Ll}+ ){1,3})(?:of|van|von|de|del|du|des)(?: the| de| het| la)?)?(?: (?:nearby|central|northern|southern|eastern|western|neighbouring|capital|hoofdstad|Hauptstadt|capitale|kustplaats|havenstad|stad|city|town|port))?(?: (?:city|town|capital|village|port|resort) of)? ?$", RegexOptions.IgnoreCase)]
    private static partial Regex Locative();

    [GeneratedRegex(@"\b(?:ambassador|ambassadors|ambassadeur|botschafter(?:in)?|embajador(?:a)?|embassy|consul|consul general|envoy|mission|troops|forces|war|conflict|situation|crisis|elections?|fighting|violence|peace|interests?|investments?|oorlog|crisis|Krieg|Lage|guerre|guerra|situación|oplossing|ceasefire|role|developments?|tensions?|unrest|events|forces|bases?|rebels?|factories|prices|ontwikkelingen|spanningen|Entwicklungen|Spannungen|tensions|evolution|tensiones|acontecimientos) (?:in|en|au|à|im)(?: the| la| le)? $|\b(?:ambassador|high commissioner|consul general|consul|ambassadeur|ambassadrice|botschafter(?:in)?|generalkonsul(?:in)?|embajador(?:a)?|cónsul|nonce) (?:of |d['’]|de la |de l['’]|de |du |des |del |von |van )(?:the )?\S+(?: \S+)? (?:in|en|au|aux|à|im|te|at)(?: the| la| le)? $", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
