using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Turkish writes the case ending of an institution's name without an apostrophe: "Anayasa Mahkemesinden". It is no part of the name.</summary>
internal static class TurkishCases
{
    private static readonly string[] Endings = ["ndeki", "ndaki", "nden", "ndan", "nde", "nda", "nin", "nın", "nun", "nün", "yle", "yla", "ne", "na", "ni", "nı", "nu", "nü"];

    public static Sentence Told(Sentence sentence)
    {
        Word[]? words = null;
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            if (!word.IsCapital || i == 0 || !sentence.Words[i - 1].IsCapital || Bare(word.Lower) is not { } length) continue;
            words ??= [.. sentence.Words];
            words[i] = word with { Text = word.Text[..length], Lower = word.Lower[..length], Span = new Facts.TextSpan(word.Span.Start, word.Span.Start + length) };
        }

        return words is null ? sentence : sentence with { Words = words };
    }

    private static int? Bare(string lower)
    {
        if (Gazetteer.IsHeadWord(lower)) return null;
        foreach (var ending in Endings)
        {
            var length = lower.Length - ending.Length;
            if (length > 3 && lower.EndsWith(ending, StringComparison.Ordinal) && lower[length - 1] is 'ı' or 'i' or 'u' or 'ü' && Gazetteer.IsHeadWord(lower[..length])) return length;
        }

        return null;
    }
}
