using ActorGraph.Knowledge.Actors;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>Everything about one actor.</summary>
internal sealed class ActorType : ObjectGraphType<ActorDetails>
{
    public ActorType()
    {
        Name = "Actor";
        Description = "A person, organization, country or place, joined from all documents.";
        Field("id", a => a.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
        Field("name", a => a.Name).Description("Its usual name.");
        Field("kind", a => a.Kind, type: typeof(NonNullGraphType<ActorKindType>)).Description("What it is.");
        Field("aliases", a => a.Aliases, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>)).Description("Every other name the documents use.");
        Field("iso2", a => a.Iso2, nullable: true).Description("Two letters of a country.");
        Field("summary", a => a.Summary).Description("What it is known for here.");
        Field("documents", a => a.Documents, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>)).Description("Ids of the documents that name it.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PathStepType>>>>("facts").Description("Meetings, offices, family and relations, latest first.")
            .Argument<NonNullGraphType<IntGraphType>>("first", argument => (argument.Description, argument.DefaultValue) = ("How many.", 20))
            .Resolve(context => context.Source.Facts.Take(QueryType.Within(GraphQL.ResolveFieldContextExtensions.GetArgument<int>(context, "first"), Limits.MostFacts)));
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
    }
}

internal sealed class StatisticsType : ObjectGraphType<GraphStatistics>
{
    public StatisticsType()
    {
        Name = "Statistics";
        Description = "How much the graph holds.";
        Field("documents", s => s.Documents).Description("Documents loaded.");
        Field("articles", s => s.Articles).Description("Articles in them.");
        Field("sightings", s => s.Sightings).Description("Actors and places as one article tells them.");
        Field("evidence", s => s.Evidence).Description("Facts as one article tells them.");
        Field("people", s => s.People).Description("People.");
        Field("organizations", s => s.Organizations).Description("Organizations.");
        Field("countries", s => s.Countries).Description("Countries.");
        Field("places", s => s.Places).Description("Places.");
        Field("meetings", s => s.Meetings).Description("Meetings.");
        Field("relationships", s => s.Relationships).Description("Relationships of any type.");
    }
}
