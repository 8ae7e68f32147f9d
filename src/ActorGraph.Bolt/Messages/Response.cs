using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Messages;

/// <summary>What the server answers.</summary>
internal abstract record Response
{
    public static Response Read(ReadOnlySpan<byte> message)
    {
        var reader = new PackStreamReader(message);
        var (tag, fields) = reader.ReadStructureHead();
        var expected = tag == Ignored.Tag ? 0 : 1;
        // Older servers put an empty field into IGNORED.
        if (fields != expected && tag != Ignored.Tag) throw PackStreamReader.Malformed($"a message with the tag {tag:X2} has {fields} fields instead of {expected}");
        Response response = tag switch
        {
            Record.Tag => new Record(reader.ReadList()),
            Success.Tag => new Success(reader.ReadMap()),
            Failure.Tag => Failure.From(reader.ReadMap()),
            Ignored.Tag => new Ignored(),
            _ => throw PackStreamReader.Malformed($"a message has the tag {tag:X2}, which is not known"),
        };
        if (!reader.IsAtEnd && tag != Ignored.Tag) throw PackStreamReader.Malformed("a message goes on after its last field");
        return response;
    }
}

/// <summary>One row.</summary>
internal sealed record Record(IReadOnlyList<object?> Values) : Response
{
    public const byte Tag = 0x71;
}

/// <summary>The request was not looked at, since one before it failed.</summary>
internal sealed record Ignored : Response
{
    public const byte Tag = 0x7E;
}
