using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge.Paths;

/// <summary>A <see cref="PathFilter"/> in the terms of one session: what an expansion asks for and which relationships count.</summary>
internal sealed class SearchFilter
{
    private readonly PathFilter _filter;
    private readonly HashSet<long> _excludedNodes;
    private readonly HashSet<string> _excludedFacts;
    private readonly HashSet<string> _kinds;

    /// <param name="excludedNodes">Internal ids of actors and meetings.</param>
    /// <param name="excludedFacts">Ids of relationships.</param>
    /// <param name="via">Internal ids of nodes that a path must pass.</param>
    public SearchFilter(PathFilter filter, IEnumerable<long> excludedNodes, IEnumerable<string> excludedFacts, IReadOnlyList<long> via)
    {
        (_filter, _excludedNodes, _excludedFacts, Via) = (filter, excludedNodes.ToHashSet(), excludedFacts.ToHashSet(StringComparer.Ordinal), via);
        _kinds = (filter.Kinds ?? []).Select(Words.Of).ToHashSet(StringComparer.Ordinal);
        var types = (filter.Relations is { Count: > 0 } relations ? relations : PathRelations.Default).Select(PathRelations.TypeOf).ToList();
        Expand = new(types, filter.Status is { Count: > 0 } status ? status : PathRelations.Holding, AsksProperties);
    }

    /// <summary>Finds whom the filter names.</summary>
    /// <exception cref="GraphException">Nobody or several are called so.</exception>
    public static async Task<SearchFilter> OfAsync(ActorLookup lookup, PathFilter filter, CancellationToken cancellation)
    {
        var (nodes, facts, via) = (new List<long>(), new List<string>(), new List<long>());
        foreach (var excluded in filter.Exclude ?? [])
        {
            // Nodes are told by their kind; any other id is a fact's.
            if (await lookup.ByIdAsync(excluded, cancellation) is { } known) nodes.Add(known.Chosen.Node);
            else if (excluded.StartsWith("tie:", StringComparison.Ordinal)) facts.Add(excluded);
            else nodes.Add((await lookup.FindAsync(excluded, cancellation)).Chosen.Node);
        }

        foreach (var passed in filter.Via ?? []) via.Add((await lookup.FindAsync(passed, cancellation)).Chosen.Node);
        return new(filter, nodes, facts, via);
    }

    public ExpandFilter Expand { get; }

    public IReadOnlyList<long> Via { get; }

    /// <summary>Whether a relationship of this status counts; for those that were read without regard to it.</summary>
    public bool AllowsStatus(string? status) => status is null || Expand.Statuses!.Contains(status);

    /// <summary>The id property of relationships, by internal id, as far as they were needed.</summary>
    public Dictionary<long, string> TieKeys { get; } = [];

    private bool AsksProperties => _kinds.Count + _excludedFacts.Count > 0 || _filter.Documents is { Count: > 0 } || _filter.MinimumOrigins > 1 || AsksTime;

    private bool AsksTime => _filter.Since is not null || _filter.Until is not null;

    public bool Allows(in Expansion expansion)
    {
        if (_excludedNodes.Contains(expansion.To)) return false;
        if (expansion.Via is not { } via) return true;
        if (via.Properties.GetValueOrDefault("id") is string id && _excludedFacts.Contains(id)) return false;
        if (_filter.Documents is { Count: > 0 } documents && !Statements.Texts(via.Properties.GetValueOrDefault("documents")).Any(documents.Contains)) return false;
        if (_filter.MinimumOrigins > Statements.Texts(via.Properties.GetValueOrDefault("origins")).Count) return false;
        return expansion.ToNode is { } node && node.Labels.Contains("Meeting")
            ? (_kinds.Count == 0 || (node.Properties.GetValueOrDefault("kind") is string kind && _kinds.Contains(kind))) && IsInTime(Day(node.Properties, "earliest"), Day(node.Properties, "latest"))
            : expansion.Type == PathRelations.ParticipatedIn || IsInTime(Day(via.Properties, "since"), Day(via.Properties, "until"));
    }

    private bool IsInTime(DateOnly? earliest, DateOnly? latest)
    {
        if (!AsksTime) return true;
        if (earliest is null && latest is null) return _filter.Undated;
        return !(latest < _filter.Since) && !(earliest > _filter.Until);
    }

    private static DateOnly? Day(IReadOnlyDictionary<string, object?> properties, string name) => Words.ToDay(properties.GetValueOrDefault(name) as string);
}
