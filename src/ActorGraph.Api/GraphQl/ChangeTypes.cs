using ActorGraph.Knowledge.Loading;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>What a write changed.</summary>
internal sealed class GraphChangeType : ObjectGraphType<GraphChange>
{
    private const int Usual = 100;

    public GraphChangeType()
    {
        Name = "GraphChange";
        Description = "What a write changed in what follows from the documents: actors, places, meetings, and relations between actors.";
        Field("added", c => c.Count(ChangeKind.Added)).Description("How many are new.");
        Field("changed", c => c.Count(ChangeKind.Changed)).Description("How many are told differently now.");
        Field("removed", c => c.Count(ChangeKind.Removed)).Description("How many are gone.");
        Listed<ChangedNodeType>("nodes", "Actors, places and meetings: the new ones first, then the changed, then the gone.", context => Of(context, context.Source.Nodes, node => node.Change));
        Listed<ChangedRelationType>("relations", "Offices, family and other relations, in the same order.", context => Of(context, context.Source.Relations, relation => relation.Change));
    }

    private void Listed<T>(string name, string description, Func<IResolveFieldContext<GraphChange>, object> resolve) where T : GraphType
        => Field<NonNullGraphType<ListGraphType<NonNullGraphType<T>>>>(name).Description(description)
            .Argument<ListGraphType<NonNullGraphType<ChangeKindType>>>("change", "Only these; else all.")
            .Argument<NonNullGraphType<IntGraphType>>("first", argument => (argument.Description, argument.DefaultValue) = ($"How many: 0 to {Limits.MostRows}; added, changed and removed count them all.", Usual))
            .Resolve(context => resolve(context));

    private static IEnumerable<T> Of<T>(IResolveFieldContext context, IReadOnlyList<T> all, Func<T, ChangeKind> change)
    {
        var (only, first) = (context.GetArgument<List<ChangeKind>?>("change"), QueryType.Within(context.GetArgument<int>("first"), Limits.MostRows));
        return all.Where(item => only is not { Count: > 0 } || only.Contains(change(item))).Take(first);
    }
}

internal sealed class ChangedNodeType : ObjectGraphType<ChangedNode>
{
    public ChangedNodeType()
    {
        Name = "ChangedNode";
        Description = "An actor, place or meeting that a write changed.";
        Field("change", n => n.Change, type: typeof(NonNullGraphType<ChangeKindType>)).Description("What became of it.");
        Field("id", n => n.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
        Field("name", n => n.Name).Description("Its name; of what is gone, the one it had.");
        Field("kind", n => n.Kind, type: typeof(NonNullGraphType<ActorKindType>)).Description("What it is.");
        Field<NodeType>("node").Description("All about it, as it is now; of what is gone, who now holds what it was made from, else null.").Resolve(context => NodeType.Load(context, context.Source.Id));
    }
}

internal sealed class ChangedRelationType : ObjectGraphType<ChangedRelation>
{
    public ChangedRelationType()
    {
        Name = "ChangedRelation";
        Description = "A relation between actors that a write changed.";
        Field("change", r => r.Change, type: typeof(NonNullGraphType<ChangeKindType>)).Description("What became of it.");
        Field("id", r => r.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
        Field("relation", r => r.Relation, type: typeof(NonNullGraphType<RelationType>)).Description("What connects them.");
        Field("from", r => r.From, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the actor it starts at.");
        Field("to", r => r.To, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the actor it ends at.");
        Field<NodeType>("node").Description("All about it, as it is now; null of what is gone.").Resolve(context => NodeType.Load(context, context.Source.Id));
    }
}

internal sealed class ChangeKindType : EnumerationGraphType
{
    public ChangeKindType()
    {
        Name = "ChangeKind";
        Description = "What became of something.";
        Add("ADDED", ChangeKind.Added, "It is new.");
        Add("CHANGED", ChangeKind.Changed, "It is told differently.");
        Add("REMOVED", ChangeKind.Removed, "It is gone.");
    }
}
