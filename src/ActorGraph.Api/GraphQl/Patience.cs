namespace ActorGraph.Api.GraphQl;

/// <summary>How long one request may take.</summary>
/// <param name="Question">Of one that reads.</param>
/// <param name="Change">Of one that writes.</param>
internal sealed record Patience(TimeSpan Question, TimeSpan Change)
{
    public static readonly Patience Usual = new(Limits.RequestTime, Limits.WriteTime);
}
