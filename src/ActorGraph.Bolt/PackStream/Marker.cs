namespace ActorGraph.Bolt.PackStream;

/// <summary>The first byte of a value. Below these stand the tiny forms, which carry their size in the low four bits.</summary>
internal static class Marker
{
    public const byte TinyText = 0x80, TinyList = 0x90, TinyMap = 0xA0, TinyStructure = 0xB0;
    public const byte Null = 0xC0, Float64 = 0xC1, False = 0xC2, True = 0xC3;
    public const byte Int8 = 0xC8, Int16 = 0xC9, Int32 = 0xCA, Int64 = 0xCB;
    public const byte Bytes8 = 0xCC, Bytes16 = 0xCD, Bytes32 = 0xCE;
    public const byte Text8 = 0xD0, Text16 = 0xD1, Text32 = 0xD2;
    public const byte List8 = 0xD4, List16 = 0xD5, List32 = 0xD6;
    public const byte Map8 = 0xD8, Map16 = 0xD9, Map32 = 0xDA;

    /// <summary>How deep values may stand in one another, both ways.</summary>
    public const int MaxDepth = 128;
}

/// <summary>The tag of a structure that is a value (as opposed to a message).</summary>
internal static class StructureTag
{
    public const byte Node = (byte)'N', Relationship = (byte)'R', UnboundRelationship = (byte)'r', Path = (byte)'P';
    public const byte Date = (byte)'D', Time = (byte)'T', LocalTime = (byte)'t', LocalDateTime = (byte)'d';
    public const byte DateTime = (byte)'I', DateTimeZoneId = (byte)'i', Duration = (byte)'E';
    public const byte Point2D = (byte)'X', Point3D = (byte)'Y';
}
