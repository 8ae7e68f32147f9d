using ActorGraph.Api.Access;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ActorGraph.Api.GraphQl;

/// <summary>Which operations an asker may send this way: changes need write access and no GET, subscriptions a way for events.</summary>
internal sealed class OperationRule : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (Refusal(context.Operation.Operation, context.UserContext as Asker) is var (code, message)) context.ReportError(new ValidationError(message) { Code = code });
        return default;
    }

    private static (string Code, string Message)? Refusal(OperationType operation, Asker? asker) => (operation, asker) switch
    {
        (OperationType.Mutation, { IsGet: true }) => (FailureCodes.ReadOnly, "GET changes nothing: send a mutation with POST."),
        (OperationType.Mutation, { Access: < AccessLevel.Write } or null) => (FailureCodes.Forbidden, "A mutation needs a token that may write: make one with 'actorgraph token add NAME --access write'."),
        (OperationType.Subscription, { TakesEvents: false } or null) => (FailureCodes.NoStream,
            "A subscription needs a way for events: send 'Accept: text/event-stream', or open a WebSocket with graphql-transport-ws."),
        _ => null,
    };
}
