namespace ActorGraph.Extraction.Reading;

/// <summary>What is said about a document besides its text; null where nothing is.</summary>
public sealed record Particulars(string? Title = null, string? Author = null, string? Source = null, DateOnly? PublishedAt = null)
{
    public static readonly Particulars None = new();

    /// <summary>These, and where they are silent the others.</summary>
    public Particulars Or(Particulars others) => new(Title ?? others.Title, Author ?? others.Author, Source ?? others.Source, PublishedAt ?? others.PublishedAt);

    /// <summary>A title, author or source as it is kept: one line of bounded length; null where it is empty.</summary>
    public static string? Line(string? text)
    {
        if (text is null) return null;
        var line = string.Join(' ', text.Split((char[]?)null, ReadingLimits.ParticularCharacters, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > ReadingLimits.ParticularCharacters) line = line[..ReadingLimits.ParticularCharacters];
        return line.Length > 0 ? line : null;
    }
}
