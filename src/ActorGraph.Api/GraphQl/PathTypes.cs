using ActorGraph.Knowledge.Paths;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>The answer to "how are they connected?".</summary>
internal sealed class PathAnswerType : ObjectGraphType<PathAnswer>
{
    public PathAnswerType()
    {
        Name = "PathAnswer";
        Description = "How two actors are connected.";
        Field("from", a => a.From, type: typeof(NonNullGraphType<PathEndType>)).Description("Who was meant by the first name.");
        Field("to", a => a.To, type: typeof(NonNullGraphType<PathEndType>)).Description("Who was meant by the second name.");
        Field("results", a => a.Results, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<FoundPathType>>>)).Description("The paths, best first; empty where there is none.")
            .WithComplexityImpact(1, 4);
        Field("hasMore", a => a.HasMore).Description("Whether more paths are known to exist.");
        Field("stoppedBy", a => a.StoppedBy, nullable: true).Description("The limit that ended the search early: time or expansions.");
        Field("searched", a => a.Searched).Description("What was searched, in words.");
        Field("relax", a => a.Relax, type: typeof(RelaxationType)).Description("Without a result: the single change of the filter that gives the shortest path.");
        Field<NonNullGraphType<GraphViewType>>("graph").Description("All results as one graph, for drawing: both ends of every edge are among the nodes.")
            .Argument<NonNullGraphType<MeetingsAsType>>("meetings", argument => (argument.Description, argument.DefaultValue) = ("How a meeting is drawn.", MeetingsAs.Node))
            .Resolve(context => PathGraph.Of(context.Source, context.GetArgument<MeetingsAs>("meetings")));
    }

    /// <summary>Whether a field is selected that tells if there are more paths; finding out may take as long as the paths.</summary>
    public static bool AsksForMore(IResolveFieldContext context) => context.SubFields!.Values.Any(field => field.FieldType.Name is "hasMore" or "graph");
}

internal sealed class PathEndType : ObjectGraphType<PathEnd>
{
    public PathEndType()
    {
        Name = "PathEnd";
        Description = "One end of the question: what was asked, and who was taken.";
        Field("asked", e => e.Asked).Description("As it was asked.");
        Field("chosen", e => e.Chosen, type: typeof(NonNullGraphType<ActorReferenceType>)).Description("Who was taken.");
        Field("because", e => e.Because).Description("Why.");
        Field("others", e => e.Others, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<ActorSummaryType>>>)).Description("Who else the name may mean, likeliest first.").WithComplexityImpact(1, 5);
    }
}

internal sealed class ActorReferenceType : ObjectGraphType<ActorReference>
{
    public ActorReferenceType()
    {
        Name = "ActorReference";
        Description = "An actor, place or meeting by id and name.";
        Field("id", a => a.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Readable, derived from content, valid after later loads.");
        Field("name", a => a.Name).Description("Its usual name.");
        Field("kind", a => a.Kind, type: typeof(NonNullGraphType<ActorKindType>)).Description("What it is.");
        Field<NodeType>("node").Description("All about it: the actor, place or meeting.").Resolve(context => NodeType.Load(context, context.Source.Id));
    }
}

internal sealed class ActorSummaryType : ObjectGraphType<ActorSummary>
{
    public ActorSummaryType()
    {
        Name = "ActorSummary";
        Description = "An actor with what tells it apart.";
        Field("id", a => a.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
        Field("name", a => a.Name).Description("Its usual name.");
        Field("kind", a => a.Kind, type: typeof(NonNullGraphType<ActorKindType>)).Description("What it is.");
        Field("summary", a => a.Summary).Description("What tells it apart from others of that name.");
    }
}

internal sealed class RelaxationType : ObjectGraphType<Relaxation>
{
    public RelaxationType()
    {
        Name = "Relaxation";
        Description = "A change of the filter that would give a path.";
        Field("change", r => r.Change).Description("In words: without minimumOrigins: 2.");
        Field("length", r => r.Length).Description("Steps of the shortest path then.");
    }
}

internal sealed class FoundPathType : ObjectGraphType<FoundPath>
{
    public FoundPathType()
    {
        Name = "Path";
        Description = "One way from one actor to the other.";
        Field("length", p => p.Length).Description("Steps.");
        Field("hubs", p => p.Hubs).Description("Hubs passed.");
        Field("cost", p => p.Cost).Description("One for each hop of a meeting, two for any other relation: paths of few hubs, then of low cost come first.");
        Field<NonNullGraphType<StringGraphType>>("sentence").Description("The path told in one line.").Resolve(context => string.Join(" ", context.Source.Steps.Select(step => step.Sentence)));
        Field("steps", p => p.Steps, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<PathStepType>>>)).Description("From one end to the other.").WithComplexityImpact(1, 4);
    }
}

internal sealed class PathStepType : ObjectGraphType<PathStep>
{
    public PathStepType()
    {
        Name = "PathStep";
        Description = "One fact: a meeting of two actors, or a relation between them.";
        Field("id", s => s.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the fact; a filter can exclude it.");
        Field("relation", s => s.Relation, type: typeof(NonNullGraphType<RelationType>)).Description("MET for the two hops through one meeting.");
        Field("sentence", s => s.Sentence).Description("The step told in one sentence.");
        Field("from", s => s.From, type: typeof(NonNullGraphType<ActorReferenceType>)).Description("Where the path comes from.");
        Field("to", s => s.To, type: typeof(NonNullGraphType<ActorReferenceType>)).Description("Where it goes.");
        Field("meeting", s => s.Meeting, type: typeof(ActorReferenceType)).Description("The meeting both took part in, where the relation is MET.");
        Field("when", s => s.When, type: typeof(FactDateType)).Description("When, as far as the documents tell.");
        Field("place", s => s.Place, type: typeof(ActorReferenceType)).Description("Where, as far as the documents agree.");
        Field("status", s => s.Status, type: typeof(NonNullGraphType<StatusType>)).Description("Whether it happened or holds.");
        Field("disputed", s => s.Disputed).Description("Whether documents contradict each other about it.");
        Field("documents", s => s.Documents).Description("How many documents tell it.");
        Field("origins", s => s.Origins).Description("How many origins these documents have: copies, rewrites and translations count once.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceType>>>>("evidence").Description("The sentences it rests on, best first.")
            .Argument<NonNullGraphType<IntGraphType>>("first", argument => (argument.Description, argument.DefaultValue) = ("How many.", 3))
            .Resolve(context => context.Source.Evidence.Take(QueryType.Within(context.GetArgument<int>("first"), Limits.MostQuotes)));
    }
}

internal sealed class FactDateType : ObjectGraphType<FactDate>
{
    public FactDateType()
    {
        Name = "FactDate";
        Description = "When something was. What is not stated is not filled in.";
        Field("text", d => d.Text, nullable: true).Description("The text's own words: on Monday.");
        Field("basis", d => d.Basis, type: typeof(NonNullGraphType<DateBasisType>)).Description("How the date is known.");
        Field("earliest", d => d.Earliest, type: typeof(DateType)).Description("First day it can have been.");
        Field("latest", d => d.Latest, type: typeof(DateType)).Description("Last day it can have been.");
    }
}
