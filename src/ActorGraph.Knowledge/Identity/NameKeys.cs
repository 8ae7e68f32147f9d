using System.Collections.Frozen;
using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>The keys under which a name is found in any spelling: two spellings of one word share a key.</summary>
public static class NameKeys
{
    /// <summary>Sounds that transliterations exchange, folded onto one letter; vowels and glides fall away.</summary>
    private static readonly FrozenDictionary<char, char> Classes = new Dictionary<char, char>
    {
        ['b'] = 'b', ['p'] = 'b', ['d'] = 't', ['t'] = 't', ['g'] = 'k', ['k'] = 'k', ['X'] = 'k', ['f'] = 'f', ['v'] = 'f', ['r'] = 'r', ['l'] = 'l',
        ['m'] = 'm', ['n'] = 'n', ['s'] = 's', ['z'] = 's', ['S'] = 's', ['Z'] = 's', ['C'] = 's', ['J'] = 's',
    }.ToFrozenDictionary();

    /// <summary>Keys of every telling word of the name, and <c>=</c> with the whole folded name; ordinal order, each once.</summary>
    public static IReadOnlyList<string> Of(string name)
        => NameComparison.Telling(name, ActorType.Person).SelectMany(OfWord).Append(Whole + NameText.Fold(name)).Distinct().Order(StringComparer.Ordinal).ToList();

    private const string Whole = "=";

    /// <summary>Begins the key of what stands in a name from one of its later words on.</summary>
    private const string Rest = ">";

    /// <summary>The keys by which a name is found while it is typed, from any of its words on.</summary>
    public static IEnumerable<string> Typed(string name)
    {
        var folded = NameText.Fold(name);
        return folded.Index().Where(c => c.Item == ' ').Select(space => Rest + folded[(space.Index + 1)..]).Prepend(Whole + folded);
    }

    /// <summary>How the keys of <see cref="Typed"/> begin, of names that are found by a folded beginning.</summary>
    internal static IReadOnlyList<string> Beginning(string folded) => [Whole + folded, Rest + folded];

    /// <summary>Begins the keys of a person's name that gives a word by its first letter.</summary>
    private const string Initial = "^";

    private const int MostCached = 50_000;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, IReadOnlyList<string>> Cached = new(StringComparer.Ordinal);

    /// <summary>The keys that two names of one actor share, in whatever language an organization is named.</summary>
    internal static IEnumerable<string> Of(string name, ActorType type) => Of(name)
        .Concat(type == ActorType.Organization ? NameComparison.Telling(name, type).SelectMany(OfWord) : [])
        .Concat(NameComparison.KnownAs(name, type) is { } known ? [Whole + known] : [])
        .Concat(type == ActorType.Person && HasInitial(NameComparison.Telling(name, type)) ? NameComparison.Telling(name, type).SelectMany(OfInitialed) : []);

    /// <summary>The keys of a word in a name that has initials.</summary>
    internal static IEnumerable<string> OfInitialed(string word) => word.Length > 1 ? OfWord(word).Select(key => Initial + key) : [];

    internal static bool HasInitial(IReadOnlyList<string> words) => words.Any(word => word.Length == 1);

    /// <summary>The consonant skeletons of one folded word, one a way to read it.</summary>
    internal static IReadOnlyList<string> OfWord(string word)
    {
        if (Cached.TryGetValue(word, out var known)) return known;
        if (Cached.Count >= MostCached) Cached.Clear();
        return Cached[word] = NameSounds.Readings(word).Select(Skeleton).Distinct().ToList();
    }

    private static string Skeleton(string sounds)
    {
        var skeleton = "";
        for (var i = 0; i < sounds.Length; i++)
        {
            var c = sounds[i];
            var key = c switch
            {
                'h' => i + 1 < sounds.Length && NameSounds.IsVowel(sounds[i + 1]) && i > 0 && NameSounds.IsVowel(sounds[i - 1]) ? "h" : "",
                'w' => i + 1 < sounds.Length && NameSounds.IsVowel(sounds[i + 1]) ? "f" : "",
                'y' => "",
                _ when NameSounds.IsVowel(c) => "",
                _ => Classes.TryGetValue(c, out var k) ? k.ToString() : c.ToString(),
            };
            skeleton += key;
        }
        return skeleton.Length > 1 ? skeleton : string.Concat(sounds.Where(c => c is not ('h' or 'y'))).ToLowerInvariant();
    }
}
