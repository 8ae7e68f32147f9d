using System.Globalization;
using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Offices, family and relations: one tie for all evidence that states the same.</summary>
internal static class ResolvedTies
{
    private sealed record Stated(string Type, string From, string To, string Detail, FactStatus Status, Evidence Evidence);

    public static IReadOnlyList<ResolvedTie> Of(IEnumerable<Evidence> evidence, IReadOnlyDictionary<string, string> actorOf)
        => evidence.Select(e => Read(e, actorOf)).OfType<Stated>().Where(s => s.From != s.To)
            .GroupBy(s => (s.Type, s.From, s.To, s.Detail))
            .Select(group => new ResolvedTie("tie:" + Ids.Hash(group.Key.Type, group.Key.From, group.Key.To, group.Key.Detail), group.Key.Type, group.Key.From, group.Key.To,
                group.Min(s => s.Status), Properties(group.Key.Type, group.Key.Detail, group.Select(s => s.Evidence)),
                group.Select(s => s.Evidence.Id).Order(StringComparer.Ordinal).ToList()))
            .OrderBy(tie => tie.Id, StringComparer.Ordinal).ToList();

    /// <summary>Null for a meeting, and for an office that names nobody it is of.</summary>
    private static Stated? Read(Evidence evidence, IReadOnlyDictionary<string, string> actorOf) => evidence switch
    {
        OfficeEvidence { Of: { } of } office => new("HOLDS_POSITION", actorOf[office.Person], actorOf[of], NameText.Fold(office.Title), office.Status, office),
        FamilyEvidence family => new("FAMILY_OF", actorOf[family.A], actorOf[family.B], family.Relation, FactStatus.Current, family),
        RelationEvidence relation => new(TypeOf(relation.Kind), actorOf[relation.A], actorOf[relation.B], "", relation.Status, relation),
        _ => null,
    };

    private static string TypeOf(RelationKind kind) => kind switch
    {
        RelationKind.Supports => "SUPPORTS",
        RelationKind.Opposes => "OPPOSES",
        RelationKind.PartOf => "PART_OF",
        RelationKind.MemberOf => "MEMBER_OF",
        RelationKind.Controls => "CONTROLS",
        RelationKind.Appointed => "APPOINTED",
        RelationKind.DeployedIn => "DEPLOYED_IN",
        RelationKind.PostedTo => "POSTED_TO",
        RelationKind.BasedIn => "BASED_IN",
        RelationKind.DeputyOf => "DEPUTY_OF",
        _ => throw new System.Diagnostics.UnreachableException($"No relationship type for {kind}."),
    };

    private static Dictionary<string, object?> Properties(string type, string detail, IEnumerable<Evidence> evidence)
    {
        var properties = new Dictionary<string, object?>();
        if (type == "FAMILY_OF") properties["relation"] = detail;
        if (type != "HOLDS_POSITION") return properties;
        var offices = evidence.Cast<OfficeEvidence>().ToList();
        properties["title"] = offices.Select(o => o.Title).Order(StringComparer.Ordinal).First();
        if (One(offices.Select(o => o.Since.Earliest)) is { } since) properties["since"] = since;
        if (One(offices.Select(o => o.Until.Latest)) is { } until) properties["until"] = until;
        return properties;
    }

    /// <summary>The day that all who state one agree on.</summary>
    private static string? One(IEnumerable<DateOnly?> stated)
        => stated.OfType<DateOnly>().Distinct().ToList() is [var day] ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
