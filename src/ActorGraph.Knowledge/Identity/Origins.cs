using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Which documents tell one report: copies, rewrites and translations count as one.</summary>
internal static class Origins
{
    /// <returns>The smallest document id of its origin, by document id.</returns>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<DocumentFacts> documents) => Of(documents.ToDictionary(facts => facts.Document.Id, OriginTrace.Of, StringComparer.Ordinal));

    /// <inheritdoc cref="Of(IReadOnlyList{DocumentFacts})"/>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, OriginTrace> traces)
    {
        var ids = traces.Keys.Order(StringComparer.Ordinal).ToList();
        var links = from a in Enumerable.Range(0, ids.Count) from b in Enumerable.Range(0, a) where OriginTrace.AreOne(traces[ids[a]], traces[ids[b]]) select new Link(b, a, 1);
        return Clustering.Of(ids, links, (_, _) => false).SelectMany(group => group.Select(i => (Id: ids[i], Origin: ids[group[0]]))).ToDictionary(pair => pair.Id, pair => pair.Origin, StringComparer.Ordinal);
    }
}
