namespace ActorGraph.Extraction.Tagging;

/// <summary>Viterbi's search over the sequences of tags in which a name goes on only with its own.</summary>
internal static class BestTags
{
    public static byte[] Of(ReadOnlySpan<int> scores, ReadOnlySpan<int> transitions)
    {
        var count = scores.Length / NameTag.Count;
        var tags = new byte[count];
        if (count == 0) return tags;
        var from = new byte[scores.Length];
        Span<int> sums = stackalloc int[NameTag.Count];
        Span<int> next = stackalloc int[NameTag.Count];
        for (var tag = 0; tag < NameTag.Count; tag++) sums[tag] = NameTag.MayFollow(NameTag.Outside, tag) ? scores[tag] + transitions[tag] : int.MinValue / 2;
        for (var i = 1; i < count; i++)
        {
            for (var tag = 0; tag < NameTag.Count; tag++)
            {
                var (best, sum) = (0, int.MinValue);
                if (NameTag.IsInside(tag))
                {
                    var (begun, gone) = (sums[tag - 1] + transitions[(tag - 1) * NameTag.Count + tag], sums[tag] + transitions[tag * NameTag.Count + tag]);
                    (best, sum) = begun >= gone ? (tag - 1, begun) : (tag, gone);
                }
                else
                {
                    for (var before = 0; before < NameTag.Count; before++)
                    {
                        var told = sums[before] + transitions[before * NameTag.Count + tag];
                        if (told > sum) (best, sum) = (before, told);
                    }
                }

                next[tag] = sum + scores[i * NameTag.Count + tag];
                from[i * NameTag.Count + tag] = (byte)best;
            }

            next.CopyTo(sums);
        }

        var last = 0;
        for (var tag = 1; tag < NameTag.Count; tag++) if (sums[tag] > sums[last]) last = tag;
        for (var i = count - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[i * NameTag.Count + last];
        }

        return tags;
    }
}
