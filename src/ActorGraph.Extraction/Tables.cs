namespace ActorGraph.Extraction;

/// <summary>The words of the languages: files in <c>Tables/</c>, a row a line, fields separated by tabs, # for comments.</summary>
internal static class Tables
{
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException($"The table {file} is not part of the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    /// <summary>Words by language.</summary>
    public static Dictionary<string, HashSet<string>> ByLanguage(string file) => Rows(file)
        .SelectMany(row => row[1].Split(',').Select(language => (language, Word: row[0])))
        .GroupBy(row => row.language)
        .ToDictionary(group => group.Key, group => group.Select(row => row.Word).ToHashSet(StringComparer.Ordinal));
}
