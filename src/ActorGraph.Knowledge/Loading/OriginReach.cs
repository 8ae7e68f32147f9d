using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>The origins that a change of documents can reach: those of what goes, and those that share wording or people with what comes.</summary>
internal sealed class OriginReach
{
    private OriginReach(IReadOnlyDictionary<string, OriginTrace> traces, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) => (Traces, Before, After) = (traces, before, after);

    public IReadOnlyDictionary<string, OriginTrace> Traces { get; }

    /// <summary>Origin by document, of those that were held and can be reached.</summary>
    public IReadOnlyDictionary<string, string> Before { get; }

    /// <summary>Origin by document, of those that can be reached and are held afterwards.</summary>
    public IReadOnlyDictionary<string, string> After { get; }

    /// <summary>Documents that stay, and whose origin has another id than before.</summary>
    public IEnumerable<string> Changed => After.Where(pair => Before.TryGetValue(pair.Key, out var origin) && origin != pair.Value).Select(pair => pair.Key);

    /// <summary>Documents that stay, and whose origin has other members than before.</summary>
    public IEnumerable<string> Rejoined
    {
        get
        {
            var (before, after) = (Before.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal), After.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal));
            return After.Where(pair => Before.TryGetValue(pair.Key, out var origin) && !before[origin].ToHashSet(StringComparer.Ordinal).SetEquals(after[pair.Value])).Select(pair => pair.Key);
        }
    }

    public static async Task<OriginReach> OfAsync(IGraphSession session, DocumentsChange change, CancellationToken cancellation)
    {
        var traces = change.Come.ToDictionary(facts => facts.Document.Id, OriginTrace.Of, StringComparer.Ordinal);
        var origins = (await session.RowsAsync("reach/origins", cancellation, ("documents", change.GoneIds))).Select(row => (string)row[1]!).ToHashSet(StringComparer.Ordinal);
        origins.UnionWith((await session.RowsAsync("reach/origins-by-trace", cancellation, ("least", OriginTrace.LeastCopied), ("share", OriginTrace.CopiedShare),
            ("rows", traces.Values.Select(trace => new Dictionary<string, object?> { ["keys"] = trace.Keys.ToList(), ["phrases"] = trace.Wording.Count }).ToList()))).Select(row => (string)row[0]!));
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in origins.Count == 0 ? [] : await session.RowsAsync("reach/documents-of-origins", cancellation, ("origins", origins)))
        {
            var id = (string)row[0]!;
            before[id] = (string)row[1]!;
            if (!change.GoneIds.Contains(id) && !change.ComeIds.Contains(id)) traces[id] = Trace(row);
        }

        return new(traces, before, Origins.Of(traces));
    }

    private static OriginTrace Trace(IReadOnlyList<object?> row)
    {
        var keys = Statements.Texts(row[5]).ToLookup(key => key[0]);
        return new(Set(keys['w']), Set(keys['p']), Set(Statements.Texts(row[2])), Set(Statements.Texts(row[3])), Set(Statements.Texts(row[4])));
    }

    private static HashSet<string> Set(IEnumerable<string> values) => values.ToHashSet(StringComparer.Ordinal);
}
