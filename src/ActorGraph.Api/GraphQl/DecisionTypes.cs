using ActorGraph.Facts;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Records;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>A person's word on who is who.</summary>
internal sealed class DecisionType : ObjectGraphType<DecisionRecord>
{
    public DecisionType()
    {
        Name = "Decision";
        Description = "A person's word on whether two sightings are the same actor. It is never edited: who changes their mind decides again, or takes it back.";
        Field("id", d => d.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
        Field("verdict", d => d.Verdict, type: typeof(NonNullGraphType<VerdictType>)).Description("What was decided.");
        Field("author", d => d.Author).Description("Who decided: the name of a token, or who the command line said.");
        Field("at", d => d.At, type: typeof(NonNullGraphType<DateTimeOffsetGraphType>)).Description("When.");
        Field("reason", d => d.Reason).Description("Why; may be empty.");
        Field("one", d => d.A, type: typeof(NonNullGraphType<DecidedSideType>)).Description("The one.");
        Field("other", d => d.B, type: typeof(NonNullGraphType<DecidedSideType>)).Description("The other.");
        Field("undoes", d => d.Undoes, type: typeof(IdGraphType)).Description("Id of the decision that this one takes back.");
        Field("undoneBy", d => d.UndoneBy, type: typeof(IdGraphType)).Description("Id of the decision that took this one back; null while it counts.");
    }
}

internal sealed class DecidedType : ObjectGraphType<Decided>
{
    public DecidedType()
    {
        Name = "Decided";
        Description = "A decision that was just made, and what followed from it.";
        Field("decision", d => d.Decision, type: typeof(NonNullGraphType<DecisionType>)).Description("The decision.");
        Field("change", d => d.Change, type: typeof(NonNullGraphType<GraphChangeType>)).Description("What follows from it.");
    }
}

internal sealed class DecidedSideType : ObjectGraphType<DecidedSide>
{
    public DecidedSideType()
    {
        Name = "DecidedSide";
        Description = "One of the two that a decision is about. Where its document is not held, only the id of the sighting is known; the decision counts again once it is.";
        Field("id", s => s.Sighting, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the sighting.");
        Field("name", s => s.Name, nullable: true).Description("What its article calls it.");
        Field<SightingType>("sighting").Description("The actor as its article tells it.").Resolve(context => Reads.Batch(context, DocumentReads.SightingsByIdsAsync).Load(context.Source.Sighting));
        Field<ActorType>("actor").Description("Who that is now.").Resolve(context => context.Source.Actor is { } id ? NodeType.Actor(context, id) : null);
    }
}

internal sealed class VerdictType : EnumerationGraphType
{
    public VerdictType()
    {
        Name = "Verdict";
        Description = "What people can decide about two sightings.";
        Add("SAME", Verdict.Same, "They are one actor.");
        Add("NOT_SAME", Verdict.NotSame, "They are two.");
        Add("UNSURE", Verdict.Unsure, "It cannot be told: they are not joined.");
    }
}
