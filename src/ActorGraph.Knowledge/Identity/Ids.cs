using System.Security.Cryptography;
using System.Text;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Readable ids that follow from what they name, and from nothing else.</summary>
internal static class Ids
{
    private const int HashLength = 6;

    public static string Readable(string kind, string name, string member)
    {
        var slug = NameText.Fold(name).Replace(' ', '-');
        return $"{kind}:{(slug.Length == 0 ? "" : slug + "-")}{Hash(member)[..HashLength]}";
    }

    /// <summary>The first 16 hex digits of the SHA-256 of the parts, which may hold any text.</summary>
    public static string Hash(params IEnumerable<string> parts)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))))[..16];
}
