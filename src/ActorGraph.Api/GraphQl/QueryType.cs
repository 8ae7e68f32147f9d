using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Paths;
using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace ActorGraph.Api.GraphQl;

/// <summary>What can be asked.</summary>
internal sealed class QueryType : ObjectGraphType
{
    /// <summary>What one search for paths weighs beside reading a field.</summary>
    public const double PathImpact = 500;

    public QueryType()
    {
        Name = "Query";
        Description = "Ask who is connected to whom, and which sentences say so.";
        Field<NonNullGraphType<PathAnswerType>>("paths").Description("How does one actor connect to another? Each step with the sentences it rests on.")
            .Argument<NonNullGraphType<StringGraphType>>("from", "A name in any spelling, or an id.")
            .Argument<NonNullGraphType<StringGraphType>>("to", "Likewise.")
            .Argument<PathFilterInput>("filter", "What a path may use.")
            .Argument<IntGraphType>("first", argument => (argument.Description, argument.DefaultValue) = ($"How many paths, best first: 1 to {Limits.Paths.MostPaths}.", 3))
            .WithComplexityImpact(PathImpact, 1)
            .ResolveAsync(async context => await Service<PathFinder>(context).FindAsync(
                new PathQuestion(context.GetArgument<string>("from"), context.GetArgument<string>("to"), context.GetArgument<PathFilter?>("filter") ?? PathFilter.None,
                    Within(context.GetArgument<int?>("first") ?? 3, Limits.Paths.MostPaths, atLeast: 1), PathAnswerType.AsksForMore(context)), context.CancellationToken));
        Field<NonNullGraphType<GraphViewType>>("graph").Description("What lies around actors, as nodes and edges for drawing: both ends of every edge are among the nodes, and what most documents tell comes first.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("actors", "Names in any spelling, or ids.")
            .Argument<NonNullGraphType<IntGraphType>>("depth", argument => (argument.Description, argument.DefaultValue) = ($"Steps from them: 0 to {Limits.MostDepth}; with 0 only what connects them with each other.", 1))
            .Argument<PathFilterInput>("filter", "What may be drawn; via and maximumSteps are of paths. Hubs are not left by further steps unless allowed.")
            .Argument<NonNullGraphType<MeetingsAsType>>("meetings", argument => (argument.Description, argument.DefaultValue) = ("How a meeting is drawn.", MeetingsAs.Node))
            .Argument<NonNullGraphType<IntGraphType>>("first", argument => (argument.Description, argument.DefaultValue) = ($"Most nodes: 1 to {Limits.MostNodes}; hasMore says whether there are more.", 100))
            .WithComplexityImpact(PathImpact, 1)
            .ResolveAsync(async context => await Service<Surroundings>(context).FindAsync(new(Named(context), Within("depth", context.GetArgument<int>("depth"), Limits.MostDepth),
                context.GetArgument<PathFilter?>("filter") ?? PathFilter.None, context.GetArgument<MeetingsAs>("meetings"), Within(context.GetArgument<int>("first"), Limits.MostNodes, atLeast: 1)), context.CancellationToken));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SearchHitType>>>>("search").Description("Actors by name, in any spelling, best first.")
            .Argument<NonNullGraphType<StringGraphType>>("text", "A name, or part of one.")
            .Argument<NonNullGraphType<IntGraphType>>("first", argument => (argument.Description, argument.DefaultValue) = ($"How many: 1 to {Limits.MostHits}.", 10))
            .Argument<ListGraphType<NonNullGraphType<ActorKindType>>>("kinds", "Only these.")
            .ResolveAsync(async context => await Service<ActorCatalogue>(context).SearchAsync(context.GetArgument<string>("text"),
                Within(context.GetArgument<int>("first"), Limits.MostHits, atLeast: 1), context.GetArgument<List<string>?>("kinds"), context.CancellationToken));
        Field<NonNullGraphType<ActorType>>("actor").Description("One actor, by id or by name.")
            .Argument<IdGraphType>("id", "Its id. Give this or name.")
            .Argument<StringGraphType>("name", "A name in any spelling.")
            .Resolve(context => Reads.Once(context, session => ActorReads.FindAsync(session, IdOrName(context), context.CancellationToken)));
        One<MeetingType>("meeting", "One meeting; null where the graph holds none.", context => Reads.Batch(context, ActorReads.ByIdsAsync).Load(context.GetArgument<string>("id"), found => found as MeetingRecord));
        One<DocumentType>("document", "One document; null where the graph holds none.", context => Reads.Batch(context, DocumentReads.ByIdsAsync).Load(context.GetArgument<string>("id")));
        One<ArticleType>("article", "One article; null where the graph holds none.", context => Reads.Batch(context, DocumentReads.ArticlesByIdsAsync).Load(context.GetArgument<string>("id")));
        One<NodeType>("node", "Whatever has an id; an old id finds who now holds what it was made from. Null where the graph holds none.", context => NodeType.Load(context, context.GetArgument<string>("id")));
        ListFields.AddTo(this);
        Field<NonNullGraphType<StatisticsType>>("stats").Description("How much the graph holds.")
            .ResolveAsync(async context => await Service<ActorCatalogue>(context).StatisticsAsync(context.CancellationToken));
    }

    private void One<T>(string name, string description, Func<IResolveFieldContext, IDataLoaderResult> load) where T : GraphType
        => Field<T>(name).Description(description).Argument<NonNullGraphType<IdGraphType>>("id", "Its id.").Resolve(context => load(context));

    /// <summary>A number asked for, when it is one that can be given.</summary>
    public static int Within(int first, int most, int atLeast = 0) => Within("first", first, most, atLeast);

    private static int Within(string name, int asked, int most, int atLeast = 0) => asked >= atLeast && asked <= most ? asked
        : throw new GraphException(ErrorCodes.FilterInvalid, $"{name} is {asked}; it can be {atLeast} to {most}.");

    private static List<string> Named(IResolveFieldContext context) => context.GetArgument<List<string>>("actors") is { Count: > 0 and <= Limits.MostNames } named ? named
        : throw new GraphException(ErrorCodes.FilterInvalid, $"Name 1 to {Limits.MostNames} actors.");

    private static string IdOrName(IResolveFieldContext context) => (context.GetArgument<string?>("id"), context.GetArgument<string?>("name")) switch
    {
        ({ } id, null) => id,
        (null, { } name) => name,
        _ => throw new GraphException(ErrorCodes.FilterInvalid, "Give either id or name."),
    };

    private static T Service<T>(IResolveFieldContext context) where T : notnull => context.RequestServices!.GetRequiredService<T>();
}
