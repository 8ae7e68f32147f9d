using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who bears the same surname in an article: a relative told with the full name is rather theirs than of whoever stands near.</summary>
internal sealed class Namesakes(AnnotatedText text)
{
    private readonly Dictionary<string, ILookup<string, Sighting>> bySurname = [];
    private readonly Dictionary<string, Sighting> byId = text.Sightings.Where(sighting => sighting.Type == ActorType.Person).ToDictionary(sighting => sighting.Id);

    /// <summary>The others of the article, named before the place, who bear a surname of this one's.</summary>
    /// <param name="fits">Who may be meant.</param>
    public IReadOnlyList<string> Of(string sighting, Article article, int before, Func<string, bool> fits)
    {
        if (!byId.TryGetValue(sighting, out var own) || !own.Name.Contains(' ', StringComparison.Ordinal)) return [];
        if (!bySurname.TryGetValue(article.Id, out var known))
            bySurname[article.Id] = known = byId.Values.Where(person => person.ArticleId == article.Id).SelectMany(person => Surnames(person.Name, article.Language).Select(name => (name, person))).ToLookup(pair => pair.name, pair => pair.person);
        return Surnames(own.Name, article.Language).SelectMany(name => known[name]).Where(other => other.Id != sighting && fits(other.Id) && other.Mentions.Any(mention => mention.Span.Start < before)).Select(other => other.Id).Distinct().ToList();
    }

    /// <summary>The last word, both parts of a double name, the masculine form of a feminine one; in Spanish the word before the last too.</summary>
    private static IEnumerable<string> Surnames(string name, string language)
    {
        const int LeastStem = 4;
        var words = name.Split(' ').Where(word => !OfficeWords.Is(word.ToLowerInvariant().TrimEnd('.'), "junior", language)).ToList();
        if (words.Count == 0) yield break;
        foreach (var word in words.Count > 2 && OfficeWords.Has("two-surnames", language) ? words.TakeLast(2) : words.TakeLast(1))
        {
            foreach (var part in word.ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries))
            {
                // "Sadykova" of "Sadykov", "Kowalska" of "Kowalski".
                var ending = part.Length > LeastStem ? part[^2..] : "";
                yield return ending is "va" or "na" ? part[..^1] : ending is "ka" ? part[..^1] + "i" : part;
            }
        }
    }
}
