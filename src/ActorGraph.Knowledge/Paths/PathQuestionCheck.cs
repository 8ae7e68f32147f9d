using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Paths;

/// <summary>What is wrong with a question, told before anything is searched.</summary>
internal static class PathQuestionCheck
{
    private const int MostEntries = 100;

    /// <exception cref="GraphException">With <see cref="ErrorCodes.FilterInvalid"/>: names the part and what it may be.</exception>
    public static void Check(PathQuestion question, PathLimits limits)
    {
        Within("first", question.First, 1, limits.MostPaths);
        Check(question.Filter, limits);
    }

    /// <exception cref="GraphException">Likewise.</exception>
    public static void Check(PathFilter filter, PathLimits limits)
    {
        Within("maximumSteps", filter.MaximumSteps ?? 1, 1, limits.MostSteps);
        Within("minimumOrigins", filter.MinimumOrigins ?? 1, 1, int.MaxValue);
        Known("relations", filter.Relations, [.. PathRelations.Default, .. PathRelations.OnlyWhenAsked]);
        Known("status", filter.Status, PathRelations.AllStatuses);
        foreach (var (name, list) in new[] { ("via", filter.Via), ("exclude", filter.Exclude), ("documents", filter.Documents) })
            if (list?.Count > MostEntries) throw Invalid($"{name} holds {list.Count} entries; at most {MostEntries} are taken.");
        if (filter.Since > filter.Until) throw Invalid($"since ({filter.Since:yyyy-MM-dd}) is after until ({filter.Until:yyyy-MM-dd}).");
    }

    private static void Within(string name, int value, int least, int most)
    {
        if (value < least || value > most) throw Invalid(most == int.MaxValue ? $"{name} is {value}; it must be at least {least}." : $"{name} is {value}; it must be from {least} to {most}.");
    }

    private static void Known(string name, IReadOnlyList<string>? asked, IReadOnlyList<string> known)
    {
        if (asked?.FirstOrDefault(one => !known.Contains(one)) is { } wrong) throw Invalid($"{name} does not know '{wrong}'; it may be any of {string.Join(", ", known)}.");
    }

    private static GraphException Invalid(string message) => new(ErrorCodes.FilterInvalid, "The filter cannot be used: " + message);
}
