using ActorGraph.Api.Live;
using ActorGraph.Knowledge.Paths;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>What can be watched.</summary>
internal sealed class SubscriptionType : ObjectGraphType
{
    public SubscriptionType()
    {
        Name = "Subscription";
        Description = "Watch the graph: over server-sent events (Accept: text/event-stream) or a WebSocket (graphql-transport-ws).";
        Field<NonNullGraphType<DocumentEventType>, DocumentEvent>("documentLoaded").Description("Fires when a document was loaded, told anew or retracted, by whichever program.")
            .ResolveStreamAsync(async context => await Service(context).DocumentsAsync(context.CancellationToken));
        Field<NonNullGraphType<AnswerChangeType>, AnswerChange>("answerChanged").Description("A question that is watched: fires when the best answer to it changes, and says what changed.")
            .Argument<NonNullGraphType<StringGraphType>>("from", "A name in any spelling, or an id.")
            .Argument<NonNullGraphType<StringGraphType>>("to", "Likewise.")
            .Argument<PathFilterInput>("filter", "What a path may use.")
            .Argument<NonNullGraphType<BooleanGraphType>>("now", argument => (argument.Description, argument.DefaultValue) = ("Whether to begin with the answer as it is.", false))
            .WithComplexityImpact(QueryType.PathImpact, 1)
            .ResolveStreamAsync(async context => await Service(context).AnswersAsync(
                new PathQuestion(context.GetArgument<string>("from"), context.GetArgument<string>("to"), context.GetArgument<PathFilter?>("filter") ?? PathFilter.None, 1),
                context.GetArgument<bool>("now"), context.CancellationToken));
    }

    private static Subscriptions Service(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<Subscriptions>();
}

internal sealed class DocumentEventType : ObjectGraphType<DocumentEvent>
{
    public DocumentEventType()
    {
        Name = "DocumentEvent";
        Description = "What became of a document.";
        Field("change", e => e.Change, type: typeof(NonNullGraphType<DocumentFateType>)).Description("What became of it.");
        Field("id", e => e.Document.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the document.");
        Field("title", e => e.Document.Title, nullable: true).Description("As given with the load, else the headline of its first article.");
        Field("source", e => e.Document.Source, nullable: true).Description("Who published it, as given with the load.");
        Field("publishedAt", e => e.Document.PublishedAt, type: typeof(DateType)).Description("When it was published, where that is known.");
        Field("documents", e => e.Documents).Description("How many documents the graph holds now.");
    }
}

internal sealed class DocumentFateType : EnumerationGraphType
{
    public DocumentFateType()
    {
        Name = "DocumentFate";
        Description = "What became of a document.";
        Add("LOADED", DocumentFate.Loaded, "The graph holds it now.");
        Add("UPDATED", DocumentFate.Updated, "Its title, source or date is told anew.");
        Add("RETRACTED", DocumentFate.Retracted, "The graph is as though it had never seen it.");
    }
}

internal sealed class AnswerChangeType : ObjectGraphType<AnswerChange>
{
    public AnswerChangeType()
    {
        Name = "AnswerChange";
        Description = "How the best answer to a question became another one.";
        Field("kind", c => c.Kind, type: typeof(NonNullGraphType<AnswerChangeKindType>)).Description("What happened.");
        Field("told", c => c.Told).Description("What changed, in words.");
        Field("before", c => c.Before, type: typeof(FoundPathType)).Description("The best path before.");
        Field("after", c => c.After, type: typeof(FoundPathType)).Description("The best path now.");
        Field("added", c => c.Added, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<PathStepType>>>)).Description("Steps of the best path now that were not in the one before.");
        Field("removed", c => c.Removed, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<PathStepType>>>)).Description("Steps of the best path before that are not in it now.");
        Field("answer", c => c.Answer, type: typeof(PathAnswerType)).Description("The whole answer now; null where the graph knows one of the two no longer.");
    }
}

internal sealed class AnswerChangeKindType : EnumerationGraphType
{
    public AnswerChangeKindType()
    {
        Name = "AnswerChangeKind";
        Description = "What happened to the best answer.";
        Add("FIRST", AnswerChangeKind.First, "The answer as it was when the watch began.");
        Add("APPEARED", AnswerChangeKind.Appeared, "There was no path, and there is one.");
        Add("REPLACED", AnswerChangeKind.Replaced, "The best path has other steps.");
        Add("RETOLD", AnswerChangeKind.Retold, "The steps are the same; what documents tell about them is not.");
        Add("GONE", AnswerChangeKind.Gone, "There was a path, and there is none.");
    }
}
