namespace ActorGraph.Api.Evaluation;

/// <summary>Our actors by the reader's ids, and the reader's ids by names for people.</summary>
internal sealed class GoldNames(IReadOnlyDictionary<string, string> toGold, ReportedFacts facts, IEnumerable<GoldDocument> gold)
{
    private readonly Dictionary<string, string> nameOf = gold.SelectMany(document => document.Facts.Entities).Where(entry => entry.Value.Name is not null).DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Value.Name!);

    /// <summary>An actor that is none of the reader's keeps its own name behind a question mark.</summary>
    public string Of(string id) => toGold.GetValueOrDefault(id) ?? "?" + facts.NameOf.GetValueOrDefault(id, id);

    public HashSet<string> Of(IEnumerable<string> ids) => ids.Select(Of).ToHashSet();

    /// <summary>Two actors that are none of the reader's stay two, whatever their names.</summary>
    public string OrId(string id) => toGold.GetValueOrDefault(id) ?? "?" + id;

    public string? OrNull(string id) => toGold.GetValueOrDefault(id);

    public string Told(string id) => nameOf.GetValueOrDefault(id, id);

    public string Told(IEnumerable<string> ids) => string.Join(", ", ids.Select(Told).Order(StringComparer.Ordinal));
}
