using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Names of organizations, told by the head word they hold: "Libyan National Army", "Ministerie van Nationale Defensie", "Cedar Coast Bank".</summary>
internal sealed partial class OrganizationNames(string text, DocumentEvidence evidence)
{
    private static readonly HashSet<string> Joints = NameWords.Of("organization-joint").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Determiners = NameWords.Of("organization-article").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Many = NameWords.Of("many").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> CountryBearers = NameWords.Of("country-bearer").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> NamedAfter = NameWords.Of("named-after").ToHashSet(StringComparer.Ordinal);
    /// <summary>Letters of the half of a compound that is left open.</summary>
    private const int LongestHalf = 50;

    private static readonly string[] Nationals = [.. NameWords.Of("national-prefix")];
    private static readonly string[] AdjectiveEndings = [.. NameWords.Of("adjective-ending")];
    private static readonly HashSet<string> Suffixes = NameWords.Of("company-form").ToHashSet(StringComparer.Ordinal);

    /// <summary>Words of the organization's name that begins here, 0 where none does.</summary>
    public int From(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (!words[at].IsCapital) return 0;
        var head = Head(sentence, at);
        if (head < 0) return 0;
        if (head == at + 1 && words[head].Lower is "post" or "house" or "church" or "court" or "mint" or "fleet" or "guard" or "park" or "hall" && Gazetteer.IsGivenName(words[at].Text) && Gazetteer.City(words[at].Text) is null && !(at > 0 && words[at].IsJoined && Determiners.Contains(words[at - 1].Lower))) return 0;
        // "Bingu Conference Centre": where people meet.
        if (head > at + 1 && Gazetteer.IsPlaceWord($"{words[head - 1].Lower} {words[head].Lower}")) return 0;
        var end = head + 1;
        while (end < words.Count && NameTypes.Adjacent(words, end - 1) && words[end].IsCapital && (Gazetteer.IsOrganizationHead(words[end].Lower, sentence.Language) || Suffixes.Contains(words[end].Lower.TrimEnd('.'))) && !IsTitleHere(sentence, end)) end++;
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
            if (i == at && (at == 0 || !NameTypes.Adjacent(words, at - 1) && text.AsSpan(words[at - 1].Span.End, word.Span.Start - words[at - 1].Span.End).IndexOfAny(".;!?|") >= 0) && evidence.IsSmallElsewhere(word.Lower) && !Gazetteer.IsOrganizationHead(word.Lower, sentence.Language) && Gazetteer.Country(word.Text, sentence.Language) is null && !Gazetteer.IsPortfolio(word.Lower, sentence.Language)) return -1;
            // "Basil Raad al-Amin": another language's head word behind a given name is a surname.
            if (i > at && sentence.Language == "en" && !Gazetteer.IsEnglishHead(word.Lower) && i + 1 < words.Count && words[i + 1].Text.Contains('-', StringComparison.Ordinal)) return -1;
            if (i == at && at == 0 && sentence.Language == "tr" && OpensSentence(words)) return -1;
            // "Genelkurmay Başkanlığı": the office that the head makes an institution of.
            if (sentence.Language == "tr" && i + 1 < words.Count && words[i + 1] is { IsJoined: true, IsCapital: true } && Gazetteer.TitleKind(word.Lower, "tr") is not null && words[i + 1].Lower is "başkanlığı" or "komutanlığı" or "müsteşarlığı" or "müdürlüğü") continue;
            if (sentence.Language == "tr" && (Gazetteer.IsPortfolio(word.Lower, "tr") && Titles.LeadsToTitle(sentence, i) || word.Lower == "kurulu" && i > 0 && words[i - 1].Lower is "genel" or "icra" or "yönetim" or "denetim" or "yürütme" && !words[at].IsAcronym)) return -1;
            // "der Münchner Energiekonzern Corvex": a noun that says what the name behind it is.
            if (sentence.Language == "de" && i > at && !Gazetteer.IsHeadWord(word.Lower) && i + 1 < words.Count && words[i + 1] is { IsJoined: true, IsCapital: true } && !Suffixes.Contains(words[i + 1].Lower) && Gazetteer.Noun(word.Lower, "de") is Facts.ActorType.Organization) return -1;
            if (Gazetteer.IsOrganizationHead(word.Lower, sentence.Language) || i > at && Suffixes.Contains(word.Lower.TrimEnd('.'))) return IsTitleHere(sentence, i) ? -1 : i;
            if (Gazetteer.TitleKind(word.Lower, sentence.Language) is not null && !Gazetteer.IsPortfolio(word.Lower, sentence.Language) && word.Lower is not ("general" or "executive" or "state" or "prime" or "presidential") && !(word.Lower is "crown" or "high" or "interim" or "caretaker" or "acting" or "governor" or "governors" or "ambassador" or "police" && i + 1 < words.Count && words[i + 1].IsJoined && words[i + 1].IsCapital && Gazetteer.IsOrganizationHead(words[i + 1].Lower, sentence.Language))) return -1;
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

    private static bool Continues(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        if (word.Lower is "ministers" or "elders" or "governors" or "scholars" or "experts" or "presidents" or "deputies" or "representatives" or "justices" or "commissioners" or "chiefs" && at > 0 && sentence.Words[at - 1].Lower == "of") return true;
        if (!Gazetteer.IsPortfolio(word.Lower, sentence.Language) && !Gazetteer.IsHeadWord(word.Lower) && Gazetteer.Country(word.Text, sentence.Language) is null && Gazetteer.City(word.Text) is null && !sentence.IsStopped && NameTypes.IsTitleCase(sentence)) return false;
        if (Gazetteer.IsFunctionWord(word.Lower, sentence.Language) && !Gazetteer.IsPortfolio(word.Lower, sentence.Language) || Gazetteer.IsGivenName(word.Text) && Gazetteer.Country(word.Text, sentence.Language) is null && !Gazetteer.IsOrganizationHead(word.Lower, sentence.Language)) return false;
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
        => sentence.Language is "de" or "nl" && OpenCompound().Match(text[Math.Max(sentence.Span.Start, start - LongestHalf)..start]) is { Success: true } half ? start - half.Length : NumberBefore(text, start, sentence.Span.Start);

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
