using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>The meetings and relations that a change can reach: those told by what goes or comes or names an actor that is another now, the meetings that these may be one with, and those that a text puts before or after them.</summary>
internal sealed class FactReach
{
    private readonly IGraphSession _session;
    private readonly DocumentsChange _change;
    private readonly ActorReach _actors;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, (string Look, string Actor)> _sightings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _factBefore = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);
    private readonly List<Told> _gone;

    private FactReach(IGraphSession session, DocumentsChange change, ActorReach actors, CancellationToken cancellation)
    {
        (_session, _change, _actors, _cancellation) = (session, change, actors, cancellation);
        _gone = change.Gone.SelectMany(Loading.Told.Of).ToList();
    }

    /// <summary>The evidence that was reached and is held afterwards, by id.</summary>
    public IReadOnlyDictionary<string, Told> Told => _told;

    /// <summary>What reached evidence was for before; of new evidence nothing.</summary>
    public IReadOnlyDictionary<string, string?> FactBefore => _factBefore;

    /// <summary>Ids of the meetings reached that were there.</summary>
    public HashSet<string> MeetingsBefore { get; } = new(StringComparer.Ordinal);

    /// <summary>The relations reached that were there.</summary>
    public IReadOnlyList<ResolvedTie> TiesBefore { get; private set; } = [];

    /// <summary>Actor or place by sighting, as it is afterwards.</summary>
    public IReadOnlyDictionary<string, string> ActorOf { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<ResolvedMeeting> Meetings { get; private set; } = [];

    public IReadOnlyList<ResolvedTie> Ties { get; private set; } = [];

    /// <summary>Sightings of documents that stay, whose actor is another now, with their look.</summary>
    public IReadOnlyList<(string Sighting, string Look)> Moved { get; private set; } = [];

    public static async Task<FactReach> OfAsync(IGraphSession session, DocumentsChange change, OriginReach origins, ActorReach actors, IEnumerable<string> renamed, CancellationToken cancellation)
    {
        var reach = new FactReach(session, change, actors, cancellation);
        await reach.BeginAsync(origins, renamed);
        await reach.FollowMeetingsAsync();
        await reach.TieAsync();
        return reach;
    }

    private async Task BeginAsync(OriginReach origins, IEnumerable<string> renamed)
    {
        foreach (var (sighting, look) in _change.ComeSighted) _sightings[sighting.Id] = (look.Key, "");
        var looks = _actors.ActorOf.Where(pair => _actors.Held.TryGetValue(pair.Key, out var held) && held.Actor != pair.Value).Select(pair => pair.Key).ToList();
        var rows = looks.Count == 0 ? [] : await _session.RowsAsync("reach/sightings-of-looks", _cancellation, ("looks", looks), ("gone", _change.GoneSighted.Select(pair => pair.Sighting.Id).ToList()));
        Moved = rows.Select(row => ((string)row[0]!, (string)row[1]!)).ToList();
        var moved = Moved.Select(pair => pair.Sighting).ToHashSet(StringComparer.Ordinal);
        foreach (var told in _change.Come.SelectMany(Loading.Told.Of)) _told[told.Evidence.Id] = told;
        var nodes = rows.Count == 0 ? [] : await _session.RowsAsync("reach/evidence-in", _cancellation, ("articles", rows.Select(row => (string)row[2]!).Distinct().ToList()));
        var touched = nodes.Select(row => HeldFacts.Told((GraphNode)row[0]!)).Where(told => told.Told.Sightings.Any(moved.Contains)).ToList();
        var gone = _change.GoneIds.Count == 0 ? [] : await _session.RowsAsync("write/held-evidence", _cancellation, ("documents", _change.GoneIds));
        var retold = origins.Changed.ToList();
        if (retold.Count > 0) touched.AddRange((await _session.RowsAsync("write/held-evidence", _cancellation, ("documents", retold))).Select(row => HeldFacts.Told((GraphNode)row[0]!)));
        var facts = touched.Select(held => held.Fact).Concat(gone.Select(row => (string?)((GraphNode)row[0]!).Properties.GetValueOrDefault("fact"))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var named = renamed.ToList();
        if (named.Count > 0) facts.UnionWith((await _session.RowsAsync("reach/meetings-of", _cancellation, ("ids", named))).Select(row => (string)row[0]!));
        foreach (var row in gone) _factBefore[(string)((GraphNode)row[0]!).Properties["id"]!] = (string?)((GraphNode)row[0]!).Properties.GetValueOrDefault("fact");
        Take(touched);
        await TakeAsync(facts);
    }

    /// <summary>Evidence that stays.</summary>
    private List<Told> Take(IEnumerable<(Told Told, string? Fact)> held)
    {
        var fresh = held.Where(h => !_change.GoneIds.Contains(h.Told.Document) && !_told.ContainsKey(h.Told.Evidence.Id)).DistinctBy(h => h.Told.Evidence.Id).ToList();
        foreach (var (told, fact) in fresh) (_told[told.Evidence.Id], _factBefore[told.Evidence.Id]) = (told, fact);
        return fresh.Select(h => h.Told).ToList();
    }

    /// <summary>All evidence of facts.</summary>
    private async Task<List<Told>> TakeAsync(IReadOnlyCollection<string> facts)
    {
        if (facts.Count == 0) return [];
        MeetingsBefore.UnionWith(facts.Where(IsMeeting));
        return Take((await _session.RowsAsync("reach/evidence-of-facts", _cancellation, ("facts", facts))).Select(row => HeldFacts.Told((GraphNode)row[0]!)).ToList());
    }

    private static bool IsMeeting(string fact) => fact.StartsWith("meeting:", StringComparison.Ordinal);

    /// <summary>Reads whom sightings belonged to; those of what comes are known already.</summary>
    private async Task KnowAsync(IEnumerable<Told> told)
    {
        var unknown = told.SelectMany(t => t.Sightings).Distinct().Where(id => !_sightings.TryGetValue(id, out var known) || known.Actor.Length == 0 && _change.GoneIds.Contains(ShortForms.DocumentOf(id))).ToList();
        if (unknown.Count == 0) return;
        foreach (var row in await _session.RowsAsync("reach/sightings-by-id", _cancellation, ("ids", unknown)))
        {
            var id = (string)row[0]!;
            _sightings[id] = (_sightings.TryGetValue(id, out var known) ? known.Look : (string)row[1]!, (string)row[2]!);
        }
    }

    private string Now(string sighting) => _sightings[sighting] is var (look, actor) && _actors.ActorOf.TryGetValue(look, out var now) ? now : actor;

    private string Before(string sighting) => _sightings[sighting].Actor;

    private static Dictionary<string, string> Map(IEnumerable<Told> told, Func<string, string> actor) => told.SelectMany(t => t.Sightings).Distinct().ToDictionary(id => id, actor, StringComparer.Ordinal);

    private async Task FollowMeetingsAsync()
    {
        await KnowAsync(_gone.Concat(_told.Values));
        await FollowAsync(_gone.Where(told => told.Evidence is MeetingEvidence).ToList(), Before, _ => []);
        // An actor that is another now was known to the meetings by ids that it had.
        var had = _actors.ActorOf.Where(pair => _actors.Held.ContainsKey(pair.Key)).Select(pair => (Now: pair.Value, Before: _actors.Held[pair.Key].Actor)).Distinct().ToLookup(pair => pair.Now, pair => pair.Before, StringComparer.Ordinal);
        await FollowAsync(_told.Values.Where(told => told.Evidence is MeetingEvidence).ToList(), Now, id => had[id]);
        await BesideAsync();
        Meetings = new ResolvedMeetings(Map(_told.Values, Now), Reported(_told.Values)).Of(_told.Values.Select(told => told.Evidence).OfType<MeetingEvidence>());
    }

    /// <summary>What a text puts before or after a meeting that may be another one now; in itself it stays what it is.</summary>
    private async Task BesideAsync()
    {
        if (MeetingsBefore.Count == 0) return;
        var beside = (await _session.RowsAsync("reach/meetings-beside", _cancellation, ("ids", MeetingsBefore))).Select(row => (string)row[0]!).Where(id => !MeetingsBefore.Contains(id)).ToList();
        await KnowAsync(await TakeAsync(beside));
    }

    /// <summary>From accounts to those that may be of one meeting with them, and on from those.</summary>
    private async Task FollowAsync(List<Told> frontier, Func<string, string> actor, Func<string, IEnumerable<string>> had)
    {
        while (frontier.Count > 0)
        {
            var accounts = frontier.Select(told => (MeetingEvidence)told.Evidence).ToList();
            var own = new ResolvedMeetings(Map(frontier, actor), Reported(frontier));
            var near = (await SharedAsync(accounts, own, id => had(id).Append(id), actor)).Where(id => !MeetingsBefore.Contains(id)).ToList();
            if (near.Count == 0) return;
            var candidates = (await _session.RowsAsync("reach/evidence-of-facts", _cancellation, ("facts", near))).Select(row => HeldFacts.Told((GraphNode)row[0]!)).ToList();
            await KnowAsync(candidates.Select(c => c.Told));
            var meetings = new ResolvedMeetings(Map(frontier.Concat(candidates.Select(c => c.Told)), actor), Reported(frontier.Concat(candidates.Select(c => c.Told))));
            var linked = candidates.Where(c => accounts.Any(account => meetings.AreOne(account, (MeetingEvidence)c.Told.Evidence))).Select(c => c.Fact).OfType<string>().Distinct().ToList();
            frontier = await TakeAsync(linked);
            await KnowAsync(frontier);
        }
    }

    /// <summary>The meetings that have two or more in common with one of these accounts and that it can be of by its days.</summary>
    private async Task<IEnumerable<string>> SharedAsync(IReadOnlyList<MeetingEvidence> accounts, ResolvedMeetings meetings, Func<string, IEnumerable<string>> ids, Func<string, string> actor)
    {
        var windows = accounts.Select(meetings.Window).Distinct().ToList();
        var asked = accounts.Select(a => (Who: a.Participants.Select(p => actor(p.Sighting)).SelectMany(ids), Places: a.Kind == MeetingKind.Visit ? a.Places.Select(actor).SelectMany(ids) : [], Window: meetings.Window(a)))
            .Select(a => (a.Who, a.Places, a.Window, Weeks: a.Who.Concat(a.Places).Select(id => AccountWeeks.Near(id, a.Window.From, a.Window.Until)).ToList())).ToList();
        var (open, weeks) = (asked.Where(a => a.Weeks.Contains(null)).ToList(), asked.SelectMany(a => a.Weeks.OfType<IEnumerable<string>>()).SelectMany(keys => keys).Distinct().ToList());
        IReadOnlyList<IReadOnlyList<object?>> rows = weeks.Count == 0 ? [] : await _session.RowsAsync("reach/meetings-shared-in-weeks", _cancellation, ("weeks", weeks));
        if (open.Count > 0)
        {
            var (from, until) = (open.Exists(a => a.Window.From is null) ? null : open.Min(a => a.Window.From), open.Exists(a => a.Window.Until is null) ? null : open.Max(a => a.Window.Until));
            rows = [.. rows, .. await _session.RowsAsync("reach/meetings-shared", _cancellation, ("who", open.SelectMany(a => a.Who).Distinct().ToList()), ("places", open.SelectMany(a => a.Places).Distinct().ToList()), ("from", Words.Of(from)), ("until", Words.Of(until)))];
        }

        return rows.Where(row => windows.Exists(window => IsNear(window, Words.ToDay((string?)row[1]), Words.ToDay((string?)row[2])))).Select(row => (string)row[0]!).Distinct();
    }

    private static Func<string, DateOnly?> Reported(IEnumerable<Told> told)
    {
        var days = told.DistinctBy(t => t.Evidence.Id).ToDictionary(t => t.Evidence.Id, t => t.Reported, StringComparer.Ordinal);
        return id => days[id];
    }

    private static bool IsNear((DateOnly? From, DateOnly? Until) window, DateOnly? from, DateOnly? until) => !(window.From > until) && !(from > window.Until);

    private async Task TieAsync()
    {
        var facts = _factBefore.Values.OfType<string>().Where(fact => !IsMeeting(fact)).ToHashSet(StringComparer.Ordinal);
        await KnowAsync(await TakeAsync(facts));
        // What comes may state what is stated already.
        var stated = ResolvedTies.Of(_told.Values.Select(told => told.Evidence), Map(_told.Values, Now)).Select(tie => tie.Id).Where(id => !facts.Contains(id)).ToList();
        await KnowAsync(await TakeAsync(stated));
        Ties = ResolvedTies.Of(_told.Values.Select(told => told.Evidence), Map(_told.Values, Now));
        var before = _told.Values.Where(told => _factBefore.ContainsKey(told.Evidence.Id) && !_change.ComeIds.Contains(told.Document)).Concat(_gone).ToList();
        TiesBefore = ResolvedTies.Of(before.Select(told => told.Evidence), Map(before, Before));
        ActorOf = Map(_told.Values, Now);
    }
}
