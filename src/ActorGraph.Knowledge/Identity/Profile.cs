using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>All sightings that look exactly alike: however often an actor was seen so, it is compared once.</summary>
internal sealed record Profile(string Key, ActorType Type, string Name, IReadOnlyList<string> Names, string? Iso2, IReadOnlyList<Sighting> Sightings)
{
    public IReadOnlyList<string> Words { get; } = NameComparison.Telling(Name, Type);

    /// <summary>A person called by one word only: which of the people called so, the word alone does not say.</summary>
    public bool IsShortForm => Type == ActorType.Person && Words.Count < 2;

    /// <param name="decided">Sightings that people spoke of; each stands for itself.</param>
    public static IReadOnlyList<Profile> Of(IEnumerable<Sighting> sightings, IReadOnlySet<string> decided)
    {
        var seen = new Dictionary<(string Article, string Look), int>();
        return sightings.OrderBy(sighting => sighting.Id, StringComparer.Ordinal)
            .GroupBy(sighting => KeyOf(sighting, decided, seen))
            .Select(group => new Profile(group.Key, group.First().Type, group.First().Name, group.First().Names, group.First().Iso2, group.ToList()))
            .OrderBy(profile => profile.Key, StringComparer.Ordinal).ToList();
    }

    private static string KeyOf(Sighting sighting, IReadOnlySet<string> decided, Dictionary<(string, string), int> seen)
    {
        if (sighting is { Type: ActorType.Country, Iso2: { } iso }) return "Country|" + iso;
        var look = $"{sighting.Type}|{sighting.Name}|{sighting.Iso2}|{string.Join('|', sighting.Names)}";
        if (decided.Contains(sighting.Id) || sighting is { Type: ActorType.Person } && NameComparison.Telling(sighting.Name, ActorType.Person).Count < 2)
            return look + "|" + sighting.Id;
        // Two that one article keeps apart under one name (father and son) stay apart.
        var number = seen[(sighting.ArticleId, look)] = seen.GetValueOrDefault((sighting.ArticleId, look)) + 1;
        return number == 1 ? look : $"{look}|{number}|{sighting.Id}";
    }
}
