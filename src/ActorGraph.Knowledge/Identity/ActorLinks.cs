using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Which looks are one actor by their names, and which cannot be.</summary>
internal static class ActorLinks
{
    private const double Decided = 2;

    public static (List<Link> Links, HashSet<(int, int)> Forbidden) Between(IReadOnlyList<Look> looks, IReadOnlyList<Decision> decisions)
    {
        var links = new List<Link>();
        var forbidden = new HashSet<(int, int)>();
        foreach (var (a, b) in Candidates(looks))
        {
            var (score, verdict) = Judge(looks[a], looks[b]);
            if (verdict == Verdict.Same) links.Add(new(a, b, score));
            if (verdict == Verdict.NotSame) forbidden.Add((a, b));
        }

        Follow(decisions, looks, links, forbidden);
        return (links, forbidden);
    }

    /// <summary>What names and articles say of two looks of one type; decisions come later.</summary>
    public static (double Score, Verdict Verdict) Judge(Look a, Look b)
        => a.Tally.Apart.ContainsKey(b.Key) || b.Tally.Apart.ContainsKey(a.Key) ? (0, Verdict.NotSame) : Compare(a, b);

    /// <summary>Whether names alone make two looks one; what articles and decisions say is not asked.</summary>
    public static bool AreAlike(Look a, Look b) => a.MayBe(b) && (string.CompareOrdinal(a.Key, b.Key) <= 0 ? Compare(a, b) : Compare(b, a)).Item2 == Verdict.Same;

    /// <summary>A person's word counts more than names. Who is the same takes along all that names give to either; what is not, or unsure, merges nothing.</summary>
    private static void Follow(IReadOnlyList<Decision> decisions, IReadOnlyList<Look> looks, List<Link> links, HashSet<(int, int)> forbidden)
    {
        if (decisions.Count == 0) return;
        // Who is decided on has a look of its own.
        var spoken = decisions.SelectMany(decision => new[] { decision.A, decision.B }).ToHashSet(StringComparer.Ordinal);
        var at = looks.Index().Where(look => spoken.Contains(look.Item.First)).ToDictionary(look => look.Item.First, look => look.Index, StringComparer.Ordinal);
        var last = decisions.Where(decision => at.ContainsKey(decision.A) && at.ContainsKey(decision.B)).GroupBy(decision => Ordered(at[decision.A], at[decision.B]))
            .Where(pair => pair.Key.A != pair.Key.B).Select(pair => (pair.Key, pair.Last().Verdict)).ToList();
        var named = links.SelectMany(link => new[] { (link.A, link.B), (link.B, link.A) }).ToLookup(pair => pair.Item1, pair => pair.Item2);
        foreach (var ((a, b), verdict) in last)
        {
            links.RemoveAll(link => Ordered(link.A, link.B) == (a, b));
            if (verdict == Verdict.Same) links.Add(new(a, b, Decided));
        }

        // Who is the same as the same is the same: all that a chain of decisions joins.
        var names = looks.Select(look => look.Key).ToList();
        var chains = Clustering.Of(names, last.Where(pair => pair.Verdict == Verdict.Same).Select(pair => new Link(pair.Key.A, pair.Key.B, Decided)), (_, _) => false).Where(chain => chain.Count > 1);
        foreach (var (a, b) in chains.SelectMany(chain => chain.SelectMany((a, n) => chain.Skip(n + 1).Select(b => (a, b)))))
        {
            foreach (var x in named[a].Append(a))
            {
                foreach (var y in named[b].Append(b))
                {
                    forbidden.Remove((x, y));
                    forbidden.Remove((y, x));
                }
            }
        }

        forbidden.UnionWith(last.Where(pair => pair.Verdict != Verdict.Same).Select(pair => pair.Key));
    }

    private static (int A, int B) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    /// <summary>Pairs of one type that share a key; short forms of people are attached later, by what their document says.</summary>
    private static IEnumerable<(int, int)> Candidates(IReadOnlyList<Look> looks)
    {
        var byKey = new Dictionary<(ActorType, string), List<int>>();
        for (var i = 0; i < looks.Count; i++)
        {
            if (looks[i].IsShortForm) continue;
            foreach (var key in looks[i].Keys)
            {
                if (!byKey.TryGetValue((looks[i].Type, key), out var list)) byKey[(looks[i].Type, key)] = list = [];
                list.Add(i);
            }
        }
        return byKey.Values.SelectMany(list => list.SelectMany((a, n) => list.Skip(n + 1).Select(b => (a, b)))).Distinct().Where(pair => looks[pair.a].MayBe(looks[pair.b]));
    }

    private static (double, Verdict) Compare(Look a, Look b)
    {
        if (a.Iso2 is not null && b.Iso2 is not null && a.Iso2 != b.Iso2) return (0, Verdict.NotSame);
        var fullest = NameComparison.Compare(a.Name, b.Name, a.Type);
        if (a.Type != ActorType.Organization || fullest.Verdict == Verdict.Same) return (fullest.Score, fullest.Verdict);
        // An acronym or a short form that both use joins an organization unless both are spelled out, and differently.
        var bothSpelledOut = a.Words.Count > 1 && b.Words.Count > 1;
        if (a.Names.Any(x => OrganizationWords.KnownAs(x) is { } known && b.Names.Any(y => OrganizationWords.KnownAs(y) == known))) return (1, Verdict.Same);
        var shared = a.Names.Intersect(b.Names, StringComparer.Ordinal).Any(name => name.Length > 2);
        if (shared) return bothSpelledOut && !Translated(a, b) ? (fullest.Score, fullest.Verdict) : (0.9, Verdict.Same);
        return (fullest.Score, bothSpelledOut ? fullest.Verdict : Verdict.Unsure);
    }

    /// <summary>One acronym, and spelled-out names that have no word in common: two languages.</summary>
    private static bool Translated(Look a, Look b) => NameAlignment.Of(a.Words, b.Words).Matches.Count == 0;
}
