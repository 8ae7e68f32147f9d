using ActorGraph.Facts;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

/// <summary>The facts and decisions that a graph holds, read back from its nodes.</summary>
internal static class HeldFacts
{
    /// <summary>Of the documents with these ids, those that are held.</summary>
    public static async Task<IReadOnlyList<DocumentFacts>> ReadAsync(IGraphSession session, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var asked = ids.ToList();
        if (asked.Count == 0) return [];
        var documents = await NodesAsync(session, "write/held-document", cancellation, ("documents", asked));
        var articles = (await NodesAsync(session, "write/held-article", cancellation, ("documents", asked))).ToLookup(n => DocumentOf(n.Text("id")));
        var sightings = (await NodesAsync(session, "write/held-sighting", cancellation, ("documents", asked))).ToLookup(n => DocumentOf(n.Text("article")));
        var evidence = (await NodesAsync(session, "write/held-evidence", cancellation, ("documents", asked))).ToLookup(n => DocumentOf(n.Text("article")));
        return documents.Select(node => new DocumentFacts(Document(node), node.Text("extraction"), node.TextOrNull("headline"),
            articles[node.Text("id")].Select(Article).OrderBy(a => Number(a.Id)).ToList(),
            sightings[node.Text("id")].Select(Sighting).OrderBy(s => Number(s.ArticleId)).ThenBy(s => Number(s.Id)).ToList(),
            evidence[node.Text("id")].Select(Evidence).OrderBy(e => Number(e.ArticleId)).ThenBy(e => Number(e.Id)).ToList())).ToList();
    }

    public static async Task<IReadOnlyList<Document>> DocumentsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await NodesAsync(session, "write/held-document", cancellation, ("documents", ids))).Select(Document).ToList();

    /// <summary>A node of evidence with what it is for.</summary>
    public static (Told Told, string? Fact) Told(GraphNode node)
    {
        var held = new Held(node.Properties);
        return (new(Evidence(held), held.Text("quote"), held.Day("reported")), held.TextOrNull("fact"));
    }

    private static string DocumentOf(string articleId) => articleId[..articleId.LastIndexOf('/')];

    /// <summary>The number that an id ends with.</summary>
    private static int Number(string id) => int.Parse(id.AsSpan(id.LastIndexOfAnyExceptInRange('0', '9') + 1), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<Held>> NodesAsync(IGraphSession session, string name, CancellationToken cancellation, params (string, object?)[] parameters)
        => (await session.RowsAsync(name, cancellation, parameters)).Select(row => new Held(((GraphNode)row[0]!).Properties)).ToList();

    private static Document Document(Held node) => new(node.Text("id"), node.Text("text"), node.TextOrNull("title"), node.TextOrNull("source"), node.Day("publishedAt"), node.TextOrNull("author"));

    private static Article Article(Held node) => new(node.Text("id"), node.Span("start", "end"), node.Text("language"), node.Day("date"), node.TextOrNull("dateText"));

    private static Sighting Sighting(Held node)
    {
        var spans = node.List("spans").Cast<long>().ToList();
        var boilerplate = node.List("boilerplate").Cast<bool>().ToList();
        return new(node.Text("id"), node.Text("article"), Words.To<ActorType>(node.Text("type")), node.Text("name"), node.Texts("names"),
            boilerplate.Select((b, i) => new Mention(new((int)spans[2 * i], (int)spans[2 * i + 1]), b)).ToList(), node.TextOrNull("iso2"), node.Texts("descriptions"));
    }

    private static Evidence Evidence(Held node)
    {
        var (id, article, span, trigger, saidBy, rule) = (node.Text("id"), node.Text("article"), node.Span("start", "end"), node.Span("triggerStart", "triggerEnd"), node.TextOrNull("saidBy"), node.Text("rule"));
        switch (node.Text("tells"))
        {
            case "meeting":
                var (roles, behalf) = (node.Texts("roles"), node.Texts("onBehalfOf"));
                var participants = node.Texts("participants").Select((s, i) => new Participant(s, Words.To<ParticipantRole>(roles[i]), behalf[i].Length == 0 ? null : behalf[i])).ToList();
                return new MeetingEvidence(id, article, span, trigger, saidBy, rule, Words.To<MeetingKind>(node.Text("kind")), Words.To<MeetingStatus>(node.Text("status")), participants, node.Texts("places"), node.Date("date"))
                {
                    About = node.List("aboutSpans").Cast<long>().Chunk(2).Select(span => new TextSpan((int)span[0], (int)span[1])).ToList(), Before = node.Texts("before"),
                };
            case "office":
                return new OfficeEvidence(id, article, span, trigger, saidBy, rule, node.Text("person"), node.Text("title"), node.TextOrNull("of"), Words.To<FactStatus>(node.Text("status")), node.Date("since"), node.Date("until"));
            case "family":
                return new FamilyEvidence(id, article, span, trigger, saidBy, rule, node.Text("a"), node.Text("b"), node.Text("relation"));
            case "relation":
                return new RelationEvidence(id, article, span, trigger, saidBy, rule, node.Text("a"), Words.To<RelationKind>(node.Text("kind")), node.Text("b"), Words.To<FactStatus>(node.Text("status")));
            default:
                throw new InvalidDataException($"Evidence {id} tells '{node.Text("tells")}', which this version does not know; load its document again.");
        }
    }

    /// <summary>Every decision ever made, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<Decision>> DecisionsAsync(IGraphSession session, CancellationToken cancellation)
        => (await NodesAsync(session, "write/held-decision", cancellation)).Select(Decision).ToList();

    private static Decision Decision(Held node) => new(node.Text("id"), node.Text("a"), node.Text("b"), Words.To<Verdict>(node.Text("verdict")), node.Text("author"),
        DateTimeOffset.ParseExact(node.Text("at"), "O", System.Globalization.CultureInfo.InvariantCulture), node.Text("reason"), node.TextOrNull("undoes"));

    private sealed class Held(IReadOnlyDictionary<string, object?> properties)
    {
        public string? TextOrNull(string name) => (string?)properties.GetValueOrDefault(name);

        public string Text(string name) => TextOrNull(name) ?? throw new InvalidDataException($"A node {properties.GetValueOrDefault("id")} has no {name}; the graph was changed by another program.");

        public IEnumerable<object?> List(string name) => (IEnumerable<object?>?)properties.GetValueOrDefault(name) ?? [];

        public IReadOnlyList<string> Texts(string name) => List(name).Cast<string>().ToList();

        public DateOnly? Day(string name) => Words.ToDay(TextOrNull(name));

        public TextSpan Span(string start, string end) => new((int)(long)properties[start]!, (int)(long)properties[end]!);

        public EventDate Date(string prefix) => new(TextOrNull(prefix + "Text"), Day(prefix + "Earliest"), Day(prefix + "Latest"),
            Words.To<DatePrecision>(Text(prefix + "Precision")), Words.To<DateBasis>(Text(prefix + "Basis")));
    }
}
