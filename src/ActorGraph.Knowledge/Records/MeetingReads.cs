using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Records;

/// <summary>Reads meetings: each question for many ids at once, by a fixed number of statements.</summary>
public static class MeetingReads
{
    /// <summary>Latest first; those of an unknown day come last.</summary>
    public static async Task<Page<MeetingRecord>> ListAsync(IGraphSession session, FactFilter filter, PageRequest page, CancellationToken cancellation)
    {
        // Whoever took part knows few of all meetings.
        if (filter.Participants is { Count: > 0 } who)
            return (await OfAsync(session, filter with { Participants = [.. who.Skip(1)] }, page, [who[0]], cancellation)).GetValueOrDefault(who[0], Page<MeetingRecord>.Empty);
        var rows = await session.RowsAsync("read/meetings", cancellation, [.. filter.Parameters, .. Position(page)]);
        return Page<MeetingRecord>.Of(rows.Select(row => Keyed(row[0])), page);
    }

    public static async Task<long> CountAsync(IGraphSession session, FactFilter filter, CancellationToken cancellation)
    {
        if (filter.Participants is { Count: > 0 } who)
            return (await CountsAsync(session, filter with { Participants = [.. who.Skip(1)] }, [who[0]], cancellation)).GetValueOrDefault(who[0]);
        return (long)(await session.RowsAsync("read/meetings-count", cancellation, filter.Parameters))[0][0]!;
    }

    /// <summary>The meetings that actors took part in, or that were held in places.</summary>
    public static async Task<IReadOnlyDictionary<string, Page<MeetingRecord>>> OfAsync(IGraphSession session, FactFilter filter, PageRequest page, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/meetings-of", cancellation, [.. filter.Parameters, .. Position(page), ("ids", ids)])).PagesById(page, row => Keyed(row[1]));

    public static async Task<IReadOnlyDictionary<string, long>> CountsAsync(IGraphSession session, FactFilter filter, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/meetings-of-count", cancellation, [.. filter.Parameters, ("ids", ids)])).ById(row => (long)row[1]!);

    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<Participation>>> ParticipantsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/participants", cancellation, ("ids", ids))).ListsById(row =>
        {
            var properties = ((GraphRelationship)row[2]!).Properties;
            return new Participation(Reading.Actor(row[1]), properties["role"] as string ?? "participant", properties.GetValueOrDefault("onBehalfOf") as string,
                Statements.Texts(properties.GetValueOrDefault("documents")), Statements.Texts(properties.GetValueOrDefault("origins")).Count, properties.GetValueOrDefault("quote") as string ?? "");
        });

    /// <summary>Narrowest first.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<ActorRecord>>> PlacesAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("paths/meeting-places", cancellation, ("meetings", ids))).ListsById(row => Reading.Actor(row[1]));

    /// <summary>The meeting as each article tells it, side by side.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<MeetingAccount>>> AccountsAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("read/accounts", cancellation, ("ids", ids))).ListsById(Account);

    /// <summary>The meetings that a text puts before or after each; those of an unknown day first, then the earliest.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<MeetingOrder>>> OrdersAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var rows = await session.RowsAsync("read/meeting-order", cancellation, ("ids", ids));
        if (rows.Count == 0) return new Dictionary<string, IReadOnlyList<MeetingOrder>>();
        var told = rows.SelectMany(row => Evidence(row[2])).Distinct();
        var quotes = (await session.RowsAsync("read/evidence-by-ids", cancellation, ("ids", told))).ById(Reading.Quote);
        return rows.ListsById(row =>
        {
            var properties = ((GraphRelationship)row[2]!).Properties;
            return new MeetingOrder(Reading.Meeting(row[3]), row[1] is true, properties["disputed"] is true, Statements.Texts(properties["documents"]), Statements.Texts(properties["origins"]).Count,
                Evidence(row[2]).Select(id => quotes[id]).OrderBy(quote => quote.Quote.Length).ThenBy(quote => quote.Document.Id, StringComparer.Ordinal).ThenBy(quote => quote.Start).ToList());
        });

        static IReadOnlyList<string> Evidence(object? order) => Statements.Texts(((GraphRelationship)order!).Properties["evidence"]);
    }

    private static MeetingAccount Account(IReadOnlyList<object?> row)
    {
        var node = (GraphNode)row[1]!;
        var (told, roles, behalf) = (node.Texts("participants"), node.Texts("roles"), node.Texts("onBehalfOf"));
        var participants = Told(row[7]).OrderBy(who => Array.IndexOf([.. told], who.Sighting)).Select(who =>
        {
            var at = told.Index().First(pair => pair.Item == who.Sighting).Index;
            return new ToldParticipant(who.Sighting, who.Name, who.Actor, roles[at], behalf[at].Length == 0 ? null : behalf[at]);
        });
        var quote = new EvidenceQuote(node.Text("quote")!, node.Number("start"), node.Number("end"), row[6] as string, Reading.Reference(row, 2));
        return new(node.Text("id")!, node.Text("article")!, Words.To<MeetingKind>(node.Text("kind")!), node.Text("status")!, Reading.Date(node, "dateText", "dateBasis", "dateEarliest", "dateLatest"), quote, participants.ToList(),
            Told(row[8]).OrderBy(place => Array.IndexOf([.. node.Texts("places")], place.Sighting)).ToList(), Topics(node, quote.Document));
    }

    private static IReadOnlyList<MeetingTopic> Topics(GraphNode node, DocumentReference document)
    {
        var spans = ((IEnumerable<object?>?)node.Properties.GetValueOrDefault("aboutSpans") ?? []).Cast<long>().ToList();
        return node.Texts("about").Select((words, i) => new MeetingTopic(words, (int)spans[2 * i], (int)spans[2 * i + 1], document)).ToList();
    }

    private static IEnumerable<ToldActor> Told(object? value)
        => ((IEnumerable<object?>)value!).Select(Statements.Texts).Select(who => new ToldActor(who[0], who[1], who[2]));

    private static (Keyset, MeetingRecord) Keyed(object? value)
    {
        var meeting = Reading.Meeting(value);
        return (new(Words.Of(meeting.When?.Latest) ?? "", meeting.Id), meeting);
    }

    private static (string, object?)[] Position(PageRequest page) => [("day", (page.After ?? Keyset.Latest).Day), ("after", (page.After ?? Keyset.Latest).Id), ("most", page.Most)];
}
