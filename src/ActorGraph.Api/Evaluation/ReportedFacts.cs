using System.Text.Json;
using System.Text.Json.Serialization;
using ActorGraph.Facts;
using ActorGraph.Knowledge;

namespace ActorGraph.Api.Evaluation;

internal sealed record ReportedMention(int Start, int End, string Text, string Type, string Entity);

internal sealed record ReportedDocument(string File, IReadOnlyList<ReportedMention> Mentions)
{
    public string Name => ReportedFacts.Stem(File);
}

internal sealed record ReportedEntity(string Id, string Name);

internal sealed record ReportedDate(string? Iso);

internal sealed record ReportedEvidence(string File, int Start, int End, GoldSpan Trigger)
{
    public string Name => ReportedFacts.Stem(File);
}

internal sealed record ReportedMeeting(string Kind, string Status, ReportedDate Date, IReadOnlyList<string> Place, IReadOnlyList<string> Participants,
    IReadOnlyList<string> Documents, IReadOnlyList<ReportedEvidence> Evidence);

internal sealed record ReportedRole(string Person, string Title, string? Of, string Status, IReadOnlyList<ReportedEvidence> Evidence);

internal sealed record ReportedFamily(string A, string B, string Relation, IReadOnlyList<ReportedEvidence> Evidence);

internal sealed record ReportedRelation(string A, string Kind, string B, string Status, IReadOnlyList<ReportedEvidence> Evidence);

/// <summary>What <c>extract --json</c> prints, read back: the figures are those of what anybody gets.</summary>
internal sealed record ReportedFacts(IReadOnlyList<ReportedDocument> Documents, IReadOnlyList<ReportedEntity> Entities, IReadOnlyList<ReportedMeeting> Meetings,
    IReadOnlyList<ReportedRole> Roles, IReadOnlyList<ReportedFamily> Family, IReadOnlyList<ReportedRelation> Relations)
{
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> NameOf { get; } = Entities.ToDictionary(entity => entity.Id, entity => entity.Name);

    public static ReportedFacts Of(IReadOnlyList<(string File, DocumentFacts Facts)> documents)
    {
        using var stream = new MemoryStream();
        FactsReport.Write(documents, stream);
        return JsonSerializer.Deserialize<ReportedFacts>(stream.GetBuffer().AsSpan(0, (int)stream.Length), JsonSerializerOptions.Web)!;
    }

    public static string Stem(string file) => file.EndsWith(".txt", StringComparison.Ordinal) ? file[..^4] : file;
}
