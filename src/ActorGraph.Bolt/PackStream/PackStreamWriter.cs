using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Text;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Bolt.PackStream;

/// <summary>Writes values as PackStream, each in the shortest form the specification has for it.</summary>
internal sealed class PackStreamWriter(IBufferWriter<byte> output)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int depth;

    /// <exception cref="GraphException">A value is of a type, or nested too deep, for a statement's parameter.</exception>
    public void Write(object? value)
    {
        switch (value)
        {
            case null: Byte(Marker.Null); break;
            case bool truth: Byte(truth ? Marker.True : Marker.False); break;
            case long number: WriteInteger(number); break;
            case int number: WriteInteger(number); break;
            case double number: WriteFloat(number); break;
            case string text: WriteText(text); break;
            case byte[] bytes: WriteBytes(bytes); break;
            case LocalDate or LocalTime or OffsetTime or LocalDateTime or OffsetDateTime or ZonedDateTime or CypherDuration or GraphPoint: StructureWriter.Write(this, value); break;
            case GraphNode or GraphRelationship or GraphPath:
                throw new GraphException(ErrorCodes.TypeError, "A node, relationship or path cannot be a parameter: give its key, and match it.");
            case IReadOnlyDictionary<string, object?> map: Nested(map, WriteMap); break;
            case IReadOnlyList<object?> list: Nested(list, WriteList); break;
            case IEnumerable sequence and not IDictionary: Nested(sequence.Cast<object?>().ToList(), WriteList); break;
            default: Write(Known(value)); break;
        }
    }

    public void WriteStructure(byte tag, int fields)
    {
        if (fields > 15) throw new ArgumentOutOfRangeException(nameof(fields));
        Byte((byte)(Marker.TinyStructure | fields));
        Byte(tag);
    }

    public void WriteInteger(long value)
    {
        switch (value)
        {
            case >= -16 and <= sbyte.MaxValue: Byte(unchecked((byte)value)); break;
            case >= sbyte.MinValue and <= sbyte.MaxValue: Byte(Marker.Int8); Byte(unchecked((byte)value)); break;
            case >= short.MinValue and <= short.MaxValue: BinaryPrimitives.WriteInt16BigEndian(After(Marker.Int16, 2), (short)value); break;
            case >= int.MinValue and <= int.MaxValue: BinaryPrimitives.WriteInt32BigEndian(After(Marker.Int32, 4), (int)value); break;
            default: BinaryPrimitives.WriteInt64BigEndian(After(Marker.Int64, 8), value); break;
        }
    }

    public void WriteText(string value)
    {
        int length;
        try
        {
            length = Utf8.GetByteCount(value);
        }
        catch (EncoderFallbackException cause)
        {
            throw new GraphException(ErrorCodes.ArgumentError, $"A text holds half of a surrogate pair at {cause.Index}, which cannot be sent.", cause: cause);
        }

        Size(length, Marker.TinyText, Marker.Text8, Marker.Text16, Marker.Text32);
        if (length == 0) return;
        Utf8.GetBytes(value, output.GetSpan(length));
        output.Advance(length);
    }

    public void WriteMap(IReadOnlyDictionary<string, object?> map)
    {
        Size(map.Count, Marker.TinyMap, Marker.Map8, Marker.Map16, Marker.Map32);
        foreach (var (key, value) in map)
        {
            WriteText(key);
            Write(value);
        }
    }

    private static object? Known(object value)
    {
        try
        {
            return GraphValue.From(value);
        }
        catch (ArgumentException unknown)
        {
            throw new GraphException(ErrorCodes.TypeError, unknown.Message, cause: unknown);
        }
    }

    private void WriteList(IReadOnlyList<object?> list)
    {
        Size(list.Count, Marker.TinyList, Marker.List8, Marker.List16, Marker.List32);
        foreach (var item in list) Write(item);
    }

    private void WriteFloat(double value) => BinaryPrimitives.WriteDoubleBigEndian(After(Marker.Float64, 8), value);

    private void WriteBytes(byte[] value)
    {
        Size(value.Length, null, Marker.Bytes8, Marker.Bytes16, Marker.Bytes32);
        output.Write(value);
    }

    private void Nested<T>(T value, Action<T> write)
    {
        if (++depth > Marker.MaxDepth) throw new GraphException(ErrorCodes.ArgumentError, $"A parameter is nested deeper than {Marker.MaxDepth} levels.");
        write(value);
        depth--;
    }

    private void Size(int size, byte? tiny, byte size8, byte size16, byte size32)
    {
        if (tiny is { } marker && size < 16) Byte((byte)(marker | size));
        else if (size <= byte.MaxValue) After(size8, 1)[0] = (byte)size;
        else if (size <= ushort.MaxValue) BinaryPrimitives.WriteUInt16BigEndian(After(size16, 2), (ushort)size);
        else BinaryPrimitives.WriteInt32BigEndian(After(size32, 4), size);
    }

    private void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    /// <summary>Writes the marker and gives the room behind it, which the caller fills.</summary>
    private Span<byte> After(byte marker, int room)
    {
        var span = output.GetSpan(1 + room);
        span[0] = marker;
        output.Advance(1 + room);
        return span.Slice(1, room);
    }
}
