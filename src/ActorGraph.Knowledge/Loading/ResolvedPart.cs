using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>What follows from the documents, as nodes and relationships.</summary>
internal sealed class ResolvedPart
{
    private const int NamesInTitle = 3;

    private readonly Resolution _resolution;
    private readonly IReadOnlyDictionary<string, string> _origins;
    private readonly Dictionary<string, ResolvedActor> _actors;
    private readonly Dictionary<string, (Evidence Evidence, DocumentFacts Facts)> _evidence;
    private readonly Dictionary<string, (Sighting Sighting, string Text)> _sightings;
    private readonly List<PartNode> _nodes = [];
    private readonly List<PartRelationship> _relationships = [];

    private ResolvedPart(IReadOnlyList<DocumentFacts> documents, Resolution resolution, IReadOnlyDictionary<string, string> origins)
    {
        (_resolution, _origins) = (resolution, origins);
        _actors = resolution.Actors.ToDictionary(actor => actor.Id);
        _evidence = documents.SelectMany(d => d.Evidence.Select(e => (e, d))).ToDictionary(pair => pair.e.Id, pair => pair);
        _sightings = documents.SelectMany(d => d.Sightings.Select(s => (s, d.Document.Text))).ToDictionary(pair => pair.s.Id);
    }

    public static GraphPart Of(IReadOnlyList<DocumentFacts> documents, Resolution resolution, IReadOnlyDictionary<string, string> origins)
    {
        var part = new ResolvedPart(documents, resolution, origins);
        foreach (var actor in resolution.Actors) part.Add(actor);
        foreach (var meeting in resolution.Meetings) part.Add(meeting);
        foreach (var tie in resolution.Ties) part.Add(tie);
        return new(part._nodes.DistinctBy(node => (node.Labels[0], node.Id)).ToList(), part._relationships);
    }

    private void Add(ResolvedActor actor)
    {
        var key = KeyOf(actor.Id);
        var properties = Words.Given(("id", actor.Id), ("name", actor.Name), ("aliases", actor.Aliases), ("called", Called(actor)), ("iso2", actor.Iso2), ("kind", key.Label == "Place" ? Words.Of(actor.Type) : null));
        _nodes.Add(new(key.Label == "Place" ? ["Place"] : ["Actor", actor.Type.ToString()], actor.Id, properties));
        foreach (var name in actor.Aliases.Append(actor.Name).SelectMany(name => NameKeys.Of(name, actor.Type)).Distinct().Order(StringComparer.Ordinal))
        {
            _nodes.Add(new(["NameKey"], name, Words.Given(("key", name))));
            Connect("KNOWN_AS", key, new("NameKey", name));
        }
        foreach (var sighting in actor.Sightings) Connect("OF", new("Sighting", sighting), key);
    }

    /// <summary>How often the texts call the actor by its name, then by each alias; spellings that differ only in marks count together.</summary>
    private IEnumerable<int> Called(ResolvedActor actor)
    {
        var times = actor.Sightings.Select(id => _sightings[id]).SelectMany(s => s.Sighting.Mentions.Where(m => !m.IsBoilerplate).Select(m => NameText.Fold(m.Span.Of(s.Text)))).CountBy(form => form).ToDictionary();
        return actor.Aliases.Prepend(actor.Name).Select(form => times.GetValueOrDefault(NameText.Fold(form)));
    }

    private void Add(ResolvedMeeting meeting)
    {
        var key = new NodeKey("Meeting", meeting.Id);
        _nodes.Add(new(["Meeting"], meeting.Id, Words.Given(("id", meeting.Id), ("kind", Words.Of(meeting.Kind)), ("status", Words.Of(meeting.Status)), ("earliest", Words.Of(meeting.When.Earliest)),
            ("latest", Words.Of(meeting.When.Latest)), ("datePrecision", Words.Of(meeting.When.Precision)), ("dateBasis", Words.Of(meeting.When.Basis)), ("dateText", meeting.When.Text),
            ("title", Title(meeting)), ("disputed", meeting.IsDisputed))));
        foreach (var evidence in meeting.Evidence) Connect("OF", new("Evidence", evidence), key);
        foreach (var (depth, place) in meeting.Places.Index()) Connect("HELD_IN", key, KeyOf(place), ("depth", depth));
        foreach (var participant in meeting.Participants.Where(p => KeyOf(p.Actor).Label == "Actor"))
        {
            var told = meeting.Evidence.Where(e => ((MeetingEvidence)_evidence[e].Evidence).Participants.Any(p => _resolution.ActorOf[p.Sighting] == participant.Actor));
            Connect("PARTICIPATED_IN", KeyOf(participant.Actor), key,
                [("role", Words.Of(participant.Role)), ("onBehalfOf", participant.OnBehalfOf), ("status", Words.Of(meeting.Status)), ("disputed", meeting.IsDisputed), .. Provenance(told)]);
        }
    }

    private void Add(ResolvedTie tie)
    {
        var (from, to) = (KeyOf(tie.From), KeyOf(tie.To));
        // A place is where things are; it holds no office and takes no side.
        if (from.Label != "Actor") return;
        var denied = tie.Evidence.Select(e => StatusOf(_evidence[e].Evidence) == FactStatus.Denied).Distinct().Count() > 1;
        _relationships.Add(new(tie.Type, from, to, tie.Id, Words.Given([("id", tie.Id), .. tie.Properties.Select(p => (p.Key, p.Value)),
            ("status", Words.Of(tie.Status)), ("disputed", denied), .. Provenance(tie.Evidence)])));
    }

    private static FactStatus StatusOf(Evidence evidence) => evidence switch
    {
        OfficeEvidence office => office.Status,
        RelationEvidence relation => relation.Status,
        _ => FactStatus.Current,
    };

    private void Connect(string type, NodeKey from, NodeKey to, params IEnumerable<(string, object?)> properties)
    {
        var id = $"{type.ToLowerInvariant()}:{Ids.Hash(type, from.Id, to.Id)}";
        _relationships.Add(new(type, from, to, id, Words.Given([("id", id), .. properties])));
    }

    private NodeKey KeyOf(string id) => new(_actors[id].Type is ActorType.Place or ActorType.Vessel ? "Place" : "Actor", id);

    /// <summary>The best sentence (of what happened before what did not, then the shortest), and who reported it when.</summary>
    private IEnumerable<(string, object?)> Provenance(IEnumerable<string> evidence)
    {
        var told = evidence.Select(id => _evidence[id]).ToList();
        var best = told.OrderBy(t => t.Evidence is MeetingEvidence meeting ? (int)meeting.Status : (int)StatusOf(t.Evidence))
            .ThenBy(t => t.Evidence.Span.Length).ThenBy(t => t.Evidence.Id, StringComparer.Ordinal).First();
        var reported = told.Select(t => t.Facts.Articles.First(a => a.Id == t.Evidence.ArticleId).Date ?? t.Facts.Document.PublishedAt).OfType<DateOnly>().Order().ToList();
        var documents = told.Select(t => t.Facts.Document.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            ("quote", best.Evidence.Span.Of(best.Facts.Document.Text)), ("documents", documents), ("origins", documents.Select(d => _origins[d]).Distinct().Order(StringComparer.Ordinal)),
            ("firstReported", reported.Count == 0 ? null : Words.Of(reported[0])), ("lastReported", reported.Count == 0 ? null : Words.Of(reported[^1])),
        ];
    }

    private string Title(ResolvedMeeting meeting)
    {
        var names = meeting.Participants.OrderBy(p => _actors[p.Actor].Type).ThenBy(p => p.Role == ParticipantRole.Companion).ThenBy(p => p.Actor, StringComparer.Ordinal).Select(p => _actors[p.Actor].Name).ToList();
        var who = string.Join(", ", names.Take(NamesInTitle)) + (names.Count > NamesInTitle ? $" and {names.Count - NamesInTitle} more" : "");
        var kind = Words.Of(meeting.Kind).Replace('_', ' ');
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]} of {who}{(meeting.Places.Count > 0 ? " in " + _actors[meeting.Places[0]].Name : "")}";
    }
}
