using System.Security.Cryptography;
using System.Text;

namespace ActorGraph.Api.GraphQl;

/// <summary>Questions that are known by the hash of their text: a front end sends <c>documentId: "sha256:…"</c> and no text.</summary>
internal sealed class StoredDocuments
{
    public static readonly StoredDocuments None = new(new Dictionary<string, string>(), IsOnly: false);

    private readonly IReadOnlyDictionary<string, string> texts;

    private StoredDocuments(IReadOnlyDictionary<string, string> texts, bool IsOnly) => (this.texts, this.IsOnly) = (texts, IsOnly);

    /// <summary>Whether no other questions are answered.</summary>
    public bool IsOnly { get; }

    public int Count => texts.Count;

    /// <summary>Reads every <c>.graphql</c> file of a folder.</summary>
    public static StoredDocuments Read(string folder, bool isOnly)
    {
        if (!Directory.Exists(folder)) throw new InputException($"--documents is '{folder}', which is no folder; name one that holds .graphql files.");
        var texts = Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories).Select(File.ReadAllText).DistinctBy(Id).ToDictionary(Id, StringComparer.OrdinalIgnoreCase);
        return texts.Count > 0 ? new(texts, isOnly) : throw new InputException($"--documents: no .graphql file is in '{folder}'.");
    }

    public static string Id(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string? Find(string documentId) => texts.GetValueOrDefault(documentId);

    public bool Holds(string text) => texts.ContainsKey(Id(text));
}
