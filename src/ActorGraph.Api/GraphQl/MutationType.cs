using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace ActorGraph.Api.GraphQl;

/// <summary>What can be changed.</summary>
internal sealed class MutationType : ObjectGraphType
{
    /// <summary>A write may resolve the whole graph anew: few of them pass the limit in one request.</summary>
    private const double WriteImpact = 4_000;

    public MutationType()
    {
        Name = "Mutation";
        Description = "Change the graph. Needs write access: this machine's own users have it, others a token made with 'actorgraph token add NAME --access write'.";
        Field<NonNullGraphType<LoadedTextType>>("loadText").Description("Reads a document into the graph, wholly or not at all. Loading one again changes nothing, unless something new is said about it.")
            .Argument<StringGraphType>("title", "What it is called.")
            .Argument<NonNullGraphType<StringGraphType>>("text", "Its words: one article or several.")
            .Argument<DateType>("publishedAt", "When it was published: it dates \"on Monday\". What is not known stays unknown.")
            .Argument<StringGraphType>("source", "Who published it.")
            .WithComplexityImpact(WriteImpact, 1)
            .ResolveAsync(async context => await WrittenAsync(context, (writes, cancellation) => writes.LoadAsync(context.GetArgument<string>("text"), context.GetArgument<string?>("title"), context.GetArgument<string?>("source"),
                context.GetArgument<DateOnly?>("publishedAt"), cancellation)));
        Field<NonNullGraphType<GraphChangeType>>("retractDocument").Description("Takes a document back: afterwards the graph is as though it had never seen it. Says what changed.")
            .Argument<NonNullGraphType<IdGraphType>>("id", "Id of the document.")
            .WithComplexityImpact(WriteImpact, 1)
            .ResolveAsync(async context => await WrittenAsync(context, (writes, cancellation) => writes.RetractAsync(context.GetArgument<string>("id"), cancellation)));
        Field<NonNullGraphType<DecidedType>>("decide").Description("Says whether two sightings are the same actor, and lets the graph follow. Says what changed.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("sightings", "The two: ids of sightings. An actor's id or name stands for the first of its sightings.")
            .Argument<NonNullGraphType<VerdictType>>("verdict", "What is decided.")
            .Argument<NonNullGraphType<StringGraphType>>("reason", argument => (argument.Description, argument.DefaultValue) = ("Why.", ""))
            .WithComplexityImpact(WriteImpact, 1)
            .ResolveAsync(async context =>
            {
                if (context.GetArgument<List<string>>("sightings") is not [var one, var other]) throw new GraphException(ErrorCodes.DecisionInvalid, "A decision is about two sightings: give two ids.");
                return await WrittenAsync(context, (writes, cancellation) => writes.DecideAsync(one, other, context.GetArgument<Verdict>("verdict"), ((Asker)context.UserContext).Name, context.GetArgument<string>("reason"), cancellation));
            });
        Field<NonNullGraphType<DecidedType>>("undoDecision").Description("Takes a decision back: the rules judge again. Says what changed.")
            .Argument<NonNullGraphType<IdGraphType>>("id", "Id of the decision.")
            .Argument<NonNullGraphType<StringGraphType>>("reason", argument => (argument.Description, argument.DefaultValue) = ("Why.", ""))
            .WithComplexityImpact(WriteImpact, 1)
            .ResolveAsync(async context => await WrittenAsync(context, (writes, cancellation) => writes.UndoAsync(context.GetArgument<string>("id"), ((Asker)context.UserContext).Name, context.GetArgument<string>("reason"), cancellation)));
    }

    /// <summary>A write gets longer than a question, and what is asked about it sees what was written.</summary>
    private static async Task<T> WrittenAsync<T>(IResolveFieldContext context, Func<GraphWrites, CancellationToken, Task<T>> write)
    {
        ((Asker)context.UserContext).Write();
        var written = await write(context.RequestServices!.GetRequiredService<GraphWrites>(), context.CancellationToken);
        await Reads.Of(context).RenewAsync();
        return written;
    }
}

internal sealed class LoadedTextType : ObjectGraphType<LoadedText>
{
    public LoadedTextType()
    {
        Name = "LoadedText";
        Description = "What became of a text that was loaded.";
        Field("fate", l => l.Fate, type: typeof(NonNullGraphType<TextFateType>)).Description("What became of it.");
        Field<NonNullGraphType<DocumentType>>("document").Description("The document that the text is now.").Resolve(context => Reads.Batch(context, DocumentReads.ByIdsAsync).Load(context.Source.Id));
        Field("change", l => l.Change, type: typeof(NonNullGraphType<GraphChangeType>)).Description("What follows from it.");
    }
}

internal sealed class TextFateType : EnumerationGraphType
{
    public TextFateType()
    {
        Name = "TextFate";
        Description = "What became of a text that was loaded.";
        Add("LOADED", DocumentChange.Added, "The graph holds it now.");
        Add("UPDATED", DocumentChange.Updated, "It was held already; its title, source or date is told anew.");
        Add("UNCHANGED", DocumentChange.Unchanged, "It was held already, and nothing new is said about it.");
    }
}
