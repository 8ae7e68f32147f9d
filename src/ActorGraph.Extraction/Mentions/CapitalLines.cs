using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Lines in capitals, written as they would stand in running text: ordinary words small, names with one capital, abbreviations as they are.</summary>
internal static class CapitalLines
{
    private const int LongestAbbreviation = 5;
    private const int LongestTown = 3;

    /// <summary>How many words in capitals the sentence begins with that say who speaks: "KELLER:", "DAILY POST:".</summary>
    public static int LabelOf(string text, Sentence sentence)
    {
        const int Longest = 4;
        const int Shortest = 4;
        var count = 0;
        while (count < sentence.Words.Count && count < Longest && sentence.Words[count].IsAllCapitals && (count == 0 || sentence.Words[count].IsJoined)) count++;
        if (count == 0 || sentence.Words[count - 1].Span.End is var end && (end >= text.Length || text[end] != ':')) return 0;
        // "LIMA: …" is where the report was written.
        if (Gazetteer.City(string.Join(' ', sentence.Words.Take(count).Select(word => Capitalised(word.Text, sentence.Language)))) is not null) return 0;
        return sentence.Words.Take(count).Any(word => word.Text.Length >= Shortest) ? count : 0;
    }

    public static Sentence Told(Sentence line, DocumentEvidence evidence) => Told(line, evidence, line.Words.Count);

    /// <param name="count">How many words, from the first on, stand in capitals.</param>
    public static Sentence Told(Sentence line, DocumentEvidence evidence, int count)
    {
        var words = line.Words.ToArray();
        for (var i = 0; i < count;)
        {
            var place = Place(line, i);
            if (place == 0) words[i] = Told(words[i], line.Language, evidence);
            for (var j = i; j < Math.Min(count, i + place); j++) words[j] = words[j] with { Text = Capitalised(words[j].Text, line.Language) };
            i += Math.Max(1, place);
        }

        return line with { Words = words };
    }

    private static Word Told(Word word, string language, DocumentEvidence evidence)
    {
        var capitalised = Capitalised(word.Text, language);
        var lower = Lower(word.Text, language);
        word = word with { Lower = lower };
        if (word.Text.Contains('.', StringComparison.Ordinal)) return word;
        if (Gazetteer.IsFunctionWord(lower, language)) return word with { Text = lower };
        if (evidence.StandsInside(capitalised)) return word with { Text = capitalised };
        if (evidence.IsSmallElsewhere(lower)) return word with { Text = lower };
        if (evidence.StandsInside(word.Text)) return word;
        if (IsKnown(capitalised, lower, language)) return word with { Text = capitalised };
        if (Gazetteer.IsCommonNoun(lower)) return word with { Text = lower };
        return word.Text.Length <= LongestAbbreviation ? word : word with { Text = capitalised };
    }

    private static bool IsKnown(string capitalised, string lower, string language) => Gazetteer.Country(capitalised, language) is not null || Gazetteer.IsOrganizationHead(lower, language) || Gazetteer.IsPortfolio(lower, language)
        || Gazetteer.IsPlaceWord(lower) || Gazetteer.IsGivenName(capitalised) || Gazetteer.TitleKind(lower, language) is not null || Gazetteer.City(capitalised) is { Size: >= 5 };

    /// <summary>How many words from here are a town's or country's name of several words: "LA PAZ", "CENTRAL AFRICAN REPUBLIC".</summary>
    private static int Place(Sentence line, int at)
    {
        for (var count = Math.Min(Gazetteer.MaxCountryWords, line.Words.Count - at); count > 0; count--)
        {
            var name = string.Join(' ', Enumerable.Range(at, count).Select(i => Capitalised(line.Words[i].Text, line.Language)));
            if (Gazetteer.Country(name, line.Language) is not null || count is > 1 and <= LongestTown && Gazetteer.City(name) is not null) return count;
        }

        return 0;
    }

    private static string Capitalised(string word, string language) => word.Length < 2 ? word : string.Join('-', word.Split('-').Select(part => part.Length < 2 ? part : part[0] + Lower(part[1..], language)));

    /// <summary>Turkish has two letters i; everywhere else the capital I is the dotted one's.</summary>
    private static string Lower(string word, string language) => language == "tr" ? word.Replace('I', 'ı').Replace('İ', 'i').ToLowerInvariant() : word.ToLowerInvariant();
}
