using System.Collections.Frozen;
using System.Globalization;
using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Compares two names across spellings and transliterations in Latin letters.</summary>
public static class NameComparison
{
    /// <summary>From this score on two names are the same.</summary>
    public const double SameFrom = 0.8;

    /// <summary>Below this score two names are not the same.</summary>
    public const double UnsureFrom = 0.55;

    private const double InitialWeight = 0.3;
    private const double MissingWords = 0.1;
    private const double LeastInOrganization = 0.82;
    private const double LeastInPlace = 0.92;
    private const double WeakestLink = 0.75;
    private const double WeakestLinkOfPart = 0.86;

    private static readonly FrozenSet<string> Generations = FrozenSet.Create(StringComparer.Ordinal, "jr", "junior", "sr", "senior");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Particles = IdentityTables.Rows("particles")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal));

    /// <param name="type">What both are known to be; null where nothing is known, which is judged like a person.</param>
    public static NameVerdict Compare(string a, string b, ActorType? type)
    {
        if (KnownAs(a, type) is { } known && known == KnownAs(b, type))
            return new(1, Verdict.Same, [$"both are names of {known}"]);
        var (wordsA, wordsB) = (Telling(a, type), Telling(b, type));
        if (wordsA.Count == 0 || wordsB.Count == 0) return new(0, Verdict.NotSame, ["one of the names has no letters to compare"]);
        if (wordsA.SequenceEqual(wordsB)) return new(1, Verdict.Same, ["the same words"]);
        var alignment = NameAlignment.Of(wordsA, wordsB);
        return type is null or ActorType.Person ? Person(alignment) : Body(alignment, type == ActorType.Organization ? LeastInOrganization : LeastInPlace);
    }

    /// <summary>The one name of what languages call by names of their own; null where no table holds it.</summary>
    internal static string? KnownAs(string name, ActorType? type) => type switch
    {
        ActorType.Organization => OrganizationWords.KnownAs(name),
        ActorType.Place => PlaceNames.KnownAs(name),
        _ => null,
    };

    /// <summary>The words of a name that tell actors apart; the last one always does (Hong Van).</summary>
    internal static IReadOnlyList<string> Telling(string name, ActorType? type)
    {
        var particles = Particles[type is null or ActorType.Person ? "person" : "organization"];
        var words = NameText.Words(name);
        var telling = words.Where((word, i) => i == words.Count - 1 || !particles.Contains(word)).ToList();
        return type == ActorType.Organization ? OrganizationWords.Translate(telling).ToList() : telling;
    }

    private static NameVerdict Person(NameAlignment alignment)
    {
        var reasons = Told(alignment);
        var (onlyA, onlyB) = (Weight(alignment.OnlyA), Weight(alignment.OnlyB));
        var matched = alignment.Matches.Sum(Weight);
        if (matched == 0) return new(0, Verdict.NotSame, reasons);
        var score = alignment.Matches.Sum(match => Weight(match) * match.Similarity) / matched;
        if (onlyA > 0 && onlyB > 0)
            return Judge(Math.Min(score * matched / (matched + Math.Max(onlyA, onlyB)), UnsureFrom - 0.01), reasons);

        if (alignment.OnlyA.Concat(alignment.OnlyB).Any(Generations.Contains)) return Judge(Math.Min(score, UnsureFrom - 0.01), [.. reasons, "another generation"]);
        var words = alignment.Matches.Count(match => !match.IsInitial);
        if (words == 0 || (words == 1 && alignment.Matches.Count == 1 && onlyA + onlyB > 0)) return Judge(Math.Min(score, SameFrom - 0.1), [.. reasons, "one word in common is too little"]);
        var weakest = alignment.Matches.Min(match => match.Similarity);
        score -= MissingWords * Math.Min(1, (onlyA + onlyB) / matched);
        if (IsChildOf(alignment)) return Judge(Math.Min(score, UnsureFrom - 0.01), [.. reasons, "the longer name puts another given name before the whole of the shorter one"]);
        if (onlyA + onlyB > 0 && IsReordered(alignment)) return Judge(Math.Min(score, SameFrom - 0.01), [.. reasons, "the words they share stand in another order, and one has more"]);
        if (onlyA + onlyB > matched) return Judge(Math.Min(score, SameFrom - 0.01), [.. reasons, "what one has alone tells more than what they share"]);
        return Judge(weakest < (onlyA + onlyB > 0 ? WeakestLinkOfPart : WeakestLink) ? Math.Min(score, SameFrom - 0.01) : score, reasons);
    }

    /// <summary>Mohammed Muammar and Muammar Mohammed Abu Minyar may be son and father; who is called by his family name first has no words more.</summary>
    private static bool IsReordered(NameAlignment alignment)
        => alignment.Matches.OrderBy(match => match.FromA).Zip(alignment.Matches.OrderBy(match => match.FromA).Skip(1)).Any(pair => pair.First.FromB > pair.Second.FromB);

    /// <summary>Names that go on with the father's and grandfather's: Uday Saddam Hussein is not Saddam Hussein.</summary>
    private static bool IsChildOf(NameAlignment alignment)
    {
        if (alignment.Matches.Count < 3 || alignment.OnlyA.Count + alignment.OnlyB.Count == 0) return false;
        return alignment.OnlyB.Count > 0
            ? alignment.Matches.All(match => match.FromB > 0) && alignment.Matches.Any(match => match.FromA == 0)
            : alignment.Matches.All(match => match.FromA > 0) && alignment.Matches.Any(match => match.FromB == 0);
    }

    /// <summary>Organizations and places one word apart are different ones.</summary>
    private static NameVerdict Body(NameAlignment alignment, double least)
    {
        var reasons = Told(alignment);
        var total = alignment.Matches.Count + alignment.OnlyA.Count + alignment.OnlyB.Count;
        var score = alignment.Matches.Sum(match => match.Similarity) / total;
        var apart = alignment.OnlyA.Count + alignment.OnlyB.Count > 0 || alignment.Matches.Any(match => match.Similarity < least);
        return Judge(apart ? Math.Min(score, SameFrom - 0.01) : score, reasons);
    }

    private static NameVerdict Judge(double score, IReadOnlyList<string> reasons)
        => new(Math.Round(score, 4), score >= SameFrom ? Verdict.Same : score >= UnsureFrom ? Verdict.Unsure : Verdict.NotSame, reasons);

    private static double Weight(NameMatch match)
        => match.IsInitial && match.A != match.B ? InitialWeight : Math.Min(NameRarity.Of(match.A), NameRarity.Of(match.B));

    private static double Weight(IReadOnlyList<string> words) => words.Sum(word => word.Length == 1 ? InitialWeight : NameRarity.Of(word));

    private static IReadOnlyList<string> Told(NameAlignment alignment) =>
    [
        .. alignment.Matches.OrderBy(match => match.FromA).Select(match => match.A == match.B
            ? $"{match.A} in both"
            : string.Create(CultureInfo.InvariantCulture, $"{match.A} ~ {match.B} ({match.Similarity:0.00})")),
        .. alignment.OnlyA.Select(word => $"{word} only in the first"),
        .. alignment.OnlyB.Select(word => $"{word} only in the second"),
    ];
}
