using System.Text.RegularExpressions;
using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>By what a document is known to tell the report of another: from that document alone.</summary>
/// <param name="Wording">Keys of its five-word sequences, one in eight: the same one in every document.</param>
/// <param name="Company">Keys of three people it names together, the first few; none where it names few people.</param>
/// <param name="People">The family names of those it names, as they sound.</param>
internal sealed partial record OriginTrace(IReadOnlySet<string> Wording, IReadOnlySet<string> Company, IReadOnlySet<string> People, IReadOnlySet<string> Numbers, IReadOnlySet<string> Languages)
{
    /// <summary>How much of the shorter document's wording a copy shares, at least.</summary>
    public const double CopiedShare = 0.15;

    /// <summary>How many keys of wording a copy shares, at least.</summary>
    public const int LeastCopied = 2;

    private const int ShingleWords = 5;
    private const ulong OneIn = 8;
    private const int LeastPeople = 4;
    private const int MostPeople = 8;
    private const int Trios = 6;
    private const double TranslatedPeople = 0.75;
    private const double TranslatedNumbers = 0.6;

    /// <summary>Two documents of one origin share one of these or more.</summary>
    public IEnumerable<string> Keys => Wording.Concat(Company);

    public static OriginTrace Of(DocumentFacts facts)
    {
        var words = NameText.Fold(facts.Document.Text).Split(' ');
        var wording = Enumerable.Range(0, Math.Max(0, words.Length - ShingleWords + 1)).Select(i => Hash(string.Join(' ', words, i, ShingleWords))).Where(hash => hash % OneIn == 0).Select(hash => Key('w', hash));
        var people = facts.Sightings.Where(s => s.Type == ActorType.Person && s.Mentions.Any(m => !m.IsBoilerplate))
            .Select(s => NameComparison.Telling(s.Name, ActorType.Person) is [.., var last] ? NameKeys.OfWord(last)[0] : "").Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        return new(wording.ToHashSet(StringComparer.Ordinal), TriosOf(people).ToHashSet(StringComparer.Ordinal), people,
            Number().Matches(facts.Document.Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal), facts.Articles.Select(article => article.Language).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Copies and rewrites share wording; translations share people and numbers.</summary>
    public static bool AreOne(OriginTrace a, OriginTrace b) => IsCopy(a, b) || IsTranslation(a, b);

    private static bool IsCopy(OriginTrace a, OriginTrace b) => a.Wording.Count(b.Wording.Contains) >= LeastCopied && Share(a.Wording, b.Wording) >= CopiedShare;

    private static bool IsTranslation(OriginTrace a, OriginTrace b)
        => !a.Languages.Overlaps(b.Languages) && a.Company.Overlaps(b.Company) && Share(a.People, b.People) >= TranslatedPeople && Share(a.Numbers, b.Numbers) >= TranslatedNumbers;

    /// <summary>How much of the smaller set the larger one holds.</summary>
    private static double Share(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Count == 0 ? 0 : small.Count(large.Contains) / (double)small.Count;
    }

    /// <summary>Those of least hash: two documents that name the same people have some in common.</summary>
    private static IEnumerable<string> TriosOf(IReadOnlySet<string> people)
    {
        if (people.Count < LeastPeople) return [];
        var few = people.OrderBy(Hash).Take(MostPeople).ToList();
        return (from a in few.Index() from b in few.Index() from c in few.Index() where a.Index < b.Index && b.Index < c.Index select Hash(a.Item + ' ' + b.Item + ' ' + c.Item)).Order().Take(Trios).Select(hash => Key('p', hash));
    }

    private static string Key(char kind, ulong hash) => $"{kind}:{hash:x16}";

    /// <summary>FNV-1a over UTF-16 units, its bits mixed once more so that the lowest may be sampled.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
