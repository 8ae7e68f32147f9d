using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Tagging;

/// <summary>What the tables know of a word, in any sense that it may have: features of the tagger, never its decision.</summary>
[Flags]
internal enum WordClasses
{
    None = 0,
    GivenName = 1,
    Town = 2,
    City = 4,
    Country = 8,
    Demonym = 16,
    OrganizationHead = 32,
    PlaceWord = 64,
    Office = 128,
    Rank = 256,
    Portfolio = 512,
    Ordinary = 1024,
    Function = 2048,
    KnownOrganization = 4096,
    Locative = 8192,
    Personal = 16384,
    PersonCue = 32768,
    OrganizationCue = 65536,
    PlaceCue = 131072,
    Acronym = 262144,
}

internal static class WordClassing
{
    public static WordClasses Of(Word word, string language)
    {
        var lower = word.Lower;
        var classes = Gazetteer.TitleKind(lower, language) switch { null => WordClasses.None, "office" => WordClasses.Office, _ => WordClasses.Rank };
        if (Gazetteer.IsFunctionWord(lower, language)) classes |= WordClasses.Function;
        if (DocumentEvidence.IsLocative(lower, language)) classes |= WordClasses.Locative;
        if (DocumentEvidence.IsPersonal(lower)) classes |= WordClasses.Personal;
        classes |= Gazetteer.Cue(lower, language) switch { Facts.ActorType.Organization => WordClasses.OrganizationCue, Facts.ActorType.Place => WordClasses.PlaceCue, null => WordClasses.None, _ => WordClasses.PersonCue };
        if (!word.IsCapital) return classes;
        if (Gazetteer.IsGivenName(word.Text)) classes |= WordClasses.GivenName;
        if (Gazetteer.City(word.Text) is { } city) classes |= city.Size >= 5 ? WordClasses.City : WordClasses.Town;
        if (Gazetteer.Country(word.Text, language) is { } country) classes |= country.IsDemonym ? WordClasses.Demonym : WordClasses.Country;
        if (Gazetteer.IsOrganizationHead(lower)) classes |= WordClasses.OrganizationHead;
        if (Gazetteer.IsPlaceWord(lower)) classes |= WordClasses.PlaceWord;
        if (Gazetteer.IsPortfolio(lower, language)) classes |= WordClasses.Portfolio;
        if (Gazetteer.IsCommonWord(lower)) classes |= WordClasses.Ordinary;
        if (Gazetteer.WellKnown(word.Text) is { Type: Facts.ActorType.Organization }) classes |= WordClasses.KnownOrganization;
        if (word.IsAcronym) classes |= WordClasses.Acronym;
        return classes;
    }
}
