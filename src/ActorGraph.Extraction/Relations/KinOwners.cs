using ActorGraph.Extraction.Mentions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whose a relative is: by a name, a pronoun or a title before the word or behind it.</summary>
/// <param name="childOf">By parent, the child that the text told of.</param>
internal sealed class KinOwners(KinSentence line, IReadOnlyList<OfficeEvidence> offices, IReadOnlyDictionary<string, string> childOf)
{
    private Gender lastPronoun;
    private bool hasPronoun;

    /// <summary>Whose the relative told before it in the sentence is.</summary>
    public List<string> Last { get; set; } = [];

    /// <summary>The couple told last in the sentence: who "their" means.</summary>
    public List<string> Couple { get; set; } = [];

    /// <summary>"of General Yusuf", "du président": whose the relative is, behind the word; and where that ends.</summary>
    public (List<string> Owners, int End) Behind(int from, int self)
    {
        // "the sister and closest adviser of X".
        if (line.IsAnd(from))
        {
            var joint = from + 1;
            while (joint - from < 5 && joint < line.Count && line[joint].IsWord && !line.Is(joint, "joint") && line.Word(joint) is null && !line.Is(joint, "own")) joint++;
            if (line.Is(joint, "joint") && joint > from + 1) from = joint;
        }

        // "ein Schwager Eggers".
        if (line.Language == "de" && line.IsPerson(from) && !line.IsEnding(from + 1) && !line.Is(from - 2, "own") && line[from].Name!.Name.EndsWith('s') && Bare(from) is { } genitive) return ([genitive], from + 1);
        if (!line.Is(from, "joint") && !(line.Is(from, "posting") && line.Language == "en" && line[from].Lower == "to")) return ([], from);
        var at = from + 1;
        while (at < line.Count && at - from < KinSentence.MostBetween && !line.IsPerson(at) && (line[at].IsWord && !line.IsVerb(at) && !line.IsAnd(at) || line[at].Holds || line.IsEnding(at))) at++;
        // "brother of the bank's founder, X".
        if (line.IsMark(at, ",") && line.IsPerson(at + 1) && at > from + 1 && (Enumerable.Range(from + 1, at - from - 1).Any(title => line[title].IsWord && Gazetteer.TitleKind(line[title].Lower, line.Language) is not null) || line.Is(from + 1, "article") && !line.Is(from + 1, "definite"))) at++;
        if (line.IsPerson(at))
        {
            // "daughter of X and Y" has two parents; "son of X, and Y" one.
            var owners = new List<string> { line.Sighting(at) };
            var other = at + 2;
            while (line.IsAnd(at + 1) && other < line.Count && other - at < 4 && line[other].IsWord && (Gazetteer.TitleKind(line[other].Lower, line.Language) is not null || line.IsAdjective(other) && line.Word(other) is null)) other++;
            if (line.IsAnd(at + 1) && line.IsPerson(other) && (other + 1 >= line.Count || line[other + 1].Kind == TokenKind.Mark)) owners.Add(line.Sighting(other));
            return (owners, owners.Count == 2 ? other + 1 : at + 1);
        }

        for (var title = from + 1; title < at; title++)
        {
            if (!line[title].IsWord || Kind(title) is not { } kind) continue;
            // "of the president of Chile": not whoever is president of Peru.
            var state = Enumerable.Range(title + 1, at - title - 1).FirstOrDefault(next => line[next].Holds, -1);
            return (line.Namesake(self) ?? (state < 0 ? Called(title, kind, line[from].Span.Start) : CalledOf(title, line.Sighting(state)))) is { } holder ? ([holder], title + 1) : ([], from);
        }

        return ([], from);
    }

    /// <summary>What a word for a person is: an office, a rank, a form of address; whatever else somebody does is told as a rank is.</summary>
    private string? Kind(int at) => Gazetteer.TitleKind(line[at].Lower, line.Language) ?? (line.Is(at, "person") ? "rank" : null);

    /// <summary>The only one told to hold the office there.</summary>
    private string? CalledOf(int title, string of)
    {
        const int MostOffices = 200;
        return offices.TakeLast(MostOffices).Where(office => office.ArticleId == line.Article.Id && office.Of == of && office.Title.Split(' ').Contains(line[title].Lower)).Select(office => office.Person).Distinct().Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>"the president", "the player": whom the article called so, else whom the text is about.</summary>
    private string? Called(int title, string kind, int before)
    {
        if (kind is "office" or "rank" && Holders.Of(line.Text, offices, line[title].Lower, line.Article, before) is { } holder) return holder;
        return kind is "rank" && line.Is(title - 1, "definite") && line.Focus.About is { } about && line.Focus.Persons.Select(line.Sighting).Distinct().Count() == 1 ? line.Sighting(about) : null;
    }

    /// <summary>"Hafter's", "his", "whose", "the president's": whose the relative is, before the word; and where that begins.</summary>
    /// <param name="self">Who is told to be the relative, -1 where nobody is named.</param>
    public (List<string> Owners, int Start) Before(int first, int behind, int self)
    {
        var at = first - 1;
        // "his predecessor and uncle, X".
        if (at > 1 && line.IsAnd(at) && line[at - 1].IsWord && (line.Is(at - 2, "own") || line.IsEnding(at - 2))) at -= 2;
        if (line.IsEnding(at)) return Possessor(at, first, self);
        if (line.Is(at, "whose")) return (One(Whose(at, behind)), at);
        if (line.Is(at, "their")) return (Both(at), at);
        if (line.Is(at, "own"))
        {
            var owner = Meant(at, self);
            (lastPronoun, hasPronoun) = (Genders.OfPronoun(line[at].Lower, line.Language), owner is not null);
            return (One(owner), at);
        }

        if (line.IsPerson(at) && line.Language is "de" or "nl" && Genitive(at) is { } genitive) return ([genitive], at);
        if ((line.IsAnd(at) || line.Is(at, "along")) && Last.Count > 0) return ([], first);
        // "Ruth Wanjiru and husband Peter", "Ahmet Demir ve eşi Ayşe": nothing but "and" before it.
        if ((line.IsAnd(at) || line.Is(at, "along")) && line.IsPerson(at - 1) && Gazetteer.TitleKind(line[first].Lower, line.Language) != "address") return ([line.Namesake(self) ?? line.Sighting(at - 1)], at);
        if (Having(at) is { } having) return ([having], at);
        // "Eşi Ayşe": the word itself says "his".
        if (line.Language == "tr" && line.IsMark(at, ",") && Enumerable.Range(0, first).LastOrDefault(line.IsPerson, -1) is >= 0 and var near) return ([line.Sighting(near)], first);
        if (line.Language == "tr" && at < 0 && line.Focus.About is { } about) return ([line.Sighting(about)], first);
        return ([], first);
    }

    private static List<string> One(string? owner) => owner is null ? [] : [owner];

    private (List<string> Owners, int Start) Possessor(int ending, int first, int self)
    {
        if (line.IsPerson(ending - 1)) return ([line.Sighting(ending - 1)], ending - 1);
        if (ending < 1 || !line[ending - 1].IsWord) return ([], first);
        var start = line.Is(ending - 2, "article") ? ending - 2 : ending - 1;
        if (line.Is(ending - 1, "couple")) return (Both(ending), start);
        return Kind(ending - 1) is { } kind ? (One(line.Namesake(self) ?? Called(ending - 1, kind, line[ending - 1].Span.Start)), start) : ([], first);
    }

    /// <summary>"X has a cousin, Y", "She leaves a widower, Y, and two sons".</summary>
    private string? Having(int at)
    {
        while (at > 0 && (line.Is(at, "article") || line.Is(at, "count") || line[at].Kind == TokenKind.Number || line[at].Name is { IsDemonym: true } || line.Is(at, "by"))) at--;
        return line.Is(at, "has") && line.Subject.Before(at) is { } subject ? line.Sighting(subject) : null;
    }

    /// <summary>"Webers Bruder": the name with its genitive, whose bare form the text has too.</summary>
    private string? Genitive(int at) => line[at].Name!.Name[^1] == 's' ? Bare(at) ?? line.Sighting(at) : null;

    /// <summary>Who is called so without the last letter.</summary>
    private string? Bare(int at)
    {
        var bare = line[at].Name!.Name[..^1];
        return line.Text.Sightings.FirstOrDefault(sighting => sighting.ArticleId == line.Article.Id && sighting.Type == ActorType.Person && (sighting.Name == bare || sighting.Name.EndsWith(" " + bare, StringComparison.Ordinal) || sighting.Name.StartsWith(bare + " ", StringComparison.Ordinal)))?.Id;
    }

    /// <summary>"X, whose father Y": the name before; where none stands there, the known child of the one who is named.</summary>
    private string? Whose(int at, int behind)
    {
        for (var i = at - 1; i >= 0 && at - i < KinSentence.MostBetween; i--)
        {
            if (line.IsPerson(i)) return line.Sighting(i);
            if (line[i].IsWord && line.IsVerb(i)) break;
        }

        return line.Named(behind) is >= 0 and var named ? childOf.GetValueOrDefault(line.Sighting(named)) ?? Namesake(line[named].Name!) : null;
    }

    /// <summary>The only person of the sentence before who has the same last name.</summary>
    private string? Namesake(NameMention relative)
    {
        var same = line.Focus.Persons.Where(mention => mention.Name.Contains(' ', StringComparison.Ordinal) && mention.Name.Split(' ')[^1] == relative.Name.Split(' ')[^1]).Select(line.Sighting).Distinct().Where(sighting => sighting != line.Sighting(relative)).ToList();
        return same is [var only] ? only : null;
    }

    /// <summary>Whom "his" or "her" means: whom the same pronoun meant before, else the name that the phrase is joined to, else the sentence's subject, else whom the text was about.</summary>
    private string? Meant(int at, int self)
    {
        var gender = Genders.OfPronoun(line[at].Lower, line.Language);
        if (hasPronoun && Last.Count == 1 && lastPronoun == gender) return Last[0];
        // Of several who share the surname one is meant, and nobody else.
        var same = line.Namesakes(self, gender);
        if (same.Count == 1) return same[0];
        return MeantByPlace(at, self, gender, same) is { } meant && (same.Count == 0 || same.Contains(meant)) ? meant : null;
    }

    private string? MeantByPlace(int at, int self, Gender gender, IReadOnlyList<string> same)
    {
        bool Fits(int i) => line.IsPerson(i) && !IsInside(i) && line.Focus.Genders.Fits(line[i].Name!, gender) && (self < 0 || line.Sighting(i) != line.Sighting(self)) && (same.Count == 0 || same.Contains(line.Sighting(i)));
        string? Known() => line.Focus.Meant(gender, self < 0 ? null : line[self].Name) is { } meant ? line.Sighting(meant) : null;
        var first = Enumerable.Range(0, at).FirstOrDefault(line.IsPerson, -1);
        // "With her were the minister, X, and her sister": one pronoun goes on with the other.
        if (Enumerable.Range(0, first < 0 ? at : first).Any(i => line[i].IsWord && Genders.OfPronoun(line[i].Lower, line.Language) is not Gender.Unknown and var told && told == gender) && Known() is { } going) return going;
        var joined = at - 1;
        while (joined > 0 && (line.IsAnd(joined) || line[joined].Is(",") || line.Is(joined, "along"))) joined--;
        if (joined < at - 1 && Fits(joined)) return line.Sighting(joined);
        if (Enumerable.Range(0, at).FirstOrDefault(Fits, -1) is >= 0 and var subject) return line.Sighting(subject);
        // "The officer, whose father is X, came with his brother": the known child of X.
        if (Enumerable.Range(0, at).FirstOrDefault(i => line.IsPerson(i) && childOf.ContainsKey(line.Sighting(i)), -1) is >= 0 and var parent) return childOf[line.Sighting(parent)];
        return Known();
    }

    /// <summary>Whether the name stands only in "whose father X" or ", son of X,".</summary>
    private bool IsInside(int at)
    {
        for (var i = at - 1; i >= 0 && at - i < 6; i--)
        {
            if (line[i].Kind == TokenKind.Mark && !line[i].Is(".") || line.IsPerson(i) || line.IsAnd(i)) return false;
            if (line.Word(i) is null) continue;
            return line.Is(i - 1, "whose") || line.Is(i + 1, "joint") || Enumerable.Range(1, 3).Any(step => line.Is(i - step, "whose"));
        }

        return false;
    }

    private List<string> Both(int at)
    {
        if (Couple.Count == 2) return Couple;
        var here = Enumerable.Range(0, at).Where(line.IsPerson).Select(line.Sighting).Distinct().ToList();
        if (here.Count >= 2) return here[^2..];
        if (here.Count > 0) return [];
        var last = line.Focus.Persons.Select(line.Sighting).Distinct().Take(3).ToList();
        // "She met Y, whom she married. Their son": whom the text is about, and the other.
        if (last.Count == 1 && line.Focus.About is { } about && line.Sighting(about) != last[0]) last.Add(line.Sighting(about));
        return last.Count == 2 ? last : [];
    }
}
