using System.Globalization;
using ActorGraph.Knowledge.Paths;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>An answer as nodes and edges.</summary>
internal sealed class GraphViewType : ObjectGraphType<GraphView>
{
    public GraphViewType()
    {
        Name = "Graph";
        Description = "Nodes and edges for drawing.";
        Field("nodes", g => g.Nodes, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<GraphNodeType>>>)).Description("Each once.");
        Field("hasMore", g => g.HasMore).Description("Whether something was left out: ask for more with first.");
        Field("edges", g => g.Edges, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<GraphEdgeType>>>)).Description("Each once.");
    }
}

internal sealed class GraphNodeType : ObjectGraphType<GraphViewNode>
{
    public GraphNodeType()
    {
        Name = "GraphNode";
        Description = "An actor, place or meeting.";
        Field("id", n => n.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Unique among the nodes.");
        Field("label", n => n.Label).Description("What to write beside it.");
        Field("kind", n => n.Kind, type: typeof(NonNullGraphType<ActorKindType>)).Description("What it is.");
    }
}

internal sealed class GraphEdgeType : ObjectGraphType<GraphViewEdge>
{
    public GraphEdgeType()
    {
        Name = "GraphEdge";
        Description = "A fact between two nodes.";
        Field("id", e => e.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Unique among the edges.");
        Field("source", e => e.Source, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the node it starts at.");
        Field("target", e => e.Target, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the node it ends at.");
        Field("label", e => e.Label).Description("What to write beside it.");
        Field("kind", e => e.Kind).Description("MET, SUPPORTS …; PARTICIPATED_IN between an actor and a meeting drawn as a node.");
        Field<DateType>("date").Description("The latest day it can have been.")
            .Resolve(context => context.Source.Date is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
        Field("weight", e => e.Weight).Description("How many documents tell it.");
        Field("paths", e => e.Paths, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<IntGraphType>>>)).Description("Numbers, from 0, of the results of paths that use it; none around actors.");
    }
}
