using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Mentions;

/// <summary>German and Dutch write the s of a possessor without a mark: "Eggers Vorgänger", "Femkes vader". It is no part of the name.</summary>
internal static class Genitives
{
    private const int Shortest = 5;

    public static Sentence Told(Sentence sentence, DocumentEvidence evidence)
    {
        Word[]? words = null;
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (!IsGenitive(sentence, i, evidence)) continue;
            words ??= [.. sentence.Words];
            var word = words[i];
            words[i] = word with { Text = word.Text[..^1], Lower = word.Lower[..^1], Span = new Facts.TextSpan(word.Span.Start, word.Span.End - 1) };
        }

        return words is null ? sentence : sentence with { Words = words };
    }

    private static bool IsGenitive(Sentence sentence, int at, DocumentEvidence evidence)
    {
        var word = sentence.Words[at];
        if (!word.IsCapital || word.Text[^1] != 's' || word.Text.Length < Shortest || word.IsAcronym) return false;
        if (evidence.IsPerson(word.Text) && !(sentence.Language == "de" && word.Text.Length > Shortest && evidence.IsPerson(word.Text[..^1])) || Gazetteer.IsGivenName(word.Text) || Gazetteer.City(word.Text) is not null || Gazetteer.Country(word.Text, sentence.Language) is not null || Gazetteer.IsFunctionWord(word.Lower, sentence.Language)) return false;
        // "Hennie Sanders", and then "Sanders": a surname that ends so.
        if (evidence.StandsBehindName(word.Text)) return false;
        var bare = word.Text[..^1];
        return evidence.IsPerson(bare) || Gazetteer.IsGivenName(bare) && at + 1 < sentence.Words.Count && sentence.Words[at + 1].IsJoined && (sentence.Language == "de" || !sentence.Words[at + 1].IsCapital);
    }
}
