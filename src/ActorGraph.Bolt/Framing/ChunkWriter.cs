using System.Buffers;
using System.Buffers.Binary;

namespace ActorGraph.Bolt.Framing;

/// <summary>Cuts messages into chunks and keeps them until they are flushed, so that messages which belong together leave together.</summary>
internal sealed class ChunkWriter(Stream stream)
{
    private const int MaxChunk = 0xFFFF;
    private const int KeptCapacity = 1 << 20;

    private ArrayBufferWriter<byte> framed = new();

    public void Add(ReadOnlySpan<byte> message)
    {
        while (message.Length > 0)
        {
            var size = Math.Min(message.Length, MaxChunk);
            Head(size);
            framed.Write(message[..size]);
            message = message[size..];
        }

        Head(0);
    }

    public async ValueTask FlushAsync(CancellationToken cancellation)
    {
        await stream.WriteAsync(framed.WrittenMemory, cancellation);
        await stream.FlushAsync(cancellation);
        if (framed.Capacity > KeptCapacity) framed = new ArrayBufferWriter<byte>();
        else framed.ResetWrittenCount();
    }

    private void Head(int size)
    {
        BinaryPrimitives.WriteUInt16BigEndian(framed.GetSpan(2), (ushort)size);
        framed.Advance(2);
    }
}
