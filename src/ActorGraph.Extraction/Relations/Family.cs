using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Family ties, only as far as the words state them: each word for a relative is given who is it and whose.</summary>
internal sealed class Family
{
    private const int MostBetween = 8;

    private static readonly HashSet<string> Pronouns = ["he", "she", "hij", "zij", "ze", "er", "sie", "il", "elle", "él", "ella"];

    private readonly AnnotatedText text;
    private readonly List<Evidence> evidence;
    private readonly List<OfficeEvidence> offices;
    private readonly HashSet<(string, string)> seen = [];
    private readonly Dictionary<string, string> childOf = [];
    private List<string> lastOwners = [];
    private Sentence sentence = null!;
    private Article article = null!;
    private IReadOnlyList<Token> tokens = [];

    /// <summary>The persons of the sentence before.</summary>
    private IReadOnlyList<NameMention> before = [];

    private Family(AnnotatedText text)
    {
        (this.text, evidence) = (text, text.Evidence.ToList());
        offices = evidence.OfType<OfficeEvidence>().OrderBy(office => office.Trigger.Start).ToList();
    }

    public static AnnotatedText Read(AnnotatedText text)
    {
        var family = new Family(text);
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsBoilerplate)) family.ReadSentence(sentence);
        return text with { Evidence = family.evidence };
    }

    private void ReadSentence(Sentence next)
    {
        var last = article;
        sentence = next;
        article = text.ArticleAt(next.Span.Start);
        if (last != article) before = [];
        tokens = Tokens.Of(text, next);
        lastOwners = [];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsWord && Word(i) is { } word && !(Is(i, "twin") && i + 1 < tokens.Count && tokens[i + 1].IsWord && Word(i + 1) is not null)) Tie(i, word.Relation, word.IsPlural);
            else if (Is(i, "marries")) Marry(i);
        }

        if (tokens.Where(token => token.IsPerson).Select(token => token.Name!).ToList() is { Count: > 0 } persons) before = persons;
    }

    private (string Relation, bool IsPlural)? Word(int at)
    {
        var lower = tokens[at].Lower;
        return FamilyWords.Of(lower.StartsWith("ex-", StringComparison.Ordinal) ? lower[3..] : lower, sentence.Language);
    }

    private bool Is(int at, string role) => at >= 0 && at < tokens.Count && OfficeWords.Is(tokens[at], role, sentence.Language);

    private bool IsPerson(int at) => at >= 0 && at < tokens.Count && tokens[at].IsPerson;

    private bool IsMark(int at, string mark) => at >= 0 && at < tokens.Count && tokens[at].Is(mark);

    private string Sighting(int at) => text.SightingAt[tokens[at].Name!.Span];

    private void Tie(int head, string relation, bool isPlural)
    {
        var first = head;
        while (first > 0 && tokens[first - 1].IsWord && !Is(first - 1, "article") && IsAdjective(first - 1)) first--;
        var behind = head + 1;
        while (Is(behind, "kin-tail")) behind++;
        if (IsNegated(first)) return;
        var (owners, end) = Owner(behind);
        if (owners.Count > 0 || end > behind)
        {
            if (Is(first - 1, "article")) first--;
            foreach (var who in WhoIs(Apposed(first), end, isPlural)) foreach (var owner in owners) Add(who, owner, relation, head);
            return;
        }

        if (isPlural && Each(first, behind) is { Count: 2 } both)
        {
            Add(both[0], Sighting(both[1]), relation, head);
            return;
        }

        var (whose, start) = Possessor(first, behind);
        // "his wife, X, and two sons": whose the one before is.
        if (whose.Count == 0 && lastOwners.Count > 0 && IsContinued(first)) whose = lastOwners;
        lastOwners = whose;
        if (Paired(behind) is { } pair)
        {
            foreach (var owner in whose)
            {
                Add(pair.First, owner, relation, head);
                Add(pair.Second, owner, pair.Relation, head);
            }

            return;
        }

        // "his brother, X" tells of X; "X, his brother," of the one before.
        foreach (var who in whose.Count > 0 ? WhoIs(Is(start, "whose") || Named(behind) >= 0 && !IsMark(behind, ",") ? -1 : Apposed(start), behind, isPlural) : []) foreach (var owner in whose) Add(who, owner, relation, head);
    }

    /// <summary>"and son", ", two daughters": a relative more in a list of them.</summary>
    private bool IsContinued(int first)
    {
        var at = first - 1;
        while (at > 0 && (tokens[at].Kind == TokenKind.Number || Is(at, "count"))) at--;
        return at > 0 && (IsAnd(at) || tokens[at].Is(",")) && (IsPerson(at - 1) || tokens[at - 1].Is(",") || tokens[at - 1].IsWord && Word(at - 1) is not null);
    }

    /// <summary>"wife and daughter, X and Y": each is one of them.</summary>
    private (int First, int Second, string Relation)? Paired(int behind)
    {
        if (!IsAnd(behind) || behind + 2 >= tokens.Count || !tokens[behind + 1].IsWord || Word(behind + 1) is not { } second) return null;
        var at = IsMark(behind + 2, ",") ? behind + 3 : behind + 2;
        return IsPerson(at) && IsAnd(at + 1) && IsPerson(at + 2) ? (at, at + 2, second.Relation) : null;
    }

    /// <summary>"elder", "late", "oudste": anything small that is neither a function word nor a verb.</summary>
    private bool IsAdjective(int at) => Is(at, "former") || char.IsLower(tokens[at].Text[0]) && !Is(at, "whose") && !Gazetteer.IsFunctionWord(tokens[at].Lower, sentence.Language) && !Is(at, "own") && !Is(at, "and") && !Is(at, "joint") && !Is(at, "be") && !Is(at, "was") && !OfficeTitles.IsVerb(tokens[at].Lower, sentence.Language) && (Word(at) is null || Is(at, "twin"));

    private bool IsNegated(int first) => Enumerable.Range(1, 3).Any(step => Is(first - step, "not"));

    /// <summary>"of General Yusuf", "du président": whose the relative is, behind the word; and where that ends.</summary>
    private (List<string> Owners, int End) Owner(int from)
    {
        if (!Is(from, "joint") && !(Is(from, "posting") && sentence.Language == "en" && tokens[from].Lower == "to")) return ([], from);
        var at = from + 1;
        while (at < tokens.Count && at - from < MostBetween && !tokens[at].IsPerson && (tokens[at].IsWord && !OfficeTitles.IsVerb(tokens[at].Lower, sentence.Language) && !Is(at, "and") || tokens[at].Holds || tokens[at].Kind == TokenKind.Ending)) at++;
        if (IsPerson(at))
        {
            // "daughter of X and Y" has two parents; "son of X, and Y" one.
            var owners = new List<string> { Sighting(at) };
            if (IsAnd(at + 1) && IsPerson(at + 2) && (at + 3 >= tokens.Count || tokens[at + 3].Kind == TokenKind.Mark)) owners.Add(Sighting(at + 2));
            return (owners, at + (owners.Count == 2 ? 3 : 1));
        }

        for (var title = from + 1; title < at; title++)
        {
            if (!tokens[title].IsWord || Gazetteer.TitleKind(tokens[title].Lower, sentence.Language) is not ("office" or "rank")) continue;
            return Holders.Of(text, offices, tokens[title].Lower, article, tokens[from].Span.Start) is { } holder ? ([holder], title + 1) : ([], from);
        }

        return ([], from);
    }

    private bool IsAnd(int at) => Is(at, "and");

    /// <summary>"Hafter's", "his", "whose", "the president's": whose the relative is, before the word; and where that begins.</summary>
    private (List<string> Owners, int Start) Possessor(int first, int behind)
    {
        var at = first - 1;
        // "his predecessor and uncle, X".
        if (at > 1 && IsAnd(at) && tokens[at - 1].IsWord && (Is(at - 2, "own") || tokens[at - 2].Kind == TokenKind.Ending)) at -= 2;
        if (at < 0) return ([], first);
        if (tokens[at].Kind == TokenKind.Ending && IsPerson(at - 1)) return ([Sighting(at - 1)], at - 1);
        if (tokens[at].Kind == TokenKind.Ending && at > 0 && tokens[at - 1].IsWord && Gazetteer.TitleKind(tokens[at - 1].Lower, sentence.Language) is not null)
        {
            var start = Is(at - 2, "article") ? at - 2 : at - 1;
            return Holders.Of(text, offices, tokens[at - 1].Lower, article, tokens[at - 1].Span.Start) is { } holder ? ([holder], start) : ([], start);
        }

        if (Is(at, "whose")) return (Whose(at, behind) is { } antecedent ? [antecedent] : [], at);
        if (Is(at, "their")) return (Both(at), at);
        if (Is(at, "own")) return (Antecedent(at, behind) is { } own ? [own] : [], at);
        if ((IsAnd(at) || Is(at, "along")) && lastOwners.Count > 0) return ([], first);
        // "Ruth Wanjiru and husband Peter", "Ahmet Demir ve eşi Ayşe": nothing but "and" before it.
        if ((IsAnd(at) || Is(at, "along")) && IsPerson(at - 1) && Gazetteer.TitleKind(tokens[first].Lower, sentence.Language) != "address") return ([Sighting(at - 1)], at);
        return ([], first);
    }

    /// <summary>The name right behind the phrase, past titles and adjectives; -1 where there is none.</summary>
    private int Named(int end)
    {
        var at = end;
        // "his cousin and adviser, X".
        if (IsAnd(at) && at + 2 < tokens.Count && tokens[at + 1].IsWord && Word(at + 1) is null && (IsMark(at + 2, ",") || IsPerson(at + 2))) at += 2;
        if (IsMark(at, ",") || IsMark(at, ":") || Is(at, "be") || Is(at, "was")) at++;
        while (at < tokens.Count && at - end < MostBetween && !tokens[at].IsPerson && (tokens[at].IsWord && !IsAnd(at) && !OfficeTitles.IsVerb(tokens[at].Lower, sentence.Language) && (Is(at, "article") || !Gazetteer.IsFunctionWord(tokens[at].Lower, sentence.Language)) || tokens[at].Is(".") && tokens[at - 1].Lower.Length < 5 || tokens[at].Name is { IsDemonym: true })) at++;
        return IsPerson(at) ? at : -1;
    }

    /// <summary>Who the phrase tells of: the one that it is apposed to or told of, else the name behind it.</summary>
    private List<int> WhoIs(int apposed, int end, bool isPlural)
    {
        var at = Named(end);
        if (apposed >= 0 && at != end) return [apposed];
        if (at < 0) return [];
        var found = new List<int> { at };
        while (isPlural && (IsMark(at + 1, ",") || IsAnd(at + 1)))
        {
            var next = IsMark(at + 1, ",") && IsAnd(at + 2) ? at + 3 : at + 2;
            if (!IsPerson(next)) break;
            found.Add(at = next);
        }

        return found;
    }

    /// <summary>The person before ", son of" or "is a cousin of"; -1 where there is none.</summary>
    private int Apposed(int first)
    {
        var at = first - 1;
        if (IsMark(at, ",") || IsMark(at, "("))
        {
            at--;
            while (at > 0 && (tokens[at].Kind == TokenKind.Number || tokens[at].Is(",") || tokens[at].Lower is "jr" or "sr")) at--;
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

    /// <summary>"brothers X and Y"; "X and Y are cousins".</summary>
    private List<int> Each(int first, int behind)
    {
        if (IsMark(behind, ",")) behind++;
        if (IsPerson(behind) && IsAnd(behind + 1) && IsPerson(behind + 2) && !Is(first - 1, "own") && !(first > 0 && tokens[first - 1].Kind == TokenKind.Ending)) return [behind, behind + 2];
        var at = first - 1;
        while (at > 0 && first - at < 5 && (Is(at, "be") || Is(at, "was") || Is(at, "who") || Is(at, "aside") || tokens[at].Is(","))) at--;
        return at < first - 1 && IsPerson(at) && at > 1 && IsAnd(at - 1) && IsPerson(at - 2) ? [at - 2, at] : [];
    }

    /// <summary>"X, whose father Y": the name before; where none stands there, the known child of the one who is named.</summary>
    private string? Whose(int at, int behind)
    {
        for (var i = at - 1; i >= 0 && at - i < MostBetween; i--)
        {
            if (IsPerson(i)) return Sighting(i);
            if (tokens[i].IsWord && OfficeTitles.IsVerb(tokens[i].Lower, sentence.Language)) break;
        }

        return Named(behind) is >= 0 and var named ? childOf.GetValueOrDefault(Sighting(named)) ?? Namesake(tokens[named].Name!) : null;
    }

    /// <summary>The only person of the sentence before who has the same last name.</summary>
    private string? Namesake(NameMention relative)
    {
        var same = before.Where(mention => mention.Name.Contains(' ', StringComparison.Ordinal) && mention.Name.Split(' ')[^1] == relative.Name.Split(' ')[^1]).Select(mention => text.SightingAt[mention.Span]).Distinct().Where(sighting => sighting != text.SightingAt[relative.Span]).ToList();
        return same is [var only] ? only : null;
    }

    /// <summary>Whom "his" or "her" means: the name that the phrase is joined to, else the sentence's subject, else whom the sentence before told of.</summary>
    private string? Antecedent(int at, int behind)
    {
        var self = Named(behind);
        bool Fits(int i) => IsPerson(i) && !IsInside(i);
        var joined = at - 1;
        while (joined > 0 && (IsAnd(joined) || tokens[joined].Is(",") || Is(joined, "along"))) joined--;
        if (joined < at - 1 && Fits(joined)) return Sighting(joined);
        var subject = Pronouns.Contains(tokens[0].Lower) ? -1 : Enumerable.Range(0, at).FirstOrDefault(Fits, -1);
        if (subject >= 0) return self >= 0 && Sighting(subject) == Sighting(self) ? null : Sighting(subject);
        // "The officer, whose father is X, came with his brother": the known child of X.
        if (Enumerable.Range(0, at).FirstOrDefault(i => IsPerson(i) && childOf.ContainsKey(Sighting(i)), -1) is >= 0 and var parent) return childOf[Sighting(parent)];
        var told = self < 0 ? before.ToList() : before.Where(mention => text.SightingAt[mention.Span] != Sighting(self)).ToList();
        if (told.Count == 0) return null;
        return self >= 0 && Namesake(tokens[self].Name!) is { } namesake ? namesake : text.SightingAt[told[0].Span];
    }

    /// <summary>Whether the name stands only in "whose father X" or ", son of X,".</summary>
    private bool IsInside(int at)
    {
        for (var i = at - 1; i >= 0 && at - i < 6; i--)
        {
            if (tokens[i].Kind == TokenKind.Mark && !tokens[i].Is(".") || IsPerson(i) || IsAnd(i)) return false;
            if (!tokens[i].IsWord || Word(i) is null) continue;
            return Is(i - 1, "whose") || Is(i + 1, "joint") || Enumerable.Range(1, 3).Any(step => Is(i - step, "whose"));
        }

        return false;
    }

    private List<string> Both(int at)
    {
        var here = Enumerable.Range(0, at).Where(IsPerson).Select(Sighting).Distinct().ToList();
        if (here.Count >= 2) return here[^2..];
        return before.Select(mention => text.SightingAt[mention.Span]).Distinct().Take(2).ToList() is { Count: 2 } both ? both : [];
    }

    /// <summary>"X married Y", "X is getrouwd met Y", "X ist mit Y verheiratet", "he married Y".</summary>
    private void Marry(int verb)
    {
        var second = verb + 1;
        while (second < tokens.Count && second - verb < MostBetween && !tokens[second].IsPerson && (tokens[second].IsWord && !OfficeTitles.IsVerb(tokens[second].Lower, sentence.Language) || tokens[second].Holds)) second++;
        var first = verb - 1;
        while (first >= 0 && verb - first < MostBetween && !tokens[first].IsPerson && !Pronouns.Contains(tokens[first].Lower) && !(tokens[first].Is(",") && verb - first > 1)) first--;
        if (first < 0 && before.Count > 0 && Pronouns.Contains(tokens[0].Lower)) first = 0;
        if (first < 0 || verb - first >= MostBetween + 4) return;
        if (!IsPerson(second))
        {
            // The verb stands behind both: "X and Y are married", "X ist mit Y verheiratet".
            second = first;
            if (IsPerson(second) && second > 1 && IsAnd(second - 1) && IsPerson(second - 2))
            {
                Add(second - 2, Sighting(second), "spouse_of", verb);
                return;
            }

            first--;
            while (first >= 0 && second - first < MostBetween && !tokens[first].IsPerson && !Pronouns.Contains(tokens[first].Lower)) first--;
            if (first < 0 || !IsPerson(first) || !IsPerson(second) || !OfficeWords.Is("behind", "verb", sentence.Language) && sentence.Language != "tr") return;
        }

        var who = IsPerson(first) ? Sighting(first) : Pronouns.Contains(tokens[first].Lower) && before.Count > 0 ? text.SightingAt[before[0].Span] : null;
        if (who is not null && IsPerson(second)) Add(who, Sighting(second), "spouse_of", verb);
    }

    private void Add(int a, string to, string relation, int trigger) => Add(Sighting(a), to, relation, trigger);

    private void Add(string from, string to, string relation, int trigger)
    {
        if (from == to || !seen.Add((from, to)) || !seen.Add((to, from))) return;
        if (relation is "son_of" or "daughter_of") childOf[to] = from;
        if (relation is "father_of" or "mother_of") childOf[from] = to;
        evidence.Add(new FamilyEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, tokens[trigger].Span, null, "family", from, to, relation));
    }
}
