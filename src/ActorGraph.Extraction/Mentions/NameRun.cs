using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Mentions;

/// <summary>How far a name goes of which no more is known than its capitals.</summary>
internal static class NameRun
{
    private static readonly HashSet<string> Particles = NameWords.Of("particle").ToHashSet(StringComparer.Ordinal);

    /// <summary>The Arabic article as it is written before a letter that it takes on: "es-Serrac", "ash-Shami".</summary>
    private static readonly HashSet<string> ArabicArticles = NameWords.Of("arabic-article").ToHashSet(StringComparer.Ordinal);

    /// <summary>What is written behind a person's name and is no part of it.</summary>
    private static readonly HashSet<string> PostNominals = NameWords.Of("post-nominal").ToHashSet(StringComparer.Ordinal);

    /// <summary>"van", "al", "de": a word that stands between the parts of a person's name.</summary>
    public static bool IsParticle(string word) => Particles.Contains(word.ToLowerInvariant());

    /// <summary>How many words from here are one name: capitals and initials, joined by particles.</summary>
    public static int Length(string text, Sentence sentence, int at)
    {
        var words = sentence.Words;
        var (count, capitals) = (1, 1);
        while (at + count < words.Count && NameTypes.Adjacent(words, at + count - 1))
        {
            var next = words[at + count];
            var isParticleName = next.Text.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && hyphen + 1 < next.Text.Length && (Particles.Contains(next.Text[..hyphen]) || ArabicArticles.Contains(next.Text[..hyphen])) && char.IsUpper(next.Text[hyphen + 1]);
            if (next.IsCapital || isParticleName)
            {
                if (Titles.Length(sentence, at + count) > 0 && !Gazetteer.IsGivenName(next.Text) && !IsSurnameToo(sentence, at, count) && !((sentence.Language == "nl" || count > 1 && words[at + count - 1].IsCapital && Gazetteer.IsGivenName(words[at].Text)) && Particles.Contains(words[at + count - 1].Lower)) || Gazetteer.IsFunctionWord(next.Lower, sentence.Language) && !Particles.Contains(next.Lower) && next.Text.Length > 1) break;
                if (Gazetteer.Country(next.Text, sentence.Language) is { } country && !Gazetteer.IsGivenName(next.Text) && (country.IsDemonym || !IsSurnameOfState(sentence, at, count))) break;
                if (sentence.Language == "tr" && Gazetteer.IsOrganizationHead(next.Lower, sentence.Language) && at + count + 1 < words.Count && words[at + count + 1].IsJoined && Gazetteer.TitleKind(words[at + count + 1].Lower, "tr") is not null) break;
                // "kann Berlin Aktien zeichnen": a German noun is capital anyway.
                if (sentence.Language == "de" && count == 1 && Gazetteer.City(words[at].Text) is { Size: >= 5.5 } && !Gazetteer.IsGivenName(words[at].Text) && Gazetteer.City(sentence.Form(text, at, 2)) is null && !(at > 0 && Gazetteer.TitleKind(words[at - 1].Lower, "de") is not null)) break;
                if (PostNominals.Contains(next.Text) || (count > 1 || at > 0 && Gazetteer.TitleKind(words[at - 1].Lower, "tr") is not null) && IsLocatedTurkish(text, sentence, at + count)) break;
                // "in Wien Maria Keller": the town ends where the person begins.
                if (count == 1 && at > 0 && Gazetteer.IsGivenName(next.Text) && !Gazetteer.IsGivenName(words[at].Text) && DocumentEvidence.IsLocative(words[at - 1].Lower, sentence.Language) && Gazetteer.City(sentence.Form(text, at, 2)) is null && at + 2 < words.Count && words[at + 2].IsCapital) break;
                count++;
                capitals++;
                continue;
            }

            if (next.Text == "&" && at + count + 1 < words.Count && words[at + count + 1].IsCapital && NameTypes.Adjacent(words, at + count))
            {
                count += 2;
                capitals++;
                continue;
            }

            // van de Kerkhof: particles in the middle belong to the name; after a full name "van" says whose it is.
            var particles = 0;
            while (at + count + particles < words.Count && Particles.Contains(words[at + count + particles].Text) && NameTypes.Adjacent(words, at + count + particles - 1)) particles++;
            if (particles == 0 || sentence.Language == "de" && (words[at + count].Text is "den" or "der" or "la" or "le" || count == 1 && words[at + count].Text is "von" or "de" && !Gazetteer.IsGivenName(words[at].Text)) || at + count + particles >= words.Count || IsOtherName(sentence, at + count + particles) || !words[at + count + particles].IsCapital || !NameTypes.Adjacent(words, at + count + particles - 1)) break;
            if (capitals >= 2 && sentence.Language is "nl" or "fr" or "es" && !(particles > 1 && sentence.Language == "es" && Gazetteer.IsGivenName(words[at].Text)) && words[at + count].Text is "van" or "de" or "del" or "du" or "la" or "le") break;
            if (sentence.Language == "es" && words[at + count].Text == "al" && !Gazetteer.IsGivenName(words[at].Text)) break;
            if (sentence.Language is "fr" or "es" && words[at + count].Text is "de" or "del" or "du" or "la" or "le" && !Gazetteer.IsGivenName(words[at].Text)) break;
            count += particles + 1;
            capitals++;
        }

        return count;
    }

    /// <summary>"Pablo Montenegro": a state's name right behind a given name is a surname.</summary>
    private static bool IsSurnameOfState(Sentence sentence, int at, int count)
        => count == 1 && at > 0 && sentence.Language != "tr" && !sentence.IsCapitals && Gazetteer.IsGivenName(sentence.Words[at].Text) && !Gazetteer.IsCommonWord(sentence.Words[at].Lower) && !Gazetteer.IsFunctionWord(sentence.Words[at].Lower, sentence.Language)
            && Gazetteer.City(sentence.Words[at].Text) is not { Size: >= 5 } && !NameTypes.IsTitleCase(sentence) && !(at + 2 < sentence.Words.Count && sentence.Words[at + 2].IsJoined && sentence.Words[at + 2].IsCapital);

    /// <summary>"Klaus Richter", "Mary Bishop": a title behind a given name, with nobody's name behind it, is a surname.</summary>
    private static bool IsSurnameToo(Sentence sentence, int at, int count)
        => count == 1 && sentence.Language != "tr" && Gazetteer.IsGivenName(sentence.Words[at].Text) && Titles.Length(sentence, at + 1) == 1 && !(at + 2 < sentence.Words.Count && NameTypes.Adjacent(sentence.Words, at + 1) && (sentence.Words[at + 2].IsCapital || sentence.Words[at + 2].Lower is "of" or "for" or "von" or "van" or "de" or "del" or "du" or "der"));

    /// <summary>"Smit van de Partij …", "Diaw de Dakar": what the particle joins is no part of a person's name.</summary>
    private static bool IsOtherName(Sentence sentence, int at)
        => sentence.Language == "nl" && sentence.Words[at - 1].Text == "van" && Gazetteer.IsPortfolio(sentence.Words[at].Lower, "nl") || Gazetteer.IsOrganizationHead(sentence.Words[at].Lower, sentence.Language) || sentence.Words[at].IsAcronym || Gazetteer.Country(sentence.Words[at].Text, sentence.Language) is not null;

    /// <summary>"Maria Keller Ankara'da": the town is where the person is.</summary>
    private static bool IsLocatedTurkish(string text, Sentence sentence, int at)
    {
        var end = sentence.Words[at].Span.End;
        return sentence.Language == "tr" && end + 2 < text.Length && text[end] is '\'' or '’' && text[end + 1] is 'd' or 't' && text[end + 2] is 'a' or 'e' && Gazetteer.City(sentence.Words[at].Text) is not null;
    }
}
