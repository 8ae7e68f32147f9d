using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Relations;

/// <summary>Main; Sub shares its subject with the one around it where it has none; Rel is about the name before it; Coord has the subject of what "and" joins it to; Report says who says it; Quote; Aside stands in brackets.</summary>
internal enum ClauseKind { Main, Sub, Rel, Coord, Report, Quote, Aside }

/// <param name="Parent">Index of the clause around it, -1 for none.</param>
/// <param name="First">Index of its first token.</param>
internal sealed record Clause(ClauseKind Kind, int Parent, int First, bool EndsAtComma);

/// <summary>The clauses of a sentence, found by its marks and small words.</summary>
internal sealed class Clauses
{
    private const int LongestReport = 9;
    private static readonly string[] TurkishEndings = ["mış", "miş", "muş", "müş", "tir", "tır", "dı", "di", "du", "dü", "tı", "ti", "arak", "erek"];

    private readonly IReadOnlyList<ClauseToken> tokens;
    private readonly string language;
    private readonly HashSet<int> verbs;
    private readonly List<Clause> all = [];
    private readonly int[] clauseOf;
    private int endOfWords;

    /// <param name="triggers">Those that are verbs tell where clauses are.</param>
    public Clauses(IReadOnlyList<ClauseToken> tokens, string language, IEnumerable<Trigger> triggers)
    {
        (this.tokens, this.language) = (tokens, language);
        verbs = triggers.Where(trigger => !trigger.IsNoun).SelectMany(trigger => new[] { trigger.First, trigger.Last }).ToHashSet();
        clauseOf = new int[tokens.Count];
        Divide();
    }

    public string Language => language;

    public Clause this[int clause] => all[clause];

    public int At(int token) => clauseOf[token];

    /// <summary>Whether the token is one of the words between the two that belong to another clause.</summary>
    public IEnumerable<int> TokensOf(int clause) => Enumerable.Range(0, tokens.Count).Where(token => clauseOf[token] == clause);

    /// <summary>The clauses around a clause, from the inside out.</summary>
    public IEnumerable<int> Around(int clause)
    {
        for (var around = all[clause].Parent; around >= 0; around = all[around].Parent) yield return around;
    }

    private int Open(ClauseKind kind, int parent, int first, bool endsAtComma = false)
    {
        all.Add(new Clause(kind, parent, first, endsAtComma));
        return all.Count - 1;
    }

    private void Divide()
    {
        var current = Open(ClauseKind.Main, -1, 0);
        var (outsideQuote, outsideBracket) = (-1, -1);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            clauseOf[i] = current;
            if (token.Mark == Mark.Stop) (current, outsideBracket) = (Open(ClauseKind.Main, -1, i + 1), -1);
            else if (token.Mark == Mark.Bracket) (current, outsideBracket) = outsideBracket >= 0 ? (outsideBracket, -1) : token.Lower == "(" ? (Open(ClauseKind.Aside, current, i), current) : (current, -1);
            else if (token.Mark == Mark.Quote) (current, outsideQuote) = Quoted(i, current, outsideQuote);
            else if (token.Mark == Mark.Comma) current = language == "tr" && i > 0 && IsTurkishVerb(i - 1) ? Open(ClauseKind.Coord, all[current].Kind == ClauseKind.Coord ? all[current].Parent : current, i + 1) : Closed(i, current);
            else if (token.Class == WordClass.Rel && (i == 0 || tokens[i - 1].Class != WordClass.And) || IsRelative(i)) current = Open(ClauseKind.Rel, current, i, endsAtComma: true);
            else if (token.Class == WordClass.Sub && token.Lower is "que" or "qu" && i > 0 && (tokens[i - 1].Mark == Mark.Name || tokens[i - 1] is { Mark: Mark.Word, Class: WordClass.None } && !IsVerb(i - 1) && i > 1 && tokens[i - 2].Class == WordClass.Det)) current = Open(ClauseKind.Rel, current, i, endsAtComma: true);
            else if (token.Class == WordClass.Sub && !IsPointer(i)) current = Open(ClauseKind.Sub, current, i, IsOpening(i, current) || IsWhere(i));
            else if (token.Class == WordClass.And && i > 0) current = Joined(i, current);
            else if (token.Class == WordClass.Say) current = Said(i, current);
            if (token.Mark == Mark.Word && token.Class is WordClass.Rel or WordClass.Sub || all[current].First == i) clauseOf[i] = current;
        }
    }

    private (int Current, int Outside) Quoted(int at, int current, int outside)
    {
        if (outside >= 0) return (outside, -1);
        // what the office called "useful" talks: two or three words in quotation marks are no clause.
        if (at < endOfWords) return (current, -1);
        for (var i = at + 1; i < tokens.Count && i <= at + 4 && !IsVerb(i) && tokens[i].Class is not (WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You); i++)
        {
            if (tokens[i].Mark != Mark.Quote || i == at + 1) continue;
            endOfWords = i + 1;
            return (current, -1);
        }

        var isClosing = tokens[at].Lower is "”" or "»" || tokens[at].Lower is "“" && language == "de" || tokens[at].Lower == "\"" && at > 0 && tokens[at].Span.Start == tokens[at - 1].Span.End + (tokens[at - 1].Mark == Mark.Word ? 1 : 0) && at + 1 < tokens.Count && tokens[at + 1].Span.Start > tokens[at].Span.End;
        // What ends here began in a sentence before.
        if (!isClosing) return (Open(ClauseKind.Quote, current, at), current);
        for (var i = 0; i <= at; i++) clauseOf[i] = current;
        all[current] = all[current] with { Kind = ClauseKind.Quote };
        return (Open(ClauseKind.Main, -1, at + 1), -1);
    }

    /// <summary>Turkish joins its clauses by verbs at their ends.</summary>
    private bool IsTurkishVerb(int at) => tokens[at].Mark == Mark.Word && (verbs.Contains(at) || tokens[at].Lower.Length > 4 && TurkishEndings.Any(ending => tokens[at].Lower.EndsWith(ending, StringComparison.Ordinal)));

    private int Closed(int at, int current)
    {
        if (!all[current].EndsAtComma || at - all[current].First < 2) return current;
        var (before, next) = (tokens[at - 1], at + 1 < tokens.Count ? tokens[at + 1] : null);
        if (next is null) return current;
        // "where they met Keller, the head of the bank, and Novak" goes on; "where she met Keller, Novak said" does not.
        if (IsWhere(all[current].First) && all[clauseOf[0]].Kind != ClauseKind.Sub && !(next is { Mark: Mark.Name, Mention.Type: Facts.ActorType.Person } && at + 2 < tokens.Count && (IsVerb(at + 2) || tokens[at + 2].Class == WordClass.Aux) || next.Class is WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You)) return current;
        // "at which Keller, the minister, spoke": what a clause is about may stand between commas before its verb.
        if ((all[current].Kind == ClauseKind.Rel || IsWhere(all[current].First) || all[current].Kind == ClauseKind.Sub && (language is "nl" or "de" || Grammar.IsWhen(tokens[all[current].First].Lower, language))) && !TokensOf(current).Any(token => token < at && IsVerb(token))) return current;
        // "March 13, 2024"; "in Paris, France"; "the president, Maria Keller".
        var isInside = before.Lower.All(char.IsDigit) && next.Lower.All(char.IsDigit) || before.Mention is { Type: Facts.ActorType.Place } && next is { IsPossessive: false, Mention.Type: Facts.ActorType.Country or Facts.ActorType.Place } || before.IsTitle && next.Mark == Mark.Name;
        return isInside ? current : all[current].Parent;
    }

    /// <summary>A small word that only points, and opens no clause: "that day", "since Tuesday".</summary>
    private bool IsPointer(int at) => tokens[at].Lower is "once" && language == "en" && at + 1 < tokens.Count && !(tokens[at + 1].Mark == Mark.Name || tokens[at + 1].IsTitle || tokens[at + 1].Class is WordClass.Det or WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You) || tokens[at].Lower is "that" or "dat" && at + 1 < tokens.Count && (tokens[at + 1].Lower is "day" or "year" or "month" or "week" or "evening" or "morning" or "night" or "time" or "meeting" or "afternoon" or "gesprek" or "jaar" or "overleg" or "moment")
        || at + 1 < tokens.Count && (Dates.IsNumber(tokens[at + 1].Lower, language) || Grammar.IsSince(tokens[at].Lower, language) && Dates.IsOfCalendar(tokens[at + 1].Lower, language))
        || tokens[at].Lower is "of" && language == "nl" && at + 1 < tokens.Count && tokens[at + 1].Mark == Mark.Name;

    /// <summary>Whether the word leads to what took place at the place before it.</summary>
    public bool IsWhere(int at) => tokens[at].Lower is "where" or "waar" or "wo" or "où" or "donde";

    private bool IsOpening(int at, int current) => at - all[current].First <= 1;

    /// <summary>German "der, die, das" behind a comma, Dutch "die" likewise, before anything but a name or a title.</summary>
    private bool IsRelative(int at)
    {
        // "mit der Keller sprach": a preposition may stand between the comma and the relative pronoun.
        var behind = at > 1 && tokens[at - 1].Class is WordClass.With or WordClass.By && tokens[at - 2].Mark == Mark.Comma;
        if (at == 0 || !behind && tokens[at - 1].Mark != Mark.Comma || at + 1 >= tokens.Count) return false;
        if (behind && language == "de") return tokens[at].Lower is "der" or "dem" or "denen" && (tokens[at + 1].Mark == Mark.Name || tokens[at + 1].IsTitle);
        if (language == "de" && tokens[at].Lower is "der" or "die" or "das" or "dem" or "den") return !LeadsToName(at + 1);
        // "een diner met hem, dat vanavond zou plaatsvinden, is geschrapt".
        if (language == "nl" && tokens[at].Lower == "dat" && at > 1) return tokens[at - 2].Mark == Mark.Name || tokens[at - 2] is { Mark: Mark.Word, Class: WordClass.None } && !IsVerb(at - 2);
        return language == "es" && tokens[at].Lower is "que" or "quien";
    }

    private bool LeadsToName(int at)
    {
        for (var i = at; i < tokens.Count && i < at + 3; i++)
        {
            if (tokens[i].Mark == Mark.Name || tokens[i].IsTitle) return true;
            if (tokens[i].Mark != Mark.Word) return false;
        }

        return false;
    }

    /// <summary>"and" before a verb begins a clause of the same subject; ", and Maria Keller said" one of its own.</summary>
    private int Joined(int at, int current)
    {
        var next = at + 1;
        while (next < tokens.Count && tokens[next].Class == WordClass.Adv) next++;
        if (next < tokens.Count && IsVerb(next)) return Open(ClauseKind.Coord, all[current].Kind == ClauseKind.Coord ? all[current].Parent : current, at);
        if (tokens[at - 1].Mark != Mark.Comma || !TokensOf(current).Any(token => token < at && IsVerb(token))) return current;
        for (var i = at + 1; i < tokens.Count && i < at + 9; i++)
        {
            if (IsVerb(i)) return i > at + 1 ? Open(ClauseKind.Main, all[current].Kind is ClauseKind.Sub or ClauseKind.Quote ? all[current].Parent : -1, at) : current;
            if (tokens[i].Mark is not (Mark.Word or Mark.Name)) return current;
        }

        return current;
    }

    /// <summary>", the ministry said on Monday" is a clause of its own; what follows "said" at once is another.</summary>
    private int Said(int at, int current)
    {
        var comma = at - 1;
        while (comma >= 0 && at - comma < LongestReport && tokens[comma].Mark is Mark.Word or Mark.Name && clauseOf[comma] == current && tokens[comma].Class is not (WordClass.Sub or WordClass.Rel)) comma--;
        var hasComma = comma >= 0 && at - comma < LongestReport && tokens[comma].Mark is Mark.Comma or Mark.Quote;
        if (hasComma && all[current].Kind != ClauseKind.Report && Enumerable.Range(0, comma).Any(token => clauseOf[token] == current && IsVerb(token)) || comma >= 0 && tokens[comma].Mark == Mark.Quote && at - comma < LongestReport)
        {
            var report = Open(ClauseKind.Report, current, comma, endsAtComma: true);
            for (var i = comma + (tokens[comma].Mark == Mark.Quote ? 1 : 0); i <= at; i++) clauseOf[i] = report;
            // "Asked about it, Keller said she had met him".
            return language == "en" && at + 1 < tokens.Count && tokens[comma].Mark == Mark.Comma && tokens[at + 1].Class is WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You ? Open(ClauseKind.Sub, report, at + 1) : report;
        }

        if (language != "en" || tokens[at].Lower is "told" or "tells" || at + 1 >= tokens.Count || at == all[current].First) return current;
        var next = tokens[at + 1];
        var tellsNext = next.Mark == Mark.Name && next.Mention!.Type is not Facts.ActorType.Place || next.IsTitle || next.Lower is "the" or "a" or "an" or "his" or "her" or "its" or "there" || next.Class is WordClass.He or WordClass.They or WordClass.I or WordClass.We or WordClass.You;
        return tellsNext ? Open(ClauseKind.Sub, current, at + 1) : current;
    }

    /// <summary>Whether the word looks like a verb: an auxiliary, one of the table or, in English, of the ending -ed.</summary>
    public bool IsVerb(int at) => tokens[at].Mark == Mark.Word && !tokens[at].IsTitle && (tokens[at].Class is WordClass.Aux or WordClass.Say or WordClass.Verb || verbs.Contains(at)
        || language == "en" && tokens[at].Lower.Length > 4 && tokens[at].Lower.EndsWith("ed", StringComparison.Ordinal) && tokens[at].Class == WordClass.None && (at + 1 >= tokens.Count || tokens[at + 1].Mark != Mark.Name || !tokens[at + 1].IsTitle));
}
