namespace ActorGraph.Api.Access;

/// <summary>Who asks, as far as the server knows.</summary>
/// <param name="Name">The token's name; "local" for this machine without a token.</param>
internal sealed record Caller(string Name, AccessLevel Access)
{
    /// <summary>Nobody else but this machine's users can be it; see <see cref="Doorkeeper"/>.</summary>
    public static readonly Caller Local = new("local", AccessLevel.Write);

    public bool IsLocal => ReferenceEquals(this, Local);

    /// <summary>Who the doorkeeper let in.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>()!;
}
