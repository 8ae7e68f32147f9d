namespace ActorGraph.Extraction.Reading;

/// <summary>A page is beyond a bound; the message is the end of a sentence that begins with its name.</summary>
internal sealed class PageException(string message) : Exception(message);
