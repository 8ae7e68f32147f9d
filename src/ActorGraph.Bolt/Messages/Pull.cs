using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Messages;

/// <summary>Asks for the next rows of the latest statement.</summary>
/// <param name="Count">How many; -1 for all that are left.</param>
internal sealed record Pull(long Count) : Request(0x3F)
{
    public const long All = -1;

    protected override int Fields => 1;

    protected override void WriteFields(PackStreamWriter writer) => writer.WriteMap(new Dictionary<string, object?> { ["n"] = Count });
}

/// <summary>Has the latest statement run to its end without sending its rows.</summary>
internal sealed record Discard() : Request(0x2F)
{
    protected override int Fields => 1;

    protected override void WriteFields(PackStreamWriter writer) => writer.WriteMap(new Dictionary<string, object?> { ["n"] = Pull.All });
}
