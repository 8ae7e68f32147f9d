using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Organizations whose name holds no head word: told by its form, or by what stands right before it.</summary>
internal sealed partial class NameFinder
{
    private static readonly HashSet<string> PressArticles = NameWords.Of("press-article").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Press = Tables.Rows("press-names.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Ministers = Tables.Rows("minister-words.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Institutions = Tables.Rows("institutions.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many words an organization's name has that begins here and is told by its form, 0 where none does.</summary>
    private int FormedAt(Sentence sentence, int at)
    {
        // "Heyetin Libya Ulusal Konseyi ile …": the genitive at the head of a Turkish sentence is a word of its own.
        if (sentence.Language == "tr" && at == 0 && sentence.Words.Count > 2 && sentence.Words[1].IsJoined && !sentence.Words[0].IsAcronym && organizations.From(sentence, 1) > 0 && (OrganizationNames.OpensSentence(sentence.Words) || CountryAt(sentence, 1) is not null)) return 1;
        var count = BracketedAt(sentence, at) ? 1 : IsInstitution(sentence, at) ? 1 : Math.Max(PressAt(sentence, at), BranchAt(sentence, at));
        if (count == 0 && sentence.Language == "tr" && UnionAt(sentence, at)) count = 1;
        if (count > 0) AddOrganization(sentence, at, count);
        return count;
    }

    /// <summary>"im Bundesrat", "der Nationalrat": where nobody's name follows, the council is meant, and not who sits in it.</summary>
    private static bool IsCouncil(Sentence sentence, int at)
        => sentence.Language == "de" && at > 0 && sentence.Words[at] is { IsCapital: true, IsJoined: true } word && word.Text is "Bundesrat" or "Nationalrat" or "Ständerat" && sentence.Words[at - 1].Lower is "im" or "der" or "dem" or "den" or "vom" or "beim"
            && !(at + 1 < sentence.Words.Count && sentence.Words[at + 1].IsJoined && sentence.Words[at + 1].IsCapital);

    /// <summary>"Türk-İş", "Memur-Sen": how Turkish unions are called.</summary>
    private static bool UnionAt(Sentence sentence, int at) => sentence.Words[at].Text.Length > 4 && (sentence.Words[at].Text.EndsWith("-İş", StringComparison.Ordinal) || sentence.Words[at].Text.EndsWith("-Sen", StringComparison.Ordinal) || sentence.Words[at].Text.EndsWith("-İŞ", StringComparison.Ordinal) || sentence.Words[at].Text.EndsWith("-SEN", StringComparison.Ordinal));

    /// <summary>"… Société d'électricité (Senelec)": the short name behind the long one.</summary>
    private bool BracketedAt(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        if (word.Span.Start < 3 || word.Text.Length < 2 || !text.Text.AsSpan(word.Span.Start - 2, 2).SequenceEqual(" (") || word.Span.End >= text.Text.Length || text.Text[word.Span.End] != ')') return false;
        return found.Count > 0 && found[^1] is { Type: ActorType.Organization } named && named.Span.End == word.Span.Start - 2 && Gazetteer.Country(word.Text, sentence.Language) is null && Gazetteer.City(word.Text) is null && (!IsNoName(word.Text) || word.Text == string.Concat(named.Name.Where(char.IsUpper)));
    }

    /// <summary>"the Parliament", "el Congreso", "Meclis": of which a state has one.</summary>
    private bool IsInstitution(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        if (sentence.IsCapitals || at == 0 || !Institutions.Contains(word.Lower) || NameTypes.IsTitleCase(sentence) || evidence.IsSmallElsewhere(word.Lower) || organizations.From(sentence, at) > 0) return false;
        var isEnd = at + 1 >= sentence.Words.Count || !sentence.Words[at + 1].IsJoined || !sentence.Words[at + 1].IsCapital;
        return isEnd && word.IsJoined && !sentence.Words[at - 1].IsCapital && (sentence.Language is "en" or "tr" || sentence.Words[at - 1].Text is "el" or "al" or "del" or "le" or "au" or "du" or "de");
    }

    /// <summary>"Le Matin de Bamako", "El Correo de Burgos": a paper is called with its article, which is then capitalised in the middle of a sentence.</summary>
    private int PressAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (sentence.Language is not ("fr" or "es") || sentence.IsCapitals || at + 1 >= words.Count || !PressArticles.Contains(words[at].Text) || !words[at + 1].IsJoined || !words[at + 1].IsCapital) return 0;
        var isPress = Press.Contains(words[at + 1].Lower);
        var count = 2;
        if (isPress && at + 3 < words.Count && words[at + 2].IsJoined && words[at + 2].Text is "de" or "du" or "d" && words[at + 3] is { IsJoined: true, IsCapital: true } && (Gazetteer.City(words[at + 3].Text) is not null || Gazetteer.Country(words[at + 3].Text, sentence.Language) is not null)) count = 4;
        else if (isPress && at + 2 < words.Count && words[at + 2] is { IsJoined: true, IsCapital: true } next && (Gazetteer.City(next.Text) is not null || Gazetteer.Country(next.Text, sentence.Language) is not null)) count = 3;
        // At the head of a sentence the article is capital anyway.
        if (at == 0 || !words[at].IsJoined && !IsListed(sentence, at)) return isPress && (count > 2 || evidence.StandInside(words[at].Text, words[at + 1].Text)) ? count : 0;
        return isPress && !NameTypes.IsTitleCase(sentence) && Gazetteer.City(sentence.Form(text.Text, at, 2)) is null && !words[at - 1].IsCapital ? count : 0;
    }

    /// <summary>"Ecobank Togo", "Somos Perú": one word of which nothing is known, and the country behind it with nothing between.</summary>
    private int BranchAt(Sentence sentence, int at)
    {
        var (words, language) = (sentence.Words, sentence.Language);
        if (language is "de" or "tr" || sentence.IsCapitals || at == 0 || !words[at].IsJoined && !IsListed(sentence, at) || at + 1 >= words.Count || NameTypes.IsTitleCase(sentence)) return 0;
        var (word, next) = (words[at], words[at + 1]);
        if (!next.IsJoined || !next.IsCapital || next.IsAcronym || Gazetteer.Country(next.Text, language) is not { IsDemonym: false } || Gazetteer.IsGivenName(next.Text) || at + 2 < words.Count && words[at + 2].IsJoined && words[at + 2].IsCapital) return 0;
        if (words[at - 1].IsCapital && word.IsJoined || word.Text.Length < 3 || Gazetteer.IsFunctionWord(word.Lower, language) || Gazetteer.TitleKind(word.Lower, language) is not null || Gazetteer.IsPlaceWord(word.Lower) || Gazetteer.IsEventWord(word.Lower) || Gazetteer.IsGroup(word.Lower) || Gazetteer.IsGivenName(word.Text) || Gazetteer.IsPortfolio(word.Lower, language)) return 0;
        if (NameTypes.IsDirection(word.Lower) || Gazetteer.City(word.Text) is not null || Gazetteer.Country(word.Text, language) is not null || evidence.IsPerson(word.Text) || language == "en" && Gazetteer.IsCommonWord(word.Lower)) return 0;
        return 2;
    }

    /// <summary>"ministro de Energía y Petróleo": what an office is for, in capitals, is no name. Returns how many words say it.</summary>
    private static int PortfolioAt(Sentence sentence, int at)
    {
        var (words, language) = (sentence.Words, sentence.Language);
        if (language is not ("es" or "fr") || at < 2 || !words[at].IsCapital || !words[at].IsJoined) return 0;
        var joint = at - 1;
        while (joint > 0 && words[joint].Text is "la" or "le" or "l" or "los" or "las" or "el" or "les") joint--;
        if (joint < 1 || words[joint].Text is not ("de" or "des" or "du" or "d" or "del" or "à") || !Ministers.Contains(words[joint - 1].Lower) || !IsPlainNoun(words[at], language)) return 0;
        var end = at + 1;
        while (end < words.Count && words[end].IsJoined)
        {
            if (IsPlainNoun(words[end], language) || Gazetteer.Country(words[end].Text, language) is null && OrganizationNames.IsAdjective(words[end], language)) end++;
            else if (words[end].Text is "y" or "e" or "et" or "de" or "des" or "du" or "d" && NextNoun(words, end, language) is > 0 and var next) end = next;
            else break;
        }

        return end - at;
    }

    private static int NextNoun(IReadOnlyList<Word> words, int joint, string language)
    {
        var next = joint + 1;
        while (next < words.Count && words[next].IsJoined && words[next].Text is "la" or "le" or "l" or "les" or "los" or "las" or "de" or "des" or "du") next++;
        return next < words.Count && words[next].IsJoined && (IsPlainNoun(words[next], language) || OrganizationNames.IsAdjective(words[next], language)) ? next + 1 : 0;
    }

    private static bool IsPlainNoun(Word word, string language) => word.IsCapital && !word.IsAcronym && !Gazetteer.IsGivenName(word.Text) && Gazetteer.City(word.Text) is null && Gazetteer.Country(word.Text, language) is null && Gazetteer.WellKnown(word.Text) is null
        && Gazetteer.TitleKind(word.Lower, language) is null && word.Lower is not ("ministerio" or "ministère" or "gobierno" or "gouvernement" or "estado" or "república" or "république" or "consejo" or "conseil");
}
