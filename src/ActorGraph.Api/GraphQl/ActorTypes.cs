using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>Everything about one actor.</summary>
internal sealed class ActorType : ObjectGraphType<ActorRecord>
{
    public ActorType()
    {
        Name = "Actor";
        Description = "A person, organization, country or place, joined from all documents.";
        Interface<NodeType>();
        Field("id", a => a.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
        Field("name", a => a.Name).Description("Its usual name.");
        Field("kind", a => a.Kind, type: typeof(NonNullGraphType<ActorKindType>)).Description("What it is.");
        Field("aliases", a => a.Aliases, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>)).Description("Every other name the documents use.").WithComplexityImpact(1, 1);
        Field("iso2", a => a.Iso2, nullable: true).Description("Two letters of a country.");
        Field<NonNullGraphType<StringGraphType>>("summary").Description("What it is known for here.").Resolve(context => Reads.Batch(context, ActorReads.SummariesAsync).Load(context.Source.Id, found => found ?? ""));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("documents").Description("Ids of the documents that name it.").WithComplexityImpact(1, 1)
            .Resolve(context => Reads.Batch(context, ActorReads.DocumentsAsync).Load(context.Source.Id, found => found ?? []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PathStepType>>>>("facts").Description("Meetings, offices, family and relations, latest first, each told in a sentence.")
            .Argument<NonNullGraphType<IntGraphType>>("first", argument => (argument.Description, argument.DefaultValue) = ("How many.", 20))
            .Resolve(context =>
            {
                var most = QueryType.Within(context.GetArgument<int>("first"), Limits.MostFacts);
                return Reads.FieldBatch(context, "facts", (session, ids, cancellation) => ActorReads.FactsAsync(session, most, ids, cancellation)).Load(context.Source.Id, found => found ?? []);
            });
        Field<NonNullGraphType<ConnectionType<MeetingType, MeetingRecord>>>("meetings").Description("Meetings it took part in, or that were held there, latest first.").MeetingArguments().Paged()
            .ResolveAsync(async context =>
            {
                var filter = await FactArguments.OfAsync(context);
                return Paging.Each(context, context.Source.Id, (session, page, ids, cancellation) => MeetingReads.OfAsync(session, filter, page, ids, cancellation),
                    (session, ids, cancellation) => MeetingReads.CountsAsync(session, filter, ids, cancellation));
            });
        Relationships("relations", "Relationships that are no meeting, at either end, by id.", null);
        Relationships("offices", "Offices that it holds or held, and those of its own that others do.", ["HOLDS_POSITION"]);
        Relationships("postings", "Where it is posted to or deployed in, who is posted there, and who appointed whom.", ["POSTED_TO", "DEPLOYED_IN", "APPOINTED"]);
        Relationships("family", "Who is related to it.", ["FAMILY_OF"]);
        Field<NonNullGraphType<ConnectionType<SightingType, SightingRecord>>>("sightings").Description("The actor as each article tells it.").Paged()
            .Resolve(context => Paging.Each(context, context.Source.Id, (session, page, ids, cancellation) => DocumentReads.SightingsAsync(session, SightingsOf.Actors, page, ids, cancellation),
                (session, ids, cancellation) => DocumentReads.SightingCountsAsync(session, SightingsOf.Actors, ids, cancellation)));
    }

    /// <param name="relations">Null: those that the question names.</param>
    private void Relationships(string name, string description, IReadOnlyList<string>? relations)
    {
        var field = Field<NonNullGraphType<ConnectionType<RelationshipType, RelationshipRecord>>>(name).Description(description).RelationArguments(namesKinds: relations is null).Paged();
        field.ResolveAsync(async context =>
        {
            var asked = await FactArguments.OfAsync(context);
            var filter = relations is null ? asked : asked with { Relations = relations };
            return Paging.Each(context, context.Source.Id, (session, page, ids, cancellation) => RelationshipReads.OfAsync(session, filter, page, ids, cancellation),
                (session, ids, cancellation) => RelationshipReads.CountsAsync(session, filter, ids, cancellation));
        });
    }
}

internal sealed class SearchHitType : ObjectGraphType<SearchHit>
{
    public SearchHitType()
    {
        Name = "SearchHit";
        Description = "An actor that a text may mean.";
        Field("id", h => h.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
        Field("name", h => h.Name).Description("Its usual name.");
        Field("kind", h => h.Kind, type: typeof(NonNullGraphType<ActorKindType>)).Description("What it is.");
        Field("summary", h => h.Summary).Description("What tells it apart.");
        Field("score", h => h.Score).Description("0 to 1.");
        Field("why", h => h.Why).Description("Which name matched, and how.");
        Field<NonNullGraphType<NodeType>>("node").Description("All about it.").Resolve(context => NodeType.Load(context, context.Source.Id));
    }
}

internal sealed class StatisticsType : ObjectGraphType<GraphStatistics>
{
    public StatisticsType()
    {
        Name = "Statistics";
        Description = "How much the graph holds.";
        Field("documents", s => s.Documents, type: typeof(NonNullGraphType<IntGraphType>)).Description("Documents loaded.");
        Field("articles", s => s.Articles, type: typeof(NonNullGraphType<IntGraphType>)).Description("Articles in them.");
        Field("sightings", s => s.Sightings, type: typeof(NonNullGraphType<IntGraphType>)).Description("Actors and places as one article tells them.");
        Field("evidence", s => s.Evidence, type: typeof(NonNullGraphType<IntGraphType>)).Description("Facts as one article tells them.");
        Field("people", s => s.People, type: typeof(NonNullGraphType<IntGraphType>)).Description("People.");
        Field("organizations", s => s.Organizations, type: typeof(NonNullGraphType<IntGraphType>)).Description("Organizations.");
        Field("countries", s => s.Countries, type: typeof(NonNullGraphType<IntGraphType>)).Description("Countries.");
        Field("places", s => s.Places, type: typeof(NonNullGraphType<IntGraphType>)).Description("Places.");
        Field("meetings", s => s.Meetings, type: typeof(NonNullGraphType<IntGraphType>)).Description("Meetings.");
        Field("relationships", s => s.Relationships, type: typeof(NonNullGraphType<IntGraphType>)).Description("Relationships of any type.");
    }
}
