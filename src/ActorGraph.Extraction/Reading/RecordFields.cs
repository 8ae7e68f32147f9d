using ActorGraph.Facts;

namespace ActorGraph.Extraction.Reading;

/// <summary>Named fields of one record → the document they make. Its text is kept as it stands, and its bytes are those of the text.</summary>
internal static class RecordFields
{
    /// <param name="kind">What messages call a field: field or column.</param>
    public static ReadResult Read(string name, string kind, IReadOnlyList<string> names, IReadOnlyList<string> values, FieldNames fields, Particulars given)
    {
        if (fields.TextIn(names) is not { } at) return new(null, $"{name} {fields.NoText(kind, names)}");
        var text = Value(at);
        if (string.IsNullOrWhiteSpace(text)) return new(null, $"{name} has nothing in its {kind} '{names[at]}', which holds the text.");
        if (text.Contains('\0', StringComparison.Ordinal)) return new(null, $"{name} is no text: it has a zero character. Convert it to plain text.");
        if (text.Length > ReadingLimits.DocumentBytes) return new(null, $"{name} has a text of {text.Length} characters; at most {ReadingLimits.DocumentBytes} are read. Split it into its articles.");
        var dated = fields.PublishedIn(names);
        DateOnly? published = null;
        if (given.PublishedAt is null && Value(dated) is { } stated && !string.IsNullOrWhiteSpace(stated))
        {
            published = StatedDay.Read(stated);
            if (published is null) return new(null, $"{name} says in its {kind} '{names[dated!.Value]}' that it was published at '{Shown(stated)}'; write a day as 2025-08-25, or name another {kind} with --date-field.");
        }

        var about = given.Or(new(Particulars.Line(Value(fields.TitleIn(names))), Particulars.Line(Value(fields.AuthorIn(names))?.Replace("\n\n", ", ", StringComparison.Ordinal)), Particulars.Line(Value(fields.SourceIn(names))), published));
        return new(Document.FromText(text, about.Title, about.Source, about.PublishedAt) with { Author = about.Author }, null);

        string? Value(int? index) => index is { } i && i < values.Count ? values[i] : null;
    }

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
