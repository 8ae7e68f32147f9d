using System.Security.Cryptography;
using System.Text;
using ActorGraph.Api.Http;

namespace ActorGraph.Api.Access;

/// <summary>
/// Says who a caller is. A server that listens to this machine alone trusts what comes without a token, for whoever can reach it can also read its files;
/// any other asks for one, and so does a request that a proxy has passed on.
/// </summary>
internal sealed class Doorkeeper(TokenFile tokens, ServeSettings settings, ListeningAddresses listening)
{
    public const string Variable = "ACTORGRAPH_TOKEN";
    public const string Refusal = "Send 'Authorization: Bearer TOKEN'; 'actorgraph token add NAME' makes one.";
    private const string Scheme = "Bearer ";

    private static readonly string[] SignsOfProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    private readonly string? given = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Token.HashOf(text) : null;

    /// <summary>Whether anybody outside this machine could be let in.</summary>
    public bool HasTokens => given is not null || tokens.All.Count > 0;

    /// <returns>Null where the request's token is none, or one is needed and missing.</returns>
    public Caller? Admit(HttpContext http)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0) return TrustsBare(http) ? Caller.Local : null;
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Admit(authorization[Scheme.Length..].Trim()) : null;
    }

    public Caller? Admit(string token)
    {
        if (token.Length is 0 or > 200) return null;
        if (given is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(Token.HashOf(token)))) return new(Variable, AccessLevel.Admin);
        return tokens.Find(token) is { } known ? new(known.Name, known.Access) : null;
    }

    private bool TrustsBare(HttpContext http) => listening.AreLocal && !settings.RequireToken && !SignsOfProxy.Any(http.Request.Headers.ContainsKey);
}
