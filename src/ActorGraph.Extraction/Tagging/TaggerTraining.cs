namespace ActorGraph.Extraction.Tagging;

/// <summary>Learns the tagger's weights from tagged news. Whole numbers and a fixed order throughout: the same news gives the same bytes.</summary>
internal sealed class TaggerTraining
{
    private const int Rounds = 10;
    private const int LeastSeen = 2;
    private const int MostFeatures = 230_000;

    /// <summary>One sentence in so many is held out to measure by.</summary>
    private const int HeldOutOneIn = 10;

    /// <summary>Steps of a stored weight for one of a learnt.</summary>
    private const int Scale = 4;

    private readonly Dictionary<uint, int> ids = [];
    private readonly List<(int[][] Features, byte[] Tags)> sentences = [];
    private readonly int[] weights;
    private readonly long[] pastWeights;
    private readonly int[] transitions = new int[NameTag.Count * NameTag.Count];
    private readonly long[] pastTransitions = new long[NameTag.Count * NameTag.Count];
    private int step = 1;
    private ulong random = 1;

    private TaggerTraining(IReadOnlyList<TaggedNews> news)
    {
        var features = news.Select(sentence => (Features: Hashes(sentence), sentence.Tags)).ToList();
        var seen = new Dictionary<uint, int>();
        foreach (var hash in features.SelectMany(sentence => sentence.Features).SelectMany(hashes => hashes)) seen[hash] = seen.GetValueOrDefault(hash) + 1;
        foreach (var hash in seen.Where(entry => entry.Value >= LeastSeen).Select(entry => entry.Key).Order()) ids.Add(hash, ids.Count);
        foreach (var (hashes, tags) in features) sentences.Add((hashes.Select(word => word.Where(ids.ContainsKey).Select(hash => ids[hash]).ToArray()).ToArray(), tags));
        weights = new int[ids.Count * NameTag.Count];
        pastWeights = new long[weights.Length];
    }

    /// <summary>Writes the weights that the news teaches, but for what is held out.</summary>
    public static void Learn(IReadOnlyList<TaggedNews> news, string head, Stream weights)
    {
        var training = new TaggerTraining(news.Where((_, i) => !IsHeldOut(i)).ToList());
        training.Run();
        training.Write(weights, head);
    }

    /// <summary>How well the weights tag what was held out: a name is right where its words and its kind are.</summary>
    public static IReadOnlyList<TaggerFigure> Measure(IReadOnlyList<TaggedNews> news, TaggerWeights weights)
    {
        var tagger = new NameTagger(weights);
        var kinds = Enum.GetValues<TagKind>().Select(kind => new TaggerFigure(kind.ToString().ToLowerInvariant(), 0, 0, 0)).ToArray();
        foreach (var sentence in news.Where((_, i) => IsHeldOut(i)))
        {
            var told = NameTag.Names(sentence.Tags).ToHashSet();
            foreach (var name in NameTag.Names(tagger.Tag(sentence.Text, sentence.Sentence).Tags))
            {
                ref var figure = ref kinds[(int)name.Kind];
                figure = told.Remove(name) ? figure with { Right = figure.Right + 1 } : figure with { Wrong = figure.Wrong + 1 };
            }

            foreach (var name in told) kinds[(int)name.Kind] = kinds[(int)name.Kind] with { Missed = kinds[(int)name.Kind].Missed + 1 };
        }

        return [.. kinds, new TaggerFigure("all", kinds.Sum(figure => figure.Right), kinds.Sum(figure => figure.Wrong), kinds.Sum(figure => figure.Missed))];
    }

    private static bool IsHeldOut(int sentence) => sentence % HeldOutOneIn == HeldOutOneIn - 1;

    private static uint[][] Hashes(TaggedNews sentence)
    {
        var features = TaggerFeatures.Of(sentence.Text, sentence.Sentence);
        var room = new uint[TaggerFeatures.Most];
        return Enumerable.Range(0, sentence.Tags.Length).Select(i => room[..features.At(i, room)]).ToArray();
    }

    private void Run()
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                var other = Random(i + 1);
                (order[i], order[other]) = (order[other], order[i]);
            }

            foreach (var at in order)
            {
                Correct(sentences[at].Features, sentences[at].Tags);
                step++;
            }
        }
    }

    /// <summary>The next number below the bound, from the same start in every training.</summary>
    private int Random(int bound)
    {
        random = random * 6364136223846793005UL + 1442695040888963407UL;
        return (int)((random >> 33) % (ulong)bound);
    }

    private void Correct(int[][] features, byte[] tags)
    {
        var scores = new int[tags.Length * NameTag.Count];
        for (var i = 0; i < tags.Length; i++)
        {
            foreach (var id in features[i])
            {
                for (var tag = 0; tag < NameTag.Count; tag++) scores[i * NameTag.Count + tag] += weights[id * NameTag.Count + tag];
            }
        }

        var guess = BestTags.Of(scores, transitions);
        for (var i = 0; i < tags.Length; i++)
        {
            var (before, guessBefore) = (i > 0 ? tags[i - 1] : NameTag.Outside, i > 0 ? guess[i - 1] : NameTag.Outside);
            if (tags[i] != guess[i])
            {
                foreach (var id in features[i])
                {
                    Move(weights, pastWeights, id * NameTag.Count + tags[i], 1);
                    Move(weights, pastWeights, id * NameTag.Count + guess[i], -1);
                }
            }

            if (tags[i] == guess[i] && before == guessBefore) continue;
            Move(transitions, pastTransitions, before * NameTag.Count + tags[i], 1);
            Move(transitions, pastTransitions, guessBefore * NameTag.Count + guess[i], -1);
        }
    }

    private void Move(int[] values, long[] past, int at, int by)
    {
        values[at] += by;
        past[at] += (long)step * by;
    }

    /// <summary>The mean of a weight over all steps, in stored steps.</summary>
    private sbyte Mean(int value, long past)
    {
        var sum = ((long)value * step - past) * Scale;
        return (sbyte)Math.Clamp((sum >= 0 ? sum + step / 2 : sum - step / 2) / step, -127, 127);
    }

    private void Write(Stream stream, string head)
    {
        var means = weights.Select((weight, i) => Mean(weight, pastWeights[i])).ToArray();
        var kept = ids.Select(entry => (Hash: entry.Key, Row: means[(entry.Value * NameTag.Count)..((entry.Value + 1) * NameTag.Count)]))
            .OrderByDescending(feature => feature.Row.Max() - feature.Row.Min()).ThenBy(feature => feature.Hash).Take(MostFeatures)
            .Where(feature => feature.Row.Max() > feature.Row.Min()).OrderBy(feature => feature.Hash).ToList();
        TaggerWeights.Write(stream, head, transitions.Select((weight, i) => Mean(weight, pastTransitions[i])).ToArray(), kept);
    }
}
