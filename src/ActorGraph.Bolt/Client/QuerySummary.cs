using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Client;

/// <summary>What a statement changed.</summary>
public sealed record Counters(long NodesCreated, long NodesDeleted, long RelationshipsCreated, long RelationshipsDeleted, long PropertiesSet, long LabelsAdded, long LabelsRemoved,
    long IndexesAdded, long IndexesRemoved, long ConstraintsAdded, long ConstraintsRemoved, long SystemUpdates)
{
    public bool ContainsUpdates => this with { SystemUpdates = 0 } != new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>What a server says about a statement or its outcome in the words of ISO GQL; a notification where it has a title.</summary>
/// <param name="GqlStatus">Five characters; 00000 is success, 02000 no data.</param>
/// <param name="Code">Neo4j's own code of a notification.</param>
/// <param name="Severity">WARNING or INFORMATION; null for a status that is no notification.</param>
/// <param name="Classification">HINT, DEPRECATION, PERFORMANCE, …</param>
public sealed record GqlStatusObject(string GqlStatus, string StatusDescription, string? Code, string? Title, string? Description, string? Severity, string? Classification, TextPosition? Position);

public sealed record ServerInfo(string Address, string Agent, string ProtocolVersion);

/// <summary>What is known once the rows of a statement have been read to their end.</summary>
/// <param name="QueryType">r, w, rw or s (schema).</param>
/// <param name="Notifications">Those of the statuses that are notifications, and all there is from servers before Bolt 5.5.</param>
/// <param name="Plan">As text where the statement began with EXPLAIN or PROFILE.</param>
public sealed record QuerySummary(Counters Counters, string? QueryType, IReadOnlyList<GqlStatusObject> GqlStatusObjects, IReadOnlyList<GqlStatusObject> Notifications, string? Plan,
    string? Database, TimeSpan? ResultAvailableAfter, TimeSpan? ResultConsumedAfter, ServerInfo Server)
{
    private const string Warned = "01N00", Informed = "03N00";

    internal static QuerySummary Of(Success first, Success last, ServerInfo server)
    {
        var metadata = last.Metadata;
        var stats = Map(metadata, "stats");
        long Count(string name) => stats?.GetValueOrDefault(name) as long? ?? 0;
        var counters = new Counters(Count("nodes-created"), Count("nodes-deleted"), Count("relationships-created"), Count("relationships-deleted"), Count("properties-set"), Count("labels-added"), Count("labels-removed"),
            Count("indexes-added"), Count("indexes-removed"), Count("constraints-added"), Count("constraints-removed"), Count("system-updates"));
        var statuses = Maps(metadata, "statuses").Select(Status).ToList();
        var notifications = statuses.Count > 0 ? statuses.Where(status => status.Severity is not null).ToList() : Maps(metadata, "notifications").Select(Notification).ToList();
        var plan = Map(metadata, "profile") ?? Map(metadata, "plan");
        return new(counters, metadata.GetValueOrDefault("type") as string, statuses.Count > 0 ? statuses : notifications, notifications, plan is null ? null : PlanText.Of(plan),
            metadata.GetValueOrDefault("db") as string, Milliseconds(first.Metadata, "t_first"), Milliseconds(metadata, "t_last"), server);
    }

    internal ResultSummary ToPort() => new(Counters.NodesCreated, Counters.NodesDeleted, Counters.RelationshipsCreated, Counters.RelationshipsDeleted,
        Counters.PropertiesSet, Counters.LabelsAdded, Counters.LabelsRemoved, Plan);

    private static GqlStatusObject Status(IReadOnlyDictionary<string, object?> status)
    {
        var diagnostic = Map(status, "diagnostic_record");
        var code = Text(status, "neo4j_code");
        // Only a notification has a code of Neo4j.
        return new(Text(status, "gql_status") ?? "", Text(status, "status_description") ?? "", code, Text(status, "title"), Text(status, "description"),
            code is null ? null : Text(diagnostic, "_severity") ?? "UNKNOWN", Text(diagnostic, "_classification"), PositionIn(Map(diagnostic, "_position")));
    }

    private static GqlStatusObject Notification(IReadOnlyDictionary<string, object?> notification)
    {
        var severity = Text(notification, "severity");
        return new(severity == "WARNING" ? Warned : Informed, Text(notification, "description") ?? "", Text(notification, "code"), Text(notification, "title"), Text(notification, "description"),
            severity ?? "UNKNOWN", Text(notification, "category"), PositionIn(Map(notification, "position")));
    }

    private static TextPosition? PositionIn(IReadOnlyDictionary<string, object?>? position)
    {
        int? Number(string name) => position?.GetValueOrDefault(name) is long and >= 0 and < int.MaxValue and var number ? (int)(long)number : null;
        return Number("offset") is { } offset && Number("line") is { } line && Number("column") is { } column ? new(offset, line, column) : null;
    }

    private static TimeSpan? Milliseconds(IReadOnlyDictionary<string, object?> map, string name)
        => map.GetValueOrDefault(name) is long and >= 0 and < int.MaxValue and var number ? TimeSpan.FromMilliseconds((long)number) : null;

    private static string? Text(IReadOnlyDictionary<string, object?>? map, string name) => map?.GetValueOrDefault(name) as string;

    private static IReadOnlyDictionary<string, object?>? Map(IReadOnlyDictionary<string, object?>? map, string name) => map?.GetValueOrDefault(name) as IReadOnlyDictionary<string, object?>;

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Maps(IReadOnlyDictionary<string, object?> map, string name)
        => (map.GetValueOrDefault(name) as IReadOnlyList<object?>)?.OfType<IReadOnlyDictionary<string, object?>>() ?? [];
}
