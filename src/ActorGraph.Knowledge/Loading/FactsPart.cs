using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;
using static ActorGraph.Knowledge.Loading.Words;

namespace ActorGraph.Knowledge.Loading;

/// <summary>What documents say, as nodes: all that is needed to have the facts back from the graph (see <see cref="HeldFacts"/>).</summary>
internal static class FactsPart
{
    /// <param name="lookOf">Look by sighting.</param>
    /// <param name="factOf">Meeting or relation by evidence; none for what states nothing that follows.</param>
    public static GraphPart Of(DocumentFacts facts, string origin, OriginTrace trace, IReadOnlyDictionary<string, string> lookOf, IReadOnlyDictionary<string, string> factOf)
    {
        var document = facts.Document;
        var nodes = new List<PartNode>
        {
            new(["Document"], document.Id, Given(("id", document.Id), ("title", document.Title), ("source", document.Source), ("author", document.Author), ("publishedAt", Words.Of(document.PublishedAt)),
                ("headline", facts.Headline), ("text", document.Text), ("extraction", facts.Extraction), ("origin", origin), ("phrases", trace.Wording.Count), ("people", trace.People.Order(StringComparer.Ordinal)), ("numbers", trace.Numbers.Order(StringComparer.Ordinal)), ("languages", trace.Languages.Order(StringComparer.Ordinal)))),
        };
        nodes.AddRange(facts.Articles.Select(Node));
        nodes.AddRange(facts.Sightings.Select(sighting => Node(sighting, lookOf[sighting.Id])));
        nodes.AddRange(Loading.Told.Of(facts).Select(told => Node(told, factOf.GetValueOrDefault(told.Evidence.Id))));
        nodes.AddRange(trace.Keys.Select(key => new PartNode(["Trace"], key, Given(("key", key)))));
        var relationships = facts.Articles.Select(article => In(new("Article", article.Id), new("Document", document.Id)))
            .Concat(facts.Sightings.Select(sighting => In(new("Sighting", sighting.Id), new("Article", sighting.ArticleId))))
            .Concat(facts.Evidence.Select(evidence => In(new("Evidence", evidence.Id), new("Article", evidence.ArticleId))))
            .Concat(trace.Keys.Select(key => ResolvedPart.Link("LEAVES", new("Document", document.Id), new("Trace", key))));
        return new(nodes, relationships.ToList());
    }

    private static PartRelationship In(NodeKey from, NodeKey to) => new("IN", from, to, "in:" + Ids.Hash(from.Id, to.Id), Given());

    private static PartNode Node(Article article) => new(["Article"], article.Id, Given(("id", article.Id), ("start", article.Span.Start), ("end", article.Span.End),
        ("language", article.Language), ("date", Words.Of(article.Date)), ("dateText", article.DateText)));

    private static PartNode Node(Sighting sighting, string look) => new(["Sighting"], sighting.Id, Given(("id", sighting.Id), ("article", sighting.ArticleId), ("type", Words.Of(sighting.Type)),
        ("name", sighting.Name), ("names", sighting.Names), ("spans", sighting.Mentions.SelectMany(m => new[] { m.Span.Start, m.Span.End })),
        ("boilerplate", sighting.Mentions.Select(m => m.IsBoilerplate)), ("iso2", sighting.Iso2), ("descriptions", sighting.Descriptions),
        ("look", look), ("memberId", ActorIds.Of(sighting))));

    private static PartNode Node(Told told, string? fact)
    {
        var evidence = told.Evidence;
        var common = new (string, object?)[]
        {
            ("id", evidence.Id), ("article", evidence.ArticleId), ("quote", told.Quote), ("start", evidence.Span.Start), ("end", evidence.Span.End),
            ("triggerStart", evidence.Trigger.Start), ("triggerEnd", evidence.Trigger.End), ("saidBy", evidence.SaidBy), ("rule", evidence.Rule),
            ("reported", Words.Of(told.Reported)), ("fact", fact),
        };
        return new(["Evidence"], evidence.Id, Given(common.Concat(Stated(told))));
    }

    /// <summary>Few meetings tell these: an empty list is not written.</summary>
    private static List<TTo>? Some<TFrom, TTo>(IReadOnlyList<TFrom> values, Func<TFrom, TTo> to) => values.Count == 0 ? null : values.Select(to).ToList();

    private static IEnumerable<(string, object?)> Stated(Told told) => told.Evidence switch
    {
        MeetingEvidence meeting =>
        [
            ("tells", "meeting"), ("kind", Words.Of(meeting.Kind)), ("status", Words.Of(meeting.Status)), ("participants", meeting.Participants.Select(p => p.Sighting)),
            ("roles", meeting.Participants.Select(p => Words.Of(p.Role))), ("onBehalfOf", meeting.Participants.Select(p => p.OnBehalfOf ?? "")), ("places", meeting.Places),
            ("memberId", Ids.Readable("meeting", "", meeting.Id)), ("about", Some(meeting.About, span => told.WordsOf(span))),
            ("aboutSpans", Some(meeting.About.SelectMany(span => new[] { span.Start, span.End }).ToList(), place => place)), ("before", Some(meeting.Before, id => id)), .. Date("date", meeting.When),
        ],
        OfficeEvidence office =>
        [
            ("tells", "office"), ("person", office.Person), ("title", office.Title), ("of", office.Of), ("status", Words.Of(office.Status)), .. Date("since", office.Since), .. Date("until", office.Until),
        ],
        FamilyEvidence family => [("tells", "family"), ("a", family.A), ("b", family.B), ("relation", family.Relation)],
        RelationEvidence relation => [("tells", "relation"), ("a", relation.A), ("kind", Words.Of(relation.Kind)), ("b", relation.B), ("status", Words.Of(relation.Status))],
        _ => throw new System.Diagnostics.UnreachableException($"No node is written for {told.Evidence.GetType().Name}."),
    };

    private static IEnumerable<(string, object?)> Date(string prefix, EventDate date) =>
    [
        (prefix + "Text", date.Text), (prefix + "Earliest", Words.Of(date.Earliest)), (prefix + "Latest", Words.Of(date.Latest)),
        (prefix + "Precision", Words.Of(date.Precision)), (prefix + "Basis", Words.Of(date.Basis)),
    ];
}
