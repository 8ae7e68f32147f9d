using ActorGraph.Knowledge.Paths;
using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

internal sealed class EvidenceType : ObjectGraphType<EvidenceQuote>
{
    public EvidenceType()
    {
        Name = "Evidence";
        Description = "A sentence of a document.";
        Field("quote", e => e.Quote).Description("The sentence, character by character.");
        Field("start", e => e.Start).Description("Its first character in the document's text, in UTF-16 code units.");
        Field("end", e => e.End).Description("One after its last.");
        Field("saidBy", e => e.SaidBy, nullable: true).Description("Who is quoted or cited for it.");
        Field("document", e => e.Document, type: typeof(NonNullGraphType<DocumentType>)).Description("The document it stands in.");
    }

    /// <summary>Gives a type of facts the sentences they rest on.</summary>
    public static void On<T>(ObjectGraphType<T> type, Func<T, string> fact)
        => type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceType>>>>("evidence").Description("The sentences it rests on, shortest first.")
            .Argument<NonNullGraphType<IntGraphType>>("first", argument => (argument.Description, argument.DefaultValue) = ($"How many: 0 to {Limits.MostQuotes}.", 3))
            .Resolve(context =>
            {
                var most = QueryType.Within(context.GetArgument<int>("first"), Limits.MostQuotes);
                return Reads.FieldBatch(context, "evidence", (session, ids, cancellation) => RelationshipReads.EvidenceAsync(session, most, ids, cancellation)).Load(fact(context.Source), found => found ?? []);
            });
}

internal sealed class DocumentType : ObjectGraphType<DocumentReference>
{
    public DocumentType()
    {
        Name = "Document";
        Description = "A document that was loaded.";
        Interface<NodeType>();
        Field("id", d => d.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("Derived from its bytes.");
        Field("title", d => d.Title, nullable: true).Description("As given with the load, else the headline of its first article.");
        Field("source", d => d.Source, nullable: true).Description("Who published it, as given with the load.");
        Field("publishedAt", d => d.PublishedAt, type: typeof(DateType)).Description("When it was published, where that is known.");
        Field<NonNullGraphType<StringGraphType>>("text").Description("The whole text.").WithComplexityImpact(20).Resolve(context => Reads.Batch(context, DocumentReads.TextsAsync).Load(context.Source.Id));
        Field<NonNullGraphType<StringGraphType>>("origin").Description("The same for documents that tell one report: copies, rewrites, translations.")
            .Resolve(context => Reads.Batch(context, DocumentReads.ProvenanceAsync).Load(context.Source.Id, found => found?.Origin));
        Field<NonNullGraphType<StringGraphType>>("extraction").Description("Version of the extraction that read it.")
            .Resolve(context => Reads.Batch(context, DocumentReads.ProvenanceAsync).Load(context.Source.Id, found => found?.Extraction));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ArticleType>>>>("articles").Description("The articles in it, in the order of the text.").WithComplexityImpact(1, 3)
            .Resolve(context => Reads.Batch(context, DocumentReads.ArticlesAsync).Load(context.Source.Id, found => found ?? []));
    }
}

/// <summary>One article of a document.</summary>
internal sealed class ArticleType : ObjectGraphType<ArticleRecord>
{
    public ArticleType()
    {
        Name = "Article";
        Description = "One article of a document: a file may hold several.";
        Interface<NodeType>();
        Field("id", a => a.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("The document's id and the article's number from 1.");
        Field("start", a => a.Start).Description("Its first character in the document's text, in UTF-16 code units.");
        Field("end", a => a.End).Description("One after its last.");
        Field("language", a => a.Language).Description("ISO 639-1.");
        Field("date", a => a.Date, type: typeof(DateType)).Description("The day of its dateline, where one is stated.");
        Field("dateText", a => a.DateText, nullable: true).Description("The words that state it.");
        Field("text", a => a.Text).Description("Its text.").WithComplexityImpact(10);
        Field<NonNullGraphType<DocumentType>>("document").Description("The document it stands in.").Resolve(context => Reads.Batch(context, DocumentReads.ByIdsAsync).Load(context.Source.DocumentId));
        Field<NonNullGraphType<ConnectionType<SightingType, SightingRecord>>>("sightings").Description("Actors and places as it tells them.").Paged()
            .Resolve(context => Paging.Each(context, context.Source.Id, (session, page, ids, cancellation) => DocumentReads.SightingsAsync(session, SightingsOf.Articles, page, ids, cancellation),
                (session, ids, cancellation) => DocumentReads.SightingCountsAsync(session, SightingsOf.Articles, ids, cancellation)));
    }
}

/// <summary>An actor as one article tells it.</summary>
internal sealed class SightingType : ObjectGraphType<SightingRecord>
{
    public SightingType()
    {
        Name = "Sighting";
        Description = "An actor or a place as one article tells it: all its mentions there.";
        Interface<NodeType>();
        Field("id", s => s.Id, type: typeof(NonNullGraphType<IdGraphType>)).Description("The article's id and a number; decisions name it.");
        Field("name", s => s.Name).Description("The fullest form the article uses.");
        Field("names", s => s.Names, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>)).Description("Every distinct form.").WithComplexityImpact(1, 1);
        Field("kind", s => s.Kind, type: typeof(NonNullGraphType<ActorKindType>)).Description("What the article takes it for.");
        Field("iso2", s => s.Iso2, nullable: true).Description("Two letters of its country, where the article states it.");
        Field("descriptions", s => s.Descriptions, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>)).Description("What the article calls it besides names.").WithComplexityImpact(1, 1);
        Field("mentions", s => s.Mentions, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<MentionType>>>)).Description("Where it is named, in the order of the text.").WithComplexityImpact(1, 3);
        Field<NonNullGraphType<ActorType>>("actor").Description("Who that is.").Resolve(context => Reads.Batch(context, DocumentReads.ActorsAsync).Load(context.Source.Id));
        Field<NonNullGraphType<ArticleType>>("article").Description("The article.").Resolve(context => Reads.Batch(context, DocumentReads.ArticlesByIdsAsync).Load(context.Source.ArticleId));
        Field<NonNullGraphType<DocumentType>>("document").Description("The document.").Resolve(context => Reads.Batch(context, DocumentReads.ByIdsAsync).Load(context.Source.DocumentId));
    }
}

internal sealed class MentionType : ObjectGraphType<SightingSpan>
{
    public MentionType()
    {
        Name = "Mention";
        Description = "One stretch of text that names an actor.";
        Field("start", m => m.Start).Description("First character in the document's text, in UTF-16 code units.");
        Field("end", m => m.End).Description("One after its last.");
        Field("isBoilerplate", m => m.IsBoilerplate).Description("Whether it stands in a link list, navigation or credit.");
    }
}
