namespace ActorGraph.Knowledge.Identity;

/// <summary>Which words of two names stand for each other; two neighbours may stand for one (Abdul Hamid, Abdulhamid).</summary>
internal sealed record NameAlignment(IReadOnlyList<NameMatch> Matches, IReadOnlyList<string> OnlyA, IReadOnlyList<string> OnlyB)
{
    private const double LeastSimilarity = 0.75;
    private const double LeastJoined = 0.93;
    private const string Abdul = "abdul";
    private const double InitialSimilarity = 0.8;

    public static NameAlignment Of(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var candidates = Candidates(a, b)
            .OrderByDescending(match => match.Similarity * match.Words)
            .ThenBy(match => Math.Abs(match.FromA - match.FromB)).ThenBy(match => match.FromA).ThenBy(match => match.FromB);
        var (usedA, usedB) = (new bool[a.Count], new bool[b.Count]);
        var matches = new List<NameMatch>();
        foreach (var match in candidates)
        {
            if (usedA.AsSpan(match.FromA, match.CountA).Contains(true) || usedB.AsSpan(match.FromB, match.CountB).Contains(true)) continue;
            usedA.AsSpan(match.FromA, match.CountA).Fill(true);
            usedB.AsSpan(match.FromB, match.CountB).Fill(true);
            matches.Add(match);
        }
        return new(matches, a.Where((_, i) => !usedA[i]).ToList(), b.Where((_, i) => !usedB[i]).ToList());
    }

    private static IEnumerable<NameMatch> Candidates(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                if (Single(a, i, b, j) is { } single) yield return single;
                if (i + 1 < a.Count && a[i].Length > 1 && Joined(a[i] + a[i + 1], b[j]) is { } left) yield return new(i, 2, j, 1, a[i] + a[i + 1], b[j], left);
                if (j + 1 < b.Count && b[j].Length > 1 && Joined(a[i], b[j] + b[j + 1]) is { } right) yield return new(i, 1, j, 2, a[i], b[j] + b[j + 1], right);
            }
        }
    }

    private static NameMatch? Single(IReadOnlyList<string> a, int i, IReadOnlyList<string> b, int j)
    {
        var (x, y) = (a[i], b[j]);
        if (IsNumber(x) || IsNumber(y)) return x == y ? new(i, 1, j, 1, x, y, 1) : null;
        if (x.Length == 1 || y.Length == 1)
        {
            if (x[0] != y[0]) return null;
            return new(i, 1, j, 1, x, y, x.Length == y.Length ? 1 : InitialSimilarity) { IsInitial = true };
        }
        var similarity = Servant(x) && Servant(y) ? NameSounds.Similarity(x[Abdul.Length..], y[Abdul.Length..]) : NameSounds.Similarity(x, y);
        return similarity < LeastSimilarity || IsOf(x, y) || IsOf(y, x) ? null : new(i, 1, j, 1, x, y, similarity);
    }

    /// <summary>A final i makes another name: Ahmadi is of Ahmad's family, Mabrouki is not Mabrouk.</summary>
    private static bool IsOf(string longer, string shorter)
        => longer.Length > shorter.Length && longer[^1] == 'i' && !NameSounds.IsVowel(shorter[^1]) && shorter[^1] is not ('y' or 'j' or 'h') && !NameSounds.IsVowel(longer[^2]);

    /// <summary>What follows "servant of" tells the names apart, not the common beginning.</summary>
    private static bool Servant(string word) => word.Length > Abdul.Length + 3 && word.StartsWith(Abdul, StringComparison.Ordinal);

    private static double? Joined(string x, string y)
    {
        if (y.Length < 5 || Math.Abs(x.Length - y.Length) > 1) return null;
        var similarity = NameSounds.Similarity(x, y);
        return similarity < LeastJoined ? null : similarity;
    }

    public static bool IsNumber(string word) => word.All(char.IsAsciiDigit) || (word.Length > 1 && word.All(c => c is 'i' or 'v' or 'x'));
}

/// <param name="IsInitial">Whether one of them is a single letter.</param>
internal sealed record NameMatch(int FromA, int CountA, int FromB, int CountB, string A, string B, double Similarity, bool IsInitial = false)
{
    public int Words => CountA + CountB;
}
