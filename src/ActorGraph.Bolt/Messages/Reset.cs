namespace ActorGraph.Bolt.Messages;

/// <summary>Interrupts what runs, takes the transaction back and clears a failure. Overtakes what was sent before it.</summary>
internal sealed record Reset() : Request(0x0F)
{
    protected override int Fields => 0;
}

/// <summary>Says that the connection is about to be closed; the one request without an answer.</summary>
internal sealed record Goodbye() : Request(0x02)
{
    protected override int Fields => 0;
}
