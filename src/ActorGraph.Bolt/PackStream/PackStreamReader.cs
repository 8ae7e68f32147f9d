using System.Buffers.Binary;
using System.Text;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.PackStream;

/// <summary>Reads values from the bytes of one message. Every size is compared with what is left before anything is allocated.</summary>
internal ref struct PackStreamReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;
    private int depth;

    public readonly bool IsAtEnd => at == bytes.Length;

    public object? Read()
    {
        var marker = Byte();
        switch (marker)
        {
            case <= 0x7F or >= 0xF0: return (long)(sbyte)marker;
            case < Marker.TinyList: return Text(marker & 0x0F);
            case < Marker.TinyMap: return List(marker & 0x0F);
            case < Marker.TinyStructure: return Map(marker & 0x0F);
            case < Marker.Null: return Structure(marker & 0x0F);
            case Marker.Null: return null;
            case Marker.True: return true;
            case Marker.False: return false;
            case Marker.Float64: return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
            case Marker.Int8: return (long)(sbyte)Byte();
            case Marker.Int16: return (long)BinaryPrimitives.ReadInt16BigEndian(Take(2));
            case Marker.Int32: return (long)BinaryPrimitives.ReadInt32BigEndian(Take(4));
            case Marker.Int64: return BinaryPrimitives.ReadInt64BigEndian(Take(8));
            case Marker.Bytes8 or Marker.Bytes16 or Marker.Bytes32: return Take(Size(marker - Marker.Bytes8)).ToArray();
            case Marker.Text8 or Marker.Text16 or Marker.Text32: return Text(Size(marker - Marker.Text8));
            case Marker.List8 or Marker.List16 or Marker.List32: return List(Size(marker - Marker.List8));
            case Marker.Map8 or Marker.Map16 or Marker.Map32: return Map(Size(marker - Marker.Map8));
            default: throw Malformed($"the byte {marker:X2} at {at - 1} begins no value");
        }
    }

    /// <summary>The head of a message: its tag and how many fields follow.</summary>
    public (byte Tag, int Fields) ReadStructureHead()
    {
        var marker = Byte();
        if ((marker & 0xF0) != Marker.TinyStructure) throw Malformed($"a message begins with {marker:X2} instead of a structure");
        return (Byte(), marker & 0x0F);
    }

    public long ReadInteger() => Read() is long value ? value : throw Malformed($"a number is missing before {at}");

    public double ReadFloat() => Read() is double value ? value : throw Malformed($"a floating-point number is missing before {at}");

    public string ReadText() => Read() as string ?? throw Malformed($"a text is missing before {at}");

    public IReadOnlyList<object?> ReadList() => Read() as IReadOnlyList<object?> ?? throw Malformed($"a list is missing before {at}");

    public IReadOnlyDictionary<string, object?> ReadMap() => Read() as IReadOnlyDictionary<string, object?> ?? throw Malformed($"a map is missing before {at}");

    public static GraphException Malformed(string what, Exception? cause = null) => new(ErrorCodes.ProtocolError, $"The server sent what is not Bolt: {what}.", cause: cause);

    private byte Byte() => at < bytes.Length ? bytes[at++] : throw Malformed($"the message ends at {at} inside a value");

    private ReadOnlySpan<byte> Take(int count)
    {
        Demand(count);
        at += count;
        return bytes.Slice(at - count, count);
    }

    private readonly void Demand(long count)
    {
        if (count > bytes.Length - at) throw Malformed($"a value of {count} bytes is announced where {bytes.Length - at} are left");
    }

    private int Size(int form)
    {
        var size = form switch
        {
            0 => Byte(),
            1 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            _ => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        };
        // No entry is shorter than one byte, so a larger size cannot be true.
        Demand(size);
        return (int)size;
    }

    private string Text(int length)
    {
        var span = Take(length);
        try
        {
            return Utf8.GetString(span);
        }
        catch (DecoderFallbackException cause)
        {
            throw Malformed($"the text before {at} is not UTF-8", cause);
        }
    }

    private object?[] List(int count)
    {
        Demand(count);
        Enter();
        var list = new object?[count];
        for (var i = 0; i < count; i++) list[i] = Read();
        depth--;
        return list;
    }

    private Dictionary<string, object?> Map(int count)
    {
        Demand(2L * count);
        Enter();
        var map = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var key = ReadText();
            map[key] = Read();
        }

        depth--;
        return map;
    }

    private object Structure(int fields)
    {
        Enter();
        var value = StructureReader.Read(ref this, Byte(), fields);
        depth--;
        return value;
    }

    private void Enter()
    {
        if (++depth > Marker.MaxDepth) throw Malformed($"a value is nested deeper than {Marker.MaxDepth} levels");
    }
}
