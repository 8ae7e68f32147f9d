namespace ActorGraph.Cypher.Binding;

/// <summary>The functions of the language: their names in lower case, and how many arguments they take.</summary>
public static class Functions
{
    private static readonly Dictionary<string, (int Min, int Max)> Plain = Table("""
        abs 1, acos 1, asin 1, atan 1, atan2 2, ceil 1, cos 1, cot 1, degrees 1, e 0, exp 1, floor 1, haversin 1, isnan 1, log 1, log10 1, pi 0,
        radians 1, rand 0, round 1 3, sign 1, sin 1, sqrt 1, tan 1,
        btrim 1 2, left 2, ltrim 1 2, replace 3, right 2, rtrim 1 2, split 2, substring 2 3, tolower 1, lower 1, toupper 1, upper 1, trim 1 2, normalize 1 2,
        char_length 1, character_length 1, tostring 1, tostringornull 1, tostringlist 1, tointeger 1, tointegerornull 1, tointegerlist 1, toint 1,
        tofloat 1, tofloatornull 1, tofloatlist 1, toboolean 1, tobooleanornull 1, tobooleanlist 1, valuetype 1,
        coalesce 1 99, elementid 1, endnode 1, head 1, id 1, isempty 1, keys 1, labels 1, last 1, length 1, nodes 1, nullif 2, properties 1, randomuuid 0,
        range 2 3, relationships 1, reverse 1, size 1, startnode 1, tail 1, timestamp 0, type 1, exists 1,
        date 0 1, date.realtime 0 1, date.statement 0 1, date.transaction 0 1, date.truncate 1 3,
        datetime 0 1, datetime.realtime 0 1, datetime.statement 0 1, datetime.transaction 0 1, datetime.truncate 1 3, datetime.fromepoch 2, datetime.fromepochmillis 1,
        localdatetime 0 1, localdatetime.realtime 0 1, localdatetime.statement 0 1, localdatetime.transaction 0 1, localdatetime.truncate 1 3,
        localtime 0 1, localtime.realtime 0 1, localtime.statement 0 1, localtime.transaction 0 1, localtime.truncate 1 3,
        time 0 1, time.realtime 0 1, time.statement 0 1, time.transaction 0 1, time.truncate 1 3,
        duration 1, duration.between 2, duration.inmonths 2, duration.indays 2, duration.inseconds 2
        """);

    private static readonly Dictionary<string, (int Min, int Max)> Aggregates = Table(
        "avg 1, collect 1, count 1, max 1, min 1, percentilecont 2, percentiledisc 2, stdev 1, stdevp 1, sum 1");

    /// <summary>Whose value may differ from call to call, so that it cannot stand inside an aggregate.</summary>
    public static bool IsRandom(string name) => Key(name) is "rand" or "randomuuid";

    public static bool IsAggregate(string name) => Aggregates.ContainsKey(Key(name));

    public static (int Min, int Max)? Arity(string name)
        => Plain.TryGetValue(Key(name), out var arity) || Aggregates.TryGetValue(Key(name), out arity) ? arity : null;

    public static string Key(string name) => name.ToLowerInvariant();

    private static Dictionary<string, (int, int)> Table(string rows) => rows
        .Split(',', StringSplitOptions.TrimEntries)
        .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(row => row[0], row => (int.Parse(row[1], null), int.Parse(row[^1], null)));
}
