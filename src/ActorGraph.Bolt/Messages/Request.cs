using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Messages;

/// <summary>What the client asks. Every request gets exactly one summary: SUCCESS, FAILURE or IGNORED.</summary>
internal abstract record Request(byte Tag)
{
    protected abstract int Fields { get; }

    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructure(Tag, Fields);
        WriteFields(writer);
    }

    protected virtual void WriteFields(PackStreamWriter writer) { }
}
