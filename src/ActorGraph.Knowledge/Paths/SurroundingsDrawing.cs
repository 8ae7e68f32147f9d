using System.Globalization;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Collects nodes and edges until there are as many as were asked for: what most documents tell comes first.</summary>
internal sealed class SurroundingsDrawing(MeetingsAs meetingsAs, int most)
{
    private readonly Dictionary<long, ActorNode> _drawn = [];
    private readonly Dictionary<long, Gathering> _gatherings = [];
    private readonly Dictionary<string, GraphViewEdge> _edges = new(StringComparer.Ordinal);
    private List<ActorNode> _new = [];
    private bool _hasMore;

    /// <summary>A meeting with those who are seen to have taken part, or where it was held, and by which relationship.</summary>
    private sealed record Gathering(GraphNode Meeting, SortedDictionary<string, (ActorNode Who, GraphRelationship By)> Who);

    public IReadOnlyList<long> Actors => _drawn.Values.Where(node => !node.IsMeeting).Select(node => node.Node).ToList();

    public bool Knows(long meeting) => _gatherings.ContainsKey(meeting);

    public void Begin(ActorNode actor)
    {
        if (_drawn.Count < most) _drawn.TryAdd(actor.Node, actor);
        else _hasMore |= !_drawn.ContainsKey(actor.Node);
    }

    /// <summary>Internal ids of the actors that the last step brought.</summary>
    public IReadOnlyList<long> TakeNew(bool withHubs)
    {
        var taken = _new.Where(actor => withHubs || !actor.Labels.Any(label => label is "Country" or "Place")).Select(actor => actor.Node).ToList();
        _new = [];
        return taken;
    }

    /// <param name="hops">From actors that are drawn.</param>
    /// <param name="back">From the meetings among where those lead.</param>
    /// <param name="onlyBetween">Whether no new actor is drawn.</param>
    public void Add(IReadOnlyList<Expansion> hops, IReadOnlyList<Expansion> back, bool onlyBetween)
    {
        foreach (var hop in hops.Where(hop => hop.ToNode!.Labels.Contains("Meeting")))
        {
            if (!_gatherings.TryGetValue(hop.To, out var gathering)) _gatherings[hop.To] = gathering = new(hop.ToNode!, new(StringComparer.Ordinal));
            Join(gathering, _drawn[hop.From], hop.Via!);
        }

        foreach (var hop in back) Join(_gatherings[hop.From], ActorNode.Of(hop.ToNode!), hop.Via!);
        var ties = hops.Where(hop => !hop.ToNode!.Labels.Contains("Meeting")).DistinctBy(hop => hop.Relationship)
            .Select(hop => (Documents: Told(hop.Via!), Id: (string)hop.Via!.Properties["id"]!, Draw: (Action)(() => Tie(hop, onlyBetween))));
        var met = hops.Where(hop => hop.ToNode!.Labels.Contains("Meeting")).Select(hop => hop.To).Distinct()
            .Select(meeting => (Documents: _gatherings[meeting].Who.Values.Max(who => Told(who.By)), Id: (string)_gatherings[meeting].Meeting.Properties["id"]!, Draw: (Action)(() => Meet(_gatherings[meeting], onlyBetween))));
        foreach (var (_, _, draw) in ties.Concat(met).OrderByDescending(fact => fact.Documents).ThenBy(fact => fact.Id, StringComparer.Ordinal).ToList()) draw();
    }

    public GraphView View() => new(_drawn.Values.Select(node => new GraphViewNode(node.Id, node.Name, node.Kind)).ToList(), [.. _edges.Values], _hasMore);

    private static void Join(Gathering gathering, ActorNode who, GraphRelationship by) => gathering.Who.TryAdd($"{who.Id} {by.Type}", (who, by));

    private static int Told(GraphRelationship relationship) => Statements.Texts(relationship.Properties.GetValueOrDefault("documents")).Count;

    private void Tie(Expansion hop, bool onlyBetween)
    {
        var (near, far) = (_drawn[hop.From], ActorNode.Of(hop.ToNode!));
        if (Draw(far, onlyBetween)) Edge(new(near, far, null, hop.Outgoing, [hop.Via!]), (string)hop.Via!.Properties["id"]!);
    }

    private void Meet(Gathering gathering, bool onlyBetween)
    {
        var held = ActorNode.Of(gathering.Meeting);
        var all = gathering.Who.Values.Select(who => who.Who.Node).Distinct().ToList();
        var present = all.Count(_drawn.ContainsKey);
        if ((onlyBetween ? present : all.Count) < 2) return;
        var room = most - _drawn.Count - (meetingsAs == MeetingsAs.Node && !_drawn.ContainsKey(held.Node) ? 1 : 0);
        if (room < Math.Max(0, 2 - present))
        {
            _hasMore = true;
            return;
        }

        if (meetingsAs == MeetingsAs.Node) _drawn.TryAdd(held.Node, held);
        var drawn = gathering.Who.Values.Where(who => Draw(who.Who, onlyBetween)).ToList();
        if (meetingsAs == MeetingsAs.Node)
            foreach (var (who, by) in drawn) Edge(new(who, held, null, by.Start == who.Node, [by]), $"{who.Id} {held.Id} {by.Type}", gathering.Meeting);
        else
            foreach (var (i, a) in drawn.Index())
                foreach (var b in drawn.Skip(i + 1).Where(b => b.Who.Node != a.Who.Node && (a.By.Type == PathRelations.ParticipatedIn || b.By.Type == PathRelations.ParticipatedIn)))
                    Edge(new(a.Who, b.Who, gathering.Meeting, true, [a.By, b.By]), $"{held.Id} {a.Who.Id} {b.Who.Id}", gathering.Meeting);
    }

    private bool Draw(ActorNode actor, bool onlyIfDrawn)
    {
        if (_drawn.ContainsKey(actor.Node)) return true;
        if (onlyIfDrawn) return false;
        if (_drawn.Count >= most)
        {
            _hasMore = true;
            return false;
        }

        _drawn[actor.Node] = actor;
        _new.Add(actor);
        return true;
    }

    private void Edge(StepFact fact, string id, GraphNode? meeting = null)
    {
        var (source, target) = fact.Forward ? (fact.From.Id, fact.To.Id) : (fact.To.Id, fact.From.Id);
        var kind = fact.Meeting is not null && fact.Relationships.Any(by => by.Type != PathRelations.ParticipatedIn) ? "HELD_IN" : fact.Relation;
        var when = (meeting is null ? fact : fact with { Meeting = meeting }).When();
        _edges.TryAdd(id, new(id, source, target, Label(fact, kind), kind, when?.Latest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), fact.Common("documents").Count, []));
    }

    private static string Label(StepFact fact, string kind)
        => fact.Meeting is null && (fact.Told("title") ?? fact.Told("relation") ?? fact.Told("role")) is string told ? told.Replace('_', ' ') : kind.ToLowerInvariant().Replace('_', ' ');
}
