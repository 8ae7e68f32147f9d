namespace ActorGraph.Bolt.Client;

/// <summary>What the next transaction must have seen: a commit replaces the marks that it began with by its own.</summary>
internal sealed class Bookmarks(IReadOnlyList<string> first)
{
    private readonly Lock door = new();
    private IReadOnlyList<string> current = first;

    public IReadOnlyList<string> Current
    {
        get
        {
            lock (door) return current;
        }
    }

    public void Replace(IReadOnlyList<string>? seen, string? made)
    {
        if (made is null) return;
        lock (door) current = [.. current.Except(seen ?? []), made];
    }
}
