using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Names of organizations, told by the head word they hold: "Libyan National Army", "Ministerie van Nationale Defensie", "Cedar Coast Bank".</summary>
internal sealed partial class OrganizationNames(string text, DocumentEvidence evidence)
{
    private static readonly HashSet<string> Joints = ["of", "for", "on", "van", "voor", "de", "des", "du", "für", "der", "del", "para", "por", "pour", "d", "and", "en", "et", "und", "y", "ve", "&"];
    private static readonly HashSet<string> Determiners = ["the", "la", "le", "l", "los", "las", "el", "het", "den", "de"];
    private static readonly HashSet<string> Many = ["people", "women", "men", "children", "worker", "farmer", "king", "queen", "teacher", "lawyer", "driver", "fishermen", "businessmen", "nation", "soldier", "student", "writer", "player"];
    private static readonly HashSet<string> CountryBearers = ["bank", "radio", "telecom", "air", "banque", "télévision", "airlines", "tv"];
    private static readonly HashSet<string> NamedAfter = ["université", "universidad", "universidade", "fondation", "fundación", "hôpital", "hospital", "lycée", "colegio", "institut", "instituto", "stiftung", "stichting", "école"];
    private static readonly string[] Nationals = ["Bundes", "National", "Landes", "Staats", "Reichs"];
    private static readonly string[] AdjectiveEndings = ["al", "ale", "aux", "ales", "ique", "iques", "ien", "ienne", "iens", "iennes", "éen", "éenne", "aire", "aires", "ive", "ives", "elle", "elles", "ère", "ères", "eur", "eure", "eures", "aine", "aines", "anne", "annes", "oise", "aise", "iste", "istes", "unies", "ime", "imes", "able", "ible", "oire", "oires", "arabe", "libre", "libres", "intégrée", "unifiée", "armée", "armées", "prême", "el", "els", "if", "ifs", "eux", "euse", "euses", "ain", "ains", "ois", "ais", "ier", "ico", "ica", "icos", "icas", "ario", "aria", "ivo", "iva", "ano", "ana", "ense", "eño", "eña", "unidas"];
    private static readonly HashSet<string> Suffixes = ["ltd", "limited", "inc", "corp", "plc", "llc", "gmbh", "ag", "bv", "b.v", "nv", "sa", "s.a", "a.ş", "aş", "co", "ltda", "srl", "kk", "asa", "ab", "oyj", "spa", "sarl", "sas", "kg", "kgaa", "pty", "pjsc", "jsc", "psc", "bhd", "tbk", "llp", "aps", "se"];

    /// <summary>Words of the organization's name that begins here, 0 where none does.</summary>
    public int From(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (!words[at].IsCapital) return 0;
        var head = Head(sentence, at);
        if (head < 0) return 0;
        if (head == at + 1 && words[head].Lower is "post" or "house" or "church" or "court" or "mint" or "fleet" or "guard" or "park" or "hall" && Gazetteer.IsGivenName(words[at].Text) && Gazetteer.City(words[at].Text) is null && !(at > 0 && words[at].IsJoined && Determiners.Contains(words[at - 1].Lower))) return 0;
        var end = head + 1;
        while (end < words.Count && NameTypes.Adjacent(words, end - 1) && words[end].IsCapital && (Gazetteer.IsOrganizationHead(words[end].Lower) || Suffixes.Contains(words[end].Lower.TrimEnd('.'))) && !IsTitleHere(sentence, end)) end++;
        while (LaterHead(sentence, end) is > 0 and var later) (head, end) = (later, later + 1);
        if (sentence.Language == "tr") end = LastTurkishHead(sentence, end);
        if (end < words.Count && end == at + 1 + (head - at) && words[end].Lower is "intelligence" && NameTypes.Adjacent(words, end - 1)) end++;
        // A head that comes first is followed by what it is of, with or without a joint.
        if (head == at && IsPeopleOf(sentence, at)) return 0;
        if (head == at || sentence.Language == "nl" && end < words.Count && words[end] is { IsJoined: true, IsCapital: true } && Gazetteer.IsPortfolio(words[end].Lower, "nl") || IsDemonymOnly(sentence, at, head) || IsBeforeCountry(sentence, head)) end = Followers(sentence, end);
        else end = AfterJoint(sentence, AfterTown(sentence, end));
        end = AfterPurpose(sentence, head, end);
        if (head <= at + 1 && sentence.Language is "fr" or "es") end = SmallFollowers(sentence, end);
        // "Iraqi Federal Oil Minister Hayyan …": what the minister is for.
        if (sentence.Language == "en" && end < words.Count && words[end].IsJoined && words[end].Text is "Minister" or "Ministers" && Gazetteer.IsHeadWord(words[end - 1].Lower)) return 0;
        if (head == at && IsGovernmentOf(sentence, at, end)) return 0;
        end = BeforeAbbreviation(sentence, at, end);
        if (sentence.Language == "tr" && end - at > 1 && end < words.Count && words[end].IsJoined && Gazetteer.TitleKind(words[end].Lower, "tr") is not null && words[end - 1].Lower[^1] is not ('ı' or 'i' or 'u' or 'ü') && !words[end - 1].IsAcronym) return 0;
        return end - at == 1 && !IsNameAlone(sentence, at) ? 0 : end - at;
    }

    /// <summary>The head word: here, or after capitalised words that are no titles and no given names.</summary>
    private int Head(Sentence sentence, int at)
    {
        var words = sentence.Words;
        const int LongestLead = 5;
        for (var i = at; i < words.Count && i - at <= LongestLead; i++)
        {
            var word = words[i];
            if (i > at && !NameTypes.Adjacent(words, i - 1) && !IsOwned(words, i)) return -1;
            if ((word.Text == "&" || word.Text == "ve" && sentence.Language == "tr" && i > at && IsPlain(words[i - 1])) && i > at && i + 1 < words.Count && words[i + 1].IsCapital) continue;
            if (word.Lower is "and" && i > at && i + 1 < words.Count && words[i + 1].IsCapital && Gazetteer.Country(words[i - 1].Text, sentence.Language) is null && IsTopic(sentence, i - 1) && IsTopic(sentence, i + 1) && !EndsName(sentence, at, i)) continue;
            if (!word.IsCapital) return word.Lower == "intelligence" && i > at && Gazetteer.Country(words[i - 1].Text, sentence.Language) is not null && sentence.Language == "en" && NamesService(words, i) ? i : -1;
            if (i == at && Gazetteer.IsFunctionWord(word.Lower, sentence.Language) && !word.IsAcronym && !(sentence.Language == "de" && Gazetteer.IsHeadWord(word.Lower) && at + 1 < words.Count && words[at + 1].Text is "der" or "für") && !(word.Lower == "people" && at + 1 < words.Count && IsOwned(words, at + 1))) return -1;
            if (i == at && (at == 0 || !NameTypes.Adjacent(words, at - 1) && text.AsSpan(words[at - 1].Span.End, word.Span.Start - words[at - 1].Span.End).IndexOfAny(".;!?|") >= 0) && evidence.IsSmallElsewhere(word.Lower) && !Gazetteer.IsOrganizationHead(word.Lower) && Gazetteer.Country(word.Text, sentence.Language) is null && !Gazetteer.IsPortfolio(word.Lower, sentence.Language)) return -1;
            // "Basil Raad al-Amin": another language's head word behind a given name is a surname.
            if (i > at && sentence.Language == "en" && !Gazetteer.IsEnglishHead(word.Lower) && i + 1 < words.Count && words[i + 1].Text.Contains('-', StringComparison.Ordinal)) return -1;
            if (i == at && at == 0 && sentence.Language == "tr" && OpensSentence(words)) return -1;
            if (sentence.Language == "tr" && (Gazetteer.IsPortfolio(word.Lower, "tr") && Titles.LeadsToTitle(sentence, i) || word.Lower == "kurulu" && i > 0 && words[i - 1].Lower is "genel" or "icra" or "yönetim" or "denetim" or "yürütme" && !words[at].IsAcronym)) return -1;
            // "der Münchner Energiekonzern Corvex": a noun that says what the name behind it is.
            if (sentence.Language == "de" && i > at && !Gazetteer.IsHeadWord(word.Lower) && i + 1 < words.Count && words[i + 1] is { IsJoined: true, IsCapital: true } && !Suffixes.Contains(words[i + 1].Lower) && Gazetteer.Noun(word.Lower, "de") is Facts.ActorType.Organization) return -1;
            if (Gazetteer.IsOrganizationHead(word.Lower) || i > at && Suffixes.Contains(word.Lower.TrimEnd('.'))) return IsTitleHere(sentence, i) ? -1 : i;
            if (Gazetteer.TitleKind(word.Lower, sentence.Language) is not null && !Gazetteer.IsPortfolio(word.Lower, sentence.Language) && word.Lower is not ("general" or "executive" or "state" or "prime" or "presidential") && !(word.Lower is "crown" or "high" or "interim" or "caretaker" or "acting" or "governor" or "governors" or "ambassador" or "police" && i + 1 < words.Count && words[i + 1].IsJoined && words[i + 1].IsCapital && Gazetteer.IsOrganizationHead(words[i + 1].Lower))) return -1;
            if (Gazetteer.IsGivenName(word.Text) && i > at && Gazetteer.IsGivenName(words[i - 1].Text) && !(sentence.Language == "tr" && IsCalledAfter(words, i))) return -1;
        }

        return -1;
    }

    /// <summary>"Kararın Anayasa Mahkemesinden …", "Eylemler Avcılar Belediyesi …": a Turkish word at the head of a sentence whose ending says that it is no part of the name behind it.</summary>
    public static bool OpensSentence(IReadOnlyList<Word> words)
    {
        const int Shortest = 7;
        var lower = words[0].Lower;
        if (words.Count < 3 || lower.Length < Shortest || words[0].IsAcronym || Gazetteer.City(words[0].Text) is not null || Gazetteer.IsGivenName(words[0].Text) || Gazetteer.IsHeadWord(lower) || Gazetteer.IsPortfolio(lower, "tr")) return false;
        var isGenitive = lower.EndsWith("ın", StringComparison.Ordinal) || lower.EndsWith("in", StringComparison.Ordinal) || lower.EndsWith("un", StringComparison.Ordinal) || lower.EndsWith("ün", StringComparison.Ordinal);
        return isGenitive || (lower.EndsWith("ler", StringComparison.Ordinal) || lower.EndsWith("lar", StringComparison.Ordinal)) && Gazetteer.City(words[1].Text) is not null;
    }

    /// <summary>"Fatih Sultan Mehmet Vakıf Üniversitesi": a head with its ending follows.</summary>
    private static bool IsCalledAfter(IReadOnlyList<Word> words, int at)
    {
        const int HowFar = 4;
        for (var i = at + 1; i < words.Count && i - at < HowFar && words[i].IsJoined && words[i].IsCapital; i++)
        {
            if (words[i].Lower is "üniversitesi" or "vakfı" or "hastanesi" or "lisesi" or "derneği" or "merkezi" or "okulu" or "fakültesi" or "enstitüsü") return true;
            if (Gazetteer.TitleKind(words[i].Lower, "tr") is not null) return false;
        }

        return false;
    }

    /// <summary>"Amnesty International and …": what stands before "and" is a name of its own.</summary>
    private static bool EndsName(Sentence sentence, int at, int and) => and - at > 1 && (sentence.Words[and - 1].Lower is "international" or "watch" || Gazetteer.Country(sentence.Words[at].Text, sentence.Language) is null && !Gazetteer.IsPortfolio(sentence.Words[and - 1].Lower, sentence.Language) && !Gazetteer.IsCommonWord(sentence.Words[at].Lower));

    /// <summary>"Farmers' Union", "People's Party": whose it is belongs to the name where it is said of many.</summary>
    private bool IsOwned(IReadOnlyList<Word> words, int at)
    {
        if (!words[at - 1].IsCapital) return false;
        var gap = text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End);
        if (gap is "' " or "’ ") return words[at - 1].Text[^1] == 's' && Gazetteer.IsCommonNoun(words[at - 1].Lower);
        return gap is "'s " or "’s " && Many.Contains(words[at - 1].Lower);
    }

    /// <summary>What an office is for, or a plural: "Odalar ve Borsalar Birliği", not "Ankara ve Bakü …".</summary>
    private static bool IsPlain(Word word) => Gazetteer.IsPortfolio(word.Lower, "tr") || word.Lower.EndsWith("lar", StringComparison.Ordinal) || word.Lower.EndsWith("ler", StringComparison.Ordinal);

    private static bool IsTopic(Sentence sentence, int at) => sentence.Words[at].Lower.StartsWith("anti-", StringComparison.Ordinal) || Gazetteer.IsPortfolio(sentence.Words[at].Lower, sentence.Language) || Gazetteer.IsCommonWord(sentence.Words[at].Lower);

    /// <summary>"Turkish intelligence, ..." names the service; "Libyan intelligence officials" does not.</summary>
    private static bool NamesService(IReadOnlyList<Word> words, int at) => at + 1 >= words.Count || !NameTypes.Adjacent(words, at) || words[at + 1].Lower is "chief" or "head" or "director" or "and" or "has" or "said" or "was" or "is" or "in";

    private static bool IsDemonymOnly(Sentence sentence, int at, int head) => head == at + 1 && Gazetteer.Country(sentence.Words[at].Text, sentence.Language) is { IsDemonym: true } && sentence.Language is not "en" and not "de" and not "tr";

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
        return letters >= last.Length - 1 && letters > 1 ? end - 1 : end;
    }

    /// <summary>Joints and what they join: "of Foreign Affairs", "voor Maghrebstudies", "and Social Development".</summary>
    private int AfterJoint(Sentence sentence, int end)
    {
        var words = sentence.Words;
        while (end + 1 < words.Count && NameTypes.Adjacent(words, end - 1) && Joints.Contains(words[end].Text))
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

    private static bool Continues(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        if (word.Lower is "ministers" or "elders" or "governors" or "scholars" or "experts" or "presidents" or "deputies" or "representatives" or "justices" or "commissioners" or "chiefs" && at > 0 && sentence.Words[at - 1].Lower == "of") return true;
        if (!Gazetteer.IsPortfolio(word.Lower, sentence.Language) && !Gazetteer.IsHeadWord(word.Lower) && Gazetteer.Country(word.Text, sentence.Language) is null && Gazetteer.City(word.Text) is null && !sentence.IsStopped && NameTypes.IsTitleCase(sentence)) return false;
        if (Gazetteer.IsFunctionWord(word.Lower, sentence.Language) && !Gazetteer.IsPortfolio(word.Lower, sentence.Language) || Gazetteer.IsGivenName(word.Text) && Gazetteer.Country(word.Text, sentence.Language) is null && !Gazetteer.IsOrganizationHead(word.Lower)) return false;
        return word.Lower == "state" || Gazetteer.TitleKind(word.Lower, sentence.Language) is null || Gazetteer.IsPortfolio(word.Lower, sentence.Language) && !TitleFollows(sentence, at);
    }

    private static bool TitleFollows(Sentence sentence, int at)
        => at + 1 < sentence.Words.Count && NameTypes.Adjacent(sentence.Words, at) && Gazetteer.TitleKind(sentence.Words[at + 1].Lower, sentence.Language) is not null && !Gazetteer.IsPortfolio(sentence.Words[at + 1].Lower, sentence.Language);

    /// <summary>"Foreign Minister Tsereladze": a title that a name follows, not "Ministry of the Prime Minister".</summary>
    private static bool IsTitleHere(Sentence sentence, int at)
        => Gazetteer.TitleKind(sentence.Words[at].Lower, sentence.Language) is not null && (at + 1 >= sentence.Words.Count || !Joints.Contains(sentence.Words[at + 1].Text));

    /// <summary>A head word alone is a name only inside a sentence, after an article, where the document has its long form.</summary>
    private bool IsNameAlone(Sentence sentence, int at)
        => sentence.Language == "de" ? IsProperCompound(sentence, at) : at > 0 && !evidence.IsSmallElsewhere(sentence.Words[at].Lower) && !(sentence.Words[at].IsJoined && sentence.Words[at - 1].IsCapital && sentence.Language == "tr")
            && (evidence.HasLonger(sentence.Words[at].Text) && sentence.Words[at].IsJoined && at + 1 < sentence.Words.Count && sentence.Words[at + 1].IsJoined && !sentence.Words[at + 1].IsCapital && Gazetteer.TitleKind(sentence.Words[at + 1].Lower, sentence.Language) is not null || NameTypes.Adjacent(sentence.Words, at - 1) && Determiners.Contains(sentence.Words[at - 1].Lower) && (evidence.HasLonger(sentence.Words[at].Text) || evidence.Repeats(sentence.Words[at].Text))
                || sentence.Language == "tr" && evidence.HasLonger(sentence.Words[at].Text)
                || sentence.Words[at].Span.Start - sentence.Words[at - 1].Span.End == 3 && sentence.Language == "en" && Gazetteer.Country(sentence.Words[at - 1].Text, "en") is { IsDemonym: false });

    /// <summary>"Bundesrat", "Verteidigungsministerium", "Eurasien-Dienst": a German word that names one institution, where nobody's name follows it as after a title.</summary>
    private static bool IsProperCompound(Sentence sentence, int at)
    {
        var word = sentence.Words[at].Text;
        if (at + 1 < sentence.Words.Count && sentence.Words[at + 1].IsJoined && sentence.Words[at + 1].IsCapital && Gazetteer.IsGivenName(sentence.Words[at + 1].Text)) return false;
        if (word.IndexOf('-', StringComparison.Ordinal) is > 1 and var hyphen && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1])) return true;
        return word.EndsWith("ministerium", StringComparison.Ordinal) && word.Length > 14 || Array.Exists(Nationals, lead => word.StartsWith(lead, StringComparison.Ordinal) && word.Length > lead.Length + 2);
    }

    /// <summary>"UN mission in Libya", "EU delegation to Chad": how many words with the abbreviation.</summary>
    public static int Mission(Sentence sentence, int at, int count)
    {
        var words = sentence.Words;
        var next = at + count;
        if (next + 2 >= words.Count || words[next].Lower is not "mission" || !NameTypes.Adjacent(words, next - 1) || words[next + 1].Lower is not ("in" or "to" or "for")) return count;
        return words[next + 2].IsCapital && Gazetteer.Country(words[next + 2].Text, sentence.Language) is { IsDemonym: false } ? count + 3 : count;
    }

    /// <summary>Where the name ends, with the form of the company in brackets: "… (Pty) Ltd".</summary>
    public static int EndOf(string text, int end) => CompanyForm().Match(text, end) is { Success: true } form ? end + form.Length : end;

    [GeneratedRegex(@"\G \((?:Pty|Pvt|Private|Proprietary|Nig|K|U|T|Z)\)(?: (?:Ltd|Limited)\b)?")]
    private static partial Regex CompanyForm();

    /// <summary>Where the name begins, with what belongs to it before its first word: a number, or the half of a compound that is left open.</summary>
    public static int BeginningOf(string text, int start, Sentence sentence)
        => sentence.Language is "de" or "nl" && OpenCompound().Match(text[sentence.Span.Start..start]) is { Success: true } half ? start - half.Length : NumberBefore(text, start, sentence.Span.Start);

    /// <summary>"Industrie- und Handelskammer", "Bouw- en Woningtoezicht".</summary>
    [GeneratedRegex(@"\p{Lu}[\p{L}-]+- (?:und|en) $")]
    private static partial Regex OpenCompound();

    /// <summary>“5+5” before the name of a commission belongs to it; returns where the name begins.</summary>
    private static int NumberBefore(string text, int start, int from)
    {
        var at = start - 1;
        if (at - 4 < from || text[at] != ' ' || !"”\"'’".Contains(text[at - 1])) return start;
        var digits = at - 2;
        while (digits >= from && (char.IsAsciiDigit(text[digits]) || text[digits] == '+')) digits--;
        return digits >= from && digits < at - 3 && "“\"'‘".Contains(text[digits]) && text[digits..at].Contains('+') ? digits : start;
    }
}
