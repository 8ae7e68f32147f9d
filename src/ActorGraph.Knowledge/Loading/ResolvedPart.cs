using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>What follows from the documents, as nodes and relationships.</summary>
/// <param name="known">Name and type of every actor and place that is spoken of, by id.</param>
/// <param name="told">Evidence by id.</param>
/// <param name="actorOf">Actor or place by sighting.</param>
/// <param name="origins">Origin by document.</param>
internal sealed class ResolvedPart(IReadOnlyDictionary<string, (string Name, ActorType Type)> known, IReadOnlyDictionary<string, Told> told, IReadOnlyDictionary<string, string> actorOf, IReadOnlyDictionary<string, string> origins)
{
    private const int NamesInTitle = 3;

    private readonly List<PartNode> _nodes = [];
    private readonly List<PartRelationship> _relationships = [];

    public GraphPart Part => new(_nodes, _relationships);

    public static PartRelationship Link(string type, NodeKey from, NodeKey to, params IEnumerable<(string, object?)> properties)
    {
        var id = $"{type.ToLowerInvariant()}:{Ids.Hash(type, from.Id, to.Id)}";
        return new(type, from, to, id, Words.Given([("id", id), .. properties]));
    }

    /// <summary>An id begins with the kind of what it names.</summary>
    public static NodeKey KeyOf(string id) => new(id.StartsWith("place:", StringComparison.Ordinal) || id.StartsWith("vessel:", StringComparison.Ordinal) ? "Place" : "Actor", id);

    public static IEnumerable<string> NameKeysOf(ActorGroup actor) => actor.Aliases.Append(actor.Name).SelectMany(name => NameKeys.Of(name, actor.Type).Concat(NameKeys.Typed(name))).Distinct().Order(StringComparer.Ordinal);

    public void Add(ActorGroup actor)
    {
        var key = KeyOf(actor.Id);
        var properties = Words.Given(("id", actor.Id), ("name", actor.Name), ("aliases", actor.Aliases), ("called", actor.Called), ("iso2", actor.Iso2), ("kind", key.Label == "Place" ? Words.Of(actor.Type) : null));
        _nodes.Add(new(key.Label == "Place" ? ["Place"] : ["Actor", actor.Type.ToString()], actor.Id, properties));
        foreach (var name in NameKeysOf(actor))
        {
            _nodes.Add(new(["NameKey"], name, Words.Given(("key", name))));
            _relationships.Add(Link("KNOWN_AS", key, new("NameKey", name)));
        }
    }

    public void Add(ResolvedMeeting meeting)
    {
        var key = new NodeKey("Meeting", meeting.Id);
        _nodes.Add(new(["Meeting"], meeting.Id, Words.Given(("id", meeting.Id), ("kind", Words.Of(meeting.Kind)), ("status", Words.Of(meeting.Status)), ("earliest", Words.Of(meeting.When.Earliest)),
            ("latest", Words.Of(meeting.When.Latest)), ("datePrecision", Words.Of(meeting.When.Precision)), ("dateBasis", Words.Of(meeting.When.Basis)), ("dateText", meeting.When.Text),
            ("title", Title(meeting)), ("disputed", meeting.IsDisputed), ("accountsFrom", Words.Of(meeting.From)), ("accountsUntil", Words.Of(meeting.Until)))));
        foreach (var evidence in meeting.Evidence) _relationships.Add(Link("OF", new("Evidence", evidence), key));
        foreach (var (depth, place) in meeting.Places.Index()) _relationships.Add(Link("HELD_IN", key, KeyOf(place), ("depth", depth), ("accounts", AccountWeeks.Of(place, meeting.From, meeting.Until))));
        foreach (var participant in meeting.Participants.Where(p => KeyOf(p.Actor).Label == "Actor"))
        {
            var tellers = meeting.Evidence.Where(e => ((MeetingEvidence)told[e].Evidence).Participants.Any(p => actorOf[p.Sighting] == participant.Actor));
            _relationships.Add(Link("PARTICIPATED_IN", KeyOf(participant.Actor), key,
                [("role", Words.Of(participant.Role)), ("onBehalfOf", participant.OnBehalfOf), ("status", Words.Of(meeting.Status)), ("disputed", meeting.IsDisputed), ("accounts", AccountWeeks.Of(participant.Actor, meeting.From, meeting.Until)), .. Provenance(tellers)]));
        }
    }

    /// <summary>Which of these meetings a text puts before which. What one text says and another one, or the days of the two, contradict is disputed; both stand.</summary>
    public void AddOrder(IReadOnlyList<ResolvedMeeting> meetings)
    {
        var meetingOf = meetings.SelectMany(meeting => meeting.Evidence.Select(id => (id, meeting))).ToDictionary(pair => pair.id, pair => pair.meeting, StringComparer.Ordinal);
        var orders = meetingOf.SelectMany(pair => ((MeetingEvidence)told[pair.Key].Evidence).Before.Where(meetingOf.ContainsKey).Select(later => (First: pair.Value, Later: meetingOf[later], Teller: pair.Key)))
            .Where(order => order.First != order.Later).ToLookup(order => (order.First, order.Later), order => order.Teller);
        foreach (var order in orders)
        {
            var (first, later) = order.Key;
            var tellers = order.Distinct().Order(StringComparer.Ordinal).ToList();
            _relationships.Add(Link("BEFORE", new("Meeting", first.Id), new("Meeting", later.Id),
                [("disputed", orders.Contains((later, first)) || first.When.Earliest > later.When.Latest), ("evidence", tellers), .. Provenance(tellers)]));
        }
    }

    public void Add(ResolvedTie tie)
    {
        var (from, to) = (KeyOf(tie.From), KeyOf(tie.To));
        // A place is where things are; it holds no office and takes no side.
        if (from.Label != "Actor") return;
        var denied = tie.Evidence.Select(e => StatusOf(told[e].Evidence) == FactStatus.Denied).Distinct().Count() > 1;
        _relationships.Add(new(tie.Type, from, to, tie.Id, Words.Given([("id", tie.Id), .. tie.Properties.Select(p => (p.Key, p.Value)),
            ("status", Words.Of(tie.Status)), ("disputed", denied), .. Provenance(tie.Evidence)])));
    }

    private static FactStatus StatusOf(Evidence evidence) => evidence switch
    {
        OfficeEvidence office => office.Status,
        RelationEvidence relation => relation.Status,
        _ => FactStatus.Current,
    };

    /// <summary>The best sentence (of what happened before what did not, then the shortest), and who reported it when.</summary>
    private IEnumerable<(string, object?)> Provenance(IEnumerable<string> evidence)
    {
        var tellers = evidence.Select(id => told[id]).ToList();
        var best = tellers.OrderBy(t => t.Evidence is MeetingEvidence meeting ? (int)meeting.Status : (int)StatusOf(t.Evidence))
            .ThenBy(t => t.Evidence.Span.Length).ThenBy(t => t.Evidence.Id, StringComparer.Ordinal).First();
        var reported = tellers.Select(t => t.Reported).OfType<DateOnly>().Order().ToList();
        var documents = tellers.Select(t => t.Document).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            ("quote", best.Quote), ("documents", documents), ("origins", documents.Select(d => origins[d]).Distinct().Order(StringComparer.Ordinal)),
            ("firstReported", reported.Count == 0 ? null : Words.Of(reported[0])), ("lastReported", reported.Count == 0 ? null : Words.Of(reported[^1])),
        ];
    }

    private string Title(ResolvedMeeting meeting)
    {
        var names = meeting.Participants.OrderBy(p => known[p.Actor].Type).ThenBy(p => p.Role == ParticipantRole.Companion).ThenBy(p => p.Actor, StringComparer.Ordinal).Select(p => known[p.Actor].Name).ToList();
        var who = string.Join(", ", names.Take(NamesInTitle)) + (names.Count > NamesInTitle ? $" and {names.Count - NamesInTitle} more" : "");
        var kind = Words.Of(meeting.Kind).Replace('_', ' ');
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]} of {who}{(meeting.Places.Count > 0 ? " in " + known[meeting.Places[0]].Name : "")}";
    }
}
