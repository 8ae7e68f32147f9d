using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Words made of a town's or region's name by an ending: "Rotterdamse" of Rotterdam, "Münchner" of München, "Batmanlı" of Batman.</summary>
internal static class TownDemonyms
{
    private const double LeastSize = 5;

    /// <summary>By language, the ending, and what it may have replaced.</summary>
    private static readonly (string Language, string Ending, string[] Instead)[] Endings =
        [.. Tables.Rows("town-demonyms.tsv").Select(row => (row[0], row[1], row[2].Split(',')))];

    private static readonly Dictionary<(string, string), string> Irregular = Tables.Rows("town-demonyms-irregular.tsv").ToDictionary(row => (row[1], row[0]), row => row[2]);

    /// <summary>The town or region of which the word is made, null where it is not made of one.</summary>
    public static string? Place(Sentence sentence, int at)
    {
        var (word, language) = (sentence.Words[at], sentence.Language);
        if (!word.IsCapital || word.IsAcronym) return null;
        if (Irregular.TryGetValue((language, word.Text), out var place)) return place;
        if (word.Text.Length < 6 || Gazetteer.City(word.Text) is not null || Gazetteer.IsGivenName(word.Text) || Gazetteer.TitleKind(word.Lower, language) is not null || Gazetteer.IsFunctionWord(word.Lower, language)) return null;
        // German words end so by the hundred; a town's stands before the noun that it describes.
        if (language == "de" && !(at + 1 < sentence.Words.Count && NameTypes.Adjacent(sentence.Words, at) && sentence.Words[at + 1].IsCapital && !Gazetteer.IsGivenName(sentence.Words[at + 1].Text))) return null;
        foreach (var (of, ending, instead) in Endings)
        {
            if (of != language || !word.Text.EndsWith(ending, StringComparison.Ordinal)) continue;
            foreach (var stem in instead.Select(last => word.Text[..^ending.Length] + last))
            {
                if (stem.Length > 3 && (Gazetteer.City(stem) is { Size: >= LeastSize } || Gazetteer.WellKnown(stem) is { Type: ActorType.Place }) && Gazetteer.Country(stem, language) is null) return stem;
            }
        }

        return null;
    }
}
