using System.Globalization;
using System.Text.RegularExpressions;
using ActorGraph.Graph;

namespace ActorGraph.Bolt.Messages;

/// <summary>The request failed; what follows is ignored until RESET.</summary>
internal sealed partial record Failure(string Code, string Message, TextPosition? Position, string? GqlStatus = null) : Response
{
    public const byte Tag = 0x7F;

    private const string TimedOutByCaller = "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration";

    public static Failure From(IReadOnlyDictionary<string, object?> metadata)
    {
        // From 5.7 on the code stands beside a GQL status and has a longer name.
        var code = metadata.GetValueOrDefault("neo4j_code") as string ?? metadata.GetValueOrDefault("code") as string ?? ErrorCodes.ProtocolError;
        var message = metadata.GetValueOrDefault("message") as string ?? "The server gave no reason.";
        return new Failure(code, message, PositionIn(message), metadata.GetValueOrDefault("gql_status") as string);
    }

    /// <summary>The failure as the port tells it. The server has two codes for one thing: its own time ran out, or the time the caller gave.</summary>
    public GraphException ToException() => new(Code == TimedOutByCaller ? ErrorCodes.TimedOut : Code, Message, Position) { GqlStatus = GqlStatus };

    private static TextPosition? PositionIn(string message)
    {
        if (PositionPattern().Match(message) is not { Success: true } match) return null;
        int Number(int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        return new TextPosition(Number(3), Number(1), Number(2));
    }

    [GeneratedRegex(@"\(line (\d{1,9}), column (\d{1,9}) \(offset: (\d{1,9})\)\)")]
    private static partial Regex PositionPattern();
}
