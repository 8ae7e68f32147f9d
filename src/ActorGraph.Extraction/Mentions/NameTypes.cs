using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>What a run of capitalised words names, by the words around it, by what is known of names, and by the rest of the document.</summary>
internal sealed class NameTypes(string text, DocumentEvidence evidence, TaggerEvidence tagger)
{
    /// <summary>By which a German noun is told that is no name.</summary>
    private static readonly string[] NounEndings = ["ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät", "täten", "ismus", "nis", "nisse", "ment"];

    /// <summary>How much the tagger must outweigh before a name of several words, or one that stands again and again, is no person's; and how much makes a name of a word of which nothing is known, inside a sentence and where one begins.</summary>
    private const int PersonOfWord = 70;
    private const int PersonOften = 100;
    private const int Enough = 60;
    private const int EnoughAtStart = 110;

    /// <param name="hasTitle">An office or rank stands right before it.</param>
    public ActorType? Of(Sentence sentence, int at, int run, bool hasTitle)
    {
        var words = sentence.Words;
        var before = at > 0 && words[at].Span.Start - words[at - 1].Span.End == 1 ? words[at - 1].Lower : "";
        if (run > 2 && words.Skip(at).Take(run).Any(word => word.Text == "&")) return ActorType.Organization;
        if (Gazetteer.Cue(before, sentence.Language) is { } cue && !(hasTitle && cue == ActorType.Place) && !(cue == ActorType.Organization && Gazetteer.IsGivenName(words[at].Text) && run > 1 && evidence.IsPerson(words[at + run - 1].Text))) return cue;
        if (run > 1 && (Gazetteer.IsEventWord(words[at].Lower) || Gazetteer.IsEventWord(words[at + run - 1].Lower) || words.Skip(at).Take(run).All(word => Gazetteer.IsPortfolio(word.Lower, sentence.Language)))) return null;
        if (hasTitle) return ActorType.Person;
        if (CueAround(sentence, at, run) is { } told) return told;
        if (run > 1 && words[at].Text is "Van" or "Von" or "Ter" or "Ten" && !Gazetteer.IsOrganizationHead(words[at + run - 1].Lower) && Gazetteer.City(sentence.Form(text, at, run)) is null) return ActorType.Person;
        if (run > 1 && (Gazetteer.IsPlaceWord(words[at + run - 1].Lower) || Gazetteer.IsPlaceWord(words[at].Lower) && !Gazetteer.IsGivenName(words[at].Text))) return ActorType.Place;
        var name = sentence.Form(text, at, run);
        var isLocated = IsLocated(sentence, at, run, before);
        return run > 1 ? OfRun(sentence, at, run, name, before, isLocated) : OfWord(sentence, at, name, isLocated);
    }

    /// <summary>"the Xinhua news agency", "the town of Labado".</summary>
    private static ActorType? CueAround(Sentence sentence, int at, int run)
    {
        var words = sentence.Words;
        if (at + run < words.Count && Adjacent(words, at + run - 1) && Gazetteer.CueAfter(words[at + run].Lower, sentence.Language) is { } after) return after;
        return at > 1 && Adjacent(words, at - 1) && Adjacent(words, at - 2) && words[at - 1].Lower is "of" or "van" or "von" or "de" or "called" or "named" or "genaamd" or "namens" && Gazetteer.Cue(words[at - 2].Lower, sentence.Language) is { } before
            && (before == ActorType.Place || words[at - 1].Lower is "called" or "named" or "genaamd") ? before : null;
    }

    public bool IsNamedAgain(string name)
    {
        var first = text.IndexOf(name, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(name, first + name.Length, StringComparison.Ordinal) >= 0;
    }

    private ActorType? OfRun(Sentence sentence, int at, int run, string name, string before, bool isLocated)
    {
        var words = sentence.Words;
        var (first, last) = (words[at], words[at + run - 1]);
        var isGiven = Gazetteer.IsGivenName(first.Text);
        if (Gazetteer.City(name) is not null && (isLocated || !isGiven)) return ActorType.Place;
        if (isGiven) return before == "in" && tagger.Of(sentence, at, run) is { } there && there.Place > there.Person && !evidence.IsPerson(last.Text) ? ActorType.Place : ActorType.Person;
        if (words.Skip(at).Take(run).Any(word => evidence.IsPerson(word.Text)) && !isLocated) return ActorType.Person;
        if (sentence.Language == "de" && (at == 0 || !Adjacent(words, at - 1) || !words[at - 1].IsCapital && Gazetteer.IsDeterminer(before))) return evidence.Known(last.Text);
        if (sentence.Language == "en" && (Gazetteer.IsCommonWord(last.Lower) || evidence.IsSmallElsewhere(last.Lower)) && !evidence.IsPerson(last.Text)) return Gazetteer.IsCommonWord(first.Lower) && at == 0 && !IsNamedAgain(name) ? null : isLocated ? ActorType.Place : ActorType.Organization;
        var leaning = tagger.Of(sentence, at, run);
        if (isLocated) return ActorType.Place;
        if (run > 1 && Gazetteer.WellKnown(last.Text) is { Type: ActorType.Place }) return ActorType.Organization;
        if (Gazetteer.IsDeterminer(before)) return leaning is { } l && l.Place > l.Organization ? ActorType.Place : ActorType.Organization;
        return run <= 4 ? leaning?.TypeFor(PersonOfWord * run) ?? ActorType.Person : null;
    }

    private ActorType? OfWord(Sentence sentence, int at, string name, bool isLocated)
    {
        var words = sentence.Words;
        var word = words[at];
        var city = Gazetteer.City(name);
        var isCommon = sentence.Language == "en" && Gazetteer.IsCommonWord(word.Lower) || evidence.IsSmallElsewhere(word.Lower);
        if (sentence.Language == "de" && city is null && Array.Exists(NounEndings, ending => name.EndsWith(ending, StringComparison.Ordinal))) return null;
        if (name.Length < 3 && city is not { Size: >= 5 }) return null;
        if (city is not null && isLocated) return ActorType.Place;
        if (city is not null && !isCommon && at > 0 && word.IsJoined && words[at - 1].Lower is "of" or "van" or "von" or "de" && !evidence.IsPerson(name) && !Gazetteer.IsGivenName(name)) return ActorType.Place;
        if (evidence.IsPerson(name) && !isLocated) return ActorType.Person;
        if ((city is { Size: >= 5 } || city is { Size: >= 4.8 } && at > 0 && Adjacent(words, at - 1) && !Gazetteer.IsGivenName(name)) && !isCommon) return ActorType.Place;
        if (isCommon) return null;
        // "five from Smith's forces": who is a person elsewhere is no place for standing after "from".
        if (city is null && evidence.IsPerson(name) && at > 0 && words[at - 1].Lower is "from" or "uit" or "towards" or "aus" or "nach") return ActorType.Person;
        if (OwnsGovernment(words, at)) return ActorType.Person;
        if (isLocated && sentence.Language != "de") return ActorType.Place;
        if (evidence.Known(name) is { } known) return known;
        if (Gazetteer.IsGivenName(name)) return ActorType.Person;
        if (city is not null && evidence.Repeats(name)) return ActorType.Place;
        // A word that is a name and stands again and again without an article is mostly a person's.
        var isOften = sentence.Language is "en" or "nl" && evidence.Repeats(name) && at > 0 && Adjacent(words, at - 1) && words[at - 1].Lower is not ("the" or "a" or "an" or "de" or "het" or "een");
        return tagger.Of(sentence, at, 1) is { } leaning ? leaning.TypeFor(isOften ? PersonOften : 0, isOften ? 0 : word.IsJoined ? Enough : EnoughAtStart) : isOften ? ActorType.Person : null;
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
