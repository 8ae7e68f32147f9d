using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Loading;

public enum ChangeKind { Added, Changed, Removed }

/// <summary>What a load, a retraction or a decision changed in what follows from the documents: actors, places, meetings, and relations between actors.</summary>
/// <param name="Nodes">Actors, places and meetings; a meeting is changed, too, where who took part, where it was held or what it came before is.</param>
/// <param name="Relations">Offices, family and the like.</param>
public sealed record GraphChange(IReadOnlyList<ChangedNode> Nodes, IReadOnlyList<ChangedRelation> Relations)
{
    public static readonly GraphChange None = new([], []);

    private static readonly HashSet<string> Told = ["Actor", "Place", "Meeting"];

    public int Count(ChangeKind kind) => Nodes.Count(node => node.Change == kind) + Relations.Count(relation => relation.Change == kind);

    /// <param name="difference">What has to be written.</param>
    /// <param name="before">The graph that it is written to.</param>
    internal static GraphChange Of(GraphDifference difference, GraphPart before)
    {
        var had = before.Nodes.Where(node => Told.Contains(node.Labels[0])).ToDictionary(node => new NodeKey(node.Labels[0], node.Id));
        var hadRelations = before.Relationships.Where(IsRelation).Select(relation => relation.Id).ToHashSet(StringComparer.Ordinal);
        var gatherings = difference.Relationships.Concat(difference.GoneRelationships).SelectMany(link => (NodeKey[])[link.From, link.To]).Where(key => key.Label == "Meeting").ToHashSet();
        var written = difference.Nodes.Where(node => Told.Contains(node.Labels[0])).ToDictionary(node => new NodeKey(node.Labels[0], node.Id));
        var nodes = written.Select(pair => Node(had.ContainsKey(pair.Key) ? ChangeKind.Changed : ChangeKind.Added, pair.Value))
            .Concat(gatherings.Where(key => had.ContainsKey(key) && !written.ContainsKey(key) && !difference.GoneNodes.Contains(key)).Select(key => Node(ChangeKind.Changed, had[key])))
            .Concat(difference.GoneNodes.Where(had.ContainsKey).Select(key => Node(ChangeKind.Removed, had[key])));
        var gone = difference.GoneNodes.ToHashSet();
        var relations = difference.Relationships.Where(IsRelation).Select(link => Relation(hadRelations.Contains(link.Id) ? ChangeKind.Changed : ChangeKind.Added, link))
            .Concat(before.Relationships.Where(link => IsRelation(link) && (gone.Contains(link.From) || gone.Contains(link.To))).Concat(difference.GoneRelationships.Where(IsRelation)).Select(link => Relation(ChangeKind.Removed, link)))
            // A relation is named after what it states: it may go from one actor and come at another.
            .GroupBy(relation => relation.Id, StringComparer.Ordinal).Select(same => same.Count() == 1 ? same.First() : same.First() with { Change = ChangeKind.Changed });
        return new(nodes.OrderBy(node => node.Change).ThenBy(node => node.Id, StringComparer.Ordinal).ToList(), relations.OrderBy(relation => relation.Change).ThenBy(relation => relation.Id, StringComparer.Ordinal).ToList());
    }

    private static bool IsRelation(PartRelationship link) => link is { From.Label: "Actor", To.Label: "Actor" or "Place" } && link.Type != PathRelations.ParticipatedIn;

    private static ChangedNode Node(ChangeKind change, PartNode node) => new(change, node.Id,
        node.Labels[0] switch { "Meeting" => "meeting", "Place" => (string)node.Properties["kind"]!, _ => node.Labels[1].ToLowerInvariant() },
        (string)(node.Properties.GetValueOrDefault("name") ?? node.Properties["title"])!);

    private static ChangedRelation Relation(ChangeKind change, PartRelationship link) => new(change, link.Id, link.Type, link.From.Id, link.To.Id);
}

/// <param name="Kind">person, organization, country, place, vessel or meeting.</param>
/// <param name="Name">As it is now; of what is gone, as it was.</param>
public sealed record ChangedNode(ChangeKind Change, string Id, string Kind, string Name);

/// <param name="From">Id of the actor it starts at.</param>
public sealed record ChangedRelation(ChangeKind Change, string Id, string Relation, string From, string To);
