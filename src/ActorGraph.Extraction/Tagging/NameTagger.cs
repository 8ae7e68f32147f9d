using ActorGraph.Extraction.Text;

namespace ActorGraph.Extraction.Tagging;

/// <summary>Tags the words of a sentence by a structured averaged perceptron: the sequence of tags whose weights add up to most.</summary>
internal sealed class NameTagger(TaggerWeights weights)
{
    private const int Certain = 1000;

    /// <param name="besideCapitals">Only words in capitals and those beside them are weighed, which is enough for names; the others are taken for none.</param>
    public TaggedSentence Tag(string text, Sentence sentence, bool besideCapitals = false)
    {
        var count = sentence.Words.Count;
        var scores = new int[count * NameTag.Count];
        var features = TaggerFeatures.Of(text, sentence);
        Span<uint> room = stackalloc uint[TaggerFeatures.Most];
        for (var i = 0; i < count; i++)
        {
            if (besideCapitals && !features.IsBesideCapital(i)) scores[i * NameTag.Count] = Certain;
            else weights.Score(room[..features.At(i, room)], scores.AsSpan(i * NameTag.Count, NameTag.Count));
        }

        return new TaggedSentence(weights.Transitions, scores, BestTags.Of(scores, weights.Transitions));
    }
}
