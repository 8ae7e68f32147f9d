using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>What a run of capitalised words names, by the words around it, by what is known of names, and by the rest of the document.</summary>
internal sealed class NameTypes(string text, DocumentEvidence evidence, TaggerEvidence tagger)
{
    /// <summary>By which a German noun is told that is no name.</summary>
    private static readonly string[] NounEndings = [.. NameWords.Of("noun-ending")];

    /// <summary>What is aimed at somebody in Dutch: "kritiek op", not "vakantie op".</summary>
    private static readonly HashSet<string> Aims = NameWords.Of("aim").ToHashSet(StringComparer.Ordinal);

    /// <summary>"Eastern", "Noord": a part of the place that follows.</summary>
    private static readonly HashSet<string> Directions = [.. Tables.Rows("directions.tsv").Select(row => row[0])];

    private static readonly Dictionary<string, HashSet<string>> CollectiveAdjectives = Tables.ByLanguage("collective-adjectives.tsv");

    /// <summary>By which a Dutch or German compound is told that names a place.</summary>
    private static readonly string[] PlaceEndings = [.. NameWords.Of("place-ending")];

    private static readonly string[] Leads = [.. NameWords.Of("led-noun")];

    /// <summary>How much the tagger must outweigh before a name of several words, or one that stands again and again, is no person's; and how much makes a name of a word of which nothing is known, inside a sentence and where one begins.</summary>
    private const int PersonOfWord = 70;
    private const int NotIntroduced = -120;
    private const int EnoughAtStart = 110;

    /// <param name="hasTitle">An office or rank stands right before it.</param>
    public Reading Of(Sentence sentence, int at, int run, bool hasTitle)
    {
        var words = sentence.Words;
        var before = at > 0 && words[at].Span.Start - words[at - 1].Span.End == 1 ? words[at - 1].Lower : "";
        if (run > 2 && words.Skip(at).Take(run).Any(word => word.Text == "&")) return Known(ActorType.Organization);
        var name = sentence.Form(text, at, run);
        var city = Gazetteer.City(name);
        var isIntroduced = Gazetteer.IsGivenName(words[at].Text) && run > 1 || evidence.IsPerson(words[at + run - 1].Text);
        if (Gazetteer.Noun(before, sentence.Language) is { } cue && !(hasTitle && cue == ActorType.Place) && !(cue == ActorType.Organization && Gazetteer.IsGivenName(words[at].Text) && run > 1 && isIntroduced)) return Stated(cue);
        if (!isIntroduced && sentence.Language == "en" && text.AsSpan(words[at + run - 1].Span.End) is var behind && behind.StartsWith("-", StringComparison.Ordinal))
        {
            if (behind.StartsWith("-based ", StringComparison.Ordinal)) return Known(ActorType.Place);
            if (city is null && (behind.StartsWith("-owned ", StringComparison.Ordinal) || behind.StartsWith("-backed ", StringComparison.Ordinal) || behind.StartsWith("-listed ", StringComparison.Ordinal))) return Guess(ActorType.Organization);
        }

        if (IsPresented(sentence, at, run)) return Known(ActorType.Person);
        if (ClassBefore(sentence, at) is { } kind && !isIntroduced && !hasTitle) return Stated(kind);
        if (run > 1 && !hasTitle && !IsAnnounced(sentence, at) && (Gazetteer.IsEventWord(words[at].Lower) && !Gazetteer.IsGivenName(words[at].Text) || Gazetteer.IsEventWord(words[at + run - 1].Lower) || words.Skip(at).Take(run).All(word => Gazetteer.IsPortfolio(word.Lower, sentence.Language)))) return None;
        if (run == 2 && hasTitle && sentence.Language == "en" && Gazetteer.IsPlaceWord(words[at + 1].Lower) && !Gazetteer.IsGivenName(words[at].Text)) return Known(ActorType.Place);
        if (IsLedByTitle(sentence, at + run) && city is not { Size: >= 5 }) return Stated(ActorType.Organization);
        if (hasTitle && run == 1 && Gazetteer.IsHeadWord(words[at].Lower) && !evidence.IsPerson(words[at].Text)) return None;
        // "İki bakan Sofya'da": the town is where, and no name of theirs.
        if (hasTitle && sentence.Language == "tr" && run == 1 && city is not null && IsLocated(sentence, at, run, "") && !evidence.IsPerson(name)) return Known(ActorType.Place);
        if (hasTitle || IsLed(words[at].Span.Start, sentence)) return Stated(ActorType.Person);
        if (CueAround(sentence, at, run) is { } told && (city is not { Size: >= 5 } || told == ActorType.Place)) return Stated(told);
        if (NameContexts.Of(text, sentence, at, run) is { } context && Fits(context)) return Stated(context);
        if (run > 1 && words[at].Text is "Ter" or "Ten" && IsLocated(sentence, at, run, before)) return Known(ActorType.Place);
        if (run > 1 && words[at].Text is "Van" or "Von" or "Ter" or "Ten" && !Gazetteer.IsOrganizationHead(words[at + run - 1].Lower, sentence.Language) && city is null) return Known(ActorType.Person);
        if (run > 2 && Gazetteer.IsPlaceWord($"{words[at + run - 2].Lower} {words[at + run - 1].Lower}")) return Known(ActorType.Place);
        if (run > 1 && (Gazetteer.IsPlaceWord(words[at + run - 1].Lower) && !(sentence.Language is "es" or "fr" && Gazetteer.IsGivenName(words[at].Text)) || Gazetteer.IsPlaceWord(words[at].Lower) && !Gazetteer.IsGivenName(words[at].Text) && Gazetteer.CueAfter(words[at + run - 1].Lower, sentence.Language) != ActorType.Organization)) return Known(ActorType.Place);
        var isLocated = IsLocated(sentence, at, run, before);
        return run > 1 ? OfRun(sentence, at, run, name, before, isLocated) : OfWord(sentence, at, name, isLocated, before);

        bool Fits(ActorType context) => context switch
        {
            ActorType.Vessel => true,
            ActorType.Place => city is not null || !isIntroduced,
            ActorType.Person => city is not { Size: >= 5 } && !IsLocated(sentence, at, run, before) && !IsVocabulary(words[at], run, sentence.Language),
            // "shares in …", "an analyst at …": what stands before the name says it of the small word too.
            _ => !isIntroduced && city is not { Size: >= 4.9 } && (!IsLocated(sentence, at, run, before) || NameContexts.Ahead(sentence, at) == ActorType.Organization) && !IsVocabulary(words[at], run, sentence.Language),
        };
    }

    /// <summary>"el partido opositor …", "la compagnie minière …": a noun with its adjective, in languages where that follows.</summary>
    private static ActorType? ClassBefore(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (sentence.Language is not ("es" or "fr") || at < 2 || !words[at].IsJoined || !words[at - 1].IsJoined || words[at - 1].IsCapital || words[at - 1].Text.Length < 4) return null;
        if (Gazetteer.IsFunctionWord(words[at - 1].Lower, sentence.Language) || Gazetteer.TitleKind(words[at - 1].Lower, sentence.Language) is not null) return null;
        return Gazetteer.Cue(words[at - 2].Lower, sentence.Language) is ActorType.Organization ? ActorType.Organization : null;
    }

    /// <summary>"Riccardo Maia, Leiter der …", "Annalena Berg (SPD)": two words, and behind them an office across a comma or a party in brackets.</summary>
    public bool IsPresented(Sentence sentence, int at, int run)
    {
        var words = sentence.Words;
        var next = at + run;
        if (run != 2 || next >= words.Count || sentence.IsCapitals || !words[at + 1].IsJoined || !words[at + 1].IsCapital || words[at].IsAcronym || words[at + 1].IsAcronym || Gazetteer.IsFunctionWord(words[at].Lower, sentence.Language) || Gazetteer.IsOrganizationHead(words[at + 1].Lower, sentence.Language) || Gazetteer.TitleKind(words[at].Lower, sentence.Language) is not null || Gazetteer.IsPlaceWord(words[at + 1].Lower)) return false;
        var gap = text.AsSpan(words[next - 1].Span.End, words[next].Span.Start - words[next - 1].Span.End);
        if (gap is " (") return words[next].Span.End < text.Length && text[words[next].Span.End] == ')' && Gazetteer.WellKnown(words[next].Text) is { Type: ActorType.Organization };
        return gap is ", " && sentence.Language == "de" && Gazetteer.TitleKind(words[next].Lower, "de") == "office" && Gazetteer.Country(words[at].Text, "de") is null;
    }

    /// <summary>A single word that is an ordinary one, though capitalised.</summary>
    private static bool IsVocabulary(Word word, int run, string language)
        => run == 1 && (Gazetteer.IsHeadWord(word.Lower) || Gazetteer.IsPortfolio(word.Lower, language) || Gazetteer.IsEventWord(word.Lower) || Gazetteer.IsPlaceWord(word.Lower) || Gazetteer.IsFunctionWord(word.Lower, language));

    /// <summary>"kabinet-Smit", "Regierung-Klein".</summary>
    private bool IsLed(int start, Sentence sentence) => start > sentence.Span.Start + 4 && text[start - 1] == '-' && Leads.Any(lead => text.AsSpan(sentence.Span.Start, start - 1 - sentence.Span.Start).EndsWith(lead, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Shell-topman", "SPD-Chef": whose office it is.</summary>
    public bool IsLedByTitle(Sentence sentence, int next) => next < sentence.Words.Count && sentence.Words[next].Span.Start == sentence.Words[next - 1].Span.End + 1 && text[sentence.Words[next - 1].Span.End] == '-' && Gazetteer.TitleKind(sentence.Words[next].Lower, sentence.Language) is not null;

    private static Reading None => new(null, Sureness.Known);

    private static Reading Known(ActorType type) => new(type, Sureness.Known);

    private static Reading Stated(ActorType type) => new(type, Sureness.Stated);

    private static Reading Guess(ActorType? type, Leaning? leaning = null) => new(type, Sureness.Guess, leaning);

    /// <summary>"the Xinhua news agency", "the town of Labado".</summary>
    private static ActorType? CueAround(Sentence sentence, int at, int run)
    {
        var words = sentence.Words;
        if (at + run < words.Count && Adjacent(words, at + run - 1) && Gazetteer.CueAfter(words[at + run].Lower, sentence.Language) is { } after) return after;
        return at > 1 && Adjacent(words, at - 1) && Adjacent(words, at - 2) && words[at - 1].Lower is "of" or "van" or "von" or "de" or "called" or "named" or "genaamd" or "namens" && Gazetteer.Cue(words[at - 2].Lower, sentence.Language) is { } before
            && (before == ActorType.Place || words[at - 1].Lower is "called" or "named" or "genaamd") ? before : null;
    }

    /// <summary>How many capitalised ordinary words follow here inside a sentence, as in "Georgian Dream", "Aegean Cable": such are names of organizations.</summary>
    public int OrdinaryWords(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var count = 0;
        if (sentence.Language != "en" || sentence.IsCapitals || at >= words.Count || !words[at].IsCapital || !words[at].IsJoined || IsTitleCase(sentence)) return 0;
        while (at + count < words.Count && words[at + count].IsJoined && words[at + count].IsCapital && IsOrdinary(words[at + count])) count++;
        if (count == 0 || at + count < words.Count && words[at + count].IsJoined && words[at + count].IsCapital) return 0;
        return Gazetteer.IsEventWord(words[at + count - 1].Lower) || Gazetteer.IsPlaceWord(words[at + count - 1].Lower) || evidence.IsPerson(words[at].Text) ? 0 : count;
    }

    /// <summary>Whether one word of which nothing is known follows a place's name as part of a longer one.</summary>
    public int OtherWord(Sentence sentence, int at)
    {
        var (words, language) = (sentence.Words, sentence.Language);
        if (at >= words.Count || !words[at].IsJoined || !words[at].IsCapital || words[at].IsAcronym || sentence.IsCapitals || IsTitleCase(sentence)) return 0;
        var isOther = !Gazetteer.IsGivenName(words[at].Text) && !evidence.IsPerson(words[at].Text) && Gazetteer.TitleKind(words[at].Lower, language) is null && Gazetteer.City(words[at].Text) is null && Gazetteer.Country(words[at].Text, language) is null
            && !IsVocabulary(words[at], 1, language) && !Gazetteer.IsGroup(words[at].Lower) && TownDemonyms.Place(sentence, at) is null;
        return isOther && !(at + 1 < words.Count && words[at + 1].IsJoined && words[at + 1].IsCapital) ? 1 : 0;
    }

    private static bool IsOrdinary(Word word) => Gazetteer.IsCommonNoun(word.Lower) && !Gazetteer.IsFunctionWord(word.Lower, "en") && Gazetteer.TitleKind(word.Lower, "en") is null && !Gazetteer.IsGroup(word.Lower) && !Gazetteer.IsGivenName(word.Text) && !word.IsAcronym && Gazetteer.Country(word.Text, "en") is null;

    /// <summary>A heading that writes nearly every word with a capital: there they say little.</summary>
    public static bool IsTitleCase(Sentence sentence)
    {
        const int Few = 4;
        const int Shortest = 7;
        const int MostCapitals = 8;
        if (sentence.Words.Count < Shortest || sentence.IsStopped && sentence.Language is "es" or "fr" or "nl" or "tr") return false;
        var (capitals, small) = (0, 0);
        foreach (var word in sentence.Words)
        {
            if (word.IsCapital) capitals++;
            else if (word.Text.Length > 3 && !Gazetteer.IsFunctionWord(word.Lower, sentence.Language)) small++;
        }

        return capitals >= Few && small * MostCapitals <= capitals;
    }

    public static bool IsDirection(string lower) => Directions.Contains(lower);

    public bool IsNamedAgain(string name)
    {
        var first = text.IndexOf(name, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(name, first + name.Length, StringComparison.Ordinal) >= 0;
    }

    private Reading OfRun(Sentence sentence, int at, int run, string name, string before, bool isLocated)
    {
        var words = sentence.Words;
        var (first, last) = (words[at], words[at + run - 1]);
        var isGiven = Gazetteer.IsGivenName(first.Text);
        if (Gazetteer.City(name) is not null && (isLocated || !isGiven)) return Known(ActorType.Place);
        if (isGiven && IsCollective(sentence, at, run) && last.Lower is "nacional" or "popular" or "liberal" or "nationale" or "populaire") return Known(ActorType.Organization);
        if (isGiven) return before == "in" && run == 2 && tagger.Of(sentence, at, run) is { } there && there.Place > there.Person && !evidence.IsPerson(last.Text) ? Known(ActorType.Place) : Known(ActorType.Person);
        if (words.Skip(at).Take(run).Any(word => evidence.IsPerson(word.Text)) && !isLocated) return Known(ActorType.Person);
        if (sentence.Language == "de" && (at == 0 || !Adjacent(words, at - 1) || !words[at - 1].IsCapital && Gazetteer.IsDeterminer(before))) return Guess(evidence.Known(last.Text));
        if (sentence.Language == "en" && (Gazetteer.IsCommonNoun(last.Lower) || evidence.IsSmallElsewhere(last.Lower)) && !evidence.IsPerson(last.Text)) return (Gazetteer.IsCommonWord(first.Lower) && at == 0 || IsTitleCase(sentence)) && !IsNamedAgain(name) ? None : Known(isLocated ? ActorType.Place : ActorType.Organization);
        if (IsCollective(sentence, at, run) || last.Lower == "international" && !IsTitleCase(sentence)) return Known(ActorType.Organization);
        var leaning = tagger.Of(sentence, at, run);
        if (isLocated) return IsWith(before) ? Guess(sentence.Language == "de" ? ActorType.Organization : ActorType.Place, new Leaning(0, 0, 0)) : Known(ActorType.Place);
        if (Gazetteer.WellKnown(last.Text) is { Type: ActorType.Organization }) return Known(ActorType.Organization);
        if (run > 1 && Gazetteer.WellKnown(last.Text) is { Type: ActorType.Place }) return Known(Directions.Contains(first.Lower) ? ActorType.Place : ActorType.Organization);
        // Who is called "De Wit" is introduced in full; a paper is not.
        if (sentence.Language == "nl" && run == 2 && first.Text is "De" or "Het" && before.Length > 0) return Guess(ActorType.Organization);
        if (IsAnnounced(sentence, at)) return Guess(ActorType.Person, leaning);
        if (Gazetteer.IsDeterminer(before)) return Guess(leaning is { } l && l.Place > l.Organization ? ActorType.Place : ActorType.Organization, leaning);
        if (run == 2 && Gazetteer.City(first.Text) is { } town && town.Size >= (sentence.Language == "tr" ? 4.7 : 5.5) && sentence.Language != "de") return Guess(ActorType.Organization, leaning);
        // "Caixa Galicia", "Radio Kayes".
        if (run == 2 && sentence.Language is "es" or "fr" && Gazetteer.City(last.Text) is { Size: >= 4.9 } && !evidence.IsPerson(last.Text) && !Gazetteer.IsGivenName(last.Text) && at > 0 && Gazetteer.City(first.Text) is null) return Guess(ActorType.Organization);
        return run <= 4 ? Guess(leaning?.TypeFor(PersonOfWord * run) ?? ActorType.Person, leaning) : None;
    }

    /// <summary>"bei Geobra Brandstätter", "bij Vopak": one works with a firm as one is near a town; the rest of the document decides.</summary>
    private static bool IsWith(string before) => before is "bei" or "bij";

    /// <summary>"Renovación Popular", "Alternative citoyenne": a noun and an adjective that says whose cause it is.</summary>
    private static bool IsCollective(Sentence sentence, int at, int run)
    {
        var (first, last) = (sentence.Words[at], sentence.Words[at + run - 1]);
        return CollectiveAdjectives.TryGetValue(sentence.Language, out var own) && own.Contains(last.Lower) && !Gazetteer.IsPlaceWord(first.Lower) && !Gazetteer.IsEventWord(first.Lower) && !IsTitleCase(sentence);
    }

    private Reading OfWord(Sentence sentence, int at, string name, bool isLocated, string before)
    {
        var words = sentence.Words;
        var word = words[at];
        var city = Gazetteer.City(name);
        var isCommon = sentence.Language == "en" && Gazetteer.IsCommonWord(word.Lower) || evidence.IsSmallElsewhere(word.Lower);
        if (sentence.Language == "de" && city is null && Array.Exists(NounEndings, ending => name.EndsWith(ending, StringComparison.Ordinal))) return None;
        // "am Kai", "im Mai": behind such a word a German noun is no name.
        if (sentence.Language == "de" && at > 0 && words[at - 1].Lower is "am" or "im" or "zum" or "zur" or "vom" or "beim" or "ans" or "ins" && Gazetteer.IsGivenName(name) && !evidence.IsPerson(name)) return None;
        if (sentence.Language == "de" && name.LastIndexOf('-') is > 2 and var joint && Gazetteer.IsPlaceWord(name[(joint + 1)..].ToLowerInvariant())) return Known(ActorType.Place);
        if (name.Length < 3 && city is not { Size: >= 5 }) return None;
        if (sentence.Language is "nl" or "de" && Array.Exists(PlaceEndings, ending => name.Length > ending.Length + 3 && name.EndsWith(ending, StringComparison.Ordinal))) return Known(ActorType.Place);
        if (city is not null && isLocated) return Known(ActorType.Place);
        if (city is not null && !isCommon && at > 0 && word.IsJoined && words[at - 1].Lower is "of" or "van" or "von" or "de" && !evidence.IsPerson(name) && !Gazetteer.IsGivenName(name)) return Known(ActorType.Place);
        if (evidence.IsPerson(name) && !isLocated) return Known(ActorType.Person);
        if ((city is { Size: >= 5 } || city is { Size: >= 4.8 } && at > 0 && Adjacent(words, at - 1) && !Gazetteer.IsGivenName(name)) && !isCommon) return Known(ActorType.Place);
        if (isCommon) return Guess(null);
        // "five from Smith's forces": who is a person elsewhere is no place for standing after "from".
        if (city is null && evidence.IsPerson(name) && at > 0 && words[at - 1].Lower is "from" or "uit" or "towards" or "aus" or "nach") return Known(ActorType.Person);
        if (OwnsGovernment(words, at)) return Known(ActorType.Person);
        // Money and people come from organizations too.
        if (isLocated && city is null && at > 0 && words[at - 1].Lower is "from" or "uit") return tagger.Of(sentence, at, 1) is { } l ? Guess(l.Place >= Math.Max(l.Organization, l.Person + NotIntroduced) ? ActorType.Place : ActorType.Organization, l) : Guess(ActorType.Place);
        if (isLocated && city is null && IsWith(before)) return evidence.Known(name) is ActorType.Person || Gazetteer.IsGivenName(name) ? Guess(ActorType.Person) : Guess(sentence.Language == "de" ? ActorType.Organization : ActorType.Place, new Leaning(0, 0, 0));
        if (isLocated && sentence.Language != "de") return Known(ActorType.Place);
        if (evidence.Known(name) is { } known) return Known(known);
        if (Gazetteer.IsGivenName(name)) return Guess(ActorType.Person);
        if (city is not null && evidence.Repeats(name)) return Known(ActorType.Place);
        return Guess(Unknown(sentence, at, name), tagger.Of(sentence, at, 1));
    }

    /// <summary>A word of which nothing is known. Who is a person is introduced in full, so that a word that never stands behind a given name or a title is mostly an organization's.</summary>
    private ActorType? Unknown(Sentence sentence, int at, string name)
    {
        var words = sentence.Words;
        var isInside = at > 0 && (words[at].IsJoined || text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End) is ", ");
        if (sentence.Language == "nl" && isInside && words[at - 1].Lower == "op" && !(at > 1 && Aims.Contains(words[at - 2].Lower))) return ActorType.Place;
        if (IsVocabulary(words[at], 1, sentence.Language) || sentence.IsBoilerplate && !evidence.Repeats(name) || IsPortfolioHere(sentence, at)) return null;
        // "his sons Guy and Prosper": what is listed together is of one kind.
        if (at > 1 && words[at].IsJoined && words[at - 1].Lower is "and" or "en" or "et" or "y" or "ve" or "und" && words[at - 1].IsJoined && words[at - 2].IsCapital && sentence.Language != "de" && (Gazetteer.IsGivenName(words[at - 2].Text) && Gazetteer.City(words[at - 2].Text) is not { Size: >= 5 } || evidence.IsPerson(words[at - 2].Text))) return ActorType.Person;
        if (at > 1 && text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End) is ", " && IsForeshadowed(words, at - 1)) return ActorType.Person;
        if (tagger.Of(sentence, at, 1) is { } leaning) return leaning.UnknownWord(NotIntroduced, isInside || evidence.Repeats(name) ? 0 : EnoughAtStart);
        if (sentence.Language is "nl" or "tr" && isInside && Gazetteer.IsOrganizationHead(words[at].Lower, sentence.Language)) return ActorType.Organization;
        if (sentence.Language is "fr" or "es" && isInside && Gazetteer.City(name) is { Size: >= 4.3 }) return ActorType.Place;
        return sentence.Language != "de" && (isInside || evidence.Repeats(name)) && !IsTitleCase(sentence) ? ActorType.Organization : null;
    }

    /// <summary>How many words an organization's name has that goes on behind a small word: "Huis voor Klokkenluiders", "Quai d'Orsay".</summary>
    public static int WithJoint(Sentence sentence, int at)
    {
        var (words, language) = (sentence.Words, sentence.Language);
        var next = at + 2;
        if (next < words.Count && words[next].Lower is "the" or "de" or "het" or "la" or "le" or "l" or "el" or "los" or "las" && words[next].IsJoined) next++;
        if (next >= words.Count || !words[at + 1].IsJoined || !words[next].IsJoined || !words[next].IsCapital) return 1;
        var joint = words[at + 1].Text;
        var isJoint = language switch
        {
            "nl" => joint is "van" or "voor" or "tegen" or "zonder", "fr" => joint is "d" or "du" or "des" or "sans", "es" => joint is "de" or "del" or "para" or "por", _ => false,
        };
        var isOther = Gazetteer.IsGivenName(words[next].Text) || words[next].IsAcronym || Gazetteer.City(words[next].Text) is not null || joint != "por" && Gazetteer.Country(words[next].Text, language) is not null || Gazetteer.WellKnown(words[next].Text) is not null || Gazetteer.IsFunctionWord(words[next].Lower, language);
        return isJoint && !isOther ? next + 1 - at : 1;
    }

    /// <summary>"In his speech, …", "Asked about her plans, …": whose it is follows.</summary>
    private static bool IsForeshadowed(IReadOnlyList<Word> words, int last)
    {
        const int HowFar = 6;
        for (var i = last; i >= 0 && last - i < HowFar; i--)
        {
            if (words[i].Lower is "his" or "her" or "zijn" or "haar" or "seiner" or "ihrer" or "seinem" or "ihrem") return true;
            if (!words[i].IsJoined) return false;
        }

        return false;
    }

    /// <summary>"China's ambassador to Nepal, …": an office, and behind a comma who holds it.</summary>
    private bool IsAnnounced(Sentence sentence, int at)
    {
        const int HowFar = 7;
        var words = sentence.Words;
        if (at < 2 || text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End) is not ", ") return false;
        for (var i = at - 1; i >= 0 && at - i < HowFar; i--)
        {
            if (Gazetteer.TitleKind(words[i].Lower, sentence.Language) is "office" && !Gazetteer.IsPortfolio(words[i].Lower, sentence.Language)) return true;
            if (!words[i].IsJoined) return false;
        }

        return false;
    }

    /// <summary>"ministre des Ressources animales": what an office is for.</summary>
    private static bool IsPortfolioHere(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var joint = at - 1;
        while (joint > 0 && words[joint].Lower is "la" or "le" or "l" or "the" or "het") joint--;
        return joint > 0 && words[joint].Lower is "de" or "des" or "du" or "d" or "of" or "for" or "van" or "voor" or "für" or "del" && words[joint - 1].Lower is "minister" or "ministre" or "ministro" or "ministra" or "viceministro" or "viceministra" or "ministerin" or "staatssecretaris" or "secretary" or "ministers" or "ministres" or "ministros";
    }

    /// <summary>"the Smith government": called after whoever leads it.</summary>
    private static bool OwnsGovernment(IReadOnlyList<Word> words, int at)
        => at > 0 && at + 1 < words.Count && Adjacent(words, at - 1) && Adjacent(words, at) && words[at - 1].Lower is "the" && words[at + 1].Text is "government" or "administration" or "cabinet" or "presidency" or "camp" or "family" or "clan" or "regime" && Gazetteer.City(words[at].Text) is not { Size: >= 4.8 };

    private bool IsLocated(Sentence sentence, int at, int run, string before)
    {
        if (DocumentEvidence.IsLocative(before, sentence.Language) || before is "from" or "uit" or "nach" or "aus" or "across" or "outside" or "towards") return true;
        var end = sentence.Words[at + run - 1].Span.End;
        // Turkish says the place with an ending: Ankara'da, Van'dan.
        return sentence.Language == "tr" && end + 2 < text.Length && text[end] is '\'' or '’' && text[end + 1] is 'd' or 't' && text[end + 2] is 'a' or 'e';
    }

    /// <summary>Whether the word and the next are apart by no more than a space, an initial's dot, or a space written as an entity.</summary>
    public static bool Adjacent(IReadOnlyList<Word> words, int at) => words[at + 1].IsJoined;
}
