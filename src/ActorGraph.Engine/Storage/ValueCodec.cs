using System.Text;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Engine.Storage;

/// <summary>Property values ↔ bytes: a tag and the value, so that every type comes back as it went in.</summary>
internal static class ValueCodec
{
    private const byte False = 0, True = 1, Integer = 2, Float = 3, Text = 4, Bytes = 5, List = 6, Date = 7, Time = 8, OffsetTime = 9, DateTime = 10,
        OffsetDateTime = 11, ZonedDateTime = 12, Duration = 13;

    /// <exception cref="GraphException">The value cannot be a property.</exception>
    public static void Write(BinaryWriter to, object value)
    {
        switch (value)
        {
            case bool truth: to.Write(truth ? True : False); break;
            case long number: to.Write(Integer); to.Write7BitEncodedInt64(number); break;
            case double number: to.Write(Float); to.Write(number); break;
            case string text: to.Write(Text); to.Write(text); break;
            case byte[] bytes: to.Write(Bytes); to.Write7BitEncodedInt(bytes.Length); to.Write(bytes); break;
            case IReadOnlyList<object?> list: WriteList(to, list); break;
            case LocalDate date: to.Write(Date); WriteDate(to, date); break;
            case LocalTime time: to.Write(Time); to.Write(time.NanosecondOfDay); break;
            case OffsetTime time: to.Write(OffsetTime); to.Write(time.NanosecondOfDay); to.Write(time.Offset.Seconds); break;
            case LocalDateTime at: to.Write(DateTime); WriteDateTime(to, at); break;
            case OffsetDateTime at: to.Write(OffsetDateTime); WriteDateTime(to, at.LocalDateTime); to.Write(at.Offset.Seconds); break;
            case ZonedDateTime at: to.Write(ZonedDateTime); WriteDateTime(to, at.LocalDateTime); to.Write(at.Offset.Seconds); to.Write(at.Zone.Id); break;
            case CypherDuration d: to.Write(Duration); to.Write(d.Months); to.Write(d.Days); to.Write(d.Seconds); to.Write(d.Nanoseconds); break;
            default: throw new GraphException(ErrorCodes.TypeError, "Property values can only be of primitive types or arrays thereof (InvalidPropertyType)");
        }
    }

    /// <summary>The value as it is stored: in a list, whole numbers beside others become what the others are.</summary>
    public static object? Stored(object? value) => value is IReadOnlyList<object?> list && list.Any(item => item is double) && list.Any(item => item is long)
        ? list.Select(item => item is long number ? (double)number : item).ToList() : value;

    public static object Read(BinaryReader from)
    {
        var tag = from.ReadByte();
        return tag switch
        {
            False => false,
            True => true,
            Integer => from.Read7BitEncodedInt64(),
            Float => from.ReadDouble(),
            Text => from.ReadString(),
            Bytes => from.ReadBytes(from.Read7BitEncodedInt()),
            List => ReadList(from),
            Date => ReadDate(from),
            Time => LocalTime.FromNanosecondsSinceMidnight(from.ReadInt64()),
            OffsetTime => LocalTime.FromNanosecondsSinceMidnight(from.ReadInt64()).WithOffset(Offset.FromSeconds(from.ReadInt32())),
            DateTime => ReadDateTime(from),
            OffsetDateTime => ReadDateTime(from).WithOffset(Offset.FromSeconds(from.ReadInt32())),
            ZonedDateTime => ReadZoned(from),
            Duration => new CypherDuration(from.ReadInt64(), from.ReadInt64(), from.ReadInt64(), from.ReadInt32()),
            _ => throw new InvalidDataException($"The store holds a value of unknown type {tag}."),
        };
    }

    /// <summary>The form by which values are found in an index: equal numbers have one, whatever their type, and texts that begin alike stand together.</summary>
    public static byte[] IndexKey(object value)
    {
        if (value is string text) return [Text, .. Encoding.UTF8.GetBytes(text)];
        if (value is double d && d == Math.Floor(d) && Math.Abs(d) < 1L << 53) value = (long)d;
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true)) Write(writer, value);
        return bytes.ToArray();
    }

    /// <summary>Where texts that begin so stand in an index: from the first of them to before what follows the last.</summary>
    public static (byte[] From, byte[] Before) IndexRange(string beginning)
    {
        // Half a character has no bytes of its own.
        var from = IndexKey(beginning is [.. var whole, var last] && char.IsHighSurrogate(last) ? whole : beginning);
        // The last byte is the tag or one of UTF-8, and so never the highest.
        byte[] before = [.. from];
        before[^1]++;
        return (from, before);
    }

    private static void WriteList(BinaryWriter to, IReadOnlyList<object?> list)
    {
        to.Write(List);
        to.Write7BitEncodedInt(list.Count);
        foreach (var item in list)
        {
            if (item is not null && item.GetType() != list[0]?.GetType())
            {
                throw new GraphException(ErrorCodes.TypeError, "A list that is stored as a property has items of one type only (InvalidPropertyType)");
            }

            if (item is null or IReadOnlyList<object?>)
            {
                throw new GraphException(ErrorCodes.TypeError, "Collections containing null values or collections can not be stored in properties (InvalidPropertyType)");
            }

            Write(to, item);
        }
    }

    private static List<object?> ReadList(BinaryReader from)
    {
        var count = from.Read7BitEncodedInt();
        var list = new List<object?>(count);
        for (var i = 0; i < count; i++) list.Add(Read(from));
        return list;
    }

    private static void WriteDate(BinaryWriter to, LocalDate date)
    {
        to.Write(date.Year);
        to.Write((byte)date.Month);
        to.Write((byte)date.Day);
    }

    private static LocalDate ReadDate(BinaryReader from) => new(from.ReadInt32(), from.ReadByte(), from.ReadByte());

    private static void WriteDateTime(BinaryWriter to, LocalDateTime at)
    {
        WriteDate(to, at.Date);
        to.Write(at.NanosecondOfDay);
    }

    private static LocalDateTime ReadDateTime(BinaryReader from) => ReadDate(from).At(LocalTime.FromNanosecondsSinceMidnight(from.ReadInt64()));

    private static ZonedDateTime ReadZoned(BinaryReader from)
    {
        var local = ReadDateTime(from);
        var offset = Offset.FromSeconds(from.ReadInt32());
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(from.ReadString()) ?? DateTimeZone.ForOffset(offset);
        return local.WithOffset(offset).InZone(zone);
    }
}
