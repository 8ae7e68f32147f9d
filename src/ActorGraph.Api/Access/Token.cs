using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ActorGraph.Api.Access;

/// <summary>A token as it is kept: the text that a caller sends is shown once, when it is made, and stored nowhere.</summary>
/// <param name="Hash">SHA-256 of the text, which is as random as the hash is long: there is nothing to guess, so nothing slower is needed.</param>
internal sealed record Token(string Name, AccessLevel Access, string Hash, DateOnly Made)
{
    private const string Prefix = "actorgraph_";

    public static (Token Token, string Text) Make(string name, AccessLevel access, DateOnly today)
    {
        var text = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new(name, access, HashOf(text), today), text);
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
