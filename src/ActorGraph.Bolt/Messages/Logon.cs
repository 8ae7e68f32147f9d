using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Messages;

/// <summary>Names the user of the connection.</summary>
internal sealed record Logon(IReadOnlyDictionary<string, object?> Credentials) : Request(0x6A)
{
    protected override int Fields => 1;

    protected override void WriteFields(PackStreamWriter writer) => writer.WriteMap(Credentials);

    // A record prints its fields; the password stays out of every text.
    public override string ToString() => nameof(Logon);
}

/// <summary>Takes the user off the connection, which stays open for another LOGON.</summary>
internal sealed record Logoff() : Request(0x6B)
{
    protected override int Fields => 0;
}
