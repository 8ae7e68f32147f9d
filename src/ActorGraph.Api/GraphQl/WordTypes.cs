using ActorGraph.Facts;
using ActorGraph.Knowledge.Paths;
using GraphQL.Types;

namespace ActorGraph.Api.GraphQl;

/// <summary>A closed list of words: GraphQL says them in capitals, the graph in small letters.</summary>
internal abstract class WordType : EnumerationGraphType
{
    protected void Word(string word, string description) => Add(word.ToUpperInvariant(), word, description);
}

/// <summary>What an actor, or a node of an answer, is.</summary>
internal sealed class ActorKindType : WordType
{
    public ActorKindType()
    {
        Name = "ActorKind";
        Description = "What an actor is.";
        Word("person", "A human being.");
        Word("organization", "A government, party, company, armed group, agency …");
        Word("country", "A state.");
        Word("place", "A city, venue or region.");
        Word("vessel", "A ship.");
        Word("meeting", "A meeting, visit or call: never an actor, but a node of a path.");
    }
}

/// <summary>What connects two actors.</summary>
internal sealed class RelationType : EnumerationGraphType
{
    private static readonly Dictionary<string, string> Meaning = new()
    {
        [PathRelations.Met] = "Both took part in one meeting: two hops of the graph, one step of a path.",
        ["HOLDS_POSITION"] = "A person holds an office of an organization or country.",
        ["DEPUTY_OF"] = "A person is another one's deputy.",
        ["FAMILY_OF"] = "They are related.",
        ["MEMBER_OF"] = "One is a member of the other.",
        ["PART_OF"] = "One is a part of the other.",
        ["SUPPORTS"] = "One supports or backs the other.",
        ["OPPOSES"] = "One opposes or fights the other.",
        ["CONTROLS"] = "One controls the other.",
        ["APPOINTED"] = "One appointed the other.",
        ["POSTED_TO"] = "One is sent to the other, as an ambassador is.",
        ["DEPLOYED_IN"] = "One has forces in the other.",
        ["HELD_IN"] = "A meeting was held there. Followed only when asked for.",
        ["LOCATED_IN"] = "A place lies there. Followed only when asked for.",
        ["BASED_IN"] = "An actor has its seat there. Followed only when asked for.",
    };

    public RelationType()
    {
        Name = "Relation";
        Description = "What connects two actors.";
        Add("PARTICIPATED_IN", "PARTICIPATED_IN", "An actor took part in a meeting that a path begins or ends with. Never asked for: MET stands for both hops.");
        foreach (var relation in PathRelations.Default.Concat(PathRelations.OnlyWhenAsked)) Add(relation, relation, Meaning.GetValueOrDefault(relation, relation));
    }
}

/// <summary>Whether a fact happened or holds.</summary>
internal sealed class StatusType : WordType
{
    public StatusType()
    {
        Name = "Status";
        Description = "Whether a fact happened, or holds, as the documents tell it.";
        Word("occurred", "A meeting that took place.");
        Word("planned", "Announced.");
        Word("denied", "Somebody denies it.");
        Word("hypothetical", "Told as a possibility.");
        Word("current", "Holds.");
        Word("former", "Held once.");
        Word("acting", "Holds for the time being.");
        Word("alleged", "Claimed, not stated as a fact.");
    }
}

/// <summary>How a date is known.</summary>
internal sealed class DateBasisType : WordType
{
    public DateBasisType()
    {
        Name = "DateBasis";
        Description = "How a date is known.";
        Word("stated", "In the text's own words.");
        Word("anchored", "From a weekday and the document's date.");
        Word("reported", "Only bounded by the day of the report: on or before it.");
        Word("none", "Not known.");
    }
}

/// <summary>What sort of meeting.</summary>
internal sealed class MeetingKindType : EnumerationGraphType
{
    public MeetingKindType()
    {
        Name = "MeetingKind";
        Description = "What sort of meeting.";
        Add("MEETING", MeetingKind.Meeting, "They met.");
        Add("VISIT", MeetingKind.Visit, "One came to the other.");
        Add("CALL", MeetingKind.Call, "They talked on the telephone.");
        Add("PRESS_CONFERENCE", MeetingKind.PressConference, "They stood before the press together.");
        Add("SIGNING", MeetingKind.Signing, "They signed something.");
        Add("NEGOTIATION", MeetingKind.Negotiation, "They negotiated.");
    }
}

/// <summary>What to do about actors that everybody is connected to.</summary>
internal sealed class HubsType : EnumerationGraphType
{
    public HubsType()
    {
        Name = "Hubs";
        Description = $"What to do about hubs: countries, places, and actors with more than {Limits.Paths.HubDegree} relationships.";
        Add("AVOID", Hubs.Avoid, "Routes through no hub first; through hubs only where there are fewer than asked.");
        Add("ALLOW", Hubs.Allow, "A hub is a node like any other.");
        Add("BLOCK", Hubs.Block, "No path passes a hub.");
    }
}

/// <summary>How a meeting is drawn.</summary>
internal sealed class MeetingsAsType : EnumerationGraphType
{
    public MeetingsAsType()
    {
        Name = "MeetingsAs";
        Description = "How a meeting is drawn.";
        Add("NODE", MeetingsAs.Node, "As a node between those who took part.");
        Add("EDGE", MeetingsAs.Edge, "As an edge from one to the other.");
    }
}

/// <summary>A day.</summary>
internal sealed class DateType : DateOnlyGraphType
{
    public DateType()
    {
        Name = "Date";
        Description = "A day as ISO 8601 has it: 2025-08-25.";
    }
}
