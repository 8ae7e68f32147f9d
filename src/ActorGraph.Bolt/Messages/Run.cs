using ActorGraph.Bolt.PackStream;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Messages;

/// <summary>Sends a statement; its rows wait for PULL.</summary>
/// <param name="Own">Of a transaction that is only this statement and commits itself; null inside an explicit one.</param>
internal sealed record Run(Statement Statement, TransactionDetails? Own = null) : Request(0x10)
{
    protected override int Fields => 3;

    protected override void WriteFields(PackStreamWriter writer)
    {
        writer.WriteText(Statement.Text);
        writer.WriteMap(Statement.Parameters);
        if (Own is null) writer.WriteMap(new Dictionary<string, object?>());
        else Own.Write(writer);
    }
}
