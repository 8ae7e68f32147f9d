using System.Text.Json;
using System.Text.Json.Serialization;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;

namespace ActorGraph.Api.Evaluation;

internal sealed record GoldMention(int Start, int End, string Text, string Entity, string Type, bool Boilerplate = false);

/// <param name="Accept">Days that count as right, where there are others than the one stated.</param>
internal sealed record GoldDate(string? Iso, IReadOnlyList<string?>? Accept);

internal sealed record GoldSpan(int Start, int End, string? File = null);

internal sealed record GoldMeeting(string Id, string Kind, string Status, GoldDate Date, IReadOnlyList<string>? Place, IReadOnlyList<string> Participants,
    [property: JsonPropertyName("accompanied_by")] IReadOnlyList<string>? AccompaniedBy, IReadOnlyList<GoldSpan>? Evidence, bool Optional = false);

internal sealed record GoldRole(string Person, string Title, string? Of, string? Status, bool Optional, [property: JsonPropertyName("of_accept")] IReadOnlyList<string>? OfAccept);

internal sealed record GoldFamily(string A, string B, string Relation);

internal sealed record GoldRelation(string A, string Kind, string B, string? Status, string? Text, bool Optional = false);

internal sealed record GoldEntity(string? Name);

/// <summary>What a careful reader found in one document: NAME.gold.json.</summary>
internal sealed record GoldFacts(string? Language, Dictionary<string, GoldEntity> Entities, IReadOnlyList<GoldMention> Mentions, IReadOnlyList<GoldMeeting> Meetings, IReadOnlyList<GoldRole> Roles,
    IReadOnlyList<GoldFamily> Family, IReadOnlyList<GoldRelation>? Relations, IReadOnlyList<string> Negatives, IReadOnlyList<int[]>? BoilerplateSpans, IReadOnlyList<int[]>? OptionalSpans);

/// <param name="Name">Of its files, without their endings.</param>
internal sealed record GoldDocument(string Name, Document Document, GoldFacts Facts)
{
    private const string Ending = ".gold.json";

    /// <summary>The annotated documents of a folder, NAME.txt beside NAME.gold.json, in the order of their names.</summary>
    /// <exception cref="InputException">There are none, or one cannot be read.</exception>
    public static IReadOnlyList<GoldDocument> ReadAll(string folder)
    {
        if (!Directory.Exists(folder)) throw new InputException($"{folder} is no folder; give one that holds NAME.txt beside NAME.gold.json.");
        var names = Directory.GetFiles(folder, "*" + Ending).Select(path => Path.GetFileName(path)[..^Ending.Length]).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0) throw new InputException($"{folder} holds no annotated document; give a folder that holds NAME.txt beside NAME.gold.json.");
        return names.Select(name => Read(Path.Combine(folder, name))).ToList();
    }

    private static GoldDocument Read(string path)
    {
        if (!File.Exists(path + ".txt")) throw new InputException($"{path}{Ending} stands without {Path.GetFileName(path)}.txt.");
        var (document, problem) = DocumentReader.Read(File.ReadAllBytes(path + ".txt"), path + ".txt");
        if (document is null) throw new InputException(problem!);
        try
        {
            var facts = JsonSerializer.Deserialize<GoldFacts>(File.ReadAllBytes(path + Ending), JsonSerializerOptions.Web) ?? throw new JsonException("it is null");
            if (facts.Mentions is null || facts.Meetings is null || facts.Roles is null || facts.Family is null || facts.Negatives is null) throw new JsonException("it lacks mentions, meetings, roles, family or negatives");
            return new(Path.GetFileName(path), document, facts);
        }
        catch (JsonException wrong)
        {
            throw new InputException($"{path}{Ending} is no annotation: {wrong.Message}");
        }
    }

    public string Quote(GoldSpan span) => Document.Text[Math.Clamp(span.Start, 0, Document.Text.Length)..Math.Clamp(span.End, 0, Document.Text.Length)];
}
