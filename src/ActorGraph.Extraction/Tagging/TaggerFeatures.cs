using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Tagging;

/// <summary>A sentence's words as the tagger sees them: each word's features are 32-bit hashes of what it is and what stands around it.</summary>
internal sealed class TaggerFeatures
{
    /// <summary>Most features of one word.</summary>
    public const int Most = 32;

    private const uint Edge = 0x51ED270B;

    private readonly Token[] tokens;

    private TaggerFeatures(Token[] tokens) => this.tokens = tokens;

    /// <param name="Gap">What stands between the word and the one before it.</param>
    private readonly record struct Token(uint Exact, uint Lower, uint Suffix, uint Ending, uint Prefix, uint Shape, WordClasses Classes, char Gap, bool IsCapital)
    {
        public int RunStart { get; init; }

        public int RunEnd { get; init; }
    }

    public static TaggerFeatures Of(string text, Sentence sentence)
    {
        var words = sentence.Words;
        var tokens = new Token[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var lower = word.Lower.AsSpan();
            tokens[i] = new Token(Hash(word.Text), Hash(lower), Hash(lower[Math.Max(0, lower.Length - 3)..]), Hash(lower[Math.Max(0, lower.Length - 2)..]), Hash(lower[..Math.Min(3, lower.Length)]), Shape(word.Text),
                WordClassing.Of(word, sentence.Language), i == 0 ? '^' : Gap(text, words[i - 1].Span.End, word.Span.Start), word.IsCapital);
        }

        for (var i = 0; i < tokens.Length;)
        {
            var end = i + 1;
            if (tokens[i].IsCapital) while (end < tokens.Length && tokens[end].IsCapital && tokens[end].Gap == ' ') end++;
            for (var j = i; j < end; j++) tokens[j] = tokens[j] with { RunStart = i, RunEnd = end };
            i = end;
        }

        return new TaggerFeatures(tokens);
    }

    public bool IsBesideCapital(int at) => tokens[at].IsCapital || at > 0 && tokens[at - 1].IsCapital || at + 1 < tokens.Length && tokens[at + 1].IsCapital;

    /// <summary>Writes the features of one word; returns how many.</summary>
    public int At(int at, Span<uint> features)
    {
        var token = tokens[at];
        var (before, after) = (at > 0 ? tokens[at - 1] : default, at + 1 < tokens.Length ? tokens[at + 1] : default);
        var (lowerBefore, lowerAfter) = (at > 0 ? before.Lower : Edge, at + 1 < tokens.Length ? after.Lower : Edge);
        var gaps = (uint)token.Gap << 8 | (at + 1 < tokens.Length ? after.Gap : '$');
        var count = 0;
        features[count++] = Mix(2, lowerBefore);
        features[count++] = Mix(3, lowerAfter);
        features[count++] = Mix(7, token.Shape, gaps);
        features[count++] = Mix(8, before.Shape, token.Shape, after.Shape);
        features[count++] = Mix(9, (uint)token.Classes, token.Shape);
        features[count++] = Mix(10, (uint)before.Classes, (uint)token.Classes, (uint)after.Classes);
        features[count++] = Mix(11, at > 1 ? tokens[at - 2].Lower : Edge);
        features[count++] = Mix(12, at + 2 < tokens.Length ? tokens[at + 2].Lower : Edge);
        if (token.IsCapital) count = OfRun(at, features, count, lowerBefore, lowerAfter);
        features[count++] = Mix(1, token.Lower);
        features[count++] = Mix(4, lowerBefore, token.Lower);
        features[count++] = Mix(5, token.Lower, lowerAfter);
        features[count++] = Mix(6, token.Suffix);
        if (!token.IsCapital) return count;
        features[count++] = Mix(20, token.Exact);
        features[count++] = Mix(21, token.Ending, token.Shape);
        features[count++] = Mix(22, token.Prefix);
        features[count++] = Mix(25, tokens[token.RunEnd - 1].Lower, Place(at));
        features[count++] = Mix(26, tokens[token.RunStart].Lower, Place(at));
        return count;
    }

    /// <summary>Where in its run of capitals a word stands.</summary>
    private uint Place(int at) => (uint)(Math.Min(3, at - tokens[at].RunStart) << 4 | Math.Min(3, tokens[at].RunEnd - 1 - at));

    /// <summary>A capitalised word is also told by the whole run of capitals that it stands in, and by what is around the run.</summary>
    private int OfRun(int at, Span<uint> features, int count, uint lowerBefore, uint lowerAfter)
    {
        var token = tokens[at];
        var (start, end) = (token.RunStart, token.RunEnd);
        var (first, last) = (tokens[start], tokens[end - 1]);
        var before = start > 0 ? tokens[start - 1] : default;
        var after = end < tokens.Length ? tokens[end] : default;
        var (wordBefore, wordAfter) = (start > 0 ? before.Lower : Edge, end < tokens.Length ? after.Lower : Edge);
        var place = Place(at);
        features[count++] = Mix(23, lowerBefore, token.Shape);
        features[count++] = Mix(24, lowerAfter, token.Shape);
        features[count++] = Mix(27, wordBefore, place);
        features[count++] = Mix(28, wordAfter, place);
        features[count++] = Mix(29, (uint)last.Classes, place);
        features[count++] = Mix(30, (uint)first.Classes, (uint)last.Classes, place);
        features[count++] = Mix(31, (uint)before.Classes, (uint)first.Classes, place | (uint)first.Gap << 8);
        features[count++] = Mix(32, (uint)after.Classes, (uint)last.Classes, place | (uint)(end < tokens.Length ? after.Gap : '$') << 8);
        features[count++] = Mix(33, wordBefore, wordAfter);
        features[count++] = Mix(34, wordBefore, (uint)first.Classes);
        features[count++] = Mix(35, wordAfter, (uint)last.Classes);
        return count;
    }

    /// <summary>A space where no more stands between two words, else the first mark.</summary>
    private static char Gap(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] == ' ') continue;
            return text[i] switch { '“' or '”' or '«' or '»' or '`' => '"', '’' or '‘' => '\'', '–' or '—' => '-', _ => text[i] };
        }

        return to > from ? ' ' : '_';
    }

    /// <summary>"Xx" for Libya, "X" for UN, "X.X" for U.N., "Xx-Xx" for Abdul-Karim: kinds of characters, runs told once.</summary>
    private static uint Shape(string word)
    {
        var (hash, last) = (0u, '\0');
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '9' : c;
            if (kind != last) hash = Mix(hash, kind);
            last = kind;
        }

        return word.Length == 1 ? hash + 1 : hash;
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return hash;
    }

    private static uint Mix(uint seed, uint value)
    {
        var hash = (seed * 0x9E3779B1u) ^ value;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    private static uint Mix(uint seed, uint a, uint b) => Mix(Mix(seed, a), b);

    private static uint Mix(uint seed, uint a, uint b, uint c) => Mix(Mix(Mix(seed, a), b), c);
}
