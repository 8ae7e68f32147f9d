using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>One row of <c>relations.tsv</c>.</summary>
/// <param name="Words">The words that tell the tie, in lower case.</param>
/// <param name="Status">What the words themselves say: that it is over; null where they say nothing.</param>
internal sealed record TieRule(string[] Words, RelationKind Kind, string How, FactStatus? Status)
{
    /// <summary>All rules by language and first word, the longest first.</summary>
    public static Dictionary<(string Language, string First), List<TieRule>> Load() => Tables.Rows("relations.tsv")
        .Select(row => (Language: row[1], Rule: new TieRule(row[0].ToLowerInvariant().Split(' '), Enum.Parse<RelationKind>(row[2].Replace("_", "", StringComparison.Ordinal), ignoreCase: true), row[3], row.Length > 4 ? Enum.Parse<FactStatus>(row[4], ignoreCase: true) : null)))
        .GroupBy(row => (row.Language, row.Rule.Words[0])).ToDictionary(group => group.Key, group => group.Select(row => row.Rule).OrderByDescending(rule => rule.Words.Length).ToList());

    /// <summary>The nouns by language and last word, the longest first: "parent company".</summary>
    public static Dictionary<(string Language, string Last), List<TieRule>> Nouns(Dictionary<(string Language, string First), List<TieRule>> rules)
        => rules.SelectMany(pair => pair.Value.Where(rule => rule.How == "noun").Select(rule => (pair.Key.Language, Rule: rule))).GroupBy(row => (row.Language, row.Rule.Words[^1])).ToDictionary(group => group.Key, group => group.Select(row => row.Rule).OrderByDescending(rule => rule.Words.Length).ToList());

    /// <summary>Whether the words end at the place.</summary>
    public bool EndsAt(IReadOnlyList<Token> tokens, int at) => at >= Words.Length - 1 && Fits(tokens, at - Words.Length + 1);

    public bool Fits(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].IsJoined != (How is "joined" or "placed")) return false;
        for (var i = 0; i < Words.Length; i++)
        {
            if (at + i >= tokens.Count || !tokens[at + i].IsWord || tokens[at + i].Lower != Words[i]) return false;
        }

        return true;
    }
}
