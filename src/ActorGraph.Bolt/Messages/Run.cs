using ActorGraph.Bolt.PackStream;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Messages;

/// <summary>Sends a statement into the open transaction; its rows wait for PULL.</summary>
internal sealed record Run(Statement Statement) : Request(0x10)
{
    protected override int Fields => 3;

    protected override void WriteFields(PackStreamWriter writer)
    {
        writer.WriteText(Statement.Text);
        writer.WriteMap(Statement.Parameters);
        writer.WriteMap(new Dictionary<string, object?>());
    }
}
