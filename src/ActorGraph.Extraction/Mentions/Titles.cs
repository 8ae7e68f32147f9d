using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Reads titles with what they are for: "Cabinet Secretary for Foreign Affairs", "minister van Defensie", "Milli Savunma Bakanı".</summary>
internal static class Titles
{
    private static readonly HashSet<string> Joints = NameWords.Of("title-joint").ToHashSet(StringComparer.Ordinal);

    /// <summary>How many words from here are titles, 0 where none begins here.</summary>
    public static int Length(Sentence sentence, int at)
    {
        var (words, language) = (sentence.Words, sentence.Language);
        var count = 0;
        var hasTitle = false;
        while (at + count < words.Count && (count == 0 || Joined(words, at + count - 1)))
        {
            var word = words[at + count];
            if (Gazetteer.TitleKind(word.Lower, language) is not null && !IsMeasure(sentence, at + count))
            {
                hasTitle = true;
                count++;
            }
            else if (Gazetteer.IsPortfolio(word.Lower, language) && (hasTitle || LeadsToTitle(sentence, at + count))) count++;
            else if (hasTitle && Joints.Contains(word.Lower) && PortfolioAfter(sentence, at + count) is > 0 and var taken) count += taken;
            else break;
        }

        return hasTitle ? count : 0;
    }

    /// <summary>"m" is a title in French only as "M."; a small one is a metre.</summary>
    private static bool IsMeasure(Sentence sentence, int at) => sentence.Words[at].Text == "m";

    /// <summary>"Foreign" before "Minister", "Milli Savunma" before "Bakanı".</summary>
    public static bool LeadsToTitle(Sentence sentence, int at)
    {
        var next = at;
        while (next < sentence.Words.Count && next - at < 4 && (Gazetteer.IsPortfolio(sentence.Words[next].Lower, sentence.Language) || sentence.Words[next].Lower is "and" or "ve") && (next == at || Joined(sentence.Words, next - 1))) next++;
        return next < sentence.Words.Count && next > at && Joined(sentence.Words, next - 1) && Gazetteer.TitleKind(sentence.Words[next].Lower, sentence.Language) is not null;
    }

    /// <summary>Words from a joint on that say what the office is for: "of Foreign Affairs", "van Openbare Werken", "de la Défense".</summary>
    private static int PortfolioAfter(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var next = at + 1;
        if (next < words.Count && words[next].Lower is "the" or "la" or "le" or "los" or "las" or "de" or "het" && Joined(words, at)) next++;
        var first = next;
        while (next < words.Count && Joined(words, next - 1) && Gazetteer.IsPortfolio(words[next].Lower, sentence.Language) && !Gazetteer.IsOrganizationHead(words[next].Lower, sentence.Language)) next++;
        // "head of the National Unity Government" names an organization, not a portfolio.
        var isOrganization = next < words.Count && Joined(words, next - 1) && words[next].IsCapital && (Gazetteer.IsOrganizationHead(words[next].Lower, sentence.Language) || next + 1 < words.Count && Gazetteer.IsOrganizationHead(words[next + 1].Lower, sentence.Language) && words[next + 1].IsCapital);
        return next > first && !isOrganization ? next - at : 0;
    }

    private static bool Joined(IReadOnlyList<Word> words, int at) => words[at + 1].Span.Start - words[at].Span.End == 1 || words[at + 1].Span.Start - words[at].Span.End == 2 && words[at].Text.Length <= 4;
}
