using System.Globalization;
using System.Text.Json;
using ActorGraph.Facts;
using ActorGraph.Testing;

namespace ActorGraph.Knowledge.Tests.Identity;

/// <summary>What a careful annotator read in a document, in the form the extraction gives: the resolver is measured without the extraction's errors.</summary>
internal static class GoldFacts
{
    /// <param name="set"><c>seeds</c> or <c>dev</c>.</param>
    public static IReadOnlyList<(DocumentFacts Facts, IReadOnlyDictionary<string, string> EntityOf)> Of(string set)
        => Directory.GetFiles(Need.Shared("gold", set), "*.gold.json").Order(StringComparer.Ordinal).Select(Read).ToList();

    private static (DocumentFacts, IReadOnlyDictionary<string, string>) Read(string path)
    {
        var file = Path.GetFileName(path).Replace(".gold.json", ".txt");
        var document = Document.FromText(File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, file)), file);
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        var article = new Article(document.Id + "/1", new(0, document.Text.Length), Text(root, "language") ?? "en", Day(Text(root, "date")), Text(root, "date"));
        var mentions = root.GetProperty("mentions").EnumerateArray()
            .Select(m => (Entity: Text(m, "entity")!, Type: Enum.Parse<ActorType>(Text(m, "type")!, true), Start: m.GetProperty("start").GetInt32(), End: m.GetProperty("end").GetInt32(),
                Boilerplate: m.TryGetProperty("boilerplate", out var b) && b.GetBoolean())).ToList();
        var sightings = mentions.GroupBy(m => m.Entity).Select((group, n) =>
        {
            var names = group.Select(m => document.Text[m.Start..m.End]).Distinct().Order(StringComparer.Ordinal).ToList();
            var type = group.First().Type;
            return (group.Key, Sighting: new Sighting($"{article.Id}#s{n + 1}", article.Id, type, names.OrderByDescending(name => name.Split(' ').Length).ThenByDescending(name => name.Length).First(), names,
                group.Select(m => new Mention(new(m.Start, m.End), m.Boilerplate)).ToList(),
                type == ActorType.Country ? group.Key.Replace("c_", "", StringComparison.Ordinal).ToUpperInvariant() : null, []));
        }).ToList();
        var sightingOf = sightings.ToDictionary(s => s.Key, s => s.Sighting.Id);
        var evidence = new List<Evidence>();
        string Next() => $"{article.Id}#e{evidence.Count + 1}";
        foreach (var meeting in root.GetProperty("meetings").EnumerateArray())
        {
            var span = meeting.TryGetProperty("evidence", out var places)
                ? places.EnumerateArray().Where(e => (Text(e, "file") ?? file) == file).Select(e => new TextSpan(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32())).FirstOrDefault()
                : default;
            var participants = Names(meeting, "participants").Select(p => (p, Role: ParticipantRole.Participant))
                .Concat(Names(meeting, "accompanied_by").Select(p => (p, Role: ParticipantRole.Companion)))
                .Where(p => sightingOf.ContainsKey(p.p)).DistinctBy(p => p.p).Select(p => new Participant(sightingOf[p.p], p.Role, null)).ToList();
            evidence.Add(new MeetingEvidence(Next(), article.Id, span, span, null, "gold", Enum.Parse<MeetingKind>(Text(meeting, "kind")!.Replace("_", ""), true),
                Enum.Parse<MeetingStatus>(Text(meeting, "status")!, true), participants, Names(meeting, "place").Where(sightingOf.ContainsKey).Select(p => sightingOf[p]).ToList(), When(meeting)));
        }
        foreach (var office in root.GetProperty("roles").EnumerateArray().Where(r => sightingOf.ContainsKey(Text(r, "person")!)))
            evidence.Add(new OfficeEvidence(Next(), article.Id, default, default, null, "gold", sightingOf[Text(office, "person")!], Text(office, "title")!.ToLowerInvariant(),
                Text(office, "of") is { } of ? sightingOf.GetValueOrDefault(of) : null, Text(office, "status") == "former" ? FactStatus.Former : FactStatus.Current, EventDate.Unknown, EventDate.Unknown));
        foreach (var family in root.GetProperty("family").EnumerateArray().Where(f => sightingOf.ContainsKey(Text(f, "a")!) && sightingOf.ContainsKey(Text(f, "b")!)))
            evidence.Add(new FamilyEvidence(Next(), article.Id, default, default, null, "gold", sightingOf[Text(family, "a")!], sightingOf[Text(family, "b")!], Text(family, "relation")!));
        foreach (var relation in root.GetProperty("relations").EnumerateArray().Where(r => sightingOf.ContainsKey(Text(r, "a")!) && sightingOf.ContainsKey(Text(r, "b")!)))
            evidence.Add(new RelationEvidence(Next(), article.Id, default, default, null, "gold", sightingOf[Text(relation, "a")!], Enum.Parse<RelationKind>(Text(relation, "kind")!.Replace("_", ""), true),
                sightingOf[Text(relation, "b")!], FactStatus.Current));
        return (new(document, "gold", null, [article], sightings.Select(s => s.Sighting).ToList(), evidence), sightings.ToDictionary(s => s.Sighting.Id, s => s.Key));
    }

    private static EventDate When(JsonElement meeting)
    {
        if (!meeting.TryGetProperty("date", out var date) || Text(date, "iso") is not { } iso) return EventDate.Unknown;
        var day = Day(iso);
        return iso.Length switch
        {
            10 => new(iso, day, day, DatePrecision.Day, DateBasis.Stated),
            7 => new(iso, Day(iso + "-01"), Day(iso + "-01")!.Value.AddMonths(1).AddDays(-1), DatePrecision.Month, DateBasis.Stated),
            _ => new(iso, Day(iso + "-01-01"), Day(iso + "-12-31"), DatePrecision.Year, DateBasis.Stated),
        };
    }

    private static IEnumerable<string> Names(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(e => e.GetString()!) : [];

    private static string? Text(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
