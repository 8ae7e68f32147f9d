using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Records;

/// <summary>Turns values of the graph into records.</summary>
internal static class Reading
{
    public static string? Text(this GraphNode node, string name) => node.Properties.GetValueOrDefault(name) as string;

    public static int Number(this GraphNode node, string name) => (int)(long)node.Properties[name]!;

    public static IReadOnlyList<string> Texts(this GraphNode node, string name) => Statements.Texts(node.Properties.GetValueOrDefault(name));

    public static ActorRecord Actor(object? value)
    {
        var actor = ActorNode.Of((GraphNode)value!);
        return new(actor.Id, actor.Name, actor.Kind, actor.Aliases, actor.Iso2);
    }

    public static MeetingRecord Meeting(object? value)
    {
        var node = (GraphNode)value!;
        var id = node.Text("id")!;
        return new(id, node.Text("title") ?? id, Words.To<MeetingKind>(node.Text("kind") ?? "meeting"), node.Text("status") ?? "occurred", Date(node, "dateText", "dateBasis", "earliest", "latest"), node.Properties.GetValueOrDefault("disputed") is true);
    }

    public static FactDate? Date(GraphNode node, string text, string basis, string earliest, string latest)
        => node.Text(basis) is null or "none" && node.Text(text) is null ? null : new(node.Text(text), node.Text(basis) ?? "none", Words.ToDay(node.Text(earliest)), Words.ToDay(node.Text(latest)));

    public static RelationshipRecord Relationship(object? relationship, object? from, object? to)
    {
        var (tie, a, b) = ((GraphRelationship)relationship!, ActorNode.Of((GraphNode)from!), ActorNode.Of((GraphNode)to!));
        var fact = new StepFact(a, b, null, true, [tie]);
        string? Told(string name) => fact.Told(name) as string;
        return new(fact.Id, tie.Type, StepSentence.Of(fact, null), Actor(from), Actor(to), Told("title") ?? Told("relation"), fact.Status, fact.When(), fact.IsDisputed,
            fact.Common("documents"), fact.Common("origins").Count, Words.ToDay(Told("firstReported")), Words.ToDay(Told("lastReported")), Told("quote") ?? "");
    }

    public static SightingRecord Sighting(object? value)
    {
        var node = (GraphNode)value!;
        var spans = ((IEnumerable<object?>)node.Properties["spans"]!).Cast<long>().ToList();
        var boilerplate = ((IEnumerable<object?>)node.Properties["boilerplate"]!).Cast<bool>();
        return new(node.Text("id")!, node.Text("article")!, node.Text("type")!, node.Text("name")!, node.Texts("names"), node.Text("iso2"), node.Texts("descriptions"),
            boilerplate.Select((b, i) => new SightingSpan((int)spans[2 * i], (int)spans[2 * i + 1], b)).ToList());
    }

    public static ArticleRecord Article(IReadOnlyList<object?> row)
    {
        var node = (GraphNode)row[1]!;
        return new(node.Text("id")!, (string)row[2]!, node.Number("start"), node.Number("end"), node.Text("language") ?? "", Words.ToDay(node.Text("date")), node.Text("dateText"), (string)row[3]!);
    }

    /// <summary>A sentence from the columns behind the first: quote, start, end, speaker, and those of its document.</summary>
    public static EvidenceQuote Quote(IReadOnlyList<object?> row) => new((string)row[1]!, (int)(long)row[2]!, (int)(long)row[3]!, row[4] as string, Reference(row, 5));

    /// <param name="first">Where the columns id, title, source, publishedAt begin.</param>
    public static DocumentReference Reference(IReadOnlyList<object?> row, int first) => new((string)row[first]!, row[first + 1] as string, row[first + 2] as string, Words.ToDay(row[first + 3] as string));

    /// <summary>One value an id; what is not held has none.</summary>
    public static IReadOnlyDictionary<string, T> ById<T>(this IEnumerable<IReadOnlyList<object?>> rows, Func<IReadOnlyList<object?>, T> read)
        => rows.GroupBy(row => (string)row[0]!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => read(group.First()), StringComparer.Ordinal);

    /// <summary>A list an id, in the order of the rows.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<T>> ListsById<T>(this IEnumerable<IReadOnlyList<object?>> rows, Func<IReadOnlyList<object?>, T> read)
        => rows.GroupBy(row => (string)row[0]!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (IReadOnlyList<T>)group.Select(read).ToList(), StringComparer.Ordinal);

    /// <summary>A page an id.</summary>
    public static IReadOnlyDictionary<string, Page<T>> PagesById<T>(this IEnumerable<IReadOnlyList<object?>> rows, PageRequest request, Func<IReadOnlyList<object?>, (Keyset, T)> read)
        => rows.GroupBy(row => (string)row[0]!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Page<T>.Of(group.Select(read), request), StringComparer.Ordinal);
}
