using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;
using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>The lists that can be asked for: a page at a time, by cursors that writes do not move.</summary>
internal static class ListFields
{
    /// <summary>A list may look at all of the graph, whatever it returns.</summary>
    private const double Impact = 100;

    public static void AddTo(ObjectGraphType query)
    {
        query.Field<NonNullGraphType<ConnectionType<ActorType, ActorRecord>>>("actors").Description("Actors and places, by id. To find one by its name there is search.")
            .Argument<ListGraphType<NonNullGraphType<ActorKindType>>>("kinds", "Only these.")
            .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("documents", "Only those that one of these documents names.")
            .Argument<StringGraphType>("about", "Words of an office it holds or held, or of what an article calls it besides names, in any case: minister.")
            .Paged(Impact)
            .Resolve(context =>
            {
                var filter = new ActorFilter(context.GetArgument<List<string>?>("kinds"), context.GetArgument<List<string>?>("documents"), context.GetArgument<string?>("about"));
                return Paging.Root(context, (session, page) => ActorReads.ListAsync(session, filter, page, context.CancellationToken), session => ActorReads.CountAsync(session, filter, context.CancellationToken));
            });
        query.Field<NonNullGraphType<ConnectionType<MeetingType, MeetingRecord>>>("meetings").Description("Meetings, latest first; those of an unknown day come last.").MeetingArguments().Paged(Impact)
            .ResolveAsync(async context =>
            {
                var filter = await FactArguments.OfAsync(context);
                return Paging.Root(context, (session, page) => MeetingReads.ListAsync(session, filter, page, context.CancellationToken), session => MeetingReads.CountAsync(session, filter, context.CancellationToken));
            });
        query.Field<NonNullGraphType<ConnectionType<RelationshipType, RelationshipRecord>>>("relations").Description("Offices, family and relations between actors, by id.")
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("between", "Actors by id or name: with one its relations, with several those among them; else all.")
            .RelationArguments().Paged(Impact)
            .ResolveAsync(async context =>
            {
                var (filter, between) = (await FactArguments.OfAsync(context), await FactArguments.ActorsAsync(context, "between") ?? []);
                return Paging.Root(context, (session, page) => RelationshipReads.ListAsync(session, between, filter, page, context.CancellationToken),
                    session => RelationshipReads.CountAsync(session, between, filter, context.CancellationToken));
            });
        Documents(query);
        Timeline(query);
        Decided(query);
    }

    private static void Decided(ObjectGraphType query)
        => query.Field<NonNullGraphType<ConnectionType<DecisionType, DecisionRecord>>>("decisions").Description("What people decided about who is who, first decision first; those that were taken back, too.")
            .Paged(Impact)
            .Resolve(context => Paging.Root(context, (session, page) => DecisionReads.ListAsync(session, page, context.CancellationToken), session => DecisionReads.CountAsync(session, context.CancellationToken)));

    private static void Documents(ObjectGraphType query)
        => query.Field<NonNullGraphType<ConnectionType<DocumentType, DocumentReference>>>("documents").Description("Documents, last published first; those of an unknown day come last.")
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("naming", "Actors, by id or name, who are all named.")
            .Argument<StringGraphType>("source", "Who published it, in any case.")
            .Argument<StringGraphType>("origin", "Only those that tell this report.")
            .Argument<DateType>("since", "Published on this day or later.")
            .Argument<DateType>("until", "Published on this day or before.")
            .Argument<StringGraphType>("about", "Words of the text or title, in any case.")
            .Paged(Impact)
            .ResolveAsync(async context =>
            {
                var filter = new DocumentFilter(await FactArguments.ActorsAsync(context, "naming"), context.GetArgument<string?>("source"), context.GetArgument<string?>("origin"),
                    context.GetArgument<DateOnly?>("since"), context.GetArgument<DateOnly?>("until"), context.GetArgument<string?>("about"));
                return Paging.Root(context, (session, page) => DocumentReads.ListAsync(session, filter, page, context.CancellationToken), session => DocumentReads.CountAsync(session, filter, context.CancellationToken));
            });

    private static void Timeline(ObjectGraphType query)
        => query.Field<NonNullGraphType<ConnectionType<TimelineEntryType, TimelineFact>>>("timeline").Description("Meetings and relations of actors in the order in which they happened; what has no day comes last.")
            .Argument<StringGraphType>("actor", "One actor, by id or name. Give this or actors.")
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("actors", "Several actors: what concerns any of them.")
            .Argument<NonNullGraphType<BooleanGraphType>>("together", argument => (argument.Description, argument.DefaultValue) = ("Only what concerns all of them.", false))
            .Argument<ListGraphType<NonNullGraphType<RelationType>>>("kinds", "Which relations, MET for meetings; else all.")
            .Argument<ListGraphType<NonNullGraphType<StatusType>>>("status", "Statuses; else all.")
            .Argument<DateType>("since", "Leaves out what ended before this day.")
            .Argument<DateType>("until", "Leaves out what began after this day.")
            .Argument<NonNullGraphType<BooleanGraphType>>("undated", argument => (argument.Description, argument.DefaultValue) = ("Whether what has no day is told, too.", true))
            .Paged(Impact)
            .ResolveAsync(async context =>
            {
                if (context.GetArgument<string?>("actor") is null == context.GetArgument<List<string>?>("actors") is not { Count: > 0 }) throw new GraphException(ErrorCodes.FilterInvalid, "Give either actor or actors.");
                var actors = await FactArguments.ActorsAsync(context, "actors") ?? [(await FactArguments.ActorAsync(context, context.GetArgument<string>("actor"))).Id];
                var together = context.GetArgument<bool>("together");
                var filter = new FactFilter
                {
                    Relations = context.GetArgument<List<string>?>("kinds"), Status = context.GetArgument<List<string>?>("status"), Since = context.GetArgument<DateOnly?>("since"),
                    Until = context.GetArgument<DateOnly?>("until"), Undated = context.GetArgument<bool>("undated"),
                };
                return Paging.Root(context, (session, page) => RelationshipReads.TimelineAsync(session, actors, together, filter, page, context.CancellationToken),
                    session => RelationshipReads.CountTimelineAsync(session, actors, together, filter, context.CancellationToken));
            });
}
