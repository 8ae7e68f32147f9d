using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>What a run of capitalised words names, by the words around it, by what is known of names, and by the rest of the document.</summary>
internal sealed class NameTypes(string text, DocumentEvidence evidence)
{
    private static readonly HashSet<string> Events = ["cyclone", "hurricane", "typhoon", "storm", "operation", "treaty", "cup", "tropensturm", "orkaan", "cycloon", "ouragan", "huracán", "ciclón", "order", "medal", "prize", "award", "act", "agreement", "accord", "accords", "protocol", "declaration"];

    /// <param name="hasTitle">An office or rank stands right before it.</param>
    public ActorType? Of(Sentence sentence, int at, int run, bool hasTitle)
    {
        var words = sentence.Words;
        var before = at > 0 && words[at].Span.Start - words[at - 1].Span.End == 1 ? words[at - 1].Lower : "";
        if (Gazetteer.Cue(before, sentence.Language) is { } cue && !(hasTitle && cue == ActorType.Place) && !(cue == ActorType.Organization && Gazetteer.IsGivenName(words[at].Text) && run > 1 && evidence.IsPerson(words[at + run - 1].Text))) return cue;
        if (run > 1 && (Events.Contains(words[at].Lower) || Events.Contains(words[at + run - 1].Lower) || words.Skip(at).Take(run).All(word => Gazetteer.IsPortfolio(word.Lower, sentence.Language)))) return null;
        if (hasTitle) return ActorType.Person;
        if (run > 1 && (Gazetteer.IsPlaceWord(words[at + run - 1].Lower) || Gazetteer.IsPlaceWord(words[at].Lower) && !Gazetteer.IsGivenName(words[at].Text))) return ActorType.Place;
        var name = new TextSpan(words[at].Span.Start, words[at + run - 1].Span.End).Of(text);
        var isLocated = IsLocated(sentence, at, run, before);
        return run > 1 ? OfRun(sentence, at, run, name, before, isLocated) : OfWord(sentence, at, name, isLocated);
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
        if (isGiven) return ActorType.Person;
        if (sentence.Language == "de") return words.Skip(at).Take(run).Any(word => evidence.IsPerson(word.Text)) ? ActorType.Person : evidence.Known(last.Text);
        if (sentence.Language == "en" && (Gazetteer.IsCommonWord(last.Lower) || evidence.IsSmallElsewhere(last.Lower)) && !evidence.IsPerson(last.Text)) return Gazetteer.IsCommonWord(first.Lower) && at == 0 && !IsNamedAgain(name) ? null : isLocated ? ActorType.Place : ActorType.Organization;
        if (isLocated) return ActorType.Place;
        if (before is "the" or "het" or "der" or "die" or "das" or "la" or "el") return ActorType.Organization;
        return run <= 4 ? ActorType.Person : null;
    }

    private ActorType? OfWord(Sentence sentence, int at, string name, bool isLocated)
    {
        var words = sentence.Words;
        var word = words[at];
        var city = Gazetteer.City(name);
        var isCommon = sentence.Language == "en" && Gazetteer.IsCommonWord(word.Lower) || evidence.IsSmallElsewhere(word.Lower);
        if (name.Length < 3 && city is not { Size: >= 5 }) return null;
        if (city is not null && isLocated) return ActorType.Place;
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
        return sentence.Language is "en" or "nl" && evidence.Repeats(name) && at > 0 && Adjacent(words, at - 1) && words[at - 1].Lower is not ("the" or "a" or "an" or "de" or "het" or "een") ? ActorType.Person : null;
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
    public static bool Adjacent(IReadOnlyList<Word> words, int at)
    {
        var gap = words[at + 1].Span.Start - words[at].Span.End;
        return gap == 1 || gap == 2 && words[at].Text.Length == 1 && words[at].IsCapital;
    }
}
