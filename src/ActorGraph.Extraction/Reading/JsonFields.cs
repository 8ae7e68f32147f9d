using System.Text;
using System.Text.Json;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Reading;

/// <summary>One JSON object → a document.</summary>
internal static class JsonFields
{
    public static readonly JsonReaderOptions Options = new() { MaxDepth = ReadingLimits.JsonDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="at">Where the bytes begin in their file.</param>
    public static ReadResult Read(ReadOnlySpan<byte> json, long at, string name, FieldNames fields, Particulars given)
    {
        if (TextDecoding.Utf8(json, at).Problem is { } problem) return new(null, $"{name} {problem}");
        var (names, values) = (new List<string>(), new List<string>());
        try
        {
            var reader = new Utf8JsonReader(json[TextDecoding.Preamble(json)..], Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) return new(null, $"{name} is {Kind(reader.TokenType)}; write an object with the fields title, text, source and publishedAt.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = reader.GetString()!;
                reader.Read();
                if (Value(ref reader) is not { } value) continue;
                names.Add(field);
                values.Add(value);
            }

            // What follows the object is no JSON either.
            reader.Read();
        }
        catch (JsonException wrong)
        {
            return new(null, $"{name} is not JSON: {Told(wrong)}");
        }
        catch (InvalidOperationException)
        {
            return new(null, $"{name} is no text: it escapes half a character (\\ud800). Write whole characters.");
        }

        return RecordFields.Read(name, "field", names, values, fields, given);
    }

    /// <summary>What is wrong and where, without the parser's words on its own settings.</summary>
    public static string Told(JsonException wrong)
    {
        var message = wrong.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
        if (message.Contains("depth", StringComparison.OrdinalIgnoreCase)) message = $"it nests more than {ReadingLimits.JsonDepth} deep; write an object with the fields title, text, source and publishedAt.";
        if (message.Contains("single JSON value", StringComparison.Ordinal)) message = "it goes on after its first value ends; where each line is an object, call the file .jsonl.";
        return $"{message} (line {(wrong.LineNumber ?? 0) + 1}, byte {(wrong.BytePositionInLine ?? 0) + 1})";
    }

    public static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    /// <summary>A value as text: of a list its strings, of an object its name (as a source has it) or its rendered text (as blogs have it).</summary>
    private static string? Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan);
            case JsonTokenType.StartArray:
                var paragraphs = new List<string>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (reader.TokenType == JsonTokenType.StartObject && Named(ref reader) is { } name) paragraphs.Add(name);
                    else if (reader.TokenType == JsonTokenType.String) paragraphs.Add(reader.GetString()!);
                    else reader.Skip();
                }

                return paragraphs.Count > 0 ? string.Join("\n\n", paragraphs) : null;
            case JsonTokenType.StartObject:
                return Named(ref reader);
            default:
                return null;
        }
    }

    private static string? Named(ref Utf8JsonReader reader)
    {
        string? named = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isName = reader.ValueTextEquals("name"u8) || reader.ValueTextEquals("rendered"u8) || reader.ValueTextEquals("title"u8) && named is null;
            reader.Read();
            if (isName && reader.TokenType == JsonTokenType.String) named = reader.GetString();
            else reader.Skip();
        }

        return named;
    }
}
