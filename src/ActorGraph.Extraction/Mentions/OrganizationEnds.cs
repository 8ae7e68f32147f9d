using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Mentions;

/// <summary>How far a name goes behind its head: joints and what they join, towns, countries, later heads.</summary>
internal sealed partial class OrganizationNames
{
    /// <summary>"Technische Universität München", "Erasmus Universiteit Rotterdam".</summary>
    private static int AfterTown(Sentence sentence, int end)
        => sentence.Language is "de" or "nl" && end < sentence.Words.Count && sentence.Words[end].IsJoined && sentence.Words[end].IsCapital && Gazetteer.City(sentence.Words[end].Text) is { Size: >= 4.9 } && !(end + 1 < sentence.Words.Count && sentence.Words[end + 1].IsJoined && sentence.Words[end + 1].IsCapital) ? end + 1 : end;

    /// <summary>"Committee to Protect Journalists".</summary>
    private static int AfterPurpose(Sentence sentence, int head, int end)
    {
        var words = sentence.Words;
        if (sentence.Language != "en" || head != end - 1 || end + 1 >= words.Count || words[end].Text != "to" || !words[end].IsJoined || !words[end + 1].IsCapital || !words[end + 1].IsJoined || !Gazetteer.IsCommonWord(words[end + 1].Lower)) return end;
        end += 2;
        while (end < words.Count && words[end].IsJoined && words[end].IsCapital && Gazetteer.IsCommonNoun(words[end].Lower)) end++;
        return end;
    }

    private int Followers(Sentence sentence, int end)
    {
        var words = sentence.Words;
        // "Université Cheikh Anta Diop de Dakar", "Fundación Jaime Guzmán".
        if (NamedAfter.Contains(words[end - 1].Lower) && end + 1 < words.Count && words[end] is { IsJoined: true, IsCapital: true } && Gazetteer.IsGivenName(words[end].Text) && words[end + 1] is { IsJoined: true, IsCapital: true }) end += NameRun.Length(text, sentence, end);
        while (end < words.Count && NameTypes.Adjacent(words, end - 1) && words[end].IsCapital && Continues(sentence, end) && (Gazetteer.Country(words[end].Text, sentence.Language) is not { IsDemonym: false } || CountryBearers.Contains(words[end - 1].Lower))) end++;
        return AfterJoint(sentence, end);
    }

    /// <summary>"Fighters of the M23": who belongs to what is named.</summary>
    private static bool IsPeopleOf(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var next = at + 2 < words.Count && words[at + 2].Text == "the" ? at + 3 : at + 2;
        return words[at].Lower is "fighters" or "volunteers" or "veterans" or "forces" or "militias" or "brigades" or "units" or "guards" && next < words.Count && words[at + 1].Text is "of" or "from" && words[next].IsJoined && (words[next].IsAcronym || words[next].Text.Any(char.IsDigit) || Gazetteer.WellKnown(words[next].Text) is { Type: Facts.ActorType.Organization });
    }

    /// <summary>"Gobierno hondureño", "Gouvernement tchadien": the state that is meant has a name of its own there.</summary>
    private static bool IsGovernmentOf(Sentence sentence, int at, int end)
        => sentence.Language is "es" or "fr" && end - at >= 2 && sentence.Words[at].Lower is "gobierno" or "gouvernement" or "estado" or "ejecutivo" && !sentence.Words[at + 1].IsCapital && Gazetteer.Country(sentence.Words[at + 1].Text, sentence.Language) is { IsDemonym: true };

    /// <summary>"Royal Air Maroc", "Orange Bank Sénégal": the country that follows belongs to the name.</summary>
    private static bool IsBeforeCountry(Sentence sentence, int head)
        => CountryBearers.Contains(sentence.Words[head].Lower) && head + 1 < sentence.Words.Count && sentence.Words[head + 1] is { IsJoined: true, IsCapital: true } next && (Gazetteer.Country(next.Text, sentence.Language) is { IsDemonym: false } || sentence.Words[head].Lower == "air" && Gazetteer.Countries(next.Text).Any(country => country is { IsDemonym: false }));

    /// <summary>"National Electricity Employees Union", "African Union Peace and Security Council": the head of the whole name stands behind ordinary words that follow an earlier one.</summary>
    private static int LaterHead(Sentence sentence, int end)
    {
        const int MostBetween = 4;
        var words = sentence.Words;
        if (sentence.Language != "en" || NameTypes.IsTitleCase(sentence) && !sentence.IsStopped) return 0;
        for (var i = end; i + 1 < words.Count && i - end < MostBetween; i++)
        {
            if (!words[i].IsJoined || !words[i + 1].IsJoined) return 0;
            if (i > end && words[i].Text == "and" && words[i + 1].IsCapital) continue;
            if (!words[i].IsCapital || words[i].IsAcronym || !Gazetteer.IsCommonNoun(words[i].Lower) || Gazetteer.IsGivenName(words[i].Text) || Gazetteer.IsFunctionWord(words[i].Lower, "en") || Gazetteer.IsGroup(words[i].Lower) || Gazetteer.TitleKind(words[i].Lower, "en") is not (null or "address")) return 0;
            if (words[i + 1].IsCapital && Gazetteer.IsEnglishHead(words[i + 1].Lower) && !IsTitleHere(sentence, i + 1)) return i + 1;
        }

        return 0;
    }

    /// <summary>"Emniyet Genel Müdürlüğü": a Turkish name ends with the head that bears the ending of belonging.</summary>
    private static int LastTurkishHead(Sentence sentence, int end)
    {
        const int MostBetween = 3;
        var words = sentence.Words;
        if (words[end - 1].Lower[^1] is 'ı' or 'i' or 'u' or 'ü') return end;
        for (var i = end; i < words.Count && i - end < MostBetween && words[i].IsJoined && words[i].IsCapital && !words[i].IsAcronym && !Gazetteer.IsGivenName(words[i].Text); i++)
        {
            if (words[i].Lower[^1] is 'ı' or 'i' or 'u' or 'ü' && Gazetteer.IsHeadWord(words[i].Lower)) return i + 1;
            if (Gazetteer.TitleKind(words[i].Lower, "tr") is not null && words[i].Lower != "genel") break;
        }

        return end;
    }

    /// <summary>"… Union of Dock Workers NUDW …": the abbreviation of a name, right behind it, is a name of its own.</summary>
    private static int BeforeAbbreviation(Sentence sentence, int at, int end)
    {
        const int Shortest = 3;
        var words = sentence.Words;
        var last = words[end - 1].Text;
        if (end - at < Shortest || last.Length < Shortest || !words[end - 1].IsAllCapitals || sentence.IsCapitals) return end;
        var letters = 0;
        for (var i = at; i < end - 1 && letters < last.Length; i++) if (words[i].IsCapital && words[i].Text[0] == last[letters]) letters++;
        return letters >= last.Length - 1 && letters > 1 || letters > 0 && last.Length > Shortest && Enumerable.Range(at, end - 1 - at).Any(i => words[i].Text is "of" or "for") ? end - 1 : end;
    }

    /// <summary>Joints and what they join: "of Foreign Affairs", "voor Maghrebstudies", "and Social Development".</summary>
    private int AfterJoint(Sentence sentence, int end)
    {
        var words = sentence.Words;
        while (end + 1 < words.Count && NameTypes.Adjacent(words, end - 1) && (Joints.Contains(words[end].Text) || sentence.Language == "es" && words[end].Text is "Para" or "Por"))
        {
            if (PlaceAfter(sentence, end) is > 0 and var place)
            {
                end = place;
                continue;
            }

            var next = end + 1;
            var isAnd = words[end].Text is "and" or "en" or "et" or "und" or "y" or "ve";
            while (next < words.Count && Determiners.Contains(words[next].Text) && NameTypes.Adjacent(words, next - 1)) next++;
            // "für auswärtige Angelegenheiten": one small adjective may stand before what it is for.
            if (sentence.Language is "de" or "nl" && next + 1 < words.Count && words[next].IsJoined && !words[next].IsCapital && words[next].Text.Length > 4 && (words[next].Text[^1] == 'e' || sentence.Language == "de" && words[next].Text[^1] is 'n' or 'r') && words[next + 1].IsCapital && Gazetteer.TitleKind(words[next].Lower, sentence.Language) is null && !Gazetteer.IsFunctionWord(words[next].Lower, sentence.Language)) next++;
            if (next >= words.Count || !NameTypes.Adjacent(words, next - 1) || !words[next].IsCapital || !Continues(sentence, next) && !(sentence.Language == "de" && words[end].Text == "der" && !Gazetteer.IsGivenName(words[next].Text) && !Gazetteer.IsFunctionWord(words[next].Lower, "de"))) break;
            if (Listed(sentence, end, next) is > 0 and var listed)
            {
                end = listed;
                continue;
            }

            if (words[end].Text == "of" && Gazetteer.IsFirm(words[end - 1].Lower) && (Gazetteer.City(words[next].Text) is not null || Gazetteer.Country(words[next].Text, sentence.Language) is not null)) break;
            // "Harbour Lines and Northern Airlines": both have a head of their own.
            if (isAnd && Gazetteer.IsEnglishHead(words[end - 1].Lower) && !words[end - 1].Lower.EndsWith("al", StringComparison.Ordinal) && end > 1 && !Joints.Contains(words[end - 2].Text) && !Gazetteer.IsPortfolio(words[end - 1].Lower, sentence.Language) && next + 1 < words.Count && words[next + 1] is { IsJoined: true, IsCapital: true } && Gazetteer.IsEnglishHead(words[next + 1].Lower)) break;
            if (isAnd && (next > end + 1 || !IsTopic(sentence, next) || !IsTopic(sentence, end - 1))) break;
            if (words[end].Text is "on" && !Gazetteer.IsPortfolio(words[next].Lower, sentence.Language) && !(words[end - 1].Lower is "committee" or "subcommittee" or "commission" or "panel" or "council" && Gazetteer.IsCommonNoun(words[next].Lower) && !Gazetteer.IsFunctionWord(words[next].Lower, sentence.Language))) break;
            next++;
            while (next < words.Count && NameTypes.Adjacent(words, next - 1) && words[next].IsCapital && Continues(sentence, next)) next++;
            end = next;
        }

        return end;
    }

    /// <summary>"de Las Palmas", "de l'Afrique de l'Ouest", "de Vigo": where a place known by that name ends, 0 where none follows the joint.</summary>
    private int PlaceAfter(Sentence sentence, int joint)
    {
        const int LongestPlace = 4;
        var words = sentence.Words;
        if (sentence.Language is not ("es" or "fr") || words[joint].Text is not ("de" or "d" or "del" or "du" or "des")) return 0;
        var first = joint + 1;
        while (first < words.Count && words[first].IsJoined && words[first].Text is "la" or "l" or "le") first++;
        if (first >= words.Count || !words[first].IsJoined || !words[first].IsCapital || evidence.IsPerson(words[first].Text)) return 0;
        for (var count = Math.Min(LongestPlace, words.Count - first); count > 0; count--)
        {
            if (!words[first + count - 1].IsCapital || count > 1 && !Enumerable.Range(first + 1, count - 1).All(i => words[i].IsJoined)) continue;
            var form = sentence.Form(text, first, count);
            if (Gazetteer.City(form) is not null && !(count == 1 && first + 1 < words.Count && words[first + 1].IsJoined && words[first + 1].IsCapital) || Gazetteer.WellKnown(form) is { Type: Facts.ActorType.Place }) return first + count;
        }

        return 0;
    }

    /// <summary>"Department for Environment, Food and Rural Affairs": where a list of what it is for ends, 0 where none follows the joint.</summary>
    private int Listed(Sentence sentence, int joint, int first)
    {
        const int MostItems = 5;
        var words = sentence.Words;
        var (at, items) = (first, 0);
        while (at < words.Count && items <= MostItems)
        {
            var item = at;
            while (at < words.Count && (at == item || words[at].IsJoined) && words[at].IsCapital && !words[at].IsAcronym && IsTopic(sentence, at)) at++;
            if (at == item || at >= words.Count) return 0;
            items++;
            if (words[at].IsJoined && words[at].Text is "and" or "et" or "y" or "en" or "und" or "e" or "ve")
            {
                if (items < 2) return 0;
                var last = at + 1;
                while (last < words.Count && words[last].IsJoined && words[last].IsCapital && (IsTopic(sentence, last) || Continues(sentence, last) && Gazetteer.City(words[last].Text) is null && Gazetteer.Country(words[last].Text, sentence.Language) is null)) last++;
                return last > at + 1 ? last : 0;
            }

            if (text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End) is not ", ") return 0;
        }

        return 0;
    }

    /// <summary>"ministerie van Economische Zaken", "ministère de la Justice": the head may be small where what it is for is not.</summary>
    public int MinistryFrom(Sentence sentence, int at)
    {
        if (sentence.Words[at].Lower is not ("ministerie" or "ministère" or "ministerio") || at + 1 >= sentence.Words.Count) return 0;
        var end = AfterJoint(sentence, at + 1);
        return end > at + 1 ? (sentence.Language == "fr" ? SmallFollowers(sentence, end) : end) - at : 0;
    }

    /// <summary>French and Spanish write the rest of such a name small: "Union des planteurs", "Commission nationale des droits de l'homme".</summary>
    private int SmallFollowers(Sentence sentence, int end)
    {
        var words = sentence.Words;
        while (end < words.Count && words[end].IsJoined)
        {
            if (IsAdjective(words[end], sentence.Language))
            {
                end++;
                continue;
            }

            // "Union économique et monétaire".
            if (words[end].Text is "et" or "y" && !words[end - 1].IsCapital && end + 1 < words.Count && words[end + 1].IsJoined && IsAdjective(words[end + 1], sentence.Language))
            {
                end += 2;
                continue;
            }

            if (PlaceAfter(sentence, end) is > 0 and var place)
            {
                end = place;
                continue;
            }

            var next = end;
            if (words[next].Text is not ("de" or "des" or "du" or "d" or "pour" or "contre" or "del" or "para")) break;
            next++;
            while (next < words.Count && words[next].IsJoined && words[next].Text is "la" or "le" or "les" or "l" or "los" or "las" or "el") next++;
            if (next >= words.Count || !words[next].IsJoined) break;
            if (words[next].IsCapital && !words[end - 1].IsCapital && (words[end].Text is "du" or "des" or "del" && Continues(sentence, next) || words[end].Text is "de" or "d" && (next == end + 1 ? Gazetteer.City(words[next].Text) is not null || Gazetteer.Country(words[next].Text, sentence.Language) is { IsDemonym: false } : sentence.Language == "fr" && Continues(sentence, next))))
            {
                end = next + 1;
                continue;
            }

            if (!IsNoun(words[next], sentence.Language) && !(words[end].Text is "des" or "de" && words[next].Lower[^1] == 's' && !words[next].IsCapital && Gazetteer.TitleKind(words[next].Lower, sentence.Language) == "office")) break;
            end = next + 1;
            while (end < words.Count && words[end].IsJoined && words[end].IsCapital && Gazetteer.Country(words[end].Text, sentence.Language) is { IsDemonym: true }) end++;
        }

        return end;
    }

    public static bool IsAdjective(Word word, string language) => !word.IsCapital && !Gazetteer.IsFunctionWord(word.Lower, language) && Gazetteer.TitleKind(word.Lower, language) is null
        && (Gazetteer.Country(word.Text, language) is { IsDemonym: true } || word.Text.Length > 4 && Array.Exists(AdjectiveEndings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal)));

    private static bool IsInfinitive(string lower, string language) => language switch
    {
        "es" => (lower.EndsWith("ar", StringComparison.Ordinal) || lower.EndsWith("er", StringComparison.Ordinal) || lower.EndsWith("ir", StringComparison.Ordinal)) && lower is not ("mujer" or "bienestar" or "militar" or "hogar" or "mar" or "azúcar" or "taller" or "poder" or "saber" or "familiar" or "escolar" or "nuclear" or "popular"),
        _ => (lower.EndsWith("er", StringComparison.Ordinal) || lower.EndsWith("ir", StringComparison.Ordinal)) && lower is not ("mer" or "chantier" or "métier" or "papier" or "fer" or "avenir" or "quartier" or "hiver" or "désir" or "loisir" or "foncier" or "financier"),
    };

    private static bool IsNoun(Word word, string language) => word.Text.Length > 2 && !IsInfinitive(word.Lower, language) && !word.IsCapital && !Gazetteer.IsFunctionWord(word.Lower, language) && Gazetteer.TitleKind(word.Lower, language) is null;
}
