using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Finds names sentence by sentence: runs of capitalised words, cut where titles, demonyms and common words stand, typed by the evidence around them.</summary>
internal sealed class NameFinder
{
    private static readonly HashSet<string> Particles = ["al", "el", "bin", "ben", "ibn", "van", "von", "der", "den", "de", "di", "da", "dos", "del", "du", "ter", "ten", "abu", "bint", "ul", "ud", "st", "la", "le"];
    private static readonly HashSet<string> Joints = ["of", "for", "van", "voor", "de", "des", "du", "la", "le", "für", "der", "des", "del", "para", "and", "the", "of the", "y", "en", "et", "pour", "und", "den"];

    private readonly AnnotatedText text;
    private readonly DocumentEvidence evidence;
    private readonly List<NameMention> found = [];

    private NameFinder(AnnotatedText text) => (this.text, evidence) = (text, DocumentEvidence.Of(text));

    public static AnnotatedText Find(AnnotatedText text)
    {
        var finder = new NameFinder(text);
        foreach (var sentence in text.Sentences) finder.Read(sentence);
        var mentions = ShortNames.Complete(text, finder.found);
        return text with { Mentions = mentions };
    }

    private void Read(Sentence sentence)
    {
        var words = sentence.Words;
        for (var i = 0; i < words.Count;)
        {
            if (CountryAt(sentence, i) is { } country)
            {
                // "Turkish National Defence Ministry" is one name; "Turkish Foreign Minister" is not.
                var longer = country.Mention.IsDemonym && words[i].IsCapital && !sentence.IsCapitals ? OrganizationFrom(sentence, i) : 0;
                if (longer > 1)
                {
                    Add(sentence, i, longer, ActorType.Organization, null);
                    i += longer;
                    continue;
                }

                found.Add(country.Mention);
                i += country.Count;
                continue;
            }

            if (!words[i].IsCapital || sentence.IsCapitals && evidence.Known(words[i].Text) is null)
            {
                i++;
                continue;
            }

            i += Math.Max(1, NameAt(sentence, i));
        }
    }

    private (NameMention Mention, int Count)? CountryAt(Sentence sentence, int at)
    {
        for (var count = Math.Min(Gazetteer.MaxCountryWords, sentence.Words.Count - at); count > 0; count--)
        {
            var span = Span(sentence, at, count);
            var form = sentence.IsCapitals ? Capitalised(span.Of(text.Text)) : span.Of(text.Text);
            if (Gazetteer.Country(form, sentence.Language) is not { } country || evidence.IsPartOfPerson(sentence, at, count)) continue;
            if (count == 1 && sentence.Words[at].IsAcronym && form.Length == 2 && form is not ("US" or "UK" or "VS")) continue;
            return (new NameMention(span, ActorType.Country, form, country.Iso2, country.IsDemonym, null, sentence.IsBoilerplate), count);
        }

        return null;
    }

    private static string Capitalised(string form) => string.Join(' ', form.Split(' ').Select(word => word.Length > 3 ? word[0] + word[1..].ToLowerInvariant() : word));

    /// <summary>Reads the name that may begin here; returns how many words it took.</summary>
    private int NameAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (Gazetteer.IsVesselPrefix(words[at].Text) && at + 1 < words.Count && words[at + 1].IsCapital && Adjacent(words, at))
        {
            var length = 2;
            while (at + length < words.Count && words[at + length].IsCapital && Adjacent(words, at + length - 1) && words[at + length].Lower != "ship") length++;
            Add(sentence, at, length, ActorType.Vessel, null);
            return length;
        }

        for (var count = 3; count >= 1; count--)
        {
            if (at + count <= words.Count && Gazetteer.WellKnown(Span(sentence, at, count).Of(text.Text)) is { } known)
            {
                var longer = known.Type == ActorType.Organization ? OrganizationFrom(sentence, at) : 0;
                Add(sentence, at, Math.Max(count, longer), known.Type, null);
                return Math.Max(count, longer);
            }
        }

        var organization = OrganizationFrom(sentence, at);
        if (organization > 0)
        {
            Add(sentence, at, organization, ActorType.Organization, null);
            return organization;
        }

        var titles = TitlesAt(sentence, at);
        if (titles > 0) return titles;
        return PlainName(sentence, at);
    }

    private int TitlesAt(Sentence sentence, int at)
    {
        var count = 0;
        while (at + count < sentence.Words.Count && Gazetteer.TitleKind(sentence.Words[at + count].Lower, sentence.Language) is not null && sentence.Words[at + count].Lower is not "m" ) count++;
        return count;
    }

    private int PlainName(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var run = Run(sentence, at);
        if (run > 1 && IsSentenceWord(sentence, at)) return 1;
        if (run == 1 && IsSentenceWord(sentence, at) && evidence.Known(words[at].Text) is null) return 1;
        var name = Span(sentence, at, run).Of(text.Text);
        var title = TitleBefore(sentence, at);
        var type = TypeOf(sentence, at, run, name, title is not null);
        if (type is null) return run == 1 ? 1 : run;
        Add(sentence, at, run, type.Value, type == ActorType.Person ? title : null);
        return run;
    }

    /// <summary>How many words from here are one name: capitals, joined by particles.</summary>
    private int Run(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var count = 1;
        while (at + count < words.Count && Adjacent(words, at + count - 1))
        {
            var next = words[at + count];
            var isParticleName = next.Text.Contains('-', StringComparison.Ordinal) && Particles.Contains(next.Text.Split('-')[0]) && char.IsUpper(next.Text[next.Text.IndexOf('-', StringComparison.Ordinal) + 1]);
            if (next.IsCapital || isParticleName)
            {
                if (Gazetteer.TitleKind(next.Lower, sentence.Language) is not null && !Gazetteer.IsGivenName(next.Text)) break;
                count++;
                continue;
            }

            // van de Kerkhof: particles in the middle belong to the name.
            var particles = 0;
            while (at + count + particles < words.Count && Particles.Contains(words[at + count + particles].Text) && Adjacent(words, at + count + particles - 1)) particles++;
            if (particles == 0 || at + count + particles >= words.Count || !words[at + count + particles].IsCapital || !Adjacent(words, at + count + particles - 1)) break;
            if (sentence.Language is "fr" or "es" && words[at + count].Text is "de" or "del" or "du" or "la" or "le" && !Gazetteer.IsGivenName(words[at].Text)) break;
            count += particles + 1;
        }

        return count;
    }

    /// <summary>Words of the organization's name that begins here, 0 where none does.</summary>
    private int OrganizationFrom(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var (count, lastCapital, hasHead, headIsFirst) = (0, 0, false, false);
        while (at + count < words.Count && (count == 0 || Adjacent(words, at + count - 1)))
        {
            var word = words[at + count];
            if (word.IsCapital || Gazetteer.IsOrganizationHead(word.Lower, sentence.Language) && count > 0 && lastCapital == count && sentence.Language == "en" && word.Lower == "intelligence")
            {
                if (count == 0 && IsSentenceWord(sentence, at) && !Gazetteer.IsOrganizationHead(word.Lower, sentence.Language) && Gazetteer.Country(word.Text, sentence.Language) is null) return 0;
                if (Gazetteer.TitleKind(word.Lower, sentence.Language) == "office" && !Gazetteer.IsOrganizationHead(word.Lower, sentence.Language) && IsTitleHere(sentence, at + count)) break;
                if (hasHead && !headIsFirst && count == lastCapital && !Gazetteer.IsOrganizationHead(word.Lower, sentence.Language)) break;
                var isHead = Gazetteer.IsOrganizationHead(word.Lower, sentence.Language);
                headIsFirst |= isHead && count == 0;
                hasHead |= isHead;
                count++;
                lastCapital = count;
                continue;
            }

            if (!hasHead || !Joints.Contains(word.Text) || count - lastCapital >= 2) break;
            count++;
        }

        if (!hasHead || lastCapital == 0) return 0;
        if (lastCapital == 1 && !evidence.Repeats(words[at].Text)) return 0;
        return lastCapital;
    }

    /// <summary>"Foreign Minister Tsereladze": a title that a name follows, not "Ministry of the Prime Minister".</summary>
    private static bool IsTitleHere(Sentence sentence, int at)
    {
        var next = at + 1;
        while (next < sentence.Words.Count && Gazetteer.TitleKind(sentence.Words[next].Lower, sentence.Language) is not null) next++;
        return next >= sentence.Words.Count || sentence.Words[next].IsCapital || sentence.Words[next].Lower is not ("of" or "van" or "de");
    }

    /// <summary>The title words right before the name: "Turkish President" gives "President".</summary>
    private TextSpan? TitleBefore(Sentence sentence, int at)
    {
        var first = at;
        while (first > 0 && Gazetteer.TitleKind(sentence.Words[first - 1].Lower, sentence.Language) is not null && Adjacent(sentence.Words, first - 1, allowsDot: true)) first--;
        return first == at ? null : new TextSpan(sentence.Words[first].Span.Start, sentence.Words[at - 1].Span.End);
    }

    private ActorType? TypeOf(Sentence sentence, int at, int run, string name, bool hasTitle)
    {
        var words = sentence.Words;
        if (run == 1 && words[at].IsAcronym) return Gazetteer.City(name) is null && !sentence.IsCapitals && name.Length <= 8 ? ActorType.Organization : null;
        if (hasTitle) return ActorType.Person;
        if (Gazetteer.IsPlaceWord(words[at + run - 1].Lower, sentence.Language) || Gazetteer.IsPlaceWord(words[at].Lower, sentence.Language)) return ActorType.Place;
        var before = at > 0 ? words[at - 1].Lower : "";
        var isLocated = before is "in" or "at" or "near" or "from" or "te" or "bij" or "uit" or "nach" or "aus" or "à" or "en";
        var city = Gazetteer.City(name);
        if (run > 1)
        {
            if (city is not null && (isLocated || !Gazetteer.IsGivenName(words[at].Text))) return ActorType.Place;
            if (sentence.Language == "de" && !Gazetteer.IsGivenName(words[at].Text)) return evidence.Known(name);
            if (Gazetteer.IsGivenName(words[at].Text)) return ActorType.Person;
            if (isLocated) return ActorType.Place;
            if (before is "the" or "der" or "die" or "das" or "het" or "la" or "el") return ActorType.Organization;
            return run <= 4 ? ActorType.Person : null;
        }

        if (evidence.Known(name) is { } known) return known;
        if (city is { Size: >= 5 } || city is not null && isLocated) return ActorType.Place;
        if (isLocated && sentence.Language != "de" && name.Length > 3 && !Gazetteer.IsCommonWord(words[at].Lower)) return ActorType.Place;
        if (at + 1 < words.Count && words[at + 1].Lower is "said" or "told" or "added" or "says" && !Gazetteer.IsCommonWord(words[at].Lower)) return ActorType.Person;
        return null;
    }

    /// <summary>Whether the word is capital only because a sentence begins with it.</summary>
    private static bool IsSentenceWord(Sentence sentence, int at)
    {
        if (at > 0 && Adjacent(sentence.Words, at - 1)) return Gazetteer.IsCommonWord(sentence.Words[at].Lower) && sentence.Words[at].Text.Length <= 3;
        return Gazetteer.IsCommonWord(sentence.Words[at].Lower) && !Gazetteer.IsGivenName(sentence.Words[at].Text);
    }

    private static bool Adjacent(IReadOnlyList<Word> words, int at, bool allowsDot = false)
    {
        var gap = words[at + 1].Span.Start - words[at].Span.End;
        return gap == 1 || allowsDot && gap == 2;
    }

    private static TextSpan Span(Sentence sentence, int at, int count) => new(sentence.Words[at].Span.Start, sentence.Words[at + count - 1].Span.End);

    private void Add(Sentence sentence, int at, int count, ActorType type, TextSpan? title)
    {
        var span = Span(sentence, at, count);
        var name = span.Of(text.Text);
        var iso = type == ActorType.Place ? Gazetteer.City(name)?.Iso2 : null;
        found.Add(new NameMention(span, type, name, iso, false, title, sentence.IsBoilerplate));
    }
}
