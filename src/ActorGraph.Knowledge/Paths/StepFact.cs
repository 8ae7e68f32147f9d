using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge.Paths;

/// <summary>One step of a path as the graph holds it, before it is told.</summary>
/// <param name="Meeting">The meeting that the two went through, else null.</param>
/// <param name="Forward">Whether the relationship points from <paramref name="From"/>; of no meaning for a meeting.</param>
/// <param name="Relationships">Both hops of a meeting, else the one relationship.</param>
internal sealed record StepFact(ActorNode From, ActorNode To, GraphNode? Meeting, bool Forward, IReadOnlyList<GraphRelationship> Relationships)
{
    public string Id => (string)(Meeting is null ? Relationships[0].Properties : Meeting.Properties)["id"]!;

    public string Relation => Meeting is null ? Relationships[0].Type : PathRelations.Met;

    public string Status => Told("status") as string ?? "current";

    public bool IsDisputed => Relationships.Any(r => r.Properties.GetValueOrDefault("disputed") is true);

    /// <summary>A property of the meeting, else of the relationship.</summary>
    public object? Told(string property) => (Meeting?.Properties ?? Relationships[0].Properties).GetValueOrDefault(property);

    /// <summary>Documents that tell the whole step: of a meeting those that name both.</summary>
    public IReadOnlyList<string> Common(string property)
    {
        var lists = Relationships.Select(r => Statements.Texts(r.Properties.GetValueOrDefault(property))).ToList();
        var common = lists.Aggregate((a, b) => a.Intersect(b).ToList());
        return common.Count > 0 ? common : lists.SelectMany(list => list).Distinct().ToList();
    }

    public FactDate? When()
    {
        if (Meeting is null)
        {
            var (since, until) = (Words.ToDay(Told("since") as string), Words.ToDay(Told("until") as string));
            return since is null && until is null ? null : new(null, "stated", since, until);
        }

        var (basis, text) = (Told("dateBasis") as string ?? "none", Told("dateText") as string);
        return basis == "none" && text is null ? null : new(text, basis, Words.ToDay(Told("earliest") as string), Words.ToDay(Told("latest") as string));
    }
}
