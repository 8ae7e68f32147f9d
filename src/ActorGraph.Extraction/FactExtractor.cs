using ActorGraph.Extraction.Actors;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Relations;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction;

/// <summary>One document → what that document alone says. Pure; may be used by many threads at once.</summary>
public sealed class FactExtractor
{
    /// <summary>Rises with every change of what is extracted; stands in every document's facts.</summary>
    public const string Version = "11";

    /// <summary>The stages, in order: each reads the text as annotated so far and adds its part.</summary>
    private static readonly Func<AnnotatedText, AnnotatedText>[] Stages =
    [
        Articles.Split,
        Sentences.Split,
        NameFinder.Find,
        Linking.Link,
        Offices.Read,
        Family.Read,
        Ties.Read,
        Meetings.Read,
    ];

    public DocumentFacts Extract(Document document)
    {
        var text = Stages.Aggregate(new AnnotatedText(document), (annotated, stage) => stage(annotated));
        return new DocumentFacts(document, Version, Headline.Of(text), text.Articles, text.Sightings, text.Evidence);
    }
}
