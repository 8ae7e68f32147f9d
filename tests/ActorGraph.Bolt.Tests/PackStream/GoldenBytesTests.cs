using System.Buffers;
using ActorGraph.Bolt.Client;
using ActorGraph.Bolt.Messages;
using ActorGraph.Bolt.PackStream;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Bolt.Tests.PackStream;

/// <summary>The bytes that the published specifications of PackStream and Bolt give, in hexadecimal.</summary>
public class GoldenBytesTests
{
    private static readonly List<(string Hex, object? Value)> Values =
    [
        ("C0", null), ("C3", true), ("C2", false),
        ("00", 0L), ("2A", 42L), ("7F", 127L), ("F0", -16L), ("FF", -1L),
        ("C8EF", -17L), ("C880", -128L), ("C90080", 128L), ("C9FF7F", -129L), ("C904D2", 1234L), ("C97FFF", 32767L), ("C98000", -32768L),
        ("CA00008000", 32768L), ("CAFFFF7FFF", -32769L), ("CA7FFFFFFF", 2147483647L), ("CA80000000", -2147483648L),
        ("CB0000000080000000", 2147483648L), ("CBFFFFFFFF7FFFFFFF", -2147483649L), ("CB7FFFFFFFFFFFFFFF", long.MaxValue), ("CB8000000000000000", long.MinValue),
        ("C13FF3AE147AE147AE", 1.23), ("C1BFF199999999999A", -1.1), ("C17FF0000000000000", double.PositiveInfinity), ("C18000000000000000", -0.0),
        ("CC00", Array.Empty<byte>()), ("CC03010203", new byte[] { 1, 2, 3 }),
        ("80", ""), ("8141", "A"), ("D01A6162636465666768696A6B6C6D6E6F707172737475767778797A", "abcdefghijklmnopqrstuvwxyz"),
        ("90", new List<object?>()), ("93010203", new List<object?> { 1L, 2L, 3L }),
        ("D4140102030405060708090A0B0C0D0E0F1011121314", Enumerable.Range(1, 20).Select(n => (object?)(long)n).ToList()),
        ("A0", new Dictionary<string, object?>()), ("A1836F6E6501", new Dictionary<string, object?> { ["one"] = 1L }),
        ("B144C93FE5", new LocalDate(2014, 10, 14)), ("8EC3A4C3B6C3BC20E28899F09F8C8D", "äöü ∙🌍"),
    ];

    [Fact]
    public void Values_are_written_and_read_as_the_specification_has_them()
    {
        Assert.Multiple(Values.Select<(string Hex, object? Value), Action>(one => () =>
        {
            Assert.Equal(one.Hex, Convert.ToHexString(Bytes(one.Value)));
            Assert.Equivalent(one.Value, Read(one.Hex));
        }).ToArray());
    }

    [Theory]
    [InlineData(15, "8F")]
    [InlineData(16, "D010")]
    [InlineData(255, "D0FF")]
    [InlineData(256, "D10100")]
    [InlineData(65535, "D1FFFF")]
    [InlineData(65536, "D200010000")]
    public void A_text_takes_the_shortest_head(int length, string head)
    {
        var text = new string('x', length);
        var bytes = Bytes(text);
        Assert.StartsWith(head, Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8))));
        Assert.Equal(text, Read(Convert.ToHexString(bytes)));
    }

    [Theory]
    [InlineData(15, "9F", "AF")]
    [InlineData(16, "D410", "D810")]
    [InlineData(256, "D50100", "D90100")]
    [InlineData(65536, "D600010000", "DA00010000")]
    public void Lists_and_maps_take_the_shortest_head(int count, string listHead, string mapHead)
    {
        var list = Enumerable.Range(0, count).Select(n => (object?)(long)n).ToList();
        var map = list.ToDictionary(n => n!.ToString()!, n => n);
        Assert.StartsWith(listHead, Convert.ToHexString(Bytes(list)));
        Assert.StartsWith(mapHead, Convert.ToHexString(Bytes(map)));
        Assert.Equal(list, Read(Convert.ToHexString(Bytes(list))));
        Assert.Equal(map, Read(Convert.ToHexString(Bytes(map))));
    }

    [Fact]
    public void Integers_of_every_size_come_back()
    {
        for (var bit = 0; bit < 63; bit++)
        {
            foreach (var near in new[] { -1L, 0, 1 })
            {
                Assert.Equal((1L << bit) + near, Read(Convert.ToHexString(Bytes((1L << bit) + near))));
                Assert.Equal(-(1L << bit) + near, Read(Convert.ToHexString(Bytes(-(1L << bit) + near))));
            }
        }
    }

    [Fact]
    public void Requests_have_the_tags_of_the_specification()
    {
        Assert.Equal("B101A0", Hex(new Hello(new Dictionary<string, object?>())));
        Assert.Equal("B16AA186736368656D65846E6F6E65", Hex(new Logon(new Dictionary<string, object?> { ["scheme"] = "none" })));
        Assert.Equal("B06B", Hex(new Logoff()));
        Assert.Equal("B111A1846D6F64658172", Hex(new Begin(new(AccessMode.Read, TransactionConfig.Default))));
        Assert.Equal("B111A3846D6F646581778A74785F74696D656F7574C907D08264628167", Hex(new Begin(new(AccessMode.Write, new(TimeSpan.FromSeconds(2)), "g"))));
        Assert.Equal("B3108852455455524E2031A0A0", Hex(new Run(new Statement("RETURN 1"))));
        Assert.Equal("B310" + "83524554" + "A0" + "A3" + "846D6F64658172" + "8B74785F6D65746164617461" + "A1816101" + "89626F6F6B6D61726B73" + "918162",
            Hex(new Run(new Statement("RET"), new(AccessMode.Read, new(null, new Dictionary<string, object?> { ["a"] = 1L }), Bookmarks: ["b"]))));
        Assert.Equal("B366" + "A1" + "8761646472657373" + "83613A31" + "918162" + "A1" + "826462" + "8167", Hex(new Route(new Dictionary<string, object?> { ["address"] = "a:1" }, ["b"], "g", null)));
        Assert.Equal("B13FA1816EC903E8", Hex(new Pull(1000)));
        Assert.Equal("B12FA1816EFF", Hex(new Discard()));
        Assert.Equal("B012", Hex(new Commit()));
        Assert.Equal("B013", Hex(new Rollback()));
        Assert.Equal("B00F", Hex(new Reset()));
        Assert.Equal("B002", Hex(new Goodbye()));
    }

    [Fact]
    public void Graph_structures_are_read_without_their_element_ids()
    {
        var node = (GraphNode)Read("B44E03" + "92" + "8162" + "8161" + "A1846E616D6585416C696365" + "8133")!;
        Assert.Equal(3, node.Id);
        Assert.Equal(["a", "b"], node.Labels);
        Assert.Equal("Alice", node.Properties["name"]);
        var relationship = (GraphRelationship)Read("B8520B0203854B4E4F5753A0" + "8131" + "8132" + "8133")!;
        Assert.Equal((11L, 2L, 3L, "KNOWS"), (relationship.Id, relationship.Start, relationship.End, relationship.Type));
        // (1)<-[:R {id 9}]-(2): the relationship is walked against its direction.
        var path = (GraphPath)Read("B35092" + "B44E0190A08131" + "B44E0290A08132" + "91" + "B472098152A08139" + "92" + "FF" + "01")!;
        Assert.Equal([1L, 2L], path.Nodes.Select(n => n.Id));
        Assert.Equal((9L, 2L, 1L), (path.Relationships[0].Id, path.Relationships[0].Start, path.Relationships[0].End));
    }

    [Fact]
    public void Points_are_read_and_written()
    {
        const string Flat = "B358C91C23C13FF0000000000000C14000000000000000", Deep = "B459C923C5C13FF0000000000000C14000000000000000C14008000000000000";
        Assert.Equal(new GraphPoint(7203, 1, 2), Read(Flat));
        Assert.Equal(new GraphPoint(9157, 1, 2, 3), Read(Deep));
        Assert.Equal(Flat, Convert.ToHexString(Bytes(new GraphPoint(7203, 1, 2))));
        Assert.Equal(Deep, Convert.ToHexString(Bytes(new GraphPoint(9157, 1, 2, 3))));
    }

    [Fact]
    public void Temporal_structures_come_back_as_they_were()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];
        object[] values =
        [
            new LocalDate(1969, 12, 31), new LocalDate(2024, 2, 29), new LocalTime(23, 59, 59).PlusNanoseconds(999_999_999), new LocalTime(9, 30).WithOffset(Offset.FromHours(-5)),
            new LocalDateTime(1969, 12, 31, 23, 59, 59).PlusNanoseconds(1), new LocalDateTime(2024, 5, 17, 8, 0), new LocalDateTime(1950, 1, 1, 0, 0).PlusNanoseconds(5).WithOffset(Offset.FromHours(3)),
            new LocalDateTime(2024, 5, 17, 8, 0).InZoneLeniently(zone), Instant.FromUnixTimeSeconds(0).InUtc(), new CypherDuration(-1, 2, -3, 4),
        ];
        foreach (var value in values) Assert.Equal(value, Read(Convert.ToHexString(Bytes(value))));
    }

    [Theory]
    [InlineData("D2FFFFFFFF41", "a value of 4294967295 bytes is announced where 1 are left")]
    [InlineData("D27FFFFFFF41", "a value of 2147483647 bytes is announced where 1 are left")]
    [InlineData("D67FFFFFFF41", "a value of 2147483647 bytes is announced where 1 are left")]
    [InlineData("D803814101", "a value of 6 bytes is announced where 3 are left")]
    [InlineData("C901", "a value of 2 bytes is announced where 1 are left")]
    [InlineData("9301", "a value of 3 bytes is announced where 1 are left")]
    [InlineData("C7", "the byte C7 at 0 begins no value")]
    [InlineData("", "the message ends at 0 inside a value")]
    [InlineData("82C328", "the text before 3 is not UTF-8")]
    [InlineData("B17A01", "a structure has the tag 7A, which is not known")]
    [InlineData("B24401", "a structure with the tag 44 has 2 fields instead of 1")]
    [InlineData("A10101", "a text is missing before 2")]
    [InlineData("B350909090", "a path points at what it does not hold")]
    public void Bytes_that_are_not_PackStream_are_a_clear_error(string hex, string words)
    {
        var failure = Assert.Throws<GraphException>(() => Read(hex));
        Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
        Assert.Contains(words, failure.Message);
    }

    [Fact]
    public void A_value_nested_too_deep_is_refused_both_ways()
    {
        Assert.Contains("nested deeper", Assert.Throws<GraphException>(() => Read(string.Concat(Enumerable.Repeat("91", 100_000)) + "01")).Message);
        object? deep = 1L;
        for (var i = 0; i < 1000; i++) deep = new List<object?> { deep };
        Assert.Contains("nested deeper", Assert.Throws<GraphException>(() => Bytes(deep)).Message);
    }

    [Fact]
    public void What_is_no_value_of_the_graph_is_refused_before_anything_is_sent()
    {
        Assert.Equal(ErrorCodes.TypeError, Assert.Throws<GraphException>(() => Bytes(1.5m)).Code);
        Assert.Equal(ErrorCodes.TypeError, Assert.Throws<GraphException>(() => Bytes(new GraphNode(1, [], new Dictionary<string, object?>()))).Code);
        Assert.Equal(ErrorCodes.ArgumentError, Assert.Throws<GraphException>(() => Bytes("\uD800")).Code);
        Assert.Equal("D4", Convert.ToHexString(Bytes(Enumerable.Range(0, 20).Select(n => (short)n)))[..2]);
    }

    internal static byte[] Bytes(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        new PackStreamWriter(buffer).Write(value);
        return buffer.WrittenSpan.ToArray();
    }

    private static string Hex(Request request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        request.Write(new PackStreamWriter(buffer));
        return Convert.ToHexString(buffer.WrittenSpan);
    }

    private static object? Read(string hex) => new PackStreamReader(Convert.FromHexString(hex)).Read();
}
