using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

internal enum Gender { Unknown, Male, Female }

/// <summary>Whether "he" or "she" stands for a person, by titles and given names (<c>genders.tsv</c>); unknown where both or nothing is told.</summary>
internal sealed class Genders
{
    private static readonly Dictionary<(string Language, string Kind, string Word), Gender> Words = Tables.Rows("genders.tsv")
        .SelectMany(row => row[1].Split(',').Select(language => (Key: (language, row[3], row[0]), Gender: Enum.Parse<Gender>(row[2], ignoreCase: true)))).DistinctBy(row => row.Key).ToDictionary(row => row.Key, row => row.Gender);

    private static readonly ILookup<string, (string Ending, Gender Gender)> Endings = Words.Where(row => row.Key.Word[0] == '-').ToLookup(row => row.Key.Language, row => (row.Key.Word[1..], row.Value));

    private readonly AnnotatedText text;
    private readonly Dictionary<string, Gender> told = [];

    public Genders(AnnotatedText text)
    {
        this.text = text;
        foreach (var mention in text.Mentions.Where(mention => mention.Type == ActorType.Person))
        {
            var sighting = text.SightingAt[mention.Span];
            if (told.GetValueOrDefault(sighting) == Gender.Unknown) told[sighting] = OfMention(mention);
        }

        var persons = text.Sightings.Where(sighting => sighting.Type == ActorType.Person).ToLookup(sighting => sighting.ArticleId);
        // Whom an article names first, or most, is whom its pronouns mean.
        foreach (var (article, gender) in ByArticle())
        {
            foreach (var one in persons[article].OrderByDescending(sighting => sighting.Mentions.Count).Take(1).Concat(persons[article].Take(1))) Learn(gender, one.Id);
        }
    }

    /// <summary>The gender of nearly all pronouns of an article that has some.</summary>
    private IEnumerable<(string Article, Gender Gender)> ByArticle()
    {
        const int Least = 3;
        const int NearlyAll = 5;
        return text.Sentences.Where(sentence => !sentence.IsBoilerplate)
            .SelectMany(sentence => sentence.Words.Where(word => Focus.IsPronoun(word.Lower)).Select(word => (Article: text.ArticleAt(sentence.Span.Start).Id, Gender: OfPronoun(word.Lower, sentence.Language))))
            .GroupBy(word => word.Article).Where(words => words.Count() >= Least).Select(words => (Article: words.Key, Most: words.GroupBy(word => word.Gender).MaxBy(told => told.Count())!, All: words.Count()))
            .Where(words => (words.All - words.Most.Count()) * NearlyAll <= words.All).Select(words => (words.Article, words.Most.Key)).ToList();
    }

    /// <summary>What a pronoun says: "he", "his", "ihrer".</summary>
    public static Gender OfPronoun(string lower, string language) => Words.GetValueOrDefault((language, "pronoun", lower));

    public Gender Of(string sighting) => told.GetValueOrDefault(sighting);

    public Gender Of(NameMention mention) => told.GetValueOrDefault(text.SightingAt[mention.Span]);

    /// <summary>A pronoun that can mean nobody else tells it.</summary>
    public void Learn(NameMention mention, Gender gender) => Learn(gender, text.SightingAt[mention.Span]);

    public void Learn(Gender gender, string sighting)
    {
        if (told.GetValueOrDefault(sighting) == Gender.Unknown) told[sighting] = gender;
    }

    /// <summary>Whether nothing says that the pronoun does not mean the person.</summary>
    public bool Fits(NameMention mention, Gender gender) => gender == Gender.Unknown || Of(mention) is var own && (own == Gender.Unknown || own == gender);

    private Gender OfMention(NameMention mention)
    {
        if (OfTitle(text, mention) is not Gender.Unknown and var told) return told;
        var space = mention.Name.IndexOf(' ', StringComparison.Ordinal);
        return Words.GetValueOrDefault(("any", "given", (space < 0 ? mention.Name : mention.Name[..space]).ToLowerInvariant()));
    }

    /// <summary>What the words around a name say, whatever the name: "Mrs Keller", "her son Karl".</summary>
    public static Gender OfTitle(AnnotatedText text, NameMention mention)
    {
        const int LeastBefore = 3;
        const int LongestWord = 16;
        var language = text.ArticleAt(mention.Span.Start).Language;
        // "his daughter X": the word before a name tells it as a title does.
        var before = text.Text[Math.Max(0, mention.Span.Start - LongestWord)..mention.Span.Start].TrimEnd().Split(' ')[^1];
        var behind = text.Text[mention.Span.End..Math.Min(text.Text.Length, mention.Span.End + LongestWord)];
        if (behind.Contains("née", StringComparison.Ordinal)) return Gender.Female;
        var title = mention.Title is { } words ? words.Of(text.Text) + " " + before : before;
        foreach (var word in title.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.TrimEnd('.', ',');
            if (Words.TryGetValue((language, "title", bare), out var gender)) return gender;
            if (Endings[language].FirstOrDefault(ending => bare.Length >= ending.Ending.Length + LeastBefore && bare.EndsWith(ending.Ending, StringComparison.Ordinal)) is { Ending: not null } found) return found.Gender;
        }

        return Gender.Unknown;
    }
}
