namespace ActorGraph.Knowledge.Loading;

/// <summary>
/// By which the meetings of an actor or place are found that accounts of certain days can be of. What a load looks at so grows with what is told of those weeks, and not with
/// how often an actor was ever seen.
/// </summary>
internal static class AccountWeeks
{
    private const int DaysOfWeek = 7;

    /// <summary>Days; a month and the slack at its ends are within it.</summary>
    private const int Longest = 5 * DaysOfWeek;

    private const string Open = "open";

    /// <summary>Under what a meeting stands: the id and the Monday of the week in which its accounts can begin; "open" where they can be more than five weeks apart.</summary>
    public static string Of(string id, DateOnly? from, DateOnly? until)
        => from is { } first && until is { } last && last.DayNumber - first.DayNumber <= Longest ? Key(id, first.DayNumber / DaysOfWeek) : $"{id} {Open}";

    /// <summary>Under what the meetings stand that an account of these days can be of; null where that is more than can be named.</summary>
    public static IEnumerable<string>? Near(string id, DateOnly? from, DateOnly? until)
    {
        if (from is not { } first || until is not { } last || last.DayNumber - first.DayNumber > Longest) return null;
        var (earliest, latest) = (Math.Max(0, first.DayNumber - Longest) / DaysOfWeek, last.DayNumber / DaysOfWeek);
        return Enumerable.Range(earliest, latest - earliest + 1).Select(week => Key(id, week)).Append($"{id} {Open}");
    }

    private static string Key(string id, int week) => $"{id} {Words.Of(DateOnly.FromDayNumber(week * DaysOfWeek))}";
}
