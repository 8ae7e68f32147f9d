using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>
/// Brings a graph from the documents it holds to others, in one transaction. The graph is a function of documents and decisions; a change is followed as far
/// as it can reach, that part is computed anew, and where it differs from what stands there it is written.
/// </summary>
internal static class GraphUpdate
{
    /// <returns>What changed; null where nothing did and nothing was written.</returns>
    public static async Task<GraphChange?> RunAsync(IGraphSession session, DocumentsChange change, CancellationToken cancellation)
    {
        if ((await session.RowsAsync("reach/first-document", cancellation)).Any(row => row[1] is null))
            throw new GraphException(ErrorCodes.StorageFailed, "This graph was written by an older ActorGraph, which did not count how actors look: load its documents into a new one.");
        var origins = await OriginReach.OfAsync(session, change, cancellation);
        var actors = await ActorReach.OfAsync(session, change, origins, cancellation);
        var held = new HeldPart(session, cancellation);
        await held.ReadActorsAsync(actors.ActorsBefore);
        var renamed = actors.Actors.Where(actor => held.NameOf(actor.Id) is { } name && name != actor.Name).Select(actor => actor.Id);
        var facts = await FactReach.OfAsync(session, change, origins, actors, renamed, cancellation);
        await held.ReadMeetingsAsync(facts.MeetingsBefore);
        held.Add(Before(change, origins, actors, facts));
        var (known, originOf) = (await KnownAsync(session, actors, facts, cancellation), await OriginsAsync(session, origins, facts, cancellation));
        var factOf = FactOf(facts.Meetings, facts.Ties);
        var difference = GraphDifference.Between(held.Part, After(change, origins, actors, facts, new ResolvedPart(known, facts.Told, facts.ActorOf, originOf), factOf));
        await difference.WriteAsync(session, cancellation);
        var retold = facts.Told.Values.Where(told => !change.ComeIds.Contains(told.Document) && facts.FactBefore[told.Evidence.Id] != factOf.GetValueOrDefault(told.Evidence.Id))
            .Select(told => new Dictionary<string, object?> { ["id"] = told.Evidence.Id, ["fact"] = factOf.GetValueOrDefault(told.Evidence.Id) }).ToList();
        if (retold.Count > 0) await session.RowsAsync("write/facts-of-evidence", cancellation, ("rows", retold));
        var moved = origins.Changed.Where(id => !change.ComeIds.Contains(id)).Select(id => new Dictionary<string, object?> { ["id"] = id, ["origin"] = origins.After[id] }).ToList();
        if (moved.Count > 0) await session.RowsAsync("write/origins", cancellation, ("rows", moved));
        return difference.IsEmpty && retold.Count + moved.Count == 0 ? null : GraphChange.Of(difference, held.Part);
    }

    /// <summary>The whole graph of documents and decisions.</summary>
    public static GraphPart PartOf(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Decision> decisions)
    {
        var standing = ActorGroups.Standing(decisions);
        var sighted = documents.SelectMany(facts => DocumentLooks.Of(facts, ActorGroups.Decided(standing))).ToList();
        var actors = Resolver.Actors(documents, sighted, standing);
        var resolution = Resolver.Resolve(documents, decisions);
        var traces = documents.ToDictionary(facts => facts.Document.Id, OriginTrace.Of, StringComparer.Ordinal);
        var origins = Origins.Of(traces);
        var lookOf = sighted.ToDictionary(pair => pair.Sighting.Id, pair => pair.Look.Key, StringComparer.Ordinal);
        var factOf = FactOf(resolution.Meetings, resolution.Ties);
        var follows = new ResolvedPart(actors.ToDictionary(actor => actor.Id, actor => (actor.Name, actor.Type)), documents.SelectMany(Told.Of).ToDictionary(told => told.Evidence.Id), resolution.ActorOf, origins);
        foreach (var actor in actors) follows.Add(actor);
        foreach (var meeting in resolution.Meetings) follows.Add(meeting);
        follows.AddOrder(resolution.Meetings);
        foreach (var tie in resolution.Ties) follows.Add(tie);
        return Joined(
        [
            .. documents.Select(facts => FactsPart.Of(facts, origins[facts.Document.Id], traces[facts.Document.Id], lookOf, factOf)),
            .. actors.SelectMany(actor => actor.Looks.Select(look => LookPart.Of(new(look, actor.Id)))),
            follows.Part, new([], sighted.Select(pair => Of(pair.Sighting.Id, resolution.ActorOf[pair.Sighting.Id])).ToList()),
        ]);
    }

    private static GraphPart Before(DocumentsChange change, OriginReach origins, ActorReach actors, FactReach facts)
    {
        var lookOf = change.GoneSighted.ToDictionary(pair => pair.Sighting.Id, pair => pair.Look.Key, StringComparer.Ordinal);
        var factOf = facts.FactBefore.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        return Joined(
        [
            .. change.Gone.Select(document => FactsPart.Of(document, origins.Before[document.Document.Id], OriginTrace.Of(document), lookOf, factOf)),
            .. actors.Reached.Keys.Concat(actors.GoneLooks).Where(actors.Held.ContainsKey).Select(key => LookPart.Of(actors.Held[key])),
            new([], [
                .. change.GoneSighted.Select(pair => Of(pair.Sighting.Id, actors.Held[pair.Look.Key].Actor)), .. facts.Moved.Select(pair => Of(pair.Sighting, actors.Held[pair.Look].Actor)),
                .. factOf.Where(pair => facts.MeetingsBefore.Contains(pair.Value)).Select(pair => ResolvedPart.Link("OF", new("Evidence", pair.Key), new("Meeting", pair.Value))),
                .. facts.TiesBefore.Where(tie => ResolvedPart.KeyOf(tie.From).Label == "Actor").Select(tie => new PartRelationship(tie.Type, ResolvedPart.KeyOf(tie.From), ResolvedPart.KeyOf(tie.To), tie.Id, Words.Given())),
            ]),
        ]);
    }

    private static GraphPart After(DocumentsChange change, OriginReach origins, ActorReach actors, FactReach facts, ResolvedPart follows, IReadOnlyDictionary<string, string> factOf)
    {
        var lookOf = change.ComeSighted.ToDictionary(pair => pair.Sighting.Id, pair => pair.Look.Key, StringComparer.Ordinal);
        foreach (var actor in actors.Actors) follows.Add(actor);
        foreach (var meeting in facts.Meetings) follows.Add(meeting);
        follows.AddOrder(facts.Meetings);
        foreach (var tie in facts.Ties) follows.Add(tie);
        return Joined(
        [
            .. change.Come.Select(document => FactsPart.Of(document, origins.After[document.Document.Id], origins.Traces[document.Document.Id], lookOf, factOf)),
            .. actors.Actors.SelectMany(actor => actor.Looks.Select(look => LookPart.Of(new(look, actor.Id)))),
            follows.Part,
            new([], [.. change.ComeSighted.Select(pair => Of(pair.Sighting.Id, actors.ActorOf[pair.Look.Key])), .. facts.Moved.Select(pair => Of(pair.Sighting, actors.ActorOf[pair.Look]))]),
        ]);
    }

    private static PartRelationship Of(string sighting, string actor) => ResolvedPart.Link("OF", new("Sighting", sighting), ResolvedPart.KeyOf(actor));

    private static Dictionary<string, string> FactOf(IEnumerable<ResolvedMeeting> meetings, IEnumerable<ResolvedTie> ties)
        => meetings.SelectMany(m => m.Evidence.Select(e => (e, m.Id))).Concat(ties.SelectMany(t => t.Evidence.Select(e => (e, t.Id)))).DistinctBy(pair => pair.e).ToDictionary(pair => pair.e, pair => pair.Id, StringComparer.Ordinal);

    private static GraphPart Joined(IReadOnlyList<GraphPart> parts)
        => new(parts.SelectMany(part => part.Nodes).DistinctBy(node => (node.Labels[0], node.Id)).ToList(), parts.SelectMany(part => part.Relationships).ToList());

    private static async Task<IReadOnlyDictionary<string, (string Name, ActorType Type)>> KnownAsync(IGraphSession session, ActorReach actors, FactReach facts, CancellationToken cancellation)
    {
        var known = actors.Actors.ToDictionary(actor => actor.Id, actor => (actor.Name, actor.Type), StringComparer.Ordinal);
        var others = facts.ActorOf.Values.Where(id => !known.ContainsKey(id)).Distinct().ToList();
        if (others.Count == 0) return known;
        foreach (var row in await session.RowsAsync("reach/names", cancellation, ("ids", others)))
            known[(string)row[0]!] = ((string)row[1]!, Words.To<ActorType>((string?)row[3] ?? Statements.Texts(row[2]).First(label => label != "Actor")));
        return known;
    }

    private static async Task<IReadOnlyDictionary<string, string>> OriginsAsync(IGraphSession session, OriginReach origins, FactReach facts, CancellationToken cancellation)
    {
        var known = new Dictionary<string, string>(origins.After, StringComparer.Ordinal);
        var others = facts.Told.Values.Select(told => told.Document).Distinct().Where(id => !known.ContainsKey(id)).ToList();
        if (others.Count == 0) return known;
        foreach (var row in await session.RowsAsync("reach/origins", cancellation, ("documents", others))) known[(string)row[0]!] = (string)row[1]!;
        return known;
    }
}
