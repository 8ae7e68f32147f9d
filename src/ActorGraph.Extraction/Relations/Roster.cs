using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whom and what each article names, found at once however long the text is.</summary>
internal sealed class Roster
{
    private const int MostWords = 8;

    private readonly Dictionary<(string Article, string Iso2), Sighting> countries = [];
    private readonly Dictionary<(string Article, string Name), Sighting> places = [];
    private readonly Dictionary<string, Sighting> mostNamed = [];
    private readonly Dictionary<string, ActorType> types = [];
    private readonly Dictionary<(string Article, string Title), List<OfficeEvidence>> offices = [];

    public Roster(AnnotatedText text)
    {
        const int Often = 3;
        foreach (var sighting in text.Sightings)
        {
            types[sighting.Id] = sighting.Type;
            if (sighting is { Type: ActorType.Country, Iso2: { } iso }) countries.TryAdd((sighting.ArticleId, iso), sighting);
            if (sighting.Type == ActorType.Place) places.TryAdd((sighting.ArticleId, sighting.Name), sighting);
            if (sighting.Type == ActorType.Person && sighting.Mentions.Count >= Often && (!mostNamed.TryGetValue(sighting.ArticleId, out var other) || sighting.Mentions.Count > other.Mentions.Count)) mostNamed[sighting.ArticleId] = sighting;
        }

        // "foreign minister" answers to "the foreign minister" and to "the minister".
        foreach (var office in text.Evidence.OfType<OfficeEvidence>())
        {
            var words = office.Title.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var head = Holders.Head(office.Title.ToLowerInvariant(), text.ArticleAt(office.Span.Start).Language).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var called in Endings(words).Concat(Endings(head)).Distinct())
            {
                if (!offices.TryGetValue((office.ArticleId, called), out var told)) offices[(office.ArticleId, called)] = told = [];
                told.Add(office);
            }
        }
    }

    private static IEnumerable<string> Endings(string[] words) => Enumerable.Range(0, Math.Min(words.Length, MostWords)).Select(from => string.Join(' ', words[from..]));

    /// <summary>Whom the article calls so, of a state or an organization where one is given; null where it tells nobody, or several.</summary>
    public string? Holder(string article, string title, string? of)
    {
        if (!offices.TryGetValue((article, title), out var told)) return null;
        var holders = told.Where(office => (of is null || office.Of == of) && office.Status is FactStatus.Current or FactStatus.Acting).Select(office => office.Person).Distinct().Take(2).ToList();
        return holders.Count == 1 ? holders[0] : null;
    }

    /// <summary>All whom the article tells to hold the office of which this is the plural: "ministers"; in the order in which it names them.</summary>
    public IReadOnlyList<string> HoldersOf(string article, string plural, string language)
        => offices.Where(told => told.Key.Article == article && OfficeWords.IsPlural(plural, told.Key.Title, language)).SelectMany(told => told.Value).Where(office => office.Status is FactStatus.Current or FactStatus.Acting).OrderBy(office => office.Span.Start).ThenBy(office => office.Trigger.Start).Select(office => office.Person).Distinct().ToList();

    public string? Country(string article, string? iso) => iso is not null && countries.TryGetValue((article, iso), out var country) ? country.Id : null;

    public Sighting? Place(string article, string name) => places.GetValueOrDefault((article, name));

    /// <summary>The person whom an article names most, and at least three times.</summary>
    public string? Protagonist(string article) => mostNamed.GetValueOrDefault(article)?.Id;

    public ActorType TypeOf(string sighting) => types[sighting];
}
