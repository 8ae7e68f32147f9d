using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Relations;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Actors;

/// <summary>Mentions that are one actor.</summary>
internal sealed class Group(ActorType type, string name)
{
    public ActorType Type { get; } = type;

    public string Name { get; } = name;

    public string? Iso2 { get; set; }

    public List<NameMention> Mentions { get; } = [];
}

/// <summary>The actors of one article so far, found by every form under which they may be named again.</summary>
/// <param name="introduced">Full names that are introduced as those of somebody's relatives, and whether that is the wife or the husband.</param>
internal sealed partial class KnownGroups(AnnotatedText text, IReadOnlyDictionary<TextSpan, bool> introduced)
{
    private const int LeastSkeleton = 4;

    private readonly Dictionary<(ActorType, string), List<Group>> byForm = [];
    private readonly Dictionary<string, List<Group>> bySkeleton = new(StringComparer.Ordinal);

    public List<Group> All { get; } = [];

    /// <summary>Whether people bear two surnames, and are called by the first.</summary>
    public bool HasTwoSurnames { get; init; }

    /// <summary>Where the article names its first person.</summary>
    public TextSpan? FirstPerson { get; init; }

    /// <param name="relative">Whose son, wife … this one is told to be: another person, whatever the surname.</param>
    public Group? Find(NameMention mention, string? relative) => mention.Type switch
    {
        ActorType.Country => Named(ActorType.Country, mention.Iso2!).FirstOrDefault(),
        ActorType.Person => Person(mention, relative),
        _ => Named(mention.Type, Key(Full(mention))).FirstOrDefault() ?? (mention.Type == ActorType.Organization ? LongerThan(mention.Name) : null),
    };

    public Group New(NameMention mention)
    {
        var group = new Group(mention.Type, Full(mention)) { Iso2 = mention.Iso2 };
        All.Add(group);
        foreach (var form in Forms(group, mention).Select(Key).Distinct()) Enter(byForm, (group.Type, form), group);
        if (mention.Type == ActorType.Country) Enter(byForm, (ActorType.Country, mention.Iso2!), group);
        if (mention.Type == ActorType.Person && Skeleton(group.Name.Split(' ')[^1]) is { Length: >= LeastSkeleton } skeleton) Enter(bySkeleton, skeleton, group);
        return group;
    }

    private static void Enter<TKey>(Dictionary<TKey, List<Group>> index, TKey key, Group group)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        list.Add(group);
    }

    private static IEnumerable<string> Forms(Group group, NameMention mention) => mention.Type switch
    {
        ActorType.Person => ShortNames.FormsOf(group.Name).Append(group.Name.Split(' ')[0]).Append(group.Name),
        ActorType.Organization => Endings(group.Name).Append(group.Name),
        _ => [group.Name],
    };

    /// <summary>"Presidential Council" of "Libyan Presidential Council": the ends that have at least two words.</summary>
    private static IEnumerable<string> Endings(string name)
    {
        const int MostWords = 12;
        var words = name.Split(' ');
        return words.Length > MostWords ? [] : Enumerable.Range(1, Math.Max(0, words.Length - 2)).Select(skip => string.Join(' ', words[skip..]));
    }

    private List<Group> Named(ActorType type, string key) => byForm.GetValueOrDefault((type, key), []);

    private Group? LongerThan(string name) => Endings(name).Select(ending => Named(ActorType.Organization, Key(ending)).Find(group => Key(group.Name) == Key(ending))).FirstOrDefault(group => group is not null);

    private Group? Person(NameMention mention, string? relative)
    {
        var key = Key(mention.Name);
        var other = relative is null ? null : Key(relative);
        var fitting = Named(ActorType.Person, key).Where(group => other is null || Key(group.Name) != other).ToList();
        var namesakes = fitting.Where(group => Key(group.Name) == key).ToList();
        if (namesakes.Count > 0 && (mention.Name.Contains(' ', StringComparison.Ordinal) || namesakes.Count == 1 && DeputyOf(mention) is null)) return namesakes[0];
        if (fitting.Count == 0 && !mention.Name.Contains(' ', StringComparison.Ordinal) && Skeleton(mention.Name) is { Length: >= LeastSkeleton } skeleton) fitting = bySkeleton.GetValueOrDefault(skeleton, []).Where(group => other is null || Key(group.Name) != other).ToList();
        if (DeputyOf(mention) is { } superior && fitting.Exists(group => Holds(group, superior)))
        {
            // "Smith, the deputy commander" is not "Commander Smith", where another of the name is known.
            var others = fitting.Concat(bySkeleton.GetValueOrDefault(Skeleton(mention.Name.Split(' ')[^1]), [])).Distinct().Where(group => !Holds(group, superior)).ToList();
            if (others.Count > 0) fitting = others;
        }
        else if (DeputyOf(mention) is not null && fitting.Count > 0 && fitting.All(group => !group.Name.Contains(' ', StringComparison.Ordinal) && group.Mentions.TrueForAll(m => m.Span.Start < mention.Span.Start && DeputyOf(m) is null)))
        {
            // Who was called by the surname alone needs no introduction; the deputy who gets one is a relative of that name.
            return null;
        }

        if (fitting.Count <= 1) return fitting.FirstOrDefault();
        if (HasTwoSurnames && fitting.Where(group => CalledBy(group.Name) == key).ToList() is [var called]) return called;
        // The rank tells which of them is meant: "General X" is the one called general elsewhere.
        if (LastWord(mention.Title) is { } title && fitting.Where(group => group.Mentions.Exists(m => LastWord(m.Title) == title || IsToldBehind(m, title))).ToList() is [var titled]) return titled;
        // "Mrs Keller" is not Mr Keller.
        if (Genders.OfTitle(text, mention) is not Gender.Unknown and var gender && fitting.Where(group => GenderOf(group) == gender).ToList() is [var one] && (!IsRelative(one) || introduced[First(one)!.Span])) return one;
        // A relative who is introduced by the full name does not take the surname over.
        if (fitting.TrueForAll(group => Key(group.Name) != key) && fitting.Where(group => !IsRelative(group)).ToList() is { Count: > 0 } own) fitting = own;
        // "Keller, a son of Hans Keller, … Keller": who is called by the surname alone before and after another was introduced.
        if (relative is null && !mention.Name.Contains(' ', StringComparison.Ordinal) && Established(fitting, mention) is { } established) return established;
        // Of several who bear the name, the one named in full last before this place.
        return fitting.OrderByDescending(group => group.Mentions.Where(m => m.Span.Start < mention.Span.Start && m.Name.Contains(' ', StringComparison.Ordinal)).Select(m => m.Span.Start).DefaultIfEmpty(-1).Max()).ThenByDescending(group => group.Name.Contains(' ', StringComparison.Ordinal) ? -1 : group.Mentions.Max(m => m.Span.Start)).First();
    }

    private Gender GenderOf(Group group) => group.Mentions.Where(mention => mention.Name.Contains(' ', StringComparison.Ordinal)).Select(mention => Genders.OfTitle(text, mention)).FirstOrDefault(told => told != Gender.Unknown);

    private static NameMention? First(Group group) => group.Mentions.Where(mention => mention.Name.Contains(' ', StringComparison.Ordinal)).MinBy(mention => mention.Span.Start);

    private bool IsRelative(Group group) => First(group) is { } first && introduced.ContainsKey(first.Span);

    /// <summary>Whom the surname alone meant often before this place, where the others were named but once, and nobody by the surname alone.</summary>
    private Group? Established(List<Group> fitting, NameMention mention)
    {
        const int Often = 2;
        bool IsShort(NameMention told) => told.Span.Start < mention.Span.Start && !told.Name.Contains(' ', StringComparison.Ordinal);
        var called = fitting.Where(group => group.Mentions.Exists(IsShort)).ToList();
        return called is [var one] && (one.Mentions.Count(IsShort) >= Often || IsFirst(one)) && fitting.TrueForAll(group => group == one || group.Mentions.Count(told => told.Span.Start < mention.Span.Start) == 1) ? one : null;
    }

    /// <summary>Whether the article names nobody before.</summary>
    private bool IsFirst(Group one) => one.Mentions.Exists(mention => mention.Span == FirstPerson);

    /// <summary>The surname by which somebody with two is called: "Benítez" of "Rocío Benítez Duarte", and "Torres" of "Juan Carlos Torres".</summary>
    private static string CalledBy(string name) => name.Split(' ') is { Length: > 2 } words && !(words.Length == 3 && Gazetteer.IsGivenName(words[1])) ? Key(words[^2]) : Key(name.Split(' ')[^1]);

    /// <summary>"Maria Keller, the director …".</summary>
    private bool IsToldBehind(NameMention mention, string title)
    {
        var behind = text.Text.AsSpan(mention.Span.End);
        if (!behind.StartsWith(", ", StringComparison.Ordinal)) return false;
        behind = behind[2..];
        foreach (var article in (ReadOnlySpan<string>)["the ", "de ", "der ", "die ", "la ", "le ", "el "]) if (behind.StartsWith(article, StringComparison.Ordinal)) behind = behind[article.Length..];
        return behind.StartsWith(title, StringComparison.OrdinalIgnoreCase) && (behind.Length == title.Length || !char.IsLetter(behind[title.Length]));
    }

    private string? DeputyOf(NameMention mention) => Deputy().Match(text.Text, mention.Span.End, Math.Min(60, text.Text.Length - mention.Span.End)) is { Success: true } deputy ? deputy.Groups[1].Value.ToLowerInvariant() : null;

    private bool Holds(Group group, string office)
    {
        const int HowFar = 60;
        return group.Mentions.Exists(mention => text.Text[Math.Max(0, mention.Span.Start - HowFar)..mention.Span.Start].ToLowerInvariant() is var lead && lead.IndexOf(office + " ", StringComparison.Ordinal) is >= 0 and var at && !Lower().IsMatch(lead[..at]) && lead.IndexOfAny([',', ';', '.'], at) < 0);
    }

    [GeneratedRegex(@"\G, (?:the |de |der |die |le |la |el )?(?:deputy|vice|plaatsvervangend|plaatsvervangende|stellvertretende[rn]?|subcomandante) ?-?(\p{L}+)")]
    private static partial Regex Deputy();

    [GeneratedRegex(@"(?:deputy|vice|plaatsvervangende?|stellvertretende[rn]?)[ -]$")]
    private static partial Regex Lower();

    private string? LastWord(TextSpan? title) => title?.Of(text.Text).Split(' ')[^1].ToLowerInvariant();

    /// <summary>First letter and consonants: one spelling of a surname may lapse within an article.</summary>
    private static string Skeleton(string name) => Key(name) is { Length: > 0 } key ? key[0] + string.Concat(key.Skip(1).Where(c => !"aeiouy".Contains(c))) : "";

    private static string Full(NameMention mention) => Gazetteer.WellKnown(mention.Name)?.Name ?? mention.Name;

    private static string Key(string name) => new([.. Letters.Plain(name).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

}
