using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who is quoted for a sentence.</summary>
internal static partial class Speakers
{
    /// <summary>Sighting id of the actor that says it, null where the article itself tells it.</summary>
    public static string? Of(AnnotatedText text, Sentence sentence)
    {
        const int HowFar = 60;
        foreach (var mention in text.MentionsIn(sentence.Span).Where(mention => mention.Type is ActorType.Person or ActorType.Organization))
        {
            var after = text.Text[mention.Span.End..Math.Min(sentence.Span.End, mention.Span.End + HowFar)];
            var before = text.Text[Math.Max(sentence.Span.Start, mention.Span.Start - HowFar)..mention.Span.Start];
            if (Says().IsMatch(after) || SaidBy().IsMatch(before)) return text.SightingAt[mention.Span];
        }

        return null;
    }

    /// <summary>"Minister Keller: …", "Keller (Green Party): …": who speaks in a line.</summary>
    public static string? OfLine(AnnotatedText text, Sentence sentence)
    {
        const int Longest = 90;
        var start = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        var colon = text.Text.IndexOf(':', start, Math.Min(Longest, text.Text.Length - start));
        if (colon < 0 || colon > sentence.Span.End) return null;
        if (text.Text[start..colon] is var label && IsInCapitals(label)) return InCapitals(text, text.ArticleAt(sentence.Span.Start), label);
        if (text.MentionsIn(new TextSpan(start, colon)).FirstOrDefault(mention => mention.Type == ActorType.Person) is not { } name) return null;
        var between = text.Text[name.Span.End..colon].Trim();
        return between.Length == 0 || between[0] == '(' && between[^1] == ')' ? text.SightingAt[name.Span] : null;
    }

    private static bool IsInCapitals(string label) => label.Length > 2 && label.All(c => char.IsUpper(c) || c is ' ' or '-' or '.');

    /// <summary>Whom a label of an interview names: "KELLER", "Maria Keller"; null where it is a paper, or only a letter.</summary>
    public static string? Labelled(AnnotatedText text, Article article, string label)
        => IsInCapitals(label) ? InCapitals(text, article, label) : text.Sightings.FirstOrDefault(sighting => sighting.Type == ActorType.Person && sighting.ArticleId == article.Id && (sighting.Name == label || (" " + sighting.Name).EndsWith(" " + label, StringComparison.Ordinal)))?.Id;

    /// <summary>"KELLER: …": the only one whom the article names so.</summary>
    private static string? InCapitals(AnnotatedText text, Article article, string label)
    {
        var named = text.Sightings.Where(sighting => sighting.Type == ActorType.Person && sighting.ArticleId == article.Id && (" " + sighting.Name.ToUpperInvariant()).EndsWith(" " + label, StringComparison.Ordinal)).Take(2).ToList();
        return named.Count == 1 ? named[0].Id : null;
    }

    [GeneratedRegex(@"^(?: Monday| on \w+)?,? (?:said|says|told|recalled|recalls|added|stated|announced|reported|zei|zegt|meldde|sagte|erklärte|a déclaré|dijo|açıkladı)\b")]
    private static partial Regex Says();

    [GeneratedRegex(@"(?:\bsaid|according to|says|recalled|recalls|added|replied|zei|zegt|sagte|sagt|dijo|dice|explique|déclare|aldus|volgens|selon|según|laut)(?: [\p{L}.-]+){0,5} $", RegexOptions.IgnoreCase)]
    private static partial Regex SaidBy();
}
