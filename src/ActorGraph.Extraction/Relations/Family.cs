using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Family ties, only as far as the words state them: each word for a relative is given who is it and whose.</summary>
internal sealed class Family
{
    private readonly AnnotatedText text;
    private readonly List<Evidence> evidence;
    private readonly List<OfficeEvidence> offices;
    private readonly HashSet<(string, string)> seen = [];
    private readonly Dictionary<string, string> childOf = [];
    private readonly Focus focus;
    private readonly Namesakes namesakes;
    private Sentence sentence = null!;
    private Article article = null!;
    private KinSentence line = null!;
    private KinOwners owners = null!;

    /// <summary>Sentences since a couple was told.</summary>
    private int sinceCouple;

    /// <summary>Of whom the relative before was told: "the uncle of X and the father of Y".</summary>
    private List<string> lastWho = [];

    private Family(AnnotatedText text)
    {
        (this.text, evidence, focus, namesakes) = (text, text.Evidence.ToList(), new Focus(text), new Namesakes(text));
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
        const int CoupleLasts = 3;
        var isSame = article == text.ArticleAt(next.Span.Start);
        sentence = next;
        article = text.ArticleAt(next.Span.Start);
        focus.Enter(article, sentence);
        var tokens = Tokens.Of(text, next);
        line = new KinSentence(text, next, article, tokens, focus, namesakes);
        // "She married X. He died in 2009. Their son".
        owners = new KinOwners(line, offices, childOf) { Couple = sinceCouple++ < CoupleLasts && isSame && owners is not null ? owners.Couple : [] };
        lastWho = [];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (line.Word(i) is { } word && !(line.Is(i, "twin") && line.Word(i + 1) is not null)) Tie(i, word.Relation, word.IsPlural);
            else if (line.Is(i, "marries")) Marry(i);
            else if (line.Is(i, "born")) Born(i);
        }

        focus.Read(tokens, next.Language);
    }

    private void Tie(int head, string relation, bool isPlural)
    {
        var first = head;
        while (first > 0 && line.IsAdjective(first - 1)) first--;
        // "business partner", "spiritual father".
        if (Enumerable.Range(first, head - first).Any(at => line.Is(at, "figurative"))) return;
        var behind = head + 1;
        while (line.Is(behind, "kin-tail")) behind++;
        if (Enumerable.Range(1, 3).Any(step => line.Is(first - step, "not"))) return;
        if (OfName(first, behind, head, relation, isPlural) || Mutual(first, behind, head, relation, isPlural)) return;
        var self = line.Named(behind) is >= 0 and var named ? named : line.Apposed(line.Is(first - 1, "own") ? first - 1 : first);
        var (whose, start) = owners.Before(first, behind, self);
        // "his wife, X, and two sons": whose the one before is.
        if (whose.Count == 0 && owners.Last.Count > 0 && IsContinued(first)) whose = owners.Last;
        owners.Last = whose;
        if (Paired(behind) is { } pair)
        {
            foreach (var owner in whose)
            {
                Add(line.Sighting(pair.First), owner, relation, head);
                Add(line.Sighting(pair.Second), owner, pair.Relation, head);
            }

            return;
        }

        if (whose.Count == 0) return;
        // "his brother, X" tells of X; "X, his brother," of the one before.
        var apposed = line.Is(start, "whose") || line.Named(behind) >= 0 && !line.IsMark(behind, ",") ? -1 : line.Apposed(start);
        AddAll(apposed >= 0 ? [line.Sighting(apposed)] : line.AllNamed(behind, isPlural), whose, relation, head);
    }

    /// <summary>"X, son of Y", "the son of Y, X", "X is the uncle of Y and the father of Z".</summary>
    private bool OfName(int first, int behind, int head, string relation, bool isPlural)
    {
        var (whose, end) = owners.Behind(behind, line.Apposed(line.Is(first - 1, "article") ? first - 1 : first));
        if (whose.Count == 0) return end > behind && line.Is(behind, "joint");
        if (line.Is(first - 1, "article")) first--;
        var apposed = line.Apposed(first);
        // "werd geboren als dochter van X": told of whom the sentence is about.
        if (apposed < 0 && lastWho.Count == 0 && (line.Is(first - 1, "as") || line.Is(first - 1, "be") || line.Is(first - 1, "was")) && line.Told(first) is { } subject)
        {
            AddAll([subject], whose, relation, head);
            (lastWho, owners.Last) = ([subject], []);
            return true;
        }

        var who = apposed >= 0 ? [line.Sighting(apposed)] : lastWho.Count > 0 && line.IsAnd(first - 1) ? lastWho : line.AllNamed(end, isPlural);
        if (who.Count == 0 && line.Told(first) is { } told) who = [told];
        AddAll(who, whose, relation, head);
        (lastWho, owners.Last) = (who, []);
        return true;
    }

    /// <summary>"the brothers X and Y", "X and Y are cousins", "X and Y, husband and wife": each is it of the other.</summary>
    private bool Mutual(int first, int behind, int head, string relation, bool isPlural)
    {
        var isPair = line.IsAnd(head + 1) && line.Word(head + 2) is not null && !line.Is(first - 1, "own") && !line.IsEnding(first - 1) && line.Named(head + 3) < 0;
        if (!isPair && !(isPlural && FamilyWords.IsMutual(relation)) || owners.Last.Count > 0 && IsContinued(first)) return false;
        if (line.Each(first, isPair ? line.Count : behind) is not { Count: 2 } both) return false;
        Add(line.Sighting(both[0]), line.Sighting(both[1]), relation, head);
        return true;
    }

    /// <summary>"and son", ", two daughters": a relative more in a list of them.</summary>
    private bool IsContinued(int first)
    {
        var at = first - 1;
        while (at > 0 && (line[at].Kind == TokenKind.Number || line.Is(at, "count") || line.Is(at, "article") || line.Is(at, "by"))) at--;
        return at > 0 && (line.IsAnd(at) || line[at].Is(",")) && (line.IsPerson(at - 1) || line[at - 1].Is(",") || line.Word(at - 1) is not null);
    }

    /// <summary>"wife and daughter, X and Y": each is one of them.</summary>
    private (int First, int Second, string Relation)? Paired(int behind)
    {
        if (!line.IsAnd(behind) || line.Word(behind + 1) is not { } second) return null;
        var at = line.IsMark(behind + 2, ",") ? behind + 3 : behind + 2;
        return line.IsPerson(at) && line.IsAnd(at + 1) && line.IsPerson(at + 2) ? (at, at + 2, second.Relation) : null;
    }

    /// <summary>"born in Lahore to X and Y".</summary>
    private void Born(int at)
    {
        if (line.Subject.Before(at) is not { } child) return;
        var to = at + 1;
        while (to < line.Count && to - at < KinSentence.MostBetween && !line.Is(to, "born-to") && (line[to].IsWord || line[to].Holds || line[to].Kind == TokenKind.Number || line.IsMark(to, ","))) to++;
        if (!line.Is(to, "born-to") || line.Named(to + 1) is not (>= 0 and var parent)) return;
        Add(line.Sighting(child), line.Sighting(parent), "child_of", at);
        // "to X, a clerk, and Y, a trader".
        var and = line.IsMark(parent + 1, ",") ? Enumerable.Range(parent + 2, KinSentence.MostBetween).FirstOrDefault(line.IsAnd, -1) : parent + 1;
        if (and > parent + 1 && (!line.IsMark(and - 1, ",") || Enumerable.Range(parent + 1, and - parent).Any(at => at < line.Count && (line.IsPerson(at) || line[at].IsWord && line.IsVerb(at))))) return;
        if (line.IsAnd(and) && line.Named(and + 1) is >= 0 and var other && !line.IsMark(and + 1, ",")) Add(line.Sighting(child), line.Sighting(other), "child_of", at);
    }

    /// <summary>"X married Y", "X is getrouwd met Y", "X ist mit Y verheiratet", "he married Y".</summary>
    private void Marry(int verb)
    {
        var second = verb + 1;
        while (second < line.Count && second - verb < KinSentence.MostBetween && !line.IsPerson(second) && (line[second].IsWord && (!line.IsVerb(second) || line.Is(second, "aside")) || line[second].Holds || line[second].Kind == TokenKind.Number)) second++;
        // "married to X's sister Y".
        if (line.IsPerson(second) && line.IsEnding(second + 1) && line.Word(second + 2) is not null && line.Named(second + 3) is >= 0 and var relative) second = relative;
        var first = verb - 1;
        while (first >= 0 && verb - first < KinSentence.MostBetween && !line.IsPerson(first) && !Focus.IsPronoun(line[first].Lower) && !(line[first].Is(",") && verb - first > 1 && !line.Is(first + 1, "who"))) first--;
        if (first < 0 || !line.IsPerson(first) && !Focus.IsPronoun(line[first].Lower))
        {
            if (line.IsPerson(second) && line.Subject.Before(verb) is { } subject) Add(line.Sighting(subject), line.Sighting(second), "spouse_of", verb);
            return;
        }

        // "X, whom she married".
        if (line.Is(first - 1, "whom") && Enumerable.Range(0, first).LastOrDefault(line.IsPerson, -1) is >= 0 and var met)
        {
            var partner = line.IsPerson(first) ? line[first].Name : line.Subject.Before(met) ?? focus.Meant(Genders.OfPronoun(line[first].Lower, sentence.Language), line[met].Name);
            if (partner is not null) Add(line.Sighting(partner), line.Sighting(met), "spouse_of", verb);
            return;
        }

        if (!line.IsPerson(second))
        {
            // The verb stands behind both: "X and Y are married", "X ist mit Y verheiratet".
            second = first;
            if (line.IsPerson(second) && line.IsAnd(second - 1) && line.IsPerson(second - 2))
            {
                Add(line.Sighting(second - 2), line.Sighting(second), "spouse_of", verb);
                return;
            }

            first--;
            while (first >= 0 && second - first < 2 * KinSentence.MostBetween && !line.IsPerson(first) && !Focus.IsPronoun(line[first].Lower)) first--;
            if (first < 0 || !line.IsPerson(first) || !line.IsPerson(second) || !OfficeWords.Is("behind", "verb", sentence.Language) && sentence.Language != "tr") return;
        }

        var who = line.IsPerson(first) ? line[first].Name : line.Subject.Before(verb);
        if (who is not null && line.IsPerson(second)) Add(line.Sighting(who), line.Sighting(second), "spouse_of", verb);
    }

    private void AddAll(IReadOnlyList<string> who, IReadOnlyList<string> whose, string relation, int trigger)
    {
        foreach (var one in who) foreach (var owner in whose) Add(one, owner, relation, trigger);
        if (relation[..relation.IndexOf('_', StringComparison.Ordinal)] is var word && FamilyWords.Gender(word) is not Gender.Unknown and var gender) foreach (var one in who) focus.Genders.Learn(gender, one);
    }

    private void Add(string from, string to, string relation, int trigger)
    {
        if (from == to || !seen.Add((from, to)) || !seen.Add((to, from))) return;
        if (relation == "spouse_of") (owners.Couple, sinceCouple) = ([from, to], 0);
        if (relation is "son_of" or "daughter_of") childOf[to] = from;
        if (relation is "father_of" or "mother_of") childOf[from] = to;
        var speaker = Speakers.Of(text, sentence);
        evidence.Add(new FamilyEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, line[trigger].Span, speaker == from || speaker == to ? null : speaker, "family", from, to, relation));
    }
}
