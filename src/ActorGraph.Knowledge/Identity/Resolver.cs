using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Who is who and what happened, from what documents say and people decided: pure, and the same in any order.</summary>
public static class Resolver
{
    /// <param name="documents">Each document once.</param>
    /// <param name="decisions">Of two about one pair the later counts.</param>
    public static Resolution Resolve(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Decision> decisions)
    {
        var ordered = documents.OrderBy(d => d.Document.Id, StringComparer.Ordinal).ToList();
        var standing = ActorGroups.Standing(decisions);
        var sighted = ordered.SelectMany(facts => DocumentLooks.Of(facts, ActorGroups.Decided(standing))).ToList();
        var groups = Actors(ordered, sighted, standing);
        var groupOf = groups.SelectMany(group => group.Looks.Select(look => (look.Key, group.Id))).ToDictionary(pair => pair.Key, pair => pair.Id, StringComparer.Ordinal);
        var actorOf = sighted.ToDictionary(pair => pair.Sighting.Id, pair => groupOf[pair.Look.Key]);
        var sightings = actorOf.ToLookup(pair => pair.Value, pair => pair.Key);
        var evidence = ordered.SelectMany(d => d.Evidence).ToList();
        var days = ordered.SelectMany(d => d.Articles.Select(article => (article.Id, Day: article.Date ?? d.Document.PublishedAt))).ToDictionary(pair => pair.Id, pair => pair.Day, StringComparer.Ordinal);
        var reported = evidence.ToDictionary(e => e.Id, e => days[e.ArticleId], StringComparer.Ordinal);
        var meetings = new ResolvedMeetings(actorOf, id => reported[id]).Of(evidence.OfType<MeetingEvidence>());
        return new(groups.Select(group => new ResolvedActor(group.Id, group.Type, group.Name, group.Aliases, group.Iso2, sightings[group.Id].Order(StringComparer.Ordinal).ToList())).ToList(),
            meetings, ResolvedTies.Of(evidence, actorOf), actorOf, meetings.SelectMany(m => m.Evidence.Select(e => (e, m.Id))).ToDictionary(pair => pair.e, pair => pair.Id));
    }

    /// <summary>Every actor and place, ordinal order of their ids.</summary>
    internal static IReadOnlyList<ActorGroup> Actors(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<(Sighting Sighting, Look Look)> sighted, IReadOnlyList<Decision> standing)
    {
        var looks = Look.Sum(sighted.Select(pair => pair.Look));
        var groups = ActorGroups.Of(looks.Values, standing).ToDictionary(group => group[0].Key, group => group.ToList(), StringComparer.Ordinal);
        var groupOf = groups.SelectMany(group => group.Value.Select(look => (look.Key, Group: group.Key))).ToDictionary(pair => pair.Key, pair => pair.Group, StringComparer.Ordinal);
        var origins = Origins.Of(documents);
        var people = sighted.Where(pair => pair.Look is { Type: ActorType.Person, IsShortForm: false })
            .ToLookup(pair => origins[ShortForms.DocumentOf(pair.Sighting.Id)], pair => new NearSighting(ShortForms.DocumentOf(pair.Sighting.Id), groupOf[pair.Look.Key], pair.Sighting.Names));
        var named = looks.Values.Where(look => !look.IsShortForm && look.Type == ActorType.Person).SelectMany(look => look.Words.SelectMany(NameKeys.OfWord).Distinct().Select(key => (key, look))).ToLookup(pair => pair.key, pair => pair.look);
        var placed = new List<(string Alone, string Group)>();
        foreach (var alone in groups.Values.Where(group => group is [{ IsShortForm: true, Words.Count: > 0 }]).Select(group => group[0]))
        {
            var apart = ActorGroups.KeptFrom(alone.First, standing);
            var candidates = NameKeys.OfWord(alone.Words[0]).SelectMany(key => named[key]).Distinct().Where(look => ShortForms.MayMean(alone, look))
                .Select(look => (groupOf[look.Key], look)).Where(candidate => !groups[candidate.Item1].Any(look => apart.Contains(look.First)));
            if (ShortForms.Group(alone, candidates, [.. people[origins[ShortForms.DocumentOf(alone.First)]]]) is { } group) placed.Add((alone.Key, group));
        }

        foreach (var (alone, group) in placed)
        {
            groups[group].AddRange(groups[alone]);
            groups.Remove(alone);
        }

        return groups.Values.Select(ActorGroup.Of).OrderBy(group => group.Id, StringComparer.Ordinal).ToList();
    }
}
