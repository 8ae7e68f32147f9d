using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>What each sighting of one document looks like: from that document alone, and from which sightings people spoke of.</summary>
internal static class DocumentLooks
{
    /// <param name="decided">Sightings that people spoke of; each stands for itself.</param>
    /// <returns>A look of one sighting for each, ordinal order of their ids.</returns>
    public static IReadOnlyList<(Sighting Sighting, Look Look)> Of(DocumentFacts facts, IReadOnlySet<string> decided)
    {
        var ordered = facts.Sightings.OrderBy(sighting => sighting.Id, StringComparer.Ordinal).ToList();
        var keys = Keys(ordered, decided);
        var apart = ordered.GroupBy(s => (s.ArticleId, s.Type, s.Name)).SelectMany(group => group.Select(s => (s.Id, Others: group.Select(o => keys[o.Id]).Where(key => key != keys[s.Id]).Distinct())))
            .ToDictionary(pair => pair.Id, pair => pair.Others);
        var dealt = Partners(facts);
        var named = ordered.Where(s => s.Type is ActorType.Person or ActorType.Organization).Select(Called).Distinct().ToList();
        var days = facts.Articles.ToDictionary(article => article.Id, article => article.Date ?? facts.Document.PublishedAt, StringComparer.Ordinal);
        return ordered.Select(s => (s, One(s, days[s.ArticleId], facts.Document.Text, keys[s.Id], apart[s.Id], s.Type == ActorType.Person ? dealt[s.Id] : [], s.Type == ActorType.Person ? named.Where(name => name != Called(s)) : []))).ToList();
    }

    private static Look One(Sighting s, DateOnly? day, string text, string key, IEnumerable<string> apart, IEnumerable<string> dealt, IEnumerable<string> company)
    {
        var country = s is { Type: ActorType.Country, Iso2: { } iso } ? CountryNames.Of(iso) ?? iso : null;
        return new(key, s.Type, s.Iso2, country ?? s.Name, country is null ? s.Names : [country], s.Id, day, 1, new(
            LookTally.Count([s.Name]), LookTally.Count(s.Names), LookTally.Count(s.Mentions.Where(m => !m.IsBoilerplate).Select(m => NameText.Fold(m.Span.Of(text)))),
            LookTally.Count(apart), LookTally.Count(dealt.Distinct()), LookTally.Count(company)));
    }

    private static Dictionary<string, string> Keys(IEnumerable<Sighting> ordered, IReadOnlySet<string> decided)
    {
        var seen = new Dictionary<(string Article, string Look), int>();
        return ordered.ToDictionary(s => s.Id, s => "look:" + Ids.Hash(KeyOf(s, decided, seen)));
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

    /// <summary>Who a partner is, as far as its own document says: alike in any spelling, and for many people of one family name.</summary>
    private static string Called(Sighting s) => s.Type switch
    {
        ActorType.Person => "p:" + (NameComparison.Telling(s.Name, s.Type) is [.., var last] ? NameKeys.OfWord(last)[0] : NameText.Fold(s.Name)),
        ActorType.Country => "c:" + (s.Iso2 ?? NameText.Fold(s.Name)),
        ActorType.Organization => "o:" + (NameComparison.KnownAs(s.Name, s.Type) ?? string.Join(' ', NameComparison.Telling(s.Name, s.Type).Order(StringComparer.Ordinal))),
        _ => "l:" + NameText.Fold(s.Name),
    };

    private static ILookup<string, string> Partners(DocumentFacts facts)
    {
        var called = facts.Sightings.ToDictionary(s => s.Id, Called);
        return facts.Evidence.Select(Together).SelectMany(together => together.SelectMany(a => together.Where(b => b != a).Select(b => (a, b)))).ToLookup(pair => pair.a, pair => called[pair.b]);
    }

    private static List<string> Together(Evidence evidence) => (evidence switch
    {
        MeetingEvidence meeting => meeting.Participants.Select(p => p.Sighting),
        OfficeEvidence office => [office.Person, office.Of],
        FamilyEvidence family => [family.A, family.B],
        RelationEvidence relation => [relation.A, relation.B],
        _ => (IEnumerable<string?>)[],
    }).OfType<string>().ToList();
}
