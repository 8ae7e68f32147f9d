namespace ActorGraph.Api.Evaluation;

/// <summary>Offices, family and relations between actors, each as a set over all documents.</summary>
internal sealed class TieScore(IReadOnlyList<GoldDocument> gold, ReportedFacts facts, GoldNames names)
{
    private readonly List<Difference> differences = [];

    public IEnumerable<Difference> Differences => differences;

    public IEnumerable<Figure> Roles()
    {
        var told = new Dictionary<(string Person, string Of), (string Document, string Told, HashSet<string> Statuses)>();
        var (required, optional) = (new HashSet<(string, string)>(), new HashSet<(string, string)>());
        foreach (var (document, role) in Each(facts => facts.Roles).Where(each => each.Item.Of is { Length: > 0 }))
        {
            var key = (role.Person, role.Of!);
            (role.Optional ? optional : required).Add(key);
            if (!told.TryGetValue(key, out var one)) told.Add(key, one = (document.Name, $"{names.Told(role.Person)}, {role.Title} of {names.Told(role.Of!)}", []));
            one.Statuses.Add(role.Status ?? "current");
            foreach (var other in role.OfAccept ?? []) optional.Add((role.Person, other));
        }

        var found = new Dictionary<(string, string), ReportedRole>();
        foreach (var role in facts.Roles.Where(role => role.Of is { Length: > 0 })) found[(names.OrId(role.Person), names.OrId(role.Of!))] = role;
        yield return Compare("roles", "role", required, optional, found.Keys.ToHashSet(), key => (told[key].Document, told[key].Told, null),
            key => Where(found[key].Evidence, $"{Name(found[key].Person)}, {found[key].Title} of {Name(found[key].Of!)}"));
        var right = required.Where(found.ContainsKey).ToList();
        yield return new("roles, of the found: status right", [("", Figure.Round(Figure.Share(right.Count(key => told[key].Statuses.Contains(found[key].Status)), right.Count)))]);
    }

    public IEnumerable<Figure> Family()
    {
        static string Pair(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? $"{a}\n{b}" : $"{b}\n{a}";
        var told = Each(facts => facts.Family).GroupBy(each => Pair(each.Item.A, each.Item.B)).ToDictionary(group => group.Key, group => group.First());
        // Whoever is none of the reader's is one nobody.
        var found = facts.Family.GroupBy(tie => Pair(names.OrNull(tie.A) ?? "?", names.OrNull(tie.B) ?? "?")).ToDictionary(group => group.Key, group => group.First());
        yield return Compare("family", "family", told.Keys.ToHashSet(), [], found.Keys.ToHashSet(), key => (told[key].Document.Name, $"{names.Told(told[key].Item.A)} {told[key].Item.Relation} {names.Told(told[key].Item.B)}", null),
            key => Where(found[key].Evidence, $"{Name(found[key].A)} {found[key].Relation} {Name(found[key].B)}"));
        var directed = Each(facts => facts.Family).Select(each => (each.Item.A, each.Item.B, each.Item.Relation)).ToHashSet();
        directed.IntersectWith(facts.Family.Select(tie => (names.OrNull(tie.A) ?? "", names.OrNull(tie.B) ?? "", tie.Relation)));
        yield return new("family, of the found: relation and direction right", [("", Figure.Round(Figure.Share(directed.Count, told.Keys.Count(found.ContainsKey))))]);
    }

    public Figure Relations()
    {
        var told = Each(facts => facts.Relations ?? []).GroupBy(each => (each.Item.A, each.Item.Kind, each.Item.B)).ToDictionary(group => group.Key, group => group.First());
        static bool IsOptional(GoldRelation relation) => relation.Optional || relation.Status is "denied" or "alleged" or "planned";
        var required = Each(facts => facts.Relations ?? []).Where(each => !IsOptional(each.Item)).Select(each => (each.Item.A, each.Item.Kind, each.Item.B)).ToHashSet();
        var found = facts.Relations.Where(relation => relation.Status is "current" or "former").GroupBy(relation => (names.Of(relation.A), relation.Kind, names.Of(relation.B))).ToDictionary(group => group.Key, group => group.First());
        return Compare("relations", "relation", required, told.Keys.Where(key => !required.Contains(key)).ToHashSet(), found.Keys.ToHashSet(),
            key => (told[key].Document.Name, $"{names.Told(key.Item1)} {key.Item2} {names.Told(key.Item3)}", told[key].Item.Text), key => Where(found[key].Evidence, $"{names.Told(key.Item1)} {key.Item2} {names.Told(key.Item3)}"));
    }

    private Figure Compare<T>(string name, string one, HashSet<T> required, HashSet<T> optional, HashSet<T> found,
        Func<T, (string Document, string Told, string? Text)> told, Func<T, (string? Document, string Told, string? Text)> extra)
    {
        var missed = required.Where(key => !found.Contains(key)).Select(told).ToList();
        var wrong = found.Where(key => !required.Contains(key) && !optional.Contains(key)).Select(extra).ToList();
        differences.AddRange(wrong.Select(tie => new Difference(tie.Document, one + " extra", tie.Told, tie.Text)));
        differences.AddRange(missed.Select(tie => new Difference(tie.Document, one + " missed", tie.Told, tie.Text)));
        return Figure.Of(name, required.Count - missed.Count, wrong.Count, missed.Count);
    }

    private (string? Document, string Told, string? Text) Where(IReadOnlyList<ReportedEvidence> evidence, string told)
        => evidence.Count == 0 ? (null, told, null) : (evidence[0].Name, told, gold.FirstOrDefault(document => document.Name == evidence[0].Name)?.Quote(new(evidence[0].Start, evidence[0].End)));

    private string Name(string id) => names.Told(names.Of(id));

    private IEnumerable<(GoldDocument Document, T Item)> Each<T>(Func<GoldFacts, IReadOnlyList<T>> items) => gold.SelectMany(document => items(document.Facts).Select(item => (document, item)));
}
