namespace ActorGraph.Extraction.Mentions;

/// <summary>Small words and endings in names and around them, by what they do there (<c>name-words.tsv</c>).</summary>
internal static class NameWords
{
    private static readonly Dictionary<string, string[]> Words = Tables.Rows("name-words.tsv").ToDictionary(row => row[0], row => row[1].Split(','));

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<string> Of(string role) => Words[role];
}
