namespace ActorGraph.Knowledge.Identity;

/// <summary>The tables that are shipped in the assembly: tab-separated, a line that starts with # says what they are.</summary>
internal static class IdentityTables
{
    public static IEnumerable<string[]> Rows(string table)
    {
        using var stream = typeof(IdentityTables).Assembly.GetManifestResourceStream($"identity/{table}.tsv")
            ?? throw new System.Diagnostics.UnreachableException($"The table {table}.tsv is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }
}
