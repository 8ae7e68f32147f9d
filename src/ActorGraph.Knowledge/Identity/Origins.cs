using System.Text.RegularExpressions;
using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Which documents tell one report: copies and rewrites share wording, translations share the same people and numbers.</summary>
internal static partial class Origins
{
    private const int ShingleWords = 5;
    private const double CopiedShare = 0.15;
    private const int LeastPeople = 4;
    private const double TranslatedPeople = 0.75;
    private const double TranslatedNumbers = 0.6;

    /// <returns>The smallest document id of its origin, by document id.</returns>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<DocumentFacts> documents)
    {
        var ordered = documents.OrderBy(d => d.Document.Id, StringComparer.Ordinal).ToList();
        var traces = ordered.Select(Trace.Of).ToList();
        var links = new List<Link>();
        for (var a = 0; a < traces.Count; a++)
            for (var b = a + 1; b < traces.Count; b++)
                if (IsCopy(traces[a], traces[b]) || IsTranslation(traces[a], traces[b])) links.Add(new(a, b, 1));
        return Clustering.Of(ordered.Select(d => d.Document.Id).ToList(), links, new HashSet<(int, int)>())
            .SelectMany(group => group.Select(i => (ordered[i].Document.Id, Origin: ordered[group[0]].Document.Id)))
            .ToDictionary(pair => pair.Id, pair => pair.Origin);
    }

    private static bool IsCopy(Trace a, Trace b) => Share(a.Shingles, b.Shingles) >= CopiedShare;

    private static bool IsTranslation(Trace a, Trace b)
        => !a.Languages.Overlaps(b.Languages) && Math.Min(a.People.Count, b.People.Count) >= LeastPeople
            && Share(a.People, b.People) >= TranslatedPeople && Share(a.Numbers, b.Numbers) >= TranslatedNumbers;

    /// <summary>How much of the smaller set the larger one holds.</summary>
    private static double Share<T>(IReadOnlySet<T> a, IReadOnlySet<T> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Count == 0 ? 0 : small.Count(large.Contains) / (double)small.Count;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    private sealed record Trace(IReadOnlySet<string> Shingles, IReadOnlySet<string> People, IReadOnlySet<string> Numbers, IReadOnlySet<string> Languages)
    {
        public static Trace Of(DocumentFacts facts)
        {
            var words = NameText.Fold(facts.Document.Text).Split(' ');
            var people = facts.Sightings.Where(s => s.Type == ActorType.Person && s.Mentions.Any(m => !m.IsBoilerplate))
                .Select(s => NameKeys.OfWord(NameComparison.Telling(s.Name, ActorType.Person)[^1])[0]);
            return new(
                Enumerable.Range(0, Math.Max(0, words.Length - ShingleWords + 1)).Select(i => string.Join(' ', words.Skip(i).Take(ShingleWords))).ToHashSet(),
                people.ToHashSet(),
                Number().Matches(facts.Document.Text).Select(match => match.Value).ToHashSet(),
                facts.Articles.Select(article => article.Language).ToHashSet());
        }
    }
}
