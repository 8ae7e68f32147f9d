using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>All sightings that look exactly alike: however often an actor was seen so, it is compared once, and only counted again.</summary>
/// <param name="Key">Made from what they look like; of two sightings with one key everything is alike that is compared.</param>
/// <param name="Name">The fullest form; of a country the English short name.</param>
/// <param name="Names">The forms that are compared.</param>
/// <param name="First">The sighting reported first, of those of one day or of no day the one with the smallest id: where news comes in the order of its days, further news leaves it as it is.</param>
/// <param name="Since">The day on which it was reported; null where all are undated.</param>
internal sealed record Look(string Key, ActorType Type, string? Iso2, string Name, IReadOnlyList<string> Names, string First, DateOnly? Since, int Sightings, LookTally Tally)
{
    private const double RareWord = 0.9;

    private IReadOnlyList<string>? _keys;

    public IReadOnlyList<string> Words { get; } = NameComparison.Telling(Name, Type);

    /// <summary>A person called by one word only: which of the people called so, the word alone does not say.</summary>
    public bool IsShortForm => Type == ActorType.Person && Words.Count < 2;

    /// <summary>The keys that a look has in common with every look it may be one with.</summary>
    public IReadOnlyList<string> Keys => _keys ??= Names.SelectMany(name => NameKeys.Of(name, Type)).Distinct().ToList();

    /// <summary>Whether two looks of one type are alike enough to be compared: they share the key of a word, of people one that hardly anyone is called or two others.</summary>
    public bool MayBe(Look other)
    {
        if (Type != other.Type || IsShortForm || other.IsShortForm) return false;
        if (Type != ActorType.Person || NameKeys.HasInitial(Words) || NameKeys.HasInitial(other.Words)) return Keys.Any(other.Keys.Contains);
        return Math.Min(Shared(other), other.Shared(this)) >= 2;
    }

    /// <summary>What a word that two people share tells: one that hardly anyone is called twice as much as another.</summary>
    public static int Telling(string word) => NameRarity.Of(word) >= RareWord ? 2 : 1;

    private int Shared(Look other) => Words.Where(word => NameKeys.OfWord(word).Any(key => other.Words.Any(theirs => NameKeys.OfWord(theirs).Contains(key)))).Sum(Telling);

    /// <summary>By when looks were first reported, then by that sighting.</summary>
    public static readonly IComparer<Look> ByFirst = Comparer<Look>.Create((a, b) => (a.Since ?? DateOnly.MaxValue).CompareTo(b.Since ?? DateOnly.MaxValue) is var days and not 0 ? days : string.CompareOrdinal(a.First, b.First));

    public Look Plus(Look other)
    {
        var earlier = ByFirst.Compare(this, other) <= 0 ? this : other;
        return this with { First = earlier.First, Since = earlier.Since, Sightings = Sightings + other.Sightings, Tally = Tally.Plus(other.Tally, 1) };
    }

    /// <summary>The look without some of its sightings.</summary>
    /// <param name="first">The first of those that are left, with its day.</param>
    public Look Minus(Look other, (string Id, DateOnly? Day) first) => this with { First = first.Id, Since = first.Day, Sightings = Sightings - other.Sightings, Tally = Tally.Plus(other.Tally, -1) };

    /// <summary>Of many, one a key.</summary>
    public static Dictionary<string, Look> Sum(IEnumerable<Look> looks)
    {
        var sums = new Dictionary<string, Look>(StringComparer.Ordinal);
        foreach (var look in looks) sums[look.Key] = sums.TryGetValue(look.Key, out var known) ? known.Plus(look) : look;
        return sums;
    }
}

/// <summary>What the sightings of a look bring with them, each with how many do: it can be added and taken away.</summary>
/// <param name="AsName">What they give as the fullest form.</param>
/// <param name="Forms">Every form they use.</param>
/// <param name="Times">How often the texts use a folded form.</param>
/// <param name="Apart">Looks that an article keeps apart from this one under one name.</param>
/// <param name="Dealt">Whom a person is told to have dealt with.</param>
/// <param name="Company">Whom else their documents name.</param>
internal sealed record LookTally(SortedDictionary<string, int> AsName, SortedDictionary<string, int> Forms, SortedDictionary<string, int> Times,
    SortedDictionary<string, int> Apart, SortedDictionary<string, int> Dealt, SortedDictionary<string, int> Company)
{
    public LookTally Plus(LookTally other, int sign) => new(Sum(AsName, other.AsName, sign), Sum(Forms, other.Forms, sign), Sum(Times, other.Times, sign),
        Sum(Apart, other.Apart, sign), Sum(Dealt, other.Dealt, sign), Sum(Company, other.Company, sign));

    public static SortedDictionary<string, int> Count(IEnumerable<string> items)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items) counts[item] = counts.GetValueOrDefault(item) + 1;
        return counts;
    }

    private static SortedDictionary<string, int> Sum(SortedDictionary<string, int> a, SortedDictionary<string, int> b, int sign)
    {
        if (b.Count == 0) return a;
        var sum = new SortedDictionary<string, int>(a, StringComparer.Ordinal);
        foreach (var (key, count) in b)
        {
            var left = sum.GetValueOrDefault(key) + sign * count;
            if (left == 0) sum.Remove(key);
            else sum[key] = left;
        }

        return sum;
    }
}
