using System.Globalization;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Draws an answer as a flat graph.</summary>
public static class PathGraph
{
    /// <summary>Nodes in the order in which the paths meet them, then edges likewise.</summary>
    public static GraphView Of(PathAnswer answer, MeetingsAs meetings)
    {
        var nodes = new Dictionary<string, GraphViewNode>();
        var edges = new Dictionary<string, GraphViewEdge>();
        for (var path = 0; path < answer.Results.Count; path++)
        {
            foreach (var step in answer.Results[path].Steps)
            {
                foreach (var actor in new[] { step.From, step.To }) nodes.TryAdd(actor.Id, new(actor.Id, actor.Name, actor.Kind));
                if (step.Meeting is { } meeting && meetings == MeetingsAs.Node)
                {
                    nodes.TryAdd(meeting.Id, new(meeting.Id, meeting.Name, meeting.Kind));
                    Add(step, $"{step.From.Id} {meeting.Id}", step.From.Id, meeting.Id, path, PathRelations.ParticipatedIn);
                    Add(step, $"{step.To.Id} {meeting.Id}", step.To.Id, meeting.Id, path, PathRelations.ParticipatedIn);
                }
                else
                {
                    var (source, target) = step.IsForward ? (step.From.Id, step.To.Id) : (step.To.Id, step.From.Id);
                    Add(step, step.Meeting is null ? step.Id : $"{step.Id} {string.Join(' ', new[] { source, target }.Order(StringComparer.Ordinal))}", source, target, path);
                }
            }
        }

        return new([.. nodes.Values], [.. edges.Values], answer.HasMore);

        void Add(PathStep step, string id, string source, string target, int path, string? kind = null)
        {
            if (edges.TryGetValue(id, out var known)) edges[id] = known with { Paths = [.. known.Paths, path] };
            else edges[id] = new(id, source, target, Label(step), kind ?? step.Relation, step.When?.Latest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), step.Documents, [path]);
        }
    }

    private static string Label(PathStep step) => step.Relation.ToLowerInvariant().Replace('_', ' ') + (step.Place is { } place ? $" in {place.Name}" : "");
}
