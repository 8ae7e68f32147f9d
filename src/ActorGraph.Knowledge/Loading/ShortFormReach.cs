using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Places the short forms ("Haftar") that a change can reach: new ones, those of actors that were regrouped, those whose company changed, and those whose document has another origin.</summary>
internal sealed class ShortFormReach(IGraphSession session, DocumentsChange change, OriginReach origins, ActorReach actors, CancellationToken cancellation)
{
    private const string Outside = "outside ";

    private readonly Dictionary<string, Look> _asked = new(StringComparer.Ordinal);
    private Dictionary<string, List<Look>> _groups = [];
    private Dictionary<string, string> _groupOf = [];

    /// <returns>Every actor that was reached.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Look>>> PlaceAsync()
    {
        await AskAsync();
        foreach (var pulled in await actors.DecidedWithAsync(_asked.Values)) await actors.PullAsync([pulled.Actor]);
        Group();
        var alone = _asked.Values.Where(look => look.Words.Count > 0 && _groups[_groupOf[look.Key]].Count == 1).OrderBy(look => look.Key, StringComparer.Ordinal).ToList();
        var placed = await JudgeAsync(alone);
        await actors.PullAsync(placed.Values.Where(group => group.StartsWith(Outside, StringComparison.Ordinal)).Select(group => group[Outside.Length..]));
        Group();
        var kept = actors.Reached.Values.Where(look => look.IsShortForm && !_asked.ContainsKey(look.Key)).ToList();
        var settled = actors.Reached.Values.Where(look => !look.IsShortForm && actors.Held.ContainsKey(look.Key)).ToLookup(look => actors.Held[look.Key].Actor, look => look.Key, StringComparer.Ordinal);
        foreach (var look in kept.Where(look => _groups[_groupOf[look.Key]].Count == 1))
        {
            if (settled[actors.Held[look.Key].Actor].FirstOrDefault() is { } with) placed[look.Key] = _groupOf[with];
        }

        foreach (var (look, group) in placed.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var into = group.StartsWith(Outside, StringComparison.Ordinal) ? _groupOf[settled[group[Outside.Length..]].First()] : group;
            _groups[into].Add(actors.Reached[look]);
            _groups.Remove(look);
        }

        return _groups.Values.ToList();
    }

    private void Group()
    {
        _groups = ActorGroups.Of(actors.Reached.Values, change.After).ToDictionary(group => group[0].Key, group => group.ToList(), StringComparer.Ordinal);
        _groupOf = _groups.SelectMany(group => group.Value.Select(look => (look.Key, Group: group.Key))).ToDictionary(pair => pair.Key, pair => pair.Group, StringComparer.Ordinal);
    }

    private async Task AskAsync()
    {
        Ask(actors.Reached.Values.Where(look => actors.IsRegrouped(look.Key)));
        var moved = new Dictionary<string, (Look Look, HashSet<string>? Company)>(StringComparer.Ordinal);
        foreach (var (before, after) in actors.Touched)
        {
            if ((after ?? before) is not { Type: ActorType.Person, IsShortForm: false } look) continue;
            var company = Told(before).ToHashSet(StringComparer.Ordinal);
            company.SymmetricExceptWith(Told(after));
            if (company.Count > 0) moved[look.Key] = (look, company);
        }

        foreach (var look in actors.Reached.Values.Concat(actors.Touched.Select(pair => pair.Before).OfType<Look>()).Where(look => look is { Type: ActorType.Person, IsShortForm: false } && actors.IsRegrouped(look.Key))) moved[look.Key] = (look, null);
        var byKey = moved.Values.SelectMany(m => m.Look.Words.SelectMany(NameKeys.OfWord).Distinct().Select(key => (Key: LookPart.ShortKey(key), m))).ToLookup(pair => pair.Key, pair => pair.m, StringComparer.Ordinal);
        var asked = (await actors.Looks.ShortFormsAsync(byKey.Select(group => group.Key), cancellation))
            .Where(held => LookPart.ShortKeys(held.Look).SelectMany(key => byKey[key]).Any(m => (m.Company is null || Told(held.Look).Any(m.Company.Contains)) && ShortForms.MayMean(held.Look, m.Look))).Select(held => held.Look.Key).ToList();
        var documents = origins.Rejoined.Where(id => !change.ComeIds.Contains(id)).ToList();
        if (documents.Count > 0) asked.AddRange((await session.RowsAsync("reach/people-in", cancellation, ("documents", documents))).Select(row => (string)row[2]!));
        var held = (await actors.Looks.ByIdAsync(asked, cancellation)).Where(held => held.Look.IsShortForm && actors.Now(held.Look.Key) is not null).ToList();
        await actors.PullAsync(held.Select(look => look.Actor));
        Ask(held.Select(look => actors.Now(look.Look.Key)!));
    }

    private void Ask(IEnumerable<Look> looks)
    {
        foreach (var look in looks.Where(look => look.IsShortForm)) _asked[look.Key] = look;
    }

    private static IEnumerable<string> Told(Look? look) => look is null ? [] : look.Tally.Dealt.Keys.Select(key => "dealt " + key).Concat(look.Tally.Company.Keys);

    private async Task<Dictionary<string, string>> JudgeAsync(IReadOnlyList<Look> alone)
    {
        var placed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (alone.Count == 0) return placed;
        var candidates = (await actors.Looks.ByNameKeysAsync(alone.SelectMany(look => NameKeys.OfWord(look.Words[0])), cancellation)).Select(held => actors.Now(held.Look.Key)).OfType<Look>()
            .Concat(actors.Reached.Values).Where(look => look is { Type: ActorType.Person, IsShortForm: false }).DistinctBy(look => look.Key)
            .SelectMany(look => look.Words.SelectMany(NameKeys.OfWord).Distinct().Select(key => (key, look))).ToLookup(pair => pair.key, pair => pair.look);
        var near = await NearAsync(alone);
        foreach (var look in alone)
        {
            var apart = ActorGroups.KeptFrom(look.First, change.After);
            var may = NameKeys.OfWord(look.Words[0]).SelectMany(key => candidates[key]).Distinct().Where(candidate => ShortForms.MayMean(look, candidate)).Select(candidate => (Group: GroupOf(candidate.Key), candidate))
                .Where(candidate => !_groups.TryGetValue(candidate.Group, out var group) || !group.Any(member => apart.Contains(member.First)));
            if (ShortForms.Group(look, may, [.. near[ShortForms.DocumentOf(look.First)]]) is { } group) placed[look.Key] = group;
        }

        return placed;
    }

    private string GroupOf(string look) => _groupOf.GetValueOrDefault(look) ?? Outside + actors.Held[look].Actor;

    /// <summary>Who is named, by full names, in the documents of these and in those of the same origin.</summary>
    private async Task<ILookup<string, NearSighting>> NearAsync(IReadOnlyList<Look> alone)
    {
        var documents = alone.Select(look => ShortForms.DocumentOf(look.First)).Distinct().ToList();
        var far = documents.Where(id => !origins.After.ContainsKey(id)).ToList();
        var originOf = new Dictionary<string, string>(origins.After, StringComparer.Ordinal);
        if (far.Count > 0)
        {
            foreach (var row in await session.RowsAsync("reach/origins", cancellation, ("documents", far))) originOf[(string)row[0]!] = (string)row[1]!;
            foreach (var row in await session.RowsAsync("reach/documents-of-origins", cancellation, ("origins", far.Select(id => originOf[id]).Distinct().ToList()))) originOf[(string)row[0]!] = (string)row[1]!;
        }

        var wanted = documents.Select(id => originOf[id]).ToHashSet(StringComparer.Ordinal);
        var held = originOf.Where(pair => wanted.Contains(pair.Value) && !change.ComeIds.Contains(pair.Key)).Select(pair => pair.Key).ToList();
        var rows = held.Count == 0 ? [] : await session.RowsAsync("reach/people-in", cancellation, ("documents", held));
        await actors.Looks.ByIdAsync(rows.Select(row => (string)row[2]!).Where(look => !actors.Held.ContainsKey(look)), cancellation);
        var seen = rows.Where(row => !actors.Held[(string)row[2]!].Look.IsShortForm).Select(row => new NearSighting((string)row[0]!, GroupOf((string)row[2]!), Statements.Texts(row[4])))
            .Concat(change.ComeSighted.Where(pair => pair.Look is { Type: ActorType.Person, IsShortForm: false }).Select(pair => new NearSighting(ShortForms.DocumentOf(pair.Sighting.Id), GroupOf(pair.Look.Key), pair.Sighting.Names)))
            .ToLookup(n => originOf[n.Document], StringComparer.Ordinal);
        return documents.SelectMany(id => seen[originOf[id]].Select(n => (id, n))).ToLookup(pair => pair.id, pair => pair.n, StringComparer.Ordinal);
    }
}
