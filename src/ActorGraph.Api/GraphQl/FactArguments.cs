using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;
using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>Which facts a list holds: the arguments that all lists of facts share.</summary>
internal static class FactArguments
{
    public static FieldBuilder<TSource, object> MeetingArguments<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("participants", "Actors, by id or name, who all took part.")
        .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("place", "Places or countries, by id or name, in one of which it was held.")
        .Argument<ListGraphType<NonNullGraphType<MeetingKindType>>>("kind", "Kinds of meeting; else all.")
        .Facts();

    /// <param name="namesKinds">Whether the question says which relations.</param>
    public static FieldBuilder<TSource, object> RelationArguments<TSource>(this FieldBuilder<TSource, object> field, bool namesKinds = true)
    {
        if (namesKinds) field.Argument<ListGraphType<NonNullGraphType<RelationType>>>("kinds", "Which relations; else all between actors. MET is told by meetings.");
        return field.Facts();
    }

    private static FieldBuilder<TSource, object> Facts<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<ListGraphType<NonNullGraphType<StatusType>>>("status", "Statuses; else all.")
        .Argument<BooleanGraphType>("disputed", "Only what documents contradict each other about, or only the rest.")
        .Argument<DateType>("since", "Leaves out what ended before this day.")
        .Argument<DateType>("until", "Leaves out what began after this day.")
        .Argument<NonNullGraphType<BooleanGraphType>>("undated", argument => (argument.Description, argument.DefaultValue) = ("Whether what has no day passes since and until.", true))
        .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("documents", "Only what one of these documents tells.")
        .Argument<StringGraphType>("about", "Words that stand in a sentence that tells it, in any case.");

    /// <exception cref="GraphException">A name means nobody or several, or a relation is none of this list.</exception>
    public static async Task<FactFilter> OfAsync(IResolveFieldContext context)
    {
        var relations = context.GetArgument<List<string>?>("kinds");
        if (relations?.Find(relation => !FactFilter.EveryRelation.Contains(relation)) is { } other)
            throw new GraphException(ErrorCodes.FilterInvalid, $"{other} is none of this list: {(other == PathRelations.Met ? "meetings tell who met" : "it connects places, and paths follow it when asked")}.");
        return new()
        {
            Participants = await ActorsAsync(context, "participants"), Places = await ActorsAsync(context, "place"), Kinds = context.GetArgument<List<MeetingKind>?>("kind"), Relations = relations,
            Status = context.GetArgument<List<string>?>("status"), Disputed = context.GetArgument<bool?>("disputed"), Since = context.GetArgument<DateOnly?>("since"), Until = context.GetArgument<DateOnly?>("until"),
            Undated = context.GetArgument("undated", true), Documents = context.GetArgument<List<string>?>("documents"), About = context.GetArgument<string?>("about"),
        };
    }

    /// <summary>Ids of the actors that an argument names; null where it is not given. Every name is looked up once a request.</summary>
    public static async Task<IReadOnlyList<string>?> ActorsAsync(IResolveFieldContext context, string argument)
    {
        if (context.GetArgument<List<string>?>(argument) is not { Count: > 0 } named) return null;
        if (named.Count > Limits.MostNames) throw new GraphException(ErrorCodes.FilterInvalid, $"{argument} has {named.Count} names; it can have {Limits.MostNames}.");
        var found = new List<string>();
        foreach (var name in named.Distinct(StringComparer.Ordinal)) found.Add((await ActorAsync(context, name)).Id);
        return found;
    }

    public static async Task<ActorRecord> ActorAsync(IResolveFieldContext context, string name)
        => (await Reads.Of(context).Batch<ActorRecord>(("name", name), async (session, _, cancellation) => new Dictionary<string, ActorRecord> { [name] = await ActorReads.FindAsync(session, name, cancellation) })
            .Load(name).GetResultAsync(context.CancellationToken))!;
}
