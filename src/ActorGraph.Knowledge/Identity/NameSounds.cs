using System.Collections.Frozen;
using System.Globalization;

namespace ActorGraph.Knowledge.Identity;

/// <summary>What a written word may sound like, and how far two words are apart in sound.</summary>
internal static class NameSounds
{
    private const int MostReadings = 6;
    private const int LongestWord = 40;
    private const int MostCached = 50_000;
    private const double VowelLength = 0.4;
    private const double VowelLoss = 0.2;
    private const double Swap = 0.4;
    private const int ShortestSlip = 5;
    private const double SlipSimilarity = 0.9;

    private static readonly FrozenDictionary<string, string[]> Graphemes = IdentityTables.Rows("sounds").ToFrozenDictionary(row => row[0], row => row[1..]);

    private static readonly FrozenDictionary<(char, char), double> Near = IdentityTables.Rows("near-sounds")
        .SelectMany(row => new[] { (row[0][0], row[0][1], row[1]), (row[0][1], row[0][0], row[1]) })
        .ToFrozenDictionary(row => (row.Item1, row.Item2), row => double.Parse(row.Item3, CultureInfo.InvariantCulture));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, IReadOnlyList<string>> Cached = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Graphemes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The ways to read a folded word, the most usual first; doubled sounds are one.</summary>
    public static IReadOnlyList<string> Readings(string word)
    {
        if (Cached.TryGetValue(word, out var known)) return known;
        if (Cached.Count >= MostCached) Cached.Clear();
        return Cached[word] = Read(word);
    }

    private static List<string> Read(string word)
    {
        var text = word.Length > LongestWord ? word[..LongestWord] : word;
        var readings = new List<string> { "" };
        for (var at = 0; at < text.Length;)
        {
            var (length, sounds) = Grapheme(text, at);
            var next = new List<string>(readings.Count * sounds.Length);
            foreach (var sound in sounds)
                foreach (var reading in readings)
                    if (next.Count < MostReadings) next.Add(Append(reading, sound));
            readings = next;
            at += length;
        }
        return readings.Distinct(StringComparer.Ordinal).ToList();
    }

    /// <returns>1 where the words sound alike, 0 where nothing does.</returns>
    public static double Similarity(string a, string b)
    {
        if (a == b) return 1;
        var best = IsSlip(a, b) ? SlipSimilarity : 0.0;
        foreach (var x in Readings(a))
            foreach (var y in Readings(b))
                best = Math.Max(best, 1 - Distance(x, y) / Math.Max(1, (Length(x) + Length(y)) / 2));
        return best;
    }

    /// <summary>Two neighbouring letters of a word written in the wrong order.</summary>
    private static bool IsSlip(string a, string b)
    {
        if (a.Length != b.Length || a.Length < ShortestSlip) return false;
        var at = a.AsSpan().CommonPrefixLength(b);
        return at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
    }

    public static bool IsVowel(char sound) => sound is 'a' or 'e' or 'i' or 'o' or 'u';

    private static (int Length, string[] Sounds) Grapheme(string text, int at)
    {
        for (var length = Math.Min(4, text.Length - at); length > 0; length--)
            if (Lookup.TryGetValue(text.AsSpan(at, length), out var sounds)) return (length, sounds);
        return (1, [text[at].ToString()]);
    }

    private static string Append(string reading, string sound)
        => reading.Length > 0 && reading[^1] == sound[0] && !IsVowel(sound[0]) ? reading + sound[1..] : reading + sound;

    private static double Length(string sounds) => sounds.Sum(s => IsLight(s) ? VowelLength : 1);

    private static bool IsLight(char sound) => IsVowel(sound) || sound is 'y' or 'w' or 'h';

    private static double Loss(char sound) => IsLight(sound) ? VowelLoss : 1;

    private static double Instead(char a, char b) => a == b ? 0 : Near.GetValueOrDefault((a, b), 1);

    private static double Distance(string a, string b)
    {
        var table = new double[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++) table[i, 0] = table[i - 1, 0] + Loss(a[i - 1]);
        for (var j = 1; j <= b.Length; j++) table[0, j] = table[0, j - 1] + Loss(b[j - 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(table[i - 1, j - 1] + Instead(a[i - 1], b[j - 1]),
                    Math.Min(table[i - 1, j] + Loss(a[i - 1]), table[i, j - 1] + Loss(b[j - 1])));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, table[i - 2, j - 2] + Swap);
                table[i, j] = cost;
            }
        }
        return table[a.Length, b.Length];
    }
}
