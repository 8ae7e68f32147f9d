using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Finds whom a document means by one word alone ("Haftar"), from the company it puts him in.</summary>
internal sealed class ShortForms(IReadOnlyList<DocumentFacts> documents, IReadOnlyDictionary<string, string> origins)
{
    private const double LeastSimilarity = 0.86;
    private const int MostCompany = 2;
    private const double RareWord = 0.9;
    private readonly Dictionary<string, List<string>> _partners = Partners(documents);
    private readonly Dictionary<string, List<string>> _named = documents.ToDictionary(d => d.Document.Id,
        d => d.Sightings.Where(s => s.Type is ActorType.Person or ActorType.Organization).Select(s => s.Id).ToList());

    private readonly Dictionary<string, string> _texts = documents.ToDictionary(d => d.Document.Id, d => d.Document.Text);

    /// <summary>The group a short form belongs to, for each that belongs to one beyond doubt.</summary>
    /// <param name="groupOf">Group number by sighting id, of the sightings that are placed already.</param>
    public Dictionary<int, int> Attach(IReadOnlyList<Profile> profiles, IReadOnlyDictionary<string, int> groupOf)
    {
        var members = profiles.Where(profile => profile.Type == ActorType.Person && !profile.IsShortForm)
            .SelectMany(profile => profile.Words.SelectMany(NameKeys.OfWord).Distinct().SelectMany(key => profile.Sightings.Select(s => (key, profile, s))))
            .ToLookup(entry => entry.key, entry => (entry.profile, entry.s));
        var attached = new Dictionary<int, int>();
        for (var i = 0; i < profiles.Count; i++)
        {
            if (!profiles[i].IsShortForm || profiles[i].Words.Count == 0) continue;
            var (word, sighting) = (profiles[i].Words[0], profiles[i].Sightings[0]);
            var placed = NameKeys.OfWord(word).SelectMany(key => members[key])
                .Where(member => member.profile.Words.Any(other => NameSounds.Similarity(word, other) >= LeastSimilarity))
                .Select(member => member.s).Distinct().GroupBy(s => groupOf[s.Id]).Select(group => (group.Key, Sightings: group.ToList())).ToList();
            // Another telling of the same report says whom it means by the bare word; company is asked only where there is none.
            var candidates = Ranked(placed.Select(group => (group.Key, group.Sightings.Sum(s => CalledInCopies(sighting, word, s)))));
            if (candidates.Count == 0 || candidates[0].Support == 0) candidates = Ranked(placed.Select(group => (group.Key, Support(sighting, group.Sightings, groupOf))));
            if (candidates.Count == 0 || candidates[0].Support == 0) continue;
            if (candidates.Count == 1 || candidates[0].Support >= 2 * candidates[1].Support) attached[i] = candidates[0].Key;
        }
        return attached;
    }

    private static List<(int Key, int Support)> Ranked(IEnumerable<(int Key, int Support)> groups) => groups.OrderByDescending(group => group.Support).ThenBy(group => group.Key).ToList();

    /// <summary>How often a copy or translation of the sighting's document calls the other by the bare word.</summary>
    private int CalledInCopies(Sighting sighting, string word, Sighting other)
    {
        var (mine, its) = (DocumentOf(sighting), DocumentOf(other));
        if (mine == its || origins[mine] != origins[its]) return 0;
        return other.Mentions.Count(mention => !mention.IsBoilerplate && NameComparison.Telling(mention.Span.Of(_texts[its]), ActorType.Person) is [var bare] && NameSounds.Similarity(word, bare) >= LeastSimilarity);
    }

    /// <summary>Other actors that both are told to have dealt with; the same report told again counts more than that.</summary>
    private int Support(Sighting sighting, IReadOnlyList<Sighting> candidate, IReadOnlyDictionary<string, int> groupOf)
    {
        var mine = Dealt([sighting], groupOf);
        var shared = Dealt(candidate, groupOf).Intersect(mine).Count();
        var sameOrigin = candidate.Any(other => origins[DocumentOf(other)] == origins[DocumentOf(sighting)] && DocumentOf(other) != DocumentOf(sighting));
        var sameDocument = candidate.Any(other => DocumentOf(other) == DocumentOf(sighting));
        var mineNamed = Company(sighting, groupOf).ToHashSet();
        var company = candidate.Max(other => Company(other, groupOf).Count(mineNamed.Contains));
        // A word that hardly anyone is called needs less company to be the same one.
        if (company == 1 && NameRarity.Of(NameComparison.Telling(sighting.Name, ActorType.Person)[0]) < RareWord) company = 0;
        return 4 * shared + (sameOrigin ? 2 : 0) + (sameDocument ? 2 : 0) + Math.Min(company, MostCompany);
    }

    /// <summary>The other people and organizations that its document names.</summary>
    private IEnumerable<int> Company(Sighting sighting, IReadOnlyDictionary<string, int> groupOf)
        => _named[DocumentOf(sighting)].Where(id => id != sighting.Id && groupOf.ContainsKey(id)).Select(id => groupOf[id]).Distinct();

    private IEnumerable<int> Dealt(IEnumerable<Sighting> sightings, IReadOnlyDictionary<string, int> groupOf)
        => sightings.SelectMany(s => _partners.GetValueOrDefault(s.Id, [])).Where(groupOf.ContainsKey).Select(id => groupOf[id]).Distinct();

    private static string DocumentOf(Sighting sighting) => sighting.ArticleId[..sighting.ArticleId.LastIndexOf('/')];

    private static Dictionary<string, List<string>> Partners(IEnumerable<DocumentFacts> documents)
    {
        var partners = new Dictionary<string, List<string>>();
        foreach (var evidence in documents.SelectMany(document => document.Evidence))
        {
            string?[] together = evidence switch
            {
                MeetingEvidence meeting => [.. meeting.Participants.Select(p => p.Sighting)],
                OfficeEvidence office => [office.Person, office.Of],
                FamilyEvidence family => [family.A, family.B],
                RelationEvidence relation => [relation.A, relation.B],
                _ => throw new System.Diagnostics.UnreachableException($"No partners are told for {evidence.GetType().Name}."),
            };
            foreach (var id in together.OfType<string>())
            {
                if (!partners.TryGetValue(id, out var list)) partners[id] = list = [];
                list.AddRange(together.OfType<string>().Where(other => other != id));
            }
        }
        return partners;
    }
}
