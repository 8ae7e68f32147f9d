using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorGraph.Api.Access;

/// <summary>The tokens, in a file that only its owner reads. A running server sees a change of the file within a second.</summary>
internal sealed class TokenFile(string path, TimeProvider clock)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private volatile Reading? last;

    private sealed record Reading(long At, DateTime Written, long Length, IReadOnlyList<Token> Tokens);

    public string Path => path;

    public IReadOnlyList<Token> All
    {
        get
        {
            if (last is { } known && clock.GetElapsedTime(known.At) < Trust) return known.Tokens;
            var file = new FileInfo(path);
            if (!file.Exists) return (last = new(clock.GetTimestamp(), default, 0, [])).Tokens;
            var tokens = last is { } same && same.Written == file.LastWriteTimeUtc && same.Length == file.Length ? same.Tokens : Read();
            return (last = new(clock.GetTimestamp(), file.LastWriteTimeUtc, file.Length, tokens)).Tokens;
        }
    }

    /// <returns>The token with this text, null where there is none.</returns>
    public Token? Find(string text)
    {
        var hash = Token.HashOf(text);
        return All.FirstOrDefault(token => token.Hash == hash);
    }

    public void Add(Token token)
    {
        var known = ReadNow();
        if (known.Any(other => other.Name == token.Name)) throw new InputException($"There is a token '{token.Name}' already: revoke it first, or name another.");
        Write([.. known, token]);
    }

    /// <returns>Whether there was one of this name.</returns>
    public bool Revoke(string name)
    {
        var known = ReadNow();
        var left = known.Where(token => token.Name != name).ToList();
        if (left.Count == known.Count) return false;
        Write(left);
        return true;
    }

    private IReadOnlyList<Token> ReadNow() => File.Exists(path) ? Read() : [];

    private IReadOnlyList<Token> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<List<Token>>(File.ReadAllBytes(path), Json) ?? [];
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{path} holds no tokens that can be read: {broken.Message}", broken);
        }
    }

    /// <summary>Whole or not at all: a server may be reading.</summary>
    private void Write(IReadOnlyList<Token> tokens)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var fresh = System.IO.Path.Combine(folder, $".tokens-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(fresh, options))
        {
            JsonSerializer.Serialize(stream, tokens, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
        last = null;
    }
}
