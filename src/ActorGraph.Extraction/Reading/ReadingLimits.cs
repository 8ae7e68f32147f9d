namespace ActorGraph.Extraction.Reading;

/// <summary>Every bound on what a file may ask of its reader; the message of each says what to do instead.</summary>
public static class ReadingLimits
{
    /// <summary>Bytes of one document: a text, a page, a line of JSON Lines, a row of CSV.</summary>
    public const int DocumentBytes = 20_000_000;

    /// <summary>Bytes of a JSON file, which is held as a whole; JSON Lines and CSV are read however long they are.</summary>
    public const int JsonFileBytes = 100_000_000;

    /// <summary>Documents of one JSON file.</summary>
    public const int JsonDocuments = 1_000_000;

    public const int JsonDepth = 64;

    public const int CsvColumns = 1_000;

    /// <summary>Elements of a page: to build its tree costs more than in proportion.</summary>
    public const int HtmlElements = 50_000;

    /// <summary>Elements of a page whose main text is sought by how its parts read; of a larger one the part marked as main is taken.</summary>
    public const int ScoredElements = 6_000;

    /// <summary>Characters of such a page.</summary>
    public const int ScoredCharacters = 500_000;

    public const int HtmlDepth = 200;

    /// <summary>Attributes of an element that are looked at.</summary>
    public const int HtmlAttributes = 100;

    /// <summary>Characters of a title, a source or an author.</summary>
    public const int ParticularCharacters = 1_000;
}
