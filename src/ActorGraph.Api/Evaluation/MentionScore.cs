namespace ActorGraph.Api.Evaluation;

/// <summary>Mentions by exact span and type, and whose they are (B-cubed over all documents together).</summary>
internal sealed class MentionScore
{
    private readonly SortedDictionary<string, Counts> byType = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Counts> byLanguage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Votes> votes = [];
    private readonly List<(string Gold, string Found)> pairs = [];
    private readonly List<Difference> differences = [];

    public MentionScore(IReadOnlyList<GoldDocument> gold, ReportedFacts facts)
    {
        var documents = facts.Documents.ToDictionary(document => document.Name);
        foreach (var document in gold)
        {
            var before = Total();
            Compare(document, documents.GetValueOrDefault(document.Name)?.Mentions ?? []);
            var after = Total();
            Of(byLanguage, document.Facts.Language ?? "?").Add(after.Right - before.Right, after.Wrong - before.Wrong, after.Missed - before.Missed);
        }

        Everyone = gold.Sum(document => document.Facts.Mentions.Count(mention => !mention.Boilerplate));
        ToGold = votes.ToDictionary(entry => entry.Key, entry => entry.Value.Most);
    }

    /// <summary>Which actor of the reader's each of ours is, by most of its mentions.</summary>
    public IReadOnlyDictionary<string, string> ToGold { get; }

    public IEnumerable<Difference> Differences => differences;

    private int Everyone { get; }

    public IEnumerable<Figure> Figures()
    {
        foreach (var (type, counts) in byType) yield return counts.Figure("mentions " + type);
        foreach (var (language, counts) in byLanguage) yield return counts.Figure("mentions in " + language);
        yield return Total().Figure("mentions all");
        var byGold = pairs.CountBy(pair => pair.Gold).ToDictionary();
        var byFound = pairs.CountBy(pair => pair.Found).ToDictionary();
        var both = pairs.CountBy(pair => pair).ToList();
        var (p, r) = (0.0, 0.0);
        foreach (var (pair, count) in both)
        {
            p += (double)count * count / byFound[pair.Found];
            r += (double)count * count / byGold[pair.Gold];
        }

        (p, r) = (Figure.Share(p, pairs.Count), Figure.Share(r, pairs.Count));
        yield return Figure.Of("entities b3", p, r);
        // A mention that was not found is found in no entity.
        yield return Figure.Of("entities b3, all mentions", p, Figure.Share(r * pairs.Count, Everyone));
        foreach (var split in both.GroupBy(pair => pair.Key.Gold).Where(group => group.Count() > 1)) differences.Add(new(null, "entity split", $"{split.Key} is {string.Join(", ", split.Select(pair => pair.Key.Found))}"));
        foreach (var merged in both.GroupBy(pair => pair.Key.Found).Where(group => group.Count() > 1)) differences.Add(new(null, "entities merged", $"{merged.Key} is {string.Join(", ", merged.Select(pair => pair.Key.Gold))}"));
    }

    private static Counts Of(SortedDictionary<string, Counts> counts, string key)
    {
        if (!counts.TryGetValue(key, out var found)) counts.Add(key, found = new());
        return found;
    }

    private Counts Total()
    {
        var total = new Counts();
        foreach (var counts in byType.Values) total.Add(counts.Right, counts.Wrong, counts.Missed);
        return total;
    }

    private void Compare(GoldDocument document, IReadOnlyList<ReportedMention> found)
    {
        var content = new OrderedDictionary<(int Start, int End), GoldMention>();
        foreach (var mention in document.Facts.Mentions.Where(mention => !mention.Boilerplate)) content[(mention.Start, mention.End)] = mention;
        var passed = document.Facts.Mentions.Where(mention => mention.Boilerplate).Select(mention => (mention.Start, mention.End))
            .Concat((document.Facts.BoilerplateSpans ?? []).Concat(document.Facts.OptionalSpans ?? []).Select(span => (Start: span[0], End: span[1]))).ToList();
        var seen = new HashSet<(int, int)>();
        foreach (var mention in found)
        {
            var span = (mention.Start, mention.End);
            foreach (var ((start, end), gold) in content)
            {
                if (start < mention.End && mention.Start < end) Vote(mention.Entity, gold.Entity);
            }

            if (content.TryGetValue(span, out var same) && seen.Add(span))
            {
                pairs.Add((same.Entity, mention.Entity));
                if (same.Type == mention.Type) Of(byType, same.Type).Right++;
                else
                {
                    Of(byType, mention.Type).Wrong++;
                    Of(byType, same.Type).Missed++;
                    differences.Add(new(document.Name, "mention of another type", $"{mention.Type} for {same.Type}", same.Text));
                }
            }
            else if (!passed.Exists(other => other.Start < mention.End && mention.Start < other.End))
            {
                Of(byType, mention.Type).Wrong++;
                differences.Add(new(document.Name, "mention extra", $"{mention.Type} at {mention.Start}–{mention.End}", mention.Text));
            }
        }

        foreach (var (span, gold) in content.Where(entry => !seen.Contains(entry.Key)))
        {
            Of(byType, gold.Type).Missed++;
            differences.Add(new(document.Name, "mention missed", $"{gold.Type} at {span.Start}–{span.End}", gold.Text));
        }
    }

    private void Vote(string found, string gold)
    {
        if (!votes.TryGetValue(found, out var own)) votes.Add(found, own = new());
        own.Add(gold);
    }

    private sealed class Counts
    {
        public int Right { get; set; }

        public int Wrong { get; set; }

        public int Missed { get; set; }

        public void Add(int right, int wrong, int missed) => (Right, Wrong, Missed) = (Right + right, Wrong + wrong, Missed + missed);

        public Figure Figure(string name) => Evaluation.Figure.Of(name, Right, Wrong, Missed);
    }

    /// <summary>Of equals, the one that was named first.</summary>
    private sealed class Votes
    {
        private readonly OrderedDictionary<string, int> counts = [];

        public string Most => counts.MaxBy(entry => entry.Value).Key;

        public void Add(string gold) => counts[gold] = counts.GetValueOrDefault(gold) + 1;
    }
}
