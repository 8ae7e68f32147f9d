namespace ActorGraph.Extraction.Relations;

/// <summary>Which states have an office of a title (<c>office-states.tsv</c>): no chancellor is Kenya's, no king a republic's.</summary>
internal static class OfficeStates
{
    private static readonly Dictionary<(string Language, string Title), (bool IsOnly, HashSet<string> States)> Table = Tables.Rows("office-states.tsv")
        .SelectMany(row => row[1].Split(',').Select(language => (Key: (language, row[0]), Value: (row[2] == "only", row[3].Split(',').ToHashSet(StringComparer.Ordinal))))).ToDictionary(row => row.Key, row => row.Value);

    /// <summary>Whether the state may have it; what the table does not know every state may have.</summary>
    public static bool Has(string iso2, string title, string language) => Row(title, language) is not { } row || row.States.Contains(iso2) == row.IsOnly;

    /// <summary>Whether few states have it: of those that an article names the only one is meant.</summary>
    public static bool IsRare(string title, string language) => Row(title, language) is { IsOnly: true };

    /// <summary>By the longest end of the title that the table knows.</summary>
    private static (bool IsOnly, HashSet<string> States)? Row(string title, string language)
    {
        for (var at = 0; at >= 0 && at < title.Length; at = title.IndexOf(' ', at) is >= 0 and var space ? space + 1 : -1)
        {
            if (Table.TryGetValue((language, title[at..]), out var row)) return row;
        }

        return null;
    }
}
