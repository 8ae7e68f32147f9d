using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ActorGraph.Extraction.Tagging;

/// <summary>What each feature says for each tag, and each tag for the next: small whole numbers, learnt by <see cref="TaggerTraining"/>.</summary>
/// <remarks>
/// The file begins with lines of text that say what it is, how it was made and whose news it learnt from; an empty line ends them. Then: number of features (int32, little endian),
/// a row of tags for each tag (sbyte: the weight of that tag before each), the features' hashes in rising order (uint32), and a row of tags for each feature (sbyte).
/// </remarks>
internal sealed class TaggerWeights
{
    private const int BucketBits = 18;

    /// <summary>Rows are padded to whole vectors.</summary>
    private const int RowLength = 16;

    private readonly uint[] hashes;
    private readonly sbyte[] rows;
    private readonly int[] buckets = new int[(1 << BucketBits) + 1];

    private TaggerWeights(int[] transitions, uint[] hashes, sbyte[] rows)
    {
        Transitions = transitions;
        this.hashes = hashes;
        this.rows = rows;
        foreach (var hash in hashes) buckets[(hash >> (32 - BucketBits)) + 1]++;
        for (var i = 0; i < 1 << BucketBits; i++) buckets[i + 1] += buckets[i];
    }

    public static TaggerWeights OfProgram { get; } = Load("names.weights");

    public int[] Transitions { get; }

    /// <summary>Adds up what the features say for each tag.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        var (low, high) = (Vector128<short>.Zero, Vector128<short>.Zero);
        foreach (var feature in features)
        {
            var bucket = feature >> (32 - BucketBits);
            for (var i = buckets[bucket]; i < buckets[bucket + 1]; i++)
            {
                if (hashes[i] != feature) continue;
                var (a, b) = Vector128.Widen(Vector128.LoadUnsafe(ref rows[i * RowLength]));
                low += a;
                high += b;
                break;
            }
        }

        for (var tag = 0; tag < NameTag.Count; tag++) scores[tag] = tag < 8 ? low[tag] : high[tag - 8];
    }

    public static void Write(Stream stream, string head, sbyte[] transitions, IReadOnlyList<(uint Hash, sbyte[] Row)> features)
    {
        stream.Write(Encoding.UTF8.GetBytes(head.TrimEnd() + "\n\n"));
        var number = new byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32LittleEndian(number, features.Count);
        stream.Write(number);
        stream.Write(MemoryMarshal.AsBytes<sbyte>(transitions));
        foreach (var (hash, _) in features)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(number, hash);
            stream.Write(number);
        }

        foreach (var (_, row) in features) stream.Write(MemoryMarshal.AsBytes<sbyte>(row));
    }

    public static TaggerWeights Read(ReadOnlySpan<byte> file)
    {
        var at = file.IndexOf("\n\n"u8) + 2;
        var count = BinaryPrimitives.ReadInt32LittleEndian(file[at..]);
        at += sizeof(int);
        var transitions = new int[NameTag.Count * NameTag.Count];
        for (var i = 0; i < transitions.Length; i++) transitions[i] = (sbyte)file[at + i];
        at += transitions.Length;
        var hashes = new uint[count];
        for (var i = 0; i < count; i++, at += sizeof(uint)) hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);
        var rows = new sbyte[count * RowLength];
        var given = MemoryMarshal.Cast<byte, sbyte>(file[at..]);
        for (var i = 0; i < count; i++) given.Slice(i * NameTag.Count, NameTag.Count).CopyTo(rows.AsSpan(i * RowLength));
        return new TaggerWeights(transitions, hashes, rows);
    }

    private static TaggerWeights Load(string file)
    {
        using var stream = typeof(TaggerWeights).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException($"The weights {file} are not part of the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }
}
