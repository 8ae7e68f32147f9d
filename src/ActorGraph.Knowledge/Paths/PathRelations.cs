namespace ActorGraph.Knowledge.Paths;

/// <summary>The relationships that carry a path, and how they are named in questions and answers.</summary>
public static class PathRelations
{
    /// <summary>The two hops through one meeting.</summary>
    public const string Met = "MET";

    internal const string ParticipatedIn = "PARTICIPATED_IN";

    /// <summary>The type of the relationships that carry a relation.</summary>
    internal static string TypeOf(string relation) => relation == Met ? ParticipatedIn : relation;

    /// <summary>What a path follows unless told otherwise; <see cref="Met"/> first.</summary>
    public static IReadOnlyList<string> Default { get; } =
        [Met, "HOLDS_POSITION", "DEPUTY_OF", "FAMILY_OF", "MEMBER_OF", "PART_OF", "SUPPORTS", "OPPOSES", "CONTROLS", "APPOINTED", "POSTED_TO", "DEPLOYED_IN"];

    /// <summary>Statuses of what happened or holds: followed unless others are asked for.</summary>
    public static IReadOnlyList<string> Holding { get; } = ["occurred", "current", "acting", "former"];

    /// <summary>Every status a fact can have.</summary>
    public static IReadOnlyList<string> AllStatuses { get; } = ["occurred", "planned", "denied", "hypothetical", "current", "former", "acting", "alleged"];

    /// <summary>Where something is connects what has nothing else in common: followed only when asked for.</summary>
    public static IReadOnlyList<string> OnlyWhenAsked { get; } = ["HELD_IN", "LOCATED_IN", "BASED_IN"];
}
