using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Looks as the graph holds them; each is read once.</summary>
internal sealed class HeldLooks(IGraphSession session)
{
    private readonly Dictionary<string, HeldLook> _read = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, HeldLook> Read => _read;

    public Task<List<HeldLook>> ByIdAsync(IEnumerable<string> ids, CancellationToken cancellation) => LooksAsync("reach/looks-by-id", "ids", ids, cancellation);

    public Task<List<HeldLook>> OfActorsAsync(IEnumerable<string> actors, CancellationToken cancellation) => LooksAsync("reach/looks-of-actors", "actors", actors, cancellation);

    /// <summary>Looks of actors that have a name with one of these keys.</summary>
    public Task<List<HeldLook>> ByNameKeysAsync(IEnumerable<string> keys, CancellationToken cancellation) => LikeAsync([Row("", 2, keys)], cancellation);

    /// <summary>Looks that may be compared with these, and some more.</summary>
    public Task<List<HeldLook>> LikeAsync(IReadOnlyList<Look> looks, CancellationToken cancellation) => LikeAsync(looks.SelectMany(Rows).ToList(), cancellation);

    private async Task<List<HeldLook>> LikeAsync(IReadOnlyList<Dictionary<string, object?>> rows, CancellationToken cancellation)
        => rows.Count == 0 ? [] : Take(await session.RowsAsync("reach/looks-by-name-keys", cancellation, ("rows", rows)));

    /// <summary>As <see cref="Look.MayBe"/> asks.</summary>
    private static IEnumerable<Dictionary<string, object?>> Rows(Look look) => look.Type != ActorType.Person || NameKeys.HasInitial(look.Words) ? [Row(look.Key, 2, look.Keys)]
        : [.. look.Words.Select(word => Row(look.Key, Look.Telling(word), NameKeys.OfWord(word))), Row(look.Key, 2, look.Words.SelectMany(NameKeys.OfInitialed))];

    /// <param name="tells">Two is enough.</param>
    private static Dictionary<string, object?> Row(string look, int tells, IEnumerable<string> keys) => new() { ["look"] = look, ["tells"] = tells, ["keys"] = keys.Distinct().ToList() };

    public Task<List<HeldLook>> ShortFormsAsync(IEnumerable<string> keys, CancellationToken cancellation) => LooksAsync("reach/short-forms", "keys", keys, cancellation);

    private async Task<List<HeldLook>> LooksAsync(string statement, string parameter, IEnumerable<string> values, CancellationToken cancellation)
    {
        var asked = values.Distinct().Order(StringComparer.Ordinal).ToList();
        if (asked.Count == 0) return [];
        return Take(await session.RowsAsync(statement, cancellation, (parameter, asked)));
    }

    private List<HeldLook> Take(IEnumerable<IReadOnlyList<object?>> rows)
    {
        var found = new List<HeldLook>();
        foreach (var row in rows)
        {
            var node = (GraphNode)row[0]!;
            var id = (string)node.Properties["id"]!;
            if (!_read.TryGetValue(id, out var held)) _read[id] = held = LookPart.Read(node);
            found.Add(held);
        }

        return found;
    }
}
