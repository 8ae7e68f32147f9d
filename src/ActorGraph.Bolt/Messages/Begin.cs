using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Messages;

/// <summary>Opens an explicit transaction.</summary>
internal sealed record Begin(TransactionDetails Details) : Request(0x11)
{
    protected override int Fields => 1;

    protected override void WriteFields(PackStreamWriter writer) => Details.Write(writer);
}

/// <summary>Makes the transaction's writes durable.</summary>
internal sealed record Commit() : Request(0x12)
{
    protected override int Fields => 0;
}

/// <summary>Takes the transaction's writes back.</summary>
internal sealed record Rollback() : Request(0x13)
{
    protected override int Fields => 0;
}
