namespace ActorGraph.Knowledge.Paths;

/// <summary>An answer as a flat graph for visualization: ids are unique, and both ends of every edge are among the nodes.</summary>
/// <param name="HasMore">Whether something was left out because there was no room.</param>
public sealed record GraphView(IReadOnlyList<GraphViewNode> Nodes, IReadOnlyList<GraphViewEdge> Edges, bool HasMore = false);

public sealed record GraphViewNode(string Id, string Label, string Kind);

/// <param name="Kind">The relation: MET, SUPPORTS …; PARTICIPATED_IN between an actor and a meeting that is a node.</param>
/// <param name="Date">The latest day it can have been, ISO 8601, null when unknown.</param>
/// <param name="Weight">How many documents tell it.</param>
/// <param name="Paths">Numbers, from 0, of the results that use it; none around actors.</param>
public sealed record GraphViewEdge(string Id, string Source, string Target, string Label, string Kind, string? Date, int Weight, IReadOnlyList<int> Paths);

/// <summary>How a meeting is drawn: as a node between its participants, or as an edge from one to the other.</summary>
public enum MeetingsAs { Node, Edge }
