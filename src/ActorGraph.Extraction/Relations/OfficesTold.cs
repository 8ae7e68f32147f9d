using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>The offices told so far, as the later ones look them up.</summary>
internal sealed class OfficesTold
{
    private readonly List<OfficeEvidence> all = [];
    private readonly HashSet<(string, string)> hosts = [];
    private readonly Dictionary<string, List<OfficeEvidence>> byPerson = [];
    private readonly Dictionary<(string Article, string Title, string? Of), List<OfficeEvidence>> bySeat = [];
    private readonly Dictionary<TextSpan, List<OfficeEvidence>> bySentence = [];

    /// <summary>In the order in which they were told.</summary>
    public IReadOnlyList<OfficeEvidence> All => all;

    public OfficeEvidence? Last => all.Count > 0 ? all[^1] : null;

    public void Add(OfficeEvidence office)
    {
        all.Add(office);
        Index(byPerson, office.Person, office);
        Index(bySeat, (office.ArticleId, office.Title, office.Of), office);
        Index(bySentence, office.Span, office);
    }

    public IReadOnlyList<OfficeEvidence> Of(string person) => byPerson.GetValueOrDefault(person) ?? [];

    public IReadOnlyList<OfficeEvidence> In(Sentence sentence) => bySentence.GetValueOrDefault(sentence.Span) ?? [];

    /// <summary>Whether somebody else holds the office now.</summary>
    public bool IsHeldByAnother(string article, string title, string of, string person)
        => bySeat.TryGetValue((article, title, of), out var holders) && holders.Exists(office => office.Person != person && office.Status is FactStatus.Current or FactStatus.Acting);

    /// <summary>Somebody is posted there: no office of that state is told by it.</summary>
    public void AddHost(string article, string host) => hosts.Add((article, host));

    public bool IsHost(string article, string state) => hosts.Contains((article, state));

    private static void Index<TKey>(Dictionary<TKey, List<OfficeEvidence>> index, TKey key, OfficeEvidence office) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        list.Add(office);
    }
}
