using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>One relationship between two actors.</summary>
internal sealed class RelationshipType : ObjectGraphType<RelationshipRecord>
{
    public RelationshipType()
    {
        Name = "Relationship";
        Description = "An office, a family tie or another relation between two actors, joined from all sentences that state it.";
        Interface<NodeType>();
        Field("id", r => r.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Derived from what it states.");
        Field("relation", r => r.Relation, type: typeof(NonNullGraphType<RelationType>)).Description("What connects them.");
        Field("sentence", r => r.Sentence).Description("Told in one sentence.");
        Field("from", r => r.From, type: typeof(NonNullGraphType<ActorType>)).Description("Who holds, supports, appointed …");
        Field("to", r => r.To, type: typeof(NonNullGraphType<ActorType>)).Description("Of whom, whom, where.");
        Field("detail", r => r.Detail, nullable: true).Description("An office's title; of relatives, what one is of the other.");
        Field("status", r => r.Status, type: typeof(NonNullGraphType<StatusType>)).Description("Whether it holds.");
        Field("when", r => r.When, type: typeof(FactDateType)).Description("Since when and until when, as far as the documents tell.");
        Field("disputed", r => r.Disputed).Description("Whether documents contradict each other about it.");
        Field("documents", r => r.Documents.Count).Description("How many documents tell it.");
        Field("origins", r => r.Origins).Description("How many origins these documents have: copies, rewrites and translations count once.");
        Field("firstReported", r => r.FirstReported, type: typeof(DateType)).Description("Day of the first dated report.");
        Field("lastReported", r => r.LastReported, type: typeof(DateType)).Description("Day of the last dated report.");
        Field("quote", r => r.Quote).Description("The best sentence that says so.");
        EvidenceType.On(this, r => r.Id);
    }
}

/// <summary>A meeting or a relationship where it stands in time.</summary>
internal sealed class TimelineEntryType : ObjectGraphType<TimelineFact>
{
    public TimelineEntryType()
    {
        Name = "TimelineEntry";
        Description = "A meeting or a relationship where it stands in time.";
        Field("id", e => e.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the meeting or relationship.");
        Field<FactDateType>("when").Description("When, as far as the documents tell.").Resolve(context => IsMeeting(context.Source)
            ? Meetings(context).Load(context.Source.Id, found => (found as MeetingRecord)?.When) : Ties(context).Load(context.Source.Id, found => found?.When));
        Field<NonNullGraphType<StringGraphType>>("sentence").Description("What it is, in one line.").Resolve(context => IsMeeting(context.Source)
            ? Meetings(context).Load(context.Source.Id, found => (found as MeetingRecord)?.Title) : Ties(context).Load(context.Source.Id, found => found?.Sentence));
        Field<MeetingType>("meeting").Description("The meeting, where it is one.").Resolve(context => IsMeeting(context.Source) ? Meetings(context).Load(context.Source.Id) : null);
        Field<RelationshipType>("relation").Description("The relationship, where it is one.").Resolve(context => IsMeeting(context.Source) ? null : Ties(context).Load(context.Source.Id));
    }

    private static bool IsMeeting(TimelineFact fact) => !fact.Id.StartsWith("tie:", StringComparison.Ordinal);

    private static Batch<IRecord> Meetings(IResolveFieldContext context) => Reads.Batch(context, ActorReads.ByIdsAsync);

    private static Batch<RelationshipRecord> Ties(IResolveFieldContext context) => Reads.Batch(context, RelationshipReads.ByIdsAsync);
}
