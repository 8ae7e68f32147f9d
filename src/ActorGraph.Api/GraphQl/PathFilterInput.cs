using ActorGraph.Facts;
using ActorGraph.Knowledge.Paths;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>What a path may use.</summary>
internal sealed class PathFilterInput : InputObjectGraphType<PathFilter>
{
    public PathFilterInput()
    {
        Name = "PathFilter";
        Description = "What a path may use. What is left out asks nothing; every filter holds during the search.";
        Field<ListGraphType<NonNullGraphType<RelationType>>>("relations").Description("Relations to follow; else all but those of places.");
        Field<ListGraphType<NonNullGraphType<MeetingKindType>>>("kinds").Description("Kinds of meeting that count; else all.");
        Field<IntGraphType>("maximumSteps").Description($"Most steps, 1 to {Limits.Paths.MostSteps}; a meeting of two is one step.");
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("via").Description("Actors or meetings, by id or name, that the path must pass.");
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("exclude").Description("Actors, meetings or facts that it must not use; facts by id.");
        Field<ListGraphType<NonNullGraphType<IdGraphType>>>("documents").Description("A fact counts only when one of these documents tells it.");
        Field<DateType>("since").Description("Facts that ended before this day do not count.");
        Field<DateType>("until").Description("Facts that began after this day do not count.");
        Field<NonNullGraphType<BooleanGraphType>>("undated").Description("Whether facts without a date pass since and until.").DefaultValue(true);
        Field<ListGraphType<NonNullGraphType<StatusType>>>("status").Description("Statuses that count; else what happened or holds.");
        Field<IntGraphType>("minimumOrigins").Description("A fact counts only when so many origins tell it.");
        Field<NonNullGraphType<HubsType>>("hubs").Description("Countries, places, and actors connected to very many.").DefaultValue(Hubs.Avoid);
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new PathFilter
    {
        Relations = List<string>(value, "relations"),
        Kinds = List<MeetingKind>(value, "kinds"),
        MaximumSteps = value.TryGetValue("maximumSteps", out var steps) ? (int?)steps : null,
        Via = List<string>(value, "via"),
        Exclude = List<string>(value, "exclude"),
        Documents = List<string>(value, "documents"),
        Since = value.TryGetValue("since", out var since) ? (DateOnly?)since : null,
        Until = value.TryGetValue("until", out var until) ? (DateOnly?)until : null,
        Undated = !value.TryGetValue("undated", out var undated) || (bool)undated!,
        Status = List<string>(value, "status"),
        MinimumOrigins = value.TryGetValue("minimumOrigins", out var origins) ? (int?)origins : null,
        Hubs = value.TryGetValue("hubs", out var hubs) ? (Hubs)hubs! : Hubs.Avoid,
    };

    private static List<T>? List<T>(IDictionary<string, object?> value, string name)
        => value.TryGetValue(name, out var given) && given is System.Collections.IEnumerable list ? list.Cast<T>().ToList() : null;
}
