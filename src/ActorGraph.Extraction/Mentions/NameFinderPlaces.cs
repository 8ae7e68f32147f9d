using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Countries, towns and waters: names of places that are known or told by the words they hold.</summary>
internal sealed partial class NameFinder
{
    /// <summary>"VALLETTA, 5 March 2020 - …": where a report comes from.</summary>
    private int DatelineAt(Sentence sentence)
    {
        const int LongestTown = 3;
        var words = sentence.Words;
        var count = 1;
        while (count < words.Count && count < LongestTown && words[count].IsJoined && words[count].IsAllCapitals) count++;
        if (Gazetteer.WellKnown(sentence.Form(text.Text, 0, count)) is { Type: not ActorType.Place } || count == 1 && words[0].Text.Length < 4 || CountryAt(sentence, 0) is not null) return 0;
        var line = Dateline().Match(text.Text, words[count - 1].Span.End, Math.Min(120, text.Text.Length - words[count - 1].Span.End));
        var name = string.Join(' ', Enumerable.Range(0, count).Select(i => string.Join('-', words[i].Text.Split('-').Select(part => Capitalised(part, sentence.Language)))));
        if (!line.Success || line.Groups["day"].Length == 0 && Gazetteer.City(name) is null && !evidence.StandsInside(name.Split(' ')[0])) return 0;
        Add(sentence, 0, count, ActorType.Place, null);
        return count;
    }

    [GeneratedRegex(@"\G(?<day>, [^\n\-–—()]{2,40})?(?: \([^)\n]{2,40}\))? ?(?:[-–—]|&[nm]dash;) |\G(?<day>, \d{1,2}[.º]? [^\n.,()]{3,25} \d{4})[.:](?:\s|$)")]
    private static partial Regex Dateline();

    /// <summary>"Republic of Kenya", "REPUBLIC OF THE SUDAN".</summary>
    private int StateAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (!words[at].IsCapital && !sentence.IsCapitals || !StateWords.Contains(words[at].Lower)) return 0;
        var next = at;
        while (next < words.Count && StateWords.Contains(words[next].Lower) && (words[next].IsCapital || sentence.IsCapitals)) next++;
        if (next + 1 >= words.Count || words[next].Lower is not ("of" or "de" or "del" or "du" or "d" or "van" or "der")) return 0;
        next += words[next + 1].Lower is "the" or "la" or "l" ? 2 : 1;
        if (next >= words.Count || CountryAt(sentence, next) is not { Mention.IsDemonym: false } country) return 0;
        var span = Span(sentence, at, next - at + country.Count);
        found.Add(country.Mention with { Span = span });
        return next - at + country.Count;
    }

    private int CountryOrLonger(Sentence sentence, int at, (NameMention Mention, int Count) country)
    {
        var words = sentence.Words;
        var longer = words[at].IsCapital ? organizations.From(sentence, at) : 0;
        // "het Indiase Vrindavan Steel": whose company it is; "de Turkse Marine" is called so.
        if (longer > country.Count + 1 && country.Mention.IsDemonym && sentence.Language == "nl" && words[at + country.Count] is var own && own.Lower[^1] is not ('e' or 's') && !Gazetteer.IsOrganizationHead(own.Lower, "nl") && !Gazetteer.IsPortfolio(own.Lower, "nl")) longer = 0;
        if (longer > country.Count)
        {
            // "Turkish National Defence Ministry" is one name; "Turkish Foreign Minister" is not.
            AddOrganization(sentence, at, longer);
            return longer;
        }

        var next = at + country.Count;
        if (country.Mention.IsDemonym && words[at].IsCapital && types.OrdinaryWords(sentence, next) is > 0 and var ordinary)
        {
            AddOrganization(sentence, at, country.Count + ordinary);
            return country.Count + ordinary;
        }

        // "Kenya Power", "Gabon Review": one word more, where small words around say that it is no heading.
        if (!country.Mention.IsDemonym && words[at].IsCapital && (at > 0 && words[at].IsJoined && !words[at - 1].IsCapital || next + 1 < words.Count && words[next + 1].IsJoined && !words[next + 1].IsCapital)
            && sentence.Language != "de" && Math.Max(types.OrdinaryWords(sentence, next), types.OtherWord(sentence, next)) is > 0 and var more)
        {
            AddOrganization(sentence, at, country.Count + more);
            return country.Count + more;
        }

        if (!country.Mention.IsDemonym && next < words.Count && words[next].IsCapital && Gazetteer.IsPlaceWord(words[next].Lower) && NameTypes.Adjacent(words, next - 1))
        {
            Add(sentence, at, country.Count + 1, ActorType.Place, null);
            return country.Count + 1;
        }

        found.Add(country.Mention);
        return country.Count;
    }

    private (NameMention Mention, int Count)? CountryAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var first = words[at].IsAllCapitals ? Capitalised(words[at].Text, sentence.Language) : words[at].Text;
        if (GenitiveAt(sentence, at) is { } genitive) return (genitive, 1);
        if (!Gazetteer.StartsCountry(first) && !Gazetteer.StartsCountry(words[at].Text) && !words[at].IsAllCapitals) return null;
        for (var count = Math.Min(Gazetteer.MaxCountryWords, words.Count - at); count > 0; count--)
        {
            var span = Span(sentence, at, count);
            var form = sentence.Form(text.Text, at, count);
            if (words[at].IsAllCapitals && form.Length > 3 && Gazetteer.CountryInCapitals(form, sentence.Language) is { } iso) return (new NameMention(span, ActorType.Country, form, iso, false, null, sentence.IsBoilerplate), count);
            if (words[at].IsAllCapitals && form.Length > 3) form = string.Join(' ', form.Split(' ').Select(part => Capitalised(part, sentence.Language)));
            if (Gazetteer.Country(form, sentence.Language) is not { } country || count == 1 && DocumentEvidence.IsGivenNameHere(sentence, at)) continue;
            if (form.Length == 2 && form is not ("US" or "UK" or "VS" or "AB")) continue;
            if (count == 1 && !words[at].IsCapital && !country.IsDemonym) continue;
            return (new NameMention(span, ActorType.Country, form, country.Iso2, country.IsDemonym, null, sentence.IsBoilerplate), count);
        }

        return null;
    }

    /// <summary>"Tschads", "Jordaniens": the ending is no part of the name.</summary>
    private static NameMention? GenitiveAt(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        if (sentence.Language is not ("de" or "nl") || !word.IsCapital || word.Text.Length < 5 || word.Text[^1] != 's' || Gazetteer.Country(word.Text, sentence.Language) is not null) return null;
        if (Gazetteer.City(word.Text[..^1]) is { Size: >= 4.9 } town && Gazetteer.City(word.Text) is null && !Gazetteer.IsFunctionWord(word.Lower, sentence.Language) && !Gazetteer.IsGivenName(word.Text)) return new NameMention(new TextSpan(word.Span.Start, word.Span.End - 1), ActorType.Place, word.Text[..^1], town.Iso2, false, null, sentence.IsBoilerplate);
        return Gazetteer.Country(word.Text[..^1], sentence.Language) is { IsDemonym: false } country
            ? new NameMention(new TextSpan(word.Span.Start, word.Span.End - 1), ActorType.Country, word.Text[..^1], country.Iso2, false, null, sentence.IsBoilerplate) : null;
    }

    /// <summary>"Horn of Africa", "Middle East".</summary>
    private static int PlaceRun(Sentence sentence, int at, int count)
    {
        while (at + count < sentence.Words.Count && sentence.Words[at + count].IsCapital && Gazetteer.IsPlaceWord(sentence.Words[at + count].Lower) && NameTypes.Adjacent(sentence.Words, at + count - 1)) count++;
        return count;
    }

    /// <summary>"port of Benghazi", "haven van Rotterdam".</summary>
    private int HarbourAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (words[at].Lower is "hotel" or "hôtel" or "hostal" && at + 1 < words.Count && words[at + 1].IsCapital && words[at + 1].IsJoined)
        {
            var count = 1 + NameRun.Length(text.Text, sentence, at + 1);
            Add(sentence, at, count, ActorType.Place, null);
            return count;
        }

        if (words[at].Lower is not ("port" or "haven" or "gulf" or "golf" or "hafen") || at + 2 >= words.Count || words[at + 1].Lower is not ("of" or "van" or "von" or "de" or "du") || !words[at + 2].IsCapital) return 1;
        if (Gazetteer.City(words[at + 2].Text) is null && Gazetteer.Country(words[at + 2].Text, sentence.Language) is null) return 1;
        Add(sentence, at, 3, ActorType.Place, null);
        return 3;
    }

    /// <summary>"Horn of Africa", "Gulf of Aden", "Strait of Hormuz".</summary>
    private int WaterAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (at + 2 < words.Count && words[at].Lower is "hotel" or "hôtel" && words[at + 1].Text is "de" or "des" or "du" or "del" && words[at + 2].IsCapital && words[at + 2].IsJoined)
        {
            Add(sentence, at, 3, ActorType.Place, null);
            return 3;
        }

        if (at + 2 >= words.Count || words[at].Lower is not ("horn" or "gulf" or "strait" or "straits" or "sea" or "bay" or "cape" or "isle" or "golfe" or "golfo" or "golf" or "hoorn" or "corne") || words[at + 1].Lower is not ("of" or "de" or "van" or "von") || !words[at + 2].IsCapital) return 0;
        Add(sentence, at, 3, ActorType.Place, null);
        return 3;
    }

    /// <summary>"New Delhi", "Port Sudan": a town whose name has several words, one of which may name something else.</summary>
    private int LongTownAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        // "Edo State", "Lagos State": the state is called so with the word.
        if (sentence.Language == "en" && at + 1 < words.Count && words[at + 1] is { IsJoined: true, Text: "State" } && Gazetteer.City(words[at].Text) is not null && !words[at].IsAllCapitals && !(at + 2 < words.Count && words[at + 2].IsJoined && words[at + 2].IsCapital))
        {
            Add(sentence, at, 2, ActorType.Place, null);
            return 2;
        }

        for (var count = Math.Min(5, words.Count - at); count > 1; count--)
        {
            if (!Enumerable.Range(at + 1, count - 1).All(i => words[i].IsJoined && (words[i].IsCapital || i < at + count - 1 && NameRun.IsParticle(words[i].Text))) || at + count < words.Count && words[at + count].IsJoined && words[at + count].IsCapital) continue;
            if (Gazetteer.City(sentence.Form(text.Text, at, count)) is null || Gazetteer.IsGivenName(words[at].Text) && words.Skip(at).Take(count).All(word => word.IsCapital) || evidence.IsPerson(words[at + count - 1].Text) || Gazetteer.IsHeadWord(words[at + count - 1].Lower) || at == 0 && Gazetteer.IsFunctionWord(words[at].Lower, sentence.Language)) continue;
            Add(sentence, at, count, ActorType.Place, null);
            return count;
        }

        return 0;
    }

    private int TownAt(Sentence sentence, int at)
    {
        for (var count = Math.Min(3, sentence.Words.Count - at); count >= 1; count--)
        {
            if (Gazetteer.City(sentence.Form(text.Text, at, count)) is not { } town || count == 1 && town.Size < 5 && (at > 0 || sentence.Words.Count > 1 && NameTypes.Adjacent(sentence.Words, at)) || Gazetteer.IsCommonWord(sentence.Words[at].Lower)) continue;
            Add(sentence, at, count, ActorType.Place, null);
            return count;
        }

        return 1;
    }

    /// <summary>"Palacio de Nariño", "Place de la République": how many words, 0 where it is no such name.</summary>
    private static int PlaceOf(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (sentence.Language is not ("es" or "fr") || sentence.IsCapitals || !Gazetteer.IsPlaceWord(words[at].Lower) || at + 2 >= words.Count || !words[at + 1].IsJoined || words[at + 1].Text is not ("de" or "del" or "du" or "d" or "des")) return 0;
        var next = at + 2;
        while (next < words.Count && words[next].IsJoined && words[next].Text is "la" or "l" or "los" or "las" or "le") next++;
        if (next >= words.Count || !words[next].IsJoined || !words[next].IsCapital || words[next].IsAcronym || Gazetteer.IsGivenName(words[next].Text) && words[next].Text is not ("San" or "Santa") && next + 1 < words.Count && words[next + 1].IsCapital) return 0;
        if (words[next].Text is "San" or "Santa" or "Santo" or "Saint" or "Gran" or "Las" or "Los" or "El" or "La" && next + 1 < words.Count && words[next + 1] is { IsJoined: true, IsCapital: true }) next++;
        return next + 1 - at;
    }

    /// <summary>"Rotterdamse", "Münchner", "Batmanlı": of a town or region, marked as the place.</summary>
    private bool TownsPeopleAt(Sentence sentence, int at)
    {
        if (TownDemonyms.Place(sentence, at) is not { } place) return false;
        found.Add(new NameMention(sentence.Words[at].Span, ActorType.Place, sentence.Words[at].Text, Gazetteer.City(place)?.Iso2, true, null, sentence.IsBoilerplate));
        return true;
    }
}
