using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>Everything about one meeting.</summary>
internal sealed class MeetingType : ObjectGraphType<MeetingRecord>
{
    public MeetingType()
    {
        Name = "Meeting";
        Description = "A meeting, visit, call, press conference, signing or negotiation, joined from all accounts of it.";
        Interface<NodeType>();
        Field("id", m => m.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Its id.");
        Field("title", m => m.Title).Description("What, who and where, in a few words.");
        Field("kind", m => m.Kind, type: typeof(NonNullGraphType<MeetingKindType>)).Description("What sort of meeting.");
        Field("status", m => m.Status, type: typeof(NonNullGraphType<StatusType>)).Description("Whether it happened.");
        Field("when", m => m.When, type: typeof(FactDateType)).Description("When, as far as the accounts agree.");
        Field("disputed", m => m.Disputed).Description("Whether accounts contradict each other about its day or place.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ActorType>>>>("places").Description("Where it was held, narrowest first.").WithComplexityImpact(1, 2)
            .Resolve(context => Reads.Batch(context, MeetingReads.PlacesAsync).Load(context.Source.Id, found => found ?? []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ParticipationType>>>>("participants").Description("Who took part, and as what.").WithComplexityImpact(1, 5)
            .Resolve(context => Reads.Batch(context, MeetingReads.ParticipantsAsync).Load(context.Source.Id, found => found ?? []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AccountType>>>>("accounts").Description("The meeting as each article tells it, side by side: where they differ, all are here.").WithComplexityImpact(1, 4)
            .Resolve(context => Reads.Batch(context, MeetingReads.AccountsAsync).Load(context.Source.Id, found => found ?? []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TopicType>>>>("about").Description("What it was about, in the words of the articles that say so.").WithComplexityImpact(1, 2)
            .Resolve(context => Reads.Batch(context, MeetingReads.AccountsAsync).Load(context.Source.Id, found => (found ?? []).SelectMany(account => account.About)));
        Order("before", "The meetings that a text puts before this one.", order => !order.IsBefore);
        Order("after", "The meetings that a text puts after this one.", order => order.IsBefore);
        EvidenceType.On(this, m => m.Id);
    }

    private void Order(string name, string description, Func<MeetingOrder, bool> which)
        => Field<NonNullGraphType<ListGraphType<NonNullGraphType<MeetingOrderType>>>>(name).Description(description).WithComplexityImpact(1, 2)
            .Resolve(context => Reads.Batch(context, MeetingReads.OrdersAsync).Load(context.Source.Id, found => (found ?? []).Where(which)));
}

internal sealed class TopicType : ObjectGraphType<MeetingTopic>
{
    public TopicType()
    {
        Name = "Topic";
        Description = "What a meeting was about, in the words of one document.";
        Field("words", t => t.Words).Description("The words, character by character.");
        Field("start", t => t.Start).Description("Their first character in the document's text, in UTF-16 code units.");
        Field("end", t => t.End).Description("One after their last.");
        Field("document", t => t.Document, type: typeof(NonNullGraphType<DocumentType>)).Description("The document they stand in.");
    }
}

internal sealed class MeetingOrderType : ObjectGraphType<MeetingOrder>
{
    public MeetingOrderType()
    {
        Name = "MeetingOrder";
        Description = "That a text puts one meeting before another.";
        Field("meeting", o => o.Other, type: typeof(NonNullGraphType<MeetingType>)).Description("The other meeting.");
        Field("disputed", o => o.Disputed).Description("Whether a text tells the opposite, or the days of the two contradict it.");
        Field("documents", o => o.Documents.Count).Description("How many documents say so.");
        Field("origins", o => o.Origins).Description("How many origins these documents have: copies, rewrites and translations count once.");
        Field("evidence", o => o.Evidence, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceType>>>)).Description("The sentences that say so, shortest first.").WithComplexityImpact(1, 2);
    }
}

internal sealed class ParticipationType : ObjectGraphType<Participation>
{
    public ParticipationType()
    {
        Name = "Participation";
        Description = "How an actor took part in a meeting.";
        Field("actor", p => p.Actor, type: typeof(NonNullGraphType<ActorType>)).Description("Who.");
        Field("role", p => p.Role, type: typeof(NonNullGraphType<RoleType>)).Description("As what.");
        Field<ActorType>("onBehalfOf").Description("Whom it stood for, where that is told.").Resolve(context => context.Source.OnBehalfOf is { } id ? NodeType.Actor(context, id) : null);
        Field("documents", p => p.Documents.Count).Description("How many documents name it there.");
        Field("origins", p => p.Origins).Description("How many origins these documents have: copies, rewrites and translations count once.");
        Field("quote", p => p.Quote).Description("The best sentence that says so.");
    }
}

internal sealed class AccountType : ObjectGraphType<MeetingAccount>
{
    public AccountType()
    {
        Name = "MeetingAccount";
        Description = "A meeting as one article tells it.";
        Field("id", a => a.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the evidence.");
        Field("kind", a => a.Kind, type: typeof(NonNullGraphType<MeetingKindType>)).Description("What sort of meeting, here.");
        Field("status", a => a.Status, type: typeof(NonNullGraphType<StatusType>)).Description("Whether it happened, here.");
        Field("when", a => a.When, type: typeof(FactDateType)).Description("When, here.");
        Field("participants", a => a.Participants, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<ToldParticipantType>>>)).Description("Who took part, in the order of the text.").WithComplexityImpact(1, 4);
        Field("places", a => a.Places, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<ToldActorType>>>)).Description("Where, narrowest first.").WithComplexityImpact(1, 2);
        Field("about", a => a.About, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<TopicType>>>)).Description("What it was about, in the order of the text.").WithComplexityImpact(1, 1);
        Field("evidence", a => a.Evidence, type: typeof(NonNullGraphType<EvidenceType>)).Description("The sentence that tells it.");
        Field<NonNullGraphType<ArticleType>>("article").Description("The article it stands in.").Resolve(context => Reads.Batch(context, DocumentReads.ArticlesByIdsAsync).Load(context.Source.ArticleId));
    }
}

internal sealed class ToldParticipantType : ObjectGraphType<ToldParticipant>
{
    public ToldParticipantType()
    {
        Name = "ToldParticipant";
        Description = "A participant as one article tells it.";
        Field("name", p => p.Name).Description("As the article calls it.");
        Field("role", p => p.Role, type: typeof(NonNullGraphType<RoleType>)).Description("As what it took part, here.");
        Field("sighting", p => p.Sighting, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the sighting.");
        Field<NonNullGraphType<ActorType>>("actor").Description("Who that is.").Resolve(context => NodeType.Actor(context, context.Source.Actor));
        Field<ActorType>("onBehalfOf").Description("Whom it stood for, here.")
            .Resolve(context => context.Source.OnBehalfOf is { } sighting ? Reads.Batch(context, DocumentReads.ActorsAsync).Load(sighting) : null);
    }
}

internal sealed class ToldActorType : ObjectGraphType<ToldActor>
{
    public ToldActorType()
    {
        Name = "ToldPlace";
        Description = "A place as one article tells it.";
        Field("name", p => p.Name).Description("As the article calls it.");
        Field("sighting", p => p.Sighting, type: typeof(NonNullGraphType<IdGraphType>)).Description("Id of the sighting.");
        Field<NonNullGraphType<ActorType>>("place").Description("Which place that is.").Resolve(context => NodeType.Actor(context, context.Source.Actor));
    }
}

/// <summary>As what somebody took part.</summary>
internal sealed class RoleType : WordType
{
    public RoleType()
    {
        Name = "Role";
        Description = "As what an actor took part in a meeting.";
        Word("participant", "Took part.");
        Word("host", "Received the others.");
        Word("guest", "Was received.");
        Word("companion", "Came along.");
        Word("head_of_delegation", "Led a delegation.");
        Word("mediator", "Stood between the sides.");
        Word("signatory", "Signed.");
    }
}
