namespace ActorGraph.Extraction.Tagging;

/// <summary>What a tagged word is part of. The kinds are those of the Groningen Meaning Bank, its three rare ones taken together.</summary>
internal enum TagKind
{
    Person,
    Organization,
    Place,
    State,
    Time,
    Other,
}

/// <summary>Tags are small numbers: 0 outside of names, then for each kind one that begins a name and one that goes on with it.</summary>
internal static class NameTag
{
    public const int Outside = 0;

    public const int Count = 1 + 2 * 6;

    public static int Begin(TagKind kind) => 1 + 2 * (int)kind;

    public static int Inside(TagKind kind) => 2 + 2 * (int)kind;

    public static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;

    public static TagKind Kind(int tag) => (TagKind)((tag - 1) / 2);

    /// <summary>Only a name's own tags go on with it.</summary>
    public static bool MayFollow(int before, int tag) => !IsInside(tag) || before == tag || before == tag - 1;

    /// <summary>The names that the tags mark: first word, number of words, kind.</summary>
    public static IEnumerable<(int At, int Count, TagKind Kind)> Names(IReadOnlyList<byte> tags)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i] == Outside) continue;
            var end = i + 1;
            while (end < tags.Count && IsInside(tags[end]) && Kind(tags[end]) == Kind(tags[i])) end++;
            yield return (i, end - i, Kind(tags[i]));
            i = end - 1;
        }
    }
}
