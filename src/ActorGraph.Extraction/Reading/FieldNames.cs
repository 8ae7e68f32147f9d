namespace ActorGraph.Extraction.Reading;

/// <summary>Which field of a record is what, where flags say so; else the usual names are tried in order.</summary>
public sealed record FieldNames(string? Text = null, string? Title = null, string? Author = null, string? Source = null, string? Published = null)
{
    public static readonly FieldNames Usual = new();

    private static readonly string[] Texts = ["text", "content", "body", "articlebody", "fulltext", "maintext", "bodytext", "contenttext", "article"];
    private static readonly string[] Titles = ["title", "headline", "heading"];
    private static readonly string[] Authors = ["author", "authors", "byline", "creator"];
    private static readonly string[] Sources = ["source", "publisher", "sitename", "site", "outlet", "newspaper", "publication", "sourcename", "domain"];
    private static readonly string[] Days = ["publishedat", "published", "publicationdate", "datepublished", "publisheddate", "publishdate", "pubdate", "date", "datetime", "timestamp"];

    /// <summary>Index of the field that holds the text, null where none does.</summary>
    public int? TextIn(IReadOnlyList<string> names) => Find(names, Text, Texts);

    public int? TitleIn(IReadOnlyList<string> names) => Find(names, Title, Titles);

    public int? AuthorIn(IReadOnlyList<string> names) => Find(names, Author, Authors);

    public int? SourceIn(IReadOnlyList<string> names) => Find(names, Source, Sources);

    public int? PublishedIn(IReadOnlyList<string> names) => Find(names, Published, Days);

    /// <summary>Why no text was found in the fields.</summary>
    public string NoText(string kind, IReadOnlyList<string> names)
    {
        const int Shown = 12;
        var listed = names.Count == 0 ? "it has none" : $"it has {string.Join(", ", names.Take(Shown))}{(names.Count > Shown ? ", …" : "")}";
        return Text is null ? $"has no {kind} called text, content, body or articleBody: {listed}. Say which it is with --text-field NAME."
            : $"has no {kind} called '{Text}', as --text-field says: {listed}.";
    }

    private static int? Find(IReadOnlyList<string> names, string? given, string[] usual)
    {
        if (given is not null) return Index(names, name => name == given) ?? Index(names, name => Plain(name) == Plain(given));
        foreach (var name in usual)
        {
            if (Index(names, other => Plain(other) == name) is { } found) return found;
        }

        return null;
    }

    private static int? Index(IReadOnlyList<string> names, Func<string, bool> isIt)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (isIt(names[i])) return i;
        }

        return null;
    }

    /// <summary>"Published At", "published_at" and "publishedAt" are one name.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
