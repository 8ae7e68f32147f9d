using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>Whatever has an id.</summary>
internal sealed class NodeType : InterfaceGraphType<IRecord>
{
    public NodeType()
    {
        Name = "Node";
        Description = "Whatever has an id: an actor, meeting, relationship, document, article or sighting.";
        Field("id", n => n.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
    }

    /// <summary>What stands under an id now; an old id finds who now holds its member. Ids say by their form what they name.</summary>
    public static IDataLoaderResult Load(IResolveFieldContext context, string id) => id switch
    {
        _ when id.StartsWith("tie:", StringComparison.Ordinal) => Reads.Batch(context, RelationshipReads.ByIdsAsync).Load(id),
        _ when !id.StartsWith("doc:", StringComparison.Ordinal) => Reads.Batch(context, ActorReads.ByIdsAsync).Load(id),
        _ when id.Contains("#s", StringComparison.Ordinal) => Reads.Batch(context, DocumentReads.SightingsByIdsAsync).Load(id),
        _ when id.Contains('/', StringComparison.Ordinal) => Reads.Batch(context, DocumentReads.ArticlesByIdsAsync).Load(id),
        _ => Reads.Batch(context, DocumentReads.ByIdsAsync).Load(id),
    };

    /// <summary>An actor or place by its id.</summary>
    public static IDataLoaderResult<ActorRecord?> Actor(IResolveFieldContext context, string id) => Reads.Batch(context, ActorReads.ByIdsAsync).Load(id, found => found as ActorRecord);
}
