using System.Text.Json;

namespace ActorGraph.Extraction.Reading;

/// <summary>JSON files → the documents in them: an object is one, a list holds many, and so does an object whose only text lies in a list of objects ("articles": […]).</summary>
internal static class JsonRecords
{
    public static IEnumerable<UnreadDocument> Lines(Stream stream, string name, FieldNames fields, Particulars given)
    {
        foreach (var line in LineReader.Read(stream))
        {
            var called = $"{name} line {line.Number}";
            if (line.Bytes is not { } bytes) yield return UnreadDocument.Bad(called, $"has {line.Length} bytes; at most {ReadingLimits.DocumentBytes} are read. Split it into its articles.");
            else if (bytes.AsSpan(line.Number == 1 ? TextDecoding.Preamble(bytes) : 0).ContainsAnyExcept(" \t\r"u8)) yield return new(called, () => JsonFields.Read(bytes, line.At, called, fields, given));
        }
    }

    public static IEnumerable<UnreadDocument> File(byte[] bytes, string name, FieldNames fields, Particulars given)
    {
        var (items, isWhole, problem) = Items(bytes, fields);
        var number = 0;
        foreach (var (start, end) in items)
        {
            var called = isWhole ? name : $"{name} item {++number}";
            if (end - start > ReadingLimits.DocumentBytes) yield return UnreadDocument.Bad(called, $"has {end - start} bytes; at most {ReadingLimits.DocumentBytes} are read. Split it into its articles.");
            else yield return new(called, () => JsonFields.Read(bytes.AsSpan(start, end - start), start, called, fields, given));
        }

        if (problem is not null) yield return UnreadDocument.Bad(name, problem);
    }

    /// <returns>Where each document's JSON stands, as far as the file can be read; whether it is the whole of the file.</returns>
    private static (List<(int Start, int End)> Items, bool IsWhole, string? Problem) Items(byte[] bytes, FieldNames fields)
    {
        var items = new List<(int, int)>();
        var shift = TextDecoding.Preamble(bytes);
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(shift), JsonFields.Options);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject && !FindsList(ref reader, fields)) return ([(0, bytes.Length)], true, null);
            if (reader.TokenType != JsonTokenType.StartArray) return (items, true, $"is {JsonFields.Kind(reader.TokenType)}; write an object with the fields title, text, source and publishedAt, or a list of them.");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (items.Count == ReadingLimits.JsonDocuments) return (items, false, $"holds more than {ReadingLimits.JsonDocuments} documents; the first were read. Write JSON Lines, one document a line, in a file called .jsonl.");
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                items.Add((shift + start, shift + (int)reader.BytesConsumed));
            }

            return (items, false, items.Count == 0 ? "holds an empty list, and no document." : null);
        }
        catch (JsonException wrong)
        {
            return (items, false, $"is not JSON: {JsonFields.Told(wrong)}{(items.Count > 0 ? $" The {items.Count} before it were read." : "")}");
        }
    }

    /// <summary>Leaves the reader at the first list of objects of an object that has no text of its own.</summary>
    private static bool FindsList(ref Utf8JsonReader reader, FieldNames fields)
    {
        var names = new List<string>();
        var ahead = reader;
        var found = reader;
        var isFound = false;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(ahead.GetString()!);
            ahead.Read();
            if (ahead.TokenType == JsonTokenType.StartArray && !isFound)
            {
                var inside = ahead;
                if (inside.Read() && inside.TokenType == JsonTokenType.StartObject)
                {
                    found = ahead;
                    isFound = true;
                }
            }

            ahead.Skip();
        }

        if (!isFound || fields.TextIn(names) is not null) return false;
        reader = found;
        return true;
    }
}
