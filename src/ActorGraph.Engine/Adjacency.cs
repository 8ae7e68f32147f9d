using ActorGraph.Engine.Storage;

namespace ActorGraph.Engine;

/// <summary>All relationships of one committed version as flat arrays: the entries of a node stand together.</summary>
internal sealed class Adjacency
{
    private readonly int[] starts;
    private readonly short[] labelSets;
    private readonly List<IReadOnlyList<string>> sets;
    private readonly Dictionary<string, int> tokens;
    private readonly List<string> names;

    private Adjacency(long version, int[] starts, Entry[] entries, short[] labelSets, List<IReadOnlyList<string>> sets, Dictionary<string, int> tokens, List<string> names)
        => (Version, this.starts, Entries, this.labelSets, this.sets, this.tokens, this.names) = (version, starts, entries, labelSets, sets, tokens, names);

    /// <param name="Status">Token of the <c>status</c> property, -1 where there is none.</param>
    public readonly record struct Entry(int Other, int Relationship, short Type, short Status, bool Outgoing);

    /// <summary>A small set of tokens.</summary>
    public readonly struct TokenSet(bool[] members)
    {
        public bool Has(int token) => token < members.Length && members[token];
    }

    public long Version { get; }

    public Entry[] Entries { get; }

    public static Adjacency Of(StoreTransaction transaction)
    {
        var tokens = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        short Token(string name)
        {
            if (tokens.TryGetValue(name, out var known)) return (short)known;
            tokens[name] = names.Count;
            names.Add(name);
            return (short)(names.Count - 1);
        }

        var size = checked((int)transaction.MaxNodeId()) + 2;
        var counts = new int[size + 1];
        var read = new List<(int Start, int End, int Id, short Type, short Status)>();
        foreach (var (id, type, start, end, properties) in transaction.AllRelationships())
        {
            var status = transaction.Decode(properties).GetValueOrDefault("status") as string;
            read.Add(((int)start, (int)end, checked((int)id), Token(transaction.TokenName(type)), status is null ? (short)-1 : Token(status)));
            counts[start + 1]++;
            if (start != end) counts[end + 1]++;
        }

        for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
        var entries = new Entry[counts[^1]];
        var next = (int[])counts.Clone();
        foreach (var (start, end, id, type, status) in read)
        {
            entries[next[start]++] = new Entry(end, id, type, status, true);
            if (start != end) entries[next[end]++] = new Entry(start, id, type, status, false);
        }

        var sets = new List<IReadOnlyList<string>> { Array.Empty<string>() };
        var known = new Dictionary<string, short>(StringComparer.Ordinal);
        var labelSets = new short[size];
        foreach (var (id, labels) in transaction.AllLabels())
        {
            var key = string.Join('\n', labels);
            if (!known.TryGetValue(key, out var set))
            {
                known[key] = set = (short)sets.Count;
                sets.Add(labels);
            }

            labelSets[id] = set;
        }

        return new Adjacency(transaction.Version, counts, entries, labelSets, sets, tokens, names);
    }

    public (int From, int To) Range(long node) => node < 0 || node >= starts.Length - 1 ? (0, 0) : (starts[node], starts[node + 1]);

    public IReadOnlyList<string> Labels(int node) => sets[labelSets[node]];

    public string Name(int token) => names[token];

    public TokenSet Tokens(IReadOnlyList<string> wanted)
    {
        var members = new bool[names.Count];
        foreach (var name in wanted)
        {
            if (tokens.TryGetValue(name, out var token)) members[token] = true;
        }

        return new TokenSet(members);
    }

    /// <summary>How many entries have one of the types; stops counting above <paramref name="most"/>.</summary>
    public int Count(int from, int to, TokenSet types, int most)
    {
        if (to - from <= most) return to - from;
        var count = 0;
        for (var i = from; i < to && count <= most; i++)
        {
            if (types.Has(Entries[i].Type)) count++;
        }

        return count;
    }
}
