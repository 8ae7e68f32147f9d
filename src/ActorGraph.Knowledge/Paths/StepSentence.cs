using System.Globalization;
using ActorGraph.Knowledge.Actors;

namespace ActorGraph.Knowledge.Paths;

/// <summary>Tells a fact in one English sentence: who, what, where, when, and what is uncertain about it.</summary>
internal static class StepSentence
{
    private static readonly Dictionary<string, (string Occurred, string Planned)> Meetings = new()
    {
        ["meeting"] = ("met", "are to meet"),
        ["visit"] = ("met on a visit", "are to meet on a visit"),
        ["call"] = ("spoke by phone", "are to speak by phone"),
        ["press_conference"] = ("gave a press conference", "are to give a press conference"),
        ["signing"] = ("signed an agreement", "are to sign an agreement"),
        ["negotiation"] = ("negotiated", "are to negotiate"),
    };

    private static readonly Dictionary<string, string> Ties = new()
    {
        ["DEPUTY_OF"] = "is deputy of", ["MEMBER_OF"] = "is a member of", ["PART_OF"] = "is part of", ["SUPPORTS"] = "supports", ["OPPOSES"] = "opposes", ["CONTROLS"] = "controls",
        ["APPOINTED"] = "appointed", ["POSTED_TO"] = "is posted to", ["DEPLOYED_IN"] = "is deployed in", ["BASED_IN"] = "is based in", ["LOCATED_IN"] = "is located in", ["HELD_IN"] = "was held in",
        [PathRelations.ParticipatedIn] = "took part in",
    };

    public static string Of(StepFact fact, string? place)
    {
        var (a, b) = fact.Forward || fact.Meeting is not null ? (fact.From, fact.To) : (fact.To, fact.From);
        var sentence = fact.Meeting is null ? Tie(fact, a.Name, b.Name) : Meeting(fact, Who(a), Who(b), place);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + (fact.IsDisputed ? " (disputed)." : ".");
    }

    /// <summary>A country takes part through people whom no text names.</summary>
    private static string Who(ActorNode side) => side.Kind == "country" ? $"representatives of {side.Name}" : side.Name;

    private static string Meeting(StepFact fact, string a, string b, string? place)
    {
        var kind = fact.Told("kind") as string ?? "meeting";
        var (occurred, planned) = Meetings.GetValueOrDefault(kind, Meetings["meeting"]);
        var where = (place is null ? "" : $" in {place}") + When(fact.When());
        return fact.Status switch
        {
            "occurred" when kind == "meeting" => $"{a} met {b}{where}",
            "occurred" => $"{a} and {b} {occurred}{where}",
            "planned" => $"{a} and {b} {planned}{where} (planned)",
            "denied" => $"It is denied that {a} and {b} {occurred}{where}",
            _ => $"It is not certain that {a} and {b} {occurred}{where} ({fact.Status})",
        };
    }

    private static string Tie(StepFact fact, string a, string b)
    {
        var says = fact.Relation switch
        {
            "HOLDS_POSITION" => $"{a} {(fact.Status == "former" ? "was" : "is")} {(fact.Status == "acting" ? "acting " : "")}{fact.Told("title")} of {b}",
            "FAMILY_OF" => $"{a} is {(fact.Told("relation") as string ?? "relative_of").Replace('_', ' ')} {b}",
            "SUPPORTS" or "OPPOSES" or "CONTROLS" when fact.Status == "former" => $"{a} formerly {Ties[fact.Relation]} {b}",
            _ => $"{a} {Ties.GetValueOrDefault(fact.Relation, fact.Relation)} {b}",
        };
        return says + When(fact.When()) + (fact.Status is "current" or "acting" || (fact.Status == "former" && fact.Relation is "HOLDS_POSITION" or "SUPPORTS" or "OPPOSES" or "CONTROLS") || fact.Relation is "FAMILY_OF" or "HELD_IN" ? "" : $" ({fact.Status})");
    }

    private static string When(FactDate? date) => date switch
    {
        null or { Earliest: null, Latest: null, Text: null } => "",
        { Earliest: null, Latest: null } => $", “{date.Text}”",
        { Basis: "reported", Latest: { } latest } => $", reported on {Day(latest)}",
        { Earliest: { } first, Latest: { } last } when first == last => $" on {Day(first)}" + (date.Basis == "anchored" && date.Text is not null ? $" (“{date.Text}”)" : ""),
        { Earliest: { } first, Latest: { } last } when first.AddMonths(1).AddDays(-1) == last && first.Day == 1 => $" in {first.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
        { Earliest: { } first, Latest: { } last } when first.AddYears(1).AddDays(-1) == last && first.DayOfYear == 1 => $" in {first.Year}",
        { Earliest: { } first, Latest: { } last } => $" between {Day(first)} and {Day(last)}",
        { Earliest: { } first } => $" since {Day(first)}",
        _ => $" until {Day(date.Latest!.Value)}",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
