using ActorGraph.Bolt.Messages;
using ActorGraph.Graph;
using NodaTime;

namespace ActorGraph.Bolt.Tests.PackStream;

public class MutationTests
{
    [Fact]
    public void Whatever_the_bytes_are_reading_ends_in_a_value_or_a_protocol_error()
    {
        var values = new Dictionary<string, object?>
        {
            ["list"] = new List<object?> { 1L, -200L, 70_000L, 1.5, "text", null, true, new byte[] { 1, 2 } },
            ["times"] = new List<object?> { new LocalDate(2024, 1, 1), new LocalTime(1, 2), new LocalDateTime(2024, 1, 1, 2, 3).WithOffset(Offset.FromHours(3)), Instant.FromUnixTimeSeconds(9).InUtc(), new CypherDuration(1, 2, 3, 4) },
        };
        byte[][] messages =
        [
            [0xB1, Success.Tag, .. GoldenBytesTests.Bytes(values)], [0xB1, Messages.Record.Tag, .. GoldenBytesTests.Bytes(values.Values.ToList())],
            [0xB1, Messages.Record.Tag, .. Convert.FromHexString("91B35092B44E0190A08131B44E0290A0813291B472098152A0813992FF01")],
            [0xB1, Messages.Record.Tag, .. Convert.FromHexString("91B8520B0203854B4E4F5753A0813181328133")],
        ];
        var random = new Random(20240906);
        for (var round = 0; round < 200_000; round++)
        {
            var bytes = messages[random.Next(messages.Length)].ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--) bytes[random.Next(1, bytes.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0) bytes = bytes[..random.Next(bytes.Length)];
            try
            {
                Response.Read(bytes);
            }
            catch (GraphException failure)
            {
                Assert.Equal(ErrorCodes.ProtocolError, failure.Code);
            }
            catch (Exception other)
            {
                Assert.Fail($"{Convert.ToHexString(bytes)}: {other}");
            }
        }
    }
}
