using System.Text.RegularExpressions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whether a meeting took place, is planned, is denied or only thought of: by cues in its clause and those around (<c>cues.tsv</c>).</summary>
internal static partial class Statuses
{
    private static readonly Dictionary<string, List<(Regex Pattern, MeetingStatus Status, string Where)>> Cues = Tables.Rows("cues.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key,
        group => group.Select(row => (new Regex(row[0], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), Enum.Parse<MeetingStatus>(row[2], ignoreCase: true), row[3])).ToList());

    /// <remarks>"Keller, who met Novak in May, denied a deal": what a person of whom it is told as done does besides says nothing of it.</remarks>
    public static MeetingStatus Of(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, string language, bool isQuestion)
        => IsOfPerson(tokens, clauses, trigger) && Of(tokens, clauses, trigger, language, isQuestion, countsBehind: false) == MeetingStatus.Occurred ? MeetingStatus.Occurred : Of(tokens, clauses, trigger, language, isQuestion, countsBehind: true);

    /// <summary>Whether the verb tells of the person before its relative clause.</summary>
    private static bool IsOfPerson(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger)
    {
        if (trigger.IsNoun || clauses[clauses.At(trigger.Last)] is not { Kind: ClauseKind.Rel, First: > 1 } clause) return false;
        var before = tokens[clause.First - 1].Mark == Mark.Comma ? clause.First - 2 : clause.First - 1;
        return tokens[before] is { Mark: Mark.Name, Mention.Type: ActorType.Person };
    }

    /// <param name="countsBehind">Whether what the clauses around say behind the meeting's own counts too.</param>
    private static MeetingStatus Of(IReadOnlyList<ClauseToken> tokens, Clauses clauses, Trigger trigger, string language, bool isQuestion, bool countsBehind)
    {
        var clause = clauses.At(trigger.Last);
        var own = clauses.TokensOf(clause).ToList();
        isQuestion &= !TakesForGranted(Words(tokens, Enumerable.Range(0, tokens.Count)), language);
        // English says before the verb what becomes of it; elsewhere it may stand anywhere in the clause.
        var group = Words(tokens, language == "en" ? own.Where(i => i <= trigger.Last) : own);
        // "sought help in a call with X": what was sought is no call.
        var aim = Circumstance(tokens, trigger, language) is >= 0 and var from ? Words(tokens, own.Where(i => i >= from && i <= trigger.Last)) : group;
        var outer = Words(tokens, clauses.Around(clause).SelectMany(clauses.TokensOf).Where(i => i < clauses[clause].First || countsBehind && clauses[clause].EndsAtComma && (clauses[clause].Kind != ClauseKind.Sub || tokens[clauses[clause].First].Lower is "dass" or "dat" or "that" or "que" or "qu" or "ob" or "whether" or "wonach")));
        var report = Words(tokens, Enumerable.Range(0, tokens.Count).Where(i => clauses[clauses.At(i)].Kind == ClauseKind.Report));
        var after = Words(tokens, Enumerable.Range(trigger.Last + 1, tokens.Count - trigger.Last - 1).Where(i => clauses.At(i) == clause || clauses[clauses.At(i)].Kind == ClauseKind.Quote && clauses.Around(clauses.At(i)).Contains(clause) || clauses[clauses.At(i)].Parent == clause && (clauses[clauses.At(i)].Kind == ClauseKind.Coord && (trigger.IsNoun || !clauses.TokensOf(clauses.At(i)).Any(k => tokens[k].Class != WordClass.Aux && Triggers.IsVerb(tokens[k].Lower, language))) || trigger.IsNoun && clauses.IsWhere(clauses[clauses.At(i)].First) || clauses[clauses.At(i)].Kind == ClauseKind.Rel && (trigger.IsNoun || language != "en" || tokens[clauses[clauses.At(i)].First].Lower == "which" && tokens[clauses[clauses.At(i)].First - 1].Mark == Mark.Comma) || clauses[clauses.At(i)].Kind == ClauseKind.Sub && Grammar.IsBut(tokens[clauses[clauses.At(i)].First].Lower, language))));
        // "denied, when they met, that": what a clause of time tells is taken for granted.
        if (Grammar.IsAfter(tokens[clauses[clause].First].Lower, language) || Grammar.IsWhen(tokens[clauses[clause].First].Lower, language)) outer = report = "";
        foreach (var (pattern, status, where) in Cues.GetValueOrDefault(language) ?? [])
        {
            var found = where switch
            {
                "group" => pattern.IsMatch(group),
                "aim" => pattern.IsMatch(aim),
                "outer" => pattern.IsMatch(outer) || pattern.IsMatch(report),
                // "was to meet her, but": what was to come and is taken back.
                "but" => pattern.IsMatch(group) && IsTakenBack(tokens, clauses, clause, language),
                "after" => pattern.IsMatch(after),
                "said" => (outer.Length > 0 || report.Length > 0) && pattern.IsMatch(group),
                _ => false,
            };
            // "hatte verhandelt und vereinbart, bis kommendes Jahr …": what is over is not planned.
            if (found && status == MeetingStatus.Planned && language is "de" or "nl" && own.Any(i => Grammar.LooksBack(tokens[i].Lower, language)) && (tokens[trigger.Last].Lower.StartsWith("ge", StringComparison.Ordinal) || !tokens[trigger.Last].Lower.EndsWith("en", StringComparison.Ordinal)) && !trigger.IsNoun) continue;
            if (found) return isQuestion && status != MeetingStatus.Denied ? MeetingStatus.Hypothetical : status;
        }

        if (isQuestion) return MeetingStatus.Hypothetical;
        // "Keller to meet Novak", as headlines put it.
        var isHeadline = language == "en" && trigger.First > 1 && tokens[trigger.First - 1].Lower == "to" && tokens[trigger.First - 2].Mark == Mark.Name && !own.Any(i => i < trigger.First && clauses.IsVerb(i));
        return isHeadline ? MeetingStatus.Planned : MeetingStatus.Occurred;
    }

    /// <summary>Whether a clause behind takes back what is told: "…, but".</summary>
    private static bool IsTakenBack(IReadOnlyList<ClauseToken> tokens, Clauses clauses, int clause, string language)
        => Enumerable.Range(clauses[clause].First + 1, tokens.Count - clauses[clause].First - 1).Any(i => Grammar.IsBut(tokens[i].Lower, language) && tokens[i - 1].Mark is Mark.Comma or Mark.Stop);

    /// <summary>Index of the preposition that makes the noun a circumstance of what is told ("in a call with", "during talks with"), -1 where it is what the verb asks for ("interest in a meeting").</summary>
    private static int Circumstance(IReadOnlyList<ClauseToken> tokens, Trigger trigger, string language)
    {
        if (!trigger.IsNoun) return -1;
        var at = trigger.First - 1;
        while (at > 0 && trigger.First - at < 5 && tokens[at] is { Mark: Mark.Word, Class: WordClass.Det or WordClass.None or WordClass.Adv } && !Grammar.IsCircumstance(tokens[at].Lower, language)) at--;
        return at > 0 && tokens[at + 1].Class == WordClass.Det && Grammar.IsCircumstance(tokens[at].Lower, language) && !Grammar.TakesPart(tokens[at - 1].Lower, language) ? at : -1;
    }

    /// <summary>What a sentence without a meeting of its own says of the one told right before: "The ministry denied it."</summary>
    public static MeetingStatus? OfTheOneBefore(string sentence, string language) => Of("next", sentence, language);

    /// <summary>What the first words of an answer say of the meeting that was asked about: "Never.", "Twice."; null where they say nothing.</summary>
    public static MeetingStatus? OfAnswer(string answer, string language) => Of("answer", answer, language);

    /// <summary>"When did you meet X?" takes for granted that they met.</summary>
    private static bool TakesForGranted(string question, string language) => Of("question", question, language) is not null;

    private static MeetingStatus? Of(string kind, string words, string language)
    {
        foreach (var (pattern, status, where) in Cues.GetValueOrDefault(language) ?? [])
        {
            if (where == kind && pattern.IsMatch(words)) return status;
        }

        return null;
    }

    /// <summary>"no such meeting", "ein solches Treffen": whether the words speak of what was told right before.</summary>
    public static bool PointsBack(string words) => OfSuch().IsMatch(words);

    [GeneratedRegex(@"\b(?:no|any) such\b|\b(?:solche|derartige|dergelijke?|zulke?|zo['’]n|telles?|böyle)\b|\b(?:solche|derartige)[nrs]\b|\btal (?:reunión|encuentro|llamada|visita|cita)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfSuch();

    /// <summary>The words of the tokens; a name, and the month of May, is a dot, so that no cue is found in it.</summary>
    private static string Words(IReadOnlyList<ClauseToken> tokens, IEnumerable<int> which) => string.Join(' ', which.Where(i => tokens[i].Mark is Mark.Word or Mark.Name).Select(i => tokens[i].Mark == Mark.Name || tokens[i] is { IsCapital: true, Lower: "may" } ? "·" : tokens[i].Lower));
}
