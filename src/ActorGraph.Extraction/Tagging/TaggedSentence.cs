namespace ActorGraph.Extraction.Tagging;

/// <summary>A sentence's best tags, and how much the weights speak for other readings of a part of it.</summary>
internal sealed class TaggedSentence(int[] transitions, int[] scores, byte[] tags)
{
    /// <summary>A tag for each word.</summary>
    public IReadOnlyList<byte> Tags => tags;

    /// <summary>How much speaks for the words being one name of the kind rather than none.</summary>
    public int Weight(int at, int count, TagKind kind)
    {
        var (name, none) = (0, 0);
        var (before, outside) = (at > 0 ? tags[at - 1] : NameTag.Outside, at > 0 ? tags[at - 1] : NameTag.Outside);
        for (var i = at; i < at + count; i++)
        {
            var tag = i == at ? NameTag.Begin(kind) : NameTag.Inside(kind);
            name += scores[i * NameTag.Count + tag] + transitions[before * NameTag.Count + tag];
            none += scores[i * NameTag.Count] + transitions[outside * NameTag.Count];
            (before, outside) = (tag, NameTag.Outside);
        }

        return name - none;
    }
}
