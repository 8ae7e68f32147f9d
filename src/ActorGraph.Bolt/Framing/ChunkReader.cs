using System.Buffers.Binary;
using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Framing;

/// <summary>
/// Puts messages together from chunks. What has arrived stays here when a read is cancelled, so that the next read goes on where it stopped.
/// </summary>
internal sealed class ChunkReader(Stream stream, int maxMessage)
{
    private const int FirstCapacity = 1 << 16;

    /// <summary>A server that works on an answer says so every few seconds: this many are days, or no server.</summary>
    private const int MostEmptyInARow = 20_000;

    // received[start..end] is unread; a message that is being put together stands in assembled[..length].
    private byte[] received = new byte[FirstCapacity];
    private int start;
    private int end;
    private byte[] assembled = [];
    private int length;
    private int chunkLeft;
    private int emptyInARow;

    /// <summary>The next message if all of it has arrived; valid until the next call.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> message)
    {
        message = default;
        while (true)
        {
            if (chunkLeft == 0)
            {
                if (end - start < 2) return false;
                chunkLeft = BinaryPrimitives.ReadUInt16BigEndian(received.AsSpan(start, 2));
                if (chunkLeft == 0)
                {
                    start += 2;
                    // An empty chunk between messages only says that the server is alive.
                    if (length == 0)
                    {
                        if (++emptyInARow > MostEmptyInARow) throw PackStreamReader.Malformed($"{MostEmptyInARow} empty chunks came and no message");
                        continue;
                    }

                    emptyInARow = 0;
                    message = assembled.AsMemory(0, length);
                    length = 0;
                    return true;
                }

                if (length == 0 && TryReadInPlace(out message)) return true;
                start += 2;
                if (length + chunkLeft > maxMessage) throw PackStreamReader.Malformed($"a message is larger than {maxMessage} bytes, which is the limit here");
            }

            var part = Math.Min(chunkLeft, end - start);
            if (part == 0) return false;
            Append(received.AsSpan(start, part));
            start += part;
            chunkLeft -= part;
        }
    }

    /// <summary>Waits for more bytes; false where the peer has closed.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (start == end) start = end = 0;
        else if (end == received.Length)
        {
            received.AsSpan(start, end - start).CopyTo(received);
            (start, end) = (0, end - start);
        }

        if (assembled.Length > FirstCapacity * 16 && length == 0) assembled = [];
        var read = await stream.ReadAsync(received.AsMemory(end), cancellation);
        end += read;
        return read > 0;
    }

    /// <summary>Most messages are one chunk that is here already, and need not be copied.</summary>
    private bool TryReadInPlace(out ReadOnlyMemory<byte> message)
    {
        message = default;
        var after = start + 2 + chunkLeft;
        if (after + 2 > end || received[after] != 0 || received[after + 1] != 0 || chunkLeft > maxMessage) return false;
        message = received.AsMemory(start + 2, chunkLeft);
        (start, chunkLeft, emptyInARow) = (after + 2, 0, 0);
        return true;
    }

    private void Append(ReadOnlySpan<byte> part)
    {
        if (assembled.Length < length + part.Length) Array.Resize(ref assembled, (int)Math.Min(Array.MaxLength, Math.Max((long)(length + part.Length), Math.Max(FirstCapacity, assembled.Length * 2L))));
        part.CopyTo(assembled.AsSpan(length));
        length += part.Length;
    }
}
