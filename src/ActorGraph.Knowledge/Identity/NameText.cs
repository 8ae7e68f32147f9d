using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ActorGraph.Knowledge.Identity;

/// <summary>The words of a name in plain lower-case letters, so that spelling marks and punctuation stop to matter.</summary>
internal static class NameText
{
    private static readonly FrozenDictionary<char, string> Letters = IdentityTables.Rows("letters")
        .SelectMany(row => row[1].Select(letter => (letter, plain: row[0])))
        .ToFrozenDictionary(pair => pair.letter, pair => pair.plain);

    /// <summary>Lower case, no diacritics; what is neither letter nor digit becomes a space, what is in brackets is left out.</summary>
    public static string Fold(string name)
    {
        var plain = new StringBuilder(name.Length);
        var depth = 0;
        foreach (var c in name)
        {
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']') depth = Math.Max(0, depth - 1);
            else if (depth > 0) continue;
            else if (Letters.TryGetValue(c, out var letters)) plain.Append(letters);
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            else if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else plain.Append(' ');
        }
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The folded words, with the servant of God's names in one piece (Abdul Hamid, Abd al-Hamid: abdulhamid).</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>(Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] is not ("abd" or "abdul" or "abdel" or "abdal" or "abdoul")) continue;
            if (words[i + 1] is "al" or "el" or "ul" && i + 2 < words.Count) words.RemoveAt(i + 1);
            words[i] = "abdul" + words[i + 1];
            words.RemoveAt(i + 1);
        }
        return words;
    }
}
