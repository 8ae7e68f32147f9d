using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Who is who and what happened, from what documents say and people decided: pure, and the same in any order.</summary>
public static class Resolver
{
    /// <param name="documents">Each document once.</param>
    /// <param name="decisions">Of two about one pair the later counts.</param>
    public static Resolution Resolve(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Decision> decisions)
        => Resolve(documents, decisions, Origins.Of(documents));

    internal static Resolution Resolve(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Decision> decisions, IReadOnlyDictionary<string, string> origins)
    {
        decisions = Standing(decisions);
        var ordered = documents.OrderBy(d => d.Document.Id, StringComparer.Ordinal).ToList();
        var decided = decisions.SelectMany(d => new[] { d.A, d.B }).ToHashSet();
        var profiles = Profile.Of(ordered.SelectMany(d => d.Sightings), decided);
        var actors = Groups(profiles, ordered, decisions, origins).Select(Describe).OrderBy(actor => actor.Id, StringComparer.Ordinal).ToList();
        var actorOf = actors.SelectMany(actor => actor.Sightings.Select(s => (s, actor.Id))).ToDictionary(pair => pair.s, pair => pair.Id);
        var evidence = ordered.SelectMany(d => d.Evidence).ToList();
        var meetings = new ResolvedMeetings(actorOf).Of(evidence.OfType<MeetingEvidence>());
        return new(actors, meetings, ResolvedTies.Of(evidence, actorOf), actorOf,
            meetings.SelectMany(m => m.Evidence.Select(e => (e, m.Id))).ToDictionary(pair => pair.e, pair => pair.Id));
    }

    /// <summary>The decisions that nobody took back, oldest first.</summary>
    internal static IReadOnlyList<Decision> Standing(IReadOnlyList<Decision> decisions)
    {
        var undone = decisions.Select(decision => decision.Undoes).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return decisions.Where(decision => decision.Undoes is null && !undone.Contains(decision.Id)).OrderBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<IReadOnlyList<Profile>> Groups(IReadOnlyList<Profile> profiles, IReadOnlyList<DocumentFacts> documents,
        IReadOnlyList<Decision> decisions, IReadOnlyDictionary<string, string> origins)
    {
        var names = profiles.Select(profile => profile.Key).ToList();
        var (links, forbidden) = ActorLinks.Between(profiles, decisions);
        var first = Clustering.Of(names, links, forbidden);
        var groupOf = first.SelectMany((group, number) => group.SelectMany(i => profiles[i].Sightings.Select(s => (s.Id, number)))).ToDictionary(p => p.Id, p => p.number);
        foreach (var (profile, group) in new ShortForms(documents, origins).Attach(profiles, groupOf))
            links.Add(new(profile, first[group][0], 0));
        return Clustering.Of(names, links, forbidden).Select(group => (IReadOnlyList<Profile>)group.Select(i => profiles[i]).ToList());
    }

    private static ResolvedActor Describe(IReadOnlyList<Profile> group)
    {
        var sightings = group.SelectMany(profile => profile.Sightings).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
        var type = sightings[0].Type;
        var name = sightings.GroupBy(s => s.Name).OrderByDescending(names => type == ActorType.Person && NameComparison.Telling(names.Key, type).Count > 1)
            .ThenByDescending(names => names.Count()).ThenByDescending(names => names.Key.Length).ThenBy(names => names.Key, StringComparer.Ordinal).First().Key;
        var iso = sightings.Select(s => s.Iso2).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        if (type == ActorType.Country && iso is not null) name = CountryNames.Of(iso) ?? name;
        return new(ActorIds.Of(sightings[0]), type, name, sightings.SelectMany(s => s.Names).Where(n => n != name).Distinct().Order(StringComparer.Ordinal).ToList(), iso, sightings.Select(s => s.Id).ToList());
    }
}
