using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>
/// The actors that a change can reach. A look that was seen before and is seen again changes only its own actor's counts. One that appears, goes, or is
/// kept apart anew reaches all that names and decisions link with it, and theirs in turn: groups outside are what they were, because groups grow along links alone.
/// </summary>
internal sealed class ActorReach
{
    private readonly IGraphSession _session;
    private readonly DocumentsChange _change;
    private readonly CancellationToken _cancellation;
    private readonly HeldLooks _held;
    private readonly ILookup<string, string> _decidedWith;

    /// <summary>Every look that what goes or comes touches, as it is afterwards; null where it goes.</summary>
    private readonly Dictionary<string, Look?> _touched = new(StringComparer.Ordinal);
    private readonly HashSet<string> _regrouped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pulled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Look> _reached = new(StringComparer.Ordinal);

    private ActorReach(IGraphSession session, DocumentsChange change, CancellationToken cancellation)
    {
        (_session, _change, _cancellation, _held) = (session, change, cancellation, new(session));
        _decidedWith = change.Before.Concat(change.After).SelectMany(d => new[] { (d.A, d.B), (d.B, d.A) }).Distinct().ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
    }

    /// <summary>The actors that were reached, as they are afterwards.</summary>
    public IReadOnlyList<ActorGroup> Actors { get; private set; } = [];

    /// <summary>Ids of those actors as they were.</summary>
    public IReadOnlySet<string> ActorsBefore => _pulled;

    /// <summary>Looks as the graph held them, as far as they were read.</summary>
    public IReadOnlyDictionary<string, HeldLook> Held => _held.Read;

    /// <summary>Actor id by look, of the looks that were reached.</summary>
    public IReadOnlyDictionary<string, string> ActorOf { get; private set; } = new Dictionary<string, string>();

    /// <summary>Looks that were held and are gone.</summary>
    public IEnumerable<string> GoneLooks => _touched.Where(pair => pair.Value is null && Held.ContainsKey(pair.Key)).Select(pair => pair.Key);

    public static async Task<ActorReach> OfAsync(IGraphSession session, DocumentsChange change, OriginReach origins, CancellationToken cancellation)
    {
        var reach = new ActorReach(session, change, cancellation);
        await reach.CountAsync();
        await reach.FollowAsync();
        var placed = await new ShortFormReach(session, change, origins, reach, cancellation).PlaceAsync();
        var groups = placed.Select(ActorGroup.Of).OrderBy(group => group.Id, StringComparer.Ordinal).ToList();
        reach.Actors = groups;
        reach.ActorOf = groups.SelectMany(group => group.Looks.Select(look => (look.Key, group.Id))).ToDictionary(pair => pair.Key, pair => pair.Id, StringComparer.Ordinal);
        return reach;
    }

    /// <summary>The looks that were reached, as they are afterwards.</summary>
    internal IReadOnlyDictionary<string, Look> Reached => _reached;

    internal HeldLooks Looks => _held;

    /// <summary>Whether its actor may have got or lost looks.</summary>
    internal bool IsRegrouped(string look) => _regrouped.Contains(look);

    internal IEnumerable<(Look? Before, Look? After)> Touched => _touched.Select(pair => (Held.GetValueOrDefault(pair.Key)?.Look, pair.Value));

    /// <summary>The look as it is afterwards; null where it is gone.</summary>
    internal Look? Now(string key) => _touched.TryGetValue(key, out var look) ? look : Held[key].Look;

    /// <summary>Reaches actors whole.</summary>
    /// <returns>The looks that were not reached before.</returns>
    internal async Task<List<Look>> PullAsync(IEnumerable<string> actors)
    {
        var fresh = actors.Where(_pulled.Add).ToList();
        var looks = (await _held.OfActorsAsync(fresh, _cancellation)).Select(held => Now(held.Look.Key)).OfType<Look>().Where(look => !_reached.ContainsKey(look.Key)).ToList();
        foreach (var look in looks) _reached[look.Key] = look;
        return looks;
    }

    /// <summary>The looks of those that people spoke of together with these.</summary>
    internal async Task<List<HeldLook>> DecidedWithAsync(IEnumerable<Look> looks)
    {
        var partners = looks.SelectMany(look => _decidedWith[look.First]).Distinct().ToList();
        if (partners.Count == 0) return [];
        var rows = await _session.RowsAsync("reach/sightings-by-id", _cancellation, ("ids", partners));
        return await _held.ByIdAsync(rows.Select(row => (string)row[1]!), _cancellation);
    }

    private async Task CountAsync()
    {
        var (gone, come) = (Look.Sum(_change.GoneSighted.Select(pair => pair.Look)), Look.Sum(_change.ComeSighted.Select(pair => pair.Look)));
        await _held.ByIdAsync(gone.Keys.Concat(come.Keys), _cancellation);
        var goneSightings = _change.GoneSighted.Select(pair => pair.Sighting.Id).ToList();
        var losing = gone.Keys.Where(key => Held.TryGetValue(key, out var held) && held.Look.First == gone[key].First && held.Look.Sightings > gone[key].Sightings).ToList();
        var firsts = losing.Count == 0 ? [] : (await _session.RowsAsync("reach/first-sightings", _cancellation, ("looks", losing), ("gone", goneSightings))).ToDictionary(row => (string)row[0]!, row => (Id: (string)row[1]!, Day: Words.ToDay((string?)row[2])), StringComparer.Ordinal);
        foreach (var key in gone.Keys.Concat(come.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var look = Held.GetValueOrDefault(key)?.Look;
            if (look is not null && gone.TryGetValue(key, out var less)) look = look.Sightings == less.Sightings ? null : look.Minus(less, firsts.GetValueOrDefault(key, (look.First, look.Since)));
            if (come.TryGetValue(key, out var more)) look = look is null ? more : look.Plus(more);
            _touched[key] = look;
            var known = Held.GetValueOrDefault(key)?.Look;
            if (known is null || look is null || known.First != look.First && (_decidedWith.Contains(known.First) || _decidedWith.Contains(look.First)) || !known.Tally.Apart.Keys.SequenceEqual(look.Tally.Apart.Keys, StringComparer.Ordinal)) _regrouped.Add(key);
            if (look is not null) _reached[key] = look;
        }
    }

    private async Task FollowAsync()
    {
        await PullAsync(_touched.Keys.Where(key => !_regrouped.Contains(key) && Held.ContainsKey(key)).Select(key => Held[key].Actor));
        var frontier = _regrouped.SelectMany(key => new[] { Held.GetValueOrDefault(key)?.Look, _touched[key] }).OfType<Look>().ToList();
        // What changes with decisions alone is not seen in the looks.
        frontier.AddRange(_change.ComeSighted.Where(pair => _decidedWith.Contains(pair.Sighting.Id)).Select(pair => _touched[pair.Look.Key]).OfType<Look>());
        var actors = frontier.Select(look => Held.GetValueOrDefault(look.Key)?.Actor).OfType<string>().ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            foreach (var look in frontier) _regrouped.Add(look.Key);
            frontier.AddRange(await RegroupAsync(actors));
            if (frontier.Count == 0) return;
            actors = (await LinkedAsync(frontier)).Concat(await DecidedWithAsync(frontier)).Select(held => held.Actor).ToHashSet(StringComparer.Ordinal);
            frontier = [];
            actors.RemoveWhere(actor => Whole(actor));
            if (actors.Count == 0) return;
        }
    }

    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);

    private bool Whole(string actor) => _whole.Contains(actor);

    /// <summary>Reaches actors whose looks may be grouped otherwise now.</summary>
    private async Task<List<Look>> RegroupAsync(IEnumerable<string> actors)
    {
        var fresh = actors.Where(_whole.Add).ToList();
        await PullAsync(fresh);
        var looks = (await _held.OfActorsAsync(fresh, _cancellation)).Select(held => Now(held.Look.Key)).OfType<Look>().ToList();
        foreach (var look in looks) _regrouped.Add(look.Key);
        return looks;
    }

    /// <summary>Looks that names link with any of these.</summary>
    private async Task<List<HeldLook>> LinkedAsync(IReadOnlyList<Look> frontier)
    {
        var looks = frontier.Where(look => !look.IsShortForm).DistinctBy(look => look.Key).ToList();
        var candidates = await _held.LikeAsync(looks, _cancellation);
        return candidates.Where(held => !_whole.Contains(held.Actor) && looks.Any(look => ActorLinks.AreAlike(look, held.Look))).ToList();
    }
}
