using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Finds the short forms of what the document names in full: surnames, abbreviations, shortened names; and lets the full form decide the type.</summary>
internal static class ShortNames
{
    public static List<NameMention> Complete(AnnotatedText text, List<NameMention> found)
    {
        var forms = new Dictionary<string, ActorType>(StringComparer.Ordinal);
        foreach (var mention in found.Where(mention => mention.Type == ActorType.Person && mention.Name.Contains(' ', StringComparison.Ordinal)))
        {
            foreach (var form in FormsOf(mention.Name)) forms.TryAdd(form, ActorType.Person);
        }

        foreach (var mention in found.Where(mention => mention.Type is ActorType.Organization or ActorType.Vessel && mention.Name.Length > 3)) forms.TryAdd(mention.Name, mention.Type);
        var result = found.Select(mention => mention.Type is ActorType.Place or ActorType.Organization && forms.TryGetValue(mention.Name, out var type) && type == ActorType.Person ? mention with { Type = type } : mention).ToList();
        foreach (var sentence in text.Sentences)
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                for (var count = Math.Min(4, sentence.Words.Count - i); count > 0; count--)
                {
                    var span = new TextSpan(sentence.Words[i].Span.Start, sentence.Words[i + count - 1].Span.End);
                    if (!forms.TryGetValue(span.Of(text.Text), out var type) || Overlaps(result, span)) continue;
                    result.Add(new NameMention(span, type, span.Of(text.Text), null, false, null, sentence.IsBoilerplate));
                    i += count - 1;
                    break;
                }
            }
        }

        return result.OrderBy(mention => mention.Span.Start).ToList();
    }

    /// <summary>The forms by which a person is named again: surname, surname with its particles, last two names.</summary>
    public static IEnumerable<string> FormsOf(string name)
    {
        var words = name.Split(' ');
        yield return words[^1];
        var hyphen = words[^1].IndexOf('-', StringComparison.Ordinal);
        if (hyphen is > 0 and <= 3 && char.IsLower(words[^1][0])) yield return words[^1][(hyphen + 1)..];
        if (words.Length < 3) yield break;
        yield return words[^2] + " " + words[^1];
        var particle = Array.FindIndex(words, 1, word => char.IsLower(word[0]) && !word.Contains('-', StringComparison.Ordinal));
        if (particle > 0) yield return char.ToUpperInvariant(words[particle][0]) + string.Join(' ', words[particle..])[1..];
    }

    private static bool Overlaps(List<NameMention> mentions, TextSpan span) => mentions.Exists(mention => mention.Span.Start < span.End && span.Start < mention.Span.End);
}
