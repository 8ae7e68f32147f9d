using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Actors;

/// <summary>An actor, place or meeting as a session has read it.</summary>
/// <param name="Node">Internal id, valid inside the session.</param>
internal sealed record ActorNode(long Node, string Id, string Name, string Kind, IReadOnlyList<string> Aliases, IReadOnlyList<long> Called, string? Iso2, IReadOnlyList<string> Labels)
{
    public bool IsMeeting => Kind == "meeting";

    /// <summary>What its names are compared as; null for a meeting.</summary>
    public ActorType? Type => IsMeeting ? null : Words.To<ActorType>(Kind);

    /// <summary>The name and every alias with how often the texts use it.</summary>
    public IEnumerable<(string Form, long Times)> Forms => Aliases.Prepend(Name).Select((form, i) => (form, i < Called.Count ? Called[i] : 0));

    public ActorReference Reference => new(Id, Name, Kind);

    public static ActorNode Of(GraphNode node)
    {
        var labels = node.Labels;
        var id = (string)node.Properties["id"]!;
        var kind = labels.Contains("Meeting") ? "meeting" : labels.Contains("Place") ? node.Properties.GetValueOrDefault("kind") as string ?? "place"
            : labels.FirstOrDefault(label => label != "Actor")?.ToLowerInvariant() ?? "person";
        var name = node.Properties.GetValueOrDefault("name") as string ?? node.Properties.GetValueOrDefault("title") as string ?? id;
        return new(node.Id, id, name, kind, Statements.Texts(node.Properties.GetValueOrDefault("aliases")),
            node.Properties.GetValueOrDefault("called") is IEnumerable<object?> called ? called.OfType<long>().ToList() : [], node.Properties.GetValueOrDefault("iso2") as string, labels);
    }
}
